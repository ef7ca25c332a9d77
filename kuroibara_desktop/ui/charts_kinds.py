"""What takes the room: one bar a kind of backup, on the server and here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt

from kuroibara_desktop.ui import formatting, theme
from kuroibara_desktop.ui.charts import Chart, faded, px
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from kuroibara_desktop.core.growth import KindSize

_ROW = 44


class KindsChart(Chart):
    """Two bars a row, here and on the server, each with its figures in words."""

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Size by kind"))
        self._kinds: tuple[KindSize, ...] = ()
        self._names = {
            "daily": self.tr("Daily"),
            "weekly": self.tr("Weekly"),
            "monthly": self.tr("Monthly"),
            "manual": self.tr("By hand"),
            "safety": self.tr("Before a restore"),
            "": self.tr("Other"),
        }

    def show_kinds(self, kinds: Sequence[KindSize]) -> None:
        self._kinds = tuple(kinds)
        self.updateGeometry()
        self.say_anew()

    def sizeHint(self) -> QSize:
        return QSize(round(px(400)), round(px(_ROW * max(1, len(self._kinds)) + 4)))

    def points(self) -> int:
        return len(self._kinds)

    def name_of(self, kind: str) -> str:
        return self._names.get(kind, kind)

    def words_at(self, point: int) -> str:
        one = self._kinds[point]
        return self.tr(
            "{kind}: here {count} of {size}, on the server {there} of {size_there}"
        ).format(
            kind=self.name_of(one.kind),
            count=one.count_here,
            size=formatting.size(one.size_here),
            there=one.count_there,
            size_there=formatting.size(one.size_there),
        )

    def summary(self) -> str:
        return "; ".join(self.words_at(point) for point in range(len(self._kinds)))

    def area_of(self, point: int) -> QRectF:
        return QRectF(0, px(2) + point * px(_ROW), self.width(), px(_ROW))

    def _figures(self, one: KindSize) -> tuple[str, str]:
        """What stands at the end of the two bars: here, and on the server."""
        here = f"{one.count_here} · {formatting.size(one.size_here)}"
        there = f"{one.count_there} · {formatting.size(one.size_there)}"
        none = self.tr("none")
        return (
            self.tr("here {figures}").format(figures=here if one.count_here else none),
            self.tr("server {figures}").format(figures=there if one.count_there else none),
        )

    def _columns(self, painter: QPainter) -> tuple[float, float]:
        """How wide the names and the figures are."""
        look = theme.current()
        painter.setFont(look.font(Type.DETAIL))
        wide = painter.fontMetrics().horizontalAdvance
        names = max((wide(self.name_of(kind.kind)) for kind in self._kinds), default=0)
        painter.setFont(look.figures(Type.SMALL))
        wide = painter.fontMetrics().horizontalAdvance
        figures = max((wide(w) for kind in self._kinds for w in self._figures(kind)), default=0)
        return names + px(16), figures + px(14)

    def draw(self, painter: QPainter) -> None:
        tokens = theme.current().tokens
        most = max((max(k.size_here, k.size_there) for k in self._kinds), default=0) or 1
        before, after = self._columns(painter)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            before, after = after, before
        for point, one in enumerate(self._kinds):
            whole = self.area_of(point)
            if point == self.at:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tokens.color("raised"))
                painter.drawRoundedRect(whole, 6, 6)
            area = whole.adjusted(px(6), 0, -px(6), 0)
            painter.setFont(theme.current().font(Type.DETAIL))
            painter.setPen(tokens.color("text"))
            start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(area, start, self.name_of(one.kind))
            for place, size in enumerate((one.size_here, one.size_there)):
                half = QRectF(area.left(), area.center().y(), area.width(), area.height() / 2)
                half.translate(0, px(-2) if place else px(2) - half.height())
                lane = half.adjusted(before, 0, -after, 0)
                self._bar(painter, lane, size / most, "muted" if place else "accent")
                painter.setFont(theme.current().figures(Type.SMALL))
                painter.setPen(tokens.color("muted" if place else "text"))
                end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
                painter.drawText(half, end, self._figures(one)[place])

    def _bar(self, painter: QPainter, lane: QRectF, share: float, role: str) -> None:
        if not share:
            return
        height = px(8)
        width = max(lane.width() * share, px(4))
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = lane.right() - width if right_to_left else lane.left()
        bar = QRectF(left, lane.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        color = theme.current().tokens.color(role) if role == "accent" else faded(role, 0.45)
        painter.setBrush(color)
        painter.drawRoundedRect(bar, min(height, width) / 2, height / 2)
