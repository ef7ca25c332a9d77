"""What goes into a backup comes out of it again, whatever it is called and however long it is."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kuroibara_backup.archive import EntryKind, Level, Limits, open_archive
from kuroibara_backup.archive.framing import CUT_PIECE, INNER_BLOCK, PLAIN_BLOCK, WHOLE_PIECE
from tests.support.archives import (
    Bytes,
    Tree,
    entries,
    extracted,
    make_archive,
    noise,
    under_storage,
    verified,
    with_folders,
)

ODD = [
    b" ",
    b"a b",
    b"line\nbreak",
    b"x" * 255,
    b"\xc3\xa9",
    b"e\xcc\x81",
    b"\xff\xfe",
    b"[a]*?",
    b"%41",
]
name = st.one_of(
    st.sampled_from(ODD),
    st.binary(min_size=1, max_size=12).filter(
        lambda name: not set(name) & {0, ord("/")} and name not in (b".", b"..")
    ),
)
suffix = st.sampled_from([b"", b".cbz", b".txt", b".json"])
path = st.builds(
    lambda names, end: (
        (b"/".join(names))[: 255 * len(names)] + (end if len(names[-1]) < 200 else b"")
    ),
    st.lists(name, min_size=1, max_size=4),
    suffix,
)
edges = [0, 1, 511, 512, 513, INNER_BLOCK - 1, INNER_BLOCK, INNER_BLOCK + 1, PLAIN_BLOCK, 300_000]
content = st.one_of(
    st.none(),
    st.sampled_from(edges).map(noise),
    st.sampled_from(edges).map(lambda size: b"kuro\n" * (size // 5)),
    st.binary(max_size=600),
)


def without_clashes(tree: Tree) -> Tree:
    """No file may also be a folder."""
    return {
        path: held
        for path, held in tree.items()
        if held is None or not any(other.startswith(path + b"/") for other in tree)
    }


def whole(tree: Tree) -> None:
    data = make_archive(tree)
    report = verified(data)
    assert report.ok, report.damages
    assert verified(data, Level.QUICK).ok
    full = with_folders(tree)
    assert report.files == sum(held is not None for held in full.values())
    assert report.bytes == sum(len(held) for held in full.values() if held)
    listed = {entry.path: entry for entry in open_archive(Bytes(data)).entries()}
    assert [*listed] == [entry.path for entry in entries(tree)]
    assert all((listed[path].kind is EntryKind.FOLDER) == (full[path] is None) for path in full)
    with TemporaryDirectory() as folder:
        # Files of nothing but zeros shrink as no real library does.
        result, found = extracted(data, Path(folder), ("storage",), limits=Limits(ratio=2000))
        expected = under_storage(tree)
        if not tree:
            del expected[b"storage"]
        assert found == expected
        assert not result.damaged


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(path, content, min_size=1, max_size=12).map(without_clashes))
def test_any_tree_comes_back_as_it_was(tree: Tree) -> None:
    whole(tree)


@pytest.mark.slow
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(path, content, min_size=1, max_size=30).map(without_clashes))
def test_many_trees_come_back_as_they_were(tree: Tree) -> None:
    whole(tree)


@pytest.mark.slow
@pytest.mark.parametrize(
    "size",
    [WHOLE_PIECE - 1, WHOLE_PIECE, WHOLE_PIECE + 1, CUT_PIECE, 2 * CUT_PIECE, 2 * CUT_PIECE + 1],
)
@pytest.mark.parametrize("suffix", [b".cbz", b".txt"])
def test_files_around_a_piece_boundary_come_back(size: int, suffix: bytes) -> None:
    content = (
        bytes(size)
        if suffix == b".txt"
        else noise(1 << 20) * (size >> 20) + noise(size % (1 << 20))
    )
    whole({b"long" + suffix: content, b"next.cbz": noise(10)})


def test_modes_and_times_come_back(tmp_path: Path) -> None:
    data = make_archive({b"a/run.sh": b"x", b"a/b.cbz": noise(10)})
    extracted(data, tmp_path)
    assert (tmp_path / "storage/a/run.sh").stat().st_mode & 0o111
    assert not (tmp_path / "storage/a/b.cbz").stat().st_mode & 0o111
    assert (tmp_path / "storage/a/b.cbz").stat().st_mtime == 1_700_000_001
    assert (tmp_path / "storage/a").stat().st_mtime == 1_700_000_000
