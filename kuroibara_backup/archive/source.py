"""Where the bytes of an archive come from: a local file, or anything that reads at an offset."""

from __future__ import annotations

import os
import stat
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable

from kuroibara_backup.errors import (
    ArchiveCorrupt,
    ArchiveTruncated,
    NotABackup,
    NotAllowed,
    NotFound,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


class Source(Protocol):
    """An archive that can be read at any offset, from any thread."""

    @property
    def name(self) -> str:
        """The file's name, without folders."""

    @property
    def size(self) -> int: ...

    def read_at(self, offset: int, length: int) -> bytes:
        """Return exactly `length` bytes, or raise `ArchiveTruncated`."""


@runtime_checkable
class FillingSource(Protocol):
    """A source that can read into a buffer the caller owns; the fast way for whole archives."""

    def fill(self, offset: int, buffer: memoryview) -> None:
        """Fill `buffer` from `offset` on, or raise `ArchiveTruncated`."""


def fill(source: Source, offset: int, buffer: memoryview) -> None:
    """Fill `buffer` in whatever way the source can."""
    if isinstance(source, FillingSource):
        source.fill(offset, buffer)
    else:
        buffer[:] = source.read_at(offset, len(buffer))


def cut_short(name: str, size: int, wanted: int) -> ArchiveTruncated:
    return ArchiveTruncated(
        f"{name} ends after {size:,} bytes, but {wanted:,} are needed: its end is missing."
    )


@contextmanager
def _readable(name: str, offset: int) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as exc:
        raise NotFound(
            f"There is no file {name}.", remedy="Check the name and the folder."
        ) from exc
    except PermissionError as exc:
        raise NotAllowed(
            f"The file {name} may not be read.", remedy="Ask its owner for the right to read it."
        ) from exc
    except IsADirectoryError as exc:
        raise NotABackup(f"{name} is a folder, not a backup.") from exc
    except OSError as exc:
        raise ArchiveCorrupt(
            f"{name} cannot be read at byte {offset:,}: {exc.strerror or exc}.",
            member=name,
            offset=offset,
            remedy="The drive may be failing: copy what is on it, and use another copy.",
        ) from exc


class FileSource:
    """A backup on a local drive; a context manager that closes the file."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.name = os.path.basename(os.fspath(path))
        with _readable(self.name, 0):
            # Without O_NONBLOCK, opening a named pipe would wait for ever.
            flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
            self._file = os.open(path, flags)
        try:
            seen = os.fstat(self._file)
            if not stat.S_ISREG(seen.st_mode):
                raise NotABackup(f"{self.name} is no regular file.")
        except BaseException:
            os.close(self._file)
            raise
        self.size = seen.st_size
        self._turn = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def read_at(self, offset: int, length: int) -> bytes:
        if offset + length > self.size:  # before memory is asked for
            raise cut_short(self.name, self.size, offset + length)
        buffer = bytearray(length)
        self.fill(offset, memoryview(buffer))
        return bytes(buffer)

    def fill(self, offset: int, buffer: memoryview) -> None:
        done = 0
        with _readable(self.name, offset):
            while done < len(buffer):
                got = self._read_into(offset + done, buffer[done:])
                if not got:
                    raise cut_short(self.name, offset + done, offset + len(buffer))
                done += got

    if sys.platform == "win32":

        def _read_into(self, offset: int, buffer: memoryview) -> int:
            with self._turn:  # no positioned reads there: seek and read must not be torn apart
                os.lseek(self._file, offset, os.SEEK_SET)
                data = os.read(self._file, len(buffer))
            buffer[: len(data)] = data
            return len(data)

    else:

        def _read_into(self, offset: int, buffer: memoryview) -> int:
            return os.preadv(self._file, [buffer], offset)
