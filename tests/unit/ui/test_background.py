"""What comes by itself heeds what the computer says of itself, and what the user allows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop import wishes
from kuroibara_desktop.core.automatic import Hold
from kuroibara_desktop.core.reminders import Rules
from kuroibara_desktop.core.watch import Watch
from kuroibara_desktop.profile import Home
from kuroibara_desktop.ui.background import Background
from kuroibara_desktop.ui.desk import Desk
from kuroibara_desktop.ui.home.view import viewed
from kuroibara_desktop.ui.listing import Look
from kuroibara_desktop.ui.looking import Seen
from kuroibara_desktop.ui.surroundings import Surroundings
from kuroibara_desktop.ui.window import MainWindow
from tests.unit.ui.samples import NOW, on_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.theme import Appearance


class Told(Surroundings):
    """A computer whose network says of itself what the test has it say."""

    says: bool | None = None

    @property
    def metered(self) -> bool | None:
        return self.says


@pytest.fixture
def window(look: Appearance, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    home = Home(config=tmp_path, data=tmp_path)
    made = MainWindow(home, partial(Desk, home))
    made.complete()
    qtbot.addWidget(made)
    yield made
    made.leave()


@pytest.fixture
def plug(tmp_path: Path) -> Path:
    """Of a laptop: whether it is in."""
    for name, kind in (("battery", "Battery"), ("mains", "Mains")):
        (tmp_path / "supplies" / name).mkdir(parents=True)
        (tmp_path / "supplies" / name / "type").write_text(kind)
    plug = tmp_path / "supplies" / "mains" / "online"
    plug.write_text("1")
    return plug


def test_a_metered_network_and_a_battery_hold_back_until_they_are_gone_or_allowed(
    window: MainWindow, plug: Path, qtbot: QtBot
) -> None:
    doors, home = window.doors, window.doors.desk.home
    around = Told(supplies=plug.parent.parent)
    background = Background(
        doors.desk, window.tasks, window.works, doors.transfers, window, around=around
    )
    look = Look(backups=(on_server("a"),), place="Elements", free=2**40, has_server=False)
    view = viewed(look, Watch(began=NOW), Rules(), now=NOW)[0]
    found = Seen(look, doors.page.model.prepare(look.backups), view)

    def holds(*expected: Hold) -> None:
        with qtbot.waitSignal(background.held_changed, timeout=5000) as told:
            background.take_look(found)
        assert told.args == [expected]

    plug.write_text("0")
    holds(Hold.BATTERY)
    around.says = True
    holds(Hold.METERED, Hold.BATTERY)
    plug.write_text("1")
    holds(Hold.METERED)
    around.says = None
    holds()
    around.says = True
    plug.write_text("0")
    holds(Hold.METERED, Hold.BATTERY)
    wishes.save(home, replace(wishes.load(home), metered=True))
    holds(Hold.BATTERY)
    wishes.save(home, replace(wishes.load(home), on_battery=True))
    holds()
