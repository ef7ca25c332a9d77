"""Dumps that are cut, changed or miscounted: what is said of them, and that nothing is loaded."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import psycopg
import pytest

from kuroibara_backup.archive.spool import AFTER_DUMP, BEFORE_DUMP
from kuroibara_backup.database.load import (
    DatabaseNotEmpty,
    DumpDamaged,
    DumpRefused,
    DumpTruncated,
    RowsDiffer,
    load,
)
from kuroibara_backup.errors import BackupError, Cancelled, NoConnection
from tests.support.loading import new_target, pg_dump
from tests.support.postgres import drop_database, execute, make_database, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from tests.support.loading import Target

SECRET = "a title that no error may quote"
SMALL = (
    "CREATE TABLE manga (id integer PRIMARY KEY, title text NOT NULL CHECK (title <> ''))",
    "CREATE TABLE page (id integer PRIMARY KEY, manga_id integer REFERENCES manga, n smallint)",
    f"INSERT INTO manga SELECT n, '{SECRET} ' || n FROM generate_series(1, 300) n",
    "INSERT INTO page SELECT n, n, 7 FROM generate_series(1, 300) n",
)


@pytest.fixture(scope="module")
def dump(postgres: EmbeddedPostgres) -> bytes:
    name = make_database(postgres)
    execute(postgres.url(name), *SMALL)
    text = pg_dump(postgres, postgres.url(name))
    drop_database(postgres, name)
    return BEFORE_DUMP + text + AFTER_DUMP


@pytest.fixture(scope="module")
def target(postgres: EmbeddedPostgres) -> Iterator[Target]:
    with new_target(postgres, "throw-away role") as new:
        yield new


def failed(text: bytes, target: Target) -> BackupError:
    with pytest.raises(BackupError) as caught:
        load([text], target.url)
    assert target.is_empty
    error = caught.value
    assert SECRET not in f"{error} {error.remedy} {error.__cause__}"
    assert error.remedy
    return error


def changed(dump: bytes, old: str, new: str | bytes) -> bytes:
    new = new.encode() if isinstance(new, str) else new
    assert re.search(old.encode(), dump)
    return re.sub(old.encode(), new.replace(b"\\", b"\\\\"), dump, count=1)


def line_of(dump: bytes, text: str) -> int:
    return dump[: dump.index(text.encode())].count(b"\n") + 1


@pytest.mark.parametrize(
    "end",
    ["INTO", "in the head", "within a row", "after a row", "between statements", "statement"],
)
def test_a_dump_that_breaks_off_is_named_so(dump: bytes, target: Target, end: str) -> None:
    at = {
        "INTO": 10,
        "in the head": dump.index(b"SET row_security") + 4,
        "within a row": dump.index(f"{SECRET} 100".encode()) + 5,
        "after a row": dump.index(f"{SECRET} 100\n".encode()) + len(SECRET) + 5,
        "between statements": dump.index(b"ALTER TABLE ONLY public.manga\n"),
        "statement": dump.index(b"CREATE TABLE public.page") + 30,
    }[end]
    error = failed(dump[:at], target)
    assert isinstance(error, DumpTruncated)
    assert error.code == "dump_truncated"


def test_wherever_it_is_cut_nothing_is_loaded(dump: bytes, target: Target) -> None:
    for at in range(0, len(dump) - 1, len(dump) // 60):
        assert isinstance(failed(dump[:at], target), DumpTruncated), at
    for at in range(len(dump) - 90, len(dump) - 1, 3):
        assert isinstance(failed(dump[:at], target), DumpTruncated | DumpRefused), at


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("\t100\t7\n", "\t999\t7\n", "refer to others that are missing"),
        ("\n100\t", "\n101\t", "are there twice"),
        ("\n100\t100\t7\n", "\n100\t100\n", "SQLSTATE 22P04"),
        ("\n100\t100\t7\n", "\n100\t100\t7\t8\n", "SQLSTATE 22P04"),
        ("\n100\t100\t7\n", "\n1O0\t100\t7\n", "SQLSTATE 22P02"),
        ("\n100\t100\t7\n", "\n100\t100\t77777\n", "SQLSTATE 22003"),
        ("title that no error may quote 100\n", b"title\xff\xfe\n", "SQLSTATE 22021"),
        ("title that no error may quote 100\n", b"title\x00\n", "SQLSTATE 22021"),
        ("title that no error may quote 100\n", b"title\xed\xa0\x80\n", "SQLSTATE 22021"),
        ("title that no error may quote 100\n", b"title\r\n", "SQLSTATE 22P04"),
        ("a title that no error may quote 100\n", b"\\N\n", "contradict each other"),
        ("a title that no error may quote 100\n", b"\n", "contradict each other"),
    ],
)
def test_a_changed_row_that_does_not_fit_is_found(
    dump: bytes, target: Target, old: str, new: str | bytes, says: str
) -> None:
    error = failed(changed(dump, old, new), target)
    assert isinstance(error, DumpDamaged)
    assert error.code == "dump_damaged"
    assert says in error.sentence


def test_the_line_of_a_bad_row_is_named(dump: bytes, target: Target) -> None:
    broken = changed(dump, "\n100\t100\t7\n", "\n100\tx\t7\n")
    error = failed(broken, target)
    assert isinstance(error, DumpDamaged)
    assert error.line == line_of(broken, "100\tx\t7")
    assert f"line {error.line:,} the rows of table public.page" in error.sentence


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("CREATE TABLE public.page", b"CREATE TABLE public.p\xffage", "not UTF-8"),
        ("CREATE TABLE public.page", b"CREATE TABLE public.p\x00age", "zero byte"),
        ("CREATE TABLE public.page", b"CREATE TABLE public.\xc0\xafpage", "not UTF-8"),
    ],
)
def test_a_statement_that_is_no_text_is_damage(
    dump: bytes, target: Target, old: str, new: bytes, says: str
) -> None:
    error = failed(changed(dump, old, new), target)
    assert isinstance(error, DumpDamaged)
    assert says in error.sentence
    assert error.line == line_of(dump, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("CREATE TABLE public.page ", "CREATE TABLE public.manga "),
        ("    n smallint\n", "    n smallint,\n    n smallint\n"),
        ("PRIMARY KEY \\(id\\)", "PRIMARY KEY (nothing)"),
        ("COPY public.page \\(id, manga_id, n\\)", "COPY public.page (id, manga_id, m)"),
    ],
)
def test_what_the_server_does_not_take_is_refused(
    dump: bytes, target: Target, old: str, new: str
) -> None:
    error = failed(changed(dump, old, new), target)
    assert isinstance(error, DumpRefused)
    assert "PostgreSQL did not accept" in error.sentence
    assert error.line


def test_other_numbers_of_rows_than_recorded_are_refused(dump: bytes, target: Target) -> None:
    right = {"public.manga": 300, "public.page": 300}
    wrong: list[dict[str, int]] = [
        {**right, "public.page": 299},
        {**right, "public.more": 0},
        {"public.manga": 300},
    ]
    for recorded in wrong:
        with pytest.raises(RowsDiffer) as caught:
            load([dump], target.url, rows=recorded)
        assert caught.value.code == "rows_differ"
        assert target.is_empty
    missing = changed(dump, f"100\t{SECRET} 100\n", "")
    missing = changed(missing, "100\t100\t7\n", "")
    with pytest.raises(RowsDiffer, match=r"299 rows of table public\.manga, but 300"):
        load([missing], target.url, rows=right)
    assert target.is_empty


def test_the_same_database_takes_the_whole_dump_afterwards(
    postgres: EmbeddedPostgres, dump: bytes
) -> None:
    with new_target(postgres, "throw-away role") as new:
        failed(dump[:-100], new)
        heard: list[int] = []
        pieces = [dump[at : at + 1000] for at in range(0, len(dump), 1000)]
        loaded = load(
            pieces, new.url, progress=heard.append, rows={"public.manga": 300, "public.page": 300}
        )
        assert loaded.rows == {"public.manga": 300, "public.page": 300}
        assert heard == [*range(1000, len(dump), 1000), len(dump)]
        with pytest.raises(DatabaseNotEmpty):
            load([dump], new.url)
        assert rows(new.admin_url, "SELECT count(*) FROM page") == [(300,)]


def test_a_key_that_is_checked_at_the_commit_is_checked_before(dump: bytes, target: Target) -> None:
    early = changed(
        dump,
        "COPY public.page",
        "ALTER TABLE ONLY public.manga\n    ADD CONSTRAINT k PRIMARY KEY (id);\n\n"
        "ALTER TABLE ONLY public.page\n    ADD CONSTRAINT f FOREIGN KEY (manga_id)"
        " REFERENCES public.manga(id) DEFERRABLE INITIALLY DEFERRED;\n\nCOPY public.page",
    )
    late = early.index(b"--\n-- Name: manga manga_pkey")
    early = early[:late] + early[early.index(b"--\n-- PostgreSQL database dump complete") :]
    error = failed(changed(early, "\t100\t7\n", "\t999\t7\n"), target)
    assert isinstance(error, DumpDamaged)
    assert "refer to others that are missing" in error.sentence


def test_it_stops_at_once_while_the_server_is_busy(dump: bytes, target: Target) -> None:
    """A name that somebody else is about to take stands for an index that takes long."""
    stop_at = 0.0

    def check() -> None:
        if stop_at and time.monotonic() > stop_at:
            raise Cancelled

    with psycopg.connect(target.admin_url) as other:
        other.execute("CREATE TABLE public.page ()")
        stop_at = time.monotonic() + 0.5
        # The other lets go of it afterwards only: whoever waits for that waits for ever.
        with pytest.raises(Cancelled):
            load([dump], target.url, check=check)
        other.rollback()
    busy = "SELECT count(*) FROM pg_stat_activity WHERE usename ~ 'restore' AND state = 'active'"
    assert rows(target.admin_url, busy) == [(0,)]
    assert target.is_empty


def test_a_connection_that_is_lost_is_said_to_be(
    postgres: EmbeddedPostgres, dump: bytes, target: Target
) -> None:
    def chunks() -> Iterator[bytes]:
        at = dump.index(b"\n200\t")
        yield dump[:at]
        execute(
            postgres.url(),
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE usename LIKE 'kuroibara_restore%'",
        )
        yield dump[at:]

    with pytest.raises(NoConnection):
        load(chunks(), target.url)
    assert target.is_empty
