"""What will the backups need in the long run, and on which day will the disk not hold them?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from statistics import linear_regression
from typing import TYPE_CHECKING, Final

from kuroibara_backup.retention.space import fitting, full_ones_in_a_year

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from kuroibara_backup.retention.model import Policy

_DAY: Final = timedelta(days=1)
_LEAST_POINTS: Final = 3
_LEAST_SPAN: Final = timedelta(days=14)
_LOOKED_BACK: Final = timedelta(days=180)
_FARTHEST: Final = 3650.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Steady:
    """After a year of schedules: so many full backups of `each` bytes need `needed` of `room`.

    `proposal` keeps fewer and fits; None when all is well, or when even one of each is too many.
    """

    count: int
    each: int
    needed: int
    room: int
    proposal: Policy | None

    @property
    def fits(self) -> bool:
        return self.needed <= self.room


def steady(policy: Policy, *, each: int, room: int) -> Steady:
    """`each` is the size of the largest full backup, `room` what is free and what backups hold."""
    count = full_ones_in_a_year(policy)
    needed = count * each
    lower = fitting(policy, room // each) if each and needed > room else None
    return Steady(count=count, each=each, needed=needed, room=room, proposal=lower)


def growth(fulls: Collection[tuple[datetime, int]], now: datetime) -> float | None:
    """Bytes that a full backup gains a day, by a line through those of half a year.

    None with fewer than three, or when they lie within two weeks: that is no trend.
    """
    seen = sorted((at, size) for at, size in fulls if now - at <= _LOOKED_BACK)
    if len(seen) < _LEAST_POINTS or seen[-1][0] - seen[0][0] < _LEAST_SPAN:
        return None
    days = [(at - seen[0][0]) / _DAY for at, _ in seen]
    return float(linear_regression(days, [float(size) for _, size in seen]).slope)


def full_on(need: Steady, a_day: float | None, now: datetime) -> datetime | None:
    """The day on which what is kept no longer fits; None when none is in sight.

    With room for fewer than it keeps already, that day is today.
    """
    if not need.each:
        return None
    if not need.fits:
        return now
    if a_day is None or a_day <= 0:
        return None
    days = (need.room - need.needed) / (need.count * a_day)
    return now + days * _DAY if days <= _FARTHEST else None
