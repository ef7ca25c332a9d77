"""Can two trees share one file instead of holding it twice, and how?"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.entries import EntryKind
from kuroibara_backup.storage.walking import Walk

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.archive import IndexEntry
    from kuroibara_backup.archive.entries import Check
    from kuroibara_backup.archive.landing import Landing
    from kuroibara_backup.storage.tree import Tree

_FICLONE: Final = 0x40049409
_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_PIECE: Final = 1 << 20
_PROBE: Final = b".spool-probe-"


class _NotCloned(Exception):
    """This drive makes no clones."""


class Sharing:
    """Puts live files into the new tree, by a clone where the drive can, else by a second name.

    With a second name a file that is later written *into* changes in both trees; Kuroibara never
    does that. A file that is replaced or removed in one stays in the other.
    """

    def __init__(self, live: Tree, new: Tree, landing: Landing, check: Check) -> None:
        self._live = live
        self._new = new
        self._landing = landing
        self._check = check
        self._clones = True
        self._looked_at = 0
        self._buffer = memoryview(bytearray(_PIECE))

    def equal(self, path: bytes, digest: bytes) -> bool:
        """Does the live file hold these contents, to the end of the look? Empty ones always do."""
        if not digest:
            return True
        try:
            handle = self._live.open_file(path)
        except OSError:
            return False
        try:
            before, seen = os.fstat(handle), hashlib.sha256()
            # One buffer for all: asking for a new one each time costs more than a small file.
            while size := os.readv(handle, [self._buffer]):
                self._check()
                seen.update(self._buffer[:size])
            after = os.fstat(handle)
        finally:
            os.close(handle)
        self._looked_at = before.st_ino
        unchanged = (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)
        return unchanged and seen.digest() == digest

    def share(self, path: bytes, entry: IndexEntry) -> bool:
        """Of the file that was found equal last; False where it has to be copied."""
        return self._clone(path, entry) or self._link(path)

    def content(self, path: bytes) -> Iterator[bytes]:
        handle = self._live.open_file(path)
        try:
            while data := os.read(handle, _PIECE):
                yield data
        finally:
            os.close(handle)

    def _clone(self, path: bytes, entry: IndexEntry) -> bool:
        if not (self._clones and entry.size):
            return False
        try:
            source = self._live.open_file(path)
        except OSError:
            return False
        try:
            if os.fstat(source).st_ino != self._looked_at:
                return False  # another file had taken its place meanwhile
            with self._landing.file(path, mtime=entry.mtime, executable=entry.executable) as file:
                if not cloned(source, file.fileno()):
                    raise _NotCloned
        except _NotCloned:
            self._clones = False
            return False
        finally:
            os.close(source)
        return True

    def _link(self, path: bytes) -> bool:
        name = path.rpartition(b"/")[2]
        try:
            self._landing.link(path, self._live.folder_of(path), name)
        except OSError as exc:
            if exc.errno in (*_FULL, errno.EEXIST):
                raise
            return False
        about = self._new.look(path)
        if about is not None and (not about.st_size or about.st_ino == self._looked_at):
            return True
        self._landing.remove(path)  # another file had taken its place meanwhile
        return False


def cloned(source: int, target: int) -> bool:
    """Give the empty file `target` the content of `source` without copying a byte (a reflink)."""
    if sys.platform != "linux":
        return False
    try:
        fcntl.ioctl(target, _FICLONE, source)
    except OSError as exc:
        if exc.errno in (*_FULL, errno.EIO):
            raise
        return False
    return True


def can_share(tree: Tree, check: Check) -> bool:
    """Try it with the first file of the library; what is made for that is removed again."""
    walk = Walk(tree, check=check)
    try:
        found = next(
            (one for one in walk if one.kind is EntryKind.FILE and one.about.st_size), None
        )
    finally:
        walk.close()
    if found is None:
        return False
    name = _PROBE + secrets.token_hex(8).encode()
    try:
        return _linked(tree, found.path, name) or _cloned(tree, found.path, name)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name, dir_fd=tree.handle)


def _linked(tree: Tree, path: bytes, name: bytes) -> bool:
    folder = tree.folder_of(path)
    try:
        os.link(
            path.rpartition(b"/")[2],
            name,
            src_dir_fd=folder,
            dst_dir_fd=tree.handle,
            follow_symlinks=False,
        )
    except OSError:
        return False
    return True


def _cloned(tree: Tree, path: bytes, name: bytes) -> bool:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    target = os.open(name, flags, 0o600, dir_fd=tree.handle)
    try:
        source = tree.open_file(path)
        try:
            return cloned(source, target)
        finally:
            os.close(source)
    finally:
        os.close(target)
