"""What is said above the table: what is amiss and what helps, and what went well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QWidget

from kuroibara_desktop.ui.pieces import Notice, button, column, row

if TYPE_CHECKING:
    from collections.abc import Callable

_SUCCESS_STAYS = 12_000  # milliseconds


@dataclass(frozen=True, slots=True)
class Tell:
    """A sentence above the table; `act` is what its button does."""

    text: str
    tone: str = ""
    action: str = ""
    act: Callable[[], None] | None = None


class Tellings(QWidget):
    """Notices below each other; the same ones again leave them, and the keyboard, alone."""

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[Tell, ...] = ()
        self._rows = column(self, gap=8)
        self.hide()

    def tell(self, notices: tuple[Tell, ...]) -> None:
        if notices == self._told:
            return
        self._told = notices
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for notice in notices:
            made = Notice(notice.text, notice.tone, action=notice.action)
            if notice.act is not None:
                made.pressed.connect(notice.act)
            self._rows.addWidget(made)
        self.setVisible(bool(notices))

    def texts(self) -> tuple[str, ...]:
        return tuple(notice.text for notice in self._told)


class Done(QFrame):
    """What went well, for a while; with a button that takes it back, where that can be."""

    def __init__(self) -> None:
        super().__init__()
        self._undo: Callable[[], None] | None = None
        self._notice = Notice(action=self.tr("Dismiss"))
        self._notice.pressed.connect(self.hide)
        self.undo_button = button(self.tr("Undo"))
        self.undo_button.clicked.connect(self._take_back)
        self.buttons = (self._notice.press, self.undo_button)  # as Tab goes
        self._stays = QTimer(self)
        self._stays.setSingleShot(True)
        self._stays.setInterval(_SUCCESS_STAYS)
        self._stays.timeout.connect(self.hide)
        inner = row(self, gap=8)
        inner.addWidget(self._notice, 1)
        inner.addWidget(self.undo_button)
        self.hide()

    def tell(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self._undo = undo
        self._notice.say(text, "ok")
        self.undo_button.setVisible(undo is not None)
        self.setVisible(bool(text))
        self._stays.start()

    def text(self) -> str:
        return self._notice.text()

    def _take_back(self) -> None:
        self.hide()
        if (undo := self._undo) is not None:
            self._undo = None
            undo()
