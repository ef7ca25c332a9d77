"""The contents of a backup as they pass: their digests, and the index that comes of them.

Runs on a thread of its own, so that hashing does not hold up reading; the index goes deflated into
a temporary file, never into memory.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from kuroibara_backup.archive.deflating import DeflatedMember
from kuroibara_backup.archive.index import File, Line, encode
from kuroibara_backup.archive.scratch import scratch_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_GATHERED = 256 << 10


class Contents:
    """Told of lines, and of the bytes of files, in the order of the index."""

    def __init__(self, folder: Path) -> None:
        self.index = scratch_file(folder)
        self._member = DeflatedMember(self.index.write)
        self._waiting = bytearray()
        self._whole = hashlib.sha256()
        self._piece = hashlib.sha256()
        self._pieces: list[bytes] = []

    def line(self, line: Line) -> None:
        self._waiting += encode(line)
        if len(self._waiting) >= _GATHERED:
            self._deflate()

    def only_piece(self, views: Sequence[memoryview]) -> None:
        """Take in content of a file that is one piece."""
        for view in views:
            self._whole.update(view)

    def one_piece_of_many(self, views: Sequence[memoryview]) -> None:
        for view in views:
            self._whole.update(view)
            self._piece.update(view)

    def piece_ends(self) -> None:
        self._pieces.append(self._piece.digest())
        self._piece = hashlib.sha256()

    def file_ends(self, file: File, *, bad: bool, cut: bool) -> None:
        """Write the line of a file whose content has been taken in."""
        digest, pieces = self._whole.digest(), tuple(self._pieces)
        self._whole = hashlib.sha256()
        self._pieces.clear()
        self.line(replace(file, digest=digest, pieces=pieces, bad=bad, cut=cut))

    def finish(self) -> tuple[int, int, bytes]:
        """End the index; return its size, and length and SHA-256 of its member in `index`."""
        self._deflate()
        length, digest = self._member.finish()
        self.index.flush()
        return self._member.size, length, digest

    def close(self) -> None:
        self.index.close()

    def _deflate(self) -> None:
        self._member.add(bytes(self._waiting))
        self._waiting.clear()
