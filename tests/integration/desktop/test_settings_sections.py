"""Which sections of the settings are made, and what one that comes late still knows."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen:size=1920x1200")

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop import wishes
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.demo.pilot import rest
from kuroibara_desktop.profile import Home
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.settings.pieces import Section
from kuroibara_desktop.ui.theme import ThemeChoice
from kuroibara_desktop.ui.works import Lane, Work
from tests.integration.desktop.settings_page import Opened, settings_page

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

TITLES = {
    "app": "This app",
    "copies": "Automatic copies",
    "reminders": "Reminders",
    "folders": "Archive folders",
    "servers": "Servers",
    "offered": "On the server",
    "diagnostics": "Diagnostics",
}
OPEN_COPIES = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from kuroibara_desktop.profile import Home
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.theme import ThemeChoice
from tests.integration.desktop.settings_page import settings_page

qt = QApplication([])
theme.start(qt, ThemeChoice.LIGHT)
with settings_page(Home(config=Path(sys.argv[1]) / "config", data=Path(sys.argv[1]))) as opened:
    opened.turn("copies")
    print(json.dumps(sorted(sys.modules)))
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(config=tmp_path / "config", data=tmp_path / "data")


@pytest.fixture
def opened(qapp: QApplication, home: Home) -> Iterator[Opened]:
    theme.start(qapp, ThemeChoice.LIGHT)
    with settings_page(home) as opened:
        yield opened


@pytest.mark.parametrize("key", TITLES)
def test_opening_one_section_makes_no_other(opened: Opened, key: str) -> None:
    opened.turn(key)
    assert [made.title for made in opened.page.findChildren(Section)] == [TITLES[key]]
    assert opened.pilot.reads(TITLES[key])
    assert all(opened.pilot.can_press(title) for title in TITLES.values()), "the list is whole"


def test_what_stands_behind_the_other_sections_is_not_even_loaded(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPEN_COPIES, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    mine = "kuroibara_desktop.ui.settings."
    loaded = {name.removeprefix(mine) for name in json.loads(done.stdout.splitlines()[-1])}
    assert "copies_section" in loaded
    others = ("reminders", "folders", "servers", "offered", "diagnostics")
    doors = ("folders_door", "offered_door", "diagnostics")
    assert not loaded & {*(f"{name}_section" for name in others), *doors}


def test_a_section_that_comes_later_shows_and_keeps_the_same_wishes(
    opened: Opened, home: Home
) -> None:
    opened.turn("copies")
    opened.pilot.click("Pause automatic copies")
    opened.settle()
    opened.turn("reminders")
    opened.pilot.click("Show notifications")
    opened.settle()
    kept = wishes.load(home)
    assert (kept.paused, kept.notifications) == (True, False)
    assert opened.pilot.reads("Noted. It is in force from now on.")
    opened.turn("copies")
    assert opened.sections.copies.paused.isChecked()


def test_what_was_said_of_the_log_in_before_is_shown_and_chosen_later(opened: Opened) -> None:
    asked: list[bool] = []
    opened.door.autostart_chosen.connect(asked.append)
    opened.door.offer_autostart(on=True)
    opened.turn("copies")
    opened.turn("app")
    assert opened.sections.app.autostart.isChecked()
    opened.pilot.click("Start when I log in")
    assert asked == [False]


def test_work_on_a_folder_that_began_before_is_shown_all_the_same(opened: Opened) -> None:
    go_on = False

    def steps(check: Callable[[], None]) -> Generator[Progress, None, None]:
        while not go_on:
            check()
            yield Progress(stage=Stage.COPYING, done=1, total=2)

    opened.works.add(Work(title="Copying to a stick", lane=Lane.HERE, icon="drive", steps=steps))
    opened.page.show_section("folders")
    opened.pilot.wait("the work", lambda: opened.pilot.reads("Copying to a stick"))
    go_on = True
    opened.pilot.wait("its end", lambda: not opened.pilot.reads("Copying to a stick"))
    rest(20)
