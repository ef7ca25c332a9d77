"""What every face of the Restore page is: a column, and a place where the keyboard begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kuroibara_desktop.ui.pieces import (
    GAP,
    column,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout


class Face(QWidget):
    """`start` is what the keyboard begins with."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = column(self, gap=GAP)
        self.start: QWidget = self


def emptied(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    layout.setAlignment(Qt.AlignmentFlag.AlignTop)
