"""A keyring of the demo's own: a private D-Bus session with a real gnome-keyring in it."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_PROGRAMS = ("dbus-daemon", "dbus-send", "gnome-keyring-daemon")
_PATIENCE = 10.0  # seconds


@contextmanager
def private_keyring(folder: Path) -> Iterator[str]:
    """Give the address of the bus on which the keyring answers, or "" where there can be none.

    The daemons get a home and a runtime folder of their own, so the user's keyring is never seen.
    """
    if sys.platform != "linux" or any(shutil.which(name) is None for name in _PROGRAMS):
        yield ""
        return
    home = folder / "keyring"
    home.mkdir(parents=True, exist_ok=True)
    with ExitStack() as running:
        # Not below `folder`: the path of a Unix socket ends at 107 bytes.
        runtime = Path(running.enter_context(TemporaryDirectory(prefix="kuroibara-run-")))
        environment = _environment(home, runtime)
        log = running.enter_context((home / "daemons.log").open("ab"))
        address = running.enter_context(_bus(runtime, environment, log))
        environment["DBUS_SESSION_BUS_ADDRESS"] = address
        up = running.enter_context(_daemon(runtime, environment, log))
        yield address if up else ""


def _environment(home: Path, runtime: Path) -> dict[str, str]:
    dropped = ("XDG_", "DBUS_", "GNOME_", "SSH_", "DISPLAY", "WAYLAND_DISPLAY")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return kept | {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime)}


@contextmanager
def _bus(runtime: Path, environment: dict[str, str], log: IO[bytes]) -> Iterator[str]:
    file = runtime / "bus.conf"
    file.write_text(_BUS.format(socket=runtime / "bus"))
    command = ["dbus-daemon", f"--config-file={file}", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=log, text=True
    ) as process:
        try:
            yield process.stdout.readline().strip() if process.stdout else ""
        finally:
            process.terminate()


@contextmanager
def _daemon(runtime: Path, environment: dict[str, str], log: IO[bytes]) -> Iterator[bool]:
    control = runtime / "keyring"
    control.mkdir(mode=0o700)
    command = ["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"]
    with subprocess.Popen(
        [*command, f"--control-directory={control}"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=log,
        text=True,
    ) as process:
        try:
            if process.stdin is not None:
                process.stdin.write(_password(Path(environment["HOME"])))
                process.stdin.close()
            yield _answers(environment)
        finally:
            process.terminate()


def _password(home: Path) -> str:
    """The demo keyring's password, the same when the same folder is used again."""
    file = home / "password"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(16))
    return file.read_text()


def _answers(environment: dict[str, str]) -> bool:
    """Wait until someone answers for the Secret Service."""
    command = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/"]
    command += ["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        answer = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False
        )
        if "boolean true" in answer.stdout:
            return True
        time.sleep(0.05)
    return False
