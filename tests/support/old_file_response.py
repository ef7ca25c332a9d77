"""How does starlette 0.50's FileResponse, which Kuroibara downloads with, answer a GET?

The installed starlette is newer and has mended much of it, so the answers are written out here from
the reference, section 2.3, faults included.
"""

from __future__ import annotations

import hashlib
import stat
from email.utils import formatdate
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import PlainTextResponse, Response, StreamingResponse

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterator
    from pathlib import Path

_BLOCK = 64 * 1024
_MULTIPART_OVERCOUNT = 31  # 245 announced, 214 sent


class _Malformed(Exception):
    pass


def etag_of(found: os.stat_result) -> str:
    """The strong tag that knows nothing of the content: mtime and size only."""
    known = f"{found.st_mtime}-{found.st_size}"
    return f'"{hashlib.md5(known.encode(), usedforsecurity=False).hexdigest()}"'


def file_response(path: Path, *, range_: str | None, if_range: str | None) -> Response:
    """Answer one download; `If-None-Match` and its relatives are not even looked at."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise RuntimeError(f"{path} is not a file")
    size = found.st_size
    headers = {
        "Accept-Ranges": "bytes",
        "Last-Modified": formatdate(found.st_mtime, usegmt=True),
        "ETag": etag_of(found),
        "Content-Disposition": _disposition(path.name),
    }
    unchanged = if_range is None or if_range in (headers["ETag"], headers["Last-Modified"])
    if range_ is None or not unchanged:
        return _stream(path, 0, size, 200, headers)
    try:
        ranges = _ranges(range_, size)
    except _Malformed as exc:
        return PlainTextResponse(str(exc), 400)
    if any(not 0 <= start < size for start, _ in ranges):
        return PlainTextResponse(status_code=416, headers={"Content-Range": f"*/{size}"})
    if any(start >= end for start, end in ranges):
        return PlainTextResponse("Range header: start must be less than end", 400)
    if len(ranges) > 1:
        return _broken_multipart(path, ranges, size, headers)
    start, end = ranges[0]
    headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return _stream(path, start, end - start, 206, headers)


def _disposition(name: str) -> str:
    encoded = quote(name)
    if encoded == name:
        return f'attachment; filename="{name}"'
    return f"attachment; filename*=utf-8''{encoded}"


def _ranges(header: str, size: int) -> list[tuple[int, int]]:
    """Half-open spans, clipped at the end of the file."""
    unit, separator, spans = header.partition("=")
    if not separator:
        raise _Malformed("Malformed range header.")
    if unit.strip().lower() != "bytes":
        raise _Malformed("Only support bytes range")
    found = []
    for span in spans.split(","):
        first, dash, last = (part.strip() for part in span.partition("-"))
        if not dash or not (first or last):
            continue
        try:
            if not first:
                found.append((max(size - int(last), 0), size))
            else:
                found.append((int(first), min(int(last) + 1, size) if last else size))
        except ValueError:
            continue
    if not found:
        raise _Malformed("Range header: range must be requested")
    return found


def _stream(
    path: Path, start: int, length: int, status: int, headers: dict[str, str]
) -> StreamingResponse:
    async def blocks() -> AsyncIterator[bytes]:
        left = length
        with path.open("rb") as file:
            file.seek(start)
            while left and (block := file.read(min(_BLOCK, left))):
                left -= len(block)
                yield block

    headers["Content-Length"] = str(length)
    return StreamingResponse(blocks(), status, headers, media_type="application/gzip")


def _broken_multipart(
    path: Path, ranges: list[tuple[int, int]], size: int, headers: dict[str, str]
) -> Response:
    boundary = "0123456789abcdef"
    whole = path.read_bytes()
    parts = [
        f"--{boundary}\nContent-Type: application/gzip\n"
        f"Content-Range: bytes {start}-{end - 1}/{size}\n\n".encode()
        + whole[start:end]
        + b"\n"
        for start, end in ranges
    ]
    body = b"".join(parts) + f"--{boundary}--".encode()

    async def once() -> AsyncIterator[bytes]:
        yield body

    headers["Content-Range"] = f"multipart/byteranges; boundary={boundary}"
    headers["Content-Length"] = str(len(body) + _MULTIPART_OVERCOUNT)
    return StreamingResponse(once(), 206, headers, media_type="application/gzip")
