"""What the server itself is asked to try with a backup: every byte read, a restore rehearsed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from kuroibara_backup.errors import NotFound
from kuroibara_desktop.core.errors import JobFailed
from kuroibara_desktop.core.jobs import JobState
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.transfers.following import (
    followed,
    is_damage,
    job_failed,
    stage_of,
    stopped_with_us,
)
from kuroibara_desktop.transfers.pace import Pace

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
    if is_damage(job):
        return False
    raise _why(job, "The server could not read the backup")


def _followed(
    server: Server, ask: Callable[[], ServerJob], check: Check, pace: Pace
) -> Generator[Progress, None, ServerJob]:
    asking = Progress(stage=Stage.ASKING)
    yield asking
    job_id = ask().id
    with stopped_with_us(server, job_id):
        return (
            yield from followed(
                server,
                job_id,
                lambda job: stage_of(job, _STAGES, Stage.SERVER_VERIFYING),
                Progress(stage=Stage.QUEUED),
                check=check,
                pace=pace,
            )
        )


def _is_of(drill: Drill, job: ServerJob) -> bool:
    began = job.started_at or job.created_at
    return began is not None and drill.finished_at is not None and drill.finished_at >= began


def _why(job: ServerJob, sentence: str) -> JobFailed:
    if job.state is JobState.CANCELLED:
        return JobFailed(f"{sentence}: it was cancelled on the server.", remedy="Start it again.")
    return job_failed(job, f"{sentence}, and the server does not say why.")
