"""One deflated gzip member written piece by piece, with its length and digest."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from isal import isal_zlib

from kuroibara_backup.archive.framing import MEMBER_HEADER, member_trailer

if TYPE_CHECKING:
    from collections.abc import Callable


class DeflatedMember:
    """`put` receives the bytes of the member as they come into being.

    The same pieces of data give the same bytes.
    """

    def __init__(self, put: Callable[[bytes], object]) -> None:
        self._put = put
        self._compressor = isal_zlib.compressobj(2, isal_zlib.DEFLATED, -15)
        self._digest = hashlib.sha256()
        self._crc = 0
        self.size = 0
        self.length = 0
        self._give(MEMBER_HEADER)

    def add(self, data: bytes) -> None:
        self._crc = isal_zlib.crc32(data, self._crc)
        self.size += len(data)
        self._give(self._compressor.compress(data))

    def finish(self) -> tuple[int, bytes]:
        """End the member; return its length and its SHA-256."""
        self._give(self._compressor.flush() + member_trailer(self._crc, self.size))
        return self.length, self._digest.digest()

    def _give(self, data: bytes) -> None:
        if data:
            self._digest.update(data)
            self.length += len(data)
            self._put(data)
