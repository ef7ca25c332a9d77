"""Our own memory of the vault: copies seen, and transfers begun.

Losing this file loses no backup: copies are read again from their sidecars, and a part without its
row is begun anew.
"""

from __future__ import annotations

import sqlite3
import uuid
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroibara_desktop.core.errors import FolderUnsuitable
from kuroibara_desktop.core.transfers import Transfer, TransferId, TransferState
from kuroibara_desktop.vault.sidecar import read_back, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_desktop.core.backups import LocalCopy

_VERSION = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS copies (
    vault TEXT NOT NULL, server TEXT NOT NULL, name TEXT NOT NULL,
    seen TEXT NOT NULL, facts TEXT NOT NULL,
    PRIMARY KEY (vault, server, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS transfers (
    id TEXT PRIMARY KEY, vault TEXT NOT NULL, server TEXT NOT NULL, filename TEXT NOT NULL,
    size INTEGER NOT NULL, backup_id TEXT, sha256 TEXT, etag TEXT, part TEXT NOT NULL,
    received INTEGER NOT NULL, state TEXT NOT NULL,
    changed_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX IF NOT EXISTS transfers_of_file ON transfers (vault, server, filename);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A file as it looked when its row was written: another look, another copy."""

    size: int
    mtime_ns: int
    facts_mtime_ns: int

    def __str__(self) -> str:
        return f"{self.size} {self.mtime_ns} {self.facts_mtime_ns}"


class Catalog:
    """One SQLite file; every call is its own transaction and may come from any thread."""

    def __init__(self, file: Path) -> None:
        self._file = file
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._open() as db:
            found = db.execute("PRAGMA user_version").fetchone()[0]
            if found > _VERSION:
                raise FolderUnsuitable(
                    f"The catalog {file} was made by a newer version of this app.",
                    remedy="Use that version, or move the file away: it is made anew.",
                )
            if found < _VERSION:
                db.executescript(f"BEGIN IMMEDIATE;{_TABLES}PRAGMA user_version={_VERSION};COMMIT;")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._file, timeout=15.0)) as db, db:
                yield db
        except sqlite3.Error as exc:
            raise FolderUnsuitable(
                f"The catalog {self._file} cannot be used: {exc}.",
                remedy="Check the drive it is on; if the file is damaged, move it away: it is made "
                "anew from the archive folder.",
            ) from exc

    def copies(self, vault: str, server: str, folder: Path) -> dict[str, tuple[str, LocalCopy]]:
        """By file name: how it looked, and the copy that it was then."""
        with self._open() as db:
            rows = db.execute(
                "SELECT name, seen, facts FROM copies WHERE vault = ? AND server = ?",
                (vault, server),
            ).fetchall()
        found = {}
        for name, seen, facts in rows:
            copy = read_back(facts, folder / name, server)
            if copy is not None:
                found[name] = (seen, copy)
        return found

    def remember(self, vault: str, copies: list[tuple[str, Seen, LocalCopy]]) -> None:
        """Each with its name: the path below the server's folder, with `/`."""
        with self._open() as db:
            db.executemany(
                "INSERT OR REPLACE INTO copies VALUES (?, ?, ?, ?, ?)",
                [(vault, c.server, name, str(seen), written(c)) for name, seen, c in copies],
            )

    def forget(self, vault: str, server: str, names: list[str]) -> None:
        with self._open() as db:
            db.executemany(
                "DELETE FROM copies WHERE vault = ? AND server = ? AND name = ?",
                [(vault, server, name) for name in names],
            )

    def unfinished(self, vault: str, server: str, filename: str) -> list[Transfer]:
        """Transfers of this file that were begun and not ended, the newest first."""
        with self._open() as db:
            rows = db.execute(
                f"SELECT {_COLUMNS} FROM transfers WHERE vault = ? AND server = ? AND filename = ? "  # noqa: S608  constants only
                "AND state NOT IN ('done', 'cancelled') ORDER BY changed_at DESC, rowid DESC",
                (vault, server, filename),
            ).fetchall()
        return [_transfer(row) for row in rows]

    def transfers(self, vault: str) -> list[Transfer]:
        """Every transfer that was not ended, the oldest first."""
        with self._open() as db:
            rows = db.execute(
                f"SELECT {_COLUMNS} FROM transfers WHERE vault = ? "  # noqa: S608  constants only
                "AND state NOT IN ('done', 'cancelled') ORDER BY rowid",
                (vault,),
            ).fetchall()
        return [_transfer(row) for row in rows]

    def note(self, vault: str, transfer: Transfer) -> None:
        """Write the row of `transfer`, its first or its newest; ended ones are dropped."""
        with self._open() as db:
            if transfer.state in (TransferState.DONE, TransferState.CANCELLED):
                db.execute("DELETE FROM transfers WHERE id = ?", (transfer.id,))
                return
            db.execute(
                "INSERT INTO transfers (id, vault, server, filename, size, backup_id, sha256, etag,"
                " part, received, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET size = excluded.size, sha256 = excluded.sha256,"
                " etag = excluded.etag, part = excluded.part, received = excluded.received,"
                " state = excluded.state, changed_at = CURRENT_TIMESTAMP",
                (
                    transfer.id,
                    vault,
                    transfer.server,
                    transfer.filename,
                    transfer.size,
                    transfer.backup_id,
                    transfer.sha256,
                    transfer.etag,
                    transfer.part,
                    transfer.received,
                    transfer.state.value,
                ),
            )


_COLUMNS = "id, server, filename, size, backup_id, sha256, etag, part, received, state"


def _transfer(row: tuple[str, str, str, int, str, str, str, str, int, str]) -> Transfer:
    identity, server, filename, size, backup_id, sha256, etag, part, received, state = row
    return Transfer(
        id=TransferId(identity),
        server=server,
        filename=filename,
        size=size,
        backup_id=backup_id,
        sha256=sha256,
        etag=etag,
        part=part,
        received=received,
        state=TransferState(state),
    )


def new_transfer_id() -> TransferId:
    return TransferId(uuid.uuid4().hex)
