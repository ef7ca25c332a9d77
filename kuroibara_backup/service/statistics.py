"""How are the backups doing: sizes, growth, success, and for how long will the disk do?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from kuroibara_backup.jobs.model import JobKind, JobState
from kuroibara_backup.places.names import kind_of
from kuroibara_backup.retention import Kind, full_on, growth, steady
from kuroibara_backup.service.model import Backup, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kuroibara_backup.jobs.model import Job
    from kuroibara_backup.retention import Policy, Steady

STRIP: Final = 60
POINTS: Final = 500
_RECENT: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindFigures:
    """All backups of one kind. Durations are in seconds, of those whose job is remembered."""

    kind: str
    count: int
    bytes: int
    newest_at: datetime
    newest_size: int
    verified_at: datetime | None
    last_duration: float | None
    median_duration: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One local day: the kinds of the good backups made on it, and how many attempts failed."""

    date: date
    kinds: tuple[str, ...]
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    at: datetime
    size: int
    full: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """`days` and `points` run forward in time; `free`, `held` and `total` are bytes of the disk."""

    at: datetime
    count: int
    bytes: int
    damaged: int
    suspect: int
    kinds: tuple[KindFigures, ...]
    days: tuple[Day, ...]
    points: tuple[Point, ...]
    succeeded: int
    failed: int
    free: int
    total: int
    need: Steady
    growth_a_day: float | None
    full_on: datetime | None


def statistics(
    backups: Sequence[Backup],
    jobs: Iterable[Job],
    policy: Policy,
    *,
    free: int,
    total: int,
    reserve: int,
    now: datetime,
    zone: tzinfo,
) -> Statistics:
    """Put the figures together; reads no clock and no disk."""
    made = [job for job in jobs if job.kind is JobKind.CREATE and job.finished_at is not None]
    good = [one for one in backups if one.status is Status.FINISHED]
    fulls = [(one.created_at, one.size) for one in good if one.includes_storage and not one.suspect]
    held = sum(one.size for one in backups)
    need = steady(
        policy,
        each=max((size for _, size in fulls), default=0),
        room=max(0, free + held - reserve),
    )
    a_day = growth(fulls, now)
    recent = [
        job for job in made if job.finished_at is not None and now - job.finished_at <= _RECENT
    ]
    points = sorted(
        (
            Point(at=one.created_at, size=one.size, full=one.includes_storage)
            for one in good
            if one.includes_storage is not None
        ),
        key=lambda point: point.at,
    )
    return Statistics(
        at=now,
        count=len(backups),
        bytes=held,
        damaged=sum(one.status is Status.DAMAGED for one in backups),
        suspect=sum(one.suspect for one in backups),
        kinds=_kinds(good, made),
        days=_days(good, made, now, zone),
        points=tuple(points[-POINTS:]),
        succeeded=sum(job.state is JobState.SUCCEEDED for job in recent),
        failed=sum(job.state is JobState.FAILED for job in recent),
        free=free,
        total=total,
        need=need,
        growth_a_day=a_day,
        full_on=full_on(need, a_day, now),
    )


def _kinds(good: Iterable[Backup], made: Iterable[Job]) -> tuple[KindFigures, ...]:
    by_kind: defaultdict[str, list[Backup]] = defaultdict(list)
    for one in good:
        by_kind[one.kind or "unknown"].append(one)
    durations: defaultdict[str, list[tuple[datetime, float]]] = defaultdict(list)
    for job in made:
        if job.state is JobState.SUCCEEDED and job.started_at and job.finished_at:
            seconds = (job.finished_at - job.started_at).total_seconds()
            made_as = kind_of(job.backup_name) or Kind.MANUAL
            durations[made_as.value].append((job.finished_at, seconds))
    figures = []
    for kind, ones in sorted(by_kind.items()):
        newest = max(ones, key=lambda one: one.created_at)
        known = sorted(durations[kind])
        figures.append(
            KindFigures(
                kind=kind,
                count=len(ones),
                bytes=sum(one.size for one in ones),
                newest_at=newest.created_at,
                newest_size=newest.size,
                verified_at=newest.verified_at,
                last_duration=known[-1][1] if known else None,
                median_duration=median(seconds for _, seconds in known) if known else None,
            )
        )
    return tuple(figures)


def _days(
    good: Iterable[Backup], made: Iterable[Job], now: datetime, zone: tzinfo
) -> tuple[Day, ...]:
    kinds: defaultdict[date, set[str]] = defaultdict(set)
    failures: defaultdict[date, int] = defaultdict(int)
    for one in good:
        if not one.suspect:
            kinds[one.created_at.astimezone(zone).date()].add(one.kind or "unknown")
    for job in made:
        if job.state is JobState.FAILED and job.finished_at is not None:
            failures[job.finished_at.astimezone(zone).date()] += 1
    today = now.astimezone(zone).date()
    return tuple(
        Day(date=day, kinds=tuple(sorted(kinds[day])), failed=failures[day])
        for day in (today - timedelta(days=ago) for ago in reversed(range(STRIP)))
    )


def proposal_document(need: Steady) -> dict[str, Any] | None:
    """The numbers that would fit, under the names of the retention settings."""
    lower = need.proposal
    if lower is None:
        return None
    return {
        "retention_weekly": lower.weekly,
        "retention_monthly": lower.monthly,
        "retention_yearly": lower.yearly,
    }
