"""Jobs on a state database of their own, in this process and in others that can be killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from kuroibara_backup.jobs.model import Job, JobKind, JobState, Outcome, Report
from kuroibara_backup.jobs.runner import Control, Jobs, Request
from kuroibara_backup.jobs.worker import Worker
from tests.support.engine import make_state
from tests.support.postgres import drop_database
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kuroibara_backup.database.embedded import EmbeddedPostgres

RESULT = Outcome(filename="x.tar.gz", size=1, sha256="00", backup_id=UUID(int=1), verified=True)
DEAD_AFTER = 4.0
"""Seconds without a sign of life; a fifth of what `serve` allows."""


@pytest.fixture
def state_url(postgres: EmbeddedPostgres) -> Iterator[str]:
    """URL of a private state database, ready for jobs."""
    name = f"state_{uuid4().hex[:8]}"
    make_state(postgres, name)
    yield postgres.url(name)
    drop_database(postgres, name)


def begun(given: Mapping[str, Any], attempt: int) -> Path:
    """Where an attempt of `hold` leaves its process's number."""
    return Path(given["folder"]) / f"{given['name']}-{attempt}"


def work(given: Mapping[str, Any], control: Control) -> Outcome | Report:
    """Do what the arguments say; what a process needs to know lies in files."""
    if given["do"] == "hold":
        begun(given, control.attempt).write_text(str(os.getpid()))
        going = Path(given["folder"]) / "go"
        done = 0
        while not going.exists():
            control.check()
            done += 1
            control.report("hold", done)
            time.sleep(0.01)
    elif given["do"] == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    return Report(document={"attempt": control.attempt, "pid": os.getpid()})


WORKS = dict.fromkeys(JobKind, work)


def request(
    do: str, folder: Path, name: str = "x", *, lock: str | None = None, kind: JobKind | None = None
) -> Request:
    return Request(
        kind=kind or JobKind.CREATE,
        backup_name=name,
        queueing_lock=lock or str(uuid4()),
        arguments={"do": do, "folder": str(folder), "name": name},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Install:
    """A state database that several processes work on; jobs of its own carry out none."""

    url: str
    folder: Path
    jobs: Jobs

    def submit(self, do: str, name: str = "x", **more: Any) -> Job:
        return self.jobs.submit(request(do, self.folder, name, **more))

    def begun(self, name: str, attempt: int = 1, *, within: float = 20.0) -> int:
        """Wait until an attempt of `hold` has begun; the number of its process."""
        path = begun({"folder": str(self.folder), "name": name}, attempt)
        until(lambda: path.exists() and path.read_text() != "", seconds=within)
        return int(path.read_text())

    def go(self) -> None:
        """Let everything that holds come to its end."""
        (self.folder / "go").touch()

    def worker(self) -> subprocess.Popen[str]:
        """Another process that carries out jobs; returns once it is at it."""
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.jobs", self.url],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process


@contextmanager
def installed(url: str, folder: Path) -> Iterator[Install]:
    jobs = Jobs(url, WORKS)
    yield Install(url=url, folder=folder, jobs=jobs)
    jobs.close()


@pytest.fixture
def install(state_url: str, tmp_path: Path) -> Iterator[Install]:
    with installed(state_url, tmp_path) as made:
        yield made


@contextmanager
def workers(install: Install, count: int) -> Iterator[list[subprocess.Popen[str]]]:
    """That many processes; those that still live are killed in the end."""
    with ExitStack() as ending:
        started = []
        for _ in range(count):
            process = install.worker()
            ending.enter_context(process)
            ending.callback(process.kill)
            started.append(process)
        yield started


def ended(install: Install, *jobs: Job, within: float = 30.0) -> list[JobState]:
    limit = time.monotonic() + within
    return [install.jobs.wait(job.id, max(0, limit - time.monotonic())).state for job in jobs]


def document(job: Job) -> dict[str, Any]:
    assert job.report is not None, job
    return dict(json.loads(json.dumps(job.report.document)))


def main() -> None:
    """Carry out jobs until told to stop, as the command `worker` does, but with less patience."""
    worker = Worker(sys.argv[1], WORKS, dead_after=DEAD_AFTER)
    worker.start()
    print("ready", flush=True)
    signal.sigwait({signal.SIGTERM})
    worker.close(10)


if __name__ == "__main__":
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    main()
