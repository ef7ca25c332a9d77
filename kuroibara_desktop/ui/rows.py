"""What a list of rows has in common with another: the choice that is kept, mouse, keys, titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

Index = QModelIndex | QPersistentModelIndex
DISPLAY = Qt.ItemDataRole.DisplayRole
ROOT = QModelIndex()  # where Qt begins to ask: above all rows
EDGE = 18  # room left of the first column
PAD = 8  # room left of the others


def px(length: float) -> int:
    return round(length * theme.current().scale)


class RowModel(QAbstractTableModel):
    """Rows that have a key each, by which they are found again in the next list."""

    titles: tuple[str, ...] = ()

    def key_at(self, row: int) -> str:
        raise NotImplementedError

    def row_of(self, key: str) -> int | None:
        raise NotImplementedError

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = DISPLAY
    ) -> str | None:
        if orientation is Qt.Orientation.Horizontal and role == DISPLAY:
            return self.titles[section]
        return None


class RowTable(QTableView):
    """Whole rows are chosen, and stay chosen where the model begins anew."""

    most_chosen_again: int | None = None  # of so many rows the choice is kept; None: of all

    def __init__(
        self, model: RowModel, *, name: str, titles: str, high: int, figures: Collection[int] = ()
    ) -> None:
        """`name` and `titles` are what table and header are read as; `figures` end like numbers."""
        super().__init__()
        self._keyed = model
        self._kept: list[str] = []
        self._by_keys = False
        self.hovered_row = -1
        self.setModel(model)
        self.setHorizontalHeader(_Header(self, titles, figures))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(high))
        # After the header has its model: where that begins anew, the header forgets the choice.
        model.modelAboutToBeReset.connect(self._keep_choice)
        model.modelReset.connect(self._choose_again)
        theme.current().changed.connect(self.viewport().update)

    def chosen_rows(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def choose(self, row: int) -> None:
        index = self._keyed.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def _keep_choice(self) -> None:
        self._kept = [self._keyed.key_at(row) for row in self.chosen_rows()]

    def _choose_again(self) -> None:
        """A new table of rows forgets what was chosen: choose the same ones again."""
        flags = QItemSelectionModel.SelectionFlag
        for key in self._kept[: self.most_chosen_again]:
            row = self._keyed.row_of(key)
            if row is not None:
                index = self._keyed.index(row, 0)
                self.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)

    # What a row looks like, whatever stands in it

    def paint_ground(
        self,
        painter: QPainter,
        cell: QRect,
        index: Index,
        color: Callable[[str], QColor],
        *,
        selected: bool,
    ) -> None:
        """Paint what lies under the words of a cell, the line below, and the row's focus ring."""
        row = index.row()
        if selected:
            painter.fillRect(cell, color("accent_soft"))
        elif row == self.hovered_row:
            painter.fillRect(cell, color("raised"))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, color("line"))
        # The ring is for those who came to the row by keys.
        if self._by_keys and self.hasFocus() and row == self.currentIndex().row():
            self._paint_ring(painter, cell, index.column(), color("accent"))

    def _paint_ring(self, painter: QPainter, cell: QRect, column: int, color: QColor) -> None:
        painter.fillRect(cell.left(), cell.top(), cell.width(), 2, color)
        painter.fillRect(cell.left(), cell.bottom() - 1, cell.width(), 2, color)
        header = self.horizontalHeader()
        place = header.visualIndex(column)
        if place == 0:
            painter.fillRect(cell.left(), cell.top(), 2, cell.height(), color)
        if place == header.count() - 1:
            painter.fillRect(cell.right() - 1, cell.top(), 2, cell.height(), color)

    # What Qt tells

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keys = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        reasons = Qt.FocusReason
        if event.reason() in (reasons.TabFocusReason, reasons.BacktabFocusReason):
            self._by_keys = True
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        if not self.answers(event):
            super().keyPressEvent(event)

    def answers(self, _event: QKeyEvent) -> bool:
        """Do what a key means in this table; False where it means only what it does in all."""
        return False

    def _hover(self, row: int) -> None:
        self.hovered_row = row
        self.viewport().update()


class _Header(QHeaderView):
    """Quiet titles; where the table can be sorted, the sorted column has an arrow."""

    def __init__(self, table: RowTable, name: str, figures: Collection[int]) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._figures = figures
        self.setHighlightSections(False)
        self.setFixedHeight(px(40))
        self.setAccessibleName(name)

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        look = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.tokens.color("line"))
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == column
        painter.setFont(look.font(Type.SMALL_STRONG))
        painter.setPen(look.tokens.color("text" if sorted_here else "muted"))
        inner = rect.adjusted(px(EDGE if column == 0 else PAD), 0, -px(4), 0)
        text = self.model().headerData(column, Qt.Orientation.Horizontal)
        side = Qt.AlignmentFlag.AlignLeading
        if column in self._figures:
            side = Qt.AlignmentFlag.AlignTrailing
            inner.adjust(0, 0, -px(14), 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | side, text)
        if sorted_here:
            width = painter.fontMetrics().horizontalAdvance(text)
            at = (
                inner.right() + px(8)
                if side is Qt.AlignmentFlag.AlignTrailing
                else inner.left() + width + px(8)
            )
            up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            self._arrow(painter, QPoint(at, inner.center().y()), up=up)
        painter.restore()

    def _arrow(self, painter: QPainter, at: QPoint, *, up: bool) -> None:
        reach, rise = px(3), px(2) * (-1 if up else 1)
        painter.setPen(QPen(theme.current().tokens.color("text"), 1.6))
        painter.drawLine(at.x() - reach, at.y() - rise, at.x(), at.y() + rise)
        painter.drawLine(at.x(), at.y() + rise, at.x() + reach, at.y() - rise)
