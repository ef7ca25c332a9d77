"""Decompress a stream of gzip members piece by piece, trusting nothing: every checksum is compared.

Python's own `GzipFile` takes zero bytes between members and holds no offsets; a verifier needs to
know where a member went wrong and that nothing else is in the file.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final, cast

from isal import isal_zlib

from kuroibara_backup.errors import ArchiveCorrupt, ArchiveTruncated

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[int], bytes]
    """Returns up to that many bytes, none only at the end."""

_IsalError = cast("type[Exception]", isal_zlib.error)  # its stub calls the class an instance
_PIECE: Final = 1 << 18
_FHCRC, _FEXTRA, _FNAME, _FCOMMENT = 2, 4, 8, 16
_LONGEST_FIELD: Final = 1 << 16


class Gunzip:
    """Reads the members that `read` delivers, as one stream.

    Raises `ArchiveCorrupt` (checksum, garbage) or `ArchiveTruncated`, naming `member` and an offset
    in the compressed stream. `members` counts those read to their end; `single` stops after one.
    """

    def __init__(self, read: Read, member: str, *, single: bool = False) -> None:
        self._read = read
        self._member = member
        self._input = b""
        self._consumed = 0
        self._ended = False
        self._single = single
        self._inflate: isal_zlib.Decompress | None = None
        self._crc = self._size = 0
        self._pending = False
        self.members = 0

    @property
    def offset(self) -> int:
        """How many compressed bytes were used."""
        return self._consumed - len(self._input)

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes; none only after the last member's checksum was right."""
        while (inflate := self._inflate or self._next_member()) is not None:
            if not self._input and not self._pending:
                self._more()
            data = self._decompressed(inflate, size)
            if inflate.eof:
                self._close_member()
            if data:
                return data
        return b""

    def _decompressed(self, inflate: isal_zlib.Decompress, size: int) -> bytes:
        try:
            out = inflate.decompress(self._input, size)
        except _IsalError as exc:
            raise self._corrupt("its compressed data make no sense") from exc
        self._input = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
        self._crc = isal_zlib.crc32(out, self._crc)
        self._size += len(out)
        # With the room filled up, more may be waiting inside even when all input was taken.
        self._pending = len(out) == size and not inflate.eof
        return out

    def _close_member(self) -> None:
        crc, size = struct.unpack("<II", self._take(8))
        if crc != self._crc or size != self._size & 0xFFFF_FFFF:
            raise self._corrupt("its checksum is wrong")
        self._inflate = None
        self.members += 1
        self._ended = self._ended or self._single

    def _next_member(self) -> isal_zlib.Decompress | None:
        if not self._input and not self._ended:
            self._input = self._read(_PIECE)
            self._consumed += len(self._input)
            self._ended = not self._input
        if self._ended:
            if not self.members:
                raise self._truncated()
            return None
        magic, method, flags = struct.unpack("<HBB6x", self._take(10))
        if magic != 0x8B1F or method != 8 or flags & 0xE0:
            raise self._corrupt("there is no gzip header where one must be")
        if flags & _FEXTRA:
            self._take(struct.unpack("<H", self._take(2))[0])
        for flag in (_FNAME, _FCOMMENT):
            if flags & flag:
                self._take_text()
        if flags & _FHCRC:
            self._take(2)
        self._inflate = isal_zlib.decompressobj(-15)
        self._crc = self._size = 0
        return self._inflate

    def _take(self, size: int) -> bytes:
        while len(self._input) < size:
            self._more()
        data, self._input = self._input[:size], self._input[size:]
        return data

    def _take_text(self) -> None:
        taken = 0
        while self._take(1) != b"\0":
            taken += 1
            if taken > _LONGEST_FIELD:
                raise self._corrupt("its gzip header has no end")

    def _more(self) -> None:
        data = self._read(_PIECE)
        if not data:
            raise self._truncated()
        self._consumed += len(data)
        self._input += data

    def _corrupt(self, why: str) -> ArchiveCorrupt:
        at = self.offset
        return ArchiveCorrupt(
            f"{self._member} is damaged near byte {at:,}: {why}.", member=self._member, offset=at
        )

    def _truncated(self) -> ArchiveTruncated:
        return ArchiveTruncated(
            f"{self._member} breaks off after {self._consumed:,} bytes: its end is missing."
        )
