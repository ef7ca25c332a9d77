"""The queue being worked on: one copy after the other, through whatever comes in between."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, Cancelled, NotAllowed, NotEnoughSpace, NotFound
from kuroibara_desktop.core.backups import CopyState
from kuroibara_desktop.core.errors import (
    CaptivePortal,
    FolderUnsuitable,
    KeyringLocked,
    KeyringMissing,
    VaultBusy,
    VaultMissing,
)
from kuroibara_desktop.core.progress import Progress, Stage, retold
from kuroibara_desktop.core.queue import (
    Wanted,
    Wish,
    back_off,
    limit_at,
    next_moment,
    next_up,
    room_needed,
)
from kuroibara_desktop.core.servers import KeptServer
from kuroibara_desktop.core.transfers import TransferId, TransferState
from kuroibara_desktop.server import Server
from kuroibara_desktop.transfers.copying import copy_offsite
from kuroibara_desktop.transfers.pace import PASSING, Check, Pace, persistent, wait_of

if TYPE_CHECKING:
    from collections.abc import Collection, Generator

    from kuroibara_desktop.core.backups import LocalCopy, RemoteBackup
    from kuroibara_desktop.core.queue import SpeedRules
    from kuroibara_desktop.transfers.queue import Queue
    from kuroibara_desktop.vault import Vault

_S = TransferState
_LOOK = 0.3  # seconds between two looks at what the person wishes
_IDLE = 0.5
_LATER = (*PASSING, CaptivePortal, NotAllowed, KeyringLocked, VaultBusy)
"""What passes, by itself or when the person signs in; it says nothing about the backup."""
_OURS = (VaultMissing, FolderUnsuitable, NotEnoughSpace, KeyringMissing)
"""What is wrong here, not with one copy: the others would meet the same."""

OpenServer = Callable[[str], AbstractContextManager[tuple[KeptServer, Server]]]
"""Opens the server of a row, wherever it is by now; `NotFound` when it is no longer set up."""

MakeRoom = Callable[[list[Wanted], Mapping[str, int]], object]
"""Is given what is wanted, and how many bytes of each are here already, by file name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How far one copy is; without `wanted` nothing is copied just now.

    The last of a copy holds what it became, or why it failed.
    """

    wanted: Wanted | None
    progress: Progress
    copy: LocalCopy | None = None
    error: BackupError | None = None


def worked(
    queue: Queue,
    vault: Vault,
    servers: OpenServer,
    *,
    check: Check,
    pace: Pace | None = None,
    only: Collection[TransferId] | None = None,
    patient: bool = True,
    room: MakeRoom | None = None,
    local_time: Callable[[], datetime] = datetime.now,
) -> Generator[Step, None, None]:
    """Copy what is wanted until nothing is left to do, in its order.

    What is paused, cancelled, moved or added meanwhile, by any process, is heeded within moments.
    A copy that cannot be had now waits and is tried again, later each time; `patient` unset, its
    error is raised instead. `only` leaves the other rows alone. `room` may make room for all of it
    before the first byte. Ended by `Cancelled`, what ran is queued again.
    """
    worker = _Worker(queue, vault, servers, check, pace or Pace(), patient, room, local_time)
    with queue.held():
        queue.recover()
        yield from worker.run(only)


class _Worker:
    def __init__(
        self,
        queue: Queue,
        vault: Vault,
        servers: OpenServer,
        check: Check,
        pace: Pace,
        patient: bool,
        room: MakeRoom | None,
        local_time: Callable[[], datetime],
    ) -> None:
        self._queue = queue
        self._vault = vault
        self._servers = servers
        self._check = check
        self._pace = replace(pace, limit=self._limit)
        self._patient = patient
        self._room = room
        self._local_time = local_time
        self._rules: SpeedRules = queue.speed
        self._rules_at = pace.clock()
        self._listed: dict[str, list[RemoteBackup]] = {}
        self._room_for: frozenset[TransferId] = frozenset()

    def run(self, only: Collection[TransferId] | None) -> Generator[Step, None, None]:
        while True:
            self._check()
            self._heed_cancels()
            rows = self._queue.rows()
            # Whoever does not wait asks at once, whatever an earlier try was told.
            row = next_up(rows, self._queue.now() if self._patient else inf, only)
            if row is not None:
                self._require_room(rows, only)
                yield from self._copied(row)
                continue
            moment = next_moment(rows, only)
            if moment is None:
                return
            left = max(0.0, moment - self._queue.now())
            for shown in self._pace.pause(min(left, _IDLE), self._check, _WAITING):
                yield Step(wanted=None, progress=shown)

    def _require_room(self, rows: list[Wanted], only: Collection[TransferId] | None) -> None:
        """All of it must fit, before the first byte; asked again when more is wanted."""
        mine = [row for row in rows if only is None or row.id in only]
        here = frozenset(row.id for row in mine)
        if here <= self._room_for:
            return
        received = self._received(mine)
        if self._room is not None:
            self._room(mine, received)
        self._vault.require(room_needed(mine, received))
        self._room_for = here

    def _received(self, rows: list[Wanted]) -> dict[str, int]:
        """The bytes that need not come any more, by file name."""
        received = {
            name: size
            for folder in {row.folder for row in rows}
            for name, size in self._vault.received(folder).items()
        }
        for copy in self._vault.copies():  # what is here already brings no bytes
            if copy.state is CopyState.VERIFIED:
                received[copy.remote_name] = max(copy.size, received.get(copy.remote_name, 0))
        return received

    def _copied(self, next_row: Wanted) -> Generator[Step, None, None]:
        row = self._queue.begin(next_row.id)
        if row is None:
            return
        look = _Look(self._queue, row.id, self._check, self._heed_cancels, self._pace.clock)
        try:
            copy = yield from retold(self._steps(row, look), partial(_step_of, row))
        except _Heard as heard:
            self._steered(row, heard.wish)
            return
        except BackupError as error:
            row = self._stopped(row, error)
            yield Step(wanted=row, progress=_WAITING, error=error)
            return
        except BaseException:  # the app ends
            self._queue.note(row.moved_to(_S.QUEUED))
            raise
        row = self._queue.note(row.moved_to(_S.DONE))
        yield Step(
            wanted=row,
            progress=Progress(stage=Stage.COPYING, done=row.size, total=row.size),
            copy=copy,
        )

    def _steps(self, row: Wanted, look: Check) -> Generator[Progress, None, LocalCopy]:
        with self._servers(row.server) as (kept, server):
            backup = yield from self._found(row, server, look)
            if server.engine and backup.backup_id is not None:
                identity = backup.backup_id
                with suppress(BackupError):  # an older engine: the download itself renews it
                    server.archives.lease(identity)
            return (
                yield from copy_offsite(
                    server,
                    backup,
                    self._vault,
                    folder=row.folder,
                    kept=kept,
                    check=look,
                    pace=self._pace,
                )
            )

    def _found(
        self, row: Wanted, server: Server, look: Check
    ) -> Generator[Progress, None, RemoteBackup]:
        """The backup as the server lists it now; asked once for all its rows, unless one lacks."""
        for again in (False, True):
            if again or row.server not in self._listed:
                self._listed[row.server] = yield from persistent(
                    server.backups, look, self._pace, Progress(stage=Stage.ASKING)
                )
            for backup in self._listed[row.server]:
                if row.backup_id is not None and backup.backup_id is not None:
                    if row.backup_id == backup.backup_id:
                        return backup
                elif row.filename == backup.filename:
                    return backup
        raise NotFound(f"{row.filename} is no longer on the server.", remedy="Copy another backup.")

    def _steered(self, row: Wanted, wish: Wish) -> None:
        if wish is Wish.PAUSE:
            self._queue.note(row.moved_to(_S.PAUSED))
        else:
            self._discard(row)
            self._queue.note(row.moved_to(_S.CANCELLED))

    def _stopped(self, row: Wanted, error: BackupError) -> Wanted:
        """A copy could not be made: does it wait, has it failed, or does everything stand still?"""
        told = f"{error.sentence} {error.remedy}".strip()
        if isinstance(error, _LATER):
            if not self._patient:
                self._queue.note(row.moved_to(_S.QUEUED, problem=told))
                raise error
            tries = row.tries + 1
            moment = self._queue.now() + wait_of(error, back_off(tries))
            return self._queue.note(
                row.moved_to(_S.WAITING, problem=told, tries=tries, next_try=moment)
            )
        if isinstance(error, _OURS):
            self._queue.note(row.moved_to(_S.QUEUED, problem=told))
            raise error
        return self._queue.note(row.moved_to(_S.FAILED, problem=told, tries=row.tries + 1))

    def _heed_cancels(self) -> None:
        """Wishes for rows that nobody is at work on, also while another one is copied."""
        for row in self._queue.rows():
            if row.state is _S.RUNNING:
                continue
            if row.wish is Wish.CANCEL and not row.state.over:
                self._discard(row)
                self._queue.note(row.moved_to(_S.CANCELLED))
            elif row.wish is Wish.PAUSE and row.state in (_S.QUEUED, _S.WAITING):  # it broke off
                self._queue.note(row.moved_to(_S.PAUSED))

    def _discard(self, row: Wanted) -> None:
        """What came of it goes: it is wanted no more."""
        catalog = self._vault.catalog
        for begun in catalog.unfinished(self._vault.id, row.folder, row.filename):
            (self._vault.folder / row.folder / begun.part).unlink(missing_ok=True)
            catalog.note(self._vault.id, replace(begun, state=_S.CANCELLED))

    def _limit(self) -> int | None:
        if self._pace.clock() - self._rules_at > 2.0:  # the person may have changed them
            self._rules, self._rules_at = self._queue.speed, self._pace.clock()
        return limit_at(self._rules, self._local_time().time())


_WAITING = Progress(stage=Stage.WAITING)


def _step_of(row: Wanted, progress: Progress) -> Step:
    return Step(wanted=row, progress=progress)


class _Heard(Cancelled):
    """The person wishes something else for the copy that runs."""

    def __init__(self, wish: Wish) -> None:
        super().__init__()
        self.wish = wish


class _Look:
    """The check of a copy: looks now and then whether it is to pause or to end."""

    def __init__(
        self,
        queue: Queue,
        wanted: TransferId,
        check: Check,
        heed: Callable[[], None],
        clock: Callable[[], float],
    ) -> None:
        self._queue = queue
        self._wanted = wanted
        self._check = check
        self._heed = heed
        self._clock = clock
        self._looked = clock()

    def __call__(self) -> None:
        self._check()
        if self._clock() - self._looked < _LOOK:
            return
        self._looked = self._clock()
        wish = self._queue.row(self._wanted).wish
        if wish is not Wish.NONE:
            raise _Heard(wish)
        self._heed()
