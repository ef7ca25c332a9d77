"""How do the bytes of a request's body get to where they are kept, in constant memory?

They come in pieces as the network has them, and go on in pieces that are worth a trip to the disk,
on other threads than the event loop's.
"""

from __future__ import annotations

from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Final, Protocol

import anyio
from anyio.to_thread import run_sync
from starlette.requests import ClientDisconnect, Request

from kuroibara_backup.errors import BackupError, Refused

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.types import Message

WORTH_A_TRIP: Final = 1 << 20
QUESTION_AT_MOST: Final = 1 << 20  # of JSON; 10,000 chosen manga take less than half of it
IDLE: Final = 30.0
_DRAINED_AT_MOST: Final = 64 << 20


class TooSlow(BackupError):
    code = "too_slow"
    title = "The request took too long"
    http_status = 408
    remedy = "Check the connection, and go on where the upload stands."


class QuestionTooLarge(Refused):
    code = "request_too_large"
    http_status = 413


class Closing(Protocol):
    def close(self) -> None: ...


async def pieces(
    request: Request, *, worth: int = WORTH_A_TRIP, idle: float = IDLE
) -> AsyncIterator[bytes]:
    """Yield the body in pieces of about `worth` bytes; raises `TooSlow` when nothing comes."""
    held: list[bytes] = []
    size = 0
    stream = request.stream()
    while True:
        try:
            with anyio.fail_after(idle):
                data = await anext(stream, None)
        except TimeoutError:
            raise TooSlow(
                f"The request was given up: nothing came for {idle:.0f} seconds."
            ) from None
        if data is None:
            break
        held.append(data)
        size += len(data)
        if size >= worth:
            yield b"".join(held)
            held.clear()
            size = 0
    if held:
        yield b"".join(held)


async def small(request: Request) -> Request:
    """The same request with its body read; raises `QuestionTooLarge` before it fills the memory.

    Bodies are read before anybody asks who sends them.
    """
    body = b""
    if (length_of(request) or 0) <= QUESTION_AT_MOST:
        async for data in pieces(request):
            body += data
            if len(body) > QUESTION_AT_MOST:
                break
        else:
            return _with_body(request, body)
    await drain(request)
    raise QuestionTooLarge(
        f"The request was not read: it has more than {QUESTION_AT_MOST:,} bytes.",
        remedy="Send less at once; files are sent with /api/v1/backup/uploads.",
    )


def _with_body(request: Request, body: bytes) -> Request:
    left = [body]

    async def receive() -> Message:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return await request.receive()

    return Request(request.scope, receive)


async def take_in(request: Request, write: Callable[[bytes], None]) -> None:
    """Hand the whole body over; whoever sends goes on meanwhile, as far as the buffers reach."""
    async for data in pieces(request):
        await run_sync(write, data)


@asynccontextmanager
async def closing(taken: Closing) -> AsyncIterator[None]:
    """Close it on a thread at the end, even when the server is being stopped."""
    try:
        yield
    finally:
        with anyio.CancelScope(shield=True):
            await run_sync(taken.close)


async def drain(request: Request) -> None:
    """Read what still comes, within limits: who sends without listening would miss the answer."""
    if "expect" in request.headers:
        return  # they listen first
    size = 0
    with suppress(ClientDisconnect, BackupError, RuntimeError):
        async for data in pieces(request, idle=5.0):
            size += len(data)
            if size > _DRAINED_AT_MOST:
                return


def length_of(request: Request) -> int | None:
    """How many bytes the body has, where that is said beforehand."""
    said = request.headers.get("content-length", "")
    return int(said) if said.isascii() and said.isdigit() else None
