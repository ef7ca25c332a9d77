"""Take a tar apart while it streams by, believing none of its numbers.

It reads what Kuroibara, GNU tar and this project write (ustar, pax, GNU long names) and insists on
what others let pass: right checksums, sizes that are there, two zero blocks and nothing after them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.tarheader import BLOCK, END_OF_TAR, padding
from kuroibara_backup.errors import ArchiveCorrupt, ArchiveTruncated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.archive.gunzip import Read

_LONGEST_EXTRA: Final = 1 << 20
_PIECE: Final = 1 << 18
_WITHOUT_DATA: Final = b"123456"


class Kind(Enum):
    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "device or pipe"


@dataclass(frozen=True, slots=True, kw_only=True)
class TarEntry:
    """`name` as it stands there, without the `/` of folders; `size` is that of the data."""

    name: bytes
    kind: Kind
    size: int
    mtime: int
    executable: bool


@dataclass(slots=True)
class _Extra:
    """What extension headers say about the next entry."""

    name: bytes | None = None
    size: int | None = None
    mtime: int | None = None
    odd: bool = False
    shared: dict[bytes, bytes] = field(default_factory=dict)


class Untar:
    """Iterate over the entries; `read` gives the data of the one just seen."""

    def __init__(self, read: Read, where: str) -> None:
        self._source = read
        self._where = where
        self._held = b""
        self._left = self._padding = 0
        self.offset = 0

    def __iter__(self) -> Iterator[TarEntry]:
        extra = _Extra()
        while (header := self._next_header()) is not None:
            kind, size = header[156:157], self._number(header[124:136])
            if kind in (b"x", b"g", b"L", b"K"):
                self._extend(extra, kind, self._extension(size))
                continue
            if kind in _WITHOUT_DATA:
                size = 0
            elif extra.size is not None:
                size = extra.size
            self._left, self._padding = size, padding(size)
            name = _name(header) if extra.name is None else extra.name
            yield TarEntry(
                name=name.rstrip(b"/") or name,
                kind=Kind.OTHER if extra.odd else _kind(kind, name),
                size=size,
                mtime=self._number(header[136:148]) if extra.mtime is None else extra.mtime,
                executable=bool(self._number(header[100:108]) & 0o100),
            )
            extra = _Extra(shared=extra.shared)

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes of the current entry, none only at its end."""
        size = min(size, self._left)
        if not size:
            return b""
        data = self._held[:size] or self._source(size)
        if not data:
            raise self._truncated()
        self._held = self._held[len(data) :] if self._held else data[size:]
        data = data[:size]
        self._left -= len(data)
        self.offset += len(data)
        return data

    def _next_header(self) -> bytes | None:
        while self.read(_PIECE):
            pass
        if self._exactly(self._padding).strip(b"\0"):
            raise self._corrupt("its padding is not zero")
        header = self._exactly(BLOCK)
        if not header.strip(b"\0"):
            if self._exactly(BLOCK).strip(b"\0"):
                raise self._corrupt("one zero block stands alone")
            self._all_zero()
            return None
        plain = header[:148] + b" " * 8 + header[156:]
        if sum(plain) != self._number(header[148:156]):
            raise self._corrupt("a header's checksum is wrong")
        return header

    def _all_zero(self) -> None:
        while data := self._held or self._source(_PIECE):
            self._held = b""
            if data.strip(b"\0"):
                raise self._corrupt("something follows its end")
            self.offset += len(data)

    def _exactly(self, size: int) -> bytes:
        while len(self._held) < size:
            data = self._source(_PIECE)
            if not data:
                raise self._truncated()
            self._held += data
        data, self._held = self._held[:size], self._held[size:]
        self.offset += size
        return data

    def _extension(self, size: int) -> bytes:
        if size > _LONGEST_EXTRA:
            raise self._corrupt("an extension header is too long")
        data = self._exactly(size)
        self._left, self._padding = 0, padding(size)
        return data

    def _extend(self, extra: _Extra, kind: bytes, data: bytes) -> None:
        if kind == b"L":
            extra.name = data.split(b"\0", 1)[0]
        if kind not in b"xg":
            return
        records = self._records(data)
        if kind == b"g":
            extra.shared.update(records)
            return
        records = extra.shared | records
        extra.name = records.get(b"path", extra.name)
        try:
            if b"size" in records:
                extra.size = int(records[b"size"])
            if b"mtime" in records:
                extra.mtime = int(float(records[b"mtime"]))
        except (ValueError, OverflowError) as exc:
            raise self._corrupt("an extension header holds no number") from exc
        if extra.size is not None and extra.size < 0:
            raise self._corrupt("a size is negative")
        extra.odd = any(key.startswith(b"GNU.sparse.") for key in records)

    def _records(self, data: bytes) -> dict[bytes, bytes]:
        records = {}
        while data:
            length, space, _ = data[:20].partition(b" ")
            size = int(length) if space and length.isdigit() else 0
            key, equals, value = data[len(length) + 1 : size].partition(b"=")
            if not equals or value[-1:] != b"\n" or size > len(data):
                raise self._corrupt("an extension header makes no sense")
            records[key] = value[:-1]
            data = data[size:]
        return records

    def _number(self, text: bytes) -> int:
        if text[:1] == b"\x80":
            return int.from_bytes(text[1:], "big")
        digits = text.strip(b" \0")
        try:
            return int(digits, 8) if digits else 0
        except ValueError as exc:
            raise self._corrupt("a header holds no number where one must be") from exc

    def _corrupt(self, why: str) -> ArchiveCorrupt:
        return ArchiveCorrupt(
            f"{self._where} is damaged at byte {self.offset:,} of its tar: {why}.",
            member=self._where,
            offset=self.offset,
        )

    def _truncated(self) -> ArchiveTruncated:
        return ArchiveTruncated(
            f"{self._where} breaks off after {self.offset:,} bytes of its tar:"
            f" the {len(END_OF_TAR):,} zero bytes that end it are missing."
        )


def _name(header: bytes) -> bytes:
    name = header[:100].split(b"\0", 1)[0]
    if header[257:263] == b"ustar\0":
        prefix = header[345:500].split(b"\0", 1)[0]
        return prefix + b"/" + name if prefix else name
    return name


def _kind(flag: bytes, name: bytes) -> Kind:
    if flag in (b"0", b"\0", b"7"):
        return Kind.FOLDER if name.endswith(b"/") else Kind.FILE
    if flag == b"5":
        return Kind.FOLDER
    return Kind.LINK if flag in (b"1", b"2") else Kind.OTHER
