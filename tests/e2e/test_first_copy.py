"""The end of the first run: what comes by itself is chosen, and the first copy is made at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kuroibara_desktop import wishes
from kuroibara_desktop.core.automatic import CopyRules, Databases, Fulls
from kuroibara_desktop.wishes import Wishes
from tests.e2e.steps import WHERE, give_address, give_password, to_backups

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine

pytestmark = pytest.mark.usefixtures("session_bus")


@pytest.fixture(autouse=True)
def usual(home: Home) -> None:
    wishes.save(home, Wishes())


def to_the_rules(pilot: Pilot, engine: RunningEngine, folder: Path) -> None:
    give_address(pilot, engine.url)
    give_password(pilot, engine.admin.username, engine.admin.password)
    pilot.fill("Archive folder", str(folder))
    pilot.click("Use this folder")
    pilot.wait("the rules", lambda: pilot.reads("What should be copied?"))


@pytest.mark.slow
def test_the_first_copy_is_the_database_and_then_everything(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, home: Home, tmp_path: Path
) -> None:
    window = open_window()
    to_the_rules(pilot, engine, tmp_path / "archive")
    assert pilot.reads("hold every user's data and password hashes")
    pilot.click("Save and copy now")
    to_backups(pilot)

    def both_here() -> bool:
        rows = window.doors.page.model.backups()
        return len(rows) == 2 and all(row.local is not None for row in rows)

    pilot.wait("both copies", both_here, patience=90)
    rows = sorted(window.doors.page.model.backups(), key=lambda row: row.created_at or 0)
    assert [row.includes_storage for row in rows] == [False, True]  # the small one first
    assert {row[WHERE] for row in pilot.rows("Backups")} == {"Both"}
    assert wishes.load(home).copies == CopyRules()
    window.doors.looks.refresh()
    pilot.wait("the end of another look", lambda: window.tasks.busy == 0)
    assert len(window.doors.page.model.backups()) == 2  # nothing is made again


@pytest.mark.slow
def test_what_is_on_the_server_is_copied_and_the_choice_is_kept(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, home: Home, tmp_path: Path
) -> None:
    engine.create("weekly")
    engine.create("daily", include_storage=False)
    window = open_window()
    to_the_rules(pilot, engine, tmp_path / "archive")
    step = window.doors.faces.welcome.copies
    step.databases.setFocus()
    pilot.key(Qt.Key.Key_Down)
    step.fulls.setFocus()
    pilot.key(Qt.Key.Key_Down)
    assert step.rules() == CopyRules(databases=Databases.NONE, fulls=Fulls.EVERY)
    pilot.click("Back")
    pilot.wait("the folder", lambda: pilot.reads("Where should copies go?"))
    pilot.click("Use this folder")
    pilot.wait("the rules", lambda: pilot.reads("What should be copied?"))
    step.fulls.setFocus()
    pilot.key(Qt.Key.Key_Down)
    pilot.click("Save and copy now")
    to_backups(pilot)
    pilot.wait(
        "both copies",
        lambda: {row[WHERE] for row in pilot.rows("Backups")} == {"Both"},
        patience=60,
    )
    assert {row[0] for row in pilot.rows("Backups")} == {"weekly", "daily"}
    assert wishes.load(home).copies.fulls is not Fulls.WEEKLY


@pytest.mark.slow
def test_only_saving_copies_nothing(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    window = open_window()
    to_the_rules(pilot, engine, tmp_path / "archive")
    pilot.click("Only save")
    pilot.wait("the Home page", lambda: pilot.reads("The server has no backup yet"))
    assert not window.works.any
