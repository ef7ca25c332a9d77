"""The SQL of a backup is handed out as it went in, or not to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.archive import FileSource, dump_text
from kuroibara_backup.archive.layout import SqlRange
from kuroibara_backup.archive.spool import AFTER_DUMP, BEFORE_DUMP
from kuroibara_backup.errors import ArchiveCorrupt, Damaged
from tests.support.format1 import SEED, make_format1
from tests.support.libraries import Library, backed_up, ranges_of

if TYPE_CHECKING:
    from pathlib import Path

LONG = SEED.read_bytes() * 4


def made(tmp_path: Path, *, full: bool) -> Path:
    library = None
    if full:
        (tmp_path / "storage").mkdir()
        (tmp_path / "storage/a.cbz").write_bytes(b"a" * 200_000)
        library = Library(tmp_path / "storage")
    path = tmp_path / "b.tar.gz"
    with path.open("wb") as out:
        backed_up(library, tmp_path, out, sql=LONG)
    return path


@pytest.mark.parametrize("full", [True, False])
def test_what_was_dumped_comes_out(tmp_path: Path, full: bool) -> None:
    with FileSource(made(tmp_path, full=full)) as source:
        assert b"".join(dump_text(source)) == BEFORE_DUMP + LONG + AFTER_DUMP


def test_what_kuroibara_dumped_comes_out(tmp_path: Path) -> None:
    path = make_format1(tmp_path / "x.tar.gz", LONG, None, "x")
    with FileSource(path) as source:
        assert b"".join(dump_text(source)) == LONG


def test_damaged_sql_never_comes_to_its_end(tmp_path: Path) -> None:
    path = made(tmp_path, full=True)
    data = bytearray(path.read_bytes())
    first = next(one for one in ranges_of(bytes(data)) if isinstance(one, SqlRange))
    data[first.offset + first.length // 2] ^= 1
    path.write_bytes(data)
    with FileSource(path) as source, pytest.raises(ArchiveCorrupt, match=r"SQL .* is damaged"):
        list(dump_text(source))
    old = make_format1(tmp_path / "x.tar.gz", LONG, None, "x")
    old.write_bytes(old.read_bytes()[: old.stat().st_size // 2])
    with FileSource(old) as source, pytest.raises(Damaged):
        list(dump_text(source))
