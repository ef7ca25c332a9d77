"""What the server in use does by itself, and what it lets this account change. No Qt."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from kuroibara_backup.errors import BackupError, Cancelled
from kuroibara_desktop.core.errors import JobFailed, SignInRequired
from kuroibara_desktop.core.jobs import JobState, ServerJob
from kuroibara_desktop.core.progress import Progress, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from kuroibara_desktop.core.checks import Orphans, Recovered
    from kuroibara_desktop.core.devices import Device, Invitation
    from kuroibara_desktop.core.restores import Deed, Proof
    from kuroibara_desktop.core.rules import KeepRules, Preview, Schedule
    from kuroibara_desktop.server import Server
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.restore.secret import Secret
    from kuroibara_desktop.ui.tasks import Check

T = TypeVar("T")
_POLL = 0.5  # seconds between two looks at a job


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One look at the server in use; a part that it does not show to this account is None."""

    label: str
    address: str
    engine: bool = False
    administrator: bool = False
    username: str | None = None
    version: str = ""
    kuroibara: str | None = None
    timezone: str | None = None
    error: BackupError | None = None
    schedules: tuple[Schedule, ...] | None = None
    keeping: KeepRules | None = None
    preview: Preview | None = None
    devices: tuple[Device, ...] | None = None
    own_device: str | None = None  # the id of this computer's
    invitations: tuple[Invitation, ...] = ()
    orphans: int | None = None


def look(desk: Desk) -> Offered | None:
    """Ask the server for everything it shows to this account; None where no server is set up."""
    known = desk.profile().server
    if known is None:
        return None
    try:
        server = desk.server(known)
        if not server.signed_in:
            raise SignInRequired("You are signed out of this server.")
        told = server.capabilities()
    except BackupError as error:
        return Offered(
            label=known.label, address=known.address, username=known.username, error=error
        )
    if told is None:
        return Offered(label=known.label, address=known.address, username=known.username)
    devices, invitations = _or_none(server.devices.all) or (None, ())
    rules = server.rules
    administrator = told.administrator is True
    return Offered(
        label=known.label,
        address=known.address,
        engine=True,
        administrator=administrator,
        username=known.username,
        version=told.version,
        kuroibara=told.kuroibara_version,
        timezone=told.timezone,
        schedules=_or_none(rules.schedules) if administrator else None,
        keeping=_or_none(rules.keeping) if administrator else None,
        preview=_or_none(rules.preview) if administrator else None,
        devices=devices,
        own_device=server.own_device,
        invitations=invitations,
        orphans=_or_none(server.archives.orphan_count) if administrator else None,
    )


def _or_none(ask: Callable[[], T]) -> T | None:
    with suppress(BackupError):  # what is not shown to this account is not offered
        return ask()
    return None


def proved(
    desk: Desk, deed: Deed, secret: Secret | None, act: Callable[[Server, Proof | None], T]
) -> T:
    """Do what may want the password once more; `PasswordRequired` where it does, without one."""
    server = desk.server()
    proof = None if secret is None else server.prove(deed, secret.password, secret.code)
    return act(server, proof)


# Manga without rows


def survey_orphans(desk: Desk, check: Check) -> Generator[Progress, None, Orphans]:
    """Have the server look through its library for what its database does not know."""
    server = desk.server()
    job = yield from _followed(server, server.archives.survey_orphans(), check)
    return server.archives.surveyed(job)


def recover_orphans(
    desk: Desk, user: str, look_only: bool, check: Check
) -> Generator[Progress, None, Recovered]:
    """Have them entered for `user`, or with `look_only` have it tried out."""
    server = desk.server()
    job = server.archives.recover_orphans(user=user, look_only=look_only)
    return server.archives.recovered((yield from _followed(server, job, check)))


def _followed(server: Server, job: ServerJob, check: Check) -> Generator[Progress, None, ServerJob]:
    try:
        while not job.state.over:
            yield Progress(stage=Stage.SCANNING, done=job.done, total=job.total)
            until = time.monotonic() + _POLL
            while time.monotonic() < until:
                check()
                time.sleep(0.05)
            job = server.job(job.id)
    except Cancelled:
        with suppress(BackupError):  # ended meanwhile, or out of reach
            server.cancel(job.id)
        raise
    if job.state is not JobState.SUCCEEDED:
        problem = job.problem
        raise JobFailed(
            problem.detail if problem else "The server did not finish it, and does not say why.",
            remedy=problem.remedy if problem else None,
            code=problem.code if problem else None,
        )
    return job
