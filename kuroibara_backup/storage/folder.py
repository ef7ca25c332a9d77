"""One open folder, and what may be done in it without being led elsewhere by a link.

Linux and macOS give a handle that stays the same folder whatever is renamed around it. Windows has
no such handle in Python, so there a folder is its path, and links are looked for at each step.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING, Final, Protocol, Self

if TYPE_CHECKING:
    from pathlib import Path

_BINARY: Final = getattr(os, "O_BINARY", 0)
_CLOSED_ON_EXEC: Final = getattr(os, "O_CLOEXEC", 0)
# Opening a pipe for reading would wait for a writer.
_FILE: Final = os.O_RDONLY | _BINARY | _CLOSED_ON_EXEC | getattr(os, "O_NONBLOCK", 0)
_FOLDER: Final = os.O_RDONLY | _CLOSED_ON_EXEC | getattr(os, "O_DIRECTORY", 0)
_JUNCTION: Final = 0xA0000003
_NO_LINKS: Final = getattr(os, "O_NOFOLLOW", 0)


class Folder(Protocol):
    """`follow` says that a link may stand in the place of what is asked for."""

    def names(self) -> list[bytes]:
        """Sorted as the backup format sorts."""

    def about(self) -> os.stat_result: ...

    def look(self, name: bytes, *, follow: bool) -> os.stat_result: ...

    def readable(self, name: bytes) -> bool: ...

    def enter(self, name: bytes, *, follow: bool) -> Self: ...

    def open_file(self, name: bytes, *, follow: bool) -> int:
        """A handle of a regular file; `OSError` when it is anything else."""

    def again(self) -> Self:
        """The same folder, to be closed on its own."""

    def close(self) -> None: ...


class HandleFolder:
    """A folder held by its handle."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    @classmethod
    def at(cls, path: Path) -> HandleFolder:
        return cls(os.open(path, _FOLDER))

    def names(self) -> list[bytes]:
        with os.scandir(self._handle) as listing:
            return sorted(os.fsencode(found.name) for found in listing)

    def about(self) -> os.stat_result:
        return os.fstat(self._handle)

    def look(self, name: bytes, *, follow: bool) -> os.stat_result:
        return os.stat(name, dir_fd=self._handle, follow_symlinks=follow)

    def readable(self, name: bytes) -> bool:
        return os.access(name, os.R_OK, dir_fd=self._handle, effective_ids=True)

    def enter(self, name: bytes, *, follow: bool) -> HandleFolder:
        flags = _FOLDER | (0 if follow else _NO_LINKS)
        return HandleFolder(os.open(name, flags, dir_fd=self._handle))

    def open_file(self, name: bytes, *, follow: bool) -> int:
        flags = _FILE | (0 if follow else _NO_LINKS)
        return _regular(os.open(name, flags, dir_fd=self._handle))

    def again(self) -> HandleFolder:
        return HandleFolder(os.dup(self._handle))

    def close(self) -> None:
        os.close(self._handle)


class PathFolder:
    """A folder known by its path: a link that takes its place after the look is not noticed."""

    def __init__(self, path: str) -> None:
        self._path = path

    @classmethod
    def at(cls, path: Path) -> PathFolder:
        if not path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "not a folder")
        return cls(os.path.realpath(path))

    def names(self) -> list[bytes]:
        return sorted(os.fsencode(name) for name in os.listdir(self._path))

    def about(self) -> os.stat_result:
        return os.stat(self._path)

    def look(self, name: bytes, *, follow: bool) -> os.stat_result:
        return os.stat(self._below(name), follow_symlinks=follow)

    def readable(self, name: bytes) -> bool:
        return os.access(self._below(name), os.R_OK)

    def enter(self, name: bytes, *, follow: bool) -> PathFolder:
        self._refuse_link(name, follow=follow)
        if not stat.S_ISDIR(self.look(name, follow=True).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, "not a folder")
        return PathFolder(self._below(name))

    def open_file(self, name: bytes, *, follow: bool) -> int:
        self._refuse_link(name, follow=follow)
        return _regular(os.open(self._below(name), _FILE))

    def again(self) -> PathFolder:
        return self

    def close(self) -> None:
        pass

    def _below(self, name: bytes) -> str:
        return os.path.join(self._path, os.fsdecode(name))

    def _refuse_link(self, name: bytes, *, follow: bool) -> None:
        if not follow and is_link(self.look(name, follow=False)):
            raise OSError(errno.ELOOP, "a link")


def is_link(about: os.stat_result) -> bool:
    """True for symbolic links, and on Windows for junctions too."""
    return stat.S_ISLNK(about.st_mode) or getattr(about, "st_reparse_tag", 0) == _JUNCTION


def opened(path: Path) -> Folder:
    """The folder at `path`, which may be a link itself; `OSError` when there is none."""
    return PathFolder.at(path) if sys.platform == "win32" else HandleFolder.at(path)


def _regular(handle: int) -> int:
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    raise OSError(errno.EINVAL, "not a regular file")
