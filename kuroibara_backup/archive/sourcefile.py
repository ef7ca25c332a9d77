"""One file of the library being read into a backup, whatever happens to it meanwhile.

The backup has announced its size, so it always gives exactly that many bytes: what is missing is
zeros, what was added is left out, and `mishap` says so.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

OpenFile = Callable[[bytes], int]
"""Opens a path relative to the library's root, following no link; raises OSError."""

_MOST_VECTORS = 1024
_MOST_NAMED = 100


class Mishap(Enum):
    UNREADABLE = "could not be read"
    SHRANK = "became shorter while the backup was made"
    GREW = "grew while the backup was made"


@dataclass(frozen=True, slots=True)
class Warned:
    """A mishap with a file, and the sentence about it."""

    path: bytes
    mishap: Mishap
    why: str = ""

    @property
    def sentence(self) -> str:
        name = self.path.decode("utf-8", "backslashreplace")[-200:]
        why = f" ({self.why})" if self.why else ""
        rest = {
            Mishap.UNREADABLE: "its place is filled with zeros",
            Mishap.SHRANK: "what is missing is filled with zeros",
            Mishap.GREW: "what was added is not in it",
        }
        return f"{name!r} {self.mishap.value}{why}; {rest[self.mishap]}."


class Mishaps:
    """The first hundred mishaps, so that a library that vanishes does not fill the memory."""

    def __init__(self) -> None:
        self._sentences: list[str] = []
        self._more = 0

    def note(self, warned: Warned | None) -> None:
        if warned is None:
            return
        if len(self._sentences) < _MOST_NAMED:
            self._sentences.append(warned.sentence)
        else:
            self._more += 1

    def sentences(self) -> tuple[str, ...]:
        more = f"{self._more:,} more files changed or could not be read."
        return (*self._sentences, *([more] if self._more else []))


class SourceFile:
    """Reads `size` bytes of `path` from its start on; use it as a context manager."""

    def __init__(self, path: bytes, size: int, open_file: OpenFile) -> None:
        self.path = path
        self.warned: Warned | None = None
        self._left = size
        self._fd: int | None = None
        try:
            self._fd = open_file(path)
        except OSError as exc:
            self._warn(Mishap.UNREADABLE, exc.strerror or "")

    @property
    def lost(self) -> bool:
        """Whether zeros stand where content should be."""
        return self.warned is not None and self.warned.mishap is not Mishap.GREW

    @property
    def cut(self) -> bool:
        return self.warned is not None and self.warned.mishap is Mishap.GREW

    def __enter__(self) -> SourceFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def fill(self, slots: Sequence[memoryview]) -> None:
        """Put the next bytes of the file into `slots`, which are never empty, in their order."""
        at, done = 0, 0
        while at < len(slots):
            first = slots[at][done:] if done else slots[at]
            got = self._read([first, *slots[at + 1 : at + _MOST_VECTORS]])
            self._left -= got
            if not got:
                _zero([first, *slots[at + 1 :]])
                return
            while at < len(slots) and done + got >= len(slots[at]):
                got -= len(slots[at]) - done
                at, done = at + 1, 0
            done += got

    def read(self, size: int) -> bytes:
        """Return exactly `size` bytes."""
        data = bytearray(size)
        if size:
            self.fill([memoryview(data)])
        return bytes(data)

    def finish(self) -> None:
        """Look whether the file goes on where it was announced to end."""
        if self._fd is not None and not self.warned and os.read(self._fd, 1):
            self._warn(Mishap.GREW)

    def _read(self, slots: Sequence[memoryview]) -> int:
        if self._fd is None or self.lost:
            return 0
        try:
            got = os.readv(self._fd, slots)
        except OSError as exc:
            self._warn(Mishap.UNREADABLE, exc.strerror or "")
            return 0
        if not got:
            self._warn(Mishap.SHRANK)
        return got

    def _warn(self, mishap: Mishap, why: str = "") -> None:
        self.warned = Warned(self.path, mishap, why)


def _zero(slots: Sequence[memoryview]) -> None:
    for slot in slots:
        slot[:] = bytes(len(slot))
