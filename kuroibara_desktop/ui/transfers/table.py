"""The table of transfers: how it is drawn, and how it answers to mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kuroibara_desktop.ui import icons, theme
from kuroibara_desktop.ui.rows import EDGE, PAD, Index, RowTable, px
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.transfers.model import NAME, PROGRESS, STATE, Role, TransferModel

if TYPE_CHECKING:
    from kuroibara_desktop.ui.transfers.view import Line

_HIGH = 58


class TransferTable(RowTable):
    """Chooses, moves and says what was pressed; what that means is the page's business."""

    opened = Signal()  # the next sensible thing with the chosen ones is wanted
    toggled = Signal()  # pause, or go on
    dropped = Signal()  # they are wanted no more
    nudged = Signal(int)  # -1: one place up; 1: one place down

    def __init__(self, model: TransferModel) -> None:
        super().__init__(
            model,
            name=self.tr("Transfers"),
            titles=self.tr("Columns of the table"),
            high=_HIGH,
        )
        self._model = model
        self.setItemDelegate(_Rows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        for column in (NAME, PROGRESS, STATE):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)

    def chosen(self) -> list[Line]:
        return [self._model.line_at(row) for row in self.chosen_rows()]

    # What Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = theme.current()
        words = QFontMetrics(look.font(Type.DETAIL)).horizontalAdvance(self.tr("In the queue"))
        state = max(px(130), words + px(56))
        free = self.viewport().width() - state
        progress = min(px(260), max(px(110), round(free * 0.32)))
        header = self.horizontalHeader()
        header.resizeSection(NAME, max(px(160), free - progress))
        header.resizeSection(PROGRESS, progress)
        header.resizeSection(STATE, state)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def answers(self, event: QKeyEvent) -> bool:
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
            return False
        return True


class _Rows(QStyledItemDelegate):
    """Two lines of words, a bar, and the state with its sign."""

    def __init__(self, table: TransferTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: object, _index: object) -> QSize:
        return QSize(px(80), px(_HIGH))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = theme.current().tokens.color
        self._table.paint_ground(painter, rect, index, color, selected=selected)
        edge = px(EDGE if index.column() == NAME else PAD)
        inner = rect.adjusted(edge, 0, -px(12), 0)
        if index.column() == NAME:
            self._words(painter, inner, index, selected=selected)
        elif index.column() == PROGRESS:
            self._bar(painter, inner, index)
        else:
            self._state(painter, inner, index, selected=selected)
        painter.restore()

    def _words(
        self,
        painter: QPainter,
        rect: QRect,
        index: Index,
        *,
        selected: bool,
    ) -> None:
        look = theme.current()
        strong, small = look.font(Type.STRONG), look.figures(Type.SMALL)
        heights = [QFontMetrics(font).height() for font in (strong, small)]
        top = rect.center().y() - (sum(heights) + px(1)) // 2 + 1
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
            top += height + px(1)

    def _bar(self, painter: QPainter, rect: QRect, index: Index) -> None:
        fraction = index.data(Role.FRACTION)
        if fraction is None:
            return
        look = theme.current()
        font = look.figures(Type.SMALL)
        metrics = QFontMetrics(font)
        figure = metrics.horizontalAdvance("100 %") + px(10)
        high = px(6)
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
        index: Index,
        *,
        selected: bool,
    ) -> None:
        look, tone = theme.current(), index.data(Role.TONE)
        side = px(16)
        right_to_left = self._table.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = rect.right() - side if right_to_left else rect.left()
        box = QRectF(left, rect.center().y() - side / 2 + 1, side, side)
        icons.paint(index.data(Role.SIGN), painter, box, look.tokens.color(tone))
        room = side + px(7)
        words = rect.adjusted(0 if right_to_left else room, 0, -room if right_to_left else 0, 0)
        # On the tinted row the tones lack contrast; a good state is quiet, its sign is not.
        ink = "muted" if tone in ("ok", "accent") else "text" if selected else tone
        painter.setFont(look.font(Type.DETAIL))
        painter.setPen(look.tokens.color(ink))
        text = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)
