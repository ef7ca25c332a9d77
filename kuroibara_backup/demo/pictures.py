"""Original pictures made by code: landscapes in panels, with text, as PNG files.

A picture is a list of rows, one byte a pixel; the byte is a place in the palette.
"""

from __future__ import annotations

import colorsys
import math
import struct
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from isal import isal_zlib

from kuroibara_backup.demo.font import dots, drawable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

WIDTH: Final = 480
HEIGHT: Final = 720
_MARGIN: Final = 16
_GUTTER: Final = 10
_PANEL: Final = 200
_BAND: Final = (
    240  # ridges are kept in bytes, so a picture is drawn in bands of fewer than 256 rows
)

_BLACK, _WHITE, _SUN, _SKY, _RIDGE = 0, 1, 2, 3, 20
_SKY_TONES: Final = 16

Rows = list[bytes]


class Artist:
    """A stock of panels that pages are made of; the colours are each manga's own.

    Panels are compressed once and joined as they are, so a page costs next to nothing.
    """

    def __init__(self, rng: Random, *, panels: int = 4) -> None:
        self._noise = rng.randbytes(1 << 15)
        whole = WIDTH - 2 * _MARGIN
        half = (whole - _GUTTER) // 2
        white = bytes([_WHITE])
        margin, gutter = white * _MARGIN, white * _GUTTER
        below = [b"\0" + white * WIDTH] * _GUTTER
        self._strips = [
            _Piece([b"\0" + margin + row + margin for row in self._panel(rng, whole)] + below)
            for _ in range(panels)
        ]
        halves = [self._panel(rng, half) for _ in range(panels)]
        for left in halves:
            for right in halves:
                if left is right:
                    continue
                pairs = zip(left, right, strict=True)
                rows = [b"\0" + margin + one + gutter + two + margin for one, two in pairs]
                self._strips.append(_Piece(rows + below))
        self._top = _Piece([b"\0" + white * WIDTH] * 20)

    def page(self, rng: Random, palette: bytes, caption: str, number: int) -> bytes:
        """One page as a PNG file, its number large at the bottom."""
        foot: Rows = [b"\0" + bytes([_WHITE]) * WIDTH] * (HEIGHT - 20 - 3 * (_PANEL + _GUTTER))
        _write(foot, caption[:30], 2, x=_MARGIN + 1, y=30, colour=_BLACK)
        label = str(number)
        _write(foot, label, 5, x=WIDTH - _MARGIN - 30 * len(label), y=20, colour=_BLACK)
        return _png(HEIGHT, palette, [self._top, *rng.sample(self._strips, 3), _Piece(foot)])

    def cover(self, rng: Random, palette: bytes, title: str, author: str) -> bytes:
        """The cover as a PNG file, with the title on it."""
        rows = self._scene(rng, WIDTH, HEIGHT)
        lines = _wrapped(drawable(title) or "UNTITLED", 18)
        for number, line in enumerate(lines):
            left = (WIDTH - 24 * len(line)) // 2
            _write(rows, line, 4, x=left + 3, y=63 + 40 * number, colour=_BLACK)
            _write(rows, line, 4, x=left, y=60 + 40 * number, colour=_WHITE)
        name = drawable(author)
        _write(rows, name, 3, x=(WIDTH - 18 * len(name)) // 2, y=HEIGHT - 60, colour=_WHITE)
        return _png(HEIGHT, palette, [_Piece([b"\0" + row for row in rows])])

    def _panel(self, rng: Random, width: int) -> Rows:
        rows = self._scene(rng, width, _PANEL)
        if rng.random() < 0.6:
            _bubble(rows, rng)
        edge = bytes([_BLACK])
        line = edge * width
        return [line, line, *(edge * 2 + row[2:-2] + edge * 2 for row in rows[2:-2]), line, line]

    def _scene(self, rng: Random, width: int, height: int) -> Rows:
        """A sky with a sun behind three ridges: hills, waves or roofs."""
        sun_x, sun_y = rng.randrange(width), rng.randrange(height // 6, height // 2)
        radius = rng.randrange(height // 10, height // 5)
        ridges = [
            (_ridge(rng, width, height, 0.45 + 0.17 * depth), bytes([_RIDGE + depth]) * width)
            for depth in range(3)
        ]
        rows = []
        start = 0
        for y in range(height):
            if y % 4 == 0:
                start = rng.randrange(len(self._noise) - width)
            row = self._sky(start, width, y / height)
            reach = radius * radius - (y - sun_y) ** 2
            if reach > 0:
                span = math.isqrt(reach)
                left, right = max(0, sun_x - span), min(width, sun_x + span)
                row = row[:left] + bytes([_SUN]) * max(0, right - left) + row[max(left, right) :]
            band, inside = divmod(y, _BAND)
            for bands, fill in ridges:
                row = _merged(row, fill, bands[band].translate(_at_least(inside)))
            rows.append(row)
        return rows

    def _sky(self, start: int, width: int, height: float) -> bytes:
        """One row of a gradient; between two tones the dots of each are strewn."""
        tone, share = divmod(height * (_SKY_TONES - 1.001), 1)
        return self._noise[start : start + width].translate(_strewn(int(tone), int(share * 8)))


class _Piece:
    """Some scanlines, deflated so that pieces can be joined without deflating them again."""

    def __init__(self, scanlines: Sequence[bytes]) -> None:
        self.raw = b"".join(scanlines)
        deflating = isal_zlib.compressobj(1, isal_zlib.DEFLATED, -15)
        self.deflated = deflating.compress(self.raw) + deflating.flush(isal_zlib.Z_FULL_FLUSH)


def _png(height: int, palette: bytes, pieces: Sequence[_Piece]) -> bytes:
    """A PNG file of these pieces from top to bottom, in colours of the palette."""
    check = 1
    for piece in pieces:
        check = zlib.adler32(piece.raw, check)
    data = b"".join(
        (b"\x78\x01", *(piece.deflated for piece in pieces), b"\3\0", struct.pack(">I", check))
    )
    size = struct.pack(">IIBBBBB", WIDTH, height, 8, 3, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", size),
            _chunk(b"PLTE", palette),
            _chunk(b"IDAT", data),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))


def colours(rng: Random) -> bytes:
    """Black, white, the sun, sixteen tones of sky, the ridges from far to near."""
    hue = rng.random()
    top = colorsys.hsv_to_rgb(hue, 0.55, 0.45)
    bottom = colorsys.hsv_to_rgb((hue + 0.12) % 1, 0.25, 0.98)
    found = [(0.07, 0.07, 0.09), (1.0, 1.0, 1.0), colorsys.hsv_to_rgb((hue + 0.5) % 1, 0.35, 1.0)]
    for tone in range(_RIDGE - _SKY):
        share = min(1.0, tone / (_SKY_TONES - 1))
        red, green, blue = (a + (b - a) * share for a, b in zip(top, bottom, strict=True))
        found.append((red, green, blue))
    found += [colorsys.hsv_to_rgb(hue, 0.45, value) for value in (0.55, 0.36, 0.2)]
    return bytes(round(255 * part) for colour in found for part in colour)


def _ridge(rng: Random, width: int, height: int, level: float) -> list[bytes]:
    """For each band, where in it the ridge begins in each column."""
    shape = rng.choice(("hills", "waves", "roofs"))
    base = height * level
    if shape == "roofs":
        tops: list[int] = []
        while len(tops) < width:
            tops += [int(base + rng.uniform(-40, 30))] * rng.randrange(14, 46)
    else:
        long, short = (rng.uniform(60, 140), rng.uniform(15, 40))
        if shape == "waves":
            long, short = long / 3, short / 2
        start = rng.uniform(0, 100)
        tops = [
            int(base + 18 * math.sin((x + start) / long) + 7 * math.sin((x + start) / short))
            for x in range(width)
        ]
    return [
        bytes([min(255, max(0, top - _BAND * band)) for top in tops[:width]])
        for band in range(math.ceil(height / _BAND))
    ]


def _bubble(rows: Rows, rng: Random) -> None:
    """What somebody in the panel says."""
    text = rng.choice(("WAIT!", "LISTEN.", "AGAIN?", "NOT YET.", "LOOK UP!", "SO IT IS.", "RUN!"))
    wide, high = 12 * len(text) + 40, 44
    if wide + 20 > len(rows[0]):
        return
    left, top = rng.randrange(8, len(rows[0]) - wide - 8), rng.randrange(12, 60)
    for y in range(high):
        offset = (2 * y - high + 1) / high
        half = wide / 2 * math.sqrt(1 - offset * offset)
        begin, end = round(left + wide / 2 - half), round(left + wide / 2 + half)
        inside = bytes([_WHITE]) * max(0, end - begin - 4)
        edge = bytes([_BLACK]) * 2 if y not in (0, high - 1) else b""
        line = edge + inside + edge
        row = rows[top + y]
        rows[top + y] = row[:begin] + line + row[begin + len(line) :]
    _write(rows, text, 2, x=left + 20, y=top + 15, colour=_BLACK)


def _write(rows: Rows, text: str, scale: int, *, x: int, y: int, colour: int) -> None:
    for offset, ink in enumerate(dots(text, scale)):
        row = rows[y + offset]
        under = row[x : x + len(ink)]
        over = _merged(under, bytes([colour]) * len(under), ink[: len(under)])
        rows[y + offset] = row[:x] + over + row[x + len(ink) :]


def _merged(under: bytes, over: bytes, mask: bytes) -> bytes:
    """`over` where the mask is 255, `under` where it is 0; whole rows at once."""
    m = int.from_bytes(mask, "little")
    a, b = int.from_bytes(under, "little"), int.from_bytes(over, "little")
    return (a ^ ((a ^ b) & m)).to_bytes(len(under), "little")


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()[:width]
    return lines


@lru_cache(maxsize=256)
def _at_least(row: int) -> bytes:
    """Columns whose ridge begins at or above this row."""
    return b"\xff" * (row + 1) + bytes(255 - row)


@lru_cache(maxsize=256)
def _strewn(tone: int, share: int) -> bytes:
    """Of eight dots of noise, `share` become the next tone."""
    return bytes(_SKY + tone + (1 if noise % 8 < share else 0) for noise in range(256))
