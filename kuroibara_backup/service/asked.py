"""A job about one backup that somebody asks for: queued, and written down as asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kuroibara_backup.jobs.runner import Request
from kuroibara_backup.places.names import SUFFIX
from kuroibara_backup.service.audit import Ending

if TYPE_CHECKING:
    from kuroibara_backup.jobs.model import Job, JobKind
    from kuroibara_backup.jobs.runner import Jobs
    from kuroibara_backup.places.local import Stored
    from kuroibara_backup.service.audit import Act, Actor, Audit


def ask(
    jobs: Jobs, audit: Audit, kind: JobKind, act: Act, stored: Stored, by: Actor, **arguments: Any
) -> Job:
    """Queue it; its work gets the `filename` and these arguments."""
    job = jobs.submit(
        Request(
            kind=kind,
            backup_name=stored.filename.removesuffix(SUFFIX),
            queueing_lock=f"{kind.value}:{stored.filename}",
            arguments={"filename": stored.filename, **arguments},
            requested_by=by.user_id,
        )
    )
    audit.record(act, by=by, subject=stored.filename, ending=Ending.ASKED)
    return job


def ask_once(jobs: Jobs, audit: Audit, kind: JobKind, act: Act, stored: Stored, by: Actor) -> Job:
    """The same; a job of the kind about this backup that waits or runs will do."""
    under_way = jobs.under_way(kind, stored.filename.removesuffix(SUFFIX))
    return under_way or ask(jobs, audit, kind, act, stored, by)
