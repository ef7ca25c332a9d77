"""What a person does in the window, again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot

TABLE = "Backups"
NAME, CONTENTS, SIZE, MADE, WHERE, STATE = range(6)


def give_address(pilot: Pilot, url: str) -> None:
    pilot.click("I have a server")
    pilot.fill("Server address", url)
    pilot.key(Qt.Key.Key_Return)


def give_password(pilot: Pilot, username: str, password: str) -> None:
    pilot.fill("User name", username)
    pilot.fill("Password", password)
    pilot.key(Qt.Key.Key_Return)


def choose_folder(pilot: Pilot, folder: Path) -> None:
    pilot.fill("Archive folder", str(folder))
    pilot.click("Use this folder")
    pilot.click("Only save")
    to_backups(pilot)


def to_backups(pilot: Pilot) -> None:
    """Turn to the Backups page, as one does from the page that comes first."""
    pilot.click("Backups")
    pilot.wait("the Backups page", lambda: pilot.reads("Backups"))


def set_up(pilot: Pilot, url: str, username: str, password: str, folder: Path) -> None:
    """The whole first run."""
    give_address(pilot, url)
    give_password(pilot, username, password)
    choose_folder(pilot, folder)


def wait_for_rows(pilot: Pilot, count: int = 1) -> list[list[str]]:
    def there() -> bool:
        return pilot.sees(QTableView, TABLE) is not None and len(pilot.rows(TABLE)) == count

    to_backups(pilot)
    pilot.wait(f"{count} rows", there)
    return pilot.rows(TABLE)
