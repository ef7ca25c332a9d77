"""What is in the library, in the order of the backup format, and its files one by one."""

from __future__ import annotations

import errno
import os
import stat
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.entries import Check, Entry, EntryKind, never_stop
from kuroibara_backup.errors import Refused
from kuroibara_backup.storage.folder import Folder, is_link, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import TracebackType

MARKER: Final = b".kuroibara-storage"
"""Names the storage tree itself, so it stays with it and is no part of the library."""

_OURS: Final = (b".restore-", b".spool-")
_DEEPEST: Final = 250  # each level holds a file handle open
_WARNINGS: Final = 100

_Identity = tuple[int, int]


class _LeftOut(Exception):
    """Completes "… was left out: "."""


@dataclass(slots=True)
class _Open:
    """A folder on the way down: its path with a slash, and the names still to visit."""

    folder: Folder
    path: bytes
    identity: _Identity
    names: Iterator[bytes]


class Library:
    """The library folder, open for one backup. Paths are relative to `root`.

    Links are left out and reported, unless `follow_links`: then what they lead to is taken as if
    it lay there. Folders among `apart_from` are left out wherever they turn up.
    """

    def __init__(
        self,
        root: Path,
        *,
        follow_links: bool = False,
        apart_from: Sequence[Path] = (),
        check: Check = never_stop,
        open_folder: Callable[[Path], Folder] = opened,
    ) -> None:
        self._follow = follow_links
        self._check = check
        self._apart = frozenset(_identities(apart_from))
        self._warnings: list[str] = []
        self._left_out = 0
        self._lock = threading.Lock()
        self._parent: tuple[bytes, Folder] | None = None
        try:
            self._root = open_folder(root)
        except OSError as exc:
            raise no_library() from exc

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is not in the backup and why; the first of them, and how many more there were."""
        more = self._left_out - len(self._warnings)
        tail = (f"{more:,} more files or folders were left out.",) if more else ()
        return (*self._warnings, *tail)

    @property
    def incomplete(self) -> bool:
        """True when something that belongs to the library was left out."""
        return self._left_out > 0

    def entries(self) -> Iterator[Entry]:
        """Everything below the root, sorted as the format demands, a folder before what is in it.

        Memory is bounded by the largest folder. What vanishes meanwhile is passed over.
        """
        stack = [self._top()]
        try:
            while stack:
                folder = stack[-1]
                name = next(folder.names, None)
                if name is None:
                    stack.pop().folder.close()
                    continue
                self._check()
                try:
                    below = self._visit(folder, name, stack)
                except FileNotFoundError:
                    continue
                except OSError as exc:
                    self._leave_out(folder.path + name, _why(exc))
                    continue
                except _LeftOut as exc:
                    self._leave_out(folder.path + name, str(exc))
                    continue
                if isinstance(below, Entry):
                    yield below
                else:
                    stack.append(below)
                    yield _entry(below.path[:-1], EntryKind.FOLDER, below.folder.about())
        finally:
            for folder in stack:
                folder.folder.close()

    def open_file(self, path: bytes) -> int:
        """A handle on a regular file of the library; no link on the way is followed.

        Raises `OSError` when it is gone, is something else now, or a link has taken its place.
        """
        folder, _slash, name = path.rpartition(b"/")
        with self._lock:
            return self._folder(folder).open_file(name, follow=self._follow)

    def close(self) -> None:
        self._forget_parent()
        self._root.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _visit(self, folder: _Open, name: bytes, above: Sequence[_Open]) -> Entry | _Open:
        about = folder.folder.look(name, follow=False)
        if is_link(about):
            if not self._follow:
                raise _LeftOut("it is a link")
            try:
                about = folder.folder.look(name, follow=True)
            except FileNotFoundError:
                raise _LeftOut("it is a link to nothing") from None
        if stat.S_ISDIR(about.st_mode):
            return self._enter(folder, name, above)
        if not stat.S_ISREG(about.st_mode):
            raise _LeftOut("it is no file and no folder")
        if not folder.folder.readable(name):
            raise _LeftOut("it may not be read")
        return _entry(folder.path + name, EntryKind.FILE, about)

    def _enter(self, folder: _Open, name: bytes, above: Sequence[_Open]) -> _Open:
        if len(above) > _DEEPEST:
            raise _LeftOut("it lies too deep")
        entered = folder.folder.enter(name, follow=self._follow)
        try:
            below = _listed(entered, folder.path + name + b"/")
            if below.identity in self._apart:
                raise _LeftOut("it is the folder of the backups")
            if any(below.identity == one.identity for one in above):
                raise _LeftOut("it leads back to a folder above it")
        except BaseException:
            entered.close()
            raise
        return below

    def _top(self) -> _Open:
        root = self._root.again()
        try:
            top = _listed(root, b"")
        except OSError as exc:
            root.close()
            raise no_library() from exc
        return _Open(root, b"", top.identity, (name for name in top.names if not is_ours(name)))

    def _leave_out(self, path: bytes, why: str) -> None:
        self._left_out += 1
        if len(self._warnings) < _WARNINGS:
            self._warnings.append(f"{shown(path)} was left out: {why}.")

    def _folder(self, path: bytes) -> Folder:
        """A folder by its path; the last one is kept open, for files come folder by folder."""
        if not path:
            return self._root
        if self._parent is not None and self._parent[0] == path:
            return self._parent[1]
        self._forget_parent()
        reached = self._root.again()
        for name in path.split(b"/"):
            try:
                below = reached.enter(name, follow=self._follow)
            finally:
                reached.close()
            reached = below
        self._parent = (path, reached)
        return reached

    def _forget_parent(self) -> None:
        if self._parent is not None:
            self._parent[1].close()
            self._parent = None


def shown(path: bytes) -> str:
    """A path as text for people: control characters and odd bytes are escaped."""
    text = path.decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _entry(path: bytes, kind: EntryKind, about: os.stat_result) -> Entry:
    return Entry(
        path,
        kind,
        about.st_size if kind is EntryKind.FILE else 0,
        about.st_mtime_ns // 1_000_000_000,
        bool(about.st_mode & stat.S_IXUSR),
    )


def is_ours(name: bytes) -> bool:
    """Of the root only: what the engine keeps there, and what the file system itself put there."""
    return name in (MARKER, b"lost+found") or name.startswith(_OURS)


def _listed(folder: Folder, path: bytes) -> _Open:
    about = folder.about()
    return _Open(folder, path, (about.st_dev, about.st_ino), iter(folder.names()))


def _identities(folders: Sequence[Path]) -> Iterator[_Identity]:
    """Of these folders and of those in them: a link may lead to either."""
    for folder in folders:
        try:
            below = [Path(found.path) for found in os.scandir(folder) if found.is_dir()]
            for one in (folder, *below):
                about = one.stat()
                yield about.st_dev, about.st_ino
        except OSError:
            continue


def no_library(what: str = "The library was not read") -> Refused:
    """`what` says what did not happen for want of it."""
    return Refused(
        f"{what}: the folder that STORAGE_PATH names cannot be opened.",
        remedy="Check STORAGE_PATH, that its drive is mounted, and who may read it.",
        code="no_library",
    )


def _why(exc: OSError) -> str:
    match exc.errno:
        case errno.EACCES | errno.EPERM:
            return "it may not be read"
        case errno.ELOOP:
            return "it is a link that leads nowhere"
        case _:
            return f"reading it failed ({os.strerror(exc.errno or 0)})"
