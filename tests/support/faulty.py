"""What does a bad network do to a request? A proxy on loopback that misbehaves on demand.

`faulty(upstream)` stands in front of any HTTP server and passes everything on; a test gives it
faults, and takes them away again, while it runs.
"""

from __future__ import annotations

import http.client
import re
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BLOCK = 16 * 1024
_HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "te", "upgrade", "host"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What comes instead of the server's own answer."""

    status: int
    content_type: str
    body: bytes


CAPTIVE_PORTAL = Answer(
    status=200,
    content_type="text/html; charset=utf-8",
    body=b"<!DOCTYPE html><html><head><title>Welcome</title></head>"
    b"<body><h1>Hotel Paper Lantern</h1><p>Please sign in to use our network.</p></body></html>",
)
TOO_LARGE = Answer(
    status=413,
    content_type="text/html",
    body=b"<html><head><title>413 Request Entity Too Large</title></head>"
    b"<body><center><h1>413 Request Entity Too Large</h1></center></body></html>",
)
BAD_GATEWAY = Answer(
    status=502,
    content_type="text/html",
    body=b"<html><head><title>502 Bad Gateway</title></head>"
    b"<body><center><h1>502 Bad Gateway</h1></center></body></html>",
)
PLAIN_500 = Answer(
    status=500, content_type="text/plain; charset=utf-8", body=b"Internal Server Error"
)
UNAUTHORIZED = Answer(
    status=401,
    content_type="application/json",
    body=b'{"detail":"Could not validate credentials"}',
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One way to misbehave; fields combine. Only the first fault that fits a request is applied."""

    only: str = ""
    """Requests whose path holds this text."""
    method: str = ""
    """Requests of this method; empty for all."""
    times: int | None = None
    """So many requests, then never again."""
    then: bool = False
    """Only when the fault before it has come as often as it will."""
    answer: Answer | None = None
    """Sent instead of asking the server."""
    cut_after: int | None = None
    """Drop the connection after so many bytes of the body."""
    hang_after: int | None = None
    """Send nothing more after so many bytes of the body (0: after the headers)."""
    silent: bool = False
    """Take the request and never answer."""
    ignore_range: bool = False
    """The server never sees `Range`, so it answers 200 with the whole."""
    strip: tuple[str, ...] = ()
    """Headers of the answer that get lost."""
    delay: float = 0.0
    """Seconds before the request is passed on."""
    bytes_per_second: int | None = None
    flip_at: int | None = None
    """Offset in the whole file of a byte that arrives with its lowest bit flipped."""

    def fits(self, method: str, path: str) -> bool:
        return self.only in path and self.method in ("", method) and self.times != 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """One request that came by."""

    method: str
    path: str
    range: str | None
    if_range: str | None
    authorization: str | None


@dataclass(slots=True)
class FaultyProxy:
    """A running proxy; `url` replaces the address of the server behind it."""

    upstream: str
    requests: list[Passed] = field(default_factory=list)
    port: int = 0
    _faults: list[Fault] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _stopping: threading.Event = field(default_factory=threading.Event)
    _server: _Server | None = None
    _thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def misbehave(self, *faults: Fault) -> None:
        """From the next request on exactly these faults hold; none at all without arguments."""
        with self._lock:
            self._faults = list(faults)

    def passed(self, path: str, method: str = "GET") -> list[Passed]:
        """The requests so far whose path holds `path`."""
        return [r for r in self.requests if r.method == method and path in r.path]

    def listen(self) -> None:
        """Accept connections, after `refuse` on the same port again."""
        self._stopping.clear()
        proxy = self

        class Handler(_Handler):
            def setup(self) -> None:
                self.proxy = proxy
                super().setup()

        server = _Server(("127.0.0.1", self.port), Handler)
        self._server, self.port = server, server.server_address[1]
        self._thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def refuse(self) -> None:
        """Close the port: every new connection is refused, every open one cut."""
        self._stopping.set()
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._server.cut()
            self._server.server_close()
            self._thread.join()
            self._server = self._thread = None

    def take_fault(self, method: str, path: str) -> Fault:
        """The fault for this request; counts down those that hold only so many times."""
        with self._lock:
            for place, fault in enumerate(self._faults):
                due = not fault.then or self._faults[place - 1].times == 0
                if due and fault.fits(method, path):
                    if fault.times is not None:
                        self._faults[place] = replace(fault, times=fault.times - 1)
                    return fault
        return Fault()

    def wait(self, seconds: float | None = None) -> bool:
        """Sleep unless the proxy goes away; False when it does."""
        return not self._stopping.wait(seconds)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, *arguments: Any) -> None:
        self.open: set[socket.socket] = set()
        super().__init__(*arguments)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def cut(self) -> None:
        """End every connection, the idle ones too, and wait until their threads are gone."""
        for connection in tuple(self.open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        until(lambda: not self.open)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    proxy: FaultyProxy

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
        """Say nothing."""

    def _pass(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length) if length else None
        self.proxy.requests.append(
            Passed(
                method=self.command,
                path=self.path,
                range=self.headers["Range"],
                if_range=self.headers["If-Range"],
                authorization=self.headers["Authorization"],
            )
        )
        fault = self.proxy.take_fault(self.command, self.path)
        if fault.silent:
            self.proxy.wait()
            self._cut()
        elif not self.proxy.wait(fault.delay):
            self._cut()
        elif fault.answer is not None:
            self._reply(fault.answer)
        else:
            self._forward(fault, body)

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):
            return self._pass
        raise AttributeError(name)

    def _reply(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _forward(self, fault: Fault, body: bytes | None) -> None:
        dropped = _HOP_BY_HOP | ({"range", "if-range"} if fault.ignore_range else set())
        upstream = urlsplit(self.proxy.upstream)
        connection = http.client.HTTPConnection(upstream.hostname or "", upstream.port, timeout=60)
        try:
            headers = {k: v for k, v in self.headers.items() if k.lower() not in dropped}
            connection.request(self.command, self.path, body, headers)
            answer = connection.getresponse()
            lost = _HOP_BY_HOP | {name.lower() for name in fault.strip}
            self.send_response_only(answer.status, answer.reason)
            for name, value in answer.getheaders():
                if name.lower() not in lost:
                    self.send_header(name, value)
            if answer.length is None or self.close_connection:
                self.send_header("Connection", "close")
                self.close_connection = True
            self.end_headers()
            self._copy(answer, fault)
        except (OSError, http.client.HTTPException):
            self._cut()  # the server behind went away: so does this connection
        finally:
            connection.close()

    def _copy(self, answer: http.client.HTTPResponse, fault: Fault) -> None:
        start = re.match(r"bytes (\d+)-", answer.getheader("Content-Range") or "")
        offset = int(start[1]) if start else 0
        sent = 0
        stops = [stop for stop in (fault.cut_after, fault.hang_after) if stop is not None]
        block = _BLOCK
        if fault.bytes_per_second is not None:
            block = max(1, min(_BLOCK, fault.bytes_per_second // 20))
        while data := bytearray(answer.read(min([block, *(stop - sent for stop in stops)]))):
            if fault.flip_at is not None and 0 <= fault.flip_at - offset - sent < len(data):
                data[fault.flip_at - offset - sent] ^= 1
            self.wfile.write(data)
            sent += len(data)
            if fault.bytes_per_second is not None and not self.proxy.wait(
                len(data) / fault.bytes_per_second
            ):
                return self._cut()
        if answer.length or not answer.isclosed():  # more would have come
            if fault.hang_after is not None:
                self.proxy.wait()
            self._cut()
        return None

    def _cut(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def faulty() -> Iterator[Callable[[str], FaultyProxy]]:
    """Stand in front of the server at this address (`http://127.0.0.1:PORT`)."""
    running = []

    def start(upstream: str) -> FaultyProxy:
        proxy = FaultyProxy(upstream)
        proxy.listen()
        running.append(proxy)
        return proxy

    yield start
    for proxy in running:
        proxy.refuse()


def free_port() -> int:
    """A port on loopback that nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
