"""How does a real desktop keyring answer? A private D-Bus session with a real gnome-keyring.

Needs Debian's `dbus` (for `dbus-daemon`) and `gnome-keyring`. Nothing of the user's own session is
reached: home, runtime folder and bus are private, and the bus starts no service by itself.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.support.waiting import until

_PASSWORD = "password of the test keyring"
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class KeyringState(Enum):
    """What a program finds when it looks for a keyring."""

    UNLOCKED = "unlocked"
    LOCKED = "locked"
    """The collection is there, its password was not given, and nobody can be asked."""
    NO_KEYRING = "no keyring"
    """A session bus on which no keyring answers."""
    NO_BUS = "no bus"
    """As in cron or on a bare server."""


KeyringSessions = Callable[[KeyringState], dict[str, str]]


@contextmanager
def keyring_session(
    folder: Path, state: KeyringState = KeyringState.UNLOCKED
) -> Iterator[dict[str, str]]:
    """The environment for a program that shall meet a keyring in this state.

    The same `folder` again means the same home and the same keyring, so what was stored in one
    session is there in the next.
    """
    home = folder / "home"
    home.mkdir(parents=True, exist_ok=True)
    with ExitStack() as running:
        # Not below `folder`: the path of a Unix socket ends at 107 bytes.
        runtime = Path(running.enter_context(TemporaryDirectory(prefix="run-")))
        env = _private_environment(home, runtime)
        if state is not KeyringState.NO_BUS:
            env["DBUS_SESSION_BUS_ADDRESS"] = running.enter_context(_bus(runtime, env))
        if state is KeyringState.LOCKED and not (home / ".local/share/keyrings").exists():
            with _daemon(runtime, env, unlock=True):
                pass  # the first unlocking made the collection that is locked from now on
        if state in (KeyringState.UNLOCKED, KeyringState.LOCKED):
            unlock = state is KeyringState.UNLOCKED
            running.enter_context(_daemon(runtime, env, unlock=unlock))
        yield env


def _private_environment(home: Path, runtime: Path) -> dict[str, str]:
    dropped = ("XDG_", "DBUS_", "GNOME_", "KUROIBARA_", "PYTHON_KEYRING", "SSH_")
    env = {k: v for k, v in os.environ.items() if not k.startswith(dropped)}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        env.pop(name, None)
    return env | {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime)}


@contextmanager
def _bus(runtime: Path, env: dict[str, str]) -> Iterator[str]:
    socket = runtime / "bus"
    file = runtime / "bus.conf"
    file.write_text(_BUS.format(socket=socket))
    process = subprocess.Popen(
        [_program("dbus-daemon"), f"--config-file={file}", "--nofork", "--print-address"],
        env=env,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


@contextmanager
def _daemon(runtime: Path, env: dict[str, str], *, unlock: bool) -> Iterator[None]:
    control = runtime / "keyring"
    control.mkdir(mode=0o700, exist_ok=True)
    command = [_program("gnome-keyring-daemon"), "--foreground", "--components=secrets"]
    command += [f"--control-directory={control}", *(["--unlock"] if unlock else [])]
    process = subprocess.Popen(
        command,
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        assert process.stdin is not None
        process.stdin.write(_PASSWORD if unlock else "")
        process.stdin.close()
        try:
            _wait_for_service(env)
            yield
        finally:
            process.terminate()


def _wait_for_service(env: dict[str, str]) -> None:
    """Until someone answers for the Secret Service; dbus-send itself waits for nothing."""
    command = [
        *(_program("dbus-send"), "--session", "--print-reply", "--dest=org.freedesktop.DBus"),
        *("/", "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"),
    ]

    def answers() -> bool:
        answer = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        return "boolean true" in answer.stdout

    until(answers, seconds=30)


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed: apt-get install dbus gnome-keyring")
    return found


@pytest.fixture
def keyring_sessions(tmp_path: Path) -> Iterator[KeyringSessions]:
    """Give a state, get the environment; each call is a session and a home of its own."""
    with ExitStack() as running:

        def start(state: KeyringState) -> dict[str, str]:
            folder = tmp_path / "keyring" / state.name.lower()
            return running.enter_context(keyring_session(folder, state))

        yield start


@pytest.fixture
def keyring_env(keyring_sessions: KeyringSessions) -> dict[str, str]:
    """The environment of a session with an unlocked keyring and an empty home."""
    return keyring_sessions(KeyringState.UNLOCKED)
