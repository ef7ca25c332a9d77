"""Walk the members of a format 2 file without its index, and find the next one behind a damage."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from isal import isal_zlib

from kuroibara_backup.archive.framing import (
    EXTRA_HEADER,
    MEMBER_HEADER,
    MEMBER_HEADER_LENGTH,
    member_trailer,
)
from kuroibara_backup.archive.gunzip import Gunzip
from kuroibara_backup.errors import ArchiveCorrupt, ArchiveTruncated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kuroibara_backup.archive.entries import Check
    from kuroibara_backup.archive.source import Source

_MAGIC: Final = MEMBER_HEADER[:3]
_WINDOW: Final = 1 << 20
_MOST: Final = 96 << 20
"""No member of the format holds more; without an index that is all there is to go by."""


@dataclass(frozen=True, slots=True)
class Member:
    """`data` is what it holds; None stands for a damaged stretch of the file."""

    offset: int
    length: int
    data: bytes | None
    stored: bool = False


class _Unreadable(Exception):
    """There is no whole member here."""


def members(source: Source, check: Check) -> Iterator[Member]:
    """Yield the members in order, gaps and footer left out, one damaged `Member` for each hole."""
    offset = 0
    while offset < source.size:
        check()
        try:
            member = _member(source, offset)
        except _Unreadable:
            after = _next(source, offset + 1, check)
            yield Member(offset, after - offset, None)
            offset = after
            continue
        if member.data or member.stored:
            yield member
        offset += member.length


def unwrap(data: bytes) -> bytes | None:
    """Return what the single gzip member `data` holds, None where it is no such thing."""
    if not data.startswith(MEMBER_HEADER):
        return None
    held = _Held(data)
    try:
        member = _member(held, 0)
    except _Unreadable:
        return None
    return member.data if member.length == len(data) else None


class _Held:
    """Bytes in memory, read like a source."""

    name = ""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.size = len(data)

    def read_at(self, offset: int, length: int) -> bytes:
        return self._data[offset : offset + length]


def _next(source: Source, offset: int, check: Check) -> int:
    """Find where the next readable member begins; the file's size when there is none."""
    while offset < source.size:
        check()
        window = source.read_at(offset, min(_WINDOW, source.size - offset))
        at = window.find(_MAGIC)
        while at >= 0:
            try:
                member = _member(source, offset + at)
            except _Unreadable:
                pass
            else:
                if member.data or member.stored:  # a gap proves nothing: data may look like one
                    return offset + at
            at = window.find(_MAGIC, at + 1)
        offset += max(1, len(window) - len(_MAGIC) + 1)
    return source.size


def _member(source: Source, offset: int) -> Member:
    head = _exactly(source, offset, MEMBER_HEADER_LENGTH + 5)
    if head.startswith(EXTRA_HEADER):
        (room,) = struct.unpack_from("<H", head, MEMBER_HEADER_LENGTH)
        length = MEMBER_HEADER_LENGTH + 2 + room + 10
        if _exactly(source, offset + length - 10, 10) != b"\x03" + bytes(9):
            raise _Unreadable
        return Member(offset, length, b"")
    if not head.startswith(MEMBER_HEADER):
        raise _Unreadable
    if head[MEMBER_HEADER_LENGTH] & 0b110 == 0:
        return _stored(source, offset)
    return _deflated(source, offset)


def _stored(source: Source, offset: int) -> Member:
    at = offset + MEMBER_HEADER_LENGTH
    parts: list[bytes] = []
    size, last = 0, False
    while not last:
        flags, length, inverse = struct.unpack("<BHH", _exactly(source, at, 5))
        if flags > 1 or length ^ inverse != 0xFFFF or size > _MOST:
            raise _Unreadable
        last = bool(flags)
        parts.append(_exactly(source, at + 5, length))
        size += length
        at += 5 + length
    data = b"".join(parts)
    if _exactly(source, at, 8) != member_trailer(isal_zlib.crc32(data), size):
        raise _Unreadable
    return Member(offset, at + 8 - offset, data, stored=True)


def _deflated(source: Source, offset: int) -> Member:
    stream = Gunzip(_reader(source, offset), "", single=True)
    parts: list[bytes] = []
    size = 0
    try:
        while data := stream.read(_WINDOW):
            parts.append(data)
            size += len(data)
            if size > _MOST:
                raise _Unreadable
    except (ArchiveCorrupt, ArchiveTruncated) as exc:
        raise _Unreadable from exc
    return Member(offset, stream.offset, b"".join(parts))


def _reader(source: Source, offset: int) -> Callable[[int], bytes]:
    at = offset

    def read(size: int) -> bytes:
        nonlocal at
        size = min(size, max(0, source.size - at))
        data = source.read_at(at, size) if size else b""
        at += len(data)
        return data

    return read


def _exactly(source: Source, offset: int, size: int) -> bytes:
    if offset + size > source.size:
        raise _Unreadable
    return source.read_at(offset, size) if size else b""
