"""What a person decides about backups: pinned, noted, accepted, deleted; on both sides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kuroibara_desktop.core.errors import BackupReplaced

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kuroibara_desktop.core.backups import Backup, LocalCopy, RemoteBackup
    from kuroibara_desktop.core.restores import Proof
    from kuroibara_desktop.server import Server
    from kuroibara_desktop.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """On how many backups of each side it was done."""

    there: int = 0
    here: int = 0


def pin(
    server: Server | None, vault: Vault | None, backups: Sequence[Backup], pinned: bool
) -> Touched:
    """Pin or unpin these on the sides that are given, where it is not so yet."""
    there = here = 0
    for backup in backups:
        remote, local = backup.remote, backup.local
        if server is not None and (identity := _known(remote)) and _pinned(remote) is not pinned:
            server.archives.decide(identity, pinned=pinned)
            there += 1
        if vault is not None and local is not None and local.pinned is not pinned:
            here += _noted(vault, local, lambda copy: replace(copy, pinned=pinned))
    return Touched(there=there, here=here)


def accept(server: Server | None, vault: Vault | None, backups: Sequence[Backup]) -> Touched:
    """Take these for good although they looked suspect; what follows is measured by them."""
    there = here = 0
    for backup in backups:
        remote, local = backup.remote, backup.local
        if server is not None and (identity := _known(remote)) and _suspect(remote):
            server.archives.decide(identity, accept=True)
            there += 1
        if vault is not None and local is not None and local.suspect:
            here += _noted(vault, local, lambda copy: replace(copy, suspect=False))
    return Touched(there=there, here=here)


def delete_there(
    server: Server,
    going: Sequence[RemoteBackup],
    *,
    proof: Proof | None = None,
    check: Callable[[], None],
) -> int:
    """Delete these on the server, for good; returns how many of them were still there.

    A backup that came to lie under the same name meanwhile is never deleted for another: then
    nothing more is, and `BackupReplaced` says so.
    """
    there = {one.filename: one for one in server.backups()}
    deleted = 0
    for backup in going:
        check()
        now = there.get(backup.filename)
        if now is None:
            continue
        if not _same(now, backup):
            raise BackupReplaced(
                f"{backup.name} was not deleted: another backup has its name on the server now.",
                remedy="Refresh the list and look again.",
            )
        server.delete(backup, proof=proof)
        deleted += 1
    return deleted


def _noted(vault: Vault, copy: LocalCopy, change: Callable[[LocalCopy], LocalCopy]) -> int:
    """Change the copy as it is by now; one that is gone is left alone."""
    with vault.hold(copy.server, copy.remote_name):
        fresh = vault.fresh(copy)
        if fresh is None:
            return 0
        vault.update(change(fresh))
        return 1


def _known(remote: RemoteBackup | None) -> str:
    """By what the server knows it; a plain Kuroibara knows none."""
    return (remote.backup_id or "") if remote else ""


def _pinned(remote: RemoteBackup | None) -> bool:
    return remote is not None and remote.pinned


def _suspect(remote: RemoteBackup | None) -> bool:
    return remote is not None and remote.suspect


def _same(one: RemoteBackup, other: RemoteBackup) -> bool:
    if one.backup_id and other.backup_id:
        return one.backup_id == other.backup_id
    return (one.size, one.created_at) == (other.size, other.created_at)
