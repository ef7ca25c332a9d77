"""PostgreSQL away, restarted, or silent: workers and jobs live through it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.database.state.store import open_state
from kuroibara_backup.errors import NoConnection
from kuroibara_backup.jobs.model import JobState
from kuroibara_backup.jobs.worker import Worker
from tests.support.jobs import (
    DEAD_AFTER,
    WORKS,
    Install,
    document,
    ended,
    installed,
    workers,
)
from tests.support.postgres import execute, rows, running
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

SUCCEEDED = JobState.SUCCEEDED


@pytest.mark.slow
def test_a_job_goes_on_while_postgresql_is_away_and_its_end_is_told_later(tmp_path: Path) -> None:
    with running() as server:
        url = server.url("jobs_state")
        open_state(url, url)
        with installed(url, tmp_path) as install, workers(install, 1) as (worker,):
            job = install.submit("hold")
            assert install.begun("x") == worker.pid
            server.stop()
            with pytest.raises(NoConnection):
                install.submit("succeed")
            with pytest.raises(NoConnection):
                install.jobs.get(job.id)
            # Longer than a dead worker is waited for: nobody could give a sign in this time.
            time.sleep(DEAD_AFTER + 2)
            install.go()
            server.start()
            assert ended(install, job) == [SUCCEEDED]
            assert document(install.jobs.get(job.id)) == {"attempt": 1, "pid": worker.pid}
            assert ended(install, install.submit("succeed")) == [SUCCEEDED]


@pytest.mark.slow
def test_a_worker_that_finds_no_postgresql_waits_for_it(tmp_path: Path) -> None:
    with running() as server:
        url = server.url("jobs_state")
        open_state(url, url)
        with installed(url, tmp_path) as install:
            job = install.submit("succeed")
            server.stop()
            with workers(install, 1):
                time.sleep(1)
                server.start()
                assert ended(install, job) == [SUCCEEDED]


@pytest.mark.slow
def test_cut_connections_cost_no_job_anything(install: Install) -> None:
    with workers(install, 2):
        job = install.submit("hold")
        install.begun("x")
        for _ in range(3):
            execute(
                install.url,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()",
            )
            time.sleep(0.5)
        install.go()
        assert ended(install, job) == [SUCCEEDED]
        assert install.jobs.get(job.id).attempt == 1
        assert ended(install, install.submit("succeed")) == [SUCCEEDED]


@pytest.mark.slow
def test_without_notifications_jobs_are_found_by_looking(install: Install) -> None:
    # As behind a pgbouncer that gives each transaction another connection.
    execute(
        install.url,
        "DROP TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 ON procrastinate_jobs",
    )
    with workers(install, 2):
        began = time.monotonic()
        for _ in range(2):
            assert ended(install, install.submit("succeed")) == [SUCCEEDED]
        assert time.monotonic() - began < 10


@pytest.mark.slow
def test_a_worker_ends_in_time_while_postgresql_is_away(tmp_path: Path) -> None:
    with running() as server:
        url = server.url("jobs_state")
        open_state(url, url)
        with installed(url, tmp_path) as install, workers(install, 1) as (worker,):
            job = install.submit("hold")
            install.begun("x")
            server.stop()
            worker.terminate()
            assert worker.wait(12) == 0
            server.start()
            with workers(install, 1):
                install.begun("x", attempt=2)
                install.go()
                assert ended(install, job) == [SUCCEEDED]


def test_what_procrastinate_alone_believes_to_run_is_cleared_away(install: Install) -> None:
    """A worker may die between the end of a job and telling procrastinate so."""
    job = install.submit("succeed")
    execute(
        install.url,
        "UPDATE procrastinate_jobs SET status = 'doing'",
        "UPDATE job SET state = 'succeeded', finished_at = now()",
    )
    worker = Worker(install.url, WORKS, dead_after=1.0)
    worker.start()
    try:
        after = install.submit("succeed")
        assert ended(install, after) == [SUCCEEDED]
        assert install.jobs.get(job.id).attempt == 1
        until(lambda: rows(install.url, "SELECT 1 FROM procrastinate_jobs") == [], seconds=20)
    finally:
        worker.close(10)


def test_what_only_our_table_knows_is_begun_anew(install: Install) -> None:
    """procrastinate's tables may be cleared, or a worker die before it began a job."""
    lost, unbegun = install.submit("succeed"), install.submit("succeed")
    execute(
        install.url,
        f"DELETE FROM procrastinate_jobs USING job WHERE task = procrastinate_jobs.id"
        f" AND job.id = '{lost.id}'",
        "UPDATE procrastinate_jobs SET status = 'doing'",
    )
    worker = Worker(install.url, WORKS, dead_after=1.0)
    worker.start()
    try:
        assert ended(install, lost, unbegun) == [SUCCEEDED, SUCCEEDED]
    finally:
        worker.close(10)
