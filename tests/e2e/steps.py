"""What a person does in the window, again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QTableView

from kuroibara_desktop.demo.pilot import rest

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.ui.window import MainWindow

TABLE = "Backups"
_COPY, _LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
_NO_KEY = Qt.KeyboardModifier.NoModifier
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


def hold_over(window: MainWindow, *paths: Path, url: str = "") -> QMimeData:
    """Drag files over the window, by the events that the window system sends."""
    data = QMimeData()
    data.setUrls([QUrl(url)] if url else [QUrl.fromLocalFile(str(path)) for path in paths])
    handle = window.windowHandle()
    place = window.rect().center()
    event = QDragEnterEvent(place, _COPY, data, _LEFT, _NO_KEY)
    QApplication.sendEvent(handle, event)
    assert event.isAccepted()
    return data


def drop(window: MainWindow, *paths: Path, url: str = "") -> None:
    data = hold_over(window, *paths, url=url)
    place = QPointF(window.rect().center())
    event = QDropEvent(place, _COPY, data, _LEFT, _NO_KEY)
    QApplication.sendEvent(window.windowHandle(), event)
    rest(20)
