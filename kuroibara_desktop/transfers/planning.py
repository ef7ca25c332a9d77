"""What a restore would change, as the server works it out; nothing changes there by that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.errors import NotFound
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.transfers.following import job_failed, stage_of
from kuroibara_desktop.transfers.pace import persistent

if TYPE_CHECKING:
    from collections.abc import Generator

    from kuroibara_desktop.core.jobs import ServerJob
    from kuroibara_desktop.core.restores import RestorePlan
    from kuroibara_desktop.core.restoring import Journey
    from kuroibara_desktop.server import Server
    from kuroibara_desktop.transfers.pace import Check, Pace

_BY_WORD = {
    "verify": Stage.SERVER_VERIFYING,
    "dump": Stage.DUMPING,
    "scan": Stage.SCANNING,
    "plan": Stage.PLANNING,
    "check": Stage.SERVER_CHECKING,
    "look": Stage.COMPARING,
    "compare": Stage.COMPARING,
    "load": Stage.LOADING,
    "swap": Stage.SWAPPING,
}


def planned_for(
    server: Server, journey: Journey, *, safety_copy: bool, check: Check, pace: Pace
) -> Generator[Progress, None, tuple[str, RestorePlan]]:
    """Have the backup compared with what is there; the job's id, and the plan.

    The server reads the backup to its last byte for it; `JobFailed` when it is damaged there.
    """
    backup_id = journey.backup_id
    if backup_id is None:
        raise NotFound("This restore was never sent, so there is nothing to compare.")
    shown = Progress(stage=Stage.COMPARING)
    job = yield from persistent(
        lambda: server.restores.plan(
            backup_id, scope=journey.scope, manga=journey.manga, safety_copy=safety_copy
        ),
        check,
        pace,
        shown,
    )
    job_id = job.id
    while True:
        job, plan = yield from persistent(
            lambda: server.restores.planned(job_id), check, pace, shown
        )
        if plan is not None:
            return job_id, plan
        if job.state.over:
            raise job_failed(job)
        shown = Progress(stage=stage_of_restore(job), done=job.done, total=job.total)
        yield from pace.pause(pace.poll, check, shown)


def stage_of_restore(job: ServerJob) -> Stage:
    return stage_of(job, _BY_WORD, Stage.RESTORING)
