"""The line of the archive's size, and where it leads."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from kuroibara_desktop.core.growth import (
    KEPT,
    Sample,
    by_kind,
    full_on,
    growth_per_day,
    history,
    noted,
)
from tests.unit.ui.samples import both, here, local, on_server

if TYPE_CHECKING:
    from kuroibara_desktop.core.backups import LocalCopy

TODAY = date(2026, 11, 23)
sizes = st.integers(0, 2**50)


def line(days: int, start: int, per_day: int) -> list[Sample]:
    return [
        Sample(day=TODAY - timedelta(days=days - n), size=start + n * per_day)
        for n in range(days + 1)
    ]


def test_a_steady_growth_is_found_and_leads_to_its_day() -> None:
    samples = line(60, 1000, 10)
    assert growth_per_day(samples, TODAY) == 10
    assert full_on(samples, 250, TODAY) == TODAY + timedelta(days=25)


def test_nothing_is_foretold_from_less_than_a_week() -> None:
    assert full_on(line(5, 1000, 10), 250, TODAY) is None
    assert full_on([], 250, TODAY) is None


def test_an_archive_that_does_not_grow_never_fills_the_drive() -> None:
    assert full_on(line(60, 1000, 0), 250, TODAY) is None
    assert full_on(line(60, 10_000, -10), 250, TODAY) is None


def test_a_day_beyond_ten_years_is_not_foretold() -> None:
    assert full_on(line(60, 1000, 1), 10_000, TODAY) is None


def test_an_unknown_drive_is_not_foretold() -> None:
    assert full_on(line(60, 1000, 10), None, TODAY) is None


@given(st.lists(sizes, min_size=1, max_size=40))
def test_a_day_has_one_figure_and_the_newest_counts(figures: list[int]) -> None:
    samples: tuple[Sample, ...] = ()
    for figure in figures:
        samples = noted(samples, TODAY, figure)
    assert samples == (Sample(day=TODAY, size=figures[-1]),)


def test_the_oldest_figures_go() -> None:
    samples: tuple[Sample, ...] = ()
    for back in range(KEPT + 50, -1, -1):
        samples = noted(samples, TODAY - timedelta(days=back), 1)
    assert len(samples) == KEPT
    assert samples[-1].day == TODAY


def test_before_the_first_figure_the_copies_tell() -> None:
    def came(name: str, day: int, size: int) -> LocalCopy:
        return local(name, size=size, copied_at=datetime(2026, 10, day, tzinfo=UTC))

    samples = [Sample(day=date(2026, 10, 20), size=500)]
    found = history([came("a", 1, 100), came("b", 8, 100), came("c", 25, 100)], samples)
    assert found == (
        Sample(day=date(2026, 10, 1), size=100),
        Sample(day=date(2026, 10, 8), size=200),
        samples[0],
    )


@given(st.lists(st.tuples(st.integers(0, 300), sizes), max_size=20))
def test_a_history_runs_forward_with_one_figure_a_day(points: list[tuple[int, int]]) -> None:
    days = {TODAY - timedelta(days=back): size for back, size in points}
    found = history([], [Sample(day=day, size=size) for day, size in days.items()])
    assert [one.day for one in found] == sorted(days)


def test_kinds_come_in_the_order_of_the_schedule_and_unknown_last() -> None:
    rows = [
        on_server("m", kind="monthly", size=5),
        both("d", kind="daily", size=2),
        here("x", size=7),
        both("d2", kind="daily", size=3),
    ]
    kinds = by_kind(rows)
    assert [one.kind for one in kinds] == ["daily", "monthly", ""]
    daily = kinds[0]
    assert (daily.count_there, daily.size_there, daily.count_here, daily.size_here) == (2, 5, 2, 5)
    assert (kinds[2].count_there, kinds[2].size_here) == (0, 7)
