"""The figures for charts: right by hand, and bounded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from kuroibara_backup.jobs.model import Job, JobKind, JobState
from kuroibara_backup.places.origin import Origin
from kuroibara_backup.retention import Policy
from kuroibara_backup.service.model import Backup, Status
from kuroibara_backup.service.statistics import POINTS, STRIP, Statistics, statistics

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
GIB = 1 << 30
GOOD = Backup(
    filename="weekly_20261122_030000.tar.gz",
    size=10 * GIB,
    created_at=NOW - DAY,
    origin=Origin.ENGINE,
    status=Status.FINISHED,
    metadata=None,
    backup_id=UUID(int=1),
    includes_storage=True,
    kind="weekly",
    sha256="00",
    verified_at=NOW - DAY,
    proved_at=None,
    pinned=False,
    note="",
    suspect=False,
)


def job(
    state: JobState, ago: timedelta, *, seconds: float = 60, name: str = "weekly_20261122"
) -> Job:
    ended = NOW - ago
    return Job(
        id=uuid4(),
        kind=JobKind.CREATE,
        backup_name=name,
        created_at=ended,
        state=state,
        started_at=ended - timedelta(seconds=seconds),
        finished_at=ended,
    )


def figures(*backups: Backup, jobs: tuple[Job, ...] = (), zone: str = "UTC") -> Statistics:
    return statistics(
        backups,
        jobs,
        Policy(),
        free=200 * GIB,
        total=400 * GIB,
        reserve=GIB,
        now=NOW,
        zone=ZoneInfo(zone),
    )


def test_nothing_at_all_is_told_as_nothing() -> None:
    found = figures()
    assert (found.count, found.bytes, found.kinds, found.points) == (0, 0, (), ())
    assert len(found.days) == STRIP
    assert found.full_on is None
    assert found.need.fits


def test_kinds_have_their_sums_and_their_newest() -> None:
    older = replace(GOOD, filename="older.tar.gz", created_at=NOW - 8 * DAY, size=GIB)
    found = figures(
        older,
        GOOD,
        jobs=(
            job(JobState.SUCCEEDED, DAY, seconds=100),
            job(JobState.SUCCEEDED, 8 * DAY, seconds=50),
            job(JobState.SUCCEEDED, 15 * DAY, seconds=60),
        ),
    )
    (weekly,) = found.kinds
    assert (weekly.kind, weekly.count, weekly.bytes) == ("weekly", 2, 11 * GIB)
    assert (weekly.newest_at, weekly.newest_size) == (NOW - DAY, 10 * GIB)
    assert (weekly.last_duration, weekly.median_duration) == (100, 60)


@pytest.mark.parametrize(("zone", "day"), [("UTC", 22), ("Pacific/Auckland", 23)])
def test_days_are_those_of_the_engines_time_zone(zone: str, day: int) -> None:
    made = replace(GOOD, created_at=datetime(2026, 11, 22, 20, 0, tzinfo=UTC))
    found = figures(made, zone=zone)
    assert [one.date for one in found.days if one.kinds] == [date(2026, 11, day)]


def test_a_failed_night_shows_in_the_strip_and_in_the_rate() -> None:
    found = figures(jobs=(job(JobState.FAILED, DAY), job(JobState.FAILED, 45 * DAY)))
    assert {one.date: one.failed for one in found.days if one.failed} == {
        date(2026, 11, 22): 1,
        date(2026, 10, 9): 1,
    }
    assert (found.succeeded, found.failed) == (0, 1)  # of 30 days


def test_what_cannot_be_trusted_makes_no_good_day_and_no_trend() -> None:
    suspect = replace(GOOD, suspect=True)
    damaged = replace(GOOD, status=Status.DAMAGED)
    found = figures(suspect, damaged)
    assert not any(one.kinds for one in found.days)
    assert (found.suspect, found.damaged) == (1, 1)
    assert found.need.each == 0
    assert found.bytes == 20 * GIB  # they hold the disk all the same


def test_the_disk_that_grows_full_has_its_day() -> None:
    fulls = [
        replace(
            GOOD, filename=f"{n}.tar.gz", created_at=NOW - (8 - n) * 7 * DAY, size=(n + 1) * GIB
        )
        for n in range(9)
    ]
    found = figures(*fulls)
    assert found.growth_a_day == pytest.approx(GIB / 7)
    # 16 fulls of 9 GiB of the 244 GiB there are: 100 GiB to spare, 16/7 GiB a day
    assert found.full_on is not None
    assert found.full_on - NOW == pytest.approx(100 / (16 / 7) * DAY, abs=timedelta(hours=1))


def test_a_thousand_backups_are_no_thousand_points() -> None:
    many = [replace(GOOD, created_at=NOW - n * timedelta(hours=1)) for n in range(POINTS + 10)]
    found = figures(*many)
    assert len(found.points) == POINTS
    assert found.points[-1].at == NOW
