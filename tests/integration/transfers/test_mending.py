"""Bytes that arrived wrong: the server is asked once, and only what is wrong comes again."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.core.errors import CopyDamaged
from tests.support.faulty import Fault

if TYPE_CHECKING:
    from tests.integration.transfers.conftest import Desk
    from tests.support.engine import RunningEngine
    from tests.support.faulty import FaultyProxy

DOWNLOAD = "/backup/download/"


def test_a_file_that_is_wrong_on_the_server_is_not_fetched_twice(
    desk: Desk, proxy: FaultyProxy, big_engine: RunningEngine
) -> None:
    big_engine.create("rots")
    backup = desk.backup("rots")
    path = big_engine.engine_folder / "rots.tar.gz"
    data = bytearray(path.read_bytes())
    data[5_000_000] ^= 1
    about = path.stat()
    with path.open("r+b") as file:
        file.write(data)
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))  # as a disk rots: nobody wrote
    with pytest.raises(CopyDamaged, match=r"rots\.tar\.gz is damaged on the server"):
        desk.copy(backup)
    assert len(proxy.passed("/verify", "POST")) == 1
    assert len(proxy.passed("rots.tar.gz")) == 1
    assert desk.files() == []


@pytest.mark.slow
def test_of_a_large_file_only_the_wrong_pieces_come_again(
    desk: Desk, proxy: FaultyProxy, big_engine: RunningEngine
) -> None:
    chapter = big_engine.library / "manga" / "large" / "1.cbz"
    chapter.parent.mkdir(parents=True)
    chapter.write_bytes(random.Random(2).randbytes(120_000_000))
    big_engine.create("large")
    chapter.unlink()
    backup = desk.backup("large")
    proxy.misbehave(Fault(only=DOWNLOAD, flip_at=backup.size - 10_000_000, times=1))
    copy = desk.copy(backup)
    assert copy.sha256 == backup.sha256
    again = [r.range for r in proxy.passed("large.tar.gz")[1:]]
    assert len(again) == 1
    assert again[0] is not None
    assert int(again[0].removeprefix("bytes=").removesuffix("-")) > 40_000_000
    assert any("Only the wrong pieces" in step.note for step in desk.steps)
