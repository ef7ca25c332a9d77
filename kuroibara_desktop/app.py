"""Builds the objects and starts the window."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from kuroibara_desktop import wishes
from kuroibara_desktop.profile import Home
from kuroibara_desktop.ui import language, preferences, theme
from kuroibara_desktop.ui.autostart import Autostart, own_command
from kuroibara_desktop.ui.desk import Desk
from kuroibara_desktop.ui.single import SingleInstance
from kuroibara_desktop.ui.theme import ThemeChoice
from kuroibara_desktop.ui.tray import Tray
from kuroibara_desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


log = logging.getLogger(__name__)

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
    file = home.config / "window.json"
    spoken = language.start(app, wishes.load(home).language)
    app.aboutToQuit.connect(spoken.stop)
    theme.start(app, ThemeChoice(preferences.load(file).theme))
    with theme.dressed_at_once(app):
        made = MainWindow(Desk(home), file)
    app.aboutToQuit.connect(made.stop)
    made.start()
    return made


def in_background(app: QApplication, made: MainWindow) -> Tray:
    """Let the app stay when its window is closed, once the desktop has a tray to stay in."""
    app.setQuitOnLastWindowClosed(False)
    made.closed.connect(app.quit)
    app.commitDataRequest.connect(lambda _session: made.leave())  # the user logs out
    made.home.start()
    tray = Tray(made)
    tray.start()
    return tray


def woken(made: MainWindow, arguments: Sequence[str], token: str) -> None:
    """A second start: come forward, and take the file it was given."""
    if BACKGROUND in arguments:  # the log-in came late; nobody asked for a window
        return
    if token:  # Wayland lets nobody come forward without one
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    made.come_forward()
    if arguments:
        made.file_given.emit(Path(arguments[0]))


def at_login(made: MainWindow) -> None:
    """Offer to start with the session, and keep an entry that is there up to date."""
    autostart = Autostart(own_command([BACKGROUND]))
    if not autostart.possible:
        return

    def switch(on: bool) -> None:
        try:
            autostart.set(on)
        except OSError:
            log.warning("The entry for the log-in could not be written", exc_info=True)
        show()

    def show() -> None:
        made.menu.offer_autostart(on=autostart.on)
        made.settings.offer_autostart(on=autostart.on)

    with suppress(OSError):
        autostart.renew()
    show()
    made.menu.autostart_chosen.connect(switch)
    made.settings.autostart_chosen.connect(switch)


def on_signals(act: Callable[[], object]) -> None:
    """Let Ctrl+C, a kill and a closed terminal do `act`, in place of ending the process at once."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows lacks the last
        if number is not None:
            signal.signal(number, lambda *_: act())


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
    tray = in_background(app, made) if lasting else None
    if lasting:
        at_login(made)
    if not (hidden and tray is not None and tray.there):
        made.show()
    if rest:
        QTimer.singleShot(0, partial(made.file_given.emit, Path(rest[0]).absolute()))
    # Not `app.quit`: that asks the windows first, and one that stays in the tray declines.
    on_signals(made.leave)
    with signals_wake_python():
        status = app.exec()
    made.leave()  # as if by hand, where the session ended it
    instance.close()
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
