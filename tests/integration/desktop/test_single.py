"""Two starts, one window: real processes, a real socket, a real kill."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtNetwork import QLocalSocket

from kuroibara_desktop.ui.single import SingleInstance, _socket_name
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

_CLAIM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from kuroibara_desktop.ui.single import SingleInstance
app = QCoreApplication([])
one = SingleInstance(Path(sys.argv[1]))
first = one.claim(sys.argv[2:])
print("first" if first else "second", flush=True)
if first:
    one.woken.connect(lambda words, token: print("woken", *words, token, flush=True))
    app.exec()
"""


def start(folder: Path, *words: str, token: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _CLAIM, str(folder), *words],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"XDG_ACTIVATION_TOKEN": token},
    )


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def first(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    with start(tmp_path) as process:
        assert line(process) == "first"
        yield process
        process.kill()


def test_a_second_start_wakes_the_first_and_hands_over(
    first: subprocess.Popen[str], tmp_path: Path
) -> None:
    with start(tmp_path, "/a file/weekly.tar.gz", token="t-1") as second:
        assert line(second) == "second"
        assert second.wait(10) == 0
    assert line(first) == "woken /a file/weekly.tar.gz t-1"


def test_after_a_kill_the_next_start_is_the_first(
    first: subprocess.Popen[str], tmp_path: Path
) -> None:
    first.send_signal(signal.SIGKILL)
    first.wait(10)
    with start(tmp_path) as second:
        assert line(second) == "first"
        second.kill()


def test_of_many_starts_at_once_one_is_the_first(tmp_path: Path) -> None:
    begun = [start(tmp_path) for _ in range(4)]
    try:
        said = sorted(line(process) for process in begun)
        assert said == ["first", "second", "second", "second"]
    finally:
        for process in begun:
            process.kill()
            process.communicate()


def test_another_user_of_another_folder_is_left_alone(
    first: subprocess.Popen[str], tmp_path: Path
) -> None:
    with start(tmp_path / "other") as second:
        assert line(second) == "first"
        second.kill()


@pytest.mark.slow
def test_a_first_that_hangs_is_not_waited_for_for_ever(
    first: subprocess.Popen[str], tmp_path: Path
) -> None:
    first.send_signal(signal.SIGSTOP)
    begun = time.monotonic()
    with start(tmp_path) as second:
        assert line(second) == "second"
        second.wait(10)
    assert time.monotonic() - begun < 15
    first.send_signal(signal.SIGCONT)


@pytest.mark.parametrize("sent", [b"\n", b"[]\n", b'{"arguments": 3}\n', b"\xff\n", b"x" * 99_999])
def test_nonsense_on_the_socket_changes_nothing(tmp_path: Path, qtbot: QtBot, sent: bytes) -> None:
    one = SingleInstance(tmp_path)
    assert one.claim([])
    socket = QLocalSocket()
    socket.connectToServer(_socket_name(tmp_path, os.environ))
    with qtbot.assertNotEmitted(one.woken):
        qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.ConnectedState)
        socket.write(sent)
        qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    one.close()


def test_the_app_itself_opens_once(tmp_path: Path, keyring_env: dict[str, str]) -> None:
    environment = keyring_env | {
        "QT_QPA_PLATFORM": "offscreen",
        "KUROIBARA_DESKTOP_HOME": str(tmp_path / "home"),
    }
    command = [sys.executable, "-m", "kuroibara_desktop"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as app:
        until(lambda: (tmp_path / "home/data/locks/window.lock").exists(), seconds=30)
        second = subprocess.run(command, env=environment, timeout=30, check=False)
        assert second.returncode == 0
        assert app.poll() is None
        app.terminate()
        assert app.wait(20) == 0
