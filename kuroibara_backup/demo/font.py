"""Letters of 5 by 7 dots, enough for titles and page numbers."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

HEIGHT: Final = 7
_WIDTH: Final = 5

# Seven rows a letter, top first; each hexadecimal pair holds the five dots of a row.
_DOTS: Final = {
    "A": "0e11111f111111", "B": "1e11111e11111e", "C": "0e11101010110e", "D": "1c12111111121c",
    "E": "1f10101e10101f", "F": "1f10101e101010", "G": "0e11101713110f", "H": "1111111f111111",
    "I": "0e04040404040e", "J": "0702020202120c", "K": "11121418141211", "L": "1010101010101f",
    "M": "111b1515111111", "N": "11191915131311", "O": "0e11111111110e", "P": "1e11111e101010",
    "Q": "0e11111115120d", "R": "1e11111e141211", "S": "0f10100e01011e", "T": "1f040404040404",
    "U": "1111111111110e", "V": "11111111110a04", "W": "1111111515150a", "X": "11110a040a1111",
    "Y": "11110a04040404", "Z": "1f01020408101f",
    "0": "0e11131519110e", "1": "040c040404040e", "2": "0e11010204081f", "3": "1f02040201110e",
    "4": "02060a121f0202", "5": "1f101e0101110e", "6": "0608101e11110e", "7": "1f010204080808",
    "8": "0e11110e11110e", "9": "0e11110f01020c",
    "-": "0000001f000000", ".": "00000000000c0c", "!": "04040404040004", "?": "0e110102040004",
    "/": "01010204081010", "'": "0c040800000000", ",": "000000000c0408", "&": "0c12140815120d",
    ":": "000c0c000c0c00", " ": "00000000000000",
}  # fmt: skip


def drawable(text: str) -> str:
    """The text in letters there are dots for: capitals, without accents; the rest is dropped."""
    plain = unicodedata.normalize("NFKD", text).upper()
    return "".join(letter for letter in plain if letter in _DOTS).strip()


@lru_cache(maxsize=4096)
def dots(text: str, scale: int) -> tuple[bytes, ...]:
    """Rows of the text from top to bottom, one byte a pixel: 255 where there is ink, else 0."""
    rows = []
    for row in range(HEIGHT):
        line = bytearray()
        for letter in drawable(text):
            bits = int(_DOTS[letter][2 * row : 2 * row + 2], 16)
            for column in range(_WIDTH - 1, -1, -1):
                line += (b"\xff" if bits >> column & 1 else b"\0") * scale
            line += bytes(scale)
        rows += [bytes(line)] * scale
    return tuple(rows)
