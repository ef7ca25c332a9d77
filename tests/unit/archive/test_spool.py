from __future__ import annotations

import gzip
import hashlib
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.archive.spool import SQL_MEMBER, spool_dump
from kuroibara_backup.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEAD = b"\\set ON_ERROR_STOP on\nBEGIN;\n"
DUMP = b"""--
-- PostgreSQL database dump
--
COPY public.manga (id) FROM stdin;
1
2
\\.

--
-- PostgreSQL database dump complete
--

"""


def test_dump_is_wrapped_so_that_a_restore_changes_everything_or_nothing(tmp_path: Path) -> None:
    with spool_dump([DUMP[:50], DUMP[50:]], tmp_path) as dump:
        dump.file.seek(0)
        sql = gzip.decompress(dump.file.read())
    assert sql == LEAD + DUMP + b"COMMIT;\n"
    assert dump.size == len(sql)
    assert dump.sha256 == hashlib.sha256(sql).hexdigest()
    assert dump.facts.complete
    assert dump.facts.rows == {"public.manga": 2}


@pytest.mark.parametrize("size", [SQL_MEMBER - 1, SQL_MEMBER, SQL_MEMBER + 1, 2 * SQL_MEMBER])
def test_members_hold_a_mebibyte_of_sql_each(tmp_path: Path, size: int) -> None:
    text = b"-" * (size - len(LEAD) - len(b"COMMIT;\n") - 1) + b"\n"
    with spool_dump([text[at : at + 100_000] for at in range(0, size, 100_000)], tmp_path) as dump:
        dump.file.seek(0)
        members = [dump.file.read(line.length) for line in dump.lines]
    assert [line.size for line in dump.lines[:-1]] == [SQL_MEMBER] * (len(dump.lines) - 1)
    assert sum(line.size for line in dump.lines) == size
    for line, member in zip(dump.lines, members, strict=True):
        assert hashlib.sha256(member).digest() == line.digest
        assert len(gzip.decompress(member)) == line.size


def test_cutting_of_the_dump_makes_no_difference(tmp_path: Path) -> None:
    with (
        spool_dump([DUMP], tmp_path) as one,
        spool_dump((DUMP[at : at + 1] for at in range(len(DUMP))), tmp_path) as other,
    ):
        assert (one.lines, one.sha256, one.facts) == (other.lines, other.sha256, other.facts)


def test_dump_that_breaks_off_is_not_complete(tmp_path: Path) -> None:
    with spool_dump([DUMP[:-60]], tmp_path) as dump:
        assert not dump.facts.complete


def test_failed_dump_leaves_nothing_behind(tmp_path: Path) -> None:
    def dumped() -> Iterator[bytes]:
        yield DUMP
        raise ConnectionError("gone")

    def stop() -> None:
        raise Cancelled

    with pytest.raises(ConnectionError):
        spool_dump(dumped(), tmp_path)
    with pytest.raises(Cancelled):
        spool_dump([DUMP], tmp_path, check=stop)
    assert not list(tmp_path.iterdir())
