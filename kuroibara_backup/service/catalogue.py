"""What is known of each backup file, without opening any while somebody waits?"""

from __future__ import annotations

import hashlib
import logging
import os
import queue
import threading
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from kuroibara_backup.archive import FileSource, open_archive
from kuroibara_backup.archive.moments import moment
from kuroibara_backup.database.state.store import ArchiveRow
from kuroibara_backup.errors import BackupError, Damaged, NotABackup, NotAllowed, NotFound
from kuroibara_backup.places.names import kind_of
from kuroibara_backup.places.origin import Origin
from kuroibara_backup.service.notes import read_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kuroibara_backup.database.state.store import State
    from kuroibara_backup.places.local import LocalPlace, Stored

log = logging.getLogger("backup")
_READ = 1024 * 1024
_ADOPTED = UUID("7a4dbe5e-3c3f-4cf6-9d2e-5d0b3d8e2f61")  # any, the same in every version
_Key = tuple[Origin, str]
_EARLIEST, _LATEST = datetime(1, 1, 4, tzinfo=UTC), datetime(9999, 12, 28, tzinfo=UTC)


class Catalogue:
    """Remembers descriptions and checksums; a row counts only while the file is the same.

    Files that are new to it are described by a background thread. It is rebuilt from the files
    and their sidecars when the state database was lost.
    """

    def __init__(self, place: LocalPlace, state: State) -> None:
        self._place = place
        self._state = state
        self._rows: dict[_Key, ArchiveRow] = {}
        self._missed: set[_Key] = set()
        self._guard = threading.Lock()
        self._writing = threading.Lock()
        self._changes = 0
        self._tasks: queue.SimpleQueue[tuple[str, Stored] | None] = queue.SimpleQueue()
        self._queued: set[tuple[str, _Key]] = set()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="catalogue", daemon=True)

    def start(self) -> None:
        """Load what is known and begin to describe what is not."""
        self._load()
        self._thread.start()
        self.all()

    def close(self) -> None:
        self._closing.set()
        self._tasks.put(None)
        if self._thread.is_alive():
            self._thread.join(5)

    def all(self) -> list[tuple[Stored, ArchiveRow | None]]:
        """Every backup of the place with what is known of it."""
        stored = self._place.listing()
        found = [(one, self._valid(one)) for one in stored]
        missing = {_key(one) for one, row in found if row is None}
        if missing - self._missed:
            # Another process may have catalogued them; ask once for each new miss.
            self._load()
            found = [(one, self._valid(one)) for one in stored]
            missing = {_key(one) for one, row in found if row is None}
        self._missed = missing
        if missing:
            for one, row in found:
                if row is None and not one.being_written:
                    self._later("describe", one)
        return found

    def row(self, stored: Stored) -> ArchiveRow | None:
        """What is known of this one file."""
        row = self._valid(stored)
        if row is None:
            row = self._state.archive(stored.origin, stored.filename)
            if row is not None:
                self._keep(row)
            row = self._valid(stored)
        return row

    def remember(self, row: ArchiveRow) -> None:
        with self._writing:
            self._state.remember(row)
            self._keep(row)

    def amend(self, row: ArchiveRow, **changes: object) -> ArchiveRow | None:
        """Change some columns, whatever others write meanwhile; None when the row is gone."""
        with self._writing:
            changed = self._state.amend(row.origin, row.filename, **changes)
            if changed is not None:
                self._keep(changed)
        return changed

    def reload(self) -> None:
        """See what other processes have changed."""
        self._load()

    def fresh(self, stored: Stored) -> ArchiveRow | None:
        """What the database knows of this one file at this moment."""
        row = self._state.archive(stored.origin, stored.filename)
        return row if row is not None and _same(row, stored) else None

    def forget(self, stored: Stored) -> None:
        with self._writing:
            self._state.forget(stored.origin, stored.filename)
            with self._guard:
                self._changes += 1
                self._rows.pop(_key(stored), None)

    def want_sha256(self, stored: Stored) -> None:
        """Have the file hashed in the background; asking again costs nothing."""
        if not stored.being_written:
            self._later("hash", stored)

    def describe(self, stored: Stored) -> ArchiveRow:
        """Read what the file says about itself, and remember it; unless that is known by now."""
        claimed = self._place.claimed_sha256(stored)
        metadata: Mapping[str, Any] | None = None
        damaged = False
        try:
            with FileSource(stored.path) as source:
                metadata = open_archive(source).metadata.raw
        except (Damaged, NotABackup) as exc:
            log.warning("The backup %s cannot be read: %s", stored.filename, exc)
            damaged = True
        with self._writing:
            known = self._state.archive(stored.origin, stored.filename)
            if known is not None and _same(known, stored):
                row = known  # whoever made it was faster, and knows more
            elif known is not None:
                # A sidecar proves nothing once the file it was written for has been replaced.
                row = row_of(stored, metadata, sha256=None, damaged=damaged)
                row = replace(row, pinned=known.pinned, note=known.note)
                self._state.remember(row)
            else:
                row = row_of(stored, metadata, sha256=claimed, damaged=damaged)
                if stored.origin is not Origin.FOUND:
                    row = read_note(self._place.note(stored.filename), row)
                self._state.remember(row)
            self._keep(row)
        return row

    def describe_ours(self) -> None:
        """Describe files of ours that are new, here and now: they tell in one read.

        What went meanwhile, or may not be read, is passed over: it stays, and counts for nothing.
        """
        for stored in self._place.listing():
            if stored.origin is not Origin.FOUND and self.row(stored) is None:
                try:
                    self.describe(stored)
                except (NotFound, NotAllowed) as exc:
                    log.warning("The backup %s was not looked at: %s", stored.filename, exc)

    def _valid(self, stored: Stored) -> ArchiveRow | None:
        row = self._rows.get(_key(stored))
        return row if row is not None and _same(row, stored) else None

    def _load(self) -> None:
        while True:
            before = self._changes
            rows = {(row.origin, row.filename): row for row in self._state.archives()}
            with self._guard:
                if before == self._changes:  # else what was read may lack what came meanwhile
                    self._rows = rows
                    return

    def _keep(self, row: ArchiveRow) -> None:
        with self._guard:
            self._changes += 1
            self._rows[(row.origin, row.filename)] = row

    def _later(self, task: str, stored: Stored) -> None:
        with self._guard:
            if (task, _key(stored)) in self._queued:
                return
            self._queued.add((task, _key(stored)))
        self._tasks.put((task, stored))

    def _work(self) -> None:
        while True:
            item = self._tasks.get()
            if item is None or self._closing.is_set():
                return
            task, stored = item
            try:
                if task == "describe":
                    self.describe(stored)
                else:
                    self._hash(stored)
            except BackupError as exc:
                log.warning("The backup %s was not looked at: %s", stored.filename, exc)
            except Exception:  # nothing above this frame would ever see it
                log.exception("Looking at the backup %s broke", stored.filename)
            finally:
                with self._guard:
                    self._queued.discard((task, _key(stored)))

    def _hash(self, stored: Stored) -> None:
        row = self.row(stored) or self.describe(stored)
        if row.sha256 is not None:
            return
        digest = hashlib.sha256()
        handle, identity = self._place.open(stored)
        try:
            while piece := os.read(handle, _READ):
                if self._closing.is_set():
                    return
                digest.update(piece)
        finally:
            os.close(handle)
        if identity != stored.identity:
            return
        sha256 = digest.hexdigest()
        claimed = self._place.claimed_sha256(stored)
        differs = claimed is not None and claimed != sha256
        # Reading it took long: it may have been pinned, leased or verified meanwhile.
        now = self.fresh(stored)
        if now is not None:
            self.amend(now, sha256=sha256, damaged=now.damaged or differs)


def row_of(
    stored: Stored,
    metadata: Mapping[str, Any] | None,
    *,
    sha256: str | None,
    damaged: bool = False,
    verified_at: datetime | None = None,
) -> ArchiveRow:
    """Make the catalogue's row for a file from what it says about itself."""
    said = metadata or {}
    backup_id = _uuid(said.get("backup_id"))
    if backup_id is None and stored.origin is not Origin.FOUND and sha256 is not None:
        backup_id = uuid5(_ADOPTED, sha256)  # Kuroibara gave it none
    return ArchiveRow(
        origin=stored.origin,
        filename=stored.filename,
        size=stored.identity.size,
        mtime_ns=stored.identity.mtime_ns,
        inode=stored.identity.inode,
        created_at=_created(said, stored),
        backup_id=backup_id,
        sha256=sha256,
        metadata=metadata,
        kinds=_kinds(said.get("kinds"), stored.filename),
        verified_at=verified_at,
        damaged=damaged,
        suspect=said.get("suspect") is True,
    )


def modified_at(stored: Stored) -> datetime:
    # File systems know times that no calendar has.
    seconds = stored.identity.mtime_ns / 1e9
    return datetime.fromtimestamp(
        min(max(seconds, _EARLIEST.timestamp()), _LATEST.timestamp()), UTC
    )


def _kinds(said: object, filename: str) -> tuple[str, ...]:
    """What the backup calls its kinds, as far as that can be kept; else what its name tells."""
    if isinstance(said, list):
        return tuple(kind for kind in said if isinstance(kind, str) and kind.isprintable())
    by_name = kind_of(filename)
    return (by_name.value,) if by_name is not None else ()


def _created(said: Mapping[str, Any], stored: Stored) -> datetime:
    try:
        said_at = moment(str(said.get("created_at")))
    except ValueError:
        return modified_at(stored)
    # Kuroibara's own times have no zone; the file's time is what its list shows, too.
    return modified_at(stored) if said_at.tzinfo is None else said_at.astimezone(UTC)


def _uuid(text: object) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None


def _same(row: ArchiveRow, stored: Stored) -> bool:
    now = stored.identity
    return row.mtime_ns == now.mtime_ns and row.size == now.size and row.inode == now.inode


def _key(stored: Stored) -> _Key:
    return stored.origin, stored.filename
