from __future__ import annotations

import gzip
import hashlib
import io
import itertools
import json
import os
import random
import tarfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kuroibara_backup.archive.entries import Progress, Stage
from kuroibara_backup.archive.footer import FOOTER_LENGTH, decode_footer
from kuroibara_backup.archive.framing import ALIGNMENT, INNER_BLOCK, WHOLE_PIECE
from kuroibara_backup.archive.index import File
from kuroibara_backup.archive.layout import Exact, PieceRange
from kuroibara_backup.archive.planning import plan
from kuroibara_backup.archive.spool import spool_dump
from kuroibara_backup.archive.writing import write
from kuroibara_backup.errors import Cancelled, InvalidRequest
from tests.support.libraries import (
    METADATA,
    Library,
    backed_up,
    backup_of,
    chunks_of,
    lines_of,
    member,
    ranges_of,
)

SIZES = [0, 1, 511, 512, 513, INNER_BLOCK - 1, INNER_BLOCK, INNER_BLOCK + 1, 300_000]
NAMES = [
    "plain.txt",
    "sp ace.cbz",
    "new\nline.jpg",
    "e\u0301.json",
    "\u00e9.json",
    "猫.png",
    "n" * 255,
]


def noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def fill(root: Path, files: dict[str, bytes]) -> Library:
    root.mkdir(exist_ok=True)
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return Library(root)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    files = {f"{n}/{size}.cbz": noise(size) for n, size in enumerate(SIZES)}
    files |= {f"{n}/{size}.txt": bytes(size) for n, size in enumerate(SIZES)}
    files |= {name: b"content of " + name.encode() for name in NAMES}
    (tmp_path / "library" / "empty" / "folder").mkdir(parents=True)
    return fill(tmp_path / "library", files)


def unpacked(data: bytes) -> tuple[dict[str, bytes], dict[bytes, bytes | None]]:
    """Take a backup apart with Python's own modules: the outer files, and the library."""
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as outer:
        files = {each.name: outer.extractfile(each).read() for each in outer}  # type: ignore[union-attr]  # files
    tree: dict[bytes, bytes | None] = {}
    if "storage.tar.gz" in files:
        with tarfile.open(fileobj=io.BytesIO(files["storage.tar.gz"]), mode="r:gz") as inner:
            for each in inner:
                found = inner.extractfile(each)
                tree[os.fsencode(each.name)] = found.read() if found else None
    return files, tree


def on_disk(library: Library) -> dict[bytes, bytes | None]:
    tree: dict[bytes, bytes | None] = {b"storage": None}
    for entry in library.entries:
        path = Path(os.fsdecode(os.fsencode(library.root) + b"/" + entry.path))
        tree[b"storage/" + entry.path] = None if path.is_dir() else path.read_bytes()
    return tree


def test_full_backup_holds_everything(library: Library, tmp_path: Path) -> None:
    out = io.BytesIO()
    written = backed_up(library, tmp_path, out)
    data = out.getvalue()
    files, tree = unpacked(data)
    assert list(files) == [
        "database.sql",
        "storage.tar.gz",
        "backup_metadata.json",
        "backup_index.jsonl",
    ]
    assert tree == on_disk(library)
    assert json.loads(files["backup_metadata.json"]) == written.metadata
    assert (written.size, written.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert written.metadata == METADATA | {
        "format": 2,
        "includes_storage": True,
        "database_size": len(files["database.sql"]),
        "database_sha256": hashlib.sha256(files["database.sql"]).hexdigest(),
        "storage_size": len(files["storage.tar.gz"]),
        "storage_files": sum(content is not None for content in tree.values()),
        "storage_folders": sum(content is None for content in tree.values()) - 1,
        "storage_bytes": sum(len(content or b"") for content in tree.values()),
        "warnings": [],
    }
    assert not written.warnings
    assert not written.database_only


def test_database_only_backup_holds_the_dump(tmp_path: Path) -> None:
    out = io.BytesIO()
    written = backed_up(None, tmp_path, out)
    files, _ = unpacked(out.getvalue())
    assert list(files) == ["database.sql", "backup_metadata.json", "backup_index.jsonl"]
    assert written.database_only
    assert (written.metadata["includes_storage"], written.metadata["storage_size"]) == (False, 0)


def test_index_says_what_is_in_the_backup(library: Library, tmp_path: Path) -> None:
    data = backup_of(library, tmp_path)
    files, tree = unpacked(data)
    footer = decode_footer(data[-FOOTER_LENGTH:])
    assert member(data, footer.index) == files["backup_index.jsonl"]
    assert member(data, footer.metadata) == files["backup_metadata.json"]
    listed = [line for line in lines_of(data) if isinstance(line, File)]
    assert len(listed) == sum(content is not None for content in tree.values())
    for line in listed:
        content = tree[b"storage/" + line.path]
        assert content is not None
        assert line.size == len(content)
        assert line.digest == (hashlib.sha256(content).digest() if content else b"")


def test_every_byte_lies_where_the_layout_says(library: Library, tmp_path: Path) -> None:
    data = backup_of(library, tmp_path)
    for laid in ranges_of(data):
        found = data[laid.offset : laid.offset + laid.length]
        if isinstance(laid, Exact):
            assert found == laid.data
        else:
            assert len(gzip.decompress(found)) > 0
        if isinstance(laid, PieceRange):
            assert laid.offset % ALIGNMENT == 0
            content = gzip.decompress(gzip.decompress(found))
            assert hashlib.sha256(content).digest() == laid.digest


@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=60)
        .filter(lambda name: name not in (".", ".."))
        .map(lambda name: name + ".x"),
        st.tuples(st.sampled_from(SIZES), st.booleans()),
        max_size=8,
    )
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_tree_comes_out_as_it_went_in(files: dict[str, tuple[int, bool]]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        contents = {
            name: noise(size) if odd else bytes(size) for name, (size, odd) in files.items()
        }
        library = fill(Path(folder) / "library", contents)
        _, tree = unpacked(backup_of(library, Path(folder)))
        assert tree == on_disk(library)


def test_two_backups_of_an_unchanged_library_are_the_same(library: Library, tmp_path: Path) -> None:
    assert backup_of(library, tmp_path) == backup_of(library, tmp_path)


def test_renamed_and_touched_files_keep_their_chunks(library: Library, tmp_path: Path) -> None:
    before = chunks_of(backup_of(library, tmp_path))
    for number, size in enumerate(SIZES):
        old = library.root / f"{number}/{size}.cbz"
        old.rename(library.root / f"{number}/renamed {size}.cbz")
    os.utime(library.root / "8/300000.txt", (5, 5))
    after = chunks_of(backup_of(Library(library.root), tmp_path))
    for number, size in enumerate(SIZES[1:], start=1):
        old_name, new_name = b"%d/%d.cbz" % (number, size), b"%d/renamed %d.cbz" % (number, size)
        assert before[old_name] == after[new_name]
    assert before[b"8/300000.txt"] == after[b"8/300000.txt"]


def test_pieces_of_a_large_file_each_have_their_digest(tmp_path: Path) -> None:
    content = noise(1 << 20) * 65
    library = fill(tmp_path / "library", {"large.cbz": content, "after.cbz": b"x"})
    data = backup_of(library, tmp_path)
    pieces = [laid for laid in ranges_of(data) if isinstance(laid, PieceRange)]
    assert [laid.number for laid in pieces] == [0, 0, 1]
    assert pieces[1].length == WHOLE_PIECE
    for laid in pieces[1:]:
        inner = gzip.decompress(data[laid.offset : laid.offset + laid.length])
        piece = gzip.decompress(inner)
        assert piece == content[laid.start : laid.start + laid.size]
        assert hashlib.sha256(piece).digest() == laid.digest
    assert pieces[1].file.digest == hashlib.sha256(content).digest()


@pytest.mark.parametrize("name", ["a.cbz", "a.txt", "a.log"])
def test_a_file_that_changes_meanwhile_does_not_stop_the_backup(name: str, tmp_path: Path) -> None:
    size = 400_000 if name == "a.log" else 100_000
    library = fill(tmp_path / "library", {name: bytes(size), "b.cbz": noise(9)})
    path = library.root / name
    for content, flags, word in (
        (bytes(size - 10_000), (True, False), "became shorter"),
        (bytes(size + 1), (False, True), "grew"),
        (None, (True, False), "could not be read"),
    ):
        path.unlink()
        if content is not None:
            path.write_bytes(content)
        out = io.BytesIO()
        written = backed_up(library, tmp_path, out)
        data = out.getvalue()
        (line,) = [
            each for each in lines_of(data) if isinstance(each, File) and each.bad | each.cut
        ]
        assert (line.path.decode(), line.size) == (name, size)
        assert (line.bad, line.cut) == flags
        (warning,) = written.warnings
        assert name in warning
        assert word in warning
        assert written.metadata["warnings"] == [warning]
        _, tree = unpacked(data)
        assert tree[b"storage/" + line.path] == bytes(size)


def test_a_library_that_vanishes_is_said_in_few_words(tmp_path: Path) -> None:
    files = {f"{n:04}.cbz": noise(20) for n in range(150)}
    library = fill(tmp_path / "library", files)
    for name in files:
        (library.root / name).unlink()
    written = backed_up(library, tmp_path, io.BytesIO())
    assert len(written.warnings) == 101


def test_warnings_of_the_caller_come_first(tmp_path: Path) -> None:
    with spool_dump([], tmp_path) as dump, plan(dump, None, None, tmp_path) as planned:
        *_, last = [*write(planned, METADATA | {"warnings": ["known before"]}, out := io.BytesIO())]
    assert last == Progress(stage=Stage.WRITE, done=last.done, total=last.done)
    assert json.loads(unpacked(out.getvalue())[0]["backup_metadata.json"])["warnings"] == [
        "known before"
    ]


def test_metadata_that_is_too_long_is_refused_before_a_byte_is_written(tmp_path: Path) -> None:
    out = io.BytesIO()
    with spool_dump([], tmp_path) as dump, plan(dump, None, None, tmp_path) as planned:
        with pytest.raises(InvalidRequest):
            next(write(planned, METADATA | {"notes": "x" * 800_000}, out))
    assert not out.getvalue()


@pytest.mark.parametrize(("planned", "further"), [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2)])
def test_cancelled_backup_leaves_nothing_behind(
    library: Library, tmp_path: Path, planned: int, further: int
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    calls = itertools.count()
    # one look for the dump, one for each entry, then at least two while writing
    looks = planned * len(library.entries) + further

    def stop() -> None:
        if next(calls) == looks:
            raise Cancelled

    with pytest.raises(Cancelled):
        backed_up(library, scratch, io.BytesIO(), check=stop)
    assert not list(scratch.iterdir())


def test_given_up_backup_leaves_nothing_behind(library: Library, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    entries = iter(library.entries)
    with spool_dump([], scratch) as dump, plan(dump, entries, library.open_file, scratch) as made:
        writing = write(made, METADATA, io.BytesIO())
        next(writing)
        writing.close()
    assert not list(scratch.iterdir())


def test_slow_output_is_told_of_several_times_a_second(tmp_path: Path) -> None:
    class Slow:
        def write(self, data: memoryview) -> int:
            time.sleep(0.05)
            return len(data)

    library = fill(tmp_path / "library", {"a.cbz": noise(1 << 20) * 60})
    with (
        spool_dump([], tmp_path) as dump,
        plan(dump, iter(library.entries), library.open_file, tmp_path) as made,
    ):
        moments = [time.monotonic()]
        done = [0]
        for step in write(made, METADATA, Slow()):
            moments.append(time.monotonic())
            done.append(step.done)
    assert done == sorted(done)
    assert max(later - earlier for earlier, later in itertools.pairwise(moments)) < 0.5
    assert len(done) > 5


def test_full_disk_is_told_to_the_caller(library: Library, tmp_path: Path) -> None:
    class Full:
        def write(self, data: memoryview) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        backed_up(library, tmp_path, Full())  # type: ignore[arg-type]  # no more is asked of it
