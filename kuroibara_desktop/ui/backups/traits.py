"""By what the list of backups can be narrowed down. No Qt."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from kuroibara_desktop.core.backups import CopyState, RemoteStatus, Where

if TYPE_CHECKING:
    from kuroibara_desktop.core.backups import Backup


class Trait(Enum):
    """One thing that holds of a backup or does not."""

    SERVER_ONLY = "server only"
    HERE_ONLY = "here only"
    BOTH = "both"
    OTHER_SERVER = "other server"
    FULL = "full"
    DATABASE = "database"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    MANUAL = "manual"
    SAFETY = "safety"
    UPLOADED = "uploaded"
    UNKNOWN_KIND = "unknown kind"
    VERIFIED = "verified"
    PROVED = "proved"
    UNVERIFIED = "unverified"
    SUSPECT = "suspect"
    DAMAGED = "damaged"
    BEING_WRITTEN = "being written"
    PINNED = "pinned"
    ENCRYPTED = "encrypted"


_PLACES = {
    Where.SERVER: Trait.SERVER_ONLY,
    Where.HERE: Trait.HERE_ONLY,
    Where.BOTH: Trait.BOTH,
}
_KINDS = {
    trait.value: trait
    for trait in (Trait.DAILY, Trait.WEEKLY, Trait.MONTHLY, Trait.MANUAL, Trait.SAFETY)
}


def kind_of(backup: Backup) -> Trait:
    """What it was made for."""
    if backup.remote is not None and backup.remote.origin == "uploaded":
        return Trait.UPLOADED
    return _KINDS.get(backup.kind or "", Trait.UNKNOWN_KIND)


def traits_of(backup: Backup) -> frozenset[Trait]:
    """Everything that holds of it."""
    remote, local = backup.remote, backup.local
    writing = remote is not None and remote.status is RemoteStatus.BEING_WRITTEN
    damaged_there = remote is not None and remote.status is RemoteStatus.DAMAGED
    damaged = backup.where is Where.DAMAGED or damaged_there
    good_here = local is not None and local.state is CopyState.VERIFIED
    read_there = remote is not None and remote.verified_at is not None and not damaged_there
    verified = good_here or read_there
    holding = {
        Trait.OTHER_SERVER: bool(backup.of),
        Trait.FULL: backup.includes_storage is True,
        Trait.DATABASE: backup.includes_storage is False,
        Trait.VERIFIED: verified,
        Trait.PROVED: backup.proved_at is not None,
        Trait.UNVERIFIED: not verified and not damaged and not writing,
        Trait.SUSPECT: backup.suspect,
        Trait.DAMAGED: damaged,
        Trait.BEING_WRITTEN: writing,
        Trait.PINNED: backup.pinned,
        Trait.ENCRYPTED: backup.encrypted,
    }
    found = {trait for trait, holds in holding.items() if holds}
    found.add(kind_of(backup))
    if backup.where in _PLACES:
        found.add(_PLACES[backup.where])
    return frozenset(found)
