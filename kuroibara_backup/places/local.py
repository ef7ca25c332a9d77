"""Which backups lie in the backup folder, and how does one get in or out?"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from kuroibara_backup.archive import read_sidecar, sidecar_line
from kuroibara_backup.errors import ArchiveCorrupt, BackupError, NotFound, Refused
from kuroibara_backup.places.files import (
    free_bytes,
    give_name,
    remove_quietly,
    storing,
    sync_folder,
    try_lock,
)
from kuroibara_backup.places.names import SUFFIX, folded
from kuroibara_backup.places.origin import Origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SIDECAR = ".sha256"
NOTE = ".note"
_SPOOL = ".spool-"
_MARK = ".kuroibara-backups"
_LOCK = ".writer-lock"
SETTLED_AFTER = 60.0
LEFT_AFTER = 24 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What tells one content of a file from another without reading it.

    `changed_ns` also moves when a file is only renamed, so two identities may be equal without it.
    """

    size: int
    mtime_ns: int
    inode: int
    changed_ns: int = field(compare=False)

    def still(self, found: os.stat_result) -> bool:
        """Tell whether nothing at all has changed since."""
        return (
            self.mtime_ns == found.st_mtime_ns
            and self.size == found.st_size
            and self.inode == found.st_ino
            and self.changed_ns == found.st_ctime_ns
        )

    @classmethod
    def of(cls, found: os.stat_result) -> Identity:
        return cls(
            size=found.st_size,
            mtime_ns=found.st_mtime_ns,
            inode=found.st_ino,
            changed_ns=found.st_ctime_ns,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One backup file as it lies in the place."""

    filename: str
    origin: Origin
    identity: Identity
    being_written: bool
    path: Path


class LocalPlace:
    """Backups in one folder: ours in `engine/`, uploads in `uploaded/`, else `archives/`."""

    def __init__(self, root: Path, *, now: Callable[[], float] = time.time) -> None:
        self.root = root
        self.ours = root / "engine"
        self.uploaded = root / "uploaded"
        self.theirs = root / "archives"
        self._now = now
        # filename -> what a found file looked like, and since when it looks so
        self._seen: dict[str, tuple[Identity, float]] = {}
        self._last: dict[str, Stored] = {}

    def prepare(self) -> None:
        """Make our folders, for their owner only."""
        with storing(self.root):
            for folder in (self.ours, self.uploaded):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def mark(self) -> UUID | None:
        """Return what this folder is marked with; None when it is not, or nobody can read it."""
        try:
            return UUID((self.root / _MARK).read_text(encoding="ascii").strip())
        except (OSError, ValueError):
            return None

    def write_mark(self, mark: UUID) -> None:
        """Mark the folder, durably and in place of what was there."""
        with storing(self.root), self.spool() as spool:
            spool.write_text(f"{mark}\n", encoding="ascii")
            _sync_file(spool)
            os.replace(spool, self.root / _MARK)
            sync_folder(self.root)

    def listing(self) -> list[Stored]:
        """Return every backup; junk, folders and dangling links are passed over.

        What has not changed since the last time is the same object again.
        """
        found = {item.filename: item for item in self._scan(self.theirs, Origin.FOUND)}
        # A file of ours hides one of Kuroibara's of the same name: a name means one backup.
        found |= {item.filename: item for item in self._scan(self.uploaded, Origin.UPLOADED)}
        found |= {item.filename: item for item in self._scan(self.ours, Origin.ENGINE)}
        for gone in self._seen.keys() - found.keys():
            self._seen.pop(gone, None)
        self._last = found
        return list(found.values())

    def must_be_there(self) -> None:
        """Refuse while the folder cannot be read, as when its drive is gone: none is not known."""
        with storing(self.ours), os.scandir(self.ours):
            pass

    def find(self, filename: str) -> Stored:
        """Return the backup of this exact name; `filename` is not trusted."""
        if "/" not in filename and "\0" not in filename and not filename.startswith("."):
            for folder, origin in (
                (self.ours, Origin.ENGINE),
                (self.uploaded, Origin.UPLOADED),
                (self.theirs, Origin.FOUND),
            ):
                stored = self._look(folder, filename, origin)
                if stored is not None:
                    return stored
        raise NotFound("Backup file not found", remedy="Reload the list of backups.")

    def open(self, stored: Stored) -> tuple[int, Identity]:
        """Open for reading; the identity is that of the very file that was opened."""
        flags = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        try:
            handle = os.open(stored.path, os.O_RDONLY if stored.origin is Origin.FOUND else flags)
        except FileNotFoundError as exc:
            raise NotFound("Backup file not found", remedy="Reload the list of backups.") from exc
        except OSError as exc:
            raise BackupError(
                f"The backup {stored.filename} cannot be read: {exc.strerror}.",
                remedy="Look at the server's backup folder: who may read it, and is its disk well?",
                code="backup_unreadable",
            ) from exc
        return handle, Identity.of(os.fstat(handle))

    def names(self) -> set[str]:
        """Return the folded name, without ending, of everything that takes one."""
        taken = set()
        for folder in (self.ours, self.uploaded, self.theirs):
            try:
                entries = os.listdir(folder)
            except OSError:
                continue
            taken |= {folded(entry.removesuffix(SUFFIX)) for entry in entries}
        return taken

    @contextmanager
    def writer_lock(
        self, *, wait: bool, check: Callable[[], None] = lambda: None
    ) -> Iterator[None]:
        """Hold the right to write here, across processes; freed by the system if we die."""
        with storing(self.root):
            handle = os.open(self.ours / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            while not try_lock(handle):
                if not wait:
                    raise Refused(
                        "The backup was not started: another one is being written.",
                        remedy="Wait until it has finished, then try again.",
                        code="locked",
                    )
                check()
                time.sleep(0.1)
            yield
        finally:
            os.close(handle)

    def sweep(self) -> int:
        """Remove what a killed writer left; returns how many files. Hold the writer lock."""
        removed = 0
        entries = os.listdir(self.ours)
        names = set(entries)
        for entry in entries:
            owner = entry.removesuffix(SIDECAR).removesuffix(NOTE)
            orphan = entry != owner and owner.endswith(SUFFIX) and owner not in names
            if orphan or entry.startswith(_SPOOL):
                remove_quietly(self.ours / entry)
                removed += 1
        return removed

    def sweep_uploaded(self) -> None:
        """Remove what a killed publishing of an upload left a day ago or more."""
        entries = set(os.listdir(self.uploaded))
        for entry in entries:
            owner = entry.removesuffix(SIDECAR).removesuffix(NOTE)
            orphan = entry != owner and owner.endswith(SUFFIX) and owner not in entries
            path = self.uploaded / entry
            if orphan or entry.startswith(_SPOOL):
                with suppress(FileNotFoundError):
                    if self._now() - path.stat().st_mtime > LEFT_AFTER:
                        remove_quietly(path)

    @contextmanager
    def spool(self, folder: Path | None = None) -> Iterator[Path]:
        """Give a path for a file in the making, in our folder; it is gone afterwards."""
        path = (folder or self.ours) / f"{_SPOOL}{secrets.token_hex(8)}"
        try:
            yield path
        finally:
            remove_quietly(path)

    def publish(self, spool: Path, filename: str, sha256: str, *, uploaded: bool = False) -> Stored:
        """Give a written spool its final name, with its sidecar, durably and never overwriting.

        The sidecar comes first: whoever sees the backup can check it.
        """
        folder = self.uploaded if uploaded else self.ours
        final, sidecar = folder / filename, folder / (filename + SIDECAR)
        with storing(folder):
            _sync_file(spool)
            if os.path.lexists(final):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            with self.spool(folder) as note:
                note.write_text(sidecar_line(sha256, filename), encoding="utf-8")
                note.chmod(0o600)
                _sync_file(note)
                os.replace(note, sidecar)
            try:
                give_name(spool, final)
            except OSError:
                remove_quietly(sidecar)
                raise
            sync_folder(folder)
        return self.find(filename)

    def claimed_sha256(self, stored: Stored) -> str | None:
        """Return what the sidecar says; None when there is none or it is about another file."""
        if stored.origin is Origin.FOUND:
            return None
        try:
            text = stored.path.with_name(stored.filename + SIDECAR).read_text(encoding="utf-8")
            sha256, name = read_sidecar(text)
        except (OSError, ValueError, ArchiveCorrupt):
            return None
        return sha256 if name == stored.filename else None

    def remove(self, stored: Stored) -> None:
        """Remove a backup and its sidecar, durably."""
        with storing(stored.path.parent):
            try:
                os.unlink(stored.path)
            except FileNotFoundError as exc:
                raise NotFound("Backup file not found", remedy="Reload the list.") from exc
            if stored.origin is not Origin.FOUND:
                remove_quietly(stored.path.with_name(stored.filename + SIDECAR))
                remove_quietly(stored.path.with_name(stored.filename + NOTE))
            sync_folder(stored.path.parent)

    def note(self, filename: str) -> str | None:
        """Return what is noted beside a backup; None when nothing is, "" when it is no text."""
        try:
            return self._note_path(filename).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError):
            return ""

    def write_note(self, filename: str, text: str | None) -> None:
        """Note this beside a backup in place of what was noted; None removes the note."""
        final = self._note_path(filename)
        with storing(final.parent), self.spool(final.parent) as spool:
            if text is None:
                remove_quietly(final)
            else:
                spool.write_text(text, encoding="utf-8")
                spool.chmod(0o600)
                _sync_file(spool)
                os.replace(spool, final)
            sync_folder(final.parent)

    def _note_path(self, filename: str) -> Path:
        there = not (self.ours / filename).exists() and (self.uploaded / filename).exists()
        return (self.uploaded if there else self.ours) / (filename + NOTE)

    def free(self) -> int:
        """Return the bytes that may still be written here."""
        return free_bytes(self.ours if self.ours.exists() else self.root)

    def _scan(self, folder: Path, origin: Origin) -> Iterator[Stored]:
        try:
            entries = list(os.scandir(folder))
        except OSError:
            return
        last = self._last
        for entry in entries:
            if not entry.name.endswith(SUFFIX) or entry.name.startswith("."):
                continue
            try:
                entry.name.encode("utf-8")  # a name that is no text cannot travel in JSON or a URL
                found = entry.stat(follow_symlinks=origin is Origin.FOUND)
            except (OSError, UnicodeEncodeError):
                continue
            known = last.get(entry.name)
            if (
                known is not None
                and known.origin is origin
                and not known.being_written
                and known.identity.still(found)
            ):
                yield known
            elif stat.S_ISREG(found.st_mode):
                yield self._stored(folder, entry.name, origin, found)

    def _look(self, folder: Path, filename: str, origin: Origin) -> Stored | None:
        try:
            found = os.stat(folder / filename, follow_symlinks=origin is Origin.FOUND)
        except (OSError, ValueError):
            return None
        if not filename.endswith(SUFFIX) or not stat.S_ISREG(found.st_mode):
            return None
        return self._stored(folder, filename, origin, found)

    def _stored(self, folder: Path, filename: str, origin: Origin, found: os.stat_result) -> Stored:
        identity = Identity.of(found)
        return Stored(
            filename=filename,
            origin=origin,
            identity=identity,
            being_written=origin is Origin.FOUND and self._growing(filename, identity),
            path=folder / filename,
        )

    def _growing(self, filename: str, identity: Identity) -> bool:
        """Tell whether size or time changed within the last minute, by clock or by our memory."""
        now = self._now()
        known = self._seen.get(filename)
        if known is None or known[0] != identity:
            # The first look has no memory to go by: the file's own time decides.
            self._seen[filename] = (identity, now if known is not None else 0.0)
        since = self._seen[filename][1]
        return 0 <= now - identity.mtime_ns / 1e9 < SETTLED_AFTER or now - since < SETTLED_AFTER


def _sync_file(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
