"""Server-sent events: what is written, when, and that nothing goes on when nobody listens."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from kuroibara_backup.api.bodies import job_body
from kuroibara_backup.api.events import EVERY, EventResponse, Looks, events
from kuroibara_backup.errors import NoConnection, NotFound
from kuroibara_backup.jobs.model import Job, JobKind, JobState

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, MutableMapping

NOW = datetime(2026, 11, 23, tzinfo=UTC)
JOB = Job(id=uuid4(), kind=JobKind.CREATE, backup_name="x", created_at=NOW)
RUNNING = replace(JOB, state=JobState.RUNNING, stage="write", done=5)
ENDED = replace(RUNNING, state=JobState.SUCCEEDED, finished_at=NOW)


async def told(*seen: Job | Exception, **more: Any) -> list[str]:
    looks = iter(seen)

    async def look() -> Job:
        found = next(looks)
        if isinstance(found, Exception):
            raise found
        return found

    return [text.decode() async for text in events(JOB, look, lambda: False, **more)]


def test_each_change_is_told_once_and_the_end_is_marked() -> None:
    said = asyncio.run(told(JOB, RUNNING, RUNNING, ENDED))
    assert said[0].startswith("retry: ")
    states = [
        json.loads(line.removeprefix("data: "))
        for text in said[1:]
        for line in text.splitlines()
        if line.startswith("data: ")
    ]
    assert states == [job_body(one) for one in (JOB, RUNNING, ENDED)]
    assert ["id: final" in text for text in said[1:]] == [False, False, True]
    assert all(text.endswith("\n\n") for text in said)


def test_silence_is_broken_by_a_comment() -> None:
    said = asyncio.run(told(JOB, JOB, ENDED, silence=EVERY / 2))
    assert [text.startswith(":") for text in said] == [False, False, True, True, False]


def test_postgresql_away_is_waited_for_and_a_forgotten_job_is_the_end() -> None:
    away, gone = NoConnection("away"), NotFound("gone")
    assert len(asyncio.run(told(away, away, ENDED))) == 3
    assert len(asyncio.run(told(away, gone))) == 2


def test_it_ends_when_the_process_is_about_to() -> None:
    async def all_of_it() -> list[bytes]:
        async def look() -> Job:
            return RUNNING

        return [text async for text in events(RUNNING, look, lambda: True)]

    assert len(asyncio.run(all_of_it())) == 2


def test_one_look_serves_all_who_ask_at_the_same_time() -> None:
    looks: list[float] = []

    def look(_: UUID) -> Job:
        looks.append(time.monotonic())
        time.sleep(0.05)
        return JOB

    async def ask() -> None:
        shared = Looks()
        for _ in range(3):
            assert await asyncio.gather(*(shared.at(JOB.id, look) for _ in range(50))) == [JOB] * 50
        await asyncio.sleep(EVERY)
        await shared.at(JOB.id, look)

    asyncio.run(ask())
    assert len(looks) == 2


def test_a_failed_look_fails_for_all_and_is_not_kept() -> None:
    def fail(_: UUID) -> Job:
        raise NoConnection("away")

    async def ask() -> None:
        shared = Looks()
        found = await asyncio.gather(
            *(shared.at(JOB.id, fail) for _ in range(3)), return_exceptions=True
        )
        assert all(isinstance(one, NoConnection) for one in found)
        await asyncio.sleep(EVERY)
        assert await shared.at(JOB.id, lambda _: JOB) == JOB

    asyncio.run(ask())


def test_when_the_listener_leaves_nothing_goes_on() -> None:
    asked = 0

    async def without_end() -> AsyncIterator[bytes]:
        nonlocal asked
        while True:
            asked += 1
            yield b": x\n\n"
            await asyncio.sleep(0.01)

    async def listen() -> None:
        gone = asyncio.Event()
        sent: list[MutableMapping[str, Any]] = []

        async def receive() -> MutableMapping[str, Any]:
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: MutableMapping[str, Any]) -> None:
            sent.append(message)
            if len(sent) == 4:
                gone.set()

        await asyncio.wait_for(EventResponse(without_end())({"type": "http"}, receive, send), 5)
        assert dict(sent[0]["headers"])[b"x-accel-buffering"] == b"no"

    asyncio.run(listen())
    assert asked < 8
