"""The border to procrastinate: what we hand it, and its failures as errors with a sentence.

procrastinate keeps who waits for whom. Its row of an attempt holds our id of the job and nothing
else, and goes when the attempt ends; what a person sees of a job lies in our own table.
"""

from __future__ import annotations

from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

import psycopg
from procrastinate import exceptions
from procrastinate.jobs import Job as Attempt
from procrastinate.jobs import Status
from procrastinate.manager import JobManager
from procrastinate.sync_psycopg_connector import SyncPsycopgConnector

from kuroibara_backup.database.connection import readable
from kuroibara_backup.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from psycopg import AsyncConnection, Connection

    from kuroibara_backup.jobs.model import JobKind

TASK: Final = "kuroibara_backup"
WRITER: Final = "writer"
_FIRST: Final = 1


class Lane(Enum):
    """Jobs that write wait for each other; those that only look never wait behind them."""

    WRITING = "writing"
    LOOKING = "looking"


@contextmanager
def reached(doing: str) -> Iterator[None]:
    """Turn what goes wrong on the way to the queue into our errors; `doing` as in `connected`."""
    with readable(doing):
        try:
            yield
        except exceptions.AlreadyEnqueued as exc:
            raise Refused(
                "The job was not started: the same is already queued.",
                remedy="Wait for the queued one, or cancel it.",
                code="already_queued",
            ) from exc
        except exceptions.ConnectorException as exc:
            if isinstance(exc.__cause__, psycopg.Error):
                raise exc.__cause__ from None
            raise


def attempt(job_id: UUID, kind: JobKind, queueing_lock: str) -> Attempt:
    """The first attempt; of one queueing lock at most one waits."""
    return _attempt(job_id, kind, queueing_lock, 0)


def attempt_again(job_id: UUID, kind: JobKind) -> Attempt:
    """A further attempt: before all that waits, and beside one that waits under its lock."""
    return _attempt(job_id, kind, f"again:{job_id}", _FIRST)


def defer(connection: Connection[Any], asked: Attempt) -> int:
    """Let it wait its turn once the transaction of `connection` is committed."""
    return _number(JobManager(SyncPsycopgConnector()).defer_job(asked, connection))


async def defer_async(manager: JobManager, connection: AsyncConnection[Any], asked: Attempt) -> int:
    return _number(await manager.defer_job_async(asked, connection))


def withdraw(connection: Connection[Any], task: int) -> None:
    """Take a waiting attempt off the queue; nothing happens when it does not wait."""
    JobManager(SyncPsycopgConnector()).cancel_job_by_id(
        task, delete_job=True, connection=connection
    )


async def finish(manager: JobManager, task: int) -> None:
    """Let the next of its lock run; nothing happens when it was finished already."""
    try:
        await manager.finish_job_by_id_async(task, Status.FAILED, delete_job=True)
    except exceptions.ConnectorException as exc:
        if not isinstance(exc.__cause__, psycopg.errors.RaiseException):
            raise


def _attempt(job_id: UUID, kind: JobKind, queueing_lock: str, priority: int) -> Attempt:
    return Attempt(
        queue=(Lane.WRITING if kind.writes else Lane.LOOKING).value,
        lock=WRITER if kind.writes else None,
        queueing_lock=queueing_lock,
        task_name=TASK,
        task_kwargs={"job": str(job_id)},
        priority=priority,
    )


def _number(deferred: Attempt) -> int:
    if deferred.id is None:
        raise TypeError("procrastinate gave an attempt no number")
    return deferred.id
