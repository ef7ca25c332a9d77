"""The engine behind a real nginx with its defaults, restarted, and sent broken requests."""

from __future__ import annotations

import hashlib
import socket
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.support.engine import serving

if TYPE_CHECKING:
    from tests.support.engine import RunningEngine
    from tests.support.nginx import Nginx


@pytest.fixture
def behind(shared_engine: RunningEngine, nginx: Nginx) -> httpx.Client:
    """A client of the engine that only ever sees nginx; signed in."""
    base = nginx.before(shared_engine.url) + "/api/v1"
    headers = {"Authorization": f"Bearer {shared_engine.login()}"}
    return httpx.Client(base_url=base, headers=headers, trust_env=False, timeout=30)


def test_nginx_changes_nothing_that_a_resume_needs(
    shared_engine: RunningEngine, behind: httpx.Client
) -> None:
    made = shared_engine.create("behind nginx")
    whole = (shared_engine.engine_folder / "behind nginx.tar.gz").read_bytes()
    with behind:
        first = behind.get(
            "/backup/download/behind%20nginx.tar.gz", headers={"Accept-Encoding": "gzip"}
        )
        assert first.content == whole
        assert first.headers["ETag"] == f'"sha256-{made["sha256"]}"'
        assert "Content-Encoding" not in first.headers
        for if_range, status in ((first.headers["ETag"], 206), ('"sha256-other"', 200)):
            rest = behind.get(
                "/backup/download/behind%20nginx.tar.gz",
                headers={"Range": "bytes=1000-", "If-Range": if_range},
            )
            assert rest.status_code == status
            assert rest.headers["Repr-Digest"] == first.headers["Repr-Digest"]
            assert rest.content == (whole[1000:] if status == 206 else whole)
        head = behind.head("/backup/download/behind%20nginx.tar.gz")
        assert head.headers["Content-Length"] == str(len(whole))


def test_a_download_goes_on_after_the_engine_was_restarted(shared_engine: RunningEngine) -> None:
    made = shared_engine.create("restarted")
    path = "/api/v1/backup/download/restarted.tar.gz"
    headers = {"Authorization": f"Bearer {shared_engine.login()}"}
    # The bytes before and after come from two servers, which share nothing but the disk and the
    # databases, as before and after a restart.
    with serving(shared_engine.service) as before, httpx.Client(trust_env=False) as client:
        with client.stream("GET", before + path, headers=headers) as answer:
            etag = answer.headers["ETag"]
            got = next(answer.iter_raw(5000))
    with serving(shared_engine.service) as after, httpx.Client(trust_env=False) as client:
        rest = client.get(
            after + path,
            headers={**headers, "Range": f"bytes={len(got)}-", "If-Range": etag},
        )
    assert rest.status_code == 206
    assert hashlib.sha256(got + rest.content).hexdigest() == made["sha256"]


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /api/v1/backup/list HTTP/1.1\r\n\r\n",
        b"GET /api/v1/backup/download/../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET " + b"/" * 70_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        (
            b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n"
            b'Content-Type: application/json\r\n\r\n{"a":\xff\xfe}'
        ),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"\x00" * 1000,
    ],
    ids=["no host", "climbing", "endless", "negative", "no text", "TLS", "zeros"],
)
def test_broken_requests_leave_the_engine_standing(
    shared_engine: RunningEngine, request_: bytes
) -> None:
    host, port = shared_engine.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(request_)
        connection.shutdown(socket.SHUT_WR)
        answer = connection.makefile("rb").read()
    assert b"Traceback" not in answer
    assert not answer.startswith(b"HTTP/1.1 2")
    assert not answer.startswith(b"HTTP/1.1 5")
    assert httpx.get(f"{shared_engine.api}/backup/capabilities").status_code == 200
