"""Which copies are wanted, in which order, and when the next one's turn is. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from kuroibara_desktop.core.transfers import NEXT, TransferId, TransferState

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence
    from datetime import time

    from kuroibara_desktop.core.backups import RemoteBackup

_S = TransferState
_FIRST_WAIT = 60.0
_LONGEST_WAIT = 3600.0
_STALLED_AFTER = 60.0
ACTIVE = frozenset({_S.QUEUED, _S.RUNNING, _S.WAITING})


class Wish(Enum):
    """What the person wants of a copy that some process is at work on."""

    NONE = ""
    PAUSE = "pause"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One copy that is wanted; times are seconds since 1970.

    `server` is the engine's id, or the address of a plain Kuroibara: so the copy goes on when the
    address changes. `folder` is where it goes in the vault.
    """

    id: TransferId
    server: str
    folder: str
    filename: str
    size: int
    backup_id: str | None = None
    position: int = 0
    state: TransferState = TransferState.QUEUED
    wish: Wish = Wish.NONE
    tries: int = 0
    next_try: float = 0.0
    problem: str = ""  # why it waits or failed: one sentence, and what to do
    ended_at: float | None = None

    def moved_to(self, state: TransferState, **changes: Any) -> Wanted:
        """The same copy in its next state; a move that `NEXT` does not hold is a ValueError."""
        if state not in NEXT[self.state]:
            raise ValueError(f"a {self.state.value} copy cannot become {state.value}")
        return replace(self, state=state, **changes)

    def is_of(self, backup: RemoteBackup) -> bool:
        """Whether it is this very backup: by the id, or where a side has none by name and size."""
        if self.backup_id is not None and backup.backup_id is not None:
            return self.backup_id == backup.backup_id
        return (self.filename, self.size) == (backup.filename, backup.size)


def next_up(
    rows: Iterable[Wanted], now: float, only: Container[TransferId] | None = None
) -> Wanted | None:
    """The first whose turn it is; a server that asked for patience is given it for all its rows."""
    ordered = sorted(rows, key=lambda row: row.position)
    resting = {row.server for row in ordered if row.state is _S.WAITING and row.next_try > now}
    for row in ordered:
        if row.state not in (_S.QUEUED, _S.WAITING) or row.server in resting:
            continue
        if only is None or row.id in only:
            return row
    return None


def next_moment(rows: Iterable[Wanted], only: Container[TransferId] | None = None) -> float | None:
    """When there is a turn again; None when nothing is left to wait for."""
    rows = list(rows)
    servers = {
        row.server
        for row in rows
        if row.state in (_S.QUEUED, _S.WAITING) and (only is None or row.id in only)
    }
    times = [row.next_try for row in rows if row.state is _S.WAITING and row.server in servers]
    return min(times, default=None)


def back_off(tries: int) -> float:
    """The seconds to wait after so many tries in vain: one minute, then twice as long each time."""
    return min(_FIRST_WAIT * float(1 << min(max(0, tries - 1), 10)), _LONGEST_WAIT)


def room_needed(rows: Iterable[Wanted], received: Mapping[str, int]) -> int:
    """The bytes that all copies together still bring; `received` is by file name."""
    return sum(
        max(0, row.size - received.get(row.filename, 0)) for row in rows if row.state in ACTIVE
    )


def reordered(rows: Sequence[Wanted], moved: TransferId, before: TransferId | None) -> list[Wanted]:
    """The rows with `moved` in front of `before`, or last; positions are counted anew."""
    ordered = sorted(rows, key=lambda row: row.position)
    found = [row for row in ordered if row.id == moved]
    rest = [row for row in ordered if row.id != moved]
    place = next((i for i, row in enumerate(rest) if row.id == before), len(rest))
    return [
        replace(row, position=number)
        for number, row in enumerate([*rest[:place], *found, *rest[place:]])
    ]


def is_stalled(moved_at: float, now: float) -> bool:
    """Whether a copy that runs has not moved for a while. That is no failure: it may go on."""
    return now - moved_at >= _STALLED_AFTER


@dataclass(frozen=True, slots=True, kw_only=True)
class HourLimit:
    """Another limit between two times of day; past midnight when it ends before it begins."""

    begins: time
    ends: time
    bytes_per_second: int | None  # None is no limit

    def holds_at(self, at: time) -> bool:
        if self.begins <= self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeedRules:
    """How fast copies may come, in bytes a second; the first hours that fit count."""

    always: int | None = None
    hours: tuple[HourLimit, ...] = ()


def limit_at(rules: SpeedRules, at: time) -> int | None:
    """The limit at this time of day; None is no limit."""
    for hours in rules.hours:
        if hours.holds_at(at):
            return hours.bytes_per_second
    return rules.always
