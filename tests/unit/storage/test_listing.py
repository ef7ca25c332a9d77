"""A list of any length comes out sorted as the format sorts, and no path twice."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.archive.entries import order
from kuroibara_backup.errors import ArchiveUnsafe
from kuroibara_backup.storage import listing
from kuroibara_backup.storage.listing import Listed, ListWriter, decode, encode, sorted_list

if TYPE_CHECKING:
    from pathlib import Path

LINES = st.builds(
    Listed,
    st.binary(min_size=1),
    st.integers(0, 1 << 40),
    st.integers(0, 1 << 40),
    st.booleans(),
    st.binary(min_size=32, max_size=32),
) | st.builds(Listed, st.binary(min_size=1), st.integers(0, 1 << 40))


@given(LINES)
def test_a_line_is_read_as_it_was_written(line: Listed) -> None:
    assert encode(line).count(b"\n") == 1
    assert decode(encode(line)) == line


def test_a_long_list_is_sorted_by_way_of_the_disk(tmp_path: Path) -> None:
    paths = [b"a/%d/%d" % (number % 7, number) for number in range(listing.AT_ONCE * 2 + 5)]
    paths += [b"a-b", b"a", b"a b/c"]
    lines = [Listed(path, 1, 2) for path in paths]
    found = [line.path for line in sorted_list(lines, str(tmp_path))]
    assert found == sorted(paths, key=order)
    assert not list(tmp_path.iterdir())


def test_a_path_that_comes_twice_is_refused(tmp_path: Path) -> None:
    lines = [Listed(b"a", 1), Listed(b"b", 1, 1), Listed(b"a", 1, 5)]
    with pytest.raises(ArchiveUnsafe, match="twice"):
        list(sorted_list(lines, str(tmp_path)))


def test_the_writer_notices_disorder() -> None:
    writer = ListWriter(io.BytesIO())
    for path in (b"a", b"a/b", b"a-b"):
        writer.add(Listed(path, 1))
    assert writer.in_order
    writer.add(Listed(b"a/c", 1))
    assert not writer.in_order
