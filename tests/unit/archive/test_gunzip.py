"""Decompressing members: every checksum counts, and nothing may lie between or behind them."""

from __future__ import annotations

import gzip
import io
import random

import pytest

from kuroibara_backup.archive.framing import deflated, gap, plain
from kuroibara_backup.archive.gunzip import Gunzip
from kuroibara_backup.errors import ArchiveCorrupt, ArchiveTruncated

TEXT = b"some words that repeat, some words that repeat\n" * 900
NOISE = random.Random(1).randbytes(100_000)


def named(data: bytes) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile("name", "wb", fileobj=out) as file:
        file.write(data)
    return out.getvalue()


MEMBERS = plain(NOISE) + deflated(TEXT) + gap(4000) + named(b"x") + gzip.compress(TEXT, 9)
HELD = NOISE + TEXT + b"x" + TEXT


def read(data: bytes, piece: int = 1 << 18, size: int = 1 << 20) -> bytes:
    stream = io.BytesIO(data)
    gunzip = Gunzip(lambda most: stream.read(min(most, piece)), "the file")
    parts = []
    while part := gunzip.read(size):
        parts.append(part)
    assert gunzip.offset == len(data)
    return b"".join(parts)


@pytest.mark.parametrize("piece", [7, 4096, 1 << 18])
@pytest.mark.parametrize("size", [100, 65_536, 1 << 20])
def test_members_come_out_as_one_stream(piece: int, size: int) -> None:
    assert read(MEMBERS, piece, size) == HELD


@pytest.mark.parametrize("size", [1, 7, 4096])
def test_single_stops_behind_the_first_member(size: int) -> None:
    first = deflated(TEXT)
    stream = io.BytesIO(first + plain(NOISE))
    gunzip = Gunzip(stream.read, "the file", single=True)
    parts = []
    while part := gunzip.read(size):
        parts.append(part)
    assert b"".join(parts) == TEXT
    assert gunzip.offset == len(first)


def test_a_cut_inside_a_member_is_truncated() -> None:
    data = deflated(TEXT)
    for end in range(len(data)):
        with pytest.raises(ArchiveTruncated):
            read(data[:end])


def test_garbage_between_or_behind_members_is_damage() -> None:
    for data in (plain(b"a") + b"\0" + plain(b"b"), plain(b"a") + b"garbage of some length"):
        with pytest.raises(ArchiveCorrupt):
            read(data)


def test_a_flipped_bit_is_found_unless_it_says_nothing() -> None:
    data = deflated(TEXT)
    for at in range(10, len(data)):
        changed = bytearray(data)
        changed[at] ^= 1 << at % 8
        try:
            text = read(bytes(changed))
        except (ArchiveCorrupt, ArchiveTruncated):
            continue
        assert text == TEXT  # up to seven bits behind the end of deflated data mean nothing
        assert at == len(data) - 9
