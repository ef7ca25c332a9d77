"""A gigabyte comes in, in pieces or as a form, and the server needs no more memory for it."""

from __future__ import annotations

import hashlib
import os
import random
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.support.engine import served
from tests.support.uploading import content_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.engine import RunningEngine

SIZE = 1 << 30
PIECE = 8 << 20
MOST_GROWTH = 48 << 20
BLOCK = random.Random(1).randbytes(PIECE)


def peak(pid: int) -> int:
    """The most memory that the process ever had."""
    text = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in text.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="needs /proc")
def test_the_servers_memory_does_not_grow_with_an_upload(engine: RunningEngine) -> None:
    digest = hashlib.sha256()
    for _ in range(SIZE // PIECE):
        digest.update(BLOCK)
    headers = {"Authorization": f"Bearer {engine.login()}"}
    with (
        served(engine) as (process, url),
        httpx.Client(base_url=f"{url}/api/v1", headers=headers, timeout=120) as client,
    ):
        begun = client.post(
            "/backup/uploads",
            json={"filename": "large.tar.gz", "size": SIZE, "sha256": digest.hexdigest()},
        )
        upload_id = begun.json()["id"]
        announced = {"Content-Digest": content_digest(BLOCK)}
        put = f"/backup/uploads/{upload_id}"
        client.put(put, params={"offset": 0}, content=BLOCK, headers=announced).raise_for_status()
        before = peak(process.pid)
        for offset in range(PIECE, SIZE, PIECE):
            answer = client.put(put, params={"offset": offset}, content=BLOCK, headers=announced)
            answer.raise_for_status()
        assert peak(process.pid) - before < MOST_GROWTH
        client.delete(put).raise_for_status()

        def form() -> Iterator[bytes]:
            yield (
                b'--b\r\nContent-Disposition: form-data; name="backup_file"; filename="l.tar.gz"'
                b"\r\n\r\n"
            )
            for _ in range(SIZE // PIECE):
                yield BLOCK
            yield b"\r\n--b--\r\n"

        answer = client.post(
            "/backup/upload-restore",
            content=form(),
            headers={"Content-Type": "multipart/form-data; boundary=b"},
        )
        answer.raise_for_status()
        assert peak(process.pid) - before < MOST_GROWTH
