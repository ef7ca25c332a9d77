"""The window on a real X server with a window manager, used by a real mouse and real keys."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.profile import Home
from tests.support.by_itself import nothing_by_itself
from tests.support.faulty import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.engine import RunningEngine

pytestmark = pytest.mark.slow

WIDTH, HEIGHT = 1280, 800
SERVER_CARD, QUIT = (158, 745), (130, 690)


class Screen:
    """A display of its own; the mouse and the keyboard are moved with xdotool."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment

    def do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=60)

    def until_titled(self, title: str) -> None:
        """Until a window of this title is on the screen and has the keyboard."""
        self.do("search", "--sync", "--onlyvisible", "--name", title, "windowactivate", "--sync")
        time.sleep(0.5)

    def type(self, text: str) -> None:
        self.do("type", "--delay", "15", text)

    def click(self, x: int, y: int) -> None:
        self.do("mousemove", str(x), str(y), "click", "1")

    def picture(self, file: Path) -> None:
        subprocess.run(
            ["import", "-window", "root", str(file)], env=self.environment, check=True, timeout=30
        )


@pytest.fixture
def screen(keyring_env: dict[str, str]) -> Iterator[Screen]:
    for program in ("Xvfb", "openbox", "xdotool"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed: apt-get install xvfb openbox xdotool")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]
    with ExitStack() as running:
        running.callback(os.close, read)
        server = running.enter_context(
            subprocess.Popen(
                [*command, "-nolisten", "tcp"],
                pass_fds=[write],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        running.callback(server.terminate)
        os.close(write)
        display = f":{os.read(read, 16).decode().strip()}"
        environment = {k: v for k, v in os.environ.items() if not k.startswith("QT_")}
        bus = keyring_env["DBUS_SESSION_BUS_ADDRESS"]
        environment |= {"DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": bus}
        manager = running.enter_context(
            subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
        )
        running.callback(manager.terminate)
        yield Screen(environment)


def test_a_person_with_mouse_and_keyboard_gets_through(
    engine: RunningEngine, screen: Screen, tmp_path: Path
) -> None:
    engine.create("by_hand")
    archive, home = tmp_path / "archive", tmp_path / "home"
    environment = screen.environment | {"KUROIBARA_DESKTOP_HOME": str(home)}
    nothing_by_itself(Home.of_user(environment))
    with subprocess.Popen(
        [sys.executable, "-m", "kuroibara_desktop"], env=environment, stderr=subprocess.PIPE
    ) as app:
        try:
            screen.until_titled("Where is your library")
            screen.type(engine.url)
            screen.do("key", "Return")
            screen.until_titled("Sign in")
            screen.type(engine.admin.username)
            screen.do("key", "Tab")
            screen.type(engine.admin.password)
            screen.do("key", "Return")
            screen.until_titled("Where should copies go")
            screen.do("key", "ctrl+a")
            screen.type(str(archive))
            time.sleep(3)  # the folder is judged a moment after the last key
            screen.do("key", "Return")
            screen.until_titled("Home")
            screen.do("key", "ctrl+2")
            screen.until_titled("Backups")
            time.sleep(3)  # the list is asked for
            screen.do("key", "ctrl+shift+c")
            until(lambda: any(archive.glob("*/by_hand.tar.gz")), seconds=60)
            time.sleep(1)
            screen.picture(tmp_path / "after.png")
            # The server's card is at the lower left; its menu opens above it, and Quit is last.
            screen.click(*SERVER_CARD)
            time.sleep(1)
            screen.picture(tmp_path / "menu.png")
            screen.click(*QUIT)
            app.wait(20)
        finally:
            app.terminate()
        assert app.returncode == 0
        assert app.stderr is not None
        said = app.stderr.read().decode()
    assert "Traceback" not in said, said
    kept = json.loads((home / "config" / "window.json").read_text())
    assert kept["theme"] == "system"
    [copy] = archive.glob("*/by_hand.tar.gz")
    assert copy.read_bytes() == (engine.engine_folder / copy.name).read_bytes()
