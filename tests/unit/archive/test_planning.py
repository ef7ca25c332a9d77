from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_backup.archive.entries import Entry, EntryKind
from kuroibara_backup.archive.framing import CUT_PIECE, WHOLE_PIECE
from kuroibara_backup.archive.index import File, Folder, Group
from kuroibara_backup.archive.planning import MOST_GROUP, Plan, plan
from kuroibara_backup.archive.spool import SpooledDump, spool_dump
from kuroibara_backup.errors import Cancelled
from tests.support.libraries import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEXT = b"All work and no play makes Jack a dull boy.\n"


@pytest.fixture
def dump(tmp_path: Path) -> Iterator[SpooledDump]:
    with spool_dump([b"SELECT 1;\n"], tmp_path) as spooled:
        yield spooled


@pytest.fixture
def planned(dump: SpooledDump, tmp_path: Path) -> Iterator[Callable[..., Plan]]:
    plans: list[Plan] = []

    def made(tree: dict[str, bytes | None], **options: Any) -> Plan:
        root = tmp_path / "library"
        for name, content in tree.items():
            path = root / name
            (path if content is None else path.parent).mkdir(parents=True, exist_ok=True)
            if content is not None:
                path.write_bytes(content)
        library = Library(root)
        plans.append(plan(dump, iter(library.entries), library.open_file, tmp_path, **options))
        return plans[-1]

    yield made
    for each in plans:
        each.close()


def noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def text(size: int) -> bytes:
    return (TEXT * (size // len(TEXT) + 1))[:size]


def shape(made: Plan) -> list[str]:
    """The plan in one word a line."""
    words = []
    for line in made.lines():
        match line:
            case Group():
                words.append(f"group of {line.count}")
            case Folder():
                words.append(line.path.decode() + "/")
            case File():
                words.append(line.path.decode() + (" deflated" if line.lengths else ""))
    return words


def test_small_compressible_files_are_gathered(planned: Callable[..., Plan]) -> None:
    made = planned(
        {
            "a.txt": text(300),
            "b": None,
            "b/empty": b"",
            "b/two.json": text(70_000),
            "c.cbz": noise(400),
            "d": None,
            "e.txt": text(900),
        }
    )
    assert shape(made) == [
        "group of 4",
        "a.txt",
        "b/",
        "b/empty",
        "b/two.json",
        "c.cbz",
        "d/",
        "group of 1",
        "e.txt",
    ]
    assert (made.files, made.folders, made.groups, made.bytes) == (5, 2, 2, 71_600)


def test_noise_is_stored_and_large_text_deflated(planned: Callable[..., Plan]) -> None:
    made = planned({"large.log": text(256 << 10), "noise": noise(50_000), "x.jpg": text(90_000)})
    assert shape(made) == ["large.log deflated", "noise", "x.jpg"]


def test_a_group_holds_a_mebibyte_at_most(planned: Callable[..., Plan]) -> None:
    made = planned({f"{n:03}.txt": text(99_000) for n in range(25)})
    groups = [line for line in made.lines() if isinstance(line, Group)]
    assert [group.count for group in groups] == [10, 10, 5]
    assert all(group.size <= MOST_GROUP for group in groups)


def test_what_the_spool_cannot_hold_is_stored(planned: Callable[..., Plan]) -> None:
    made = planned(
        {"a.log": text(20 << 20), "b.log": text(400_000), "c.txt": text(100)}, least_spool=0
    )
    # a is stored for lack of room; a twentieth of it then serves b, but not a group of a mebibyte
    assert shape(made) == ["a.log", "b.log deflated", "c.txt"]
    assert made.spool.seek(0, os.SEEK_END) <= made.bytes // 20


def test_files_are_cut_into_pieces_deflated_or_not(planned: Callable[..., Plan]) -> None:
    made = planned({"a.log": text(WHOLE_PIECE + 1), "b.cbz": b""})
    first, _ = made.lines()
    assert isinstance(first, File)
    assert (len(first.lengths), len(first.member_digests), len(first.pieces)) == (2, 2, 2)


def refuse(path: bytes) -> int:
    raise AssertionError(path)


def test_stored_files_are_not_opened(dump: SpooledDump, tmp_path: Path) -> None:
    entries = [Entry(b"a.cbz", EntryKind.FILE, 3 * CUT_PIECE, 0, False)]
    with plan(dump, iter(entries), refuse, tmp_path) as made:
        assert made.bytes == 3 * CUT_PIECE
        assert made.storage_size > made.bytes


def test_entries_out_of_order_are_refused(dump: SpooledDump, tmp_path: Path) -> None:
    entries = [
        Entry(b"a-b", EntryKind.FOLDER, 0, 0, False),
        Entry(b"a", EntryKind.FOLDER, 0, 0, False),
    ]
    with pytest.raises(ValueError, match="out of order"):
        plan(dump, iter(entries), refuse, tmp_path)


def test_a_library_needs_a_way_to_open_its_files(dump: SpooledDump, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="without a way to open"):
        plan(dump, iter([]), None, tmp_path)


def test_stopped_plan_leaves_nothing_behind(tmp_path: Path) -> None:
    def stop() -> None:
        raise Cancelled

    entries = [Entry(b"a", EntryKind.FOLDER, 0, 0, False)]
    with spool_dump([], tmp_path) as dump, pytest.raises(Cancelled):
        plan(dump, iter(entries), refuse, tmp_path, check=stop)
    assert not list(tmp_path.iterdir())


def test_database_only_plan_has_no_storage(dump: SpooledDump, tmp_path: Path) -> None:
    with plan(dump, None, None, tmp_path) as made:
        assert (made.database_only, made.storage_size, list(made.lines())) == (True, 0, [])
        assert made.header(5).storage is None
        assert made.database_size == dump.size
