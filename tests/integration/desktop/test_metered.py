"""Whether the network is metered is read from NetworkManager's own words, and heard when it turns.

Qt asks; what answers is a stand-in on a bus of its own, since no NetworkManager runs here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from tests.support.pins import ROOT
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="NetworkManager is of Linux")

PROGRAM = """
from PySide6.QtCore import QCoreApplication
from kuroibara_desktop.ui.surroundings import Surroundings
app = QCoreApplication([])
around = Surroundings()
around.start()
around.changed.connect(lambda: print(around.metered, flush=True))
print(around.metered, flush=True)
app.exec()
"""


class Program:
    """A process, and the words that it has said so far."""

    def __init__(self, running: ExitStack, said: Path, *words: str, **more: str) -> None:
        self._said = said
        output = running.enter_context(said.open("w"))
        self.process = running.enter_context(
            subprocess.Popen(
                words,
                cwd=ROOT,
                env=os.environ | more,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        )
        running.callback(self.process.kill)

    def said(self) -> list[str]:
        return self._said.read_text().split()

    def tell(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()


def test_a_network_that_becomes_metered_is_heard_of_and_so_is_its_end(tmp_path: Path) -> None:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed: apt-get install dbus")
    with ExitStack() as running:
        daemon = ("dbus-daemon", "--session", "--print-address=1", "--nofork")
        bus = Program(running, tmp_path / "bus", *daemon)
        until(lambda: bus.said() != [], seconds=20)
        [address] = bus.said()
        server = (sys.executable, "-m", "tests.support.network_manager", address)
        network = Program(running, tmp_path / "network", *server)
        until(lambda: network.said() == ["ready"], seconds=20)
        program = (sys.executable, "-c", PROGRAM)
        app = Program(running, tmp_path / "app", *program, DBUS_SYSTEM_BUS_ADDRESS=address)
        expected = ["False"]
        until(lambda: app.said() == expected, seconds=20)
        for metered, told in (("1", "True"), ("2", "False"), ("1", "True")):
            network.tell(metered)
            expected.append(told)
            until(lambda: app.said() == expected, seconds=20)
