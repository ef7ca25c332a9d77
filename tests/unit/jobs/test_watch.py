"""Who is dead is told by the watcher's own steady clock, and by nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.jobs.watch import Suspect, Watch

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ONE = Suspect(task=1, job=UUID(int=1), state="running", token=1, heartbeat=NOW)
PATIENCE = 20.0


def test_what_never_changes_is_dead_after_the_patience() -> None:
    watch = Watch(PATIENCE)
    assert all(watch.dead([ONE], float(second)) == [] for second in range(20))
    assert watch.dead([ONE], 20.0) == [ONE]


@given(st.lists(st.integers(-(10**8), 10**8), min_size=30, max_size=30, unique=True))
def test_a_heartbeat_counts_whatever_the_clock_says(told: list[int]) -> None:
    watch = Watch(PATIENCE)
    for second, beat in enumerate(told):
        alive = replace(ONE, heartbeat=NOW + timedelta(seconds=beat))
        assert watch.dead([alive], float(second)) == []


def test_a_watcher_that_was_away_begins_anew() -> None:
    watch = Watch(PATIENCE)
    watch.dead([ONE], 0.0)
    # It may have been frozen together with what it watches.
    assert watch.dead([ONE], 100.0) == []
    assert watch.dead([ONE], 105.0) == []


def test_while_nobody_could_give_a_sign_nobody_dies() -> None:
    watch = Watch(PATIENCE)
    for second in range(19):
        watch.dead([ONE], float(second))
    watch.forget()
    assert watch.dead([ONE], 21.0) == []


def test_who_is_gone_meanwhile_is_forgotten() -> None:
    watch = Watch(PATIENCE)
    for second in range(19):
        watch.dead([ONE], float(second))
    watch.dead([], 19.0)
    assert watch.dead([ONE], 20.0) == []
