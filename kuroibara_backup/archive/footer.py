"""The last 128 bytes of a backup: where its metadata and its index are, and their digests.

The footer is itself an empty gzip member, so plain tools read over it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from isal import isal_zlib

from kuroibara_backup.archive.framing import EMPTY_BODY, EXTRA_HEADER

FORMAT = 2
FOOTER_LENGTH = 128
_FIELDS = struct.Struct("<HQQ32sQQ32s")
_START = EXTRA_HEADER + struct.pack("<H2sH", 106, b"KB", 102)


class NoFooter(ValueError):
    """These bytes are not a footer, or not an undamaged one."""


@dataclass(frozen=True, slots=True)
class Span:
    """One gzip member of the outer file and the SHA-256 of its bytes."""

    offset: int
    length: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Footer:
    format: int
    metadata: Span
    index: Span


def encode_footer(footer: Footer) -> bytes:
    meta, index = footer.metadata, footer.index
    fields = _FIELDS.pack(
        footer.format,
        *(meta.offset, meta.length, meta.digest),
        *(index.offset, index.length, index.digest),
    )
    return _START + fields + struct.pack("<I", isal_zlib.crc32(fields)) + EMPTY_BODY


def decode_footer(data: bytes) -> Footer:
    """Read a footer back; raise `NoFooter` unless every byte of it is as it must be.

    The format number is returned as it stands: whether it can be read is the caller's to say.
    """
    at = len(_START)
    fields = data[at : at + _FIELDS.size]
    if len(data) != FOOTER_LENGTH:
        raise NoFooter(f"a footer has {FOOTER_LENGTH} bytes, not {len(data)}")
    number, *spans = _FIELDS.unpack(fields)
    footer = Footer(number, Span(*spans[:3]), Span(*spans[3:]))
    if encode_footer(footer) != data:
        raise NoFooter("the bytes of the footer do not agree with each other")
    return footer
