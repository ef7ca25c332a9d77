"""One unfinished copy: bytes are only ever added to it, and hashed as they pass."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from kuroibara_desktop.vault.disk import readable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_PIECE = 1024 * 1024
_FLUSH_EVERY = 32 * 1024 * 1024


class Part:
    """The file at `path`, made when it is not there.

    `sha256` is that of everything in the file, once `checked` was walked through. One thread at a
    time may write.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._digest = hashlib.sha256()
        self._flushed = 0
        with readable("the copy", path.parent):
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
            self._file = os.open(path, flags, 0o600)
            self.length = os.fstat(self._file).st_size

    def checked(self) -> Iterator[int]:
        """Hash what an earlier try left, yielding how far it came; before the first `write`."""
        done = 0
        with readable("the copy", self.path.parent), self.path.open("rb", buffering=0) as file:
            while piece := file.read(_PIECE):
                self._digest.update(piece)
                done += len(piece)
                yield done
        self.length = self._flushed = done

    def write(self, pieces: list[bytes]) -> None:
        with readable("the copy", self.path.parent):
            for piece in pieces:
                view = memoryview(piece)
                while view:
                    view = view[os.write(self._file, view) :]
                self._digest.update(piece)
                self.length += len(piece)
            if self.length - self._flushed >= _FLUSH_EVERY:
                _start_flushing(self._file, self._flushed, self.length - self._flushed)
                self._flushed = self.length

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    def sync(self) -> None:
        """Every byte is on the drive when this returns."""
        with readable("the copy", self.path.parent):
            os.fsync(self._file)

    def close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def remove(self) -> None:
        self.close()
        self.path.unlink(missing_ok=True)


def _advise(file: int, start: int, length: int) -> None:
    os.posix_fadvise(file, start, length, os.POSIX_FADV_DONTNEED)


def _nothing(_file: int, _start: int, _length: int) -> None:
    pass


# Starts writing out in the background, so that the last `fsync` has little left to wait for, and
# keeps a large copy from pushing everything else out of memory.
_start_flushing: Callable[[int, int, int], None] = (
    _advise if hasattr(os, "posix_fadvise") else _nothing
)
