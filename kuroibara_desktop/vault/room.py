"""Room for the next copy beside those that must stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.errors import NoRoomBeside
from kuroibara_desktop.core.keeping import (
    OFFERS,
    room_by_replacing,
    room_by_rules,
    ways_out,
)
from kuroibara_desktop.vault import pruning
from kuroibara_desktop.vault.disk import RESERVE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kuroibara_desktop.core.backups import LocalCopy, RemoteBackup
    from kuroibara_desktop.core.libraries import Library
    from kuroibara_desktop.vault.vault import Vault


def make_room(
    vault: Vault,
    backup: RemoteBackup,
    folder: str,
    *,
    instance: str | None,
    address: str,
    here: int = 0,
    replace: bool = False,
    check: Callable[[], None],
) -> list[LocalCopy]:
    """See to it that `backup` fits; return the copies that had to go for it, mostly none.

    `folder` is its server's in the vault, `instance` the engine that answers at `address` now,
    `here` are the bytes of it that came already. One copy that holds as much stays until the new
    one is here, unless `replace` says that a person gave it up. Raises `NoRoomBeside` with the ways
    out, before anything is removed.
    """
    needed = backup.size - here + RESERVE
    lacking = needed - vault.free_bytes()
    if lacking <= 0:
        return []
    present: Mapping[str, str] = {address: instance} if instance else {}
    library = _library_of(vault, folder, instance, present)
    going: tuple[LocalCopy, ...] = ()
    replaceable: tuple[LocalCopy, ...] = ()
    if library is not None:
        policy = vault.still_there().policy
        going = room_by_rules(backup, library, policy, vault.now, lacking=lacking)
        replaceable = room_by_replacing(backup, library, lacking=lacking)
    if not going and not (replace and replaceable):
        ways = ways_out(backup, replaceable)
        offers = [OFFERS[way] for way in ways]
        if library is not None and library.doubts:
            offers.insert(
                0, f"{library.doubts[0].sentence} Say which it is: then older ones may go."
            )
        raise NoRoomBeside(
            f"{backup.filename} has {formatting.size(backup.size)}, but the drive with your "
            f"archive has only {formatting.size(vault.free_bytes())} left, and the copies on it "
            "must stay.",
            needed=needed,
            free=vault.free_bytes(),
            remedy=" ".join(offers),
            ways=ways,
        )
    return pruning.remove(vault, going or replaceable, check=check, last_too=not going)


def _library_of(
    vault: Vault, folder: str, instance: str | None, present: Mapping[str, str]
) -> Library | None:
    """The library that a backup from this server will belong to."""
    servers = vault.still_there().servers
    found = None
    for library in pruning.libraries_in(vault, present):
        for copy in library.copies:
            kept = servers.get(copy.server)
            identity = copy.instance_id or (kept.instance_id if kept else None)
            if instance is None and identity is None and copy.server == folder:
                found = library  # the last one: what the server holds now
            elif instance is not None and identity == instance:
                return library
    return found
