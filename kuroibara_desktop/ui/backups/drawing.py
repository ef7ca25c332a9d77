"""How a cell of the table of backups is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPixmap, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kuroibara_desktop.ui import icons, theme
from kuroibara_desktop.ui.backups.model import NAME, STATE, Draw
from kuroibara_desktop.ui.rows import EDGE, PAD, px
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from kuroibara_desktop.ui.backups.model import Looks
    from kuroibara_desktop.ui.backups.table import BackupTable

_REMEMBERED = 20_000  # shortened texts
_SELECTED = QStyle.StateFlag.State_Selected.value
_MIDDLE_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


class Fitted(NamedTuple):
    """A text ready to be drawn."""

    text: QStaticText
    width: int
    height: int


class Inks:
    """Fonts, colours, pixmaps and shortened texts of one look: made once, not for each cell."""

    def __init__(self, ratio: float) -> None:
        look = theme.current()
        self.made_for = (look.tokens, look.scale, ratio)
        self._ratio = ratio
        self.fonts = {draw: _font_of(draw) for draw in Draw}
        self.small = look.font(Type.SMALL)
        self._metrics = {draw: QFontMetrics(font) for draw, font in self.fonts.items()}
        roles = ("text", "muted", "ok", "warn", "bad", "line", "raised", "accent", "accent_soft")
        self.colors = {role: look.tokens.color(role) for role in roles}
        self.lengths = {length: px(length) for length in (4, 7, 8, 14, 15, 16, EDGE, 40)}
        self._texts: dict[tuple[Draw, str, int], Fitted] = {}
        self._pixmaps: dict[tuple[str, str, int], QPixmap] = {}
        self._pills: dict[tuple[str, str, int], QPixmap] = {}

    def still_fit(self, ratio: float) -> bool:
        look = theme.current()
        return self.made_for == (look.tokens, look.scale, ratio)

    def fitting(self, draw: Draw, text: str, width: int) -> Fitted:
        """The text laid out, shortened in the middle where it is too long."""
        key = (draw, text, width)
        found = self._texts.get(key)
        if found is None:
            metrics = self._metrics[draw]
            short = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width)
            laid = QStaticText(short)
            laid.setTextFormat(Qt.TextFormat.PlainText)
            laid.prepare(font=self.fonts[draw])
            size = laid.size()
            found = Fitted(laid, round(size.width()), round(size.height()))
            if len(self._texts) >= _REMEMBERED:
                self._texts.clear()
            self._texts[key] = found
        return found

    def icon(self, name: str, role: str, side: int) -> QPixmap:
        key = (name, role, side)
        if key not in self._pixmaps:
            self._pixmaps[key] = icons.pixmap(name, role, side, self._ratio)
        return self._pixmaps[key]

    def pill(self, text: str, tone: str, room: int) -> QPixmap:
        """A word on a rounded ground of its tone."""
        key = (text, tone, room)
        if key not in self._pills:
            self._pills[key] = self._new_pill(text, tone, room)
        return self._pills[key]

    def _new_pill(self, text: str, tone: str, room: int) -> QPixmap:
        look = theme.current()
        font = look.font(Type.SMALL_STRONG)
        metrics = QFontMetrics(font)
        short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - px(24))
        height = metrics.height() + px(5)
        width = metrics.horizontalAdvance(short) + px(22)
        made = QPixmap(round(width * self._ratio), round(height * self._ratio))
        made.setDevicePixelRatio(self._ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, width, height)
        path = QPainterPath()
        path.addRoundedRect(box, height / 2, height / 2)
        painter.fillPath(path, look.tokens.color(f"{tone}_soft"))
        painter.setFont(font)
        painter.setPen(look.tokens.color(tone))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, short)
        painter.end()
        return made


class Rows(QStyledItemDelegate):
    """Draws one cell of what the model says of its row; only a button knows the backup."""

    def __init__(self, table: BackupTable) -> None:
        super().__init__(table)
        self._table = table
        self._inks = Inks(table.devicePixelRatioF())
        self._busy_words = self.tr("Under way…")

    def sizeHint(self, _option: object, _index: object) -> QSize:
        return QSize(px(80), px(42))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        inks, table = self._inks, self._table
        rect: QRect = option.rect
        row, column = index.row(), index.column()
        selected = bool(option.state.value & _SELECTED)
        table.paint_ground(painter, rect, index, inks.colors.__getitem__, selected=selected)
        draw = table.draw_of(column)
        looks = table.looks_of(row)
        start = inks.lengths[EDGE if column == NAME else PAD]
        inner = rect.adjusted(start, 0, -inks.lengths[4], 0)
        if draw is Draw.NAME:
            self._name(painter, inks, inner, looks)
        elif draw is Draw.PILL:
            pill = inks.pill(looks.texts[column], looks.place_tone, inner.width())
            height = round(pill.height() / pill.devicePixelRatio())
            painter.drawPixmap(inner.left(), inner.center().y() - height // 2 + 1, pill)
        elif draw is Draw.STATE:
            if selected and table.has_button(row):
                painter.save()
                table.paint_button(painter, rect)
                painter.restore()
            else:
                self._state(painter, inks, inner, row, looks, selected)
        else:
            self._text(painter, inks, inner, draw, looks.texts[column])

    def freshen(self) -> None:
        """Called before a table is painted: the look or the screen may be another one."""
        ratio = self._table.devicePixelRatioF()
        if not self._inks.still_fit(ratio):
            self._inks = Inks(ratio)

    def _text(self, painter: QPainter, inks: Inks, rect: QRect, draw: Draw, words: str) -> None:
        if draw is Draw.FIGURE:
            rect.adjust(0, 0, -inks.lengths[14], 0)
        text = inks.fitting(draw, words, rect.width())
        painter.setPen(inks.colors["muted" if draw is Draw.QUIET else "text"])
        self._put(painter, inks, rect, draw, text)

    @staticmethod
    def _put(painter: QPainter, inks: Inks, rect: QRect, draw: Draw, text: Fitted) -> None:
        """Draw it in the middle of the height, at the side where one begins to read."""
        at_the_end = draw is Draw.FIGURE
        if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            at_the_end = not at_the_end
        left = rect.left() + (rect.width() - text.width if at_the_end else 0)
        top = rect.top() + (rect.height() - text.height) // 2
        painter.setFont(inks.fonts[draw])
        painter.drawStaticText(left, top, text.text)

    def _state(
        self, painter: QPainter, inks: Inks, rect: QRect, row: int, looks: Looks, selected: bool
    ) -> None:
        words, tone, sign = looks.texts[STATE], looks.tone, looks.sign
        if self._table.is_busy(row):
            words, tone, sign = self._busy_words, "muted", "clock"
        # On the tinted row the tones lack contrast; a good state is quiet, its sign is not.
        ink = "muted" if tone == "ok" else "text" if selected and tone != "muted" else tone
        if sign:
            side = inks.lengths[16]
            place = rect.center().y() - side // 2 + 1
            painter.drawPixmap(rect.left(), place, inks.icon(sign, tone, side))
            rect.adjust(side + inks.lengths[7], 0, 0, 0)
        text = inks.fitting(Draw.STATE, words, rect.width())
        painter.setPen(inks.colors[ink])
        self._put(painter, inks, rect, Draw.STATE, text)

    def _name(self, painter: QPainter, inks: Inks, rect: QRect, looks: Looks) -> None:
        """The name, the signs beside it, and where there is room whose copy it is."""
        side, gap = inks.lengths[15], inks.lengths[7]
        room = rect.width() - len(looks.marks) * (side + gap)
        text = inks.fitting(Draw.NAME, looks.texts[NAME], room)
        painter.setPen(inks.colors["text"])
        self._put(painter, inks, rect, Draw.NAME, text)
        left = rect.left() + text.width + gap
        for mark in looks.marks:
            place = rect.center().y() - side // 2 + 1
            painter.drawPixmap(left, place, inks.icon(mark, "muted", side))
            left += side + gap
        if looks.aside and rect.right() - left > inks.lengths[40]:
            painter.setFont(inks.small)
            painter.setPen(inks.colors["muted"])
            rest = QRect(left, rect.top(), rect.right() - left, rect.height())
            words = painter.fontMetrics().elidedText(
                looks.aside, Qt.TextElideMode.ElideRight, rest.width()
            )
            painter.drawText(rest, _MIDDLE_LEADING, words)


def _font_of(draw: Draw) -> QFont:
    look = theme.current()
    if draw is Draw.NAME:
        return look.font(Type.STRONG)
    if draw in (Draw.FIGURE, Draw.QUIET):
        return look.figures(Type.BODY)
    return look.font(Type.DETAIL if draw is Draw.STATE else Type.BODY)
