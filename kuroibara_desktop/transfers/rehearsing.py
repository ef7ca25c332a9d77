"""What the server itself is asked to try with a backup: every byte read, a restore rehearsed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, Cancelled, NotFound
from kuroibara_desktop.core.errors import JobFailed
from kuroibara_desktop.core.jobs import JobState
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.transfers.pace import Pace, persistent

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from kuroibara_desktop.core.checks import Drill
    from kuroibara_desktop.core.jobs import ServerJob
    from kuroibara_desktop.server import Server
    from kuroibara_desktop.transfers.pace import Check

_STAGES = {
    "load": Stage.LOADING,
    "probe": Stage.SERVER_CHECKING,
    "land": Stage.WRITING,
}


def rehearsed(
    server: Server, backup_id: str, *, check: Check, pace: Pace | None = None
) -> Generator[Progress, None, Drill]:
    """Have a restore of the backup rehearsed, and return what that proved.

    That a backup cannot be restored is an outcome, not an error: look at `proved`. `JobFailed` says
    that the rehearsal itself could not be held. Cancelling stops it on the server, too.
    """
    job = yield from _followed(
        server, lambda: server.archives.drill(backup_id), check, pace or Pace()
    )
    if job.state is JobState.SUCCEEDED:
        return server.archives.last_drill(backup_id)
    if job.state is JobState.FAILED:
        with suppress(NotFound):  # none came to a result yet
            drill = server.archives.last_drill(backup_id)
            if _is_of(drill, job):
                return drill
    raise _why(job, "The rehearsal could not be held")


def verified_there(
    server: Server, backup_id: str, *, check: Check, pace: Pace | None = None
) -> Generator[Progress, None, bool]:
    """Have the server read its own file to the last byte; False when it is damaged there."""
    job = yield from _followed(
        server, lambda: server.archives.verify(backup_id), check, pace or Pace()
    )
    if job.state is JobState.SUCCEEDED:
        return True
    if _is_damage(job):
        return False
    raise _why(job, "The server could not read the backup")


def _followed(
    server: Server, ask: Callable[[], ServerJob], check: Check, pace: Pace
) -> Generator[Progress, None, ServerJob]:
    asking = Progress(stage=Stage.ASKING)
    yield asking
    job = ask()
    job_id = job.id
    shown = Progress(stage=Stage.QUEUED)
    try:
        while not job.state.over:
            yield from pace.pause(pace.poll, check, shown)
            job = yield from persistent(lambda: server.job(job_id), check, pace, shown)
            stage = Stage.QUEUED
            if job.state is JobState.RUNNING:
                stage = _STAGES.get(job.stage or "", Stage.SERVER_VERIFYING)
            shown = Progress(stage=stage, done=job.done, total=job.total)
    except Cancelled:
        with suppress(BackupError):  # ended meanwhile, or out of reach: no more can be done here
            server.cancel(job_id)
        raise
    return job


def _is_of(drill: Drill, job: ServerJob) -> bool:
    began = job.started_at or job.created_at
    return began is not None and drill.finished_at is not None and drill.finished_at >= began


def _is_damage(job: ServerJob) -> bool:
    return job.problem is not None and job.problem.code == "damaged"


def _why(job: ServerJob, sentence: str) -> JobFailed:
    if job.state is JobState.CANCELLED:
        return JobFailed(f"{sentence}: it was cancelled on the server.", remedy="Start it again.")
    problem = job.problem
    if problem is None or not problem.detail:
        return JobFailed(f"{sentence}, and the server does not say why.")
    return JobFailed(problem.detail, remedy=problem.remedy or None, code=problem.code or None)
