"""How are jobs asked for, watched and stopped?"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, LiteralString
from uuid import UUID, uuid4

from psycopg.rows import dict_row

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.kept import kept
from kuroibara_backup.errors import NotFound, Refused
from kuroibara_backup.jobs import rows
from kuroibara_backup.jobs.control import Control, Work

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kuroibara_backup.jobs.model import Job, JobKind
    from kuroibara_backup.jobs.worker import Worker

__all__ = ["Control", "Jobs", "Request", "Work"]
REMEMBERED: Final = 200
_GLANCE: Final = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Work to be done. `arguments` are what JSON can hold; the work of this kind gets them."""

    kind: JobKind
    backup_name: str
    queueing_lock: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    requested_by: UUID | None = None


class Jobs:
    """The jobs of one state database, shared by all processes that know it.

    A job outlives the process that asked for it and the one that ran it: it stays queued until a
    worker is there, and is begun anew when its worker is gone. Kinds that write run one at a time.
    `works` says what a job of each kind does; it runs on a thread and may take its time.
    """

    def __init__(self, url: str, works: Mapping[JobKind, Work]) -> None:
        self._url = url
        self._works = works
        self._worker: Worker | None = None
        self._closing = threading.Event()

    @property
    def closing(self) -> bool:
        """Whether this process is about to end."""
        return self._closing.is_set()

    def start(self) -> None:
        """Begin to carry out jobs in this process, too; until then it only asks for them."""
        from kuroibara_backup.jobs.worker import Worker  # a command that asks for none is faster

        if self._worker is None:
            self._worker = Worker(self._url, self._works)
            self._worker.start()

    def submit(self, request: Request) -> Job:
        """Queue the work; refused when the same is already waiting."""
        from kuroibara_backup.jobs import queue

        if self._closing.is_set():
            raise Refused(
                "The job was not started: the server is shutting down.",
                remedy="Try again when it is back.",
                code="shutting_down",
            )
        job_id = uuid4()
        values = {
            "id": job_id,
            "kind": request.kind.value,
            "backup_name": request.backup_name,
            "queueing_lock": request.queueing_lock,
            "arguments": rows.as_json(dict(request.arguments)),
            "requested_by": request.requested_by,
        }
        doing = "the job was queued"
        with connected(self._url, doing=doing) as connection, queue.reached(doing):
            cursor = connection.cursor(row_factory=dict_row)
            cursor.execute(rows.INSERT, values)
            first = queue.attempt(job_id, request.kind, request.queueing_lock)
            cursor.execute(rows.BIND, {"id": job_id, "task": queue.defer(connection, first)})
            job = rows.job_of(cursor.fetchall()[0])
            cursor.execute(rows.FORGET, (REMEMBERED,))
        return job

    def get(self, job_id: UUID) -> Job:
        found = self._read(rows.GET, (job_id,))
        if not found:
            raise NotFound(
                "There is no job with this id.",
                remedy="Only the last jobs are remembered: look at the list of backups.",
                code="no_such_job",
            )
        return found[0]

    def list(self) -> list[Job]:
        """Every job still remembered, newest first."""
        return [*self._read(rows.LIST)]

    def unfinished(self) -> tuple[Job, ...]:
        """What waits or runs, newest first."""
        return self._read(rows.UNFINISHED)

    def under_way(self, kind: JobKind, backup_name: str = "") -> Job | None:
        """The job of this kind, for this backup, that waits or runs; the newest of them."""
        for job in self.unfinished():
            if job.kind is kind and job.backup_name == backup_name:
                return job
        return None

    def cancel(self, job_id: UUID) -> Job:
        """Ask the job to stop: a waiting one is cancelled at once, a running one within 1 s."""
        from kuroibara_backup.jobs import queue

        doing = "the job was cancelled"
        with connected(self._url, doing=doing) as connection, queue.reached(doing):
            cursor = connection.cursor(row_factory=dict_row)
            row = cursor.execute(rows.CANCEL, (job_id,)).fetchone()
            job = None if row is None else rows.job_of(row)
            if row is not None and job is not None and job.state.finished:
                queue.withdraw(connection, row["task"])
        if job is None:
            self.get(job_id)  # or there is none
            raise Refused(
                "The job was not cancelled: it has already finished.",
                remedy="Reload the list of backups.",
                code="already_finished",
            )
        if self._worker is not None:
            self._worker.stop_job(job_id)
        return job

    def wait(self, job_id: UUID, timeout: float | None = None) -> Job:
        """Return the job once it has finished, or as it stands when the time is up."""
        until = None if timeout is None else time.monotonic() + timeout
        while True:
            job = self.get(job_id)
            if job.state.finished or (until is not None and time.monotonic() >= until):
                return job
            time.sleep(_GLANCE)

    def stop(self) -> None:
        """Begin to end; returns at once, and may be called by a signal handler."""
        self._closing.set()
        if self._worker is not None:
            self._worker.stop()

    def close(self, timeout: float = 10.0) -> None:
        """Take no more jobs, and wait until what runs here has cleaned up after itself.

        What is cut off by this is begun anew by another worker, or when one is there again.
        """
        self.stop()
        if self._worker is not None:
            self._worker.close(timeout)

    def _read(self, query: LiteralString, values: tuple[object, ...] = ()) -> tuple[Job, ...]:
        with kept(self._url, doing="the jobs were looked up") as connection:
            cursor = connection.cursor(row_factory=dict_row)
            return tuple(rows.job_of(row) for row in cursor.execute(query, values))
