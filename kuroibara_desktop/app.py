"""Builds the objects and starts the window."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kuroibara_desktop.core.errors import KeyringLocked, KeyringMissing
from kuroibara_desktop.profile import Home
from kuroibara_desktop.ui import preferences, theme
from kuroibara_desktop.ui.desk import Desk
from kuroibara_desktop.ui.theme import ThemeChoice
from kuroibara_desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

T = TypeVar("T")


def application(arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication, named so that desktops find icon and settings."""
    app = QApplication(["kuroibara-desktop", *arguments])
    app.setApplicationName("kuroibara-desktop")
    app.setApplicationDisplayName("Kuroibara")
    app.setDesktopFileName("kuroibara-desktop")
    return app


def window(app: QApplication, home: Home) -> MainWindow:
    """The main window on this user's settings; not shown yet."""
    file = home.config / "window.json"
    theme.start(app, ThemeChoice(preferences.load(file).theme))
    made = MainWindow(Desk(home), file)
    app.aboutToQuit.connect(made.stop)
    made.start()
    return made


def prepare(
    home: Home,
    *,
    address: str,
    username: str,
    password: str,
    archive: Path,
    say: Callable[[str], None],
) -> None:
    """Bring a new user's settings to where the first run ends, with a full backup to copy.

    For the demo: whoever starts it wants to see the main job, not to type.
    """
    with closing(Desk(home)) as desk:
        found = desk.probe(address)
        try:
            desk.sign_in(found, username, password, None)
        except (KeyringLocked, KeyringMissing):
            return  # the window asks what to do, and signs in for this session only
        desk.adopt(archive)
        look = _through(desk.look(lambda: None))
        if not any(backup.includes_storage for backup in look.backups):
            say("Making a full backup to copy…")
            _through(desk.create(None, True, lambda: None))


def _through(steps: Generator[object, None, T]) -> T:
    """The result of work that nobody watches."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


def main(arguments: Sequence[str] = ()) -> int:
    """Run the window until it is closed; returns the exit status."""
    app = application(arguments)
    made = window(app, Home.of_user(os.environ))
    made.show()
    # Python sees Ctrl+C only when it runs: a timer gives it the chance.
    signal.signal(signal.SIGINT, lambda *_: made.close())
    pulse = QTimer(interval=300)
    pulse.timeout.connect(lambda: None)
    pulse.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
