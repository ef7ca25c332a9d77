from __future__ import annotations

from dataclasses import replace

import pytest

from kuroibara_backup.archive.footer import (
    FOOTER_LENGTH,
    NoFooter,
    decode_footer,
    encode_footer,
)
from tests.unit.archive.golden_values import FOOTER


def test_footer_comes_back() -> None:
    data = encode_footer(FOOTER)
    assert len(data) == FOOTER_LENGTH
    assert decode_footer(data) == FOOTER


def test_a_later_format_is_told_from_damage() -> None:
    assert decode_footer(encode_footer(replace(FOOTER, format=3))).format == 3


def test_every_flipped_bit_is_seen() -> None:
    data = encode_footer(FOOTER)
    for bit in range(8 * FOOTER_LENGTH):
        damaged = bytearray(data)
        damaged[bit // 8] ^= 1 << bit % 8
        with pytest.raises(NoFooter):
            decode_footer(bytes(damaged))


@pytest.mark.parametrize("length", [0, 1, FOOTER_LENGTH - 1, FOOTER_LENGTH + 1])
def test_another_length_is_no_footer(length: int) -> None:
    with pytest.raises(NoFooter):
        decode_footer((encode_footer(FOOTER) + b"\0")[:length])
