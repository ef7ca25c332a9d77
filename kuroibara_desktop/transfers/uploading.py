"""A backup file from here to the server, piece by piece, however often the connection is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from kuroibara_backup.archive.source import FileSource
from kuroibara_backup.errors import BackupError, NotFound
from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.errors import (
    CaptivePortal,
    FileChanged,
    JobFailed,
    RequestTooLarge,
    ServerRefused,
)
from kuroibara_desktop.core.jobs import JobState
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.core.uploads import Upload, UploadState, first_piece, smaller
from kuroibara_desktop.transfers.examining import is_unchanged
from kuroibara_desktop.transfers.following import followed
from kuroibara_desktop.transfers.pace import (
    PASSING,
    Check,
    Pace,
    answered,
    lost,
    persistent,
    wait_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from kuroibara_desktop.core.jobs import ServerJob
    from kuroibara_desktop.core.restoring import RestoreFile
    from kuroibara_desktop.server import Server

_ENDING = ".tar.gz"
_NAMES_TRIED = 20
_ASK_WHERE = ("offset_conflict", "upload_busy", "digest_mismatch", "too_slow")


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceSizes:
    """What went through at a server before, and who keeps that in mind."""

    load: Callable[[str], int | None]
    save: Callable[[str, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploaded:
    """A backup that the server has now, read by it to the last byte."""

    backup_id: str
    filename: str


def uploaded(
    server: Server,
    file: RestoreFile,
    *,
    sizes: PieceSizes,
    check: Check,
    begun: Callable[[Upload], None] = lambda _: None,
    pace: Pace | None = None,
) -> Generator[Progress, None, Uploaded]:
    """Send `file` and have the server make a backup of it.

    Goes on where the server counts, after whatever ended an earlier try here or there; `begun`
    hears of the upload before its first byte. A file that the server has already, verified, is not
    sent at all. Pieces become smaller when the server or a proxy refuses them, and stay so.
    """
    sending = _Sending(server, file, sizes, check, pace or Pace())
    upload = yield from sending.begin()
    begun(upload)
    for again in (True, False):
        try:
            if upload.state is UploadState.RECEIVING:
                yield from sending.send(upload)
            return (yield from sending.finish(upload))
        except NotFound:
            if not again:
                raise
            upload = yield from sending.begin()  # the server forgot it: nobody went on for a week
            begun(upload)
    raise AssertionError("the loop returns or raises")


class _Sending:
    """One file on its way."""

    def __init__(
        self, server: Server, file: RestoreFile, sizes: PieceSizes, check: Check, pace: Pace
    ) -> None:
        self._server = server
        self._file = file
        self._sizes = sizes
        self._check = check
        self._pace = pace

    def begin(self) -> Generator[Progress, None, Upload]:
        """Enter the upload, under another name where the server has one of it already."""
        stem = self._file.path.name.removesuffix(_ENDING)
        for number in range(1, _NAMES_TRIED + 1):
            name = f"{stem}{'' if number == 1 else f'-{number}'}{_ENDING}"
            try:
                return (
                    yield from persistent(
                        partial(
                            self._server.uploads.begin,
                            name,
                            size=self._file.size,
                            sha256=self._file.sha256,
                        ),
                        self._check,
                        self._pace,
                        self._at(Stage.ASKING, 0),
                    )
                )
            except ServerRefused as error:
                if error.code != "name_taken" or number == _NAMES_TRIED:
                    raise
        raise AssertionError("the loop returns or raises")

    def send(self, upload: Upload) -> Generator[Progress, None, None]:
        piece = first_piece(self._sizes.load(self._server.address), upload.piece_at_most)
        delays = iter(self._pace.delays)
        offset, lost_at = upload.offset, -1
        with FileSource(self._file.path) as source:
            while offset < self._file.size:
                self._check()
                if not is_unchanged(self._file):
                    raise FileChanged(f"{self._file.path.name} changed while it was being sent.")
                data = source.read_at(offset, min(piece, self._file.size - offset))
                try:
                    offset = yield from answered(
                        partial(self._server.uploads.send, upload.id, offset, data),
                        self._check,
                        self._at(Stage.UPLOADING, offset),
                    )
                except RequestTooLarge as error:
                    piece, note = self._smaller(piece, error)
                    self._sizes.save(self._server.address, piece)
                    yield replace(self._at(Stage.UPLOADING, offset), note=note)
                    continue
                except (*PASSING, CaptivePortal, ServerRefused) as error:
                    if isinstance(error, ServerRefused) and error.code not in _ASK_WHERE:
                        raise
                    delay = next(delays, None)
                    if delay is None:
                        raise
                    if lost_at == offset:  # what never gets through in one go may in two
                        piece = smaller(piece) or piece
                    lost_at = offset
                    yield from self._wait(error, delay, offset)
                    offset = (yield from self._standing(upload)).offset
                    continue
                delays = iter(self._pace.delays)  # it moves, so patience starts anew
                yield self._at(Stage.UPLOADING, offset)

    def finish(self, upload: Upload) -> Generator[Progress, None, Uploaded]:
        """Wait until the server has read all of it and made a backup of it."""
        standing = yield from self._standing(upload)
        if standing.state is not UploadState.PUBLISHED:
            job = yield from self._checked(upload)
            backup_id, filename = job.result.get("backup_id"), job.filename
            if isinstance(backup_id, str) and filename:
                return Uploaded(backup_id=backup_id, filename=filename)
            standing = yield from self._standing(upload)
        found = yield from persistent(
            self._server.backups, self._check, self._pace, self._at(Stage.ASKING, self._file.size)
        )
        for backup in found:
            if backup.filename == standing.filename and backup.backup_id is not None:
                return Uploaded(backup_id=backup.backup_id, filename=backup.filename)
        raise JobFailed("The server took the backup in but does not list it.")

    def _checked(self, upload: Upload) -> Generator[Progress, None, ServerJob]:
        shown = self._at(Stage.SERVER_CHECKING, 0)
        job = yield from persistent(
            lambda: self._server.uploads.complete(upload.id), self._check, self._pace, shown
        )
        job = yield from followed(
            self._server,
            job.id,
            lambda _: Stage.SERVER_CHECKING,
            shown,
            check=self._check,
            pace=self._pace,
        )
        if job.state is not JobState.SUCCEEDED:
            problem = job.problem
            sentence = problem.detail if problem and problem.detail else "The check was stopped."
            raise JobFailed(
                f"The server did not take the backup in: {sentence}",
                remedy=(problem.remedy if problem else "") or "Begin again with the same file.",
                code=problem.code if problem and problem.code else None,
            )
        return job

    def _standing(self, upload: Upload) -> Generator[Progress, None, Upload]:
        return (
            yield from persistent(
                lambda: self._server.uploads.standing(upload.id),
                self._check,
                self._pace,
                self._at(Stage.WAITING, 0),
            )
        )

    def _smaller(self, piece: int, error: RequestTooLarge) -> tuple[int, str]:
        """What to go on with, and why, for the person."""
        less = smaller(piece)
        who = f"a proxy before {self._server.host}" if error.by_proxy else self._server.host
        if less is None:
            refused = RequestTooLarge(
                f"Nothing more was sent: {who} refuses even pieces of {formatting.size(piece)}.",
                by_proxy=error.by_proxy,
            )
            raise refused from error
        what = (
            " To be faster, raise its limit (`client_max_body_size 16m` in nginx)."
            if error.by_proxy
            else ""
        )
        return less, (
            f"{who[0].upper()}{who[1:]} refuses pieces of {formatting.size(piece)}: "
            f"going on with {formatting.size(less)}.{what}"
        )

    def _wait(
        self, error: BackupError, delay: float, offset: int
    ) -> Generator[Progress, None, None]:
        shown = lost(error, self._at(Stage.WAITING, offset))
        yield from self._pace.pause(wait_of(error, delay), self._check, shown)

    def _at(self, stage: Stage, done: int) -> Progress:
        return Progress(stage=stage, done=done, total=self._file.size)
