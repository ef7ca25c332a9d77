"""A backup brought back to a Kuroibara without our engine: by its own call, which tells nothing.

What that call does was measured: it answers before it begins; on a server in use it never ends and
lets nobody in any more; where it does end, it mixes the backup into what is there. So it is done
for a format 1 file alone, whole and checked, and only when the person asked for it outright.
"""

from __future__ import annotations

import io
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from kuroibara_backup.errors import Cancelled, Refused
from kuroibara_desktop.core.errors import FileChanged
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.transfers.examining import is_unchanged
from kuroibara_desktop.transfers.pace import PASSING, Check, Pace, answered

if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import BinaryIO

    from kuroibara_desktop.core.restoring import RestoreFile
    from kuroibara_desktop.server import Server

WARNING = (
    "This is Kuroibara without the backup engine. Its own restore tells neither whether it went "
    "well nor when it ended. On a server in use it usually never ends: nobody can sign in any more "
    "until whoever runs it restarts it and its database. Where it does end, it mixes the backup "
    "with what is there, and the library's files are moved aside first. Nothing can be undone from "
    "here. Better: put the backup engine beside the server, and restore with that."
)
_EVERY = 5.0
_LOOKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainOutcome:
    """All that can be known: whether the server still answers, some time after it took the file."""

    answers: bool

    @property
    def sentence(self) -> str:
        if self.answers:
            return (
                "Kuroibara took the backup and still answers. It does not say what became of it: "
                "look whether the library is what the backup held."
            )
        return (
            "Kuroibara took the backup and has not answered since: as it seems, its restore hangs. "
            "Whoever runs the server must restart it and its database."
        )


def must_be_for_plain(file: RestoreFile) -> None:
    """Raise unless a plain Kuroibara may be given this file at all."""
    if file.format != 1:
        raise Refused(
            f"Nothing was sent: {file.path.name} was made by the backup engine, and Kuroibara "
            "alone would put its tables into the wrong database and report success.",
            remedy="Put the backup engine beside the server and restore with it, recover by hand "
            "as HOW-TO-RESTORE.txt tells, or have the engine make a file for Kuroibara with "
            "`kuroibara-backup export --format1`.",
            code="needs_the_engine",
        )


def sent_to_plain(
    server: Server,
    file: RestoreFile,
    *,
    check: Check,
    pace: Pace | None = None,
    patience: float = 120.0,
) -> Generator[Progress, None, PlainOutcome]:
    """Send `file` and see whether the server goes on answering; `patience` is in seconds.

    Stopped while it is being sent, nothing is restored. Once it is there nothing stops it.
    """
    must_be_for_plain(file)
    pace = pace or Pace()
    counted = _Counted(file)
    try:
        sending = answered(
            # It reads, seeks and tells; the type of open files asks for more.
            lambda: server.send_to_restore(file.path.name, cast("BinaryIO", counted)),
            check,
            Progress(stage=Stage.UPLOADING, total=file.size),
        )
        while True:
            try:
                next(sending)
            except StopIteration:
                break
            yield Progress(stage=Stage.UPLOADING, done=counted.tell(), total=file.size)
    finally:
        counted.close()
    return (yield from _watched(server, check, pace, patience))


def _watched(
    server: Server, check: Check, pace: Pace, patience: float
) -> Generator[Progress, None, PlainOutcome]:
    until, good = pace.clock() + patience, 0
    shown = Progress(
        stage=Stage.RESTORING, note="Kuroibara says nothing: looking whether it still answers."
    )
    while good < _LOOKS:
        yield from pace.pause(min(_EVERY, patience / (_LOOKS + 1)), check, shown)
        looking = answered(server.me, check, shown)
        try:
            while True:
                yield next(looking)
                if pace.clock() > until:
                    looking.close()
                    return PlainOutcome(answers=False)
        except StopIteration:
            good += 1
        except PASSING:
            good = 0
            if pace.clock() > until:
                return PlainOutcome(answers=False)
    return PlainOutcome(answers=True)


class _Counted(io.RawIOBase):
    """The file as it is sent: how far, and to an end the moment nobody wants it any more."""

    def __init__(self, file: RestoreFile) -> None:
        super().__init__()
        self._about = file
        self._file = file.path.open("rb")
        self._turn = threading.Lock()
        self._sent = 0

    def read(self, size: int = -1) -> bytes:
        with self._turn:
            if self._file.closed:
                raise Cancelled
            if not is_unchanged(self._about):
                raise FileChanged(f"{self._about.path.name} changed while it was being sent.")
            data = self._file.read(size)
            self._sent += len(data)
            return data

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._sent

    def fileno(self) -> int:
        return self._file.fileno()

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        with self._turn:
            self._file.close()
        super().close()
