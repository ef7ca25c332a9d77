"""Charts are painted in both themes and told in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from kuroibara_desktop.core.growth import KindSize, Sample
from kuroibara_desktop.core.strip import Day, Mark
from kuroibara_desktop.ui.charts_growth import GrowthChart, day_marks, short_size, steps_of
from kuroibara_desktop.ui.charts_kinds import KindsChart
from kuroibara_desktop.ui.charts_strip import StripChart
from kuroibara_desktop.ui.theme import ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.charts import Chart
    from kuroibara_desktop.ui.theme import Appearance

TODAY = date(2026, 11, 22)
GIB = 2**30


def strip() -> StripChart:
    made = StripChart()
    made.show_days([Day(date=TODAY - timedelta(days=5 - n), mark=m) for n, m in enumerate(Mark)])
    return made


def growth(full: date | None = TODAY + timedelta(days=90)) -> GrowthChart:
    made = GrowthChart()
    samples = [Sample(day=TODAY - timedelta(days=60 - n), size=(100 + n) * GIB) for n in range(61)]
    made.show_growth(samples, capacity=250 * GIB, full=full, drive="“Elements”")
    return made


def kinds() -> KindsChart:
    made = KindsChart()
    daily = KindSize(kind="daily", count_there=7, size_there=7 * GIB, count_here=0, size_here=0)
    made.show_kinds([daily])
    return made


CHARTS = [strip, growth, kinds]


@pytest.mark.parametrize("make", CHARTS)
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_chart_is_painted_in_the_colours_of_the_theme(
    make: Callable[[], Chart], choice: ThemeChoice, look: Appearance, qtbot: QtBot
) -> None:
    look.choose(choice)
    chart = make()
    qtbot.addWidget(chart)
    chart.resize(600, chart.sizeHint().height())
    image = chart.grab().toImage()
    colors = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    look.choose(ThemeChoice.LIGHT)
    assert len(colors) > 5


@pytest.mark.parametrize("make", [StripChart, GrowthChart, KindsChart])
def test_a_chart_without_figures_is_painted_too(
    make: Callable[[], Chart], look: Appearance, qtbot: QtBot
) -> None:
    chart = make()
    qtbot.addWidget(chart)
    assert not chart.grab().isNull()
    assert chart.points() == 0


def test_the_numbers_are_there_as_text(look: Appearance, qtbot: QtBot) -> None:
    for made, words in (
        (strip(), "full backup: 1; database only: 1"),
        (growth(), "160 GiB on Sunday, 22 November 2026"),
        (growth(), "the drive would take 250 GiB"),
        (growth(), "full on about Saturday, 20 February 2027"),
        (kinds(), "Daily: here 0 of 0 bytes, on the server 7 of 7.00 GiB"),
    ):
        qtbot.addWidget(made)
        assert words in made.accessibleDescription()


def test_the_arrow_keys_walk_and_are_told(look: Appearance, qtbot: QtBot) -> None:
    chart = strip()
    qtbot.addWidget(chart)
    chart.resize(600, 40)
    chart.show()
    chart.activateWindow()
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription() == "Sat 21 Nov: no backup kept"
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription() == "Fri 20 Nov: failed"
    for _ in range(9):
        qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.at == 0
    chart.clearFocus()
    assert chart.accessibleDescription().startswith("Days by what came of them")


def test_right_to_left_the_days_run_the_other_way(look: Appearance, qtbot: QtBot) -> None:
    chart = strip()
    qtbot.addWidget(chart)
    chart.resize(600, 40)
    assert chart.area_of(0).x() < chart.area_of(4).x()
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert chart.area_of(0).x() > chart.area_of(4).x()


@given(st.integers(0, 2**53))
def test_the_lines_reach_the_most_and_are_few(most: int) -> None:
    step, lines = steps_of(most, 3)
    assert step * lines >= most
    assert 1 <= lines <= 4


def test_lines_are_at_round_figures() -> None:
    assert [short_size(n) for n in (0, 200 * GIB, 2**40, GIB // 2)] == [
        "0",
        "200 GiB",
        "1 TiB",
        "512 MiB",
    ]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(7, 4000))
def test_there_are_always_a_few_days_below_the_chart(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    marks = day_marks(first, last)
    assert 2 <= len(marks) <= 9
    assert all(first <= day <= last for day in marks)
