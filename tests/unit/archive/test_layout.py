from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.archive.framing import (
    ALIGNMENT,
    CUT_PIECE,
    INNER_BLOCK,
    WHOLE_PIECE,
    piece_count,
)
from kuroibara_backup.archive.index import File, Folder, Group, Header, Line, Sql
from kuroibara_backup.archive.layout import (
    BadLayout,
    Exact,
    GroupRange,
    InnerLayout,
    Part,
    PieceRange,
    group_parts,
    layout,
)

DIGEST = bytes(32)
EDGES = [0, 1, 511, 512, 513]
EDGES += [edge + step for edge in (INNER_BLOCK, WHOLE_PIECE, CUT_PIECE) for step in (-1, 0, 1)]
EDGES += [2 * CUT_PIECE, 9 << 30]


def stored(number: int, size: int) -> File:
    count = piece_count(size)
    return File(
        path=b"%08d.cbz" % number,
        size=size,
        mtime=number,
        digest=DIGEST if size else b"",
        pieces=(DIGEST,) * count if count > 1 else (),
    )


def header_for(body: list[Group | File | Folder]) -> Header:
    inner = InnerLayout(0)
    for line in body:
        list(inner.feed(line))
    list(inner.finish())
    files = [line for line in body if isinstance(line, File)]
    return Header(
        time=1,
        database=10,
        storage=inner.length,
        files=len(files),
        folders=sum(isinstance(line, Folder) for line in body),
        bytes=sum(file.size for file in files),
        groups=sum(isinstance(line, Group) for line in body),
    )


def whole(body: list[Group | File | Folder]) -> list[Line]:
    return [header_for(body), Sql(10, 30, DIGEST), *body]


@given(st.lists(st.sampled_from(EDGES) | st.integers(0, 200_000), max_size=12))
def test_ranges_follow_each_other_without_a_hole(sizes: list[int]) -> None:
    files: list[Group | File | Folder] = [stored(*pair) for pair in enumerate(sizes)]
    at, content = 0, 0
    for laid in layout(whole(files)):
        assert laid.offset == at
        at += laid.length
        if isinstance(laid, PieceRange):
            assert laid.offset % ALIGNMENT == 0
            content += laid.size
    assert content == sum(sizes)


@given(st.integers(0, 3000), st.integers(0, 1 << 30))
def test_glue_never_exceeds_its_limit(count: int, start: int) -> None:
    inner = InnerLayout(start)
    ranges = [laid for n in range(count) for laid in inner.feed(stored(n, 0))]
    ranges += inner.finish()
    assert all(laid.length <= (1 << 20) + 300 for laid in ranges)
    marks = [path for laid in ranges if isinstance(laid, Exact) for _, path in laid.marks]
    assert marks == [stored(n, 0).path for n in range(count)]


def test_empty_glue_is_not_written() -> None:
    group = Group(1, 2048, 100, DIGEST)
    small = File(path=b"b", size=3, mtime=0, digest=DIGEST)
    inner = InnerLayout(0)
    first = [*inner.feed(stored(1, 512)), *inner.feed(group), *inner.feed(small)]
    kinds = [type(laid) for laid in first if not (isinstance(laid, Exact) and laid.data == b"")]
    glue = [laid for laid in first if isinstance(laid, Exact) and laid.part is Part.GLUE]
    assert len(glue) == 1  # the header of the first file; its content needs no padding
    assert kinds[-1] is GroupRange


def test_a_group_is_told_apart_into_headers_contents_and_padding() -> None:
    parts = list(group_parts([Folder(b"a", 0), File(path=b"a/b", size=3, mtime=0), stored(1, 512)]))
    assert [(len(header), rest) for _, header, rest in parts] == [(512, 0), (512, 509), (512, 0)]


IN_THE_GROUP = File(path=b"b", size=3, mtime=0, digest=DIGEST)
BODY: list[Group | File | Folder] = [
    Folder(b"a", 0),
    Group(2, 2048, 100, DIGEST),
    IN_THE_GROUP,
    File(path=b"c", size=0, mtime=0),
    stored(4, 70_000),
]
GOOD = whole(BODY)
HEAD = GOOD[0]
assert isinstance(HEAD, Header)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        GOOD[1:],
        [HEAD, HEAD, *GOOD[1:]],
        [HEAD, *GOOD[2:]],
        [HEAD, GOOD[1], *GOOD[1:]],
        [*GOOD, GOOD[1]],
        GOOD[:-1],
        GOOD[:4],
        [*GOOD[:4], Group(1, 600, 90, DIGEST), *GOOD[4:]],
        [*GOOD[:4], replace(IN_THE_GROUP, lengths=(90,), member_digests=(DIGEST,)), *GOOD[5:]],
        [replace(HEAD, storage=None), *GOOD[1:]],
        [replace(HEAD, storage=1), *GOOD[1:]],
        [replace(HEAD, database=11), *GOOD[1:]],
        [replace(HEAD, files=4), *GOOD[1:]],
        [replace(HEAD, folders=0), *GOOD[1:]],
        [replace(HEAD, bytes=0), *GOOD[1:]],
        [replace(HEAD, groups=0), *GOOD[1:]],
    ],
)
def test_lines_that_contradict_each_other_are_refused(lines: list[Line]) -> None:
    assert list(layout(GOOD))
    with pytest.raises(BadLayout):
        list(layout(lines))
