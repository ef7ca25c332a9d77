"""A job on the server, followed until it is over; and what to say when it failed."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, Cancelled
from kuroibara_desktop.core.errors import JobFailed
from kuroibara_desktop.core.jobs import JobState
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.transfers.pace import persistent

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    from kuroibara_desktop.core.jobs import ServerJob
    from kuroibara_desktop.server import Server
    from kuroibara_desktop.transfers.pace import Check, Pace


def followed(
    server: Server,
    job_id: str,
    stage: Callable[[ServerJob], Stage],
    shown: Progress,
    *,
    check: Check,
    pace: Pace,
) -> Generator[Progress, None, ServerJob]:
    """The job once it is over, however it ended; `shown` is shown until it was seen."""
    while True:
        job = yield from persistent(lambda: server.job(job_id), check, pace, shown)
        if job.state.over:
            return job
        shown = Progress(stage=stage(job), done=job.done, total=job.total)
        yield from pace.pause(pace.poll, check, shown)


@contextmanager
def stopped_with_us(server: Server, job_id: str) -> Iterator[None]:
    """Cancelling here stops the job on the server, too, if it still can."""
    try:
        yield
    except Cancelled:
        with suppress(BackupError):  # ended meanwhile, or out of reach: no more can be done here
            server.cancel(job_id)
        raise


def stage_of(job: ServerJob, by_word: Mapping[str, Stage], otherwise: Stage) -> Stage:
    """What a job that is not over does, by the server's word for it."""
    if job.state is JobState.QUEUED:
        return Stage.QUEUED
    return by_word.get(job.stage or "", otherwise)


def is_damage(job: ServerJob) -> bool:
    """Whether it failed because the backup itself is damaged."""
    return job.problem is not None and job.problem.code == "damaged"


def job_failed(
    job: ServerJob, silent: str = "The server stopped and does not say why."
) -> JobFailed:
    """The server's own words, or `silent` where it has none."""
    problem = job.problem
    if problem is None or not problem.detail:
        return JobFailed(silent)
    return JobFailed(problem.detail, remedy=problem.remedy or None, code=problem.code or None)
