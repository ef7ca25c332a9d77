"""The main job in the real window, on a real engine, by mouse and keys."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.ui.pilot import Pilot
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine, User

TABLE = "Backups"


def sign_in(pilot: Pilot, url: str, user: User) -> None:
    pilot.fill("Server address", url)
    pilot.key(Qt.Key.Key_Return)
    pilot.fill("User name", user.username)
    pilot.fill("Password", user.password)
    pilot.key(Qt.Key.Key_Return)


def choose_folder(pilot: Pilot, folder: Path) -> None:
    pilot.fill("Archive folder", str(folder))
    pilot.click("Use this folder")
    pilot.wait("the page", lambda: pilot.reads("Backups"))


def test_a_newcomer_signs_in_backs_up_copies_and_verifies(
    engine: RunningEngine,
    session_bus: object,
    open_window: OpenWindow,
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    open_window()
    sign_in(pilot, engine.url, engine.admin)
    choose_folder(pilot, tmp_path / "archive")
    pilot.wait("the empty page", lambda: pilot.reads("No backups yet"))
    pilot.click("Create the first backup")
    pilot.fill("Name, if you like", "before_big_import")
    pilot.click("Create backup")
    pilot.wait(
        "the new row", lambda: pilot.sees(QTableView, TABLE) is not None and pilot.rows(TABLE) != []
    )
    pilot.click("Copy offsite now")
    pilot.wait("the copy", lambda: pilot.rows(TABLE)[0][4] == "Both")
    pilot.click("Verify again")
    pilot.wait("the proof", lambda: pilot.reads("is whole"))
    copies = list((tmp_path / "archive").glob("*/*.tar.gz"))
    assert [copy.name for copy in copies] == ["before_big_import.tar.gz"]
    original = engine.engine_folder / "before_big_import.tar.gz"
    assert _sha256(copies[0]) == _sha256(original)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
