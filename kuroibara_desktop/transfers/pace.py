"""How long to wait, and how often to try again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.errors import ServerBusy, ServerFault, ServerUnreachable
from kuroibara_desktop.core.progress import Progress, Stage

if TYPE_CHECKING:
    from kuroibara_backup.errors import BackupError

Check = Callable[[], None]
T = TypeVar("T")
PASSING = (ServerUnreachable, ServerBusy, ServerFault)  # worth another try
_TICK = 0.1  # seconds; how soon a wait hears that it was cancelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """`delays` are the pauses, in seconds, before each new try after one that brought nothing.

    `limit` tells how many bytes a second may come just now, None for as many as can.
    """

    delays: tuple[float, ...] = (0.5, 1, 2, 4, 8, 15, 30, 30, 60, 60)
    poll: float = 0.5
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    limit: Callable[[], int | None] = lambda: None

    def pause(
        self, seconds: float, check: Check, shown: Progress
    ) -> Generator[Progress, None, None]:
        """Wait, and hear at once when the user cancels; a note gets the time of the next try."""
        end = self.clock() + seconds
        while (left := end - self.clock()) > 0:
            check()
            again = f" Next try in {formatting.duration(max(1.0, left))}." if shown.note else ""
            yield replace(shown, note=shown.note + again)
            self.sleep(min(_TICK, left))
        check()


def lost(error: BackupError, shown: Progress) -> Progress:
    """The same progress, waiting because of `error`."""
    return replace(shown, stage=Stage.WAITING, note=error.sentence)


def wait_of(error: BackupError, delay: float) -> float:
    """How long to wait before the next try: as long as the server asks, if it does."""
    asked = error.retry_after if isinstance(error, ServerBusy) else None
    return max(delay, asked or 0.0)


def answered(
    call: Callable[[], T],
    check: Check,
    waiting: Progress,
    *,
    unwanted: Callable[[T], object] = lambda _: None,
) -> Generator[Progress, None, T]:
    """The answer of a call that may block for minutes; a cancel is heard meanwhile.

    An answer that comes after that is handed to `unwanted`, on the thread that waited for it.
    """
    outcome: list[T] = []
    errors: list[Exception] = []
    over = threading.Event()
    turn = threading.Lock()
    left = False

    def ask() -> None:
        try:
            found = call()
        except Exception as error:  # top of a thread
            errors.append(error)
        else:
            with turn:
                outcome.append(found)
                late = left
            if late:
                unwanted(found)
        finally:
            over.set()

    threading.Thread(target=ask, name="ask the server", daemon=True).start()
    try:
        while not over.wait(_TICK):
            check()
            yield waiting
    except BaseException:
        with turn:
            left = True
            late = bool(outcome)
        if late:
            unwanted(outcome[0])
        raise
    if errors:
        raise errors[0]
    return outcome[0]


def persistent(
    call: Callable[[], T], check: Check, pace: Pace, waiting: Progress
) -> Generator[Progress, None, T]:
    """The answer of `call`, tried again while only the connection is to blame.

    `waiting` is shown as long as there is no answer.
    """
    for delay in pace.delays:
        try:
            return (yield from answered(call, check, waiting))
        except PASSING as error:
            yield from pace.pause(wait_of(error, delay), check, lost(error, waiting))
    return (yield from answered(call, check, waiting))
