"""How does an attempt begin, give signs of life and end, in the rows that all workers share?

Each call is one transaction. A `Held` is the right to write into a job's row; it is lost, without
a word, once another worker has taken the job over.
"""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from psycopg.rows import dict_row
from psycopg_pool import AsyncConnectionPool

from kuroibara_backup.database.connection import APPLICATION
from kuroibara_backup.errors import BackupError
from kuroibara_backup.jobs import rows
from kuroibara_backup.jobs.model import Failure, Job, JobKind, JobState
from kuroibara_backup.jobs.queue import TASK, attempt_again, defer_async, finish, reached
from kuroibara_backup.jobs.watch import Suspect

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from uuid import UUID

    from procrastinate.manager import JobManager
    from psycopg import AsyncConnection, AsyncCursor
    from psycopg.rows import DictRow, TupleRow

log = logging.getLogger("backup")
LOSSES: Final = 3
_DOING: Final = "a job was carried out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A job that is ours to run."""

    job: Job
    arguments: Mapping[str, Any]
    task: int
    token: int


def pool_of(url: str) -> AsyncConnectionPool[AsyncConnection[TupleRow]]:
    """A few connections that come back by themselves when PostgreSQL does."""
    return AsyncConnectionPool(
        url,
        open=False,
        min_size=1,
        max_size=4,
        timeout=5,
        # Beyond this the pool would wait ever longer before it tries again.
        reconnect_timeout=2,
        check=AsyncConnectionPool.check_connection,
        kwargs={
            "connect_timeout": 5,
            "application_name": APPLICATION,
            # pgbouncer may give each transaction another connection.
            "prepare_threshold": None,
        },
    )


class Attempts:
    """The rows of one state database, for one worker."""

    def __init__(
        self, pool: AsyncConnectionPool[AsyncConnection[TupleRow]], manager: JobManager
    ) -> None:
        self._pool = pool
        self._manager = manager

    async def claim(self, job_id: UUID, task: int) -> Held | None:
        """Begin the attempt; None when it was cancelled or is no longer the job's."""
        async with self._transaction() as cursor:
            await cursor.execute(rows.CLAIM, {"id": job_id, "task": task})
            row = await cursor.fetchone()
        if row is None:
            return None
        return Held(job=rows.job_of(row), arguments=row["arguments"], task=task, token=row["token"])

    async def beat(self, held: Held, now: Job) -> bool | None:
        """Show where the job stands; True to stop it, None when it is not ours any more."""
        async with self._transaction() as cursor:
            # Losing the last of these in a crash of PostgreSQL harms nobody.
            await cursor.execute("SET LOCAL synchronous_commit TO off")
            await cursor.execute(
                rows.BEAT, {"id": held.job.id, "token": held.token, **rows.progress_of(now)}
            )
            row = await cursor.fetchone()
        return None if row is None else bool(row["cancel_requested"])

    async def end(self, held: Held, now: Job, ending: Mapping[str, str | None]) -> None:
        async with self._transaction() as cursor:
            await cursor.execute(
                rows.END,
                {"id": held.job.id, "token": held.token, **rows.progress_of(now), **ending},
            )

    async def finish(self, task: int) -> None:
        with reached(_DOING):
            await finish(self._manager, task)

    async def suspects(self) -> list[Suspect]:
        async with self._transaction() as cursor:
            await cursor.execute(rows.SUSPECTS, (TASK,))
            return [Suspect(**row) for row in await cursor.fetchall()]

    async def hand_on(self, held: Held) -> None:
        """Let a job that was cut off here be begun anew, by whoever comes first."""
        seen = {"token": held.token, "state": JobState.RUNNING.value, "task": held.task}
        async with self._transaction() as cursor:
            row = await self._hold(cursor, held.job.id, seen)
            if row is not None:
                await self._again(cursor, row, lost=0)

    async def take_from_the_dead(self, suspect: Suspect) -> None:
        """End an attempt that nobody is at and begin the next; of several callers one does it.

        Never by putting procrastinate's row back to wait: beside another that waits it would
        break the rule of one a queueing lock, and the queue would stand still for ever.
        """
        if suspect.job is not None:
            async with self._transaction() as cursor:
                seen = {"token": suspect.token, "state": suspect.state, "task": suspect.task}
                row = await self._hold(cursor, suspect.job, seen)
                if row is None or row["heartbeat"] != suspect.heartbeat:
                    return
                ran = suspect.state == JobState.RUNNING.value
                if ran and not row["cancel_requested"] and row["losses"] + 1 >= LOSSES:
                    await self._close(cursor, row, JobState.FAILED, _too_often(LOSSES))
                else:
                    await self._again(cursor, row, lost=int(ran))
        await self.finish(suspect.task)

    async def _hold(
        self, cursor: AsyncCursor[DictRow], job_id: UUID, seen: Mapping[str, object]
    ) -> DictRow | None:
        """The row, locked, if it is still as it was seen."""
        await cursor.execute(rows.HOLD, {"id": job_id, **seen})
        return await cursor.fetchone()

    async def _again(self, cursor: AsyncCursor[DictRow], row: DictRow, lost: int) -> None:
        if row["cancel_requested"]:
            await self._close(cursor, row, JobState.CANCELLED, None)
            return
        job_id: UUID = row["id"]
        await cursor.execute(rows.AGAIN, {"id": job_id, "lost": lost})
        fresh = attempt_again(job_id, JobKind(row["kind"]))
        task = await defer_async(self._manager, cursor.connection, fresh)
        await cursor.execute(rows.BIND, {"id": job_id, "task": task})
        why = "its process is gone" if lost else "its process was told to end"
        log.warning("Job %s, attempt %s: %s; it begins anew", job_id, row["attempt"], why)

    async def _close(
        self,
        cursor: AsyncCursor[DictRow],
        row: DictRow,
        state: JobState,
        error: Failure | None,
    ) -> None:
        said = None if error is None else rows.failure(error)
        await cursor.execute(rows.CLOSE, {"id": row["id"], "state": state.value, "error": said})
        log.warning("Job %s ended without its process: %s", row["id"], state.value)

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[AsyncCursor[DictRow]]:
        with reached(_DOING):
            async with (
                self._pool.connection() as connection,
                connection.cursor(row_factory=dict_row) as cursor,
            ):
                yield cursor


def _too_often(losses: int) -> Failure:
    return Failure(
        code="worker_lost",
        title=BackupError.title,
        detail=f"The job was not done: the process that worked on it ended {losses} times before"
        " the job did.",
        remedy="Look in the system's log for what ended it, such as a lack of memory; then try"
        " again.",
    )
