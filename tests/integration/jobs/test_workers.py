"""Workers in several processes: locks, the killed, the frozen, and those told to end."""

from __future__ import annotations

import os
import signal
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.jobs.attempts import LOSSES
from kuroibara_backup.jobs.model import JobKind, JobState
from tests.support.jobs import DEAD_AFTER, document, ended, workers
from tests.support.postgres import execute, rows
from tests.support.waiting import until

if TYPE_CHECKING:
    from tests.support.jobs import Install

SUCCEEDED, CANCELLED = JobState.SUCCEEDED, JobState.CANCELLED


def left_in_queue(install: Install) -> list[tuple[object, ...]]:
    return rows(install.url, "SELECT id, status FROM procrastinate_jobs")


@pytest.mark.slow
def test_one_that_runs_and_one_that_waits_both_end_after_kill_9(install: Install) -> None:
    with workers(install, 2) as (first, second):
        running = install.submit("hold", "running", lock="create:anna")
        killed = install.begun("running")
        # Of the same queueing lock: put back to wait, the first would collide with it for ever.
        waiting = install.submit("succeed", lock="create:anna")
        os.kill(killed, signal.SIGKILL)
        other = second if killed == first.pid else first
        assert install.begun("running", attempt=2) == other.pid
        install.go()
        assert ended(install, running, waiting) == [SUCCEEDED, SUCCEEDED]
        again = install.jobs.get(running.id)
        assert (again.attempt, document(again)) == (2, {"attempt": 2, "pid": other.pid})
        # The interrupted one went first: it may be a restore half-way.
        after = install.jobs.get(waiting.id)
        assert after.started_at is not None
        assert again.finished_at is not None
        assert after.started_at >= again.finished_at
        until(lambda: left_in_queue(install) == [], seconds=20)


@pytest.mark.slow
def test_a_job_that_kills_its_worker_fails_in_plain_sight(install: Install) -> None:
    job = install.submit("die")
    with workers(install, LOSSES + 1):
        assert ended(install, job) == [JobState.FAILED]
        after = install.submit("succeed")
        assert ended(install, after) == [SUCCEEDED]
    failed = install.jobs.get(job.id)
    assert failed.attempt == LOSSES
    assert failed.error is not None
    assert failed.error.code == "worker_lost"


@pytest.mark.slow
def test_a_frozen_worker_that_wakes_up_writes_nothing(install: Install) -> None:
    with workers(install, 1) as (frozen,):
        job = install.submit("hold")
        assert install.begun("x") == frozen.pid
        until(lambda: install.jobs.get(job.id).stage == "hold", seconds=20)
        frozen.send_signal(signal.SIGSTOP)
        with workers(install, 1) as (other,):
            assert install.begun("x", attempt=2) == other.pid
            install.go()
            frozen.send_signal(signal.SIGCONT)
            assert ended(install, job) == [SUCCEEDED]
            # The first has ended its attempt, too, and takes new jobs.
            other.kill()
            after = install.submit("succeed")
            assert ended(install, after) == [SUCCEEDED]
    assert document(install.jobs.get(job.id)) == {"attempt": 2, "pid": other.pid}
    assert document(install.jobs.get(after.id))["pid"] == frozen.pid


def test_a_worker_that_only_seemed_dead_stops_its_work(install: Install) -> None:
    with workers(install, 1):
        job = install.submit("hold")
        install.begun("x")
        # As if another worker had taken it and were at it.
        execute(install.url, "UPDATE job SET token = token + 1")
        taken = rows(install.url, "SELECT * FROM job")
        after = install.submit("succeed")
        # The lock `writer` is free as soon as the work has stopped.
        assert ended(install, after, within=DEAD_AFTER) == [SUCCEEDED]
        assert rows(install.url, f"SELECT * FROM job WHERE id = '{job.id}'") == taken


def test_a_running_job_is_cancelled_from_another_process(install: Install) -> None:
    with workers(install, 1):
        job = install.submit("hold")
        install.begun("x")
        asked = time.monotonic()
        install.jobs.cancel(job.id)
        assert ended(install, job) == [CANCELLED]
        assert time.monotonic() - asked < DEAD_AFTER  # alone it is well under a second
        assert ended(install, install.submit("succeed")) == [SUCCEEDED]


@pytest.mark.slow
def test_a_job_whose_worker_died_can_be_cancelled(install: Install) -> None:
    with workers(install, 2):
        job = install.submit("hold")
        os.kill(install.begun("x"), signal.SIGKILL)
        install.jobs.cancel(job.id)
        assert ended(install, job) == [CANCELLED]
    assert install.jobs.get(job.id).attempt == 1


@pytest.mark.slow
def test_three_workers_run_what_writes_one_at_a_time_and_what_looks_beside_it(
    install: Install,
) -> None:
    with workers(install, 3):
        holding = install.submit("hold")
        install.begun("x")
        writing = [install.submit("succeed") for _ in range(6)]
        looking = [install.submit("succeed", kind=JobKind.ORPHANS) for _ in range(6)]
        assert set(ended(install, *looking)) == {SUCCEEDED}
        assert {install.jobs.get(job.id).state for job in writing} == {JobState.QUEUED}
        install.go()
        assert set(ended(install, holding, *writing)) == {SUCCEEDED}
    order = sorted((install.jobs.get(job.id) for job in [holding, *writing]), key=str)
    spans = sorted(
        (one.started_at, one.finished_at) for one in order if one.started_at and one.finished_at
    )
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert {one.attempt for one in order} == {1}


@pytest.mark.slow
def test_a_worker_told_to_end_hands_its_job_on(install: Install) -> None:
    with workers(install, 1) as (first,):
        job = install.submit("hold")
        install.begun("x")
        asked = time.monotonic()
        first.terminate()
        assert first.wait(10) == 0
        assert time.monotonic() - asked < DEAD_AFTER
        waiting = install.jobs.get(job.id)
        assert (waiting.state, waiting.attempt) == (JobState.QUEUED, 2)
        with workers(install, 1):
            install.begun("x", attempt=2, within=DEAD_AFTER)
            install.go()
            assert ended(install, job) == [SUCCEEDED]


@pytest.mark.slow
def test_many_orderly_ends_are_no_failure(install: Install) -> None:
    job = install.submit("hold")
    for attempt in range(1, LOSSES + 2):
        with workers(install, 1) as (one,):
            install.begun("x", attempt=attempt)
            one.terminate()
            assert one.wait(10) == 0
    install.go()
    with workers(install, 1):
        assert ended(install, job) == [SUCCEEDED]
