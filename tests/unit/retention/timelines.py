"""Histories of backups to judge: real schedules and the odd days of the calendar."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kuroibara_backup.retention import Candidate, Kind, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

BERLIN = ZoneInfo("Europe/Berlin")
KIRITIMATI = ZoneInfo("Pacific/Kiritimati")


def one(
    at: datetime,
    *kinds: Kind,
    full: bool | None = None,
    standing: Standing = Standing.GOOD,
    pinned: bool = False,
    found: bool = False,
    leased_until: datetime | None = None,
    name: str | None = None,
) -> Candidate:
    word = "-".join(kind.value for kind in kinds) or "nameless"
    return Candidate(
        name=name or f"{word}_{at.astimezone(UTC):%Y%m%d_%H%M%S}",
        created_at=at,
        kinds=frozenset(kinds),
        full=Kind.DAILY not in kinds if full is None else full,
        size=10 if Kind.DAILY in kinds else 1000,
        standing=standing,
        pinned=pinned,
        found=found,
        leased_until=leased_until,
    )


def scheduled(start: datetime, days: int) -> Iterator[Candidate]:
    """Daily at 02:00, weekly on Sunday 03:00, monthly on the 1st 04:00, local time."""
    for number in range(days):
        day = (start + timedelta(days=number)).replace(hour=0, minute=0, second=0)
        yield one(day.replace(hour=2), Kind.DAILY)
        if day.isoweekday() == 7:
            yield one(day.replace(hour=3), Kind.WEEKLY)
        if day.day == 1:
            yield one(day.replace(hour=4), Kind.MONTHLY)


def berlin(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BERLIN)  # type: ignore[arg-type, misc]  # year, month, day and so on


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]  # likewise


def _busy() -> list[Candidate]:
    """Half a year with everything in it that is kept aside or protected."""
    found = list(scheduled(berlin(2026, 5, 1), 180))
    odd = [
        one(berlin(2026, 6, 3, 12), Kind.MANUAL),
        one(berlin(2026, 10, 3, 12), Kind.MANUAL, full=False),
        one(berlin(2026, 7, 4, 12)),
        one(berlin(2026, 6, 9, 2, 30), Kind.DAILY, pinned=True),
        one(berlin(2026, 6, 21, 3, 30), Kind.WEEKLY, leased_until=berlin(2026, 11, 1)),
        one(berlin(2026, 6, 22, 3, 30), Kind.WEEKLY, leased_until=berlin(2026, 10, 1)),
        one(berlin(2026, 10, 27, 9), Kind.SAFETY, full=False),
        one(berlin(2026, 9, 27, 9), Kind.SAFETY, full=False),
        one(berlin(2026, 10, 25, 5), Kind.WEEKLY, standing=Standing.SUSPECT),
        one(berlin(2026, 10, 18, 5), Kind.WEEKLY, standing=Standing.DAMAGED),
        one(berlin(2026, 10, 26, 5), Kind.DAILY, standing=Standing.UNVERIFIED),
        one(berlin(2026, 1, 1, 4), Kind.MONTHLY, found=True),
        one(berlin(2030, 1, 1, 4), Kind.MONTHLY),
        one(berlin(2026, 8, 1, 5), Kind.WEEKLY, Kind.MONTHLY),
    ]
    return found + odd


TIMELINES: dict[str, tuple[datetime, list[Candidate]]] = {
    "three-years": (
        berlin(2026, 11, 23, 12),
        [
            candidate
            for candidate in scheduled(berlin(2024, 1, 1), 1058)
            # As if retention had run: nothing is learnt from a thousand old daily ones.
            if candidate.full or candidate.created_at > berlin(2026, 10, 1)
        ],
    ),
    "spring-forward": (
        berlin(2026, 4, 2),
        # On 29 March 02:00 does not exist; Python takes it for 03:00, as cron does.
        [
            *scheduled(berlin(2026, 3, 1), 32),
            *(one(utc(2026, 3, 28, *at), Kind.DAILY) for at in ((22, 59), (23, 1))),
        ],
    ),
    "autumn-back": (
        berlin(2026, 10, 28),
        # 02:30 happens twice; midnight comes at 22:00 UTC before the change and 23:00 after.
        [
            *scheduled(berlin(2026, 10, 1), 27),
            *(one(utc(2026, 10, 25, *at), Kind.DAILY) for at in ((0, 30), (1, 30), (22, 59))),
            one(utc(2026, 10, 24, 22, 1), Kind.DAILY),
        ],
    ),
    "week-53": (
        berlin(2027, 1, 6),
        # 1 to 3 January 2027 belong to week 53 of 2026.
        [one(berlin(2026, 12, 20, 3) + timedelta(days=n), Kind.WEEKLY) for n in range(17)]
        + [one(berlin(2027, 1, 1, 4), Kind.MONTHLY)],
    ),
    "leap-day": (
        berlin(2028, 3, 2),
        [
            *scheduled(berlin(2028, 2, 20), 11),
            one(berlin(2028, 2, 29, 23, 59), Kind.DAILY),
            one(berlin(2024, 2, 29, 4), Kind.MONTHLY),
        ],
    ),
    "one-second": (
        utc(2026, 11, 23, 12),
        [
            one(utc(2026, 11, 20 + n // 3, 2, 0, 0), kind, name=f"{kind.value}-{n}")
            for n in range(9)
            for kind in (Kind.DAILY, Kind.WEEKLY, Kind.MONTHLY)
        ],
    ),
    "clock-set-back": (
        utc(2026, 11, 23, 12),
        # For ten days the clock was four years ahead.
        list(scheduled(utc(2026, 9, 1), 83)) + list(scheduled(utc(2030, 11, 1), 10)),
    ),
    "far-east": (
        datetime(2026, 11, 23, 12, tzinfo=KIRITIMATI),
        list(scheduled(datetime(2026, 10, 1, tzinfo=KIRITIMATI), 54)),
    ),
    "gaps": (
        berlin(2026, 11, 23, 12),
        # The server ran in January, in May and last week.
        list(scheduled(berlin(2026, 1, 1), 20))
        + list(scheduled(berlin(2026, 5, 10), 20))
        + list(scheduled(berlin(2026, 11, 16), 6)),
    ),
    "busy": (berlin(2026, 10, 28, 12), _busy()),
    "nothing": (utc(2026, 11, 23), []),
}
