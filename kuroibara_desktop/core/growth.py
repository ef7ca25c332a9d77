"""How the offsite archive grew, and on which day its drive will be full."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kuroibara_desktop.core.backups import Backup, LocalCopy

_LOOKED_BACK = timedelta(days=180)
_AT_LEAST = timedelta(days=7)
_FURTHEST = timedelta(days=3650)
KEPT = 730  # days of samples


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Sample:
    """What the archive held at the end of one day."""

    day: date
    size: int


def noted(samples: Sequence[Sample], day: date, size: int) -> tuple[Sample, ...]:
    """`samples` with today's figure in place of an earlier one of the day; the oldest go."""
    others = [sample for sample in samples if sample.day != day]
    return tuple(sorted([*others, Sample(day=day, size=size)])[-KEPT:])


def history(copies: Iterable[LocalCopy], samples: Sequence[Sample]) -> tuple[Sample, ...]:
    """How the archive grew; before the first sample, by when the copies that are here came.

    That part is an estimate from below: what was removed again meanwhile is not known.
    """
    first = min((sample.day for sample in samples), default=date.max)
    days: dict[date, int] = {}
    held = 0
    dated = [c for c in copies if c.copied_at is not None]
    for copy in sorted(dated, key=lambda c: c.copied_at.timestamp() if c.copied_at else 0.0):
        held += copy.size
        if copy.copied_at is not None and copy.copied_at.date() < first:
            days[copy.copied_at.date()] = held
    guessed = [Sample(day=day, size=size) for day, size in days.items()]
    return (*guessed, *sorted(samples))


def growth_per_day(samples: Sequence[Sample], today: date) -> float | None:
    """Bytes a day over the last half year, or None before a week of it is known."""
    recent = [sample for sample in samples if today - sample.day <= _LOOKED_BACK]
    if len(recent) < 3 or recent[-1].day - recent[0].day < _AT_LEAST:
        return None
    xs = [float((sample.day - today).days) for sample in recent]
    ys = [float(sample.size) for sample in recent]
    middle, level = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - middle) ** 2 for x in xs)
    return sum((x - middle) * (y - level) for x, y in zip(xs, ys, strict=True)) / spread


def full_on(samples: Sequence[Sample], free: int | None, today: date) -> date | None:
    """The day the drive is full if the archive goes on growing so; None if it will not be seen."""
    rate = growth_per_day(samples, today)
    if rate is None or rate <= 0 or free is None:
        return None
    days = free / rate
    return None if days > _FURTHEST.days else today + timedelta(days=int(days))


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSize:
    """All backups of one kind: how many and how large, on the server and here."""

    kind: str
    count_there: int
    size_there: int
    count_here: int
    size_here: int


_ORDER = ("daily", "weekly", "monthly", "manual", "safety", "")


def by_kind(backups: Iterable[Backup]) -> tuple[KindSize, ...]:
    """The sizes kind by kind, in the order of the schedule; what has no kind comes last."""
    found: dict[str, list[int]] = {}
    for backup in backups:
        figures = found.setdefault(backup.kind or "", [0, 0, 0, 0])
        for place, side in enumerate((backup.remote, backup.local)):
            if side is not None:
                figures[2 * place] += 1
                figures[2 * place + 1] += side.size
    known = {kind: place for place, kind in enumerate(_ORDER)}
    return tuple(
        KindSize(
            kind=kind,
            count_there=figures[0],
            size_there=figures[1],
            count_here=figures[2],
            size_here=figures[3],
        )
        for kind, figures in sorted(
            found.items(), key=lambda item: (known.get(item[0], len(known)), item[0])
        )
    )
