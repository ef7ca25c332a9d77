"""One reminder each, by age, silent when asked to be, gone when solved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_desktop.core.reminders import (
    Condition,
    Facts,
    Rules,
    Silence,
    Snooze,
    due,
    in_quiet_hours,
    knocks,
    still_in_force,
    told_after,
)

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
DAY = timedelta(days=1)
FINE = Facts(
    began=NOW - 100 * DAY,
    newest_there=NOW - timedelta(hours=5),
    newest_here=NOW - 2 * DAY,
    server_seen=NOW,
)
WRONG = {
    Condition.COPY_DAMAGED: replace(FINE, damaged=("weekly",)),
    Condition.SUSPECT: replace(FINE, suspect=("weekly",)),
    Condition.SERVER_STALE: replace(FINE, newest_there=NOW - 3 * DAY),
    Condition.HERE_STALE: replace(FINE, newest_here=NOW - 9 * DAY),
    Condition.SIGNED_OUT: replace(FINE, signed_out_since=NOW - timedelta(hours=2)),
    Condition.SIGN_IN_ENDS: replace(FINE, sign_in_ends=NOW + timedelta(hours=20)),
    Condition.DRIVE_MISSING: replace(FINE, drive_missing_since=NOW - 8 * DAY),
    Condition.SERVER_UNSEEN: replace(FINE, server_seen=NOW - 4 * DAY),
}

spans = st.one_of(st.none(), st.timedeltas(timedelta(), 60 * DAY))
names = st.lists(st.text(min_size=1, max_size=4), max_size=2).map(tuple)


def _ago(span: timedelta | None) -> datetime | None:
    return None if span is None else NOW - span


facts = st.builds(
    lambda began, there, here, out, drive, seen, damaged, suspect: Facts(
        began=NOW - began,
        newest_there=_ago(there),
        newest_here=_ago(here),
        signed_out_since=_ago(out),
        drive_missing_since=_ago(drive),
        server_seen=_ago(seen),
        damaged=damaged,
        suspect=suspect,
    ),
    st.timedeltas(timedelta(), 60 * DAY),
    *[spans] * 5,
    names,
    names,
)
snoozes = st.dictionaries(
    st.sampled_from(Condition),
    st.one_of(
        st.just(Snooze(until_drive=True)),
        st.timedeltas(-DAY, DAY).map(lambda span: Snooze(until=NOW + span)),
    ),
)
clock_times = st.times(timezones=st.none())
rules = st.builds(
    lambda snoozed, quiet: Rules(snoozes=snoozed, quiet=quiet),
    snoozes,
    st.one_of(st.none(), st.tuples(clock_times, clock_times)),
)


def conditions(found: Facts, now: datetime = NOW, by: Rules | None = None) -> list[Condition]:
    return [one.condition for one in due(now, found, by or Rules())]


def test_nothing_is_said_while_all_is_well() -> None:
    assert conditions(FINE) == []


@pytest.mark.parametrize("condition", Condition)
def test_each_condition_has_its_reminder_and_none_beside_it(condition: Condition) -> None:
    assert conditions(WRONG[condition]) == [condition]


@pytest.mark.parametrize("condition", Condition)
def test_a_reminder_can_be_switched_off(condition: Condition) -> None:
    assert conditions(WRONG[condition], by=Rules(off=frozenset({condition}))) == []


def test_who_cannot_see_the_server_is_not_told_that_it_makes_no_backups() -> None:
    away = replace(FINE, newest_there=NOW - 30 * DAY, server_seen=NOW - 30 * DAY)
    assert conditions(away) == [Condition.SERVER_UNSEEN]


def test_a_library_that_never_had_a_copy_counts_from_the_first_day() -> None:
    new = Facts(began=NOW - timedelta(hours=1), server_seen=NOW)
    assert conditions(new) == []
    assert Condition.HERE_STALE in conditions(replace(new, began=NOW - 9 * DAY))


@given(facts, rules)
def test_there_is_at_most_one_of_each_and_the_worst_comes_first(found: Facts, by: Rules) -> None:
    listed = [one.condition for one in due(NOW, found, by)]
    assert listed == sorted(set(listed), key=list(Condition).index)


@given(facts, rules)
def test_silence_hides_nothing_from_the_list(found: Facts, by: Rules) -> None:
    assert conditions(found, by=by) == conditions(found)


@given(facts, rules)
def test_nothing_is_loud_that_is_snoozed_or_in_quiet_hours(found: Facts, by: Rules) -> None:
    for one in due(NOW, found, by):
        snooze = by.snoozes.get(one.condition)
        asleep = snooze is not None and (
            found.drive_missing_since is not None
            if snooze.until_drive
            else snooze.until is not None and snooze.until > NOW
        )
        assert one.aloud == (not asleep and not in_quiet_hours(NOW, by.quiet))


@given(facts, st.timedeltas(timedelta(), 30 * DAY))
def test_a_reminder_does_not_go_away_by_waiting(found: Facts, later: timedelta) -> None:
    before = set(conditions(found))
    after = set(conditions(found, now=NOW + later))
    # One replaces another only where nobody can know any more how the server is.
    assert before - after <= {Condition.SERVER_STALE}


@given(facts, rules, st.sets(st.sampled_from(Condition)))
def test_a_notification_is_raised_once_and_withdrawn_when_solved(
    found: Facts, by: Rules, told: set[Condition]
) -> None:
    listed = due(NOW, found, by)
    first = knocks(listed, told)
    assert not {one.condition for one in first.raised} & told
    assert all(one.aloud for one in first.raised)
    assert set(first.withdrawn) == told - {one.condition for one in listed}
    again = knocks(listed, told_after(listed, told))
    assert again.raised == ()
    assert again.withdrawn == ()


def test_a_snoozed_reminder_knocks_again_when_it_wakes() -> None:
    stale = WRONG[Condition.HERE_STALE]
    told = told_after(due(NOW, stale, Rules()), ())
    asleep = Rules(snoozes={Condition.HERE_STALE: Snooze(until=NOW + timedelta(hours=1))})
    told = told_after(due(NOW, stale, asleep), told)
    late = NOW + timedelta(hours=2)
    assert [r.condition for r in knocks(due(late, stale, asleep), told).raised] == [
        Condition.HERE_STALE
    ]


def test_quiet_hours_alone_do_not_make_it_knock_twice() -> None:
    stale = WRONG[Condition.HERE_STALE]
    told = told_after(due(NOW, stale, Rules()), ())
    quiet = Rules(quiet=(time(14), time(16)))
    told = told_after(due(NOW, stale, quiet), told)
    assert knocks(due(NOW, stale, Rules()), told).raised == ()


def test_what_comes_up_in_quiet_hours_knocks_after_them() -> None:
    stale = WRONG[Condition.HERE_STALE]
    quiet = Rules(quiet=(time(14), time(16)))
    silent = due(NOW, stale, quiet)
    assert [one.silence for one in silent] == [Silence.QUIET_HOURS]
    told = told_after(silent, ())
    assert knocks(due(NOW + timedelta(hours=2), stale, quiet), told).raised != ()


@pytest.mark.parametrize(
    ("at", "quiet"),
    [(time(23), True), (time(3), True), (time(7), False), (time(12), False), (time(22), True)],
)
def test_quiet_hours_pass_midnight(at: time, quiet: bool) -> None:
    assert in_quiet_hours(datetime.combine(NOW.date(), at, UTC), (time(22), time(7))) is quiet


def test_equal_times_are_no_quiet_hours() -> None:
    assert not in_quiet_hours(NOW, (time(15), time(15)))


def test_until_the_drive_is_in_ends_with_the_drive() -> None:
    away = WRONG[Condition.DRIVE_MISSING]
    by = Rules(snoozes={Condition.DRIVE_MISSING: Snooze(until_drive=True)})
    [reminder] = due(NOW, away, by)
    assert reminder.silence is Silence.SNOOZED
    kept = still_in_force(by.snoozes, NOW, away, [reminder])
    assert kept == dict(by.snoozes)
    back = replace(away, drive_missing_since=None)
    assert still_in_force(kept, NOW, back, due(NOW, back, by)) == {}


def test_a_snooze_that_is_over_is_forgotten() -> None:
    stale = WRONG[Condition.HERE_STALE]
    old = {Condition.HERE_STALE: Snooze(until=NOW - DAY)}
    assert still_in_force(old, NOW, stale, due(NOW, stale, Rules())) == {}
