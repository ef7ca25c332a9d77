"""Where the frames of a backup are: found by walking its layout, for tests that damage them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroibara_backup.archive.framing import BLOCK_PERIOD, LEAD_LENGTH, TAIL_LENGTH
from kuroibara_backup.archive.layout import Exact, GroupRange, Part, PieceRange, SqlRange, layout
from kuroibara_backup.archive.tail import Index, read_footer
from tests.support.archives import Bytes

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Span:
    """`kind` of what lies from `start` to `end`; `owner` is the file in it, if there is one."""

    kind: str
    start: int
    end: int
    owner: bytes = b""


def ranges(data: bytes) -> Iterator[Span]:
    """The outer members of a backup, in order and without a hole."""
    source = Bytes(data)
    footer = read_footer(source)
    at = 0
    for part in layout(Index(source, footer.index)):
        match part:
            case Exact():
                kind = {Part.TAR: "plain", Part.GAP: "gap", Part.GLUE: "glue"}[part.part]
                yield Span(kind, part.offset, part.offset + part.length)
            case SqlRange():
                yield Span("sql", part.offset, part.offset + part.length)
            case GroupRange():
                yield Span("group", part.offset, part.offset + part.length)
            case PieceRange():
                kind = "stored" if part.packed is None else "packed"
                yield Span(kind, part.offset, part.offset + part.length, part.file.path)
        at = part.offset + part.length
    metadata, index = footer.metadata, footer.index
    yield Span("plain", at, metadata.offset)
    yield Span("plain", metadata.offset, metadata.offset + metadata.length)
    yield Span("plain", metadata.offset + metadata.length, index.offset)
    yield Span("index", index.offset, index.offset + index.length)
    yield Span("plain", index.offset + index.length, len(data) - 128)
    yield Span("footer", len(data) - 128, len(data))


def frames(data: bytes) -> list[int]:
    """Every byte of a member's header or trailer, of both layers."""
    found: list[int] = []
    for span in ranges(data):
        heads, tails = {
            "stored": (LEAD_LENGTH, TAIL_LENGTH),
            "glue": (LEAD_LENGTH, TAIL_LENGTH),
        }.get(span.kind, (10, 8))
        if span.kind in ("packed", "group"):
            heads, tails = 25, 16  # outer and inner header, outer and inner trailer
        found += range(span.start, min(span.start + heads, span.end))
        found += range(max(span.start, span.end - tails), span.end)
    return sorted(set(found))


def block_headers(data: bytes) -> list[int]:
    """Where each 10-byte header of a block of a stored chunk begins."""
    return [
        at
        for span in ranges(data)
        if span.kind in ("stored", "glue")
        for at in range(span.start + LEAD_LENGTH, span.end - TAIL_LENGTH, BLOCK_PERIOD)
    ]


__all__ = ["Span", "block_headers", "frames", "ranges"]
