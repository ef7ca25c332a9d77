"""What is asked before a restore can be left in every way that a terminal has."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.support.restoring import environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.engine import RunningEngine

pty = pytest.importorskip("pty", reason="terminals of this kind are not on Windows")


@pytest.mark.parametrize("by", ["Ctrl-C", "a request to end", "Ctrl-D"])
def test_whoever_is_asked_can_leave_and_nothing_is_changed(
    shared_engine: RunningEngine, by: str
) -> None:
    name = f"kept {by}"
    shared_engine.create(name, include_storage=False)
    leave: Callable[[subprocess.Popen[bytes], int], object] = {
        "Ctrl-C": lambda process, _: process.send_signal(signal.SIGINT),
        "a request to end": lambda process, _: process.terminate(),
        "Ctrl-D": lambda _, terminal: os.write(terminal, b"\x04"),
    }[by]
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "kuroibara_backup", "restore", name],
        env=environment(shared_engine.settings),
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(theirs)
        shown = b""
        while b"type the name of this server" not in shown:
            shown += os.read(ours, 4096)
        try:
            for _ in range(3):  # what comes just before it waits is not seen: people try again
                leave(process, ours)
                with suppress(subprocess.TimeoutExpired):
                    process.wait(5)
                    break
        finally:
            process.kill()
            os.close(ours)
        _, said = process.communicate()
    assert process.returncode == 130
    assert "Stopped on request; nothing half-written was left behind." in said.decode().split("\n")
    assert not shared_engine.service.restores.half_way()
