from __future__ import annotations

import gzip

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kuroibara_backup.archive.framing import (
    ALIGNMENT,
    CUT_PIECE,
    INNER_BLOCK,
    PLAIN_BLOCK,
    SHORTEST_GAP,
    WHOLE_PIECE,
    deflated,
    gap,
    gap_length,
    piece_count,
    piece_lengths,
    plain,
    plain_length,
    stored_chunk,
    stored_chunk_length,
    stored_inner_length,
)

EDGES = [0, 1, 511, 512, 513, INNER_BLOCK - 1, INNER_BLOCK, INNER_BLOCK + 1, PLAIN_BLOCK]
EDGES += [PLAIN_BLOCK + 1, 2 * INNER_BLOCK, 2 * PLAIN_BLOCK, 2 * PLAIN_BLOCK + 1]


@pytest.mark.parametrize("size", EDGES)
def test_plain_member_gives_its_data_back(size: int) -> None:
    data = bytes(range(256)) * (size // 256 + 1)
    member = plain(data[:size])
    assert len(member) == plain_length(size)
    assert gzip.decompress(member) == data[:size]


@pytest.mark.parametrize("size", [edge for edge in EDGES if edge])
def test_stored_chunk_gives_its_data_back_through_both_layers(size: int) -> None:
    data = (bytes(range(256)) * (size // 256 + 1))[:size]
    chunk = stored_chunk(data)
    inner = gzip.decompress(chunk)
    assert len(chunk) == stored_chunk_length(size)
    assert len(inner) == stored_inner_length(size)
    assert gzip.decompress(inner) == data


@pytest.mark.parametrize("size", [INNER_BLOCK + 1, 3 * INNER_BLOCK])
def test_each_outer_block_holds_one_inner_block(size: int) -> None:
    chunk, at = stored_chunk(bytes(size)), 10
    lengths: list[int] = []
    while not lengths or not chunk[at - lengths[-1] - 5]:
        length = int.from_bytes(chunk[at + 1 : at + 3], "little")
        lengths.append(length)
        at += 5 + length
    blocks = [min(INNER_BLOCK, size - start) + 5 for start in range(0, size, INNER_BLOCK)]
    assert lengths == [10, *blocks, 8]


@given(st.binary(max_size=3000))
def test_deflated_member_gives_its_data_back(data: bytes) -> None:
    assert gzip.decompress(deflated(data)) == data


def test_chunk_of_a_cut_piece_shares_disk_blocks() -> None:
    assert stored_chunk_length(CUT_PIECE) == WHOLE_PIECE == 64 << 20


@pytest.mark.parametrize(
    ("size", "lengths"),
    [
        (0, []),
        (1, [1]),
        (WHOLE_PIECE - 1, [WHOLE_PIECE - 1]),
        (WHOLE_PIECE, [WHOLE_PIECE]),
        (WHOLE_PIECE + 1, [CUT_PIECE, WHOLE_PIECE + 1 - CUT_PIECE]),
        (2 * CUT_PIECE - 1, [CUT_PIECE, CUT_PIECE - 1]),
        (2 * CUT_PIECE, [CUT_PIECE, CUT_PIECE]),
        (2 * CUT_PIECE + 1, [CUT_PIECE, CUT_PIECE, 1]),
    ],
)
def test_files_are_cut_where_the_format_says(size: int, lengths: list[int]) -> None:
    assert piece_lengths(size) == lengths
    assert piece_count(size) == len(lengths)


@given(st.integers(min_value=0, max_value=1 << 45))
def test_pieces_add_up_to_the_file(size: int) -> None:
    lengths = piece_lengths(min(size, 1 << 36))
    assert sum(lengths) == min(size, 1 << 36)
    assert piece_count(size) * CUT_PIECE >= min(size, CUT_PIECE)


@given(st.integers(min_value=0, max_value=1 << 50))
@example(ALIGNMENT)
@example(ALIGNMENT - 1)
@example(ALIGNMENT - SHORTEST_GAP)
@example(ALIGNMENT - SHORTEST_GAP + 1)
def test_gap_aligns_what_follows(offset: int) -> None:
    length = gap_length(offset)
    assert (offset + length) % ALIGNMENT == 0
    assert length == 0 or SHORTEST_GAP <= length < ALIGNMENT + SHORTEST_GAP
    assert len(gap(length)) == length
    assert length == 0 or gzip.decompress(gap(length)) == b""


@pytest.mark.parametrize("length", [1, 25])
def test_there_is_no_shorter_gap_than_an_empty_member(length: int) -> None:
    with pytest.raises(ValueError, match="no gap"):
        gap(length)
