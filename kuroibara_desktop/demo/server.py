"""The demo server: a process of its own, as far from the window as a real one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.request import ProxyHandler, Request, build_opener

from kuroibara_backup.errors import BackupError, NoConnection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoServer:
    """Where it answers, and an account that may take backups."""

    url: str
    username: str
    password: str
    process: subprocess.Popen[bytes] = field(repr=False)

    def check(self) -> None:
        """Raise when the server is gone: nothing that waits for it will ever come."""
        if self.process.poll() is not None:
            raise NoConnection("The demo server ended by itself.", remedy="Start the demo again.")

    def backups(self) -> list[dict[str, object]]:
        """What the server itself says that it has, asked past the window and its code."""
        answer = self._ask(
            "/auth/login", body={"username": self.username, "password": self.password}
        )
        listed = self._ask("/backup/list", token=str(answer["access_token"]))["backups"]
        if not isinstance(listed, list):
            raise NoConnection("The demo server sent no list of backups.")
        return listed

    def _ask(
        self, path: str, *, body: dict[str, str] | None = None, token: str = ""
    ) -> dict[str, object]:
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        data = None if body is None else json.dumps(body).encode()
        request = Request(f"{self.url}/api/v1{path}", data=data, headers=headers)  # noqa: S310  our own
        try:
            with build_opener(ProxyHandler({})).open(request, timeout=60) as answer:
                found: dict[str, object] = json.load(answer)
        except (OSError, ValueError) as exc:
            raise NoConnection(
                f"The demo server did not answer: {exc}.", remedy="Start the demo again."
            ) from exc
        return found


@contextmanager
def running_server(folder: Path | None, log: Path) -> Iterator[DemoServer]:
    """Start `kuroibara-backup demo` and stop it; without a folder nothing of it is left.

    What it says on the way goes into `log`.
    """
    command = [sys.executable, "-m", "kuroibara_backup", "demo", "--json"]
    if folder is not None:
        command += ["--dir", str(folder)]
    # The server's own variables must not leak in from a real installation.
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DB_", "BACKUP_", "JWT_"))}
    with (
        log.open("ab") as said,
        subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=said, env=kept
        ) as process,
    ):
        try:
            yield _facts(process, log)
        finally:
            process.terminate()
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()


def _facts(process: subprocess.Popen[bytes], log: Path) -> DemoServer:
    if process.stdout is None:
        raise BackupError("The demo server cannot be heard.")
    text = b""
    for line in process.stdout:  # one document, on one line or on several
        text += line
        try:
            facts = json.loads(text)
        except ValueError:
            continue
        if "url" not in facts:
            error = facts["error"]
            raise BackupError(
                f"The demo server did not start: {error['detail']}", remedy=error["remedy"]
            )
        threading.Thread(target=process.stdout.read, daemon=True).start()  # it must not block
        user = next(u for u in facts["users"] if u["administrator"] and not u["totp_secret"])
        return DemoServer(
            url=facts["url"].rstrip("/"),
            username=user["username"],
            password=user["password"],
            process=process,
        )
    said = log.read_text(errors="replace").strip().splitlines()[-5:]
    raise BackupError(
        "The demo server did not start.",
        remedy="It said: " + (" / ".join(said) or "nothing."),
    )
