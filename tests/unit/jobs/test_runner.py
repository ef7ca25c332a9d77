"""Jobs: they wait their turn, tell how far they are, stop at once and have one ending."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from kuroibara_backup.errors import Cancelled, NotFound, Refused
from kuroibara_backup.jobs.model import NEXT, Job, JobKind, JobState, Outcome
from kuroibara_backup.jobs.progress import Pace
from kuroibara_backup.jobs.runner import Control, Jobs, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WORKS = {JobKind.CREATE: lambda given, control: given["work"](control)}
RESULT = Outcome(filename="x.tar.gz", size=1, sha256="00", backup_id=UUID(int=1), verified=True)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs(WORKS)
    yield jobs
    jobs.close()


def request(work: Callable[[Control], Outcome], lock: str | None = None) -> Request:
    return Request(
        kind=JobKind.CREATE,
        backup_name="x",
        queueing_lock=lock or str(uuid4()),
        arguments={"work": work},
    )


def until_cancelled(control: Control) -> Outcome:
    while True:
        control.check()
        time.sleep(0.01)


def test_a_job_succeeds_with_its_result(jobs: Jobs) -> None:
    job = jobs.submit(request(lambda _: RESULT))
    ended = jobs.wait(job.id, 5)
    assert ended.state is JobState.SUCCEEDED
    assert ended.result == RESULT
    assert ended.started_at is not None
    assert ended.finished_at is not None
    assert ended.created_at <= ended.started_at <= ended.finished_at


def test_a_refused_job_fails_with_its_sentence(jobs: Jobs) -> None:
    def refuse(_: Control) -> Outcome:
        raise Refused("No.", remedy="Ask again.", code="no")

    ended = jobs.wait(jobs.submit(request(refuse)).id, 5)
    assert ended.state is JobState.FAILED
    assert ended.error is not None
    assert (ended.error.code, ended.error.detail, ended.error.remedy) == ("no", "No.", "Ask again.")


def test_a_broken_job_tells_nothing_of_its_inside(jobs: Jobs) -> None:
    def broken(_: Control) -> Outcome:
        raise RuntimeError("/secret/path")

    ended = jobs.wait(jobs.submit(request(broken)).id, 5)
    assert ended.error is not None
    assert ended.error.code == "unexpected"
    assert "secret" not in ended.error.detail
    # and the worker lives on
    assert jobs.wait(jobs.submit(request(lambda _: RESULT)).id, 5).state is JobState.SUCCEEDED


def test_a_running_job_is_cancelled_within_a_second(jobs: Jobs) -> None:
    job = jobs.submit(request(until_cancelled))
    while jobs.get(job.id).state is JobState.QUEUED:
        time.sleep(0.01)
    asked = time.monotonic()
    jobs.cancel(job.id)
    assert jobs.wait(job.id, 5).state is JobState.CANCELLED
    assert time.monotonic() - asked < 1
    with pytest.raises(Refused) as caught:
        jobs.cancel(job.id)
    assert caught.value.code == "already_finished"


def test_a_waiting_job_is_cancelled_at_once_and_never_runs(jobs: Jobs) -> None:
    gate, ran = threading.Event(), threading.Event()
    first = jobs.submit(request(lambda _: (gate.wait() and RESULT) or RESULT))

    def second_work(_: Control) -> Outcome:
        ran.set()
        return RESULT

    second = jobs.submit(request(second_work))
    assert jobs.cancel(second.id).state is JobState.CANCELLED
    gate.set()
    jobs.wait(first.id, 5)
    assert not ran.is_set()


def test_jobs_run_one_after_the_other(jobs: Jobs) -> None:
    running, most = 0, 0

    def work(_: Control) -> Outcome:
        nonlocal running, most
        running += 1
        most = max(most, running)
        time.sleep(0.02)
        running -= 1
        return RESULT

    submitted = [jobs.submit(request(work)) for _ in range(5)]
    assert all(jobs.wait(job.id, 5).state is JobState.SUCCEEDED for job in submitted)
    assert most == 1


def test_the_same_waits_at_most_once(jobs: Jobs) -> None:
    gate = threading.Event()
    first = jobs.submit(request(lambda _: (gate.wait() and RESULT) or RESULT, "create:anna"))
    while jobs.get(first.id).state is JobState.QUEUED:
        time.sleep(0.01)
    jobs.submit(request(lambda _: RESULT, "create:anna"))
    with pytest.raises(Refused) as caught:
        jobs.submit(request(lambda _: RESULT, "create:anna"))
    assert caught.value.code == "already_queued"
    jobs.submit(request(lambda _: RESULT, "create:ben"))
    gate.set()


def test_closing_stops_what_runs_and_what_waits() -> None:
    jobs = Jobs(WORKS)
    cleaned = threading.Event()

    def work(control: Control) -> Outcome:
        try:
            return until_cancelled(control)
        finally:
            cleaned.set()

    first, second = jobs.submit(request(work)), jobs.submit(request(work))
    while jobs.get(first.id).state is JobState.QUEUED:
        time.sleep(0.01)
    jobs.close()
    assert cleaned.is_set()
    assert {jobs.get(one.id).state for one in (first, second)} == {JobState.CANCELLED}
    with pytest.raises(Refused):
        jobs.submit(request(work))


def test_an_unknown_job_is_not_found(jobs: Jobs) -> None:
    with pytest.raises(NotFound):
        jobs.get(uuid4())


def test_progress_and_warnings_are_seen_while_it_runs(jobs: Jobs) -> None:
    gate, told = threading.Event(), threading.Event()

    def work(control: Control) -> Outcome:
        control.report("write", 0, 100)
        control.report("write", 100, 100)
        control.warn("One.", "Two.", "One.")
        told.set()
        gate.wait()
        return RESULT

    job = jobs.submit(request(work))
    assert told.wait(5)
    seen = jobs.get(job.id)
    assert (seen.stage, seen.done, seen.total) == ("write", 100, 100)
    assert seen.warnings == ("One.", "Two.")
    gate.set()


def test_a_failed_job_keeps_the_stage_it_failed_in(jobs: Jobs) -> None:
    def work(control: Control) -> Outcome:
        control.report("scan")
        raise Cancelled

    assert jobs.wait(jobs.submit(request(work)).id, 5).stage == "scan"


@pytest.mark.parametrize("state", list(JobState))
def test_only_legal_moves_are_made(state: JobState) -> None:
    from dataclasses import replace
    from datetime import UTC, datetime

    now = datetime.now(UTC)
    job = replace(
        Job(id=uuid4(), kind=JobKind.CREATE, backup_name="x", created_at=now), state=state
    )
    for target in JobState:
        if target in NEXT[state]:
            assert job.moved_to(target, now).state is target
        else:
            with pytest.raises(ValueError, match="cannot become"):
                job.moved_to(target, now)


def test_progress_is_thinned_and_its_rate_measured() -> None:
    pace = Pace()
    shown = [done for done in range(1001) if pace.due("write", done, 1000, now=done / 1000)]
    assert shown[0] == 0
    assert shown[-1] == 1000
    assert len(shown) <= 12
    assert pace.rate == pytest.approx(1000)
    assert pace.due("verify", 0, 10, now=1.0)
    assert pace.rate is None
