"""What `pull` does with the queue that it shares with the window."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, NotFound
from kuroibara_desktop.core.errors import JobFailed, VaultBusy
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.core.transfers import TransferState
from kuroibara_desktop.transfers.working import worked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kuroibara_desktop.core.backups import LocalCopy, RemoteBackup
    from kuroibara_desktop.core.queue import Wanted
    from kuroibara_desktop.core.servers import KeptServer
    from kuroibara_desktop.profile import KnownServer
    from kuroibara_desktop.server import Server
    from kuroibara_desktop.transfers.queue import Queue
    from kuroibara_desktop.vault import Vault

_LOOK = 1.0  # seconds between two looks at what another process copies for us
_STOPS = (TransferState.FAILED, TransferState.PAUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulled:
    """How one backup fared; exactly one of the two is there."""

    backup: RemoteBackup
    copy: LocalCopy | None = None
    error: BackupError | None = None


def pulled(
    queue: Queue,
    vault: Vault,
    known: KnownServer,
    server: Server,
    backups: list[RemoteBackup],
    *,
    check: Callable[[], None],
    watch: Callable[[Progress], None],
) -> list[Pulled]:
    """Copy these now, or see to their end while the window copies them.

    What the server or the archive stands in the way of is raised; what is wrong with one backup
    keeps no other from coming. Stopped, the queue holds no more than it did before.
    """
    key = known.instance_id or known.address
    before = {row.id for row in queue.rows()}
    rows = queue.add(key, known.folder, backups)
    for row in rows:
        if row.state is TransferState.PAUSED:  # whoever asks for it now wants it now
            queue.resume(row.id)

    @contextmanager
    def servers(wanted: str) -> Iterator[tuple[KeptServer, Server]]:
        if wanted != key:
            raise NotFound("This server is no longer set up.", remedy="Sign in to it again.")
        yield known.kept, server

    mine = {row.id: backup for row, backup in zip(rows, backups, strict=True)}
    copies: dict[str, LocalCopy] = {}
    errors: dict[str, BackupError] = {}
    try:
        while True:
            try:
                for step in worked(
                    queue, vault, servers, check=check, only=set(mine), patient=False
                ):
                    watch(step.progress)
                    if step.wanted is not None and step.copy is not None:
                        copies[step.wanted.id] = step.copy
                    if step.wanted is not None and step.error is not None:
                        errors[step.wanted.id] = step.error
                break
            except VaultBusy as busy:
                if _ended_elsewhere(queue, rows, busy, watch):
                    break
                check()
                time.sleep(_LOOK)
    finally:
        queue.withdraw(set(mine) - before)
    return [
        _told(backup, copies.get(one), errors.get(one), vault, known.folder)
        for one, backup in mine.items()
    ]


def _ended_elsewhere(
    queue: Queue, rows: list[Wanted], busy: VaultBusy, watch: Callable[[Progress], None]
) -> bool:
    """Whether the process that works on the queue has brought ours to an end."""
    watch(Progress(stage=Stage.WAITING, note=busy.sentence))
    found = {row.id: row for row in queue.rows()}
    return all(
        row.id not in found or found[row.id].state.over or found[row.id].state in _STOPS
        for row in rows
    )


def _told(
    backup: RemoteBackup,
    copy: LocalCopy | None,
    error: BackupError | None,
    vault: Vault,
    folder: str,
) -> Pulled:
    if copy is None and error is None:  # another process was at it
        for one in vault.copies():
            if one.server == folder and one.remote_name == backup.filename:
                copy = one
        if copy is None:
            error = JobFailed(
                f"{backup.filename} was not copied.", remedy="The window tells why, or try again."
            )
    return Pulled(backup=backup, copy=copy if error is None else None, error=error)
