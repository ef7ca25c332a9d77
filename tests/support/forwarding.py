"""What does a proxy of a company's network do? A forwarding one on loopback.

It passes on whole requests for http:// and makes tunnels for https://, as browsers ask it to.
"""

from __future__ import annotations

import base64
import http.client
import select
import socket
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "proxy-connection"}


class Forwarding(ThreadingHTTPServer):
    """`seen` are the first lines of what came by; `url` is what is set as the proxy."""

    daemon_threads = True

    def __init__(self, user: str = "", password: str = "") -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.seen: list[str] = []
        self.refused = 0
        pair = base64.b64encode(f"{user}:{password}".encode()).decode()
        self.wanted = f"Basic {pair}" if user else None
        who = f"{user}:{password}@" if user else ""
        self.url = f"http://{who}127.0.0.1:{self.server_address[1]}"
        self._thread = threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self.shutdown()
        self.server_close()
        self._thread.join(10)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Forwarding

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
        """Say nothing."""

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):
            return self._pass
        raise AttributeError(name)

    def _allowed(self) -> bool:
        if self.server.wanted in (None, self.headers["Proxy-Authorization"]):
            self.server.seen.append(f"{self.command} {self.path}")
            return True
        self.server.refused += 1
        self.send_response(407)
        self.send_header("Proxy-Authenticate", "Basic")
        self.send_header("Content-Length", "0")
        self.end_headers()
        return False

    def do_CONNECT(self) -> None:
        if not self._allowed():
            return
        host, _, port = self.path.rpartition(":")
        with socket.create_connection((host, int(port)), 10) as upstream:
            self.send_response(200)
            self.end_headers()
            ends: dict[Any, Any] = {self.connection: upstream, upstream: self.connection}
            with suppress(OSError):
                while True:
                    ready, _, _ = select.select(list(ends), [], [], 10)
                    for end in ready:
                        data = end.recv(65536)
                        if not data:
                            return
                        ends[end].sendall(data)
                    if not ready:
                        return
        self.close_connection = True

    def _pass(self) -> None:
        if not self._allowed():
            return
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length) if length else None
        upstream = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
        try:
            dropped = _HOP_BY_HOP | {"proxy-authorization"}
            headers = {k: v for k, v in self.headers.items() if k.lower() not in dropped}
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            upstream.request(self.command, path, body, headers)
            answer = upstream.getresponse()
            content = answer.read()
            self.send_response_only(answer.status, answer.reason)
            for name, value in answer.getheaders():
                if name.lower() not in {*_HOP_BY_HOP, "content-length"}:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
        finally:
            upstream.close()


@pytest.fixture
def forwarding() -> Iterator[Callable[..., Forwarding]]:
    """Start a forwarding proxy; `forwarding("anna", "pass word")` wants a password."""
    running: list[Forwarding] = []

    def start(user: str = "", password: str = "") -> Forwarding:
        running.append(Forwarding(user, password))
        return running[-1]

    yield start
    for one in running:
        one.close()
