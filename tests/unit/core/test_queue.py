"""Whose turn it is, how long to wait and how fast copies may come: decided without a clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_desktop.core.queue import (
    HourLimit,
    SpeedRules,
    Wanted,
    back_off,
    is_stalled,
    limit_at,
    next_moment,
    next_up,
    reordered,
    room_needed,
)
from kuroibara_desktop.core.transfers import TransferId, TransferState

S = TransferState
NIGHT = HourLimit(begins=time(22), ends=time(6), bytes_per_second=None)
WORK = HourLimit(begins=time(9), ends=time(17), bytes_per_second=100)


def row(name: str, position: int, **more: Any) -> Wanted:
    return Wanted(
        id=TransferId(name),
        server="one",
        folder="one-1",
        filename=f"{name}.tar.gz",
        size=10,
        position=position,
        **more,
    )


def test_the_first_in_order_that_is_ready_is_next() -> None:
    rows = [row("b", 1), row("a", 0, state=S.PAUSED), row("c", 2)]
    found = next_up(rows, 0.0)
    assert found is not None
    assert found.id == "b"
    assert next_up([row("a", 0, state=S.FAILED), row("b", 1, state=S.DONE)], 0.0) is None


def test_a_server_that_asked_for_patience_is_left_alone_and_others_are_not() -> None:
    waiting = row("a", 0, state=S.WAITING, next_try=100.0)
    same, other = row("b", 1), replace(row("c", 2), server="two")
    found = next_up([waiting, same, other], 50.0)
    assert found == other
    assert next_up([waiting, same], 50.0) is None
    assert next_moment([waiting, same]) == 100.0
    assert next_up([waiting, same], 100.0) == waiting


def test_only_the_named_rows_count_when_some_are_named() -> None:
    rows = [row("a", 0), row("b", 1)]
    found = next_up(rows, 0.0, only={TransferId("b")})
    assert found is not None
    assert found.id == "b"


def test_each_try_in_vain_waits_twice_as_long_up_to_an_hour() -> None:
    assert [back_off(tries) for tries in (1, 2, 3)] == [60.0, 120.0, 240.0]
    assert back_off(10_000) == 3600.0


def test_the_room_is_for_what_is_still_to_come() -> None:
    rows = [row("a", 0), row("b", 1, state=S.WAITING), row("c", 2, state=S.PAUSED)]
    assert room_needed(rows, {"a.tar.gz": 4, "b.tar.gz": 99}) == 6


@given(st.permutations(range(5)), st.integers(0, 4), st.none() | st.integers(0, 5))
def test_moving_one_keeps_all_and_the_order_of_the_others(
    order: list[int], moved: int, before: int | None
) -> None:
    rows = [row(str(n), position) for position, n in enumerate(order)]
    target = None if before is None else TransferId(str(before))
    after = reordered(rows, TransferId(str(moved)), target)
    assert [one.position for one in after] == [0, 1, 2, 3, 4]
    names = [one.id for one in after]
    others = [one.id for one in rows if one.id != str(moved)]
    assert [name for name in names if name != str(moved)] == others
    if before is not None and before != moved and before < 5:
        assert names.index(TransferId(str(moved))) + 1 == names.index(TransferId(str(before)))


@pytest.mark.parametrize(
    ("at", "limit"),
    [
        (time(8, 59), 500),
        (time(9), 100),
        (time(16, 59, 59), 100),
        (time(17), 500),
        (time(22), None),
        (time(3), None),
        (time(6), 500),
    ],
)
def test_the_hour_decides_how_fast_copies_may_come(at: time, limit: int | None) -> None:
    assert limit_at(SpeedRules(always=500, hours=(NIGHT, WORK)), at) == limit


def test_standing_still_for_a_minute_is_stalled() -> None:
    assert not is_stalled(0.0, 59.0)
    assert is_stalled(0.0, 60.0)
