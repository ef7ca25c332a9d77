"""Which backups exist, and where: on the server, here, or both."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from kuroibara_desktop.core.words import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from kuroibara_backup.retention import Counts


class Where(Enum):
    SERVER = "server"
    HERE = "here"
    BOTH = "both"
    DAMAGED = "damaged"  # there is a copy here, and it must not be relied upon


class RemoteStatus(Enum):
    FINISHED = "finished"
    BEING_WRITTEN = "being_written"
    DAMAGED = "damaged"


class CopyState(Enum):
    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteBackup:
    """One backup as the server lists it.

    `time_is_guessed` says that the server gave a time without a zone (plain Kuroibara), so
    `created_at` may be wrong by hours. `sha256` is None where the server promises none.
    """

    filename: str
    size: int
    created_at: datetime
    time_is_guessed: bool = False
    backup_id: str | None = None
    includes_storage: bool | None = None
    kind: str | None = None  # daily weekly monthly manual safety
    origin: str = "found"  # engine: made by ours; found: Kuroibara's own file
    status: RemoteStatus = RemoteStatus.FINISHED
    sha256: str | None = None
    verified_at: datetime | None = None
    proved_at: datetime | None = None
    pinned: bool = False
    suspect: bool = False
    encrypted: bool = False
    note: str | None = None  # what somebody noted about it on the server
    metadata: Mapping[str, object] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What to show, whatever the server calls it; calls are made with `filename`."""
        return one_line(self.filename.removesuffix(".tar.gz"))


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalCopy:
    """One backup in the vault, as this computer last saw it.

    `remote_name` is its file name on the server; `path` may differ when that name was taken here.
    `instance_id` is that of the engine it was copied from, as it said then. `counts` are what a
    full look found in it.
    """

    path: Path
    remote_name: str
    server: str  # the server's folder in the vault
    size: int
    sha256: str | None
    created_at: datetime | None = None
    time_is_guessed: bool = False
    copied_at: datetime | None = None
    verified_at: datetime | None = None
    state: CopyState = CopyState.UNVERIFIED
    damages: tuple[str, ...] = ()
    not_proved: tuple[str, ...] = ()
    backup_id: str | None = None
    includes_storage: bool | None = None
    kind: str | None = None
    suspect: bool = False
    encrypted: bool = False
    pinned: bool = False
    instance_id: str | None = None
    counts: Counts | None = None
    metadata: Mapping[str, object] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What to show, whatever somebody called the file."""
        return one_line(self.path.name.removesuffix(".tar.gz"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One row of the table: a backup, wherever it is. At least one of the two sides is there.

    `of` names the other server whose copy it is; it is empty for the server in use.
    """

    where: Where
    remote: RemoteBackup | None = None
    local: LocalCopy | None = None
    of: str = ""

    @property
    def key(self) -> str:
        """The same for the same backup in two lists, one after the other."""
        side = self.remote or self._here
        identity = side.backup_id or side.sha256
        name = self.remote.filename if self.remote else self._here.remote_name
        return identity or f"{name}/{side.size}"

    @property
    def name(self) -> str:
        return (self.remote or self._here).name

    @property
    def size(self) -> int:
        return (self.remote or self._here).size

    @property
    def created_at(self) -> datetime | None:
        return (self.remote or self._here).created_at

    @property
    def includes_storage(self) -> bool | None:
        remote = self.remote.includes_storage if self.remote else None
        return remote if remote is not None or self.local is None else self.local.includes_storage

    @property
    def kind(self) -> str | None:
        return (self.remote or self._here).kind

    @property
    def suspect(self) -> bool:
        return any(side.suspect for side in (self.remote, self.local) if side)

    @property
    def encrypted(self) -> bool:
        """By the bytes of the copy where there is one; else the server's word."""
        return (self.local or self._there).encrypted

    @property
    def pinned(self) -> bool:
        """Whether no rule removes it, on one side at least."""
        return any(side.pinned for side in (self.remote, self.local) if side)

    @property
    def verified_at(self) -> datetime | None:
        """When its bytes were read last: those here where there are some, else the server's."""
        return self.local.verified_at if self.local else self._there.verified_at

    @property
    def proved_at(self) -> datetime | None:
        """When a restore of it was last rehearsed with success."""
        return self.remote.proved_at if self.remote else None

    @property
    def _there(self) -> RemoteBackup:
        if self.remote is None:
            raise ValueError("a row has at least one side")
        return self.remote

    @property
    def _here(self) -> LocalCopy:
        if self.local is None:
            raise ValueError("a row has at least one side")
        return self.local


def merge(
    remote: Iterable[RemoteBackup],
    local: Iterable[LocalCopy],
    *,
    others: Mapping[str, str] | None = None,
) -> list[Backup]:
    """One row per backup, newest first; a copy joins its backup only when both are the same one.

    The same means: the same id, or where a side has none, the same checksum, or where a side has
    none, the same name and size. A backup replaced on the server under its old name is a new row.
    `others` names, by their folders, the servers that are not in use: what their copies are called
    says nothing about the backups of this one.
    """
    remaining = list(local)
    others = others or {}
    by_id = {copy.backup_id: copy for copy in remaining if copy.backup_id}
    by_sha = {copy.sha256: copy for copy in remaining if copy.sha256}
    by_name = {(c.remote_name, c.size): c for c in remaining if c.server not in others}
    joined: set[Path] = set()
    rows = []
    for backup in remote:
        candidates = (
            by_id.get(backup.backup_id) if backup.backup_id else None,
            by_sha.get(backup.sha256) if backup.sha256 else None,
            by_name.get((backup.filename, backup.size)),
        )
        copy = next(
            (c for c in candidates if c and c.path not in joined and _same(backup, c)), None
        )
        if copy is not None:
            joined.add(copy.path)
        rows.append(Backup(where=_where(backup, copy), remote=backup, local=copy))
    rows += [
        Backup(where=_where(None, copy), local=copy, of=others.get(copy.server, ""))
        for copy in remaining
        if copy.path not in joined
    ]
    return sorted(rows, key=_newest_first, reverse=True)


def _same(remote: RemoteBackup, local: LocalCopy) -> bool:
    if remote.sha256 and local.sha256 and local.state is not CopyState.DAMAGED:
        return remote.sha256 == local.sha256
    if remote.backup_id and local.backup_id:
        return remote.backup_id == local.backup_id
    return (remote.filename, remote.size) == (local.remote_name, local.size)


def _where(remote: RemoteBackup | None, local: LocalCopy | None) -> Where:
    if local is None:
        return Where.SERVER
    if local.state is CopyState.DAMAGED:
        return Where.DAMAGED
    return Where.HERE if remote is None else Where.BOTH


def _newest_first(row: Backup) -> tuple[float, str]:
    return (row.created_at.timestamp() if row.created_at else 0.0, row.name)
