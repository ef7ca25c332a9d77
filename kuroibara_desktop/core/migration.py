"""Did the library arrive whole? The checklist after a migration, filled in by comparison."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from kuroibara_desktop.core.restores import NowAndAfter
    from kuroibara_desktop.core.rules import Schedule


class Item(Enum):
    """The lines of the list, in its order."""

    MANGA = "all manga appear in the library"
    PROGRESS = "reading progress preserved"
    SETTINGS = "user settings intact"
    FILES = "file access working"
    SCHEDULES = "scheduled backups configured"


class Mark(Enum):
    RIGHT = "right"
    WRONG = "wrong"
    OPEN = "open"  # nobody could tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line: `found` of what the backup held, `expected`, are there."""

    item: Item
    mark: Mark
    found: int | None = None
    expected: int | None = None
    next_due: datetime | None = None  # of the schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What was looked at on the new server.

    `counts` compare what is there now with what the backup held; empty where nobody who may look
    is signed in. `tables_missing` are left to Kuroibara's next start. `schedules` is None where it
    could not be asked.
    """

    counts: Sequence[NowAndAfter] = ()
    tables_missing: bool = False
    schedules: Sequence[Schedule] | None = None


def checklist(arrival: Arrival) -> tuple[Finding, ...]:
    """Every line with its mark. More than the backup held is right: people go on reading."""
    return (
        _counted(Item.MANGA, arrival, "manga", "chapters"),
        _counted(Item.PROGRESS, arrival, "progress"),
        _settings(arrival),
        _counted(Item.FILES, arrival, "files", "bytes"),
        _scheduled(arrival.schedules),
    )


def _counted(item: Item, arrival: Arrival, *names: str) -> Finding:
    """The first count tells the numbers; any that fell short makes the line wrong."""
    found = {one.what: one for one in arrival.counts}
    counts = [found.get(name) for name in names]
    known = [one for one in counts if one is not None]
    first = counts[0]
    if first is None or any(one.now is None or one.after is None for one in known):
        return Finding(item=item, mark=Mark.OPEN)
    short = any(
        one.now < one.after for one in known if one.now is not None and one.after is not None
    )
    mark = Mark.WRONG if short else Mark.RIGHT
    return Finding(item=item, mark=mark, found=first.now, expected=first.after)


def _settings(arrival: Arrival) -> Finding:
    """A user's settings stand in the row of the user."""
    finding = _counted(Item.SETTINGS, arrival, "users")
    if finding.mark is Mark.RIGHT and arrival.tables_missing:
        return replace(finding, mark=Mark.OPEN)
    return finding


def _scheduled(schedules: Iterable[Schedule] | None) -> Finding:
    if schedules is None:
        return Finding(item=Item.SCHEDULES, mark=Mark.OPEN)
    due = sorted(one.next_due for one in schedules if one.enabled and one.next_due is not None)
    mark = Mark.RIGHT if due else Mark.WRONG
    return Finding(item=Item.SCHEDULES, mark=mark, next_due=due[0] if due else None)
