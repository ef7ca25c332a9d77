"""What every dialog does when it opens: Tab goes as one reads, and all its words have room."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QShowEvent


class Dialog(QDialog):
    """A dialog of this app. Escape leaves it, as any of Qt's."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (layout := self.layout()) is not None:
            for before, after in pairwise(_reached(layout)):
                QWidget.setTabOrder(before, after)
        self._grow()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:  # a sentence came, or a font
            self._grow()
        return done

    def _grow(self) -> None:
        """Have the height for what wraps: Qt guesses it for a width the dialog may not have."""
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        room = self.screen().availableSize().height() - 40
        needed = min(layout.totalHeightForWidth(self.width()), room)
        if self.height() < needed:
            self.resize(self.width(), needed)


def _reached(layout: QLayout) -> Iterator[QWidget]:
    """What Tab comes to, in the order in which the layout is read."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            yield from _reached(inner)
        elif (widget := item.widget()) is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            elif (inner := widget.layout()) is not None:
                yield from _reached(inner)
