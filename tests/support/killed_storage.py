"""A process that swaps storage and is killed on the way: at the n-th step, or before the n-th call
that touches the drive.

Run as a program it reads one command a line, forks, and answers how the child ended. The kill is a
real SIGKILL of a real process; what is killed knows nothing of it. Calls are counted by Python's
audit events, which every `open`, `mkdir`, `rename`, `link`, `unlink` and `rmdir` raises.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
_CALLS = frozenset(
    ["open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.utime", "os.truncate"]
)


class Killer:
    """Runs operations of the storage in children of another process; a context manager."""

    def __init__(self) -> None:
        command = [sys.executable, "-W", "error", "-m", "tests.support.killed_storage"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe(self._process.stdin).close()
        self._process.wait()
        self._pipe(self._process.stdout).close()

    def run(
        self,
        operation: str,
        root: Path,
        restore_id: UUID,
        *,
        step: int = 0,
        call: int = 0,
        backup: Path | None = None,
        way: str = "staged",
    ) -> bool:
        """True when it ended, False when it was killed at that step or before that call."""
        order = [operation, str(root), str(restore_id), step, call, str(backup), way]
        print(json.dumps(order), file=self._pipe(self._process.stdin), flush=True)
        status = int(self._pipe(self._process.stdout).readline())
        if os.WIFSIGNALED(status):
            assert os.WTERMSIG(status) == signal.SIGKILL
            return False
        assert os.waitstatus_to_exitcode(status) == 0
        return True

    def _pipe(self, pipe: IO[str] | None) -> IO[str]:
        assert pipe is not None
        return pipe


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _countdown(number: int) -> Callable[[object], None]:
    left = number

    def count(_step: object) -> None:
        nonlocal left
        left -= 1
        if not left:
            _die()

    return count


def _work(line: str) -> None:
    from kuroibara_backup.archive import FileSource
    from kuroibara_backup.storage.staging import stage
    from kuroibara_backup.storage.standing import Way
    from kuroibara_backup.storage.swapping import discard, swap_back, swap_in

    operation, root, text, step, call, backup, way = json.loads(line)
    on_step = _countdown(step)
    count = _countdown(call)
    watched = False

    def audit(event: str, _arguments: object) -> None:
        if watched and event in _CALLS:
            count(event)

    sys.addaudithook(audit)
    restore_id = UUID(text)
    if operation == "stage":
        with FileSource(backup) as source:
            watched = True
            for _ in stage(source, Path(root), restore_id, way=Way(way)):
                on_step("progress")
            on_step("storage staged")
        return
    watched = True
    {"in": swap_in, "back": swap_back, "discard": discard}[operation](
        Path(root), restore_id, on_step=on_step
    )


def main() -> None:
    import kuroibara_backup.storage.staging
    import kuroibara_backup.storage.swapping  # noqa: F401  # once, not in every child

    for line in sys.stdin:
        child = os.fork()
        if not child:
            try:
                _work(line)
            except BaseException:
                sys.excepthook(*sys.exc_info())
                os._exit(1)
            os._exit(0)
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    main()
