"""How a cell and a column title of the table of backups are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kuroibara_desktop.ui import icons, theme
from kuroibara_desktop.ui.backups.model import STATE, Draw, Role
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from kuroibara_desktop.ui.backups.table import BackupTable

_EDGE = 18  # room left of the first column
PAD = 8  # room left of the others


def px(length: float) -> int:
    return round(length * theme.current().scale)


class Rows(QStyledItemDelegate):
    """Draws one cell from text, tone and sign; it knows no backup but for the button in a row."""

    def __init__(self, table: BackupTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: object, _index: object) -> QSize:
        return QSize(px(80), px(42))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look = theme.current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(rect, look.tokens.color("accent_soft"))
        elif index.row() == self._table.hovered_row:
            painter.fillRect(rect, look.tokens.color("raised"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.tokens.color("line"))
        if self._table.rings(index.row()):
            self._focus(painter, rect, index.column())
        draw = self._table.draw_of(index.column())
        inner = rect.adjusted(px(_EDGE if index.column() == 0 else PAD), 0, -px(4), 0)
        if draw is Draw.PILL:
            self._pill(painter, inner, index)
        elif draw is Draw.STATE and self._table.has_button(index.row()):
            self._table.paint_button(painter, rect)
        else:
            self._text(painter, inner, index, draw, selected)
        painter.restore()

    def _focus(self, painter: QPainter, rect: QRect, column: int) -> None:
        accent = theme.current().tokens.color("accent")
        painter.fillRect(rect.left(), rect.top(), rect.width(), 2, accent)
        painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, accent)
        if column == 0:
            painter.fillRect(rect.left(), rect.top(), 2, rect.height(), accent)
        if column == STATE:  # it stands last
            painter.fillRect(rect.right() - 1, rect.top(), 2, rect.height(), accent)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        draw: Draw,
        selected: bool,
    ) -> None:
        look = theme.current()
        tone, sign = index.data(Role.TONE), index.data(Role.SIGN)
        if draw is Draw.STATE and self._table.is_busy(index.row()):
            tone, sign = "muted", "clock"
        ink = {Draw.QUIET: "muted", Draw.STATE: tone or "muted"}.get(draw, "text")
        if draw is Draw.STATE and tone in ("ok", "warn", "bad"):
            # On the tinted row the tones lack contrast; a good state is quiet, its sign is not.
            ink = "muted" if tone == "ok" else "text" if selected else tone
        if sign and draw is Draw.STATE:
            side = px(16)
            box = QRectF(rect.left(), rect.center().y() - side / 2 + 1, side, side)
            icons.paint(sign, painter, box, look.tokens.color(tone or "muted"))
            rect = rect.adjusted(side + px(7), 0, 0, 0)
        painter.setFont(_font_of(draw))
        painter.setPen(look.tokens.color(ink))
        if draw is Draw.NAME:
            self._name(painter, rect, index)
            return
        words = index.data()
        if draw is Draw.STATE and self._table.is_busy(index.row()):
            words = self.tr("Under way…")
        side_of = Qt.AlignmentFlag.AlignLeading
        if draw is Draw.FIGURE:
            side_of = Qt.AlignmentFlag.AlignTrailing
            rect = rect.adjusted(0, 0, -px(14), 0)
        text = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side_of, text)

    def _name(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The name, the signs beside it, and where there is room whose copy it is."""
        look, side, gap = theme.current(), px(15), px(7)
        marks: list[str] = index.data(Role.MARKS)
        room = rect.width() - len(marks) * (side + gap)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(index.data(), Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, text)
        muted = look.tokens.color("muted")
        left = rect.left() + metrics.horizontalAdvance(text) + gap
        for mark in marks:
            box = QRectF(left, rect.center().y() - side / 2 + 1, side, side)
            icons.paint(mark, painter, box, muted)
            left += side + gap
        aside = index.data(Role.ASIDE)
        if aside and rect.right() - left > px(40):
            painter.setFont(look.font(Type.SMALL))
            painter.setPen(muted)
            rest = QRect(left, rect.top(), rect.right() - left, rect.height())
            words = painter.fontMetrics().elidedText(
                aside, Qt.TextElideMode.ElideRight, rest.width()
            )
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)

    def _pill(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, tone = theme.current(), index.data(Role.TONE)
        font = look.font(Type.SMALL_STRONG)
        metrics = QFontMetrics(font)
        room = rect.width() - px(24)
        text = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room)
        height = metrics.height() + px(5)
        width = metrics.horizontalAdvance(text) + px(22)
        box = QRectF(rect.left(), rect.center().y() - height / 2 + 0.5, width, height)
        path = QPainterPath()
        path.addRoundedRect(box, height / 2, height / 2)
        painter.fillPath(path, look.tokens.color(f"{tone}_soft"))
        painter.setFont(font)
        painter.setPen(look.tokens.color(tone))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _font_of(draw: Draw) -> QFont:
    look = theme.current()
    if draw is Draw.NAME:
        return look.font(Type.STRONG)
    if draw in (Draw.FIGURE, Draw.QUIET):
        return look.figures(Type.BODY)
    return look.font(Type.DETAIL if draw is Draw.STATE else Type.BODY)


class Header(QHeaderView):
    """Quiet titles; the sorted column has an arrow."""

    def __init__(self, table: BackupTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(px(40))
        self.setAccessibleName(self.tr("Columns of the table; press one to sort by it"))

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        look = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.tokens.color("line"))
        sorted_here = self.sortIndicatorSection() == column
        painter.setFont(look.font(Type.SMALL_STRONG))
        painter.setPen(look.tokens.color("text" if sorted_here else "muted"))
        left = px(_EDGE if column == 0 else PAD)
        inner = rect.adjusted(left, 0, -px(4), 0)
        text = self.model().headerData(column, Qt.Orientation.Horizontal)
        side = Qt.AlignmentFlag.AlignLeading
        if self._table.draw_of(column) is Draw.FIGURE:
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
