"""Is the library safe, since when, and what is in the way of the next copy?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from kuroibara_backup.errors import NotAllowed
from kuroibara_desktop.core.backups import Backup, CopyState, LocalCopy, RemoteStatus, Where
from kuroibara_desktop.core.errors import (
    KeyringLocked,
    KeyringMissing,
    SignInRequired,
    VaultMissing,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kuroibara_backup.errors import BackupError

_AHEAD = timedelta(days=1)  # a time further in the future than this proves nothing


class Level(Enum):
    """The answer in one word."""

    PROTECTED = "protected"
    ATTENTION = "attention"
    WAITING = "waiting"  # for the first copy
    ALONE = "alone"  # copies without a server that newer ones could come from


class Why(Enum):
    """What the answer rests on; of several, the one to deal with first."""

    FRESH = "a verified, not suspect copy with all files is away from the server, and young"
    NO_BACKUP = "there is no backup anywhere yet"
    NO_COPY = "there are backups on the server, none here"
    SAME_MACHINE = "the copies are on the server's own machine"
    DAMAGED = "the newest copy here is damaged"
    SUSPECT = "every copy that would do is suspect"
    UNVERIFIED = "no copy here was verified"
    DATABASE_ONLY = "no verified copy is known to hold the library's files"
    OLD = "the newest copy that would do is too old"
    NO_SERVER = "no server is set up, and the copies here are not known to be damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """How old the newest backup may be: `there` on the server, `here` the copy with all files."""

    there: timedelta = timedelta(days=2)
    here: timedelta = timedelta(days=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """`whole` is the copy that the answer rests on: the newest that could save everything."""

    level: Level
    why: Why
    there: Backup | None = None  # the newest good backup on the server
    here: Backup | None = None  # the newest verified copy here, whatever it holds
    whole: Backup | None = None


def judge(
    backups: Iterable[Backup],
    *,
    now: datetime,
    ages: Ages,
    same_machine: bool = False,
    has_server: bool = True,
) -> Safety:
    """The answer by what is on the server and here; `now` is by the server's clock.

    *Protected* is never said without a verified, not suspect copy that holds the library's files,
    is within its age and lies on another machine than the server. Without a server nothing is
    claimed of a library: only what the copies are worth.
    """
    rows = [row for row in backups if row.created_at is not None]
    there = _newest(row for row in rows if _good_there(row) and _dated(row, now))
    copies = [row for row in rows if row.local is not None]
    verified = [row for row in copies if _verified(row) and _dated(row, now)]
    whole = _newest(row for row in verified if row.includes_storage is True and not row.suspect)
    here = _newest(verified)

    def answer(level: Level, why: Why) -> Safety:
        return Safety(level=level, why=why, there=there, here=here, whole=whole)

    newest = max(copies, key=lambda row: -_age(row, now), default=None)
    broken = newest and newest.local and newest.local.state is CopyState.DAMAGED
    if not has_server and not broken:
        return answer(Level.ALONE, Why.NO_SERVER)
    if not copies:
        return answer(Level.WAITING, Why.NO_COPY if there is not None else Why.NO_BACKUP)
    if same_machine:
        return answer(Level.ATTENTION, Why.SAME_MACHINE)
    if whole is not None and _age(whole, now) <= ages.here:
        return answer(Level.PROTECTED, Why.FRESH)
    if broken:
        return answer(Level.ATTENTION, Why.DAMAGED)
    if whole is not None:
        return answer(Level.ATTENTION, Why.OLD)
    if any(row.suspect for row in verified):
        return answer(Level.ATTENTION, Why.SUSPECT)
    return answer(Level.ATTENTION, Why.DATABASE_ONLY if verified else Why.UNVERIFIED)


def next_copies(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """What *Copy offsite now* copies, smallest first: the newest backup, and the newest full one.

    Only what the server holds whole and what is newer than the good copies here; so nothing when
    the newest of both kinds is here.
    """
    rows = [row for row in backups if row.created_at is not None]
    chosen: list[Backup] = []
    for kind in (rows, [row for row in rows if row.includes_storage is not False]):
        newest = _newest(row for row in kind if _good_there(row) and not row.suspect)
        if newest is not None and not _good_here(newest) and newest not in chosen:
            chosen.append(newest)
    return tuple(sorted(chosen, key=lambda row: row.size))


class Obstacle(Enum):
    """What keeps the next copy from being made just now."""

    SIGNED_OUT = "signed out"
    KEYRING = "the keyring does not answer"
    NOT_ALLOWED = "this account may not take backups"
    SERVER_AWAY = "the server does not answer"
    DRIVE_MISSING = "the archive folder is not there"
    FOLDER = "the archive folder cannot be used"
    NO_SPACE = "the next copy does not fit"
    METERED = "the network counts every byte"
    BATTERY = "on battery"
    PAUSED = "the user paused copying"


def in_the_way(
    *,
    server_error: BackupError | None,
    vault_error: BackupError | None,
    needed: int,
    free: int | None,
    metered: bool | None,
    on_battery: bool = False,
    paused: bool = False,
) -> tuple[Obstacle, ...]:
    """Everything that is in the way; `needed` bytes are next, `free` and `metered` may be unknown.

    An unknown network is not called metered, and an unknown disk not full.
    """
    found = []
    if server_error is not None:
        found.append(_of_server(server_error))
    if isinstance(vault_error, VaultMissing):
        found.append(Obstacle.DRIVE_MISSING)
    elif vault_error is not None:
        found.append(Obstacle.FOLDER)
    elif free is not None and needed > free:
        found.append(Obstacle.NO_SPACE)
    if metered:
        found.append(Obstacle.METERED)
    if on_battery:
        found.append(Obstacle.BATTERY)
    if paused:
        found.append(Obstacle.PAUSED)
    return tuple(found)


def _of_server(error: BackupError) -> Obstacle:
    if isinstance(error, SignInRequired):
        return Obstacle.SIGNED_OUT
    if isinstance(error, KeyringLocked | KeyringMissing):
        return Obstacle.KEYRING
    if isinstance(error, NotAllowed):
        return Obstacle.NOT_ALLOWED
    return Obstacle.SERVER_AWAY


class Doing(Enum):
    """What the app as a whole is at, in the five states that an icon can show."""

    PROTECTED = "protected"
    WORKING = "working"
    ATTENTION = "attention"
    TROUBLE = "trouble"
    WAITING = "waiting"


def doing(safety: Safety | None, *, working: bool, failed: bool) -> Doing:
    """The one state to show; work under way is seen before what it may be about to mend."""
    if working:
        return Doing.WORKING
    if failed or (safety is not None and safety.why is Why.DAMAGED):
        return Doing.TROUBLE
    if safety is None or safety.level is Level.ALONE:
        return Doing.WAITING
    return Doing(safety.level.value)


def _good_there(row: Backup) -> bool:
    return row.remote is not None and row.remote.status is RemoteStatus.FINISHED


def _good_here(row: Backup) -> bool:
    return row.where is Where.BOTH


def _verified(row: Backup) -> bool:
    return row.local is not None and row.local.state is CopyState.VERIFIED


def _dated(row: Backup, now: datetime) -> bool:
    return row.created_at is not None and row.created_at <= now + _AHEAD


def _age(row: Backup, now: datetime) -> timedelta:
    return now - row.created_at if row.created_at is not None else timedelta.max


def _newest(rows: Iterable[Backup]) -> Backup | None:
    return max(
        rows, key=lambda row: row.created_at.timestamp() if row.created_at else 0.0, default=None
    )


def worth_remembering(copies: Iterable[LocalCopy]) -> tuple[LocalCopy, ...]:
    """Of `copies`, those that the answer rests on while their drive is away; at most two."""
    verified = [c for c in copies if c.state is CopyState.VERIFIED and c.created_at is not None]
    verified.sort(key=lambda c: c.created_at.timestamp() if c.created_at else 0.0, reverse=True)
    whole = [c for c in verified if c.includes_storage is True and not c.suspect]
    found = verified[:1]
    return tuple(found + [copy for copy in whole[:1] if copy not in found])
