"""How the table of backups looks and answers to mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kuroibara_desktop.ui import icons, theme
from kuroibara_desktop.ui.backups.choices import copyable
from kuroibara_desktop.ui.backups.model import BackupModel, BackupProxy, Draw, Role
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuroibara_desktop.core.backups import Backup

_EDGE = 18  # room left of the first column
_PAD = 8  # room left of the others


def _px(length: float) -> int:
    return round(length * theme.current().scale)


class Rows(QStyledItemDelegate):
    """Draws one cell from text, tone and sign; it knows no backup but for the button in a row."""

    def __init__(self, table: BackupTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: object, _index: object) -> QSize:
        return QSize(_px(80), _px(42))

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
        inner = rect.adjusted(_px(_EDGE if index.column() == 0 else _PAD), 0, -_px(4), 0)
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
        if column == self._table.model().columnCount() - 1:
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
            side = _px(16)
            box = QRectF(rect.left(), rect.center().y() - side / 2 + 1, side, side)
            icons.paint(sign, painter, box, look.tokens.color(tone or "muted"))
            rect = rect.adjusted(side + _px(7), 0, 0, 0)
        painter.setFont(_font_of(draw))
        painter.setPen(look.tokens.color(ink))
        metrics = painter.fontMetrics()
        pin = _px(16) if sign and draw is Draw.NAME else 0
        words = index.data()
        if draw is Draw.STATE and self._table.is_busy(index.row()):
            words = self.tr("Under way…")
        text = metrics.elidedText(
            words, Qt.TextElideMode.ElideMiddle, rect.width() - (pin + _px(8) if pin else 0)
        )
        side_of = (
            Qt.AlignmentFlag.AlignTrailing if draw is Draw.FIGURE else Qt.AlignmentFlag.AlignLeading
        )
        if draw is Draw.FIGURE:
            rect = rect.adjusted(0, 0, -_px(14), 0)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side_of, text)
        if pin:
            left = rect.left() + metrics.horizontalAdvance(text) + _px(8)
            box = QRectF(left, rect.center().y() - pin / 2 + 1, pin, pin)
            icons.paint(sign, painter, box, look.tokens.color("muted"))

    def _pill(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, tone = theme.current(), index.data(Role.TONE)
        font = look.font(Type.SMALL_STRONG)
        metrics = QFontMetrics(font)
        room = rect.width() - _px(24)
        text = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room)
        height = metrics.height() + _px(5)
        width = metrics.horizontalAdvance(text) + _px(22)
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
        self.setFixedHeight(_px(40))
        self.setAccessibleName(self.tr("Columns of the table; press one to sort by it"))

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        look = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.tokens.color("line"))
        sorted_here = self.sortIndicatorSection() == column
        painter.setFont(look.font(Type.SMALL_STRONG))
        painter.setPen(look.tokens.color("text" if sorted_here else "muted"))
        left = _px(_EDGE if column == 0 else _PAD)
        inner = rect.adjusted(left, 0, -_px(4), 0)
        text = self.model().headerData(column, Qt.Orientation.Horizontal)
        side = Qt.AlignmentFlag.AlignLeading
        if self._table.draw_of(column) is Draw.FIGURE:
            side = Qt.AlignmentFlag.AlignTrailing
            inner.adjust(0, 0, -_px(14), 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | side, text)
        if sorted_here:
            width = painter.fontMetrics().horizontalAdvance(text)
            at = (
                inner.right() + _px(8)
                if side is Qt.AlignmentFlag.AlignTrailing
                else inner.left() + width + _px(8)
            )
            up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            self._arrow(painter, QPoint(at, inner.center().y()), up=up)
        painter.restore()

    def _arrow(self, painter: QPainter, at: QPoint, *, up: bool) -> None:
        reach, rise = _px(3), _px(2) * (-1 if up else 1)
        painter.setPen(QPen(theme.current().tokens.color("text"), 1.6))
        painter.drawLine(at.x() - reach, at.y() - rise, at.x(), at.y() + rise)
        painter.drawLine(at.x(), at.y() + rise, at.x() + reach, at.y() - rise)


class BackupTable(QTableView):
    """The table. It knows where the mouse is; what a press means is the page's business."""

    copy_pressed = Signal(object)
    opened = Signal()

    def __init__(self, model: BackupModel, proxy: BackupProxy) -> None:
        super().__init__()
        self._columns = model.columns
        self._proxy = proxy
        self.hovered_row = -1
        self._pressed_row = -1
        self._by_keys = False
        self._elastic: list[int] = []
        self.busy_keys: frozenset[str] = frozenset()
        self.setModel(proxy)
        self.setItemDelegate(Rows(self))
        header = Header(self)
        self.setHorizontalHeader(header)
        header.setSortIndicatorShown(True)
        self.setSortingEnabled(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Backups"))
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setDefaultSectionSize(_px(42))
        self._set_widths(header)
        theme.current().changed.connect(self.viewport().update)

    def draw_of(self, column: int) -> Draw:
        return self._columns[column].draw

    def chosen(self) -> list[Backup]:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._proxy.backup_at(row) for row in rows]

    def choose(self, row: int) -> None:
        index = self._proxy.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def mark_busy(self, keys: Sequence[str]) -> None:
        self.busy_keys = frozenset(keys)
        self.viewport().update()

    def rings(self, row: int) -> bool:
        """Whether the row has a focus ring: for those who came to it by keys."""
        return self._by_keys and self.hasFocus() and row == self.currentIndex().row()

    def is_busy(self, row: int) -> bool:
        return bool(self.busy_keys) and self._proxy.backup_at(row).key in self.busy_keys

    # The button in a row: a short way to the same action as below the table

    def has_button(self, row: int) -> bool:
        if not self.selectionModel().isRowSelected(row, QModelIndex()):
            return False
        backup = self._proxy.backup_at(row)
        return copyable(backup) and backup.key not in self.busy_keys

    def button_rect(self, row: int) -> QRect:
        cell = self.visualRect(self._proxy.index(row, len(self._columns) - 1))
        return self._button_in(cell)

    def paint_button(self, painter: QPainter, cell: QRect) -> None:
        look = theme.current()
        box = QRectF(self._button_in(cell)).adjusted(0.5, 0.5, -0.5, -0.5)
        over = self._button_in(cell).contains(self.viewport().mapFromGlobal(self.cursor().pos()))
        painter.setPen(QPen(look.tokens.color("edge"), 1))
        painter.setBrush(look.tokens.color("raised" if over else "surface"))
        painter.drawRoundedRect(box, 8, 8)
        painter.setFont(look.font(Type.STRONG))
        painter.setPen(look.tokens.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tr("Copy here"))

    def _button_in(self, cell: QRect) -> QRect:
        metrics = QFontMetrics(theme.current().font(Type.STRONG))
        width = metrics.horizontalAdvance(self.tr("Copy here")) + _px(26)
        height = _px(28)
        return QRect(cell.left() + _px(_PAD), cell.center().y() - height // 2 + 1, width, height)

    def _set_widths(self, header: QHeaderView) -> None:
        # As wide as the longest text that usually stands there, in the font and language in use.
        samples = {
            Draw.TEXT: (self.tr("Database"), 24),
            Draw.FIGURE: ("999.9 MiB", 34),
            Draw.QUIET: (self.tr("Today") + " 00:00", 30),
            Draw.PILL: (self.tr("On the server"), 40),
        }
        for column, about in enumerate(self._columns):
            if about.draw in samples:
                text, room = samples[about.draw]
                text = max(text, about.title, key=len)
                metrics = QFontMetrics(theme.current().font(Type.STRONG))
                header.resizeSection(column, metrics.horizontalAdvance(text) + _px(room))
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            else:
                self._elastic.append(column)
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(_px(70))

    def _stretch(self) -> None:
        """Name and state share what the others leave, the name a little more."""
        header = self.horizontalHeader()
        others = (c for c in range(header.count()) if c not in self._elastic)
        free = self.viewport().width() - sum(header.sectionSize(c) for c in others)
        name, state = self._elastic
        header.resizeSection(name, max(_px(180), round(free * 0.52)))
        header.resizeSection(state, max(_px(150), free - max(_px(180), round(free * 0.52))))

    # What Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keys = False
        # A press on a row that is not chosen yet only chooses it: its button was not there to see.
        place = event.position().toPoint()
        row = self.indexAt(place).row()
        over = row >= 0 and self.has_button(row) and self.button_rect(row).contains(place)
        self._pressed_row = row if over else -1
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        row = self.indexAt(place).row()
        pressed, self._pressed_row = self._pressed_row, -1
        if row >= 0 and row == pressed and self.button_rect(row).contains(place):
            self.copy_pressed.emit(self._proxy.backup_at(row))

    def focusInEvent(self, event: QFocusEvent) -> None:
        reasons = Qt.FocusReason
        if event.reason() in (reasons.TabFocusReason, reasons.BacktabFocusReason):
            self._by_keys = True
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _hover(self, row: int) -> None:
        self.hovered_row = row
        self.viewport().update()
