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
    from collections.abc import Callable, Sequence


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


def on_signals(act: Callable[[], object]) -> None:
    """Let Ctrl+C, a kill and a closed terminal do `act`, in place of ending the process at once."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows lacks the last
        if number is not None:
            signal.signal(number, lambda *_: act())


def main(arguments: Sequence[str] = ()) -> int:
    """Run the window until it is closed; returns the exit status."""
    app = application(arguments)
    made = window(app, Home.of_user(os.environ))
    made.show()
    # Python hears a signal only when it runs: a timer gives it the chance.
    on_signals(app.quit)
    pulse = QTimer(interval=300)
    pulse.timeout.connect(lambda: None)
    pulse.start()
    status = app.exec()
    made.close()  # as if by hand, where a signal ended it
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
