"""The table of transfers: how it is drawn, and how it answers to mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kuroibara_desktop.ui import icons, theme
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.transfers.model import NAME, PROGRESS, STATE, Role, TransferModel

if TYPE_CHECKING:
    from kuroibara_desktop.core.transfers import TransferId
    from kuroibara_desktop.ui.transfers.view import Line

_EDGE, _PAD, _HIGH = 18, 8, 58


def _px(length: float) -> int:
    return round(length * theme.current().scale)


class TransferTable(QTableView):
    """Chooses, moves and says what was pressed; what that means is the page's business."""

    opened = Signal()  # the next sensible thing with the chosen ones is wanted
    toggled = Signal()  # pause, or go on
    dropped = Signal()  # they are wanted no more
    nudged = Signal(int)  # -1: one place up; 1: one place down

    def __init__(self, model: TransferModel) -> None:
        super().__init__()
        self._model = model
        self.hovered_row = -1
        self._by_keys = False
        self._kept: list[TransferId] = []
        self.setModel(model)
        self.setItemDelegate(_Rows(self))
        self.setHorizontalHeader(_Header(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAccessibleName(self.tr("Transfers"))
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setDefaultSectionSize(_px(_HIGH))
        for column in (NAME, PROGRESS, STATE):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        model.modelAboutToBeReset.connect(self._keep_choice)
        model.modelReset.connect(self._choose_again)
        theme.current().changed.connect(self.viewport().update)

    def chosen(self) -> list[Line]:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.line_at(row) for row in rows]

    def choose(self, row: int) -> None:
        index = self._model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def rings(self, row: int) -> bool:
        """Whether the row has a focus ring: for those who came to it by keys."""
        return self._by_keys and self.hasFocus() and row == self.currentIndex().row()

    def _keep_choice(self) -> None:
        self._kept = [line.id for line in self.chosen()]

    def _choose_again(self) -> None:
        flags = QItemSelectionModel.SelectionFlag
        for wanted in self._kept:
            row = self._model.row_of(wanted)
            if row is not None:
                index = self._model.index(row, 0)
                self.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)

    # What Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = theme.current()
        words = QFontMetrics(look.font(Type.DETAIL)).horizontalAdvance(self.tr("In the queue"))
        state = max(_px(130), words + _px(56))
        free = self.viewport().width() - state
        progress = min(_px(260), max(_px(110), round(free * 0.32)))
        header = self.horizontalHeader()
        header.resizeSection(NAME, max(_px(160), free - progress))
        header.resizeSection(PROGRESS, progress)
        header.resizeSection(STATE, state)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keys = False
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        reasons = Qt.FocusReason
        if event.reason() in (reasons.TabFocusReason, reasons.BacktabFocusReason):
            self._by_keys = True
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        key, held = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and held & Qt.KeyboardModifier.AltModifier:
            self.nudged.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Space and not held:
            self.toggled.emit()
        elif key == Qt.Key.Key_Delete:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def _hover(self, row: int) -> None:
        self.hovered_row = row
        self.viewport().update()


class _Rows(QStyledItemDelegate):
    """Two lines of words, a bar, and the state with its sign."""

    def __init__(self, table: TransferTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: object, _index: object) -> QSize:
        return QSize(_px(80), _px(_HIGH))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = theme.current().tokens
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(rect, tokens.color("accent_soft"))
        elif index.row() == self._table.hovered_row:
            painter.fillRect(rect, tokens.color("raised"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.color("line"))
        if self._table.rings(index.row()):
            self._ring(painter, rect, index.column())
        edge = _px(_EDGE if index.column() == NAME else _PAD)
        inner = rect.adjusted(edge, 0, -_px(12), 0)
        if index.column() == NAME:
            self._words(painter, inner, index, selected=selected)
        elif index.column() == PROGRESS:
            self._bar(painter, inner, index)
        else:
            self._state(painter, inner, index, selected=selected)
        painter.restore()

    def _ring(self, painter: QPainter, rect: QRect, column: int) -> None:
        accent = theme.current().tokens.color("accent")
        painter.fillRect(rect.left(), rect.top(), rect.width(), 2, accent)
        painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, accent)
        if column == NAME:
            painter.fillRect(rect.left(), rect.top(), 2, rect.height(), accent)
        elif column == STATE:
            painter.fillRect(rect.right() - 1, rect.top(), 2, rect.height(), accent)

    def _words(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        look = theme.current()
        strong, small = look.font(Type.STRONG), look.figures(Type.SMALL)
        heights = [QFontMetrics(font).height() for font in (strong, small)]
        top = rect.center().y() - (sum(heights) + _px(1)) // 2 + 1
        bad = index.data(Role.TONE) == "bad" and not selected
        for font, ink, text, height, elide in (
            (strong, "text", index.data(), heights[0], Qt.TextElideMode.ElideMiddle),
            (
                small,
                "bad" if bad else "muted",
                index.data(Role.DETAIL),
                heights[1],
                Qt.TextElideMode.ElideRight,
            ),
        ):
            painter.setFont(font)
            painter.setPen(look.tokens.color(ink))
            shown = painter.fontMetrics().elidedText(text, elide, rect.width())
            place = QRect(rect.left(), top, rect.width(), height)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, shown
            )
            top += height + _px(1)

    def _bar(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        fraction = index.data(Role.FRACTION)
        if fraction is None:
            return
        look = theme.current()
        font = look.figures(Type.SMALL)
        metrics = QFontMetrics(font)
        figure = metrics.horizontalAdvance("100 %") + _px(10)
        high = _px(6)
        groove = QRectF(rect.left(), rect.center().y() - high / 2 + 1, rect.width() - figure, high)
        words = QRect(rect.right() - figure, rect.top(), figure, rect.height())
        right_to_left = self._table.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if right_to_left:
            groove.moveLeft(rect.left() + figure)
            words.moveLeft(rect.left())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.tokens.color("line"))
        painter.drawRoundedRect(groove, high / 2, high / 2)
        tone = index.data(Role.TONE)
        painter.setBrush(look.tokens.color("muted" if tone in ("muted", "bad") else "accent"))
        full = QRectF(groove)
        full.setWidth(max(groove.width() * fraction, high))
        if right_to_left:
            full.moveRight(groove.right())
        painter.drawRoundedRect(full, high / 2, high / 2)
        painter.setFont(font)
        painter.setPen(look.tokens.color("muted"))
        painter.drawText(
            words, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter, index.data()
        )

    def _state(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        look, tone = theme.current(), index.data(Role.TONE)
        side = _px(16)
        right_to_left = self._table.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = rect.right() - side if right_to_left else rect.left()
        box = QRectF(left, rect.center().y() - side / 2 + 1, side, side)
        icons.paint(index.data(Role.SIGN), painter, box, look.tokens.color(tone))
        room = side + _px(7)
        words = rect.adjusted(0 if right_to_left else room, 0, -room if right_to_left else 0, 0)
        # On the tinted row the tones lack contrast; a good state is quiet, its sign is not.
        ink = "muted" if tone in ("ok", "accent") else "text" if selected else tone
        painter.setFont(look.font(Type.DETAIL))
        painter.setPen(look.tokens.color(ink))
        text = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)


class _Header(QHeaderView):
    """Quiet titles; nothing is sorted here, the order is the queue's own."""

    def __init__(self, table: TransferTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFixedHeight(_px(40))
        self.setAccessibleName(self.tr("Columns of the table"))

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        look = theme.current()
        painter.save()
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.tokens.color("line"))
        painter.setFont(look.font(Type.SMALL_STRONG))
        painter.setPen(look.tokens.color("muted"))
        inner = rect.adjusted(_px(_EDGE if column == NAME else _PAD), 0, -_px(4), 0)
        text = self.model().headerData(column, Qt.Orientation.Horizontal)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, text)
        painter.restore()
