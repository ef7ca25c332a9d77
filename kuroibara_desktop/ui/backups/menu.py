"""The menu of the chosen backups: what can be done with them, and why something cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from kuroibara_desktop.ui import icons
from kuroibara_desktop.ui.backups.deeds import Bar, Deed, Offered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QPushButton

    from kuroibara_desktop.ui.backups.model import Column

_ICONS = {
    Deed.REPAIR: "refresh",
    Deed.RESTORE: "restore",
    Deed.VERIFY_THERE: "server",
    Deed.PROVE: "verify",
    Deed.ACCEPT: "check",
    Deed.PIN: "pin",
    Deed.UNPIN: "pin",
    Deed.ELSEWHERE: "drive",
    Deed.DELETE_THERE: "cross",
    Deed.DELETE_HERE: "cross",
}
_BEGIN_A_PART = (Deed.PIN, Deed.ELSEWHERE, Deed.DELETE_THERE)


class BackupMenu(QMenu):
    """Made for one opening. What is barred stands there, dimmed, and the reason below it."""

    asked = Signal(object)  # Offered
    properties_asked = Signal()
    sort_asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setToolTipsVisible(True)
        self.setAccessibleName(self.tr("What can be done with the chosen backups"))

    def add_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """The same as the buttons of the page."""
        for of in buttons:
            if not of.isVisibleTo(of.window()):
                continue
            action = self.addAction(of.icon(), of.text())
            action.setEnabled(of.isEnabled())
            action.triggered.connect(of.click)

    def add_properties(self) -> None:
        action = self.addAction(icons.icon("info"), self.tr("Properties"))
        action.setShortcut(Qt.Key.Key_Return)
        action.triggered.connect(self.properties_asked)

    def add_deeds(self, offers: Sequence[Offered]) -> None:
        self.addSeparator()
        bars: dict[Bar, list[Deed]] = {}
        for offer in offers:
            if offer.deed in _BEGIN_A_PART:
                self.addSeparator()
            action = self._add(offer)
            if offer.bar is not None:
                action.setEnabled(False)
                action.setToolTip(self.why(offer.bar))
                bars.setdefault(offer.bar, []).append(offer.deed)
        if bars:
            self.addSeparator()
        for bar in bars:  # once each, in words: a tool tip is for the mouse alone
            self.addAction(icons.icon("info", "muted"), self.why(bar)).setEnabled(False)

    def add_sorting(self, columns: Sequence[Column]) -> None:
        self.addSeparator()
        sort = self.addMenu(self.tr("Sort by"))
        for number, about in enumerate(columns):
            action = sort.addAction(about.title)
            action.triggered.connect(lambda _=False, n=number: self.sort_asked.emit(n))

    def _add(self, offer: Offered) -> QAction:
        action = self.addAction(self.words(offer.deed))
        if offer.deed in _ICONS:
            action.setIcon(icons.icon(_ICONS[offer.deed]))
        if offer.deed is Deed.DELETE_THERE and offer.bar is None:
            action.setShortcut(Qt.Key.Key_Delete)
        action.triggered.connect(lambda: self.asked.emit(offer))
        return action

    def words(self, deed: Deed) -> str:
        return {
            Deed.REPAIR: self.tr("Repair from the server"),
            Deed.RESTORE: self.tr("Restore…"),
            Deed.VERIFY_THERE: self.tr("Verify on the server"),
            Deed.PROVE: self.tr("Prove by a rehearsed restore"),
            Deed.ACCEPT: self.tr("Accept although suspect…"),
            Deed.PIN: self.tr("Pin: let no rule remove it"),
            Deed.UNPIN: self.tr("Unpin"),
            Deed.NOTE: self.tr("Note…"),
            Deed.ELSEWHERE: self.tr("Copy to another place…"),
            Deed.DELETE_THERE: self.tr("Delete on the server…"),
            Deed.DELETE_HERE: self.tr("Delete the copy here…"),
        }[deed]

    def why(self, bar: Bar) -> str:
        return {
            Bar.AWAY: self.tr("Some need the server, which cannot be asked now."),
            Bar.NO_ENGINE: self.tr("Some need the backup engine, which this server does not have."),
            Bar.NOT_OFFERED: self.tr("This server's backup engine does not offer all of it."),
            Bar.NOT_ALLOWED: self.tr("Some are for administrators: sign in as one."),
            Bar.BEING_WRITTEN: self.tr("The server is still writing this backup."),
            Bar.NOT_HERE: self.tr("To restore it, copy it here first."),
            Bar.DAMAGED: self.tr("The copy here is damaged: repair it first."),
            Bar.GONE_THERE: self.tr("The server no longer has it whole, so it cannot be repaired."),
        }[bar]
