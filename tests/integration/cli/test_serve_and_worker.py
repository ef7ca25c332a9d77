"""`serve` and `worker` killed, ended and started again: no job is lost, no stop takes long."""

from __future__ import annotations

import json
import os
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import httpx
import pytest

from kuroibara_backup.cli.operate import Foreground
from kuroibara_backup.jobs.model import JobKind, JobState
from kuroibara_backup.retention import Kind
from kuroibara_backup.service.audit import at_the_command_line
from kuroibara_backup.service.engine import opened
from tests.support.engine import commanded, running_engine, served
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from tests.support.engine import RunningEngine


@pytest.fixture
def asking(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[RunningEngine]:
    """An engine that asks for jobs and carries out none."""
    with running_engine(tmp_path, postgres, kuroibara_template, worker=False) as engine:
        yield engine


def submit(engine: RunningEngine, name: str) -> UUID:
    answer = engine.client().post("/backup/create", json={"backup_name": name})
    return UUID(answer.json()["job_id"])


def left(engine: RunningEngine) -> list[str]:
    return sorted(name for name in os.listdir(engine.engine_folder) if name != ".writer-lock")


@pytest.mark.slow
def test_a_backup_cut_off_by_kill_9_is_made_after_the_restart(asking: RunningEngine) -> None:
    (asking.library / "big.cbz").write_bytes(os.urandom(150 << 20))
    jobs = asking.service.jobs
    with served(asking) as (process, _):
        running, waiting = submit(asking, "running"), submit(asking, "waiting")
        until(lambda: jobs.get(running).stage == "write", seconds=60)
        process.kill()
    killed_at = time.monotonic()
    assert [jobs.get(one).state for one in (running, waiting)] == [
        JobState.RUNNING,
        JobState.QUEUED,
    ]
    with served(asking) as (_, url), asking.client() as client:
        token = client.headers["authorization"]
        told = httpx.get(
            f"{url}/api/v1/backup/jobs/{running}", headers={"authorization": token}
        ).json()
        assert (told["state"], told["attempt"]) == ("running", 1)
        made = jobs.wait(running, 60)
        assert jobs.wait(waiting, 60).state is JobState.SUCCEEDED
    assert time.monotonic() - killed_at < 60
    assert (made.state, made.attempt) == (JobState.SUCCEEDED, 2)
    assert left(asking) == [
        *("running.tar.gz", "running.tar.gz.sha256", "waiting.tar.gz", "waiting.tar.gz.sha256")
    ]


@pytest.mark.slow
def test_a_stopped_server_ends_in_time_and_its_backup_is_made_at_the_next_start(
    asking: RunningEngine,
) -> None:
    jobs = asking.service.jobs
    with asking.service.place.writer_lock(wait=True), served(asking) as (process, url):
        job = submit(asking, "interrupted")
        until(lambda: jobs.get(job).state is JobState.RUNNING, seconds=20)
        token = asking.client().headers["authorization"]
        events = f"{url}/api/v1/backup/jobs/{job}/events"
        # Somebody who follows the job does not hold up the end.
        with httpx.stream("GET", events, headers={"authorization": token}) as answer:
            lines = answer.iter_lines()
            next(lines)
            asked = time.monotonic()
            process.terminate()
            assert process.wait(15) == 0
            assert time.monotonic() - asked < 5
    assert (jobs.get(job).state, jobs.get(job).attempt) == (JobState.QUEUED, 2)
    assert left(asking) == []
    with served(asking):
        assert jobs.wait(job, 30).state is JobState.SUCCEEDED


@pytest.mark.slow
def test_a_server_without_a_worker_leaves_jobs_to_those_who_are(asking: RunningEngine) -> None:
    jobs = asking.service.jobs
    with served(asking, "--no-worker"):
        job = submit(asking, "for others")
        assert jobs.wait(job, 1).state is JobState.QUEUED
        with commanded(asking, "worker") as (worker, ready):
            assert ready == {"worker": worker.pid}
            assert jobs.wait(job, 30).state is JobState.SUCCEEDED
            worker.terminate()
            assert worker.wait(15) == 0


def test_a_worker_alone_makes_drills_when_due_and_removes_what_others_left(
    asking: RunningEngine,
) -> None:
    settings = asking.settings.model_copy(update={"backup_drill_at": "1st 05:00"})
    months = [datetime(2027, number, 2, tzinfo=UTC) for number in (1, 2)]
    spool = asking.engine_folder / ".spool-0123456789abcdef"
    jobs = asking.service.jobs

    def drills() -> list[JobState]:
        return [job.state for job in jobs.list() if job.kind is JobKind.DRILL]

    with opened(settings) as service:
        service.creations.make_now(
            Foreground(lambda *_: None, lambda: None),
            name="proved",
            include_storage=False,
            kind=Kind.MANUAL,
            by=at_the_command_line(),
        )
    for now in months:
        spool.touch()
        with opened(settings, now=lambda now=now: now) as service:  # type: ignore[misc]
            service.start_worker()
            assert not spool.exists()
            if now is months[1]:
                until(lambda: drills() == [JobState.SUCCEEDED], seconds=30)


def test_a_worker_writes_its_log_in_the_form_that_was_set(
    asking: RunningEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKUP_LOG_FORMAT", "json")
    log = tmp_path / "log"
    with log.open("w") as errors, commanded(asking, "worker", log=errors):
        made = submit(asking, "logged")
        until(lambda: asking.service.jobs.get(made).state.finished, seconds=60)
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert any(str(made) in one["event"] for one in lines if one["logger"] == "backup")
