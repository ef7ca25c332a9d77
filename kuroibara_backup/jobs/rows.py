"""How does a job lie in the state database?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from kuroibara_backup.jobs.model import Failure, Job, JobKind, JobState, Outcome, Report

if TYPE_CHECKING:
    from collections.abc import Mapping

INSERT: Final = (
    "INSERT INTO job (id, kind, backup_name, queueing_lock, arguments, requested_by) VALUES"
    " (%(id)s, %(kind)s, %(backup_name)s, %(queueing_lock)s, %(arguments)s, %(requested_by)s)"
)
BIND: Final = "UPDATE job SET task = %(task)s WHERE id = %(id)s RETURNING *"
GET: Final = "SELECT * FROM job WHERE id = %s"
LIST: Final = "SELECT * FROM job ORDER BY number DESC"
UNFINISHED: Final = "SELECT * FROM job WHERE finished_at IS NULL ORDER BY number DESC"
FORGET: Final = (
    "DELETE FROM job WHERE number IN (SELECT number FROM job WHERE finished_at IS NOT NULL"
    " ORDER BY number DESC OFFSET %s)"
)
CANCEL: Final = (
    "UPDATE job SET cancel_requested = true,"
    " finished_at = CASE state WHEN 'queued' THEN clock_timestamp() END,"
    " state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END"
    " WHERE id = %s AND finished_at IS NULL RETURNING *"
)
CLAIM: Final = (
    "UPDATE job SET state = 'running', token = token + 1,"
    " heartbeat = clock_timestamp(), started_at = clock_timestamp()"
    " WHERE id = %(id)s AND task = %(task)s AND state = 'queued' RETURNING *"
)
# From here on a statement changes nothing for who holds an older token.
BEAT: Final = (
    "UPDATE job SET heartbeat = clock_timestamp(), stage = %(stage)s, done = %(done)s,"
    " total = %(total)s, rate = %(rate)s, warnings = %(warnings)s"
    " WHERE id = %(id)s AND token = %(token)s AND state = 'running' RETURNING cancel_requested"
)
END: Final = (
    "UPDATE job SET state = %(state)s, error = %(error)s, result = %(result)s,"
    " report = %(report)s, finished_at = clock_timestamp(), stage = %(stage)s, done = %(done)s,"
    " total = %(total)s, rate = NULL, warnings = %(warnings)s"
    " WHERE id = %(id)s AND token = %(token)s AND state = 'running'"
)
HOLD: Final = (
    "SELECT * FROM job WHERE id = %(id)s AND token = %(token)s AND state = %(state)s"
    " AND task IS NOT DISTINCT FROM %(task)s FOR UPDATE"
)
AGAIN: Final = (
    "UPDATE job SET state = 'queued', attempt = attempt + 1, losses = losses + %(lost)s,"
    " token = token + 1, heartbeat = NULL, started_at = NULL, stage = NULL, done = 0,"
    " total = NULL, rate = NULL, warnings = '[]' WHERE id = %(id)s"
)
CLOSE: Final = (
    "UPDATE job SET state = %(state)s, error = %(error)s, finished_at = clock_timestamp(),"
    " token = token + 1, rate = NULL WHERE id = %(id)s"
)
# What runs, and what neither runs nor waits: it must change, or nobody is at it.
SUSPECTS: Final = (
    "SELECT coalesce(task.id, job.task) AS task, job.id AS job, job.state, job.token, job.heartbeat"
    " FROM (SELECT * FROM job WHERE finished_at IS NULL) AS job"
    " FULL JOIN (SELECT id, status FROM procrastinate_jobs WHERE task_name = %s"
    " AND status IN ('todo', 'doing')) AS task ON task.id = job.task"
    " WHERE task.status IS DISTINCT FROM 'todo'"
)


def job_of(row: Mapping[str, Any]) -> Job:
    error, result, report = row["error"], row["result"], row["report"]
    return Job(
        id=row["id"],
        kind=JobKind(row["kind"]),
        backup_name=row["backup_name"],
        created_at=row["created_at"],
        requested_by=row["requested_by"],
        attempt=row["attempt"],
        state=JobState(row["state"]),
        stage=row["stage"],
        done=row["done"],
        total=row["total"],
        rate=row["rate"],
        warnings=tuple(row["warnings"]),
        started_at=row["started_at"],
        finished_at=row["finished_at"],
        error=None if error is None else Failure(**error),
        result=None
        if result is None
        else Outcome(**{**result, "backup_id": UUID(result["backup_id"])}),
        report=None if report is None else Report(document=report),
    )


def progress_of(job: Job) -> dict[str, object]:
    """The columns that running work changes."""
    return {
        "stage": job.stage,
        "done": job.done,
        "total": job.total,
        "rate": job.rate,
        "warnings": as_json(job.warnings),
    }


def as_json(value: object) -> str:
    """Text that PostgreSQL takes whatever is in it: nothing but ASCII."""
    return json.dumps(value, ensure_ascii=True)


def ending(
    state: JobState, *, error: Failure | None = None, result: Outcome | Report | None = None
) -> dict[str, str | None]:
    """The columns that the end of a job sets."""
    return {
        "state": state.value,
        "error": None if error is None else failure(error),
        "result": as_json(
            {
                "filename": result.filename,
                "size": result.size,
                "sha256": result.sha256,
                "backup_id": str(result.backup_id),
                "verified": result.verified,
            }
        )
        if isinstance(result, Outcome)
        else None,
        "report": as_json(result.document) if isinstance(result, Report) else None,
    }


def failure(error: Failure) -> str:
    return as_json(
        {
            "code": error.code,
            "title": error.title,
            "detail": error.detail,
            "remedy": error.remedy,
        }
    )
