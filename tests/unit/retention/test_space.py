"""What may go before a backup so that it fits."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.retention import (
    Candidate,
    Kind,
    Policy,
    Standing,
    fitting,
    full_ones_in_a_year,
    judge,
    room_for,
)
from tests.unit.retention.test_judging import NOW, good, histories, policies
from tests.unit.retention.timelines import one, utc

ONE_EACH = Policy(daily=1, weekly=1, monthly=1, yearly=1)
ONE_EACH_FULL = Policy(weekly=1, monthly=1, yearly=1)
COMING = one(NOW, Kind.WEEKLY, name="coming")
WEEKLY = one(utc(2026, 11, 15, 3), Kind.WEEKLY)
MONTHLY = one(utc(2026, 11, 1, 4), Kind.MONTHLY)


def names(chosen: tuple[Candidate, ...]) -> list[str]:
    return [candidate.name for candidate in chosen]


def test_a_disk_for_two_gives_up_the_one_that_goes_anyway() -> None:
    assert room_for(COMING, [WEEKLY, MONTHLY], ONE_EACH, NOW, lacking=1000) == (WEEKLY,)


def test_the_last_full_one_never_goes_first() -> None:
    assert room_for(COMING, [WEEKLY], ONE_EACH, NOW, lacking=1) == ()


def test_a_bad_one_is_nothing_to_fall_back_on() -> None:
    for standing in (Standing.SUSPECT, Standing.DAMAGED, Standing.UNVERIFIED):
        bad = replace(MONTHLY, standing=standing)
        assert room_for(COMING, [WEEKLY, bad], ONE_EACH, NOW, lacking=1) == ()
    assert room_for(COMING, [WEEKLY, replace(MONTHLY, found=True)], ONE_EACH, NOW, lacking=1) == ()


def test_nothing_goes_when_it_would_not_be_enough() -> None:
    assert room_for(COMING, [WEEKLY, MONTHLY], ONE_EACH, NOW, lacking=1001) == ()


def test_no_more_goes_than_is_needed_the_oldest_first() -> None:
    old = [one(utc(2026, 10, day, 3), Kind.WEEKLY) for day in (4, 11, 18)]
    chosen = room_for(COMING, [*old, WEEKLY, MONTHLY], ONE_EACH, NOW, lacking=1500)
    assert names(chosen) == [old[0].name, old[1].name]


def test_a_database_only_one_goes_on_beside_full_ones() -> None:
    coming = one(NOW, Kind.DAILY, name="coming")
    daily = [one(utc(2026, 11, day, 2), Kind.DAILY) for day in (20, 21)]
    assert names(room_for(coming, [*daily, WEEKLY], ONE_EACH, NOW, lacking=20)) == [
        one.name for one in daily
    ]
    assert names(room_for(coming, daily, ONE_EACH, NOW, lacking=10)) == [daily[0].name]


@given(histories, policies, st.integers(1, 10**12), st.booleans())
def test_only_what_would_go_afterwards_goes_and_one_to_restore_from_stays(
    history: list[Candidate], policy: Policy, lacking: int, full: bool
) -> None:
    coming = replace(COMING, full=full)
    chosen = room_for(coming, history, policy, NOW, lacking=lacking)
    after = {v.candidate.name for v in judge([*history, coming], policy, NOW) if not v.kept}
    assert {one.name for one in chosen} <= after
    if chosen:
        assert sum(one.size for one in chosen) >= lacking
        stays = [one for one in history if one not in chosen and good(one)]
        assert any(one.full or not full for one in stays)
        assert any(one.full for one in stays) or not any(one.full for one in chosen)


def test_what_a_year_needs_and_the_numbers_that_fit_a_smaller_disk() -> None:
    assert full_ones_in_a_year(Policy()) == 4 + 12
    assert full_ones_in_a_year(Policy(weekly=None, most=None)) == 53 + 12
    assert full_ones_in_a_year(Policy(most=10)) == 10
    assert fitting(Policy(), 16) == Policy(yearly=1)
    assert fitting(Policy(), 7) == Policy(weekly=4, monthly=3, yearly=1)
    assert fitting(Policy(), 2) == ONE_EACH_FULL
    assert fitting(Policy(), 1) is None
