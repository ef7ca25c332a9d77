"""What came of each of the last days: a full backup, the database only, a failure, nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from kuroibara_desktop.core.backups import CopyState, RemoteStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import tzinfo

    from kuroibara_desktop.core.backups import Backup

DAYS = 60


class Mark(Enum):
    """One day in one word; of several, the best that is there."""

    FULL = "full"
    DATABASE = "database only"
    SUSPECT = "suspect or damaged"
    FAILED = "failed"
    NOTHING = "nothing kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """`here` says that a verified copy of that day is on this computer."""

    date: date
    mark: Mark
    backups: int = 0
    failed: int = 0
    here: bool = False


def strip(
    backups: Iterable[Backup],
    failures: Mapping[date, int],
    *,
    today: date,
    zone: tzinfo | None = None,
    days: int = DAYS,
) -> tuple[Day, ...]:
    """The last `days` days, today last; times are read in `zone`, or in this computer's own."""
    by_day: dict[date, list[Backup]] = {}
    for backup in backups:
        if backup.created_at is not None:
            by_day.setdefault(backup.created_at.astimezone(zone).date(), []).append(backup)
    found = []
    for back in range(days - 1, -1, -1):
        day = today - timedelta(days=back)
        made = by_day.get(day, [])
        failed = failures.get(day, 0)
        found.append(
            Day(
                date=day,
                mark=_mark(made, failed),
                backups=len(made),
                failed=failed,
                here=any(b.local and b.local.state is CopyState.VERIFIED for b in made),
            )
        )
    return tuple(found)


def _mark(made: list[Backup], failed: int) -> Mark:
    good = [backup for backup in made if not backup.suspect and _whole_somewhere(backup)]
    if any(backup.includes_storage is not False for backup in good):
        return Mark.FULL
    if good:
        return Mark.DATABASE
    if failed:
        return Mark.FAILED
    return Mark.SUSPECT if made else Mark.NOTHING


def _whole_somewhere(backup: Backup) -> bool:
    there = backup.remote is not None and backup.remote.status is RemoteStatus.FINISHED
    return there or (backup.local is not None and backup.local.state is not CopyState.DAMAGED)
