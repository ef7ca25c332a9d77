"""A new backup on the server, followed until it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.errors import InvalidRequest, NotFound
from kuroibara_desktop.core.errors import JobFailed
from kuroibara_desktop.core.jobs import JobState, ServerJob
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.transfers.following import followed, job_failed, stage_of, stopped_with_us
from kuroibara_desktop.transfers.pace import PASSING, Check, Pace, answered
from kuroibara_desktop.vault.names import ENDING, objection

if TYPE_CHECKING:
    from collections.abc import Generator

    from kuroibara_desktop.core.backups import RemoteBackup
    from kuroibara_desktop.server import Server


_STAGES = {
    "dump": Stage.DUMPING,
    "scan": Stage.SCANNING,
    "plan": Stage.PLANNING,
    "write": Stage.WRITING,
    "publish": Stage.PUBLISHING,
    "verify": Stage.SERVER_VERIFYING,
}
_PLAIN_GIVES_UP = 6 * 3600.0  # seconds without a new file; it never says that it failed


def create_backup(
    server: Server,
    name: str | None,
    include_storage: bool,
    *,
    check: Check,
    pace: Pace | None = None,
) -> Generator[Progress, None, RemoteBackup]:
    """Have the server make a backup, and return it once it is finished.

    Cancelling stops the server's job too, where the server can. A plain Kuroibara tells nothing
    about its work: there the new file is found by watching the list, and taken for finished when
    its size and time stay the same between two looks.
    """
    pace = pace or Pace()
    against = objection(name + ENDING) if name else ""
    if against:  # a plain Kuroibara would write wherever the name leads
        raise InvalidRequest(
            f"No backup was made: its name {against}.", remedy="Choose another name."
        )
    yield Progress(stage=Stage.ASKING)
    if server.engine:
        started = server.create(name, include_storage)
        return (yield from _followed(server, started.job_id, check, pace))
    asking = Progress(stage=Stage.ASKING)
    listed = yield from answered(server.backups, check, asking)
    if name and any(backup.filename == name + ENDING for backup in listed):
        raise InvalidRequest(
            f"No backup was made: there is one called {name}, and Kuroibara would overwrite it.",
            remedy="Choose another name.",
        )
    before = {_looks(backup) for backup in listed}
    yield from answered(lambda: server.create(name, include_storage), check, asking)
    return (yield from _watched(server, before, check, pace))


def _followed(
    server: Server, job_id: str | None, check: Check, pace: Pace
) -> Generator[Progress, None, RemoteBackup]:
    if job_id is None:
        raise JobFailed("The server began a backup but does not say which job it is.")
    with stopped_with_us(server, job_id):
        job = yield from followed(
            server,
            job_id,
            lambda job: stage_of(job, _STAGES, Stage.QUEUED),
            Progress(stage=Stage.QUEUED),
            check=check,
            pace=pace,
        )
    return _made(server, job)


def _made(server: Server, job: ServerJob) -> RemoteBackup:
    if job.state is JobState.CANCELLED:
        raise JobFailed(
            "The backup was cancelled on the server.", remedy="Start it again if you want it."
        )
    if job.state is JobState.FAILED:
        raise job_failed(job, "The server could not make the backup and does not say why.")
    made = [b for b in server.backups() if b.filename == job.filename]
    if not made:
        raise NotFound(
            "The server finished the backup but does not list it.", remedy="Refresh the list."
        )
    return made[0]


def _watched(
    server: Server, before: set[tuple[str, int, float]], check: Check, pace: Pace
) -> Generator[Progress, None, RemoteBackup]:
    growing: dict[str, tuple[str, int, float]] = {}
    began = pace.clock()
    while pace.clock() - began < _PLAIN_GIVES_UP:
        size = sum(size for _, size, _ in growing.values())
        shown = Progress(stage=Stage.WATCHING, done=size)
        yield from pace.pause(server.list_every, check, shown)
        try:
            found = yield from answered(server.backups, check, shown)
        except PASSING:
            yield Progress(
                stage=Stage.WATCHING,
                note="The server is busy, as a Kuroibara without the engine is while it packs.",
            )
            continue
        new = {b.filename: b for b in found if _looks(b) not in before}
        for filename, backup in new.items():
            if growing.get(filename) == _looks(backup):
                return backup
        growing = {filename: _looks(backup) for filename, backup in new.items()}
    raise JobFailed(
        "No new backup appeared on the server.",
        remedy="Kuroibara without the engine does not say why: its log does.",
    )


def _looks(backup: RemoteBackup) -> tuple[str, int, float]:
    return backup.filename, backup.size, backup.created_at.timestamp()
