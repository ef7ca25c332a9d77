"""The archive folder as a whole: what is in it, and how a copy gets its final name."""

from __future__ import annotations

import contextlib
import hashlib
import os
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.backups import CopyState, LocalCopy
from kuroibara_desktop.core.errors import FolderUnsuitable, VaultBusy
from kuroibara_desktop.durable import sync_folder, write_durably
from kuroibara_desktop.vault import disk, howto
from kuroibara_desktop.vault.catalog import Catalog, Seen
from kuroibara_desktop.vault.folders import FAT32_ENDS, examine, objections
from kuroibara_desktop.vault.marker import (
    Marker,
    new_marker,
    read_marker,
    write_marker,
)
from kuroibara_desktop.vault.names import ENDING, free_name
from kuroibara_desktop.vault.quarantine import DAMAGED, is_set_aside, set_aside
from kuroibara_desktop.vault.sidecar import (
    facts_file,
    read_back,
    unlink_with_sidecars,
    write_sidecars,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    from kuroibara_backup.retention import Policy
    from kuroibara_desktop.core.libraries import Answer
    from kuroibara_desktop.core.servers import KeptServer

_SHORT = 30.0  # seconds that one publishing may wait for another
_AT_ONCE = 200  # copies that are read before they are noted
_FACTS_AT_MOST = 8 * 1024 * 1024


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Vault:
    """An archive folder that is there and carries its marker.

    Before anything is written the marker is looked at again, so a drive pulled out in between is
    noticed, and an empty mount point is never written to.
    """

    def __init__(
        self,
        folder: Path,
        marker: Marker,
        *,
        catalog: Path,
        locks: Path,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self.folder = folder
        self.id = marker.archive_id
        self.catalog = Catalog(catalog)
        self._locks = locks
        self._now = now

    @classmethod
    def create(
        cls, folder: Path, *, catalog: Path, locks: Path, now: Callable[[], datetime] = _utc_now
    ) -> Vault:
        """Make `folder` an archive, or open the one that it is already."""
        folder = folder.absolute()
        if (folder / "kuroibara-archive.json").exists():
            return cls.open(folder, catalog=catalog, locks=locks, now=now)
        against = objections(examine(folder))
        if against:
            raise FolderUnsuitable(against[0])
        with disk.readable("setting up the archive", folder):
            folder.mkdir(mode=0o700, exist_ok=True)
            write_marker(folder, new_marker(now()))
        return cls.open(folder, catalog=catalog, locks=locks, now=now)

    @classmethod
    def open(
        cls, folder: Path, *, catalog: Path, locks: Path, now: Callable[[], datetime] = _utc_now
    ) -> Vault:
        """The archive at `folder`; `VaultMissing` when it, or its marker, is not there."""
        folder = folder.absolute()
        return cls(folder, read_marker(folder), catalog=catalog, locks=locks, now=now)

    @property
    def now(self) -> datetime:
        return self._now()

    def free_bytes(self) -> int:
        return disk.free_bytes(self.folder)

    def require(self, needed: int, *, largest: int = 0) -> None:
        """Raise unless `needed` more bytes fit, and a file of `largest` can be held at all."""
        self.still_there()
        disk.require(needed, self.folder)
        if largest >= FAT32_ENDS and examine(self.folder).largest_file is not None:
            raise FolderUnsuitable(
                f"The backup has {formatting.size(largest)}, but the drive with your archive takes "
                "no file over 4 GiB (FAT32).",
                remedy="Choose a drive with exFAT, NTFS, APFS or ext4.",
            )

    def still_there(self) -> Marker:
        """The marker as it is now; raises unless this is the same archive as before."""
        marker = read_marker(self.folder)
        if marker.archive_id != self.id:
            raise FolderUnsuitable(
                f"Another archive than before is at {self.folder} now.",
                remedy="Choose the archive folder again in the settings.",
            )
        return marker

    def server_folder(self, name: str, server: KeptServer) -> Path:
        """The folder for copies from `server`, made when needed and entered into the marker."""
        marker = self.still_there()
        path = self.folder / name
        with disk.readable("setting up the server's folder", self.folder):
            path.mkdir(mode=0o700, exist_ok=True)
            if path.is_symlink():  # the list looks through no links: it would be copied for ever
                raise FolderUnsuitable(
                    f"{path} is a link to another place, where no copies are looked for.",
                    remedy="Put the folder itself there, or choose an archive folder on the other "
                    "drive.",
                )
            if marker.servers.get(name) != server:
                with self.publishing():
                    write_marker(self.folder, self.still_there().with_server(name, server))
        return path

    def decide(
        self,
        *,
        policy: Policy | None = None,
        policy_too: bool = False,
        answers: Mapping[str, Answer] | None = None,
    ) -> None:
        """Write into the marker how copies are kept (with `policy_too`), and what was answered."""
        with disk.readable("noting what you decided", self.folder), self.publishing():
            marker = self.still_there()
            marker = replace(marker, answers={**marker.answers, **(answers or {})})
            write_marker(self.folder, replace(marker, policy=policy) if policy_too else marker)

    # What is here

    def copies(self) -> list[LocalCopy]:
        """Every copy in the archive. Reads only what changed since the last look."""
        return [copy for server in self._servers() for copy in self._copies_of(server)]

    def fresh(self, copy: LocalCopy) -> LocalCopy | None:
        """The copy that lies there, with what is known of it by now."""
        return next((one for one in self.copies() if one.path == copy.path), None)

    def taken_up(self, check: Callable[[], None]) -> Generator[int, None, list[LocalCopy]]:
        """The same for the first look at a drive: yields how many copies were read so far.

        Ended early, it goes on from there the next time.
        """
        found: list[LocalCopy] = []
        for server in self._servers():
            copies: list[LocalCopy] = []
            for copies in self._reading(server):
                yield len(found) + len(copies)
                check()
            found += copies
        return found

    def _servers(self) -> list[Path]:
        return self._server_folders(self.still_there())

    def _server_folders(self, marker: Marker) -> list[Path]:
        with disk.readable("looking through the archive", self.folder):
            there = {
                entry.name: Path(entry.path)
                for entry in os.scandir(self.folder)
                if entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
            }
        return [there[name] for name in sorted(there) if name in marker.servers]

    def _copies_of(self, folder: Path) -> list[LocalCopy]:
        *_, copies = self._reading(folder)
        return copies

    def _reading(self, folder: Path) -> Iterator[list[LocalCopy]]:
        """The copies of one server as far as they were read; the last has them all."""
        server = folder.name
        known = self.catalog.copies(self.id, server, folder)
        copies, changed = [], []
        names = set()
        with disk.readable("looking through the archive", self.folder):
            for name, entry, seen in _files_in(folder):
                names.add(name)
                before = known.get(name)
                if before is not None and before[0] == str(seen):
                    copies.append(before[1])
                    continue
                copy = _read(Path(entry.path), server, seen.size)
                if name != entry.name and copy.state is not CopyState.DAMAGED:
                    copy = replace(copy, state=CopyState.DAMAGED)
                copies.append(copy)
                changed.append((name, seen, copy))
                if len(changed) == _AT_ONCE:
                    self.catalog.remember(self.id, changed)
                    changed = []
                    yield copies
        if changed:
            self.catalog.remember(self.id, changed)
        gone = [name for name in known if name not in names]
        if gone:
            self.catalog.forget(self.id, server, gone)
        yield copies

    def received(self, server: str) -> dict[str, int]:
        """How many bytes are here of each copy that was begun and not ended, by its name there."""
        found: dict[str, int] = {}
        for begun in self.catalog.transfers(self.id):
            if begun.server != server:
                continue
            with contextlib.suppress(OSError):  # no part: nothing was received
                size = (self.folder / server / begun.part).stat().st_size
                found[begun.filename] = max(size, found.get(begun.filename, 0))
        return {filename: size for filename, size in found.items() if size}

    # Taking in

    @contextmanager
    def hold(self, server: str, filename: str) -> Iterator[None]:
        """Nobody else, in any process, works on this copy meanwhile; else `VaultBusy`."""
        key = hashlib.sha256(f"{server}/{filename}".encode()).hexdigest()[:16]
        with self._locked(
            f"copy-{self.id}-{key}", 0.0, f"Another window or command is at work on {filename}."
        ):
            yield

    def publish(self, part: Path, copy: LocalCopy) -> LocalCopy:
        """Give the checked and synced file at `part` its final name, with its sidecars.

        `copy.path` is the wanted place. A good file of another backup that has the name is never
        replaced, the new one gets a number; a damaged copy of the same backup is set aside.
        """
        with self.publishing(), disk.readable("putting the copy in place", self.folder):
            self.still_there()
            folder = copy.path.parent
            self._set_aside_damaged(copy)
            taken = {entry.name.casefold() for entry in os.scandir(folder)}
            final = replace(
                copy,
                path=folder / free_name(copy.path.name, taken),
                pinned=copy.pinned or any(old.pinned for old in self._repaired_by(copy)),
            )
            write_sidecars(final)
            os.replace(part, final.path)
            sync_folder(folder)
            self._drop_what_it_repairs(final)
        self.write_howto()
        return final

    def _drop_what_it_repairs(self, good: LocalCopy) -> None:
        """A damaged copy of the very same bytes has no use once they are here whole."""
        for old in self._repaired_by(good):
            unlink_with_sidecars(old.path)

    def _repaired_by(self, good: LocalCopy) -> list[LocalCopy]:
        return [
            old
            for old in self._copies_of(good.path.parent)
            if is_set_aside(old.path) and old.sha256 is not None and old.sha256 == good.sha256
        ]

    def update(self, copy: LocalCopy) -> LocalCopy:
        """Write what was newly learned about `copy` beside it."""
        with disk.readable("noting the result", self.folder):
            self.still_there()
            copy.path.stat()  # one that is gone gets no sidecars
            write_sidecars(copy)
        self.write_howto()
        return copy

    def write_howto(self) -> None:
        """Rewrite the page that explains the archive to whoever finds it."""
        text = howto.page(self.copies(), now=self._now().astimezone())
        with disk.readable("writing the page that explains the archive", self.folder):
            write_durably(self.folder / howto.NAME, text.encode())

    def _set_aside_damaged(self, copy: LocalCopy) -> None:
        for old in self._copies_of(copy.path.parent):
            if old.path == copy.path and old.state is CopyState.DAMAGED:
                set_aside(old)

    def take_back(self, copy: LocalCopy) -> LocalCopy:
        """Give a copy that was set aside, and is good after all, its place again."""
        aside = copy.path
        back = self.publish(aside, replace(copy, path=aside.parent.parent / aside.name))
        unlink_with_sidecars(aside)
        return back

    def quarantine(self, copy: LocalCopy) -> LocalCopy:
        """Move a damaged copy out of the way, with its sidecars; its bytes are kept."""
        with self.publishing(), disk.readable("setting the damaged copy aside", self.folder):
            self.still_there()
            aside = set_aside(copy)
        self.write_howto()
        return aside

    def publishing(self, patience: float = _SHORT) -> contextlib.AbstractContextManager[None]:
        """Nobody else, in any process, puts copies in place or tidies up meanwhile."""
        return self._locked(f"vault-{self.id}", patience, "The archive is busy.")

    @contextmanager
    def _locked(self, name: str, patience: float, sentence: str) -> Iterator[None]:
        self._locks.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(self._locks / f"{name}.lock", timeout=patience)
        try:
            lock.acquire()
        except Timeout as exc:
            raise VaultBusy(sentence) from exc
        try:
            yield
        finally:
            lock.release()


def _files_in(folder: Path) -> Iterator[tuple[str, os.DirEntry[str], Seen]]:
    """Each backup in a server's folder: its name in the catalogue, and how it looks.

    Damaged ones come first, so that a good copy of the same backup takes their place in a list.
    """
    for place, prefix in ((folder / DAMAGED, f"{DAMAGED}/"), (folder, "")):
        facts_seen = {}
        files = []
        try:
            entries = list(os.scandir(place))
        except FileNotFoundError:
            if prefix:
                continue
            raise
        for entry in entries:
            if entry.name.endswith(f"{ENDING}.json"):
                noted = _look(entry, place)
                if noted is not None:
                    facts_seen[entry.name[:-5]] = noted.st_mtime_ns
            elif entry.name.endswith(ENDING) and entry.is_file(follow_symlinks=False):
                files.append(entry)
        for entry in files:
            looks = _look(entry, place)
            if looks is None:
                continue
            seen = Seen(
                size=looks.st_size,
                mtime_ns=looks.st_mtime_ns,
                facts_mtime_ns=facts_seen.get(entry.name, 0),
            )
            yield prefix + entry.name, entry, seen


def _look(entry: os.DirEntry[str], place: Path) -> os.stat_result | None:
    """How it looks; None for what another window or command has just taken away."""
    try:
        return entry.stat()
    except FileNotFoundError:
        place.stat()  # raises where the whole drive went away
        return None


def _read(path: Path, server: str, size: int) -> LocalCopy:
    """The copy at `path` by its sidecars; without them it is there but not verified."""
    text = ""
    with contextlib.suppress(FileNotFoundError, UnicodeDecodeError):
        if facts_file(path).stat().st_size <= _FACTS_AT_MOST:
            text = facts_file(path).read_text(encoding="utf-8")
    copy = read_back(text, path, server) if text else None
    if copy is None:
        return LocalCopy(path=path, server=server, remote_name=path.name, size=size, sha256=None)
    if copy.size != size:
        sentence = (
            f"The file holds {formatting.size(size)}, but {formatting.size(copy.size)} were copied."
        )
        return replace(copy, size=size, state=CopyState.DAMAGED, damages=(sentence,))
    return copy
