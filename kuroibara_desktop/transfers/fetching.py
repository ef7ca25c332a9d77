"""The bytes of one backup into its part, however often the connection is lost."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.core.errors import BackupReplaced, CaptivePortal, ServerUnreachable
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.core.transfers import Transfer, TransferState
from kuroibara_desktop.transfers.flow import Flow
from kuroibara_desktop.transfers.pace import PASSING, answered, lost, wait_of
from kuroibara_desktop.vault.catalog import new_transfer_id
from kuroibara_desktop.vault.part import Part

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from kuroibara_backup.retention import Counts
    from kuroibara_desktop.core.backups import RemoteBackup
    from kuroibara_desktop.server import Body, Server
    from kuroibara_desktop.transfers.pace import Check, Pace
    from kuroibara_desktop.vault import Vault


@dataclass(slots=True, kw_only=True)
class Fetched:
    """A part with all its bytes, hashed, and what the server promised about them."""

    transfer: Transfer
    superseded: tuple[Transfer, ...]
    part: Part
    promised: str | None
    not_proved: tuple[str, ...] = field(default=())
    counts: Counts | None = None

    def discard(self, vault: Vault) -> None:
        """The bytes are wrong: take them away, and the row with them."""
        self.part.remove()
        vault.catalog.note(vault.id, replace(self.transfer, state=TransferState.CANCELLED))

    def finished(self, vault: Vault) -> None:
        """The part has its final name: older tries are no longer needed."""
        vault.catalog.note(vault.id, replace(self.transfer, state=TransferState.DONE))
        for old in self.superseded:
            (self.part.path.parent / old.part).unlink(missing_ok=True)
            vault.catalog.note(vault.id, replace(old, state=TransferState.CANCELLED))


def fetched(
    server: Server,
    backup: RemoteBackup,
    vault: Vault,
    target: Path,
    check: Check,
    pace: Pace,
) -> Generator[Progress, None, Fetched]:
    """Every byte of `backup` in a part beside `target`; the part is open.

    The journal has its row before the first byte. Whatever stops it leaves the part to go on from.
    """
    fetch = _Fetch(server, backup, vault, target, check, pace)
    try:
        yield from fetch.run()
    except BaseException as error:
        failed = isinstance(error, BackupError)
        fetch.stopped(TransferState.FAILED if failed else TransferState.PAUSED)
        raise
    return Fetched(
        transfer=fetch.transfer,
        superseded=fetch.superseded,
        part=fetch.part,
        promised=fetch.promised,
    )


class _Fetch:
    """One transfer at work."""

    def __init__(
        self,
        server: Server,
        backup: RemoteBackup,
        vault: Vault,
        target: Path,
        check: Check,
        pace: Pace,
    ) -> None:
        self._server = server
        self._backup = backup
        self._vault = vault
        self._target = target
        self._check = check
        self._pace = pace
        self.promised = backup.sha256
        begun = vault.catalog.unfinished(vault.id, target.parent.name, backup.filename)
        going_on = next((t for t in begun if self._fits(t)), None)
        self.transfer = going_on or self._new_transfer()
        self.superseded = tuple(t for t in begun if t.id != self.transfer.id)
        there = _length(target.parent / self.transfer.part)
        vault.require(max(0, backup.size - there), largest=backup.size)
        self._note(state=TransferState.RUNNING)
        self.part = Part(target.parent / self.transfer.part)

    def run(self) -> Generator[Progress, None, None]:
        if self.part.length:
            for done in self.part.checked():
                self._check()
                yield self._at(Stage.RESUMING, done)
        delays = iter(self._pace.delays)
        while self.part.length < self._backup.size:
            before = self.part.length
            try:
                yield from self._once()
                if self.part.length == self._backup.size:
                    return
                error_seen: BackupError = ServerUnreachable("The server stopped before the end.")
            except (*PASSING, CaptivePortal) as error:
                error_seen = error
            if self.part.length > before:
                delays = iter(self._pace.delays)  # it moves, so patience starts anew
            delay = next(delays, None)
            if delay is None:
                raise error_seen
            self._note(state=TransferState.WAITING)
            shown = lost(error_seen, self._at(Stage.WAITING, self.part.length))
            yield from self._pace.pause(wait_of(error_seen, delay), self._check, shown)
            self._vault.still_there()
            self._note(state=TransferState.RUNNING)

    def stopped(self, state: TransferState) -> None:
        self.part.close()
        try:
            self._note(state=state)
        except BackupError:  # what stopped the transfer is the news; the row can be older
            return

    def _once(self) -> Generator[Progress, None, None]:
        """One connection: to the end, or until it is lost."""
        shown = self._at(Stage.COPYING, self.part.length)
        yield shown
        opening = self._server.open(self._backup, start=self.part.length, etag=self.transfer.etag)
        with ExitStack() as stack:
            body = yield from answered(
                opening.__enter__,
                self._check,
                shown,
                unwanted=lambda _: opening.__exit__(None, None, None),
            )
            stack.push(opening)
            skip = self._agreed(body)
            flow = Flow(body, self.part, skip=skip, until=self._backup.size, limit=self._pace.limit)
            for length in flow.run(self._check):
                yield self._at(Stage.COPYING, length)
        if flow.overlong:
            raise BackupReplaced("The server sends more bytes than the backup has.")

    def _agreed(self, body: Body) -> int:
        """How many of the body's bytes are here already; refuse another file than the one begun."""
        if body.total is not None and body.total != self._backup.size:
            raise BackupReplaced("The backup on the server has another size than in the list.")
        if body.sha256 is not None:
            if self.promised is not None and body.sha256 != self.promised:
                raise BackupReplaced("The backup on the server is no longer the one in the list.")
            self.promised = body.sha256
        known = self.transfer
        same_tag = body.etag is not None and body.etag == known.etag
        same_sum = self.promised is not None and self.promised == known.sha256
        if self.part.length and body.start == 0 and not (same_tag or same_sum):
            self._begin_beside(body)
        etag = body.etag or (known.etag if body.start else None)
        if (etag, self.promised) != (self.transfer.etag, self.transfer.sha256):
            self._note(etag=etag, sha256=self.promised)
        return self.part.length - body.start

    def _begin_beside(self, body: Body) -> None:
        """What is coming may be another file: leave the old part as it is."""
        self.part.close()
        self._note(state=TransferState.FAILED)
        self.superseded = (*self.superseded, self.transfer)
        self.transfer = self._new_transfer()
        self._vault.require(self._backup.size)
        self._note(state=TransferState.RUNNING, etag=body.etag, sha256=self.promised)
        self.part = Part(self._target.parent / self.transfer.part)

    def _fits(self, begun: Transfer) -> bool:
        """Whether going on with `begun` can end in this very backup."""
        length = _length(self._target.parent / begun.part)
        if begun.size != self._backup.size or not 0 < length <= begun.size:
            return False
        if begun.sha256 is not None and self._backup.sha256 is not None:
            return begun.sha256 == self._backup.sha256
        return begun.etag is not None

    def _new_transfer(self) -> Transfer:
        identity = new_transfer_id()
        return Transfer(
            id=identity,
            server=self._target.parent.name,
            filename=self._backup.filename,
            size=self._backup.size,
            backup_id=self._backup.backup_id,
            sha256=self._backup.sha256,
            part=f"{self._target.name}.{identity[:8]}.part",
        )

    def _note(self, **changes: Any) -> None:
        received = self.part.length if hasattr(self, "part") else 0
        self.transfer = replace(self.transfer, received=received, **changes)
        self._vault.catalog.note(self._vault.id, self.transfer)

    def _at(self, stage: Stage, done: int) -> Progress:
        return Progress(stage=stage, done=done, total=self._backup.size)


def _length(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
