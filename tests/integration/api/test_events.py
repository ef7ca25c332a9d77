"""Following a job by server-sent events: every change, the end, and nothing left running."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import httpx
import pytest

from kuroibara_backup.api.events import EVERY
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.engine import RunningEngine


@pytest.fixture
def held(shared_engine: RunningEngine) -> Iterator[str]:
    """The id of a job that has begun and goes no further: somebody else holds the writer lock."""
    with shared_engine.service.place.writer_lock(wait=True):
        with shared_engine.client() as client:
            body = {"backup_name": f"held {uuid4().hex[:6]}", "include_storage": False}
            job_id = client.post("/backup/create", json=body).json()["job_id"]
            until(
                lambda: client.get(f"/backup/jobs/{job_id}").json()["state"] == "running",
                seconds=20,
            )
            yield job_id
            client.post(f"/backup/jobs/{job_id}/cancel")
    shared_engine.service.jobs.wait(UUID(job_id), 20)


def follow(engine: RunningEngine, job_id: str, **headers: str) -> list[dict[str, Any]]:
    """Everything that is told until the server ends it."""
    with (
        engine.client() as client,
        client.stream("GET", f"/backup/jobs/{job_id}/events", headers=headers) as answer,
    ):
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["x-accel-buffering"] == "no"
        assert "no-store" in answer.headers["cache-control"]
        return [
            json.loads(line.removeprefix("data: "))
            for line in answer.iter_lines()
            if line.startswith("data: ")
        ]


def test_a_job_is_told_until_its_end_and_then_the_stream_ends(
    shared_engine: RunningEngine,
) -> None:
    with shared_engine.client() as client:
        body = {"backup_name": f"told {uuid4().hex[:6]}"}
        job_id = client.post("/backup/create", json=body).json()["job_id"]
        told = follow(shared_engine, job_id)
        assert told[-1] == client.get(f"/backup/jobs/{job_id}").json()
        assert told[-1]["state"] == "succeeded"
        assert {one["id"] for one in told} == {job_id}
        # A browser that comes back after the end is told to stay away.
        again = client.get(f"/backup/jobs/{job_id}/events", headers={"Last-Event-ID": "final"})
        assert again.status_code == 204


@pytest.mark.slow
def test_fifty_listeners_hear_of_the_end_and_everybody_else_is_still_answered(
    shared_engine: RunningEngine, held: str
) -> None:
    with ThreadPoolExecutor(50) as listeners:
        following = [listeners.submit(follow, shared_engine, held) for _ in range(50)]
        with shared_engine.client() as client:
            time.sleep(2 * EVERY)
            assert not any(one.done() for one in following)
            assert client.get("/backup/list").status_code == 200
            client.post(f"/backup/jobs/{held}/cancel")
        assert {one.result(20)[-1]["state"] for one in following} == {"cancelled"}


def test_strangers_and_unknown_jobs_get_an_answer_and_no_stream(
    shared_engine: RunningEngine,
) -> None:
    path = f"/backup/jobs/{uuid4()}/events"
    assert httpx.get(f"{shared_engine.api}{path}").status_code == 401
    with shared_engine.client(shared_engine.reader) as client:
        assert client.get(path).status_code == 403
    with shared_engine.client() as client:
        assert client.get(path).json()["code"] == "no_such_job"
