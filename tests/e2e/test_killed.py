"""The app is killed in mid-copy of what came by itself; the next one goes on from there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.support.faulty import Fault, FaultyProxy
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.engine import RunningEngine

DOWNLOAD = "/backup/download"


@pytest.fixture
def environment(session_bus: dict[str, str], tmp_path: Path) -> dict[str, str]:
    given = {"QT_QPA_PLATFORM": "offscreen", "KUROIBARA_DESKTOP_HOME": str(tmp_path / "home")}
    return {**os.environ, **session_bus, **given}


@contextmanager
def app(environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "kuroibara_desktop"]
    with subprocess.Popen(command, env=environment) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.slow
def test_killed_in_mid_copy_the_next_start_goes_on_by_itself(
    engine: RunningEngine,
    faulty: Callable[[str], FaultyProxy],
    environment: dict[str, str],
    tmp_path: Path,
) -> None:
    engine.create("weekly")
    proxy, archive = faulty(engine.url), tmp_path / "archive"
    admin = engine.admin
    login = ["login", proxy.url, "--username", admin.username, "--password-stdin"]
    subprocess.run(
        [sys.executable, "-m", "kuroibara_desktop", *login, "--archive", str(archive)],
        env=environment,
        input=f"{admin.password}\n".encode(),
        check=True,
        capture_output=True,
    )
    proxy.misbehave(Fault(only=DOWNLOAD, bytes_per_second=100_000))

    def received() -> int:
        return sum(part.stat().st_size for part in archive.glob("*/*.part"))

    with app(environment) as process:
        until(lambda: received() > 100_000, seconds=60)
        process.send_signal(signal.SIGKILL)
        process.wait()
    length = received()
    assert length
    proxy.misbehave()
    with app(environment) as process:
        until(lambda: bool(list(archive.glob("*/weekly.tar.gz"))), seconds=60)
        until(lambda: not received(), seconds=10)
        process.terminate()
        assert process.wait(timeout=30) == 0
    [copy] = archive.glob("*/weekly.tar.gz")
    assert copy.read_bytes() == (engine.engine_folder / "weekly.tar.gz").read_bytes()
    assert proxy.passed(DOWNLOAD)[-1].range == f"bytes={length}-"
