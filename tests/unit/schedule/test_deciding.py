"""What a schedule does at a moment: once a slot, whatever clocks and downtimes do."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuroibara_backup.schedule import (
    RETRIES,
    Beside,
    Plan,
    after_failure,
    next_slot,
    overdue,
    retry_now,
    step,
)

BERLIN = ZoneInfo("Europe/Berlin")
DAILY = Plan(cron="0 2 * * *", zone="Europe/Berlin")
WEEKLY = Plan(cron="0 3 * * 0", zone="Europe/Berlin", include_storage=True)
MONTHLY = Plan(cron="0 4 1 * *", zone="Europe/Berlin", include_storage=True)
MINUTE = timedelta(minutes=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


@dataclass
class Walk:
    """A scheduler in memory: what it does at each look, with all that it remembers."""

    plans: dict[str, Plan]
    slots: dict[str, datetime] = field(default_factory=dict)
    served: dict[str, set[datetime]] = field(default_factory=dict)
    runs: list[tuple[datetime, frozenset[str]]] = field(default_factory=list)

    def look(self, now: datetime) -> None:
        slots = dict(self.slots)
        taken: dict[bool, set[str]] = {}
        for name, plan in self.plans.items():
            had = self.served.setdefault(name, set())
            beside = None
            if name == "monthly" and "weekly" in self.plans:
                beside = Beside(plan=self.plans["weekly"], slot=slots.get("weekly"))
            found = step(plan, slots.get(name), now, beside=beside, served=had.__contains__)
            self.slots[name] = found.slot
            if found.taken is not None:
                assert found.taken not in had
                had.add(found.taken)
                taken.setdefault(plan.include_storage, set()).add(name)
        self.runs += [(now, frozenset(names)) for names in taken.values()]

    def walk(self, start: datetime, end: datetime, every: timedelta = MINUTE) -> None:
        while start < end:
            self.look(start)
            start += every

    def of(self, name: str) -> list[datetime]:
        return [now for now, names in self.runs if name in names]


def test_three_schedules_make_what_they_say_in_two_months() -> None:
    walk = Walk({"daily": DAILY, "weekly": WEEKLY, "monthly": MONTHLY})
    walk.walk(at("2026-03-15T00:00"), at("2026-05-15T00:00"), 10 * MINUTE)
    assert len(walk.of("daily")) == 61
    assert [f"{one.astimezone(BERLIN):%d.%m. %H:%M}" for one in walk.of("weekly")] == [
        f"{day:%d.%m.} 03:00" for day in (date(2026, 3, 15) + timedelta(weeks=n) for n in range(9))
    ]
    assert walk.of("monthly") == [at("2026-04-01T04:00"), at("2026-05-01T04:00")]


@pytest.mark.parametrize(
    ("month", "when"),
    [
        ("2026-03", "2026-03-01T03:00"),  # the 1st is the Sunday: an hour sooner
        ("2026-08", "2026-08-02T03:00"),  # a Saturday: with the weekly one of the day after
    ],
)
def test_a_monthly_due_within_a_day_of_a_weekly_full_is_that_full(month: str, when: str) -> None:
    walk = Walk({"daily": DAILY, "weekly": WEEKLY, "monthly": MONTHLY})
    first = at(f"{month}-01T00:00")
    walk.walk(first - timedelta(days=2), first + timedelta(days=3))
    assert walk.of("monthly") == [at(when)]
    assert walk.of("weekly") == [at(when)]
    assert (at(when), frozenset({"weekly", "monthly"})) in walk.runs
    assert len(walk.of("daily")) == 5


@pytest.mark.parametrize(
    "weekly",
    [
        replace(WEEKLY, include_storage=False),
        replace(WEEKLY, enabled=False),
        replace(WEEKLY, cron="0 5 * * 0"),  # Sunday the 31st: the month would have none
    ],
)
def test_a_monthly_is_made_by_itself_where_no_weekly_could_be_it(weekly: Plan) -> None:
    walk = Walk({"weekly": weekly, "monthly": MONTHLY})
    for first in ("2026-06-01", "2026-03-01"):
        slot = at(f"{first}T04:00")
        beside = Beside(plan=weekly, slot=None)
        found = step(MONTHLY, None, slot - timedelta(days=2), beside=beside, served=lambda _: False)
        if weekly.enabled and weekly.include_storage and first == "2026-03-01":
            assert found.due == at("2026-03-01T05:00")
        else:
            assert found.due == slot
    walk.walk(at("2026-05-30T00:00"), at("2026-06-03T00:00"))
    assert walk.of("monthly") == [at("2026-06-01T04:00")]


def test_when_the_weekly_is_switched_off_the_monthly_that_waited_for_it_comes_at_once() -> None:
    walk = Walk({"weekly": WEEKLY, "monthly": MONTHLY})
    walk.walk(at("2026-07-30T00:00"), at("2026-08-01T20:00"))  # due on Saturday, waits for Sunday
    assert walk.runs == []
    del walk.plans["weekly"]
    walk.look(at("2026-08-01T20:00"))
    assert walk.of("monthly") == [at("2026-08-01T20:00")]


def test_after_weeks_of_downtime_each_schedule_is_made_up_for_once() -> None:
    walk = Walk({"daily": DAILY, "weekly": WEEKLY, "monthly": MONTHLY})
    walk.look(at("2026-01-05T00:00"))
    back = at("2026-03-20T15:00")
    walk.walk(back, back + timedelta(hours=10))
    assert walk.runs == [
        (back, frozenset({"daily"})),
        (back, frozenset({"weekly", "monthly"})),
    ]
    walk.walk(back + timedelta(hours=10), back + timedelta(hours=12))
    assert walk.of("daily")[1:] == [at("2026-03-21T02:00")], "and then as ever"


@settings(deadline=None, max_examples=40)
@given(
    st.integers(-3000, 3000).map(lambda minutes: timedelta(minutes=minutes)),
    st.integers(0, 60 * 24 * 6).map(lambda minutes: timedelta(minutes=minutes)),
)
def test_a_clock_that_is_corrected_repeats_no_slot_and_stops_nothing(
    jump: timedelta, into: timedelta
) -> None:
    walk = Walk({"daily": DAILY})
    start = at("2026-10-20T00:00")
    five = 5 * MINUTE
    walk.walk(start, start + into, five)
    walk.walk(start + into + jump, start + into + jump + timedelta(days=4), five)
    served = walk.served["daily"]
    assert len(served) == len(walk.runs)
    first = start + into + max(jump, timedelta(0))
    slot = next_slot(DAILY.cron, DAILY.zone, first)
    while slot < start + into + jump + timedelta(days=4) - five:
        assert slot in served
        slot = next_slot(DAILY.cron, DAILY.zone, slot)


def test_a_clock_that_was_years_ahead_for_a_while_does_not_stop_the_schedule_for_years() -> None:
    walk = Walk({"daily": DAILY})
    walk.walk(at("2026-01-05T00:00"), at("2026-01-06T00:00"))
    ahead = at("2031-06-01T12:00")
    walk.walk(ahead, ahead + timedelta(minutes=5))
    assert walk.of("daily") == [at("2026-01-05T02:00"), ahead]
    walk.walk(at("2026-01-06T00:05"), at("2026-01-08T00:00"))
    assert walk.of("daily")[2:] == [at("2026-01-06T02:00"), at("2026-01-07T02:00")]


@settings(deadline=None)
@given(st.lists(st.integers(1, 4000), min_size=1, max_size=60))
def test_however_the_looks_fall_every_slot_has_at_most_one_run_and_the_newest_is_never_missed(
    gaps: list[int],
) -> None:
    walk = Walk({"daily": DAILY, "weekly": WEEKLY, "monthly": MONTHLY})
    now = at("2026-02-20T00:00")
    walk.look(now)
    for gap in gaps:
        before, now = now, now + gap * MINUTE
        walk.look(now)
        slot = next_slot(DAILY.cron, DAILY.zone, before)
        assert (now in walk.of("daily")) == (slot <= now)
    for name, had in walk.served.items():
        assert len(had) == len(walk.of(name))


def test_a_failure_is_tried_again_ever_later_and_then_no_more() -> None:
    assert [after_failure(attempt) for attempt in (1, 2, 3, 4)] == [*RETRIES, None]
    assert list(RETRIES) == sorted(RETRIES)
    now = at("2026-01-05T00:00")
    assert not retry_now(now + MINUTE, now)
    assert retry_now(now, now)
    assert retry_now(now + timedelta(days=1), now), "the clock was set back since"


def test_overdue_is_what_was_not_begun_failed_for_good_or_is_stuck() -> None:
    now = at("2026-01-05T00:00")

    def told(due: datetime | None = None, failures: int = 0, since: datetime | None = None) -> bool:
        return overdue(now, due=due, failures=failures, running_since=since)

    assert not told(now + MINUTE)
    assert not told(now - MINUTE, since=now - timedelta(hours=3))
    assert told(now - timedelta(minutes=11))
    assert told(now + MINUTE, failures=1)
    assert told(now + MINUTE, since=now - timedelta(hours=25))
