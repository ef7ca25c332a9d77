"""A copy that arrived wrong: is it right on the server, and which pieces must come again?"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, Cancelled, NotABackup
from kuroibara_desktop.core.errors import CaptivePortal
from kuroibara_desktop.core.jobs import JobState
from kuroibara_desktop.core.pieces import bad_pieces
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.transfers.following import followed, is_damage
from kuroibara_desktop.transfers.pace import PASSING, answered, persistent
from kuroibara_desktop.transfers.verifying import structure
from kuroibara_desktop.vault.disk import readable
from kuroibara_desktop.vault.part import Part

if TYPE_CHECKING:
    from collections.abc import Generator

    from kuroibara_desktop.core.backups import RemoteBackup
    from kuroibara_desktop.core.pieces import Piece
    from kuroibara_desktop.server import Server
    from kuroibara_desktop.transfers.fetching import Fetched
    from kuroibara_desktop.transfers.pace import Check, Pace


def whole_there(
    server: Server, backup: RemoteBackup, check: Check, pace: Pace
) -> Generator[Progress, None, bool | None]:
    """Have the server read its own file once more; None where it cannot or may not be asked."""
    identity = backup.backup_id
    if identity is None or not server.engine:
        return None
    shown = Progress(stage=Stage.SERVER_VERIFYING, total=backup.size)
    try:
        job = yield from persistent(lambda: server.archives.verify(identity), check, pace, shown)
        job = yield from followed(
            server, job.id, lambda _: Stage.SERVER_VERIFYING, shown, check=check, pace=pace
        )
    except BackupError:  # a device may not ask, and a server that is away says nothing
        return None
    if job.state is JobState.SUCCEEDED:
        return True
    return False if is_damage(job) else None


def mended(
    server: Server, backup: RemoteBackup, got: Fetched, check: Check
) -> Generator[Progress, None, bool]:
    """Fetch only the pieces of the part that its own index shows to be wrong.

    The part is open and hashed anew afterwards. False where nothing tells which pieces those are,
    where they are most of the file, or where they did not come: then all of it is to be fetched.
    """
    try:
        report = yield from structure(got.part.path, sha256=None, check=check)
    except NotABackup:
        return False
    pieces = bad_pieces([damage.offset for damage in report.damages], size=backup.size)
    if report.format == 1 or not pieces:
        return False
    wanted = sum(piece.length for piece in pieces)
    note = "Only the wrong pieces are fetched again."
    yield Progress(stage=Stage.COPYING, total=wanted, note=note)
    done = 0
    for piece in pieces:
        fetch = _Fetch(server, backup, got, piece)
        try:
            steps = answered(fetch, check, Progress(stage=Stage.COPYING, total=wanted))
            while True:
                try:
                    next(steps)
                except StopIteration as end:
                    if not end.value:
                        return False
                    break
                yield Progress(stage=Stage.COPYING, done=done + fetch.done, total=wanted)
        except (*PASSING, CaptivePortal):
            return False
        finally:
            fetch.stopped = True
        done += piece.length
    yield from _hashed_anew(got, check)
    return True


def _hashed_anew(got: Fetched, check: Check) -> Generator[Progress, None, None]:
    path = got.part.path
    got.part.close()
    got.part = Part(path)
    size = got.part.length
    for done in got.part.checked():
        check()
        yield Progress(stage=Stage.RESUMING, done=done, total=size)


class _Fetch:
    """One piece on its way into its place in the part."""

    def __init__(self, server: Server, backup: RemoteBackup, got: Fetched, piece: Piece) -> None:
        self._server = server
        self._backup = backup
        self._path = got.part.path
        self._etag = got.transfer.etag
        self._piece = piece
        self.done = 0
        self.stopped = False

    def __call__(self) -> bool:
        """Whether all of it came, and belongs to the same file."""
        start, left = self._piece.start, self._piece.length
        with (
            self._server.open(self._backup, start=start, etag=self._etag) as body,
            readable("the copy", self._path.parent),
        ):
            if body.start != start or (self._etag is not None and body.etag != self._etag):
                return False
            file = os.open(self._path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
            try:
                os.lseek(file, start, os.SEEK_SET)
                for chunk in body:
                    if self.stopped:
                        raise Cancelled
                    view = memoryview(chunk)[: left - self.done]
                    self.done += len(view)
                    while view:
                        view = view[os.write(file, view) :]
                    if self.done == left:
                        break
                os.fsync(file)
            finally:
                os.close(file)
        return self.done == left
