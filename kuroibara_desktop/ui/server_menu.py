"""What can be done with the server one is signed in to, and with the window itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from kuroibara_desktop.ui import icons, theme
from kuroibara_desktop.ui.theme import ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuroibara_desktop.ui.settings.servers_work import Seen


class ServerMenu(QMenu):
    """Opens above the server's card."""

    refresh_asked = Signal()
    settings_asked = Signal()
    folder_asked = Signal()
    other_folder_asked = Signal()
    autostart_chosen = Signal(bool)
    theme_chosen = Signal(ThemeChoice)
    sign_out_asked = Signal()
    server_asked = Signal()  # another one, or the first
    server_chosen = Signal(str)  # the address of one that is set up

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._add("refresh", self.tr("Refresh"), self.refresh_asked)
        self._add("folder", self.tr("Open the archive folder"), self.folder_asked)
        self._add("drive", self.tr("Choose another archive folder…"), self.other_folder_asked)
        self.addSeparator()
        self._add_looks()
        self.autostart = QAction(self.tr("Start when I log in"), self)
        self.autostart.setCheckable(True)
        self.autostart.setVisible(False)
        self.autostart.triggered.connect(self.autostart_chosen)
        self.addAction(self.autostart)
        self._add("settings", self.tr("Settings"), self.settings_asked)
        self.addSeparator()
        self._add_server = self._add("plus", self.tr("Add a server…"), self.server_asked)
        self._servers = QActionGroup(self)
        self._sign_out = self._add("sign-out", self.tr("Sign out"), self.sign_out_asked)
        self.leave = QAction(icons.icon("cross"), self.tr("Quit"), self)
        self.leave.setShortcut(QKeySequence("Ctrl+Q"))
        self.addAction(self.leave)

    def offer_servers(self, servers: Sequence[Seen]) -> None:
        """One entry for each of several servers, the one in use chosen."""
        for old in self._servers.actions():
            self._servers.removeAction(old)
            self.removeAction(old)
            old.deleteLater()
        for one in servers if len(servers) > 1 else ():
            action = QAction(one.known.label.replace("&", "&&"), self)
            action.setCheckable(True)
            action.setChecked(one.in_use)
            action.triggered.connect(partial(self.server_chosen.emit, one.known.address))
            self._servers.addAction(action)
            self.insertAction(self._add_server, action)

    def offer_sign_out(self, offered: bool) -> None:
        """Whether there is a server to sign out from."""
        self._sign_out.setVisible(offered)

    def offer_autostart(self, *, on: bool) -> None:
        """Show the entry, with what is so now."""
        self.autostart.setVisible(True)
        self.autostart.setChecked(on)

    def _add(self, icon: str, text: str, asked: SignalInstance) -> QAction:
        action = QAction(icons.icon(icon), text, self)
        action.triggered.connect(lambda: asked.emit())
        self.addAction(action)
        return action

    def _add_looks(self) -> None:
        looks = self.addMenu(icons.icon("appearance"), self.tr("Appearance"))
        group = QActionGroup(self)
        looks.aboutToShow.connect(lambda: self._check_look(group))
        for choice, text in (
            (ThemeChoice.SYSTEM, self.tr("As the system")),
            (ThemeChoice.LIGHT, self.tr("Light")),
            (ThemeChoice.DARK, self.tr("Dark")),
        ):
            action = looks.addAction(text)
            action.setCheckable(True)
            action.setData(choice)
            action.triggered.connect(lambda _=False, c=choice: self.theme_chosen.emit(c))
            group.addAction(action)

    def _check_look(self, group: QActionGroup) -> None:
        for action in group.actions():
            action.setChecked(action.data() is theme.current().choice)
