"""What the Transfers page shows, worked out from how the queue stands. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from kuroibara_desktop.core.progress import Stage
from kuroibara_desktop.core.queue import Wish
from kuroibara_desktop.core.transfers import TransferState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kuroibara_desktop.core.progress import Meter, Progress
    from kuroibara_desktop.core.queue import Wanted
    from kuroibara_desktop.core.transfers import TransferId
    from kuroibara_desktop.ui.transfers.worker import Told

_S = TransferState
ENDING = ".tar.gz"


class Phase(Enum):
    """How one transfer is doing, as a person would say it."""

    COPYING = "copying"
    STALLED = "stalled"  # no byte came for a while; that is no failure
    WORKING = "working"  # under way, but no bytes move: it asks, checks or waits for a connection
    STOPPING = "stopping"  # it was wished so, and whoever is at work on it will hear of it
    WAITING = "waiting"  # it could not be had, and is tried again
    QUEUED = "queued"
    PAUSED = "paused"
    FAILED = "failed"
    DONE = "done"
    CANCELLED = "cancelled"


_UNDER_WAY = frozenset({Phase.COPYING, Phase.STALLED, Phase.WORKING})
_ACTIVE = _UNDER_WAY | {Phase.WAITING, Phase.QUEUED, Phase.PAUSED, Phase.FAILED}
_PHASES = {
    _S.QUEUED: Phase.QUEUED,
    _S.WAITING: Phase.WAITING,
    _S.PAUSED: Phase.PAUSED,
    _S.FAILED: Phase.FAILED,
    _S.DONE: Phase.DONE,
    _S.CANCELLED: Phase.CANCELLED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One transfer. `rate` is in bytes a second, `left` in seconds; None is not known."""

    id: TransferId
    name: str
    size: int
    phase: Phase
    done: int = 0
    stage: Stage | None = None
    rate: float | None = None
    left: float | None = None
    note: str = ""  # whole sentences: why it waits, or failed
    next_try: float | None = None  # seconds since 1970
    ended_at: float | None = None

    @property
    def fraction(self) -> float | None:
        """Between 0 and 1; None where nothing of it came yet, or it has ended without a copy."""
        if self.phase is Phase.DONE:
            return 1.0
        if not self.done or not self.size or self.phase is Phase.CANCELLED:
            return None
        return min(1.0, self.done / self.size)

    @property
    def ended(self) -> bool:
        return self.phase in (Phase.DONE, Phase.CANCELLED)

    @property
    def pausable(self) -> bool:
        return self.phase in _UNDER_WAY or self.phase in (Phase.QUEUED, Phase.WAITING)

    @property
    def resumable(self) -> bool:
        return self.phase is Phase.PAUSED

    @property
    def retryable(self) -> bool:
        """Whether a person can have it tried again now."""
        return self.phase in (Phase.WAITING, Phase.FAILED)

    @property
    def movable(self) -> bool:
        return self.phase in _ACTIVE

    @property
    def cancellable(self) -> bool:
        return self.phase in _ACTIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """How the one copy that runs is doing: what this window measured of it."""

    id: TransferId
    progress: Progress
    meter: Meter
    stalled: bool


def lines(told: Told, pulse: Pulse | None) -> tuple[Line, ...]:
    """What is wanted in its order, then what has ended, the latest first."""
    active = [_line(row, told, pulse) for row in told.rows if not row.state.over]
    ended = [_ended(row) for row in told.rows if row.state.over]
    ended.sort(key=lambda line: line.ended_at or 0.0, reverse=True)
    return (*active, *ended)


@lru_cache(maxsize=512)
def _ended(row: Wanted) -> Line:
    """What has ended changes no more, and there may be hundreds of them ten times a second."""
    return Line(
        id=row.id,
        name=row.filename.removesuffix(ENDING),
        size=row.size,
        phase=_PHASES[row.state],
        note=row.problem,
        ended_at=row.ended_at,
    )


def _line(row: Wanted, told: Told, pulse: Pulse | None) -> Line:
    name, note = row.filename.removesuffix(ENDING), row.problem
    done = told.received.get(row.id, 0)
    if row.wish is not Wish.NONE and not row.state.over:
        return Line(id=row.id, name=name, size=row.size, phase=Phase.STOPPING, done=done)
    if row.state is _S.RUNNING:
        if pulse is None or pulse.id != row.id:
            return Line(id=row.id, name=name, size=row.size, phase=Phase.COPYING, done=done)
        return _running(row, name, pulse, done)
    return Line(
        id=row.id,
        name=name,
        size=row.size,
        phase=_PHASES[row.state],
        done=done,
        note=note,
        next_try=row.next_try if row.state is _S.WAITING else None,
    )


def _running(row: Wanted, name: str, pulse: Pulse, received: int) -> Line:
    progress = pulse.progress
    copying = progress.stage is Stage.COPYING
    phase = Phase.STALLED if pulse.stalled else Phase.COPYING if copying else Phase.WORKING
    whole = progress.total == row.size  # some steps count something else
    return Line(
        id=row.id,
        name=name,
        size=row.size,
        phase=phase,
        done=progress.done if whole else received,
        stage=progress.stage,
        rate=pulse.meter.rate if copying and not pulse.stalled else None,
        left=pulse.meter.seconds_left(progress.total) if copying and not pulse.stalled else None,
        note=progress.note,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What is still to come: how many, how many bytes, and in how many seconds, where known."""

    count: int
    size: int
    seconds: float | None
    paused: int = 0  # bytes that come when a person says so


def total(shown: Iterable[Line]) -> Total:
    """Of what comes by itself; what is paused or failed waits for a person."""
    shown = tuple(shown)
    coming = [
        line
        for line in shown
        if line.phase in _UNDER_WAY or line.phase in (Phase.QUEUED, Phase.WAITING)
    ]
    size = sum(max(0, line.size - line.done) for line in coming)
    rate = next((line.rate for line in coming if line.rate), None)
    return Total(
        count=len(coming),
        size=size,
        seconds=size / rate if rate else None,
        paused=sum(max(0, line.size - line.done) for line in shown if line.resumable),
    )
