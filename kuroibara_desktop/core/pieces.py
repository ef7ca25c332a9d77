"""Which pieces of a backup file must come again, by where damage was seen in it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BEFORE = 64 * 1024 * 1024 + 128 * 1024  # damage shows at the end of its chunk, at the latest
_BEHIND = 1024 * 1024
_WORTH = 0.75  # of the file; beyond that one go is as quick


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    start: int
    length: int


def bad_pieces(seen_at: Iterable[int], *, size: int) -> tuple[Piece, ...]:
    """Pieces that hold whatever was seen at these offsets; none when they are most of the file."""
    spans: list[tuple[int, int]] = []
    for offset in sorted(seen_at):
        start, end = max(0, offset - _BEFORE), min(size, offset + _BEHIND)
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        elif start < end:
            spans.append((start, end))
    if sum(end - start for start, end in spans) > size * _WORTH:
        return ()
    return tuple(Piece(start=start, length=end - start) for start, end in spans)
