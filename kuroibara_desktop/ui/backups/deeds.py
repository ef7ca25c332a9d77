"""What can be done with the chosen backups beyond copying, and what stands against it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kuroibara_desktop.core.backups import CopyState, RemoteStatus, Where
from kuroibara_desktop.core.stored import lies_there

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.core.servers import Abilities


class Deed(Enum):
    """In the order in which they are offered."""

    REPAIR = "repair"
    RESTORE = "restore"
    VERIFY_THERE = "verify there"
    PROVE = "prove"
    ACCEPT = "accept"
    PIN = "pin"
    UNPIN = "unpin"
    NOTE = "note"
    ELSEWHERE = "elsewhere"
    DELETE_THERE = "delete there"
    DELETE_HERE = "delete here"


class Bar(Enum):
    """Why something that makes sense cannot be done now."""

    AWAY = "away"
    NO_ENGINE = "no engine"
    NOT_OFFERED = "not offered"
    NOT_ALLOWED = "not allowed"
    BEING_WRITTEN = "being written"
    NOT_HERE = "not here"
    DAMAGED = "damaged"
    GONE_THERE = "gone there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One deed for these backups, or what bars it."""

    deed: Deed
    backups: tuple[Backup, ...]
    bar: Bar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Powers:
    """What there is to do it with."""

    abilities: Abilities
    connected: bool = False

    def bar(self, feature: str) -> Bar | None:
        """What bars a wish that the engine alone grants, and to administrators."""
        if not self.connected:
            return Bar.AWAY
        if not self.abilities.engine:
            return Bar.NO_ENGINE
        if feature not in self.abilities.features:
            return Bar.NOT_OFFERED
        return None if self.abilities.administrator else Bar.NOT_ALLOWED


def offered(chosen: Sequence[Backup], powers: Powers) -> list[Offered]:
    """What makes sense for the choice; what does not is not spoken of."""
    found = []
    for deed in Deed:
        meant = tuple(backup for backup in chosen if _SENSIBLE[deed](backup))
        if not meant or (deed in _ONE_AT_A_TIME and len(chosen) > 1):
            continue
        free = tuple(backup for backup in meant if _bar(deed, backup, powers) is None)
        bar = None if free else _bar(deed, meant[0], powers)
        found.append(Offered(deed=deed, backups=free or meant, bar=bar))
    return found


def _bar(deed: Deed, backup: Backup, powers: Powers) -> Bar | None:
    remote, local = backup.remote, backup.local
    if deed is Deed.REPAIR:
        if remote is None or remote.status is not RemoteStatus.FINISHED:
            return Bar.GONE_THERE
        return None if powers.connected else Bar.AWAY
    if deed is Deed.RESTORE:
        if local is not None and local.state is not CopyState.DAMAGED:
            return None
        if lies_there(backup):
            return powers.bar("restore")
        return Bar.NOT_HERE if local is None else Bar.DAMAGED
    if deed in (Deed.ELSEWHERE, Deed.DELETE_HERE):
        damaged = local is not None and local.state is CopyState.DAMAGED
        return Bar.DAMAGED if damaged and deed is Deed.ELSEWHERE else None
    writing = remote is not None and remote.status is RemoteStatus.BEING_WRITTEN
    if deed is Deed.DELETE_THERE:
        if not powers.connected:
            return Bar.AWAY
        if powers.abilities.engine and not powers.abilities.administrator:
            return Bar.NOT_ALLOWED
        return Bar.BEING_WRITTEN if writing else None
    if deed in (Deed.PIN, Deed.UNPIN, Deed.ACCEPT) and local is not None:
        return None  # the copy here needs nobody
    feature = {Deed.VERIFY_THERE: "verify", Deed.PROVE: "drill"}.get(deed, "pins")
    barred = powers.bar(feature)
    return barred if barred is not None or not writing else Bar.BEING_WRITTEN


def _there(backup: Backup) -> bool:
    return backup.remote is not None


def _here(backup: Backup) -> bool:
    return backup.local is not None


def _unpinned(backup: Backup) -> bool:
    return any(not side.pinned for side in (backup.remote, backup.local) if side)


_SENSIBLE: dict[Deed, Callable[[Backup], bool]] = {
    Deed.REPAIR: lambda backup: backup.where is Where.DAMAGED,
    Deed.RESTORE: lambda _: True,
    Deed.VERIFY_THERE: _there,
    Deed.PROVE: _there,
    Deed.ACCEPT: lambda backup: backup.suspect,
    Deed.PIN: _unpinned,
    Deed.UNPIN: lambda backup: backup.pinned,
    Deed.NOTE: _there,
    Deed.ELSEWHERE: _here,
    Deed.DELETE_THERE: _there,
    Deed.DELETE_HERE: _here,
}
_ONE_AT_A_TIME = frozenset({Deed.RESTORE, Deed.NOTE})


class Side(Enum):
    THERE = "there"
    HERE = "here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What deleting on one side leaves. `elsewhere` stay whole on the other side.

    `last` are those after which that side has no other good backup that holds as much.
    """

    elsewhere: tuple[Backup, ...] = ()
    gone: tuple[Backup, ...] = ()
    last: tuple[Backup, ...] = ()


def loss(going: Sequence[Backup], everything: Iterable[Backup], side: Side) -> Loss:
    """What is lost when these are deleted on one side."""
    other = Side.HERE if side is Side.THERE else Side.THERE
    left = [one for one in everything if one not in going and _good(one, side)]
    elsewhere = tuple(one for one in going if _good(one, other))
    return Loss(
        elsewhere=elsewhere,
        gone=tuple(one for one in going if one not in elsewhere),
        last=tuple(
            one
            for one in going
            if _good(one, side) and not any(_stands_for(stays, one) for stays in left)
        ),
    )


def _stands_for(stays: Backup, going: Backup) -> bool:
    full = stays.includes_storage is True or going.includes_storage is not True
    return full and stays.of == going.of


def _good(backup: Backup, side: Side) -> bool:
    """Whether one can rely on it there: all of it read, and not suspect."""
    if backup.suspect:
        return False
    if side is Side.HERE:
        return backup.local is not None and backup.local.state is CopyState.VERIFIED
    remote = backup.remote
    if remote is None or remote.status is not RemoteStatus.FINISHED:
        return False
    return remote.verified_at is not None or remote.backup_id is None  # a plain one reads none
