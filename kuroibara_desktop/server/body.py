"""The bytes of one backup on their way, and what the server promised about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from kuroibara_desktop.core.errors import (
    BackupReplaced,
    CaptivePortal,
    ServerFault,
    ServerUnreachable,
)
from kuroibara_desktop.server.border import readable
from kuroibara_desktop.server.reading import content_range, digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator
import contextlib
import socket


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An open download; iterate it once for chunks of bytes.

    `start` is where the first byte belongs: what was asked for, or 0 when the server sends the
    whole file after all. `etag` is a strong one or None. `total` is the whole file's size.
    """

    start: int
    total: int | None
    etag: str | None
    sha256: str | None
    host: str
    response: httpx.Response

    def __iter__(self) -> Iterator[bytes]:
        with readable("copying", self.host):
            yield from self.response.iter_raw()

    def abort(self) -> None:
        """Wake a thread that waits for the next bytes; it finds the connection lost."""
        stream = self.response.extensions.get("network_stream")
        connection = stream.get_extra_info("socket") if stream is not None else None
        if connection is not None:
            with contextlib.suppress(OSError):  # it is closed already
                connection.shutdown(socket.SHUT_RDWR)


def opened(response: httpx.Response, *, host: str, start: int, etag: str | None) -> Body:
    """Judge the head of a 200 or 206; nothing that is not the backup's bytes gets past here."""
    headers = response.headers
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "text/html":
        raise CaptivePortal(f"A web page came from {host} instead of the backup's bytes.")
    if headers.get("content-encoding", "identity").lower() != "identity":
        raise ServerFault(
            f"Something between here and {host} packs the backup's bytes anew.",
            status=response.status_code,
            remedy="Switch off compression for downloads in the proxy before the server.",
        )
    told = headers.get("etag")
    strong = told if told and not told.startswith("W/") else None
    first, total = 0, _length(headers.get("content-length"))
    if response.status_code == httpx.codes.PARTIAL_CONTENT:
        place = content_range(headers.get("content-range", ""))
        if place is None or place[0] != start:
            raise ServerUnreachable(f"{host} sent another part of the backup than asked for.")
        if etag is not None and strong is not None and strong != etag:
            raise BackupReplaced("The backup on the server is no longer the one that was begun.")
        first, total = place[0], place[2]
    return Body(
        start=first,
        total=total,
        etag=strong,
        sha256=digest_of(headers),
        host=host,
        response=response,
    )


def _length(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None
