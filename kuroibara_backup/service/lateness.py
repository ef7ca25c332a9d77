"""Are backups made by themselves, and by one scheduler only?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Final

from kuroibara_backup.places.names import kind_of
from kuroibara_backup.places.origin import Origin
from kuroibara_backup.retention import Kind
from kuroibara_backup.service.catalogue import modified_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from kuroibara_backup.places.local import Stored
    from kuroibara_backup.service.schedules import Scheduled

_ASLEEP: Final = timedelta(minutes=3)
# Kuroibara's own scheduler makes the next one in less than this.
_FRESH: Final = {
    Kind.DAILY: timedelta(hours=30),
    Kind.WEEKLY: timedelta(days=8),
    Kind.MONTHLY: timedelta(days=32),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What is to be said of the scheduler; a warning where it is neither good nor failed."""

    sentence: str
    remedy: str = ""
    good: bool = False
    failed: bool = False


def scheduler_word(
    schedules: Sequence[Scheduled], looked_at: datetime | None, now: datetime
) -> Word:
    """Say whether somebody looks what is due, and what comes next."""
    enabled = [one for one in schedules if one.plan.enabled]
    if not enabled:
        return Word(
            sentence="Every schedule is switched off: no backup is made by itself.",
            remedy="Switch one on: `kuroibara-backup schedule enable daily`.",
        )
    for one in enabled:
        if one.failures and one.last_error is not None:
            return Word(
                sentence=f"The last {one.kind.value} backup was not made."
                f" {one.last_error['detail']}",
                remedy=one.last_error["remedy"],
                failed=True,
            )
    if looked_at is None or now - looked_at > _ASLEEP:
        return Word(
            sentence="No process looks what is due.",
            remedy="Keep `kuroibara-backup serve` or `kuroibara-backup worker` running.",
            failed=any(one.overdue for one in enabled),
        )
    late = [one.kind.value for one in enabled if one.overdue]
    if late:
        return Word(
            sentence=f"A backup is overdue: {', '.join(late)}.",
            remedy="Look at the jobs and the log; a worker must be running.",
            failed=True,
        )
    following = min(
        (one for one in enabled if one.next_due is not None),
        key=lambda one: one.next_due or now,
        default=None,
    )
    if following is None or following.next_due is None:
        return Word(sentence="The schedules begin within a minute.", good=True)
    return Word(
        sentence=f"The next backup is the {following.kind.value} one,"
        f" {following.next_due.astimezone(UTC):%Y-%m-%d %H:%M} UTC.",
        good=True,
    )


def second_scheduler(stored: Iterable[Stored], now: datetime) -> tuple[str, ...]:
    """Name Kuroibara's own scheduled backups that are so fresh that more must be expected."""
    fresh = []
    for one in stored:
        kind = kind_of(one.filename)
        if one.origin is not Origin.FOUND or kind is None:
            continue
        if now - modified_at(one) < _FRESH[kind]:
            fresh.append(one.filename)
    return tuple(sorted(fresh))
