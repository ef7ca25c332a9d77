"""What does running work hold of its job?"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from kuroibara_backup.errors import Cancelled
from kuroibara_backup.jobs.progress import Pace

if TYPE_CHECKING:
    from uuid import UUID

    from kuroibara_backup.jobs.model import Job, Outcome, Report


class Why(Enum):
    """Why work was told to stop; a later one never makes an earlier one milder."""

    ASKED = 1
    SHUTDOWN = 2
    LOST = 3  # the job is no longer this attempt's


class Control:
    """What running work holds of its job: report, warn, and stop when told to.

    From the second `attempt` on, an earlier one of the same `job_id` was cut off at any point,
    perhaps after its last step: work must finish or undo what it finds.
    """

    def __init__(
        self,
        change: Callable[[Callable[[Job], Job]], None],
        job_id: UUID | None = None,
        attempt: int = 1,
        *,
        frozen_after: float = 5.0,
    ) -> None:
        self.job_id = job_id
        self.attempt = attempt
        self.why: Why | None = None
        self.warnings: tuple[str, ...] = ()
        self._change = change
        self._stop = threading.Event()
        self._pace = Pace()
        self._frozen_after = frozen_after
        self._beaten_at: float | None = None
        self._beaten = threading.Event()

    def check(self) -> None:
        """Raise Cancelled once the job is to stop; called between steps of at most 0.1 s."""
        if self._beaten_at is not None and time.monotonic() - self._beaten_at > self._frozen_after:
            self._look_around(self._beaten_at)
        if self._stop.is_set():
            raise Cancelled

    def stop(self, why: Why = Why.ASKED) -> None:
        if self.why is None or why is Why.LOST:
            self.why = why
        self._stop.set()

    def beaten(self) -> None:
        """Note that just now it was looked, or tried to look, whether the job goes on."""
        self._beaten_at = time.monotonic()
        self._beaten.set()

    def report(self, stage: str, done: int = 0, total: int | None = None) -> None:
        """Say how far the work is; cheap enough to call at every step."""
        if self._pace.due(stage, done, total, time.monotonic()):
            rate = self._pace.rate
            self._change(lambda job: replace(job, stage=stage, done=done, total=total, rate=rate))

    def warn(self, *sentences: str) -> None:
        """Add warnings, each once."""
        self.warnings = tuple(dict.fromkeys((*self.warnings, *sentences)))
        self._change(lambda job: replace(job, warnings=self.warnings))

    def _look_around(self, beaten_at: float) -> None:
        """After the whole process was frozen, let it be found out first who holds the job."""
        self._beaten.clear()
        if self._beaten_at == beaten_at:
            self._beaten.wait(self._frozen_after)
        self._beaten_at = time.monotonic()


Work = Callable[[Mapping[str, Any], Control], "Outcome | Report"]
