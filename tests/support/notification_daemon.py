"""What does a real notification daemon make of ours? dunst, on a display and a bus of its own.

Needs Debian's `dunst` and `xvfb`. What dunst shows is read through what it starts for each
notification; a button is pressed through its own menu of actions.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.support.display import display
from tests.support.keyring_session import KeyringSessions, KeyringState
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_RULES = """[global]
    dmenu = {folder}/choose
    history_length = 50
[every_one]
    script = {folder}/note
"""
_NOTE = """#!/bin/sh
printf '%s\\n' "$2" "$3" "$5" > {folder}/shown.$$ && mv {folder}/shown.$$ {folder}/shown
"""
# dunst writes one line a button and reads the chosen one back.
_CHOOSE = """#!/bin/sh
tee {folder}/offered | grep -m 1 "^#$(cat {folder}/wanted) "
"""


@dataclass(frozen=True, slots=True)
class NotificationDaemon:
    """The daemon, and what a person would see and press."""

    environment: dict[str, str]
    folder: Path

    def shown(self) -> list[str]:
        """Title, body and urgency of the newest notification; empty before the first."""
        file = self.folder / "shown"
        return file.read_text().splitlines() if file.exists() else []

    def count(self) -> int:
        """How many are on the screen."""
        return int(self._control("count", "displayed"))

    def press(self, button: str) -> None:
        """Press the button that says so, on the newest notification that has it."""
        (self.folder / "wanted").write_text(button)
        self._control("context")

    def offered(self) -> list[str]:
        """The buttons that there were to choose from at the last press."""
        lines = (self.folder / "offered").read_text().splitlines()
        return [line.removeprefix("#").partition(" (")[0] for line in lines]

    def press_itself(self) -> None:
        """Press the notification, not one of its buttons."""
        self._control("action", "0")

    def history(self) -> list[str]:
        """Titles of what was on the screen and went, the newest first."""
        document = json.loads(self._control("history"))
        return [one["summary"]["data"] for one in document["data"][0]]

    def _control(self, *words: str) -> str:
        done = subprocess.run(
            ["dunstctl", *words],
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=30,
        )
        return done.stdout.strip()


@contextmanager
def notification_daemon(folder: Path, bus: dict[str, str]) -> Iterator[NotificationDaemon]:
    """Dunst in the session of `bus`, with a display that nobody sees."""
    for program in ("dunst", "dunstctl"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed: apt-get install dunst")
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("note", _NOTE), ("choose", _CHOOSE), ("dunstrc", _RULES)):
        (folder / name).write_text(text.format(folder=folder))
        (folder / name).chmod(0o755)
    with ExitStack() as running:
        environment = bus | {"DISPLAY": running.enter_context(display(800, 600))}
        daemon = running.enter_context(
            subprocess.Popen(
                ["dunst", "-config", str(folder / "dunstrc")],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        running.callback(daemon.terminate)
        made = NotificationDaemon(environment, folder)
        until(lambda: _answers(made), seconds=20)
        yield made


def _answers(daemon: NotificationDaemon) -> bool:
    try:
        return daemon.count() == 0
    except subprocess.CalledProcessError:
        return False


@pytest.fixture
def notified(
    keyring_sessions: KeyringSessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[NotificationDaemon]:
    """A session in which dunst shows what is notified; this process is in it, too."""
    bus = keyring_sessions(KeyringState.NO_KEYRING)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus["DBUS_SESSION_BUS_ADDRESS"])
    with notification_daemon(tmp_path / "dunst", bus) as daemon:
        yield daemon
