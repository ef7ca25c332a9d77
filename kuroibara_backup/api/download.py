"""How does a backup travel over HTTP?"""

from __future__ import annotations

import asyncio
import base64
import os
import time
from typing import TYPE_CHECKING
from urllib.parse import quote

import anyio.to_thread
from starlette.responses import Response

from kuroibara_backup.api.problems import problem
from kuroibara_backup.api.ranges import Answer, answer, http_date

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from kuroibara_backup.service.downloads import Download

READ = 1024 * 1024


def respond(request: Request, download: Download) -> Response:
    """Answer a GET or HEAD for these bytes; closes the file whatever happens."""
    decided = answer(
        request.headers,
        head=request.method == "HEAD",
        size=download.size,
        tags=download.tags,
        mtime=download.mtime,
        now=time.time(),
    )
    headers = _headers(download)
    if decided.status in {200, 206}:
        return _FileResponse(download, decided, headers)
    download.close()
    if decided.status == 304:
        kept = ("etag", "cache-control", "vary", "last-modified")
        return Response(status_code=304, headers={name: headers[name] for name in kept})
    if decided.status == 412:
        return problem(
            412,
            title="Precondition Failed",
            detail="The backup was not sent: it is not the one that If-Match names.",
            code="precondition_failed",
            remedy="Reload the list of backups.",
        )
    return problem(
        416,
        title="Range Not Satisfiable",
        detail="The backup was not sent: the range begins after its last byte.",
        code="range_not_satisfiable",
        remedy="Ask for a range inside the size given in Content-Range.",
        headers={"Content-Range": f"bytes */{download.size}", "Accept-Ranges": "bytes"},
    )


def _headers(download: Download) -> dict[str, str]:
    name = quote(download.filename)
    plain = name == download.filename
    headers = {
        "content-type": "application/gzip",
        "accept-ranges": "bytes",
        "etag": download.tags[0],
        "last-modified": http_date(download.mtime),
        "cache-control": "private, no-store, no-transform",
        "vary": "Authorization",
        "content-disposition": f'attachment; filename="{name}"'
        if plain
        else f"attachment; filename*=utf-8''{name}",
    }
    if download.sha256 is not None:
        digest = base64.b64encode(bytes.fromhex(download.sha256)).decode()
        headers["repr-digest"] = f"sha-256=:{digest}:"
    return headers


class _FileResponse(Response):
    """Sends a piece of an open file in reads of 1 MiB, off the event loop, and then closes it."""

    def __init__(self, download: Download, decided: Answer, headers: dict[str, str]) -> None:
        self.status_code = decided.status
        self.background = None
        headers["content-length"] = str(decided.end - decided.start)
        if decided.status == 206:
            headers["content-range"] = f"bytes {decided.start}-{decided.end - 1}/{download.size}"
        self.init_headers(headers)
        self._download = download
        self._decided = decided

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await send(
                {
                    "type": "http.response.start",
                    "status": self.status_code,
                    "headers": self.raw_headers,
                }
            )
            if scope["method"] == "HEAD" or self._decided.start == self._decided.end:
                await send({"type": "http.response.body", "body": b"", "more_body": False})
                return
            # Servers swallow what is sent to a reader who has left, so we must look ourselves.
            left = asyncio.ensure_future(_disconnected(receive))
            try:
                await self._pour(send, left)
            finally:
                left.cancel()
        finally:
            self._download.close()

    async def _pour(self, send: Send, left: asyncio.Future[None]) -> None:
        offset, end = self._decided.start, self._decided.end
        os.lseek(self._download.handle, offset, os.SEEK_SET)
        while offset < end and not left.done():
            want = min(READ, end - offset)
            piece = await anyio.to_thread.run_sync(os.read, self._download.handle, want)
            if not piece:
                raise ConnectionAbortedError("A backup became shorter while it was being sent.")
            offset += len(piece)
            await send({"type": "http.response.body", "body": piece, "more_body": offset < end})


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
