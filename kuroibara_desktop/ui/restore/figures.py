"""A small table of words and numbers that stands in a card: all of it shows, nothing scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter


class _Titles(QHeaderView):
    """Quiet titles over a hairline, as every table of the app has them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFixedHeight(round(32 * theme.current().scale))

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        look = theme.current()
        painter.save()
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.tokens.color("line"))
        painter.setFont(look.font(Type.SMALL_STRONG))
        painter.setPen(look.tokens.color("muted"))
        text = self.model().headerData(column, Qt.Orientation.Horizontal)
        painter.drawText(rect.adjusted(3, 0, -3, 0), _aligned(column), text)
        painter.restore()


class _Lines(QStyledItemDelegate):
    """A hairline under each row but the last."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        if index.row() < index.model().rowCount() - 1:
            rect: QRect = option.rect  # type: ignore[attr-defined,unused-ignore]  # not in its types
            line = theme.current().tokens.color("line")
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)


class Figures(QTableWidget):
    """A small table of words and numbers, as tall as it is long."""

    def __init__(self, name: str, titles: Sequence[str]) -> None:
        super().__init__(0, len(titles))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(_Titles(self))
        self.setItemDelegate(_Lines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._titles = tuple(titles)
        for number, title in enumerate(titles):
            item = QTableWidgetItem(title)
            item.setTextAlignment(_aligned(number))
            self.setHorizontalHeaderItem(number, item)
        self._fit()

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        self.setRowCount(len(rows))
        figures = theme.current().figures(Type.BODY)
        for line, texts in enumerate(rows):
            for number, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setTextAlignment(_aligned(number))
                item.setFont(theme.current().font(Type.STRONG) if number == 0 else figures)
                said = f"{self._titles[number]}: {text}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                self.setItem(line, number, item)
        self._fit()

    def _fit(self) -> None:
        high = round(34 * theme.current().scale)
        self.verticalHeader().setDefaultSectionSize(high)
        self.setFixedHeight(
            high * self.rowCount() + self.horizontalHeader().sizeHint().height() + 4
        )


def _aligned(number: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeading if number == 0 else Qt.AlignmentFlag.AlignTrailing
    return side | Qt.AlignmentFlag.AlignVCenter
