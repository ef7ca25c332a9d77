"""What must outlive this process: copies that are wanted, restores that were begun, piece sizes.

Each row is written before the bytes that it speaks of. Losing the file loses no backup and no
bytes: a damaged one is set aside and begun anew.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from kuroibara_desktop.core.errors import FolderUnsuitable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 15.0  # seconds; longer than any write of another process takes
_VERSIONS = (
    """
    CREATE TABLE pieces (server TEXT PRIMARY KEY, piece INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE journeys (
        id TEXT PRIMARY KEY, server TEXT NOT NULL, state TEXT NOT NULL, facts TEXT NOT NULL,
        changed_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    """,
    """
    CREATE TABLE queue (
        id TEXT PRIMARY KEY, vault TEXT NOT NULL, server TEXT NOT NULL, folder TEXT NOT NULL,
        filename TEXT NOT NULL, size INTEGER NOT NULL, backup_id TEXT, position INTEGER NOT NULL,
        state TEXT NOT NULL, wish TEXT NOT NULL, tries INTEGER NOT NULL, next_try REAL NOT NULL,
        problem TEXT NOT NULL, ended_at REAL
    );
    CREATE INDEX queue_of_vault ON queue (vault, position);
    CREATE TABLE rules (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """,
    "ALTER TABLE queue ADD COLUMN cleared INTEGER NOT NULL DEFAULT 0",
)
"""What each version adds to the one before; never changed once it was given out."""


class Journal:
    """One SQLite file; every change is on the disk when its call returns, from any thread."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._turn = threading.Lock()
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            self._prepare()
        except sqlite3.DatabaseError as exc:
            if isinstance(exc, sqlite3.OperationalError):  # busy, full, forbidden: it may be whole
                raise self._unusable(exc) from exc
            self._set_aside()
            with self._readable():
                self._prepare()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        with self._readable(), closing(self._open()) as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing; nobody else writes meanwhile."""
        with self._readable(), self._turn, closing(self._open()) as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    # Piece sizes

    def piece(self, server: str) -> int | None:
        """How many bytes at once went through at `server` the last time."""
        with self.reading() as db:
            row = db.execute("SELECT piece FROM pieces WHERE server = ?", (server,)).fetchone()
        return int(row[0]) if row else None

    def keep_piece(self, server: str, piece: int) -> None:
        with self.writing() as db:
            db.execute("INSERT OR REPLACE INTO pieces VALUES (?, ?)", (server, piece))

    # How

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._file, timeout=_PATIENCE, isolation_level=None)
        db.execute("PRAGMA synchronous=FULL")
        return db

    def _prepare(self) -> None:
        with closing(self._open()) as db:
            db.execute("PRAGMA journal_mode=WAL")
            found = int(db.execute("PRAGMA user_version").fetchone()[0])
            if found > len(_VERSIONS):
                raise FolderUnsuitable(
                    f"The journal {self._file} was made by a newer version of this app.",
                    remedy="Use that version, or move the file away: it is begun anew.",
                )
            if found == len(_VERSIONS):
                if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                    raise sqlite3.DatabaseError("it is damaged")
                return
            db.execute("BEGIN IMMEDIATE")
            found = int(db.execute("PRAGMA user_version").fetchone()[0])  # another may have been
            for version in _VERSIONS[found:]:
                for statement in version.split(";"):
                    if statement.strip():
                        db.execute(statement)
            db.execute(f"PRAGMA user_version={len(_VERSIONS)}")
            db.execute("COMMIT")

    def _set_aside(self) -> None:
        aside, number = self._file.with_name(f"{self._file.name}.damaged"), 1
        while aside.exists():
            number += 1
            aside = self._file.with_name(f"{self._file.name}.damaged-{number}")
        with contextlib.suppress(FileNotFoundError):  # another process was as quick
            self._file.rename(aside)
        for ending in ("-wal", "-shm"):
            self._file.with_name(self._file.name + ending).unlink(missing_ok=True)

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as exc:
            raise self._unusable(exc) from exc

    def _unusable(self, exc: sqlite3.Error) -> FolderUnsuitable:
        return FolderUnsuitable(
            f"The journal {self._file} cannot be used: {exc}.",
            remedy="Check the drive it is on; if the file is damaged, move it away: it is begun "
            "anew, and no backup is lost.",
        )
