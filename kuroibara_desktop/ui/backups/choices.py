"""What may be done with the chosen backups, and how the state of one is judged. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kuroibara_desktop.core.backups import Backup, CopyState, RemoteStatus, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Condition(Enum):
    """The one thing to know about a backup; the worst comes first."""

    DAMAGED_HERE = "damaged here"
    DAMAGED_ON_SERVER = "damaged on the server"
    BEING_WRITTEN = "being written"
    SUSPECT = "suspect"
    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    NOT_COPIED = "not copied"


def condition(backup: Backup) -> Condition:
    """The first condition, from the top of the list, that holds."""
    remote, local = backup.remote, backup.local
    if backup.where is Where.DAMAGED:
        return Condition.DAMAGED_HERE
    if remote is not None and remote.status is RemoteStatus.BEING_WRITTEN:
        return Condition.BEING_WRITTEN
    if remote is not None and remote.status is RemoteStatus.DAMAGED:
        return Condition.DAMAGED_ON_SERVER
    if backup.suspect:
        return Condition.SUSPECT
    if local is None:
        return Condition.NOT_COPIED
    verified = local.state is CopyState.VERIFIED
    return Condition.VERIFIED if verified else Condition.UNVERIFIED


def copyable(backup: Backup) -> bool:
    """The server holds it whole and there is no good copy here."""
    finished = backup.remote is not None and backup.remote.status is RemoteStatus.FINISHED
    return finished and backup.where in (Where.SERVER, Where.DAMAGED)


def verifiable(backup: Backup) -> bool:
    return backup.local is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What the buttons would do now: with the chosen rows, or with the newest when none is."""

    copy: tuple[Backup, ...] = ()
    verify: tuple[Backup, ...] = ()
    folder: Backup | None = None


def offer(chosen: Sequence[Backup], everything: Iterable[Backup]) -> Offer:
    """Without a choice, *Copy offsite now* means the newest backup that is not here yet."""
    if chosen:
        here = [b for b in chosen if verifiable(b)]
        return Offer(
            copy=tuple(b for b in chosen if copyable(b)),
            verify=tuple(here),
            folder=here[0] if here else None,
        )
    dated = [b for b in everything if copyable(b) and b.created_at is not None]
    newest = max(dated, key=lambda b: b.created_at.timestamp() if b.created_at else 0, default=None)
    return Offer(copy=(newest,) if newest else ())
