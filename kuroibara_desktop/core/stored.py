"""A backup that the server restores where it lies: when one is such, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroibara_desktop.core.backups import CopyState, RemoteStatus
from kuroibara_desktop.core.words import one_line

if TYPE_CHECKING:
    from kuroibara_desktop.core.backups import Backup, RemoteBackup

_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBackup:
    """A backup that lies on the server, as its list told of it: it is restored where it lies.

    `here_too` says that the same bytes are on this computer. Times are ISO 8601, empty for never.
    """

    backup_id: str
    filename: str
    size: int
    sha256: str
    format: int
    includes_storage: bool
    kuroibara_version: str = ""
    postgresql_version: str = ""
    created_at: str = ""
    verified_at: str = ""  # when the server last read it to its last byte
    proved_at: str = ""  # when a restore of it was last rehearsed there with success
    suspect: bool = False
    here_too: bool = False

    @property
    def name(self) -> str:
        """What to show, whatever the server calls it; it is asked for by its id."""
        return one_line(self.filename)

    @property
    def identity(self) -> str:
        """The same for the same backup of the server."""
        return self.backup_id


def lies_there(backup: Backup) -> bool:
    """Whether the server in use, if it has the engine, can restore this backup where it lies.

    One that is here, too, is sent from here unless both are certainly the same bytes: whoever
    chose it may mean the copy. A damaged copy is nothing to restore from.
    """
    remote, local = backup.remote, backup.local
    if remote is None or remote.backup_id is None or remote.status is not RemoteStatus.FINISHED:
        return False
    if local is None or local.state is CopyState.DAMAGED:
        return True
    return remote.sha256 is not None and remote.sha256 == local.sha256


def stored(remote: RemoteBackup, *, here_too: bool) -> StoredBackup:
    """What the server tells of a backup that it is to restore; it has to have an id."""
    if remote.backup_id is None:
        raise ValueError("only a backup with an id can be asked for")
    told = remote.metadata
    return StoredBackup(
        backup_id=remote.backup_id,
        filename=remote.filename,
        size=remote.size,
        sha256=remote.sha256 or "",
        format=2 if told.get("format") == 2 else 1,
        includes_storage=remote.includes_storage is not False,
        kuroibara_version=_told(told.get("kuroibara_version")),
        postgresql_version=_told(told.get("postgresql_version")),
        created_at=remote.created_at.isoformat(),
        verified_at=remote.verified_at.isoformat() if remote.verified_at else "",
        proved_at=remote.proved_at.isoformat() if remote.proved_at else "",
        suspect=remote.suspect,
        here_too=here_too,
    )


def _told(value: object) -> str:
    return one_line(str(value), _LONGEST) if isinstance(value, str | int) else ""
