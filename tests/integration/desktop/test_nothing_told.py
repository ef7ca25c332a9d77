"""Whatever the command writes, no password and no token is in it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.support.faulty import Fault
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.engine import RunningEngine
    from tests.support.faulty import FaultyProxy

# Everything that anybody logs is shown, and a crash tells where each thread was.
PROGRAM = """
import faulthandler, logging, sys
faulthandler.enable()
logging.basicConfig(level=logging.DEBUG)
from kuroibara_desktop.cli import run
sys.exit(run(sys.argv[1:]))
"""


class Computer:
    """Runs the command as a process, and keeps all that it said."""

    def __init__(self, folder: Path) -> None:
        self.home, self.archive = folder / "home", folder / "offsite"
        self.token_file = folder / "token"
        self.said = b""
        self._env = {k: v for k, v in os.environ.items() if k != "KUROIBARA_TOKEN"}
        self._env["KUROIBARA_DESKTOP_HOME"] = str(self.home)

    def begin(self, name: str, *arguments: str) -> subprocess.Popen[bytes]:
        where = ("--token-file", str(self.token_file))
        return subprocess.Popen(
            [sys.executable, "-c", PROGRAM, name, *where, *arguments],
            env=self._env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def end(self, process: subprocess.Popen[bytes], stdin: bytes = b"") -> int:
        said, _ = process.communicate(stdin, timeout=60)
        self.said += said
        return process.returncode

    def __call__(self, name: str, *arguments: str, stdin: str = "") -> int:
        return self.end(self.begin(name, *arguments), stdin.encode())

    def written(self) -> dict[str, bytes]:
        """All that was said and every file that was left, but the one for tokens."""
        files = [p for top in (self.home, self.archive) for p in top.rglob("*") if p.is_file()]
        return {"what was said": self.said} | {str(path): path.read_bytes() for path in files}

    def tokens(self) -> set[str]:
        kept = json.loads(self.token_file.read_text())
        found = {kept["access_token"], kept["refresh_token"], kept["device"]["token"]}
        return {token for token in found if token}


def test_no_password_and_no_token_is_in_what_the_command_says_or_leaves(
    shared_engine: RunningEngine, faulty: Callable[[str], FaultyProxy], tmp_path: Path
) -> None:
    computer, proxy, admin = Computer(tmp_path), faulty(shared_engine.url), shared_engine.admin
    shared_engine.create("to be copied")
    wrong = "a wrong password, mistyped"
    login = ("login", proxy.url, "-u", admin.username, "--password-stdin")
    assert computer(*login, stdin=wrong + "\n") == 7
    assert computer(*login, "--archive", str(computer.archive), stdin=admin.password + "\n") == 0
    secrets = computer.tokens()
    assert computer("list", "--json") == 0
    assert computer("pull") == 0
    assert computer("status") == 0

    proxy.misbehave(Fault(only="/backup/download/", bytes_per_second=50_000))
    shared_engine.create("cut short")
    crashing = computer.begin("pull")
    until(lambda: any(p.stat().st_size for p in computer.archive.rglob("*.part")), seconds=60)
    crashing.send_signal(signal.SIGABRT)
    assert computer.end(crashing) == -signal.SIGABRT
    assert b"Fatal Python error" in computer.said
    proxy.misbehave(Fault(only="/backup/list", cut_after=20))
    assert computer("list") == 6
    proxy.misbehave()
    with shared_engine.client() as client:
        for one in client.get("/backup/devices").json()["devices"]:
            client.delete(f"/backup/devices/{one['id']}")
    kept = json.loads(computer.token_file.read_text())
    gone = {**kept, "access_token": "", "refresh_token": "a refresh token that is refused"}
    computer.token_file.write_text(json.dumps(gone))
    assert computer("list") == 7

    secrets |= computer.tokens() | {admin.password, wrong}
    assert len(secrets) >= 5
    places = computer.written()
    assert len(places) > 5
    told = {
        (secret[:12], place)
        for place, content in places.items()
        for secret in secrets
        if secret.encode() in content
    }
    assert told == set()
