"""Builds the objects and starts the window."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kuroibara_desktop.profile import Home
from kuroibara_desktop.ui import preferences, theme
from kuroibara_desktop.ui.desk import Desk
from kuroibara_desktop.ui.theme import ThemeChoice
from kuroibara_desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Sequence


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
