"""What every dialog does when it opens: Tab goes as one reads, and all its words have room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog

from kuroibara_desktop.ui.tabbing import tab_as_read

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent


class Dialog(QDialog):
    """A dialog of this app. Escape leaves it, as any of Qt's."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (layout := self.layout()) is not None:
            tab_as_read(layout)
        self._grow()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:  # a sentence came, or a font
            self._grow()
        return done

    def fit(self) -> None:
        """Be as tall as its words are at its width, and no taller: Qt guesses for another width."""
        if (needed := self._needed()) is not None:
            self.resize(self.width(), needed)

    def _grow(self) -> None:
        """Have the height for what wraps; what is taller already, somebody may want so."""
        needed = self._needed()
        if needed is not None and self.height() < needed:
            self.resize(self.width(), needed)

    def _needed(self) -> int | None:
        layout = self.layout()
        if layout is None or not self.isVisible():
            return None
        room = self.screen().availableSize().height() - 40
        return min(layout.totalHeightForWidth(self.width()), room)
