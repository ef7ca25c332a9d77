"""Who runs the jobs, and how are they asked for, watched and stopped?"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from kuroibara_backup.errors import BackupError, Cancelled, NotFound, Refused
from kuroibara_backup.jobs.model import Failure, Job, JobKind, JobState, Outcome, Report
from kuroibara_backup.jobs.progress import Pace

if TYPE_CHECKING:
    from collections.abc import Mapping

log = logging.getLogger("backup")
REMEMBERED = 200
_NICE = 10


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
    ) -> None:
        self.job_id = job_id
        self.attempt = attempt
        self._change = change
        self._stop = threading.Event()
        self._pace = Pace()
        self.warnings: tuple[str, ...] = ()

    def check(self) -> None:
        """Raise Cancelled once the job is to stop; called between steps of at most 0.1 s."""
        if self._stop.is_set():
            raise Cancelled

    def stop(self) -> None:
        self._stop.set()

    def report(self, stage: str, done: int = 0, total: int | None = None) -> None:
        """Say how far the work is; cheap enough to call at every step."""
        if self._pace.due(stage, done, total, time.monotonic()):
            rate = self._pace.rate
            self._change(lambda job: replace(job, stage=stage, done=done, total=total, rate=rate))

    def warn(self, *sentences: str) -> None:
        """Add warnings, each once."""
        self.warnings = tuple(dict.fromkeys((*self.warnings, *sentences)))
        self._change(lambda job: replace(job, warnings=self.warnings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Work to be done. `arguments` are what JSON can hold; the work of this kind gets them."""

    kind: JobKind
    backup_name: str
    queueing_lock: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    requested_by: UUID | None = None


Work = Callable[["Mapping[str, Any]", Control], "Outcome | Report"]


class Jobs:
    """The queue of one process: one job runs at a time, the others wait their turn.

    `works` says what a job of each kind does; it runs on a thread and may take its time.
    """

    def __init__(self, works: Mapping[JobKind, Work]) -> None:
        self._works = works
        self._guard = threading.Condition()
        self._jobs: dict[UUID, Job] = {}
        self._controls: dict[UUID, Control] = {}
        self._waiting: deque[tuple[UUID, Request]] = deque()
        self._worker: threading.Thread | None = None
        self._closing = False

    def submit(self, request: Request) -> Job:
        """Queue the work; refused when the same is already waiting."""
        job = Job(
            id=uuid4(),
            kind=request.kind,
            backup_name=request.backup_name,
            created_at=datetime.now(UTC),
            requested_by=request.requested_by,
        )
        with self._guard:
            if self._closing:
                raise Refused(
                    "The job was not started: the server is shutting down.",
                    remedy="Try again when it is back.",
                    code="shutting_down",
                )
            if any(one.queueing_lock == request.queueing_lock for _, one in self._waiting):
                raise Refused(
                    "The job was not started: the same is already queued.",
                    remedy="Wait for the queued one, or cancel it.",
                    code="already_queued",
                )
            self._jobs[job.id] = job
            self._controls[job.id] = Control(lambda change: self._change(job.id, change), job.id)
            self._waiting.append((job.id, request))
            self._forget_old()
            if self._worker is None:
                self._worker = threading.Thread(target=self._run, name="jobs", daemon=True)
                self._worker.start()
            self._guard.notify_all()
        return job

    def get(self, job_id: UUID) -> Job:
        with self._guard:
            return self._get(job_id)

    def list(self) -> list[Job]:
        """Every job still remembered, newest first."""
        with self._guard:
            return list(reversed(self._jobs.values()))

    def cancel(self, job_id: UUID) -> Job:
        """Ask the job to stop: a waiting one is cancelled at once, a running one within 1 s."""
        with self._guard:
            job = self._get(job_id)
            if job.state.finished:
                raise Refused(
                    "The job was not cancelled: it has already finished.",
                    remedy="Reload the list of backups.",
                    code="already_finished",
                )
            self._controls[job_id].stop()
            if job.state is JobState.QUEUED:
                self._waiting = deque(item for item in self._waiting if item[0] != job_id)
                job = job.moved_to(JobState.CANCELLED, datetime.now(UTC))
                self._jobs[job_id] = job
                self._guard.notify_all()
            return job

    def wait(self, job_id: UUID, timeout: float | None = None) -> Job:
        """Return the job once it has finished, or as it stands when the time is up."""
        with self._guard:
            self._guard.wait_for(lambda: self._get(job_id).state.finished, timeout)
            return self._get(job_id)

    def close(self, timeout: float = 10.0) -> None:
        """Stop everything, and wait until what runs has cleaned up after itself."""
        with self._guard:
            self._closing = True
            for job_id in [job.id for job in self._jobs.values() if not job.state.finished]:
                self._controls[job_id].stop()
            for job_id, _ in self._waiting:
                self._jobs[job_id] = self._jobs[job_id].moved_to(
                    JobState.CANCELLED, datetime.now(UTC)
                )
            self._waiting.clear()
            self._guard.notify_all()
        if self._worker is not None:
            self._worker.join(timeout)

    def _get(self, job_id: UUID) -> Job:
        try:
            return self._jobs[job_id]
        except KeyError:
            raise NotFound(
                "There is no job with this id.",
                remedy="Jobs are forgotten when the server restarts: look at the list of backups.",
                code="no_such_job",
            ) from None

    def _change(self, job_id: UUID, change: Callable[[Job], Job]) -> None:
        with self._guard:
            self._jobs[job_id] = change(self._jobs[job_id])
            self._guard.notify_all()

    def _forget_old(self) -> None:
        finished = [job.id for job in self._jobs.values() if job.state.finished]
        for job_id in finished[: max(0, len(finished) - REMEMBERED)]:
            del self._jobs[job_id], self._controls[job_id]

    def _run(self) -> None:
        _step_back()
        while True:
            with self._guard:
                self._guard.wait_for(lambda: self._waiting or self._closing)
                if not self._waiting:
                    return
                job_id, request = self._waiting.popleft()
                self._jobs[job_id] = self._jobs[job_id].moved_to(
                    JobState.RUNNING, datetime.now(UTC)
                )
                control = self._controls[job_id]
            self._perform(job_id, request, control)

    def _perform(self, job_id: UUID, request: Request, control: Control) -> None:
        result: Outcome | Report | None = None
        error: Failure | None = None
        state = JobState.FAILED
        log.info("Job %s begins: %s %s", job_id, request.kind.value, request.backup_name)
        try:
            control.check()
            result = self._works[request.kind](request.arguments, control)
            state = JobState.SUCCEEDED
        except Cancelled:
            state = JobState.CANCELLED
        except BackupError as exc:
            log.warning("Job %s failed: %s", job_id, exc)
            error = Failure(code=exc.code, title=exc.title, detail=exc.sentence, remedy=exc.remedy)
        except Exception:  # nothing above this frame would ever see it
            log.exception("Job %s broke", job_id)
            error = Failure(
                code="unexpected",
                title=BackupError.title,
                detail="The job was not done: something unexpected went wrong.",
                remedy="Look at the server's log, then try again.",
            )
        log.info("Job %s ended: %s", job_id, state.value)
        ended = datetime.now(UTC)
        self._change(job_id, lambda job: job.moved_to(state, ended, error=error, result=result))


def _step_back() -> None:
    """Let people who read and click go first; threads and programs started from here follow."""
    if sys.platform == "linux":  # elsewhere only whole processes have a priority
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
