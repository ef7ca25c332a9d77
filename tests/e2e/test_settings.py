"""The settings in the real window: by keys alone, over a restart, and from Home to an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kuroibara_desktop import wishes
from kuroibara_desktop.demo.pilot import LostError, name_of
from tests.e2e.steps import set_up
from tests.support.copies import KEPT, put_copy

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from kuroibara_desktop.ui.window import MainWindow
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine

pytestmark = pytest.mark.usefixtures("session_bus")


@pytest.fixture
def window(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> MainWindow:
    made = open_window()
    admin = engine.admin
    set_up(pilot, engine.url, admin.username, admin.password, tmp_path / "archive")
    return made


def tab_to(pilot: Pilot, name: str) -> None:
    """Press Tab until what has this name has the keyboard."""
    for _ in range(120):
        focused = pilot.focused()
        if focused is not None and name_of(focused) == name:
            return
        pilot.key(Qt.Key.Key_Tab)
    raise LostError(f"Tab never comes to {name!r}")


def by_keys(pilot: Pilot, *names: str) -> None:
    for name in names:
        tab_to(pilot, name)
        pilot.key(Qt.Key.Key_Space)


def to_section(pilot: Pilot, window: MainWindow, key: str) -> None:
    """From the section in front, by the arrow keys, to another one."""
    tab_to(pilot, window.doors.settings.page.section.title)
    for _ in range(10):
        if window.doors.settings.page.key == key:
            return
        pilot.key(Qt.Key.Key_Down)
        pilot.key(Qt.Key.Key_Space)
    raise LostError(f"the arrows never come to {key!r}")


@pytest.mark.slow
def test_wishes_are_chosen_by_keys_alone_and_stay_over_a_restart(
    window: MainWindow, open_window: OpenWindow, pilot: Pilot, home: Home
) -> None:
    pilot.key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    pilot.wait("the settings", lambda: window.pages.key == "settings")
    to_section(pilot, window, "copies")
    by_keys(pilot, "Also on a metered network")
    to_section(pilot, window, "reminders")
    by_keys(pilot, "A backup is suspect", "Show notifications")
    pilot.wait("the end of all tasks", lambda: window.tasks.busy == 0)
    found = wishes.load(home)
    assert (found.notifications, found.metered) == (False, True)
    assert len(found.reminders.off) == 1
    window.leave()
    again = open_window()
    pilot.wait("the pages", again.at_pages)
    pilot.key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    to_section(pilot, again, "reminders")
    assert again.doors.settings.sections is not None
    reminders = again.doors.settings.sections.reminders
    pilot.wait("the wishes", lambda: not reminders.notifications.isChecked())
    assert not again.doors.home.watching.loud


def test_an_open_question_leads_from_home_to_its_answer(
    window: MainWindow, pilot: Pilot, tmp_path: Path
) -> None:
    now = datetime.now(UTC)
    vault = window.doors.desk.vault()
    put_copy(vault, "before", now - timedelta(days=9))
    other = replace(KEPT, instance_id="B")
    put_copy(vault, "after", now, folder="home-bbbbbbbb", kept=other)
    pilot.click("Home")
    pilot.key(Qt.Key.Key_F5)
    pilot.wait("the line", lambda: pilot.reads("is no longer the one that"))
    pilot.click_first("Answer")
    pilot.wait("the question", lambda: pilot.reads("Is it the same library?"))
    pilot.click("The same library, moved")
    pilot.wait("the words", lambda: pilot.reads("Noted: it is the same library."))
    pilot.click("Home")
    pilot.wait("no line", lambda: not pilot.reads("is no longer the one that"))
    assert list(vault.still_there().answers) == ["B"]
