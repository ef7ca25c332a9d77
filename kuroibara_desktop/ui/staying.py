"""How the app stays when its window is closed, and how it comes back with the session."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from kuroibara_desktop.ui.autostart import Autostart, own_command
from kuroibara_desktop.ui.tray import Tray

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kuroibara_desktop.ui.window import MainWindow

log = logging.getLogger(__name__)


def stay(app: QApplication, window: MainWindow, background: str) -> None:
    """Let the window do both, as far as this desktop can.

    `background` is the argument that the session starts the app with.
    """
    in_background(app, window)
    at_login(window, background)


def in_background(app: QApplication, window: MainWindow) -> None:
    """Let the app stay when its window is closed, once the desktop has a tray to stay in."""
    app.setQuitOnLastWindowClosed(False)
    app.commitDataRequest.connect(lambda _session: window.leave())  # the user logs out
    window.doors.home.start()
    Tray(window).start()


def at_login(window: MainWindow, background: str) -> None:
    """Offer to start with the session, and keep an entry that is there up to date."""
    autostart = Autostart(own_command([background]))
    if not autostart.possible:
        return
    settings = window.doors.settings

    def switch(on: bool) -> None:
        try:
            autostart.set(on)
        except OSError:
            log.warning("The entry for the log-in could not be written", exc_info=True)
        show()

    def show() -> None:
        window.menu.offer_autostart(on=autostart.on)
        settings.offer_autostart(on=autostart.on)

    with suppress(OSError):
        autostart.renew()
    show()
    window.menu.autostart_chosen.connect(switch)
    settings.autostart_chosen.connect(switch)
