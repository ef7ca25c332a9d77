from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.archive.framing import WHOLE_PIECE
from kuroibara_backup.archive.index import BadLine, File, Folder, Line, decode, encode
from tests.unit.archive.golden_values import LINES

DIGESTS = st.binary(min_size=32, max_size=32)
FILES = st.builds(
    File,
    path=st.binary(min_size=1),
    size=st.integers(1, WHOLE_PIECE),
    mtime=st.integers(-(1 << 40), 1 << 40),
    executable=st.booleans(),
    digest=DIGESTS,
    bad=st.booleans(),
)
FOLDERS = st.builds(Folder, st.binary(min_size=1), st.integers(0, 1 << 40))


@given(FILES | FOLDERS)
def test_every_line_comes_back(line: Line) -> None:
    data = encode(line)
    assert data.endswith(b"\n")
    assert data.count(b"\n") == 1
    assert decode(data) == line


def changed(number: int, **fields: Any) -> bytes:
    line = json.loads(encode(LINES[number])) | fields
    kept = {key: value for key, value in line.items() if value != "away"}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()


HEADER, SQL, FOLDER, FILE, _, GROUP, _, _, PACKED, PIECES = range(10)
DIGEST = "a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s"


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"{}",
        b'"p"',
        b'{"p":"x"',
        b"\xff",
        b"[" * 100_000,
        changed(HEADER, format=3),
        changed(HEADER, storage="1"),
        changed(HEADER, files=-1),
        changed(HEADER, bytes=True),
        changed(HEADER, groups=1.0),
        changed(HEADER, extra=1),
        changed(SQL, sql=0),
        changed(SQL, z=17),
        changed(SQL, z=1 << 63),
        changed(SQL, h=DIGEST[:-1]),
        changed(SQL, h=DIGEST + "="),
        changed(SQL, h=5),
        changed(GROUP, group=0),
        changed(FOLDER, d=""),
        changed(FOLDER, d=None),
        changed(FOLDER, t=None),
        changed(FILE, s=0),
        changed(FILE, s=-1),
        changed(FILE, h="away"),
        changed(FILE, x=0),
        changed(FILE, bad=2),
        changed(FILE, c=[DIGEST]),
        changed(FILE, z=[20]),
        changed(FILE, pb="eA=="),
        changed(FILE, p="away", pb="eA=="),
        changed(PACKED, zh=[]),
        changed(PACKED, zh=DIGEST),
        changed(PACKED, z=[20, 20], zh=[DIGEST, DIGEST]),
        changed(PIECES, c="away"),
        changed(PIECES, c=[DIGEST]),
        encode(LINES[FILE]).replace(b",", b", "),
        encode(LINES[FILE]).replace(b"Y", b"\\u0059"),
        b'{"p":"\\ud800","s":0,"t":0}',
    ],
)
def test_what_the_format_does_not_know_is_refused(line: bytes) -> None:
    with pytest.raises(BadLine):
        decode(line)
