"""How the archive grew, where the drive ends, and when the one will meet the other."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPen, QPolygonF

from kuroibara_desktop.ui import formatting, theme
from kuroibara_desktop.ui.charts import Chart, faded, px
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuroibara_desktop.core.growth import Sample

_AHEAD = 0.62  # no more than this share of the width shows what is to come
_LINES = 3


class GrowthChart(Chart):
    """A line of what is held, a dashed one of what the drive takes, a dotted one to that day."""

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Size of your offsite archive"))
        self._samples: tuple[Sample, ...] = ()
        self._capacity: int | None = None
        self._full: date | None = None
        self._drive = ""

    def show_growth(
        self, samples: Sequence[Sample], *, capacity: int | None, full: date | None, drive: str
    ) -> None:
        """`capacity` is what the archive could grow to; `full` the day it has."""
        self._samples, self._capacity, self._full = tuple(samples), capacity, full
        self._drive = drive
        self.say_anew()

    def sizeHint(self) -> QSize:
        return QSize(round(px(400)), round(px(220)))

    def points(self) -> int:
        return len(self._samples)

    def words_at(self, point: int) -> str:
        sample = self._samples[point]
        return f"{formatting.day(sample.day, weekday=True)}: {formatting.size(sample.size)}"

    def summary(self) -> str:
        if not self._samples:
            return ""
        first, last = self._samples[0], self._samples[-1]
        told = [
            self.tr("{size} on {day}").format(
                size=formatting.size(s.size), day=formatting.long_day(s.day)
            )
            for s in ((first, last) if first != last else (last,))
        ]
        if self._capacity is not None:
            room = formatting.size(self._capacity)
            told.append(self.tr("the drive would take {size}").format(size=room))
        if self._full is not None:
            told.append(self.tr("full on about {day}").format(day=formatting.long_day(self._full)))
        return "; ".join(told)

    def area_of(self, point: int) -> QRectF:
        place = self._place(self._samples[point].day, self._samples[point].size)
        width = max(px(10), self._plot().width() / max(len(self._samples), 1))
        plot = self._plot()
        return QRectF(place.x() - width / 2, plot.top(), width, plot.height())

    # Where things are

    def _plot(self) -> QRectF:
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance("888 MiB") + px(10)
        return QRectF(self.rect()).adjusted(left, px(10), -px(14), -metrics.height() - px(8))

    def _span(self) -> tuple[date, date]:
        first = self._samples[0].day
        last = max(self._samples[-1].day, first + timedelta(days=7))
        if self._full is None:
            return first, last
        # The far future must not squeeze the past into a corner.
        furthest = first + (last - first) / (1 - _AHEAD)
        return first, max(last, min(self._full, furthest))

    def _top(self) -> tuple[int, int]:
        """The value of one line, and how many lines there are above zero."""
        most = max((s.size for s in self._samples), default=0)
        if self._capacity is not None and (
            self._full is not None or self._capacity < 3 * max(most, 1)
        ):
            most = max(most, self._capacity)
        return steps_of(most, _LINES)

    def _place(self, day: date, size: float) -> QPointF:
        plot = self._plot()
        first, last = self._span()
        share = (day - first) / (last - first)
        step, lines = self._top()
        x = plot.left() + plot.width() * share
        return QPointF(x, plot.bottom() - plot.height() * size / (step * lines))

    # Painting

    def draw(self, painter: QPainter) -> None:
        if not self._samples:
            return
        look = theme.current()
        painter.setFont(look.figures(Type.SMALL))
        self.setFont(look.font(Type.SMALL))
        self._lines(painter)
        self._days(painter)
        painter.save()
        painter.setClipRect(self._plot().adjusted(-px(4), -px(6), px(6), 1))
        self._past(painter)
        self._future(painter)
        painter.restore()
        self._pointed(painter)

    def _lines(self, painter: QPainter) -> None:
        tokens, plot = theme.current().tokens, self._plot()
        step, lines = self._top()
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for number in range(lines + 1):
            y = plot.bottom() - plot.height() * number / lines
            painter.setPen(QPen(tokens.color("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(tokens.color("muted"))
            words = short_size(step * number)
            painter.drawText(QRectF(0, y - px(10), plot.left() - px(8), px(20)), end, words)

    def _days(self, painter: QPainter) -> None:
        plot, metrics = self._plot(), painter.fontMetrics()
        first, last = self._span()
        painter.setPen(theme.current().tokens.color("muted"))
        center = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        free_from = -math.inf
        for day in day_marks(first, last):
            words = _short_date(day, first, last)
            half = metrics.horizontalAdvance(words) / 2
            x = min(max(self._place(day, 0).x(), half), self.width() - half)
            if x - half < free_from:
                continue
            free_from = x + half + px(14)
            box = QRectF(x - half - 2, plot.bottom() + px(5), 2 * half + 4, metrics.height())
            painter.drawText(box, center, words)

    def _past(self, painter: QPainter) -> None:
        plot = self._plot()
        line = [self._place(s.day, s.size) for s in self._samples]
        ground = [QPointF(place.x(), plot.bottom()) for place in (line[-1], line[0])]
        fill = QLinearGradient(0, min(p.y() for p in line), 0, plot.bottom())
        fill.setColorAt(0, faded("accent", 0.16))
        fill.setColorAt(1, faded("accent", 0.02))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF([*line, *ground]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(theme.current().tokens.color("accent"), px(2))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(line))
        if len(self._samples) == 1:
            painter.setBrush(theme.current().tokens.color("accent"))
            painter.drawEllipse(line[0], px(2.5), px(2.5))

    def _future(self, painter: QPainter) -> None:
        step, lines = self._top()
        if self._capacity is None or self._capacity > step * lines:
            return
        tokens, plot = theme.current().tokens, self._plot()
        y = self._place(self._samples[-1].day, self._capacity).y()
        dashes = QPen(tokens.color("bad"), px(1.2))
        dashes.setDashPattern([4, 3])
        painter.setPen(dashes)
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        words = self.tr("{drive} full").format(drive=self._drive)
        below = y + painter.fontMetrics().height() < plot.bottom()
        top = y + px(3) if below else y - painter.fontMetrics().height() - px(3)
        box = QRectF(plot.left() + px(6), top, plot.width(), painter.fontMetrics().height())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, words)
        if self._full is not None:
            last = self._samples[-1]
            dots = QPen(tokens.color("accent"), px(1.6))
            dots.setDashPattern([1.5, 2.5])
            painter.setPen(dots)
            painter.drawLine(
                self._place(last.day, last.size), self._place(self._full, self._capacity)
            )

    def _pointed(self, painter: QPainter) -> None:
        if self.at is None or self.at >= len(self._samples):
            return
        tokens, sample = theme.current().tokens, self._samples[self.at]
        place = self._place(sample.day, sample.size)
        painter.setPen(QPen(tokens.color("edge"), 1))
        painter.drawLine(
            QPointF(place.x(), self._plot().top()), QPointF(place.x(), self._plot().bottom())
        )
        painter.setPen(QPen(tokens.color("surface"), px(2)))
        painter.setBrush(tokens.color("accent"))
        painter.drawEllipse(place, px(4.5), px(4.5))


def steps_of(most: int, lines: int) -> tuple[int, int]:
    """A round step in bytes, and how many of them reach `most`: 1, 2, 4 or 5 of a unit's tens."""
    if most <= 0:
        return 1024, lines
    unit = 1024 ** min(int(math.log(most, 1024)), 4)
    wanted = most / lines
    for power in range(-1, 4):
        for digit in (1, 2, 2.5, 4, 5):
            step = math.ceil(digit * 10**power * unit)
            if step >= wanted:
                return step, max(1, math.ceil(most / step))
    return math.ceil(wanted), lines


def short_size(count: int) -> str:
    """`800 GiB`, without the figures after the point where they are noughts."""
    value, _, unit = formatting.size(count).partition(" ")
    if count == 0:
        return "0"
    point = QLocale().decimalPoint()
    return f"{value.rstrip('0').rstrip(point) if point in value else value} {unit}"


def day_marks(first: date, last: date) -> list[date]:
    """The days to write below the chart: months where there are some, else weeks or days."""
    length = (last - first).days
    if length > 75:
        every = max(1, math.ceil(length / 30.4 / 7))
        months = [date(y, m, 1) for y in range(first.year, last.year + 1) for m in range(1, 13)]
        return [
            day for n, day in enumerate(d for d in months if first <= d <= last) if n % every == 0
        ]
    every = max(1, math.ceil(length / 6))
    return [first + timedelta(days=n) for n in range(0, length + 1, every)]


def _short_date(day: date, first: date, last: date) -> str:
    if (last - first).days <= 75:
        return formatting.day(day)
    return formatting.month(day, year=day.year != first.year)
