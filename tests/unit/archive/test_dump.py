"""The reader of pg_dump text: what it must see, and what must not fool it."""

from __future__ import annotations

import tracemalloc
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kuroibara_backup.archive.dump import DumpReader

if TYPE_CHECKING:
    from kuroibara_backup.archive.dumpfacts import DumpFacts

HEAD = b"""\\set ON_ERROR_STOP on
BEGIN;
--
-- PostgreSQL database dump
--

\\restrict Zq1

-- Dumped from database version 16.9
-- Dumped by pg_dump version 16.9

SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
COMMENT ON TABLE public.a IS 'it''s; COPY public.fake (x) FROM stdin;
-- PostgreSQL database dump complete
';
COMMENT ON TABLE public.b IS E'a\\'b'';--\\\\';
CREATE FUNCTION public.f() RETURNS void LANGUAGE plpgsql AS $_$ begin; 'x $$ "; end $_$;
CREATE FUNCTION public.g() RETURNS int LANGUAGE sql
    BEGIN ATOMIC
 SELECT CASE WHEN true THEN 1 ELSE 2 END;
 SELECT 2;
END;
/* a /* nested ; ' */ comment */
CREATE TABLE public."We""ird ;" (a$b$c integer, "x'" text);
CREATE RULE r AS ON UPDATE TO public.t DO (SELECT 1; SELECT 2);

"""
DATA = b"""COPY public.manga (id, "Title;") FROM stdin;
1\tone
2\t\\\\.
3\t'unbalanced " $$ -- /*
\\N\t;
\\.


COPY public."We""ird ;" (a) FROM stdin;
\\.


COPY public.chapter (id) FROM stdin;
1
\\.


"""
TRAILER = b"""--
-- PostgreSQL database dump complete
--

\\unrestrict Zq1

"""
DUMP = HEAD + DATA + TRAILER + b"COMMIT;\n"
ROWS = {"public.manga": 4, 'public.We"ird ;': 0, "public.chapter": 1}


class Heard:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.statements: list[bytes] = []
        self.metas: list[tuple[bytes, bool]] = []
        self.tables: dict[str, bytes] = {}
        self.ended = 0
        self._table = ""

    def statement(self, text: bytes, *, whole: bool) -> None:
        self.statements.append(text if whole else text + b" (cut)")

    def meta_command(self, line: bytes, *, inside_statement: bool) -> None:
        self.metas.append((line, inside_statement))

    def copy_begins(self, table: str, statement: bytes) -> None:
        self._table = table
        self.tables[table] = b""

    def copy_data(self, data: bytes) -> None:
        self.tables[self._table] += data

    def copy_ends(self) -> None:
        self.ended += 1


def read(text: bytes, size: int = 1 << 20, heard: Heard | None = None) -> DumpFacts:
    reader = DumpReader(heard)
    for at in range(0, len(text), size):
        reader.feed(text[at : at + size])
    return reader.finish()


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 1 << 20])
def test_any_cutting_of_a_dump_gives_the_same_facts_and_events(size: int) -> None:
    heard = Heard()
    facts = read(DUMP, size, heard)
    assert facts.complete, facts.problem
    assert facts.rows == ROWS
    assert facts.size == len(DUMP)
    whole = Heard()
    read(DUMP, heard=whole)
    assert vars(heard) == vars(whole)


def test_events_carry_statements_rows_and_backslash_commands() -> None:
    heard = Heard()
    read(DUMP, heard=heard)
    assert heard.statements[0] == b"BEGIN;"
    assert heard.statements[-1] == b"COMMIT;"
    assert len(heard.statements) == 10
    assert heard.metas[0] == (b"\\set ON_ERROR_STOP on", False)
    assert heard.tables["public.manga"].endswith(b"\\N\t;\n")
    assert heard.tables['public.We"ird ;'] == b""
    assert heard.ended == 3


def test_the_dump_is_incomplete_wherever_it_is_cut() -> None:
    for end in range(len(DUMP) - 1):
        assert not read(DUMP[:end]).complete, end


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + DATA[:60], "rows of a table public.manga"),
        (HEAD + DATA, "says that the dump is complete"),
        (HEAD + DATA + TRAILER[:-18], "unrestrict"),
        (HEAD + DATA + TRAILER.replace(b"Zq1", b"Zq2") + b"COMMIT;\n", "More statements"),
        (HEAD + DATA + TRAILER, "COMMIT"),
        (DUMP + b"SELECT 1;\n", "More statements"),
        (b"", "says that the dump is complete"),
    ],
)
def test_what_is_missing_is_said(text: bytes, said: str) -> None:
    facts = read(text)
    assert not facts.complete
    assert said in facts.problem


def test_kuroibaras_own_dump_needs_no_commit() -> None:
    text = HEAD.removeprefix(b"\\set ON_ERROR_STOP on\nBEGIN;\n") + DATA + TRAILER
    assert read(text).complete
    old = text.replace(b"\\restrict Zq1\n", b"").replace(b"\\unrestrict Zq1\n", b"")
    assert read(old).complete
    assert read(old.replace(b"\n", b"\r\n")).rows == ROWS


def test_a_backslash_within_a_statement_is_told_as_such() -> None:
    heard = Heard()
    read(b"SELECT 1 \\! touch /tmp/x\n;", heard=heard)
    assert heard.metas == [(b"\\! touch /tmp/x", True)]


@pytest.mark.parametrize("size", [1, 2, 1 << 20])
def test_a_carriage_return_ends_a_comment_as_it_does_for_psql(size: int) -> None:
    heard = Heard()
    read(b"-- harmless\rDROP TABLE public.manga;\r\n-- as of Windows\r\n", size, heard)
    assert heard.statements == [b"DROP TABLE public.manga;"]


def test_an_endless_line_takes_no_memory() -> None:
    reader = DumpReader()
    tracemalloc.start()
    for text in (b"COPY public.t (a) FROM stdin;\n", b"SELECT '"):
        reader.feed(text)
        block = b"x" * (1 << 20)
        for _ in range(100):
            reader.feed(block)
        reader.feed(b"\n\\.\n")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 << 20


@given(st.lists(st.integers(0, len(DUMP)), max_size=6))
def test_any_set_of_cuts_gives_the_same_facts(cuts: list[int]) -> None:
    reader = DumpReader()
    edges = [0, *sorted(cuts), len(DUMP)]
    for start, end in pairwise(edges):
        reader.feed(DUMP[start:end])
    facts = reader.finish()
    assert facts.complete
    assert facts.rows == ROWS


@given(st.binary(max_size=300), st.integers(1, 5))
def test_no_bytes_break_the_reader(text: bytes, size: int) -> None:
    assert read(text, size).size == len(text)


@example("E--;E", 1)
@example("E--'\n;", 3)
@settings(max_examples=3000)
@given(st.text(alphabet="'\"$\\-/*;()eEab \r\n.", max_size=60), st.integers(1, 5))
def test_tiny_pieces_read_like_one(text: str, size: int) -> None:
    small, large = Heard(), Heard()
    assert read(text.encode(), size, small) == read(text.encode(), heard=large)
    assert vars(small) == vars(large)
