"""Downloads over real HTTP: ranges, conditions, digests, and what changes meanwhile."""

from __future__ import annotations

import base64
import hashlib
import os
import socket
import threading
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.integration.api.test_backups import put_found
from tests.support.waiting import until

if TYPE_CHECKING:
    import httpx

    from tests.support.engine import RunningEngine

NAME = "served.tar.gz"
PATH = f"/backup/download/{NAME}"


@pytest.fixture(scope="module")
def content(shared_engine: RunningEngine) -> bytes:
    shared_engine.create("served")
    return (shared_engine.engine_folder / NAME).read_bytes()


@pytest.fixture
def client(shared_engine: RunningEngine) -> httpx.Client:
    return shared_engine.client()


def test_the_whole_arrives_with_all_that_proves_it(client: httpx.Client, content: bytes) -> None:
    answer = client.get(PATH)
    digest = hashlib.sha256(content)
    assert answer.status_code == 200
    assert answer.content == content
    headers = answer.headers
    assert headers["etag"] == f'"sha256-{digest.hexdigest()}"'
    assert headers["repr-digest"] == f"sha-256=:{base64.b64encode(digest.digest()).decode()}:"
    assert headers["content-type"] == "application/gzip"
    assert headers["content-length"] == str(len(content))
    assert headers["accept-ranges"] == "bytes"
    assert headers["cache-control"] == "private, no-store, no-transform"
    assert headers["vary"] == "Authorization"
    assert headers["content-disposition"] == f'attachment; filename="{NAME}"'
    assert headers["last-modified"].endswith("GMT")
    assert "content-encoding" not in headers


def test_head_tells_the_same_without_the_bytes(client: httpx.Client, content: bytes) -> None:
    whole, head = client.get(PATH), client.head(PATH)
    assert head.status_code == 200
    assert head.content == b""
    skipped = {"date"}
    assert {k: v for k, v in head.headers.items() if k not in skipped} == {
        k: v for k, v in whole.headers.items() if k not in skipped
    }
    # the connection is still in step
    assert client.get(PATH).content == content


@pytest.mark.parametrize(
    ("wanted", "start", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-99", 0, 100),
        ("bytes=1000-", 1000, None),
        ("bytes=-50", -50, None),
        ("bytes=5-99999999999", 5, None),
    ],
)
def test_a_range_arrives_with_the_digest_of_the_whole(
    client: httpx.Client, content: bytes, wanted: str, start: int, end: int | None
) -> None:
    answer = client.get(PATH, headers={"Range": wanted})
    expected = content[start:end]
    first = start if start >= 0 else len(content) + start
    assert answer.status_code == 206
    assert answer.content == expected
    assert answer.headers["content-range"] == (
        f"bytes {first}-{first + len(expected) - 1}/{len(content)}"
    )
    assert answer.headers["content-length"] == str(len(expected))
    assert answer.headers["repr-digest"] == client.head(PATH).headers["repr-digest"]


@pytest.mark.parametrize("wanted", ["bytes=0-1,5-6", "bytes=abc", "lines=1-2", "bytes=9-3"])
def test_what_is_no_single_range_gets_the_whole(
    client: httpx.Client, content: bytes, wanted: str
) -> None:
    answer = client.get(PATH, headers={"Range": wanted})
    assert answer.status_code == 200
    assert answer.content == content


def test_a_range_behind_the_end(client: httpx.Client, content: bytes) -> None:
    answer = client.get(PATH, headers={"Range": f"bytes={len(content)}-"})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{len(content)}"
    assert answer.json()["code"] == "range_not_satisfiable"


def test_conditions(client: httpx.Client, content: bytes) -> None:
    tag = client.head(PATH).headers["etag"]
    same = client.get(PATH, headers={"If-None-Match": tag})
    assert (same.status_code, same.content) == (304, b"")
    assert same.headers["etag"] == tag
    assert "content-length" not in same.headers
    assert client.head(PATH, headers={"If-None-Match": tag}).status_code == 304
    ranged = {"Range": "bytes=7-", "If-Range": tag}
    assert client.get(PATH, headers=ranged).content == content[7:]
    other = {"Range": "bytes=7-", "If-Range": '"sha256-00"'}
    assert client.get(PATH, headers=other).content == content
    assert client.get(PATH, headers={"If-Match": '"x"'}).status_code == 412


def test_a_backup_replaced_between_two_ranges_is_not_pieced_together(
    shared_engine: RunningEngine, client: httpx.Client
) -> None:
    put_found(shared_engine, "moving.tar.gz", b"a" * 1000)
    path = "/backup/download/moving.tar.gz"
    first = client.get(path, headers={"Range": "bytes=0-499"})
    about = (shared_engine.found_folder / "moving.tar.gz").stat()
    # Written over in place, with the same size and the time set back: as hard to notice as can be.
    moved = put_found(shared_engine, "moving.tar.gz", b"b" * 1000)
    os.utime(moved, ns=(about.st_mtime_ns, about.st_mtime_ns))
    headers = {"Range": "bytes=500-", "If-Range": first.headers["etag"]}
    second = client.get(path, headers=headers)
    assert second.status_code == 200
    assert second.content == b"b" * 1000


def test_an_engine_backup_with_other_bytes_never_carries_the_old_digest(
    shared_engine: RunningEngine, client: httpx.Client
) -> None:
    item = shared_engine.create("tampered", include_storage=False)
    path = shared_engine.engine_folder / "tampered.tar.gz"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    url = "/backup/download/tampered.tar.gz"

    def is_found_out() -> bool:
        """Until then, too, nobody is told the checksum that it had."""
        answer = client.get(url)
        assert item["sha256"] not in answer.headers["etag"]
        items = client.get("/backup/list").json()["backups"]
        now = next(one for one in items if one["filename"] == "tampered.tar.gz")
        assert now["sha256"] != item["sha256"]
        return bool(now["status"] == "damaged")

    until(is_found_out)


def test_a_backup_deleted_while_it_is_sent_still_arrives_whole(
    shared_engine: RunningEngine, client: httpx.Client
) -> None:
    shared_engine.create("fleeting")
    path = shared_engine.engine_folder / "fleeting.tar.gz"
    content = path.read_bytes()
    with client.stream("GET", "/backup/download/fleeting.tar.gz") as answer:
        path.unlink()
        assert b"".join(answer.iter_bytes()) == content


def test_a_reader_who_leaves_ends_the_work(shared_engine: RunningEngine) -> None:
    path = put_found(shared_engine, "sparse.tar.gz", b"")
    with path.open("r+b") as file:
        file.truncate(256 << 20)
    put = time.time() - 3600
    os.utime(path, (put, put))
    address = urlsplit(shared_engine.url)
    request = (
        f"GET /api/v1/backup/download/sparse.tar.gz HTTP/1.1\r\nHost: x\r\n"
        f"Authorization: Bearer {shared_engine.login()}\r\n\r\n"
    )
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        with socket.create_connection((address.hostname, address.port)) as one:
            one.sendall(request.encode())
            assert one.recv(15) == b"HTTP/1.1 200 OK"
    until(lambda: not any("sparse" in link for link in _open_files()))
    assert len(os.listdir("/proc/self/fd")) <= before + 2
    path.unlink()


def _open_files() -> list[str]:
    found = []
    for name in os.listdir("/proc/self/fd"):
        try:
            found.append(os.readlink(f"/proc/self/fd/{name}"))
        except OSError:
            continue
    return found


def test_slow_readers_do_not_keep_others_waiting(
    shared_engine: RunningEngine, client: httpx.Client, content: bytes
) -> None:
    address = urlsplit(shared_engine.url)
    request = (
        f"GET /api/v1{PATH} HTTP/1.1\r\nHost: x\r\n"
        f"Authorization: Bearer {shared_engine.login()}\r\n\r\n"
    )
    slow = [socket.create_connection((address.hostname, address.port)) for _ in range(60)]
    try:
        for one in slow:
            one.sendall(request.encode())
        begin = time.perf_counter()
        assert client.get(PATH).content == content
        assert time.perf_counter() - begin < 5
    finally:
        for one in slow:
            one.close()


def test_many_at_once_each_get_the_right_bytes(
    shared_engine: RunningEngine, content: bytes
) -> None:
    wrong: list[int] = []

    def fetch(number: int) -> None:
        start = number * 1000
        with shared_engine.client() as own:
            answer = own.get(PATH, headers={"Range": f"bytes={start}-"})
            if answer.content != content[start:]:
                wrong.append(number)

    shared_engine.client()  # one sign-in for all
    threads = [threading.Thread(target=fetch, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
