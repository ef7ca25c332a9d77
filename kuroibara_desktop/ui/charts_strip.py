"""The last days as bars: tall for a full backup, short for the database, broken for a failure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from kuroibara_desktop.core.strip import Day, Mark
from kuroibara_desktop.ui import formatting, theme
from kuroibara_desktop.ui.charts import Chart, faded, px

if TYPE_CHECKING:
    from collections.abc import Sequence

_TALL, _SHORT, _LOW = 1.0, 0.66, 0.16  # heights, as shares of the strip


class StripChart(Chart):
    """One bar a day, today at the end. Shape tells what colour tells."""

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("The last 60 days"))
        self._days: tuple[Day, ...] = ()
        self._words = {
            Mark.FULL: self.tr("full backup"),
            Mark.DATABASE: self.tr("database only"),
            Mark.SUSPECT: self.tr("suspect or damaged"),
            Mark.FAILED: self.tr("failed"),
            Mark.NOTHING: self.tr("no backup kept"),
        }

    def show_days(self, days: Sequence[Day]) -> None:
        self._days = tuple(days)
        self.say_anew()

    def sizeHint(self) -> QSize:
        return QSize(round(px(400)), round(px(38)))

    def points(self) -> int:
        return len(self._days)

    def words_at(self, point: int) -> str:
        day = self._days[point]
        words = f"{formatting.day(day.date, weekday=True)}: {self._words[day.mark]}"
        if day.failed and day.mark is not Mark.FAILED:
            words += ", " + self.tr("{count} failed").format(count=day.failed)
        if day.here:
            words += ", " + self.tr("copied here")
        return words

    def summary(self) -> str:
        counts = {mark: sum(day.mark is mark for day in self._days) for mark in Mark}
        told = [f"{self._words[mark]}: {count}" for mark, count in counts.items() if count]
        return self.tr("Days by what came of them. {counts}.").format(counts="; ".join(told))

    def area_of(self, point: int) -> QRectF:
        step = (self.width() - 2 * self._edge) / max(len(self._days), 1)
        place = point
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place = len(self._days) - 1 - point
        return QRectF(self._edge + place * step, 0, step, self.height())

    @property
    def _edge(self) -> float:
        return 4.0  # room for the focus ring

    def draw(self, painter: QPainter) -> None:
        for point, day in enumerate(self._days):
            area = self.area_of(point)
            gap = min(px(4), area.width() * 0.28)
            self._bar(painter, area.adjusted(gap / 2, self._edge, -gap / 2, -self._edge), day)
            if point == self.at:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.current().tokens.color("text"), 1.5))
                ring = area.adjusted(0.5, 1.5, -0.5, -1.5)
                painter.drawRoundedRect(ring, 3, 3)

    def _bar(self, painter: QPainter, room: QRectF, day: Day) -> None:
        tokens = theme.current().tokens
        share = {Mark.FULL: _TALL, Mark.NOTHING: _LOW}.get(day.mark, _SHORT)
        bar = QRectF(room)
        bar.setTop(room.bottom() - room.height() * share)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = px(2)
        if day.mark is Mark.FULL:
            painter.setBrush(tokens.color("ok"))
        elif day.mark is Mark.DATABASE:
            painter.setBrush(faded("ok", 0.52))
        elif day.mark is Mark.NOTHING:
            painter.setBrush(tokens.color("line"))
        elif day.mark is Mark.FAILED:
            painter.setBrush(tokens.color("bad"))
            middle, gap = bar.center().y(), px(1.5)
            upper, lower = QRectF(bar), QRectF(bar)
            upper.setBottom(middle - gap)
            lower.setTop(middle + gap)
            painter.drawRoundedRect(upper, radius, radius)
            bar = lower
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            width = px(2)
            painter.setPen(QPen(tokens.color("warn"), width))
            bar.adjust(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(bar, radius, radius)
