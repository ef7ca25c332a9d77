"""Builds the objects and starts the window."""

from __future__ import annotations

import os
import signal
import socket
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from kuroibara_desktop import wishes
from kuroibara_desktop.profile import Home
from kuroibara_desktop.ui import language, preferences, theme
from kuroibara_desktop.ui.single import SingleInstance
from kuroibara_desktop.ui.theme import ThemeChoice
from kuroibara_desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kuroibara_desktop.ui.desk import Desk

BACKGROUND = "--background"  # how the app is started at log-in


def application(arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication, named so that desktops find icon and settings."""
    app = QApplication(["kuroibara-desktop", *arguments])
    app.setApplicationName("kuroibara-desktop")
    app.setApplicationDisplayName("Kuroibara")
    app.setDesktopFileName("kuroibara-desktop")
    return app


def window(app: QApplication, home: Home) -> MainWindow:
    """The main window on this user's settings; not shown yet."""
    spoken = language.start(app, wishes.load(home).language)
    app.aboutToQuit.connect(spoken.stop)
    theme.start(app, ThemeChoice(preferences.load(preferences.file_of(home)).theme))
    with theme.dressed_at_once(app):
        made = MainWindow(home, partial(_desk, home))
    app.aboutToQuit.connect(made.stop)
    made.start()
    return made


def _desk(home: Home) -> Desk:
    # Not at the top, as below: the window is there before all that this brings along.
    from kuroibara_desktop.ui.desk import Desk

    return Desk(home)


def woken(made: MainWindow, arguments: Sequence[str], token: str) -> None:
    """A second start: come forward, and take the file it was given."""
    if BACKGROUND in arguments:  # the log-in came late; nobody asked for a window
        return
    if token:  # Wayland lets nobody come forward without one
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    made.come_forward()
    if arguments:
        made.doors.arriving.take(Path(arguments[0]))


def on_signals(act: Callable[[], object]) -> None:
    """Let Ctrl+C, a kill and a closed terminal do `act`, in place of ending the process at once."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows lacks the last
        if number is not None:
            signal.signal(number, lambda *_: act())


def _stay(app: QApplication, made: MainWindow) -> None:
    from kuroibara_desktop.ui.staying import stay

    stay(app, made, BACKGROUND)


@contextmanager
def signals_wake_python() -> Iterator[None]:
    """While Qt's loop runs: Python hears a signal only when it runs itself, so it is woken.

    Not by a timer: an app that people leave running must not wake a laptop three times a second.
    """
    ear, mouth = socket.socketpair()
    with ear, mouth:
        for end in (ear, mouth):
            end.setblocking(False)
        before = signal.set_wakeup_fd(mouth.fileno(), warn_on_full_buffer=False)
        notifier = QSocketNotifier(ear.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(lambda: ear.recv(64))
        try:
            yield
        finally:
            notifier.setEnabled(False)
            signal.set_wakeup_fd(before)


def main(arguments: Sequence[str] = (), *, lasting: bool = True) -> int:
    """Run the window until it is quit; returns the exit status.

    A demo is not `lasting`: closing its window ends it, and it does not come back at log-in.
    """
    home = Home.of_user(os.environ)
    hidden = BACKGROUND in arguments
    rest = [word for word in arguments if word != BACKGROUND]
    app = application()
    instance = SingleInstance(home.locks)
    if not instance.claim([BACKGROUND] if hidden else [os.path.abspath(word) for word in rest]):
        return 0
    made = window(app, home)
    instance.woken.connect(partial(woken, made))
    if lasting:
        made.completed.connect(partial(_stay, app, made))
    if rest:
        made.completed.connect(lambda: made.doors.arriving.take(Path(rest[0]).absolute()))
    if hidden:
        made.complete()  # only then is it known whether there is a tray to be in
    if not (hidden and made.stays):
        made.show()
    made.closed.connect(app.quit)
    # Not `app.quit`: that asks the windows first, and one that stays in the tray declines. And not
    # at once: before Qt's loop runs, nothing can be quit.
    on_signals(lambda: QTimer.singleShot(0, made.leave))
    with signals_wake_python():
        status = app.exec()
    made.leave()  # as if by hand, where the session ended it
    instance.close()
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
