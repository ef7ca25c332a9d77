"""Schedulers on a state database of their own, in this process and in others that can be killed.

Run as a program it looks what is due, by a clock in a file; its backups are rows of a table `made`,
written when they are submitted. As its arguments say, it kills itself before or after its nth one,
or after the first one that is a real job.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

import psycopg

from kuroibara_backup.jobs.model import Job, JobKind, JobState
from kuroibara_backup.jobs.runner import Jobs, Request
from kuroibara_backup.service.audit import Audit
from kuroibara_backup.service.schedules import Schedules
from kuroibara_backup.settings import Settings

BEFORE, AFTER, REAL = "before", "after", "real"


class MadeAtOnce(Jobs):
    """Jobs that have ended well as soon as they are submitted."""

    def __init__(self, url: str, die: str = "", nth: int = 0) -> None:
        super().__init__(url, {})
        self._address = url
        self._die = die
        self._left = nth

    def submit(self, request: Request) -> Job:
        self._left -= 1
        if self._left == 0 and self._die == BEFORE:
            os.kill(os.getpid(), signal.SIGKILL)
        job = _job(uuid4(), request.backup_name)
        with psycopg.connect(self._address) as connection:
            connection.execute(
                "INSERT INTO made (job, run, attempt, kinds) VALUES (%s, %s, %s, %s)",
                (
                    job.id,
                    request.arguments["run"],
                    request.arguments["attempt"],
                    request.arguments["kinds"],
                ),
            )
        if self._left == 0 and self._die == AFTER:
            os.kill(os.getpid(), signal.SIGKILL)
        return job

    def get(self, job_id: UUID) -> Job:
        return _job(job_id, "made")


class Dying(Jobs):
    """Real jobs, the first of which is the last that this process submits."""

    def submit(self, request: Request) -> Job:
        super().submit(request)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError


def _job(job_id: UUID, name: str) -> Job:
    return Job(
        id=job_id,
        kind=JobKind.CREATE,
        backup_name=name,
        created_at=datetime.now().astimezone(),
        state=JobState.SUCCEEDED,
    )


@dataclass
class Clock:
    now: datetime

    def __call__(self) -> datetime:
        return self.now


def schedules(url: str, jobs: Jobs, clock: Clock, **settings: object) -> Schedules:
    given = {"backup_timezone": "Europe/Berlin", **settings}
    return Schedules(
        Settings(_env_file=None, **given),  # type: ignore[arg-type, call-arg]  # pydantic's own
        url,
        jobs=jobs,
        name_for=lambda kind: f"{kind.value}_{clock.now:%Y%m%d_%H%M%S}",
        audit=Audit(url),
        now=clock,
    )


def make_table(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute(
            "CREATE TABLE made (job uuid, run uuid, attempt integer, kinds text[],"
            " pid integer DEFAULT pg_backend_pid())"
        )


def set_clock(path: Path, now: datetime | None) -> None:
    """Set the clock of the processes that go by this file; None ends them."""
    spare = path.with_suffix(".new")
    spare.write_text("" if now is None else now.isoformat())
    spare.replace(path)


def look_after(url: str, clock: Path, *, die: str = "", nth: int = 0) -> subprocess.Popen[bytes]:
    """A process that looks what is due, again and again, by the clock in a file."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.scheduling", url, str(clock), die, str(nth)]
    )


def main(url: str, path: str, die: str, nth: str) -> None:
    clock = Clock(datetime.now().astimezone())
    jobs = Dying(url, {}) if die == REAL else MadeAtOnce(url, die, int(nth))
    looking = schedules(url, jobs, clock)
    while shown := Path(path).read_text():
        clock.now = datetime.fromisoformat(shown)
        looking.tick(clock.now)


if __name__ == "__main__":
    main(*sys.argv[1:])
