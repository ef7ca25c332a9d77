"""One folder tree by its handle: look, open, make and move below it without following a link.

For Linux and macOS, where a server runs; the library is never changed anywhere else.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, Self

from kuroibara_backup.errors import BackupError, NotAllowed, NotEnoughSpace, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ENTER: Final = (
    os.O_RDONLY
    | getattr(os, "O_DIRECTORY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_READ: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_GONE: Final = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)


class Tree:
    """Paths are bytes, relative, with `/`. The last folder stays open, for paths come in order.

    A context manager. Raises `OSError`; `in_library` makes it ours.
    """

    def __init__(self, handle: int) -> None:
        self.handle = handle
        self._chain: list[tuple[bytes, int]] = []

    @classmethod
    def at(cls, path: Path) -> Tree:
        """The folder itself may be a link: whoever named it meant where it leads."""
        return cls(os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC))

    def below(self, name: bytes, *, make: bool = False) -> Tree:
        """A folder directly in this one, as a tree of its own."""
        if make:
            with suppress(FileExistsError):
                os.mkdir(name, 0o700, dir_fd=self.handle)
        return Tree(os.open(name, _ENTER, dir_fd=self.handle))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._leave(0)
        os.close(self.handle)

    def look(self, path: bytes) -> os.stat_result | None:
        """What lies there, a link as itself; None where nothing does."""
        *parents, name = path.split(b"/")
        try:
            return os.stat(name, dir_fd=self._folder(parents), follow_symlinks=False)
        except OSError as exc:
            if exc.errno in _GONE:
                return None
            raise

    def open_file(self, path: bytes) -> int:
        """A handle on a regular file."""
        *parents, name = path.split(b"/")
        handle = os.open(name, _READ, dir_fd=self._folder(parents))
        if stat.S_ISREG(os.fstat(handle).st_mode):
            return handle
        os.close(handle)
        raise OSError(errno.EINVAL, "not a regular file")

    def names(self, path: bytes = b"") -> list[bytes]:
        """What lies in a folder, sorted; nothing where there is no such folder."""
        try:
            folder = self._folder(path.split(b"/") if path else [])
        except OSError as exc:
            if exc.errno in _GONE:
                return []
            raise
        with os.scandir(folder) as listing:
            return sorted(os.fsencode(found.name) for found in listing)

    def folder_of(self, path: bytes) -> int:
        """The handle of the folder that `path` lies in, good until the next call."""
        return self._folder(path.split(b"/")[:-1])

    def move(self, path: bytes, to: Tree) -> None:
        """Rename to the same path in another tree, whose folders are made where they lack."""
        *parents, name = path.split(b"/")
        target = to._made(parents, self)
        source = self._folder(parents)
        os.rename(name, name, src_dir_fd=source, dst_dir_fd=target)
        # A folder that was open below is now another one, or elsewhere.
        self.forget_below(len(parents))
        to.forget_below(len(parents))

    def date(self, path: bytes, mtime: int) -> None:
        *parents, name = path.split(b"/")
        times = (mtime, mtime)
        os.utime(name, times, dir_fd=self._folder(parents), follow_symlinks=False)

    def _made(self, parents: list[bytes], like: Tree) -> int:
        """The handle of a folder, made with those above it where they lack, as they are there."""
        for depth in range(len(parents)):
            try:
                os.mkdir(parents[depth], 0o700, dir_fd=self._folder(parents[:depth]))
            except FileExistsError:
                continue
            about = os.fstat(like._folder(parents[: depth + 1]))
            handle = self._folder(parents[: depth + 1])
            with suppress(PermissionError):
                os.fchown(handle, about.st_uid, about.st_gid)
            os.fchmod(handle, stat.S_IMODE(about.st_mode))
        return self._folder(parents)

    def forget_below(self, depth: int) -> None:
        self._leave(depth)

    def _folder(self, parents: list[bytes]) -> int:
        same = 0
        for (name, _), wanted in zip(self._chain, parents, strict=False):
            if name != wanted:
                break
            same += 1
        self._leave(same)
        for name in parents[same:]:
            self._chain.append((name, os.open(name, _ENTER, dir_fd=self._last())))
        return self._last()

    def _last(self) -> int:
        return self._chain[-1][1] if self._chain else self.handle

    def _leave(self, depth: int) -> None:
        while len(self._chain) > depth:
            os.close(self._chain.pop()[1])


@contextmanager
def in_library(what: str) -> Iterator[None]:
    """Turn `OSError` into errors with a sentence; `what` begins it: "The library was not …"."""
    try:
        yield
    except OSError as exc:
        if isinstance(exc, PermissionError):
            raise NotAllowed(
                f"{what}: something in the library's folder may not be read or changed.",
                remedy="Let the engine run as the user whom the files of the library belong to.",
                code="library_not_writable",
            ) from exc
        if exc.errno in (errno.ENOSPC, errno.EDQUOT):
            raise NotEnoughSpace(
                f"{what}: the drive of the library is full.", needed=0, free=0
            ) from exc
        if exc.errno in (errno.EXDEV, errno.EBUSY):
            raise Refused(
                f"{what}: a part of the library lies on another drive.",
                remedy="Mount the whole library as one drive, or restore the files by hand.",
                code="library_on_two_drives",
            ) from exc
        raise BackupError(
            f"{what}: {exc.strerror or exc}.",
            remedy="Check the library's folder and its drive, and try again.",
        ) from exc
