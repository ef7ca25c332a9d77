"""Schedules as rows that several processes share: every due time once, whoever dies."""

from __future__ import annotations

import signal
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from kuroibara_backup.database.state import schedules as table
from kuroibara_backup.retention import Kind
from kuroibara_backup.service.audit import ENGINE
from tests.support.postgres import execute, rows
from tests.support.scheduling import (
    AFTER,
    BEFORE,
    Clock,
    MadeAtOnce,
    look_after,
    make_table,
    schedules,
    set_clock,
)
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_backup.service.schedules import Scheduled, Schedules

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2026, 2, 27, tzinfo=BERLIN).astimezone(UTC)


@pytest.fixture
def url(state_url: str) -> str:
    make_table(state_url)
    return state_url


@pytest.fixture
def clock() -> Clock:
    return Clock(START)


@pytest.fixture
def looking(url: str, clock: Clock) -> Schedules:
    made = schedules(url, MadeAtOnce(url), clock)
    made.start()
    made.tick(clock.now)
    return made


def on(looking: Schedules, kind: Kind) -> Scheduled:
    return next(one for one in looking.told() if one.kind is kind)


def walk(looking: Schedules, clock: Clock, until: datetime, *, hours: float = 0.5) -> None:
    while clock.now < until:
        clock.now += timedelta(hours=hours)
        looking.tick(clock.now)


def shows(url: str, query: str) -> bool:
    return rows(url, query) != []


@pytest.mark.slow
def test_three_processes_make_each_due_time_once(
    url: str, looking: Schedules, clock: Clock, tmp_path: Path
) -> None:
    clock.now = START + timedelta(days=1)
    looking.change({Kind.DAILY: {"cron": "0 * * * *"}}, by=ENGINE)
    shared, hours = tmp_path / "clock", 30
    set_clock(shared, clock.now)
    workers = [look_after(url, shared) for _ in range(3)]
    dues = [clock.now + timedelta(hours=hour) for hour in range(1, hours + 1)]
    for due in dues:
        set_clock(shared, due + timedelta(seconds=20))
        made = (
            "SELECT 1 FROM slot JOIN run ON id = run WHERE state = 'succeeded'"
            f" AND schedule = 'daily' AND due = '{due}'"
        )
        until(partial(shows, url, made), seconds=20)
    until(lambda: rows(url, "SELECT 1 FROM run WHERE state <> 'succeeded'") == [], seconds=20)
    set_clock(shared, None)
    assert [worker.wait(60) for worker in workers] == [0, 0, 0]
    slots = rows(url, "SELECT schedule, due, run FROM slot ORDER BY due")
    assert {one[1] for one in slots if one[0] == "daily"} == set(dues)
    # The 1st of March is a Sunday: the weekly full is the monthly one, too.
    assert [one[0] for one in slots if one[0] != "daily"] == ["weekly", "monthly"]
    submitted = rows(url, "SELECT run, attempt, kinds FROM made")
    assert len(submitted) == hours + 1
    assert {one[0] for one in submitted} == {one[2] for one in slots}
    assert [one[2] for one in submitted if "monthly" in str(one[2])] == [["weekly", "monthly"]]


@pytest.mark.parametrize("when", [BEFORE, AFTER])
def test_a_process_killed_while_it_submits_leaves_one_run(
    url: str, looking: Schedules, clock: Clock, when: str, tmp_path: Path
) -> None:
    set_clock(tmp_path / "clock", START + timedelta(hours=2))
    dying = look_after(url, tmp_path / "clock", die=when, nth=1)
    assert dying.wait(60) == -signal.SIGKILL
    left = rows(url, "SELECT job, run FROM made")
    assert len(left) == (1 if when == AFTER else 0)
    walk(looking, clock, START + timedelta(hours=3))
    (run,) = rows(url, "SELECT id, state, job_id FROM run")
    assert run[1] == "succeeded"
    jobs = rows(url, "SELECT job FROM made")
    # Killed after it had submitted, it left a job that nobody knew; only one of the two may begin.
    assert len(jobs) == len(left) + 1


def test_of_two_jobs_of_one_run_the_one_that_begins_first_makes_the_backup(
    url: str, looking: Schedules, clock: Clock
) -> None:
    clock.now = START + timedelta(hours=3)
    with table.ticking(url, clock.now) as held:
        assert held is not None
        run = held.take({"daily": clock.now}, kinds=["daily"], include_storage=False, now=clock.now)
    arguments = {"run": str(run), "attempt": 1}
    first, second = UUID(int=1), UUID(int=2)
    assert looking.begins(arguments, second)
    assert not looking.begins(arguments, first)
    assert looking.begins(arguments, second), "again after its worker was killed"
    assert rows(url, "SELECT state, job_id FROM run") == [("submitted", second)]
    assert not looking.begins({**arguments, "attempt": 2}, first)
    assert looking.begins({}, first), "what no schedule asked for is not its business"


def test_while_one_process_looks_no_other_does(url: str, looking: Schedules) -> None:
    with table.ticking(url, START) as first:
        assert first is not None
        with table.ticking(url, START) as second:
            assert second is None
    with table.ticking(url, START) as again:
        assert again is not None


def test_what_the_environment_says_counts_until_it_is_edited_and_again_after_a_reset(
    url: str, looking: Schedules, clock: Clock
) -> None:
    assert [(one.plan.cron, one.plan.include_storage, one.edited) for one in looking.told()] == [
        ("0 2 * * *", False, ()),
        ("0 3 * * 0", True, ()),
        ("0 4 1 * *", True, ()),
    ]
    changed = {"cron": "Mon 05:00", "timezone": "UTC", "enabled": True, "include_storage": False}
    looking.change({Kind.WEEKLY: changed}, by=ENGINE)
    weekly = on(looking, Kind.WEEKLY)
    assert (weekly.plan.cron, weekly.plan.zone) == ("0 5 * * 1", "UTC")
    assert weekly.next_due == datetime(2026, 3, 2, 5, tzinfo=UTC)
    assert weekly.edited == ("cron", "enabled", "include_storage", "timezone")
    # Another start of a server, with another environment: what was edited stays.
    other = schedules(
        url, MadeAtOnce(url), clock, backup_weekly_at="Sat 01:00", backup_daily_at="00:30"
    )
    other.start()
    assert on(looking, Kind.WEEKLY).plan.cron == "0 5 * * 1"
    daily = on(looking, Kind.DAILY)
    assert daily.plan.cron == "30 0 * * *"
    assert daily.next_due == datetime(2026, 2, 27, 0, 30, tzinfo=BERLIN)
    looking.change({Kind.WEEKLY: dict.fromkeys(changed)}, by=ENGINE)
    weekly = on(looking, Kind.WEEKLY)
    assert (weekly.plan.cron, weekly.plan.zone, weekly.edited) == (
        "0 1 * * 6",
        "Europe/Berlin",
        (),
    )


def test_kuroibaras_variables_are_obeyed_and_ours_win(url: str, clock: Clock) -> None:
    made = schedules(
        url,
        MadeAtOnce(url),
        clock,
        backup_daily_enabled=False,
        backup_weekly_enabled=False,
        kuroibara_backup_weekly_enabled=True,
        kuroibara_backup_monthly_enabled=False,
    )
    made.start()
    assert [one.plan.enabled for one in made.told()] == [False, True, False]
    walk(made, clock, START + timedelta(days=4), hours=3)
    assert rows(url, "SELECT DISTINCT schedule FROM slot") == [("weekly",)]


def test_switched_off_and_on_again_nothing_is_made_up_for(
    url: str, looking: Schedules, clock: Clock
) -> None:
    looking.change({Kind.DAILY: {"enabled": False}}, by=ENGINE)
    assert on(looking, Kind.DAILY).next_due is None
    walk(looking, clock, START + timedelta(days=1))
    assert rows(url, "SELECT 1 FROM made") == []
    looking.change({Kind.DAILY: {"enabled": True}}, by=ENGINE)
    walk(looking, clock, clock.now + timedelta(minutes=30))
    assert rows(url, "SELECT 1 FROM made") == []
    assert on(looking, Kind.DAILY).next_due == datetime(2026, 2, 28, 2, tzinfo=BERLIN)


def test_a_command_with_another_environment_changes_nothing_by_looking(
    url: str, looking: Schedules, clock: Clock
) -> None:
    command = schedules(url, MadeAtOnce(url), clock, backup_daily_at="11:11")
    assert on(command, Kind.DAILY).plan.cron == "0 2 * * *"
    command.change({Kind.WEEKLY: {"enabled": False}}, by=ENGINE)
    assert on(looking, Kind.DAILY).plan.cron == "0 2 * * *"


def test_a_slot_that_comes_while_the_last_run_goes_on_is_served_by_that_run(
    url: str, looking: Schedules, clock: Clock
) -> None:
    with table.ticking(url, clock.now) as held:
        assert held is not None
        kinds: dict[str, Any] = {"kinds": ["daily"], "include_storage": False, "now": clock.now}
        first = held.take({"daily": START}, **kinds)
        assert first is not None
        assert held.take({"daily": START + timedelta(hours=1)}, **kinds) is None
    assert rows(url, "SELECT count(*), count(DISTINCT run) FROM slot") == [(2, 1)]


def test_old_runs_are_forgotten(url: str, looking: Schedules, clock: Clock) -> None:
    walk(looking, clock, START + timedelta(hours=3))
    assert rows(url, "SELECT count(*) FROM run") == [(1,)]
    execute(url, "UPDATE run SET ended_at = ended_at - interval '10 years'")
    walk(looking, clock, START + timedelta(hours=27))
    assert rows(url, "SELECT due FROM slot") == [(datetime(2026, 2, 28, 2, tzinfo=BERLIN),)]
