"""The bad networks, keyrings and disks of the fault tests are as bad as they say, and no worse."""

from __future__ import annotations

import errno
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.support.faulty import (
    CAPTIVE_PORTAL,
    PLAIN_500,
    TOO_LARGE,
    Answer,
    Fault,
    FaultyProxy,
)
from tests.support.keyring_session import KeyringSessions, KeyringState, keyring_session
from tests.support.small_disk import LimitedDisk, SmallDisks, file_size_limit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.nginx import Nginx
    from tests.support.plain_kuroibara import PlainKuroibara

DOWNLOAD = "/api/v1/backup/download/full.tar.gz"


@pytest.fixture
def http(plain_kuroibara: PlainKuroibara) -> Iterator[httpx.Client]:
    plain_kuroibara.add_backup("full")
    token = plain_kuroibara.accounts.pair(plain_kuroibara.add_user("test", "x"))["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(headers=headers, trust_env=False, verify=False, timeout=5) as client:
        yield client


@pytest.fixture
def whole(plain_kuroibara: PlainKuroibara, http: httpx.Client) -> bytes:
    return (plain_kuroibara.archives / "full.tar.gz").read_bytes()


@pytest.fixture
def proxy(plain_kuroibara: PlainKuroibara, faulty: Callable[[str], FaultyProxy]) -> FaultyProxy:
    return faulty(plain_kuroibara.url)


def _partly(http: httpx.Client, url: str) -> bytes:
    """What arrived before the connection ended."""
    with http.stream("GET", url) as answer:
        return _until_lost(answer.iter_raw(1000))


def _until_lost(blocks: Iterator[bytes]) -> bytes:
    got = bytearray()
    try:
        for block in blocks:
            got += block
    except httpx.TransportError:
        return bytes(got)
    raise AssertionError("the connection was not lost")


def test_without_faults_everything_passes(
    http: httpx.Client, proxy: FaultyProxy, whole: bytes
) -> None:
    answer = http.get(proxy.url + DOWNLOAD, headers={"Range": "bytes=10-19"})
    assert (answer.status_code, answer.content) == (206, whole[10:20])
    assert http.get(proxy.url + DOWNLOAD).content == whole
    assert http.head(proxy.url + DOWNLOAD).status_code == 405
    assert [seen.range for seen in proxy.passed("download")] == ["bytes=10-19", None]


def test_a_cut_connection_delivers_exactly_so_much(
    http: httpx.Client, proxy: FaultyProxy, whole: bytes
) -> None:
    proxy.misbehave(Fault(only="download", cut_after=70_000, times=1))
    assert _partly(http, proxy.url + DOWNLOAD) == whole[:70_000]
    assert http.get(proxy.url + DOWNLOAD).content == whole


@pytest.mark.parametrize("answer", [CAPTIVE_PORTAL, TOO_LARGE, PLAIN_500])
def test_another_answer_can_come(http: httpx.Client, proxy: FaultyProxy, answer: Answer) -> None:
    proxy.misbehave(Fault(answer=answer))
    got = http.get(proxy.url + DOWNLOAD)
    assert (got.status_code, got.content) == (answer.status, answer.body)
    proxy.misbehave()
    assert http.get(proxy.url + DOWNLOAD).status_code == 200


def test_a_range_can_be_ignored_and_headers_lost(
    http: httpx.Client, proxy: FaultyProxy, whole: bytes
) -> None:
    proxy.misbehave(Fault(ignore_range=True, strip=("ETag",)))
    answer = http.get(proxy.url + DOWNLOAD, headers={"Range": "bytes=10-19"})
    assert (answer.status_code, answer.content) == (200, whole)
    assert "ETag" not in answer.headers
    assert "Last-Modified" in answer.headers


@pytest.mark.parametrize("range_", ["bytes=0-", "bytes=90000-"])
def test_the_same_byte_of_the_file_is_flipped_in_every_range(
    http: httpx.Client, proxy: FaultyProxy, whole: bytes, range_: str
) -> None:
    proxy.misbehave(Fault(flip_at=100_000))
    answer = http.get(proxy.url + DOWNLOAD, headers={"Range": range_})
    expected = bytearray(whole)
    expected[100_000] ^= 1
    assert answer.content == bytes(expected)[-len(answer.content) :]


def test_answers_can_be_late_slow_or_missing(http: httpx.Client, proxy: FaultyProxy) -> None:
    proxy.misbehave(Fault(delay=0.3))
    begin = time.monotonic()
    http.get(proxy.url + DOWNLOAD)
    assert time.monotonic() - begin >= 0.3
    proxy.misbehave(Fault(bytes_per_second=1_000_000))
    begin = time.monotonic()
    http.get(proxy.url + DOWNLOAD)
    assert time.monotonic() - begin >= 0.25
    for fault in (Fault(silent=True), Fault(hang_after=1000)):
        proxy.misbehave(fault)
        with pytest.raises(httpx.ReadTimeout):
            http.get(proxy.url + DOWNLOAD, timeout=0.3)


def test_a_refused_port_opens_again(http: httpx.Client, proxy: FaultyProxy) -> None:
    proxy.refuse()
    with pytest.raises(httpx.ConnectError):
        http.get(proxy.url + DOWNLOAD)
    proxy.listen()
    assert http.get(proxy.url + DOWNLOAD).status_code == 200


def test_a_server_that_stops_cuts_a_running_download(
    http: httpx.Client, plain_kuroibara: PlainKuroibara, whole: bytes
) -> None:
    (plain_kuroibara.archives / "big.tar.gz").write_bytes(bytes(30_000_000))
    with http.stream("GET", plain_kuroibara.url + DOWNLOAD.replace("full", "big")) as answer:
        blocks = answer.iter_raw()
        next(blocks)
        plain_kuroibara.stop()
        _until_lost(blocks)
    plain_kuroibara.start()
    assert http.get(plain_kuroibara.url + DOWNLOAD).content == whole


def test_nginx_serves_files_and_stands_before_a_server(
    nginx: Nginx, http: httpx.Client, plain_kuroibara: PlainKuroibara, whole: bytes
) -> None:
    served = nginx.serving(plain_kuroibara.archives)
    answer = http.get(served + "/full.tar.gz", headers={"Range": "bytes=10-19"})
    assert (answer.status_code, answer.content) == (206, whole[10:20])
    assert answer.headers["Server"].startswith("nginx")
    before = nginx.before(plain_kuroibara.url)
    assert http.get(before + DOWNLOAD).content == whole
    too_large = http.post(before + "/api/v1/backup/create", content=bytes(1_100_000))
    assert too_large.status_code == 413
    assert too_large.headers["Content-Type"] == "text/html"
    plain_kuroibara.stop()
    assert http.get(before + DOWNLOAD).status_code == 502


_STORE = "import keyring; keyring.set_password('s', 'u', 'secret')"
_READ = "import keyring; print(keyring.get_password('s', 'u'))"


def _python(code: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=30
    )


def test_an_unlocked_keyring_keeps_a_secret_for_the_next_session(tmp_path: Path) -> None:
    with keyring_session(tmp_path) as env:
        assert _python(_STORE, env).returncode == 0
    with keyring_session(tmp_path) as env:
        assert _python(_READ, env).stdout == "secret\n"


@pytest.mark.parametrize(
    ("state", "error"),
    [
        (KeyringState.LOCKED, "KeyringLocked"),
        (KeyringState.NO_KEYRING, "NoKeyringError"),
        (KeyringState.NO_BUS, "NoKeyringError"),
    ],
)
def test_other_keyrings_refuse(
    keyring_sessions: KeyringSessions, state: KeyringState, error: str
) -> None:
    result = _python(_STORE, keyring_sessions(state))
    assert result.returncode == 1
    assert error in result.stderr.splitlines()[-1]


def test_a_small_disk_is_soon_full(small_disk: SmallDisks) -> None:
    folder = small_disk(1_000_000)
    with pytest.raises(OSError, match="No space") as caught:
        (folder / "file").write_bytes(bytes(2_000_000))
    assert caught.value.errno == errno.ENOSPC


_SPARSE = "import os, sys; os.pwrite(os.open(sys.argv[1], 66), b'x', int(sys.argv[2]))"


@pytest.mark.parametrize("beyond", [-1, 0])
def test_a_fat32_disk_takes_no_byte_past_its_limit(fat32_disk: LimitedDisk, beyond: int) -> None:
    _writes_up_to(fat32_disk, beyond)


@pytest.mark.parametrize("beyond", [-1, 0])
def test_a_process_can_be_held_to_small_files(tmp_path: Path, beyond: int) -> None:
    _writes_up_to(file_size_limit(tmp_path, 5000), beyond)


def _writes_up_to(disk: LimitedDisk, beyond: int) -> None:
    file = str(disk.folder / "file")
    command = [*disk.prefix, sys.executable, "-c", _SPARSE, file, str(disk.largest + beyond)]
    result = subprocess.run(command, capture_output=True, text=True)
    assert ("File too large" in result.stderr) == (beyond == 0)
