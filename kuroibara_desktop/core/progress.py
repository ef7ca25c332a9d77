"""How far a piece of long work is, how fast it goes and when it will be done."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

A = TypeVar("A")
B = TypeVar("B")
R = TypeVar("R")


class Stage(Enum):
    """What is going on; `value` is the word shown after "Now:"."""

    ASKING = "asking the server"
    WAITING = "waiting for the connection"
    QUEUED = "waiting for its turn on the server"
    DUMPING = "reading the database"
    SCANNING = "looking through the library"
    PLANNING = "planning the archive"
    WRITING = "writing the archive on the server"
    PUBLISHING = "putting the archive in place"
    SERVER_VERIFYING = "verifying on the server"
    WATCHING = "watching for the finished backup"
    RESUMING = "checking what is already here"
    COPYING = "copying"
    VERIFYING = "verifying"
    UPLOADING = "sending the backup to the server"
    SERVER_CHECKING = "checking on the server what arrived"
    COMPARING = "comparing the backup with what is on the server"
    RESTORING = "restoring on the server"
    LOADING = "loading the database on the server"
    SWAPPING = "putting the restored library in place"
    ROLLING_BACK = "returning to what was there before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One step of long work, in bytes; `total` is None while nobody knows it.

    `note` is a whole sentence for the user, such as why the work is waiting.
    """

    stage: Stage
    done: int = 0
    total: int | None = None
    note: str = ""

    @property
    def fraction(self) -> float | None:
        """Between 0 and 1, or None when it cannot be known."""
        if not self.total:
            return None
        return min(1.0, self.done / self.total)


def retold(steps: Generator[A, None, R], tell: Callable[[A], B]) -> Generator[B, None, R]:
    """The same work and the same end, each step as `tell` puts it."""
    try:
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                result: R = end.value
                return result
            yield tell(step)
    finally:
        steps.close()


class Meter:
    """Rate and time left, over the last few seconds so that a stall shows.

    Time is an argument: seconds on any clock that only goes forward.
    """

    def __init__(self, window: float = 10.0) -> None:
        self._window = window
        self._seen: deque[tuple[float, int]] = deque()

    def note(self, now: float, done: int) -> None:
        """Remember that `done` bytes were there at `now`; a smaller number starts afresh."""
        if self._seen and done < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[1][0] >= self._window:
            self._seen.popleft()

    @property
    def rate(self) -> float | None:
        """Bytes a second, or None before half a second was seen."""
        if len(self._seen) < 2:
            return None
        (first, start), (last, end) = self._seen[0], self._seen[-1]
        return (end - start) / (last - first) if last - first >= 0.5 else None

    def seconds_left(self, total: int | None) -> float | None:
        rate = self.rate
        if not rate or total is None:
            return None
        return max(0.0, (total - self._seen[-1][1]) / rate)
