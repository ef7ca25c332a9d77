"""The main job in the real window, on a real engine, by mouse and keys."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kuroibara_desktop.demo.pilot import Pilot, name_of
from tests.e2e.steps import NAME, STATE, TABLE, WHERE, set_up, wait_for_rows

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine

pytestmark = pytest.mark.usefixtures("session_bus")


def test_a_newcomer_signs_in_backs_up_copies_and_verifies(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    open_window()
    set_up(pilot, engine.url, engine.admin.username, engine.admin.password, tmp_path / "archive")
    pilot.wait("the empty page", lambda: pilot.reads("No backups yet"))
    pilot.click("Create the first backup")
    pilot.fill("Name, if you like", "before_big_import")
    pilot.click("Create backup")
    wait_for_rows(pilot)
    pilot.click("Copy offsite now")
    pilot.wait("the copy", lambda: pilot.rows(TABLE)[0][WHERE] == "Both")
    pilot.click("Verify again")
    pilot.wait("the proof", lambda: pilot.reads("is whole"))
    copies = list((tmp_path / "archive").glob("*/*.tar.gz"))
    assert [copy.name for copy in copies] == ["before_big_import.tar.gz"]
    assert sha256(copies[0]) == sha256(engine.engine_folder / "before_big_import.tar.gz")


def test_the_whole_job_can_be_done_without_a_mouse(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    open_window()
    pilot.wait("the first question", lambda: pilot.reads("What do you have?"))
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the address", lambda: pilot.reads("Where is your library?"))
    pilot.type_text(engine.url)
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the sign-in", lambda: pilot.reads("Sign in"))
    pilot.type_text(engine.admin.username)
    pilot.key(Qt.Key.Key_Tab)
    pilot.type_text(engine.admin.password)
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the folder", lambda: pilot.reads("Where should copies go?"))
    pilot.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    pilot.type_text(str(tmp_path / "archive"))
    pilot.wait("the judgement", lambda: pilot.can_press("Use this folder"))
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the rules", lambda: pilot.reads("What should be copied?"))
    for _ in range(8):
        pilot.key(Qt.Key.Key_Tab)
        if (there := pilot.focused()) is not None and name_of(there) == "Only save":
            break
    pilot.key(Qt.Key.Key_Space)
    pilot.wait("the Home page", lambda: pilot.reads("Waiting for the first copy"))
    pilot.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    pilot.wait("the empty page", lambda: pilot.reads("No backups yet"))
    pilot.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    pilot.wait("the dialog", lambda: pilot.can_press("Cancel"))
    pilot.type_text("by_keys")
    pilot.key(Qt.Key.Key_Return)
    wait_for_rows(pilot)
    pilot.wait("the button", lambda: pilot.can_press("Copy offsite now"))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    pilot.key(Qt.Key.Key_C, both)
    pilot.wait("the copy", lambda: pilot.rows(TABLE)[0][WHERE] == "Both")
    pilot.wait("its proof", lambda: pilot.rows(TABLE)[0][STATE] == "Verified today")
    for _ in range(20):
        focused = pilot.focused()
        if focused is not None and name_of(focused) == "Verify again":
            break
        pilot.key(Qt.Key.Key_Tab)
    pilot.key(Qt.Key.Key_Space)
    pilot.wait("the proof", lambda: pilot.reads("is whole"))


def test_after_a_restart_one_is_still_signed_in(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    engine.create("kept", include_storage=False)
    first = open_window()
    set_up(pilot, engine.url, engine.admin.username, engine.admin.password, tmp_path / "archive")
    wait_for_rows(pilot)
    first.close()
    open_window()
    assert wait_for_rows(pilot)[0][NAME] == "kept"


@pytest.mark.slow
def test_several_backups_are_copied_one_after_the_other(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    for name in ("one", "two", "three"):
        engine.create(name, include_storage=False)
    open_window()
    set_up(pilot, engine.url, engine.admin.username, engine.admin.password, tmp_path / "archive")
    wait_for_rows(pilot, 3)
    pilot.click_row(TABLE, 0)
    pilot.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    pilot.click("Copy offsite now")
    pilot.wait("three copies", lambda: [row[WHERE] for row in pilot.rows(TABLE)] == ["Both"] * 3)
    assert len(list((tmp_path / "archive").glob("*/*.tar.gz"))) == 3


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
