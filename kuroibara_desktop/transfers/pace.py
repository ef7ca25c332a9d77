"""How long to wait, and how often to try again."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass

from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.progress import Progress, Stage

Check = Callable[[], None]
_TICK = 0.1  # seconds; how soon a wait hears that it was cancelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """`delays` are the pauses, in seconds, before each new try after one that brought nothing."""

    delays: tuple[float, ...] = (0.5, 1, 2, 4, 8, 15, 30, 30, 60, 60)
    poll: float = 0.5
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic

    def pause(
        self, seconds: float, check: Check, *, stage: Stage, done: int, total: int | None, why: str
    ) -> Generator[Progress, None, None]:
        """Wait, saying why, and hear at once when the user cancels."""
        end = self.clock() + seconds
        while (left := end - self.clock()) > 0:
            check()
            note = f"{why} Next try in {formatting.duration(max(1.0, left))}." if why else ""
            yield Progress(stage=stage, done=done, total=total, note=note)
            self.sleep(min(_TICK, left))
        check()
