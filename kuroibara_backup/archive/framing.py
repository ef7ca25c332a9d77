"""How bytes are wrapped into gzip members: the lengths, and the bytes, of every kind of frame.

All of it is arithmetic on lengths and checksums, so writer and reader share it: the one lays
contents between these bytes, the other compares what it reads with them. Words:

- *plain*: one gzip member of stored (uncompressed) deflate blocks;
- *chunk*: one member of the inner file and the one outer member around it;
- *block* of a stored chunk: 10 header bytes (outer, inner) and up to 65,530 bytes of data. All
  blocks but the last look the same, so a buffer with its headers in place serves for every one;
- *gap*: an empty member that only takes room.
"""

from __future__ import annotations

import struct

from isal import isal_zlib

MEMBER_HEADER = bytes.fromhex("1f8b08000000000000ff")
EXTRA_HEADER = bytes.fromhex("1f8b08040000000000ff")
MEMBER_HEADER_LENGTH = 10
MEMBER_TRAILER_LENGTH = 8
EMPTY_BODY = bytes.fromhex("0300") + bytes(MEMBER_TRAILER_LENGTH)
"""An empty deflate stream, CRC 0, length 0: the end of gaps and of the footer."""

PLAIN_BLOCK = 65_535
INNER_BLOCK = 65_530
BLOCK_HEADER_LENGTH = 10
BLOCK_PERIOD = BLOCK_HEADER_LENGTH + INNER_BLOCK
LEAD_LENGTH = 25
"""Bytes of a stored chunk before its first block."""
TAIL_LENGTH = 21
"""Bytes of a stored chunk after its last block."""

ALIGNMENT = 4096
SHORTEST_GAP = 26

WHOLE_PIECE = 64 << 20
"""A file up to this size is one piece."""
CUT_PIECE = 67_098_578
"""A larger one is cut every so many bytes: the stored chunk of such a piece is 64 MiB long."""

_U32 = 0xFFFF_FFFF
_BLOCK = struct.Struct("<BHH")
_TRAILER = struct.Struct("<II")


def piece_lengths(size: int) -> list[int]:
    """Return the lengths of the pieces that a file of `size` bytes is cut into; none when empty."""
    if size <= WHOLE_PIECE:
        return [size] if size else []
    whole, rest = divmod(size, CUT_PIECE)
    return [CUT_PIECE] * whole + ([rest] if rest else [])


def piece_count(size: int) -> int:
    return bool(size) if size <= WHOLE_PIECE else -(-size // CUT_PIECE)


def plain_length(size: int) -> int:
    """Length of the plain member over `size` bytes."""
    return 18 + size + 5 * max(1, -(-size // PLAIN_BLOCK))


def stored_inner_length(size: int) -> int:
    """Length of the inner member of a stored chunk over `size` bytes."""
    return 18 + size + 5 * -(-size // INNER_BLOCK)


def stored_chunk_length(size: int) -> int:
    """Length of a stored chunk over `size` bytes, both layers included."""
    return size + 10 * -(-size // INNER_BLOCK) + LEAD_LENGTH + TAIL_LENGTH


def block_header(size: int, *, last: bool) -> bytes:
    """The header of one stored deflate block."""
    return _BLOCK.pack(last, size, size ^ 0xFFFF)


def member_trailer(crc: int, size: int) -> bytes:
    return _TRAILER.pack(crc, size & _U32)


def plain(data: bytes) -> bytes:
    """Wrap `data` into one plain member."""
    view = memoryview(data)
    parts: list[bytes | memoryview] = [MEMBER_HEADER]
    for at in range(0, max(1, len(view)), PLAIN_BLOCK):
        block = view[at : at + PLAIN_BLOCK]
        parts += (block_header(len(block), last=at + PLAIN_BLOCK >= len(view)), block)
    parts.append(member_trailer(isal_zlib.crc32(view), len(view)))
    return b"".join(parts)


def deflated(data: bytes, level: int = 2) -> bytes:
    """Wrap `data` into one deflated member."""
    body = isal_zlib.compress(data, level, -15)
    return MEMBER_HEADER + body + member_trailer(isal_zlib.crc32(data), len(data))


LEAD = MEMBER_HEADER + block_header(10, last=False) + MEMBER_HEADER


def stored_block_header(size: int, *, last: bool) -> bytes:
    """The 10 bytes before `size` bytes of data in a stored chunk; only the inner block is final."""
    return block_header(size + 5, last=False) + block_header(size, last=last)


def stored_tail(*, crc: int, size: int, outer_crc: int) -> bytes:
    """The 21 bytes that end a stored chunk over `size` bytes.

    `crc` is that of the data; `outer_crc` is that of the inner member, its trailer included.
    """
    inner = stored_inner_length(size)
    return block_header(8, last=True) + member_trailer(crc, size) + member_trailer(outer_crc, inner)


def stored_chunk(data: bytes) -> bytes:
    """Wrap `data`, which is not empty, into a stored chunk."""
    view = memoryview(data)
    crc = isal_zlib.crc32(view)
    outer_crc = isal_zlib.crc32(MEMBER_HEADER)
    parts: list[bytes | memoryview] = [LEAD]
    for at in range(0, len(view), INNER_BLOCK):
        block = view[at : at + INNER_BLOCK]
        header = stored_block_header(len(block), last=at + INNER_BLOCK >= len(view))
        outer_crc = isal_zlib.crc32(block, isal_zlib.crc32(header[5:], outer_crc))
        parts += (header, block)
    outer_crc = isal_zlib.crc32(member_trailer(crc, len(view)), outer_crc)
    parts.append(stored_tail(crc=crc, size=len(view), outer_crc=outer_crc))
    return b"".join(parts)


def gap_length(offset: int) -> int:
    """How long the gap at `offset` must be for what follows to be aligned; 0 when it is already."""
    missing = -offset % ALIGNMENT
    return missing + ALIGNMENT if 0 < missing < SHORTEST_GAP else missing


def gap(length: int) -> bytes:
    """An empty member of exactly `length` bytes, at least `SHORTEST_GAP`; nothing for 0."""
    if not length:
        return b""
    room = length - SHORTEST_GAP
    if room < 0:
        raise ValueError(f"no gap is {length} bytes long")
    return EXTRA_HEADER + struct.pack("<H2sH", room + 4, b"KG", room) + bytes(room) + EMPTY_BODY
