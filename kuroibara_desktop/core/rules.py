"""What a server does by itself: when it makes backups, which it keeps, and how they are doing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When backups of one kind are made. `edited` names what differs from the server's settings."""

    kind: str  # daily weekly monthly
    cron: str
    timezone: str
    enabled: bool
    include_storage: bool
    edited: tuple[str, ...] = ()
    next_due: datetime | None = None
    last_attempt: datetime | None = None
    last_success: datetime | None = None
    last_error: str | None = None
    failures: int = 0
    overdue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleChange:
    """What is to be different; a field that is None stays."""

    cron: str | None = None
    timezone: str | None = None
    enabled: bool | None = None
    include_storage: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepRules:
    """How many of each are kept; None is for ever. `manual` puts those made by hand under them."""

    enabled: bool
    daily: int | None
    weekly: int | None
    monthly: int | None
    yearly: int | None
    at_most: int | None
    manual: bool
    edited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether one backup would stay, and why."""

    filename: str
    size: int
    created_at: datetime | None
    kept: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What the rules would do now."""

    enabled: bool
    verdicts: tuple[Verdict, ...]
    would_free: int

    @property
    def would_remove(self) -> tuple[str, ...]:
        return tuple(one.filename for one in self.verdicts if not one.kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindFigures:
    kind: str
    count: int
    size: int
    newest_at: datetime | None
    newest_size: int | None
    newest_verified_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFigures:
    """Which kinds of backups were made on one day, and how many failed."""

    date: date
    kinds: tuple[str, ...]
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SizePoint:
    at: datetime
    size: int
    includes_storage: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskFigures:
    """The server's disk: what is free, what the rules will need, and when it will be full."""

    free: int
    total: int
    needed_in_a_year: int | None
    fits: bool | None
    growth_per_day: float | None
    full_on: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    at: datetime
    count: int
    size: int
    damaged: int
    suspect: int
    kinds: tuple[KindFigures, ...]
    days: tuple[DayFigures, ...]
    sizes: tuple[SizePoint, ...]
    succeeded: int
    failed: int
    disk: DiskFigures
