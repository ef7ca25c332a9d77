"""Where extracted files land: below one folder, whatever the archive calls them.

Folders are opened one component at a time relative to the one above, no link is ever followed, and
a file gets its name only once it is whole. Systems without such relative calls (Windows) get the
same walk with paths, each component looked at before it is entered.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, Protocol, Self

from kuroibara_backup.archive.report import shown
from kuroibara_backup.archive.safety import TargetRules
from kuroibara_backup.errors import ArchiveUnsafe, BackupError, NotAllowed, NotEnoughSpace, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ENTER: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_NEW: Final = (
    os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)
_FULL: Final = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_NO_WAY: Final = (errno.ENOTDIR, errno.ELOOP)
_BY_PATH_ONLY: Final = os.open not in os.supports_dir_fd
_REPARSE_POINT: Final = 0x400
_FLUSHED_SINGLY: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """To whom what lands belongs, and its modes; without one the process's own are taken.

    An executable file may be executed by whoever may read it.
    """

    uid: int
    gid: int
    folder: int
    file: int

    def put_on(self, handle: int, *, mode: int) -> None:
        """Owner first: changing that takes special modes away."""
        seen = os.fstat(handle)
        if (seen.st_uid, seen.st_gid) != (self.uid, self.gid):
            os.fchown(handle, self.uid, self.gid)
        os.fchmod(handle, mode)

    def of_file(self, *, executable: bool) -> int:
        return self.file | (self.file & 0o444) >> 2 if executable else self.file


class _Place(Protocol):
    """One folder of the target."""

    def enter(self, name: bytes) -> _Place:
        """Open the folder `name`, made where it is missing; OSError when it is anything else."""

    def create(self, name: bytes, mode: int) -> int: ...

    def rename(self, old: bytes, new: bytes) -> None: ...

    def link(self, name: bytes, folder: int, to: bytes) -> None:
        """Make `name` another name of the file `to` in the folder of that handle."""

    def remove(self, name: bytes) -> None: ...

    def remove_folder(self, name: bytes) -> None: ...

    def date(self, name: bytes, mtime: int) -> None: ...

    def close(self) -> None: ...


class _Relative:
    """A folder by its handle."""

    def __init__(self, handle: int, dress: Dress | None) -> None:
        self._handle = handle
        self._dress = dress

    def enter(self, name: bytes) -> _Place:
        made = True
        try:
            os.mkdir(name, dir_fd=self._handle)
        except FileExistsError:
            made = False
        handle = os.open(name, _ENTER, dir_fd=self._handle)
        if made and self._dress is not None:
            try:
                self._dress.put_on(handle, mode=self._dress.folder)
            except BaseException:
                os.close(handle)
                raise
        return _Relative(handle, self._dress)

    def create(self, name: bytes, mode: int) -> int:
        return os.open(name, _NEW, mode, dir_fd=self._handle)

    def rename(self, old: bytes, new: bytes) -> None:
        os.rename(old, new, src_dir_fd=self._handle, dst_dir_fd=self._handle)

    def link(self, name: bytes, folder: int, to: bytes) -> None:
        os.link(to, name, src_dir_fd=folder, dst_dir_fd=self._handle, follow_symlinks=False)

    def remove(self, name: bytes) -> None:
        os.unlink(name, dir_fd=self._handle)

    def remove_folder(self, name: bytes) -> None:
        os.rmdir(name, dir_fd=self._handle)

    def date(self, name: bytes, mtime: int) -> None:
        os.utime(name, (mtime, mtime), dir_fd=self._handle, follow_symlinks=False)

    def close(self) -> None:
        os.close(self._handle)


class _ByPath:
    """A folder by its path, for systems whose calls know nothing else."""

    def __init__(self, path: bytes) -> None:
        self._path = path

    def enter(self, name: bytes) -> _Place:
        path = os.path.join(self._path, name)
        with suppress(FileExistsError):
            os.mkdir(path)
        seen = os.lstat(path)
        if not stat.S_ISDIR(seen.st_mode) or (
            getattr(seen, "st_file_attributes", 0) & _REPARSE_POINT
        ):
            raise NotADirectoryError(errno.ENOTDIR, "Not a directory")
        return _ByPath(path)

    def create(self, name: bytes, mode: int) -> int:
        return os.open(os.path.join(self._path, name), _NEW, mode)

    def rename(self, old: bytes, new: bytes) -> None:
        os.replace(os.path.join(self._path, old), os.path.join(self._path, new))

    def link(self, name: bytes, folder: int, to: bytes) -> None:  # noqa: ARG002  as handles have it
        raise OSError(errno.EOPNOTSUPP, "no links without handles")

    def remove(self, name: bytes) -> None:
        os.unlink(os.path.join(self._path, name))

    def remove_folder(self, name: bytes) -> None:
        os.rmdir(os.path.join(self._path, name))

    def date(self, name: bytes, mtime: int) -> None:
        os.utime(os.path.join(self._path, name), (mtime, mtime))

    def close(self) -> None:
        pass


@contextmanager
def _writable(name: bytes, size: int, target: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as exc:
        raise NotAllowed(
            f"{shown(name)} was not taken out: the folder may not be written to.",
            remedy="Choose a folder that is yours.",
        ) from exc
    except OSError as exc:
        if exc.errno in _NO_WAY:
            raise ArchiveUnsafe(shown(name), "would go through a link or a file") from exc
        if exc.errno in _FULL:
            free = shutil.disk_usage(target).free
            raise NotEnoughSpace(
                f"{shown(name)} was not taken out: the drive is full.", needed=size, free=free
            ) from exc
        raise BackupError(
            f"{shown(name)} was not taken out: {exc.strerror or exc}.",
            remedy="Check the folder and its drive, and try again.",
        ) from exc


@contextmanager
def _a_folder(target: Path) -> Iterator[None]:
    """What stands in the way of the folder itself is no fault of the backup's."""
    try:
        yield
    except (FileExistsError, NotADirectoryError) as exc:
        raise Refused(
            f"Nothing was taken out: {target} is no folder and cannot become one.",
            remedy="Choose a folder, or the name of a new one.",
        ) from exc


class Landing:
    """The folder that files are taken out to; a context manager.

    It is made where it is missing. `by_path` is for systems without calls relative to a handle,
    and knows no `dress`.
    """

    def __init__(
        self, target: Path, *, by_path: bool = _BY_PATH_ONLY, dress: Dress | None = None
    ) -> None:
        self._target = target
        self._dress = dress
        with _writable(os.fsencode(target), 0, target), _a_folder(target):
            os.makedirs(target, exist_ok=True)
            self._root: _Place
            if by_path:
                self._root = _ByPath(os.fsencode(target))
            else:
                # The target itself may be a link: whoever chose it meant where it leads.
                handle = os.open(target, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
                self._root = _Relative(handle, dress)
        self._chain: list[tuple[bytes, _Place]] = []
        self._files = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._leave(0)
        self._root.close()

    @property
    def free(self) -> int:
        return shutil.disk_usage(self._target).free

    def holds(self, path: bytes) -> bool:
        """Is there something of that name already?"""
        return os.path.lexists(os.path.join(os.fsencode(self._target), path))

    def rules(self) -> TargetRules:
        """Find out by trying which names the target's file system holds and which it folds."""
        if sys.platform == "win32":
            return TargetRules(reserved=True, utf8=True, folds=True)
        name = b".names-" + secrets.token_hex(8).encode()
        with _writable(name, 0, self._target):
            place = self._root.enter(name)
            try:
                return TargetRules(
                    reserved=not _holds(place, b"a:?*"),
                    utf8=not _holds(place, b"a\xff"),
                    folds=_folds(place),
                )
            finally:
                place.close()
                self._root.remove_folder(name)

    def folder(self, path: bytes) -> None:
        with _writable(path, 0, self._target):
            self._enter(path.split(b"/"))

    def date_folder(self, path: bytes, mtime: int) -> None:
        """Set a folder's time, once nothing more is written into it."""
        *parents, name = path.split(b"/")
        with _writable(path, 0, self._target):
            self._enter(parents).date(name, mtime)

    @contextmanager
    def file(self, path: bytes, *, mtime: int | None, executable: bool) -> Iterator[IO[bytes]]:
        """Open a new file that gets its name at the end; raise inside to have nothing written."""
        *parents, name = path.split(b"/")
        partial = b".part-" + secrets.token_hex(8).encode()
        with _writable(path, 0, self._target):
            place = self._enter(parents)
            handle = place.create(partial, 0o777 if executable else 0o666)
            try:
                with os.fdopen(handle, "wb") as file:
                    yield file
                    self._files += 1
                    if self._files <= _FLUSHED_SINGLY:
                        file.flush()
                        os.fsync(file.fileno())
                    if self._dress is not None:
                        mode = self._dress.of_file(executable=executable)
                        self._dress.put_on(file.fileno(), mode=mode)
                if mtime is not None:
                    place.date(partial, mtime)
                place.rename(partial, name)
            except BaseException:
                with suppress(OSError):
                    place.remove(partial)
                raise

    def link(self, path: bytes, folder: int, to: bytes) -> None:
        """Land the file `to` of the folder with that handle, sharing it; `OSError` where it cannot.

        The drive may know no such links, and the system none to a file of someone else's.
        """
        *parents, name = path.split(b"/")
        with _writable(path, 0, self._target):
            place = self._enter(parents)
        place.link(name, folder, to)
        self._files += 1

    def remove(self, path: bytes) -> None:
        """Take back a file that landed."""
        *parents, name = path.split(b"/")
        with _writable(path, 0, self._target):
            self._enter(parents).remove(name)

    def settle(self) -> None:
        """Have everything on the drive: many files at once are quicker than each on its own."""
        if self._files > _FLUSHED_SINGLY and sys.platform != "win32":
            os.sync()

    def _enter(self, parts: list[bytes]) -> _Place:
        same = 0
        for (name, _), wanted in zip(self._chain, parts, strict=False):
            if name != wanted:
                break
            same += 1
        self._leave(same)
        for name in parts[same:]:
            self._chain.append((name, self._last().enter(name)))
        return self._last()

    def _last(self) -> _Place:
        return self._chain[-1][1] if self._chain else self._root

    def _leave(self, depth: int) -> None:
        while len(self._chain) > depth:
            self._chain.pop()[1].close()


def _holds(place: _Place, name: bytes) -> bool:
    try:
        os.close(place.create(name, 0o600))
    except OSError:
        return False
    place.remove(name)
    return True


def _folds(place: _Place) -> bool:
    os.close(place.create(b"case", 0o600))
    try:
        os.close(place.create(b"CASE", 0o600))
    except FileExistsError:
        return True
    else:
        place.remove(b"CASE")
        return False
    finally:
        place.remove(b"case")
