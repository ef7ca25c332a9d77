"""How does somebody follow a job without asking again and again? By server-sent events."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from typing import Annotated, Final
from uuid import UUID

import anyio.to_thread
from fastapi import APIRouter, Header
from fastapi.responses import Response
from starlette.types import Receive, Scope, Send

from kuroibara_backup.api.access import Creator, Engine
from kuroibara_backup.api.bodies import job_body
from kuroibara_backup.api.routes import problem_router
from kuroibara_backup.errors import NoConnection, NotFound
from kuroibara_backup.jobs.model import Job

EVERY: Final = 0.5
SILENCE: Final = 15.0
_FINAL: Final = "final"


def events_router() -> APIRouter:
    """Make the route that tells of a job until it has ended."""
    router = problem_router("/api/v1/backup")
    looks = Looks()

    @router.get("/jobs/{job_id}/events")
    async def job_events(
        job_id: UUID,
        service: Engine,
        _: Creator,
        last_event_id: Annotated[str | None, Header()] = None,
    ) -> Response:
        job = await looks.at(job_id, service.jobs.get)
        if job.state.finished and last_event_id == _FINAL:
            return Response(status_code=204)  # which keeps a browser from coming back
        look = partial(looks.at, job_id, service.jobs.get)
        return EventResponse(events(job, look, lambda: service.jobs.closing))

    return router


class Looks:
    """Looks at jobs for any number of listeners: one look serves all who ask within `EVERY`."""

    def __init__(self) -> None:
        self._last: dict[UUID, tuple[float, asyncio.Task[Job]]] = {}

    async def at(self, job_id: UUID, look: Callable[[UUID], Job]) -> Job:
        now = asyncio.get_running_loop().time()
        known = self._last.get(job_id)
        if known is None or (known[1].done() and now - known[0] >= EVERY):
            self._last = {
                key: one
                for key, one in self._last.items()
                if not one[1].done() or now - one[0] < EVERY
            }
            task = asyncio.ensure_future(anyio.to_thread.run_sync(look, job_id))
            # Whoever asked may be gone by then, and the failure is nobody's any more.
            task.add_done_callback(lambda done: done.cancelled() or done.exception())
            known = self._last[job_id] = (now, task)
        # The look is everybody's: one listener who leaves does not end it.
        return await asyncio.shield(known[1])


async def events(
    job: Job,
    look: Callable[[], Awaitable[Job]],
    ending: Callable[[], bool],
    *,
    silence: float = SILENCE,
) -> AsyncIterator[bytes]:
    """Tell of every change, until the job has ended or this process is about to.

    A comment every 15 seconds keeps proxies from taking the silence for an end.
    """
    loop = asyncio.get_running_loop()
    yield b"retry: 2000\n\n"
    told, told_at = "", loop.time()
    while True:
        body = json.dumps(job_body(job), separators=(",", ":"))
        if body != told:
            told, told_at = body, loop.time()
            mark = f"id: {_FINAL}\n" if job.state.finished else ""
            yield f"event: job\n{mark}data: {body}\n\n".encode()
        elif loop.time() - told_at >= silence:
            told_at = loop.time()
            yield b": nothing new\n\n"
        if job.state.finished or ending():
            return
        await asyncio.sleep(EVERY)
        try:
            job = await look()
        except NoConnection:
            continue  # PostgreSQL comes back, and the job goes on meanwhile
        except NotFound:
            return


class EventResponse(Response):
    """Sends what is told until it ends, or until who listens has left."""

    def __init__(self, told: AsyncIterator[bytes]) -> None:
        self.status_code = 200
        self.background = None
        self.init_headers(
            {
                "content-type": "text/event-stream; charset=utf-8",
                "cache-control": "no-store, no-transform",
                "x-accel-buffering": "no",
            }
        )
        self._told = told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002  ASGI
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        # Servers swallow what is sent to a reader who has left, so we must look ourselves.
        left = asyncio.ensure_future(_disconnected(receive))
        try:
            async for text in self._told:
                if left.done():
                    return
                await send({"type": "http.response.body", "body": text, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            left.cancel()


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
