"""Bring back the bytes of one file from where the layout says they are, whatever is around them.

Frames are stepped over, not judged: a damaged frame does not cost the content. Whether the content
is right, only its digest tells, and comparing that is the caller's duty.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, cast

from isal import isal_zlib

from kuroibara_backup.archive.framing import (
    BLOCK_HEADER_LENGTH,
    BLOCK_PERIOD,
    INNER_BLOCK,
    LEAD_LENGTH,
    MEMBER_HEADER_LENGTH,
    PLAIN_BLOCK,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.archive.layout import GroupRange, PieceRange, SqlRange
    from kuroibara_backup.archive.source import Source

_IsalError = cast("type[Exception]", isal_zlib.error)  # its stub calls the class an instance
_BLOCKS_AT_ONCE: Final = 16
_STEP: Final = 1 << 20
_PLAIN_PERIOD: Final = 5 + PLAIN_BLOCK


def sql_content(source: Source, part: SqlRange, shift: int) -> bytes | None:
    """Return the SQL of one member, None where the member is not what the index says."""
    member = _read(source, part.offset + shift, part.length)
    if hashlib.sha256(member).digest() != part.line.digest:
        return None
    return b"".join(_inflated(iter((member,)), part.line.size))


def piece_content(source: Source, part: PieceRange, shift: int) -> Iterator[bytes]:
    """Yield the bytes of a piece; fewer than there should be where its member does not inflate."""
    if part.packed is not None:
        member = _unwrapped(source, part.offset + shift, part.packed)
        yield from _inflated(member, part.size)
        return
    at, left = part.offset + shift + LEAD_LENGTH, part.size
    while left:
        size = min(left, _BLOCKS_AT_ONCE * INNER_BLOCK)
        framed = memoryview(_read(source, at, size + BLOCK_HEADER_LENGTH * -(-size // INNER_BLOCK)))
        for start in range(0, len(framed), BLOCK_PERIOD):
            yield bytes(framed[start + BLOCK_HEADER_LENGTH : start + BLOCK_PERIOD])
        at += len(framed)
        left -= size


def group_content(source: Source, part: GroupRange, shift: int) -> bytes:
    """Return what the group holds, as far as it inflates."""
    member = _unwrapped(source, part.offset + shift, part.line.length)
    return b"".join(_inflated(member, part.line.size))


def _read(source: Source, offset: int, size: int) -> bytes:
    """Read where the file may be shorter than it was: what is missing is zeros."""
    offset = max(0, offset)
    there = max(0, min(size, source.size - offset))
    return (source.read_at(offset, there) if there else b"").ljust(size, b"\0")


def _unwrapped(source: Source, offset: int, size: int) -> Iterator[bytes]:
    """Yield the `size` bytes that a plain member at `offset` holds."""
    at, left = offset + MEMBER_HEADER_LENGTH, size
    while left:
        taken = min(left, _BLOCKS_AT_ONCE * PLAIN_BLOCK)
        framed = memoryview(_read(source, at, taken + 5 * -(-taken // PLAIN_BLOCK)))
        for start in range(0, len(framed), _PLAIN_PERIOD):
            yield bytes(framed[start + 5 : start + _PLAIN_PERIOD])
        at += len(framed)
        left -= taken


def _inflated(member: Iterator[bytes], size: int) -> Iterator[bytes]:
    """Inflate a member without judging header and trailer; end quietly where that fails."""
    inflate = isal_zlib.decompressobj(-15)
    skip = MEMBER_HEADER_LENGTH
    for piece in member:
        data, skip = piece[skip:], max(0, skip - len(piece))
        full = True
        while (data or full) and size and not inflate.eof:
            most = min(size, _STEP)
            try:
                out = inflate.decompress(data, most)
            except _IsalError:
                return
            data, full = inflate.unconsumed_tail, len(out) == most
            size -= len(out)
            if out:
                yield out
