"""The forecast says a day only where there is one to say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.retention import Policy
from kuroibara_backup.retention.steady import full_on, growth, steady

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DAY = timedelta(days=1)
GIB = 1 << 30


def weekly(count: int, first: int, a_week: int) -> list[tuple[datetime, int]]:
    return [(NOW - (count - 1 - n) * 7 * DAY, first + n * a_week) for n in range(count)]


def test_a_year_of_schedules_needs_sixteen_fulls_by_default() -> None:
    need = steady(Policy(), each=10 * GIB, room=200 * GIB)
    assert (need.count, need.needed, need.fits, need.proposal) == (16, 160 * GIB, True, None)


def test_what_does_not_fit_is_answered_with_numbers_that_do() -> None:
    need = steady(Policy(), each=10 * GIB, room=45 * GIB)
    assert not need.fits
    assert need.proposal is not None
    assert steady(need.proposal, each=10 * GIB, room=45 * GIB).fits


def test_even_one_of_each_may_be_too_many() -> None:
    assert steady(Policy(), each=10 * GIB, room=5 * GIB).proposal is None


def test_growth_is_the_slope_of_the_fulls() -> None:
    assert growth(weekly(8, 10 * GIB, 7 * GIB), NOW) == pytest.approx(GIB)


@pytest.mark.parametrize(
    "fulls", [[], weekly(2, GIB, 1), [(NOW, 1), (NOW - DAY, 1), (NOW - 2 * DAY, 1)]]
)
def test_little_is_no_trend(fulls: list[tuple[datetime, int]]) -> None:
    assert growth(fulls, NOW) is None


def test_the_day_is_when_the_growing_need_meets_the_room() -> None:
    need = steady(Policy(), each=10 * GIB, room=192 * GIB)  # 32 GiB to spare, 16 GiB a day
    assert full_on(need, float(GIB), NOW) == NOW + 2 * DAY


def test_what_shrinks_or_stays_is_never_full() -> None:
    need = steady(Policy(), each=GIB, room=100 * GIB)
    assert full_on(need, 0.0, NOW) is None
    assert full_on(need, -5.0, NOW) is None
    assert full_on(need, None, NOW) is None
    assert full_on(need, 1e-9, NOW) is None  # in thousands of years is not in sight


def test_without_a_full_backup_nothing_is_foretold() -> None:
    assert full_on(steady(Policy(), each=0, room=0), None, NOW) is None


def test_what_does_not_fit_now_is_full_today() -> None:
    assert full_on(steady(Policy(), each=GIB, room=GIB), None, NOW) == NOW


@given(
    each=st.integers(1, 10**13),
    room=st.integers(0, 10**15),
    a_day=st.one_of(st.none(), st.floats(-1e12, 1e12, allow_nan=False)),
)
def test_a_day_is_never_before_now(each: int, room: int, a_day: float | None) -> None:
    day = full_on(steady(Policy(), each=each, room=room), a_day, NOW)
    assert day is None or day >= NOW
