"""The copies here are read again, a few at a time, and damaged ones are fetched again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.errors import Damaged, NotFound
from kuroibara_desktop.core.backups import LocalCopy, RemoteBackup, RemoteStatus
from kuroibara_desktop.core.errors import VaultBusy
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.core.rolling import EVERY, next_to_verify
from kuroibara_desktop.transfers.copying import copy_offsite
from kuroibara_desktop.transfers.pace import Check, Pace, persistent
from kuroibara_desktop.transfers.verifying import verify_copy

if TYPE_CHECKING:
    from collections.abc import Generator
    from datetime import timedelta

    from kuroibara_desktop.server import Server
    from kuroibara_desktop.vault import Vault

A_RUN = 200 * 1024**3  # bytes; what a slow drive reads in half an hour


def verify_due(
    vault: Vault,
    *,
    check: Check,
    every: timedelta = EVERY,
    at_most: int = A_RUN,
    bytes_per_second: float | None = None,
    pace: Pace | None = None,
) -> Generator[Progress, None, list[LocalCopy]]:
    """Read again what was not read for `every`, the longest ago first, and return how it stands.

    One run reads about `at_most` bytes, no faster than `bytes_per_second`. Each copy's outcome is
    kept as soon as it is known, so the next run goes on where this one was stopped. One that is in
    use is left for the next time.
    """
    pace = pace or Pace()
    done = []
    for copy in next_to_verify(vault.copies(), vault.now, every=every, at_most=at_most):
        try:
            done.append((yield from _slowly(vault, copy, check, bytes_per_second, pace)))
        except VaultBusy:
            continue
    return done


def _slowly(
    vault: Vault, copy: LocalCopy, check: Check, bytes_per_second: float | None, pace: Pace
) -> Generator[Progress, None, LocalCopy]:
    began = pace.clock()
    steps = verify_copy(vault, copy, check=check)
    try:
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                result: LocalCopy = end.value
                return result
            yield step
            if bytes_per_second:
                ahead = step.done / bytes_per_second - (pace.clock() - began)
                yield from pace.pause(ahead, check, step)
    finally:
        steps.close()


def repair(
    server: Server,
    copy: LocalCopy,
    vault: Vault,
    *,
    check: Check,
    pace: Pace | None = None,
) -> Generator[Progress, None, LocalCopy]:
    """Fetch the backup of a damaged copy again, and return the good copy.

    Only the very same bytes count as the same backup, or where there is no checksum, the same name
    and time. The damaged copy goes once the good one is in its place. Raises `NotFound` when the
    server no longer has it; the damaged copy is kept then.
    """
    pace = pace or Pace()
    asking = Progress(stage=Stage.ASKING)
    listed = yield from persistent(server.backups, check, pace, asking)
    backup = next((one for one in listed if _same(one, copy)), None)
    if backup is None:
        raise NotFound(
            f"{copy.name} was not repaired: the server no longer has this backup.",
            remedy="The damaged copy is kept. What is whole in it can be taken out with "
            "`kuroibara-backup extract`.",
        )
    kept = vault.still_there().servers[copy.server]  # whoever answers now: the folder is theirs
    good = yield from copy_offsite(
        server, backup, vault, folder=copy.server, kept=kept, check=check, pace=pace
    )
    if copy.sha256 is not None and good.sha256 != copy.sha256:
        raise Damaged(
            f"{copy.name} was not repaired: the server has other bytes under its name now.",
            remedy="Both are kept: the damaged copy, and what the server has now.",
        )
    return good


def _same(backup: RemoteBackup, copy: LocalCopy) -> bool:
    if backup.status is not RemoteStatus.FINISHED:
        return False
    if backup.sha256 is not None and copy.sha256 is not None:
        return backup.sha256 == copy.sha256
    # The size here may be that of what is left of it.
    return (backup.filename, backup.created_at) == (copy.remote_name, copy.created_at)
