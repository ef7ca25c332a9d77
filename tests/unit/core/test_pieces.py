"""What must come again holds every place where damage was seen, and is never most of the file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kuroibara_desktop.core.pieces import bad_pieces

MIB = 1024 * 1024


@given(st.lists(st.integers(0, 2**40), max_size=20), st.integers(1, 2**40))
def test_pieces_are_apart_in_order_and_hold_what_was_seen(seen: list[int], size: int) -> None:
    seen = [offset % size for offset in seen]
    pieces = bad_pieces(seen, size=size)
    ends = 0
    for piece in pieces:
        assert piece.start >= ends
        assert piece.length > 0
        ends = piece.start + piece.length
        assert ends <= size
    if pieces:
        for offset in seen:
            assert any(p.start <= offset < p.start + p.length for p in pieces)


def test_one_wrong_byte_of_a_large_file_brings_one_chunk() -> None:
    [piece] = bad_pieces([50_000 * MIB], size=100_000 * MIB)
    assert 64 * MIB < piece.length < 66 * MIB


def test_a_small_file_comes_whole() -> None:
    assert bad_pieces([11 * MIB], size=12 * MIB) == ()
    assert bad_pieces([], size=12 * MIB) == ()
