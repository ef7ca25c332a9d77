"""How does a dump get into a new database: all of it, or nothing?"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.dump import DumpReader
from kuroibara_backup.archive.entries import never_stop
from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.guard import is_guard
from kuroibara_backup.database.load.catalogue import examine
from kuroibara_backup.database.load.extensions import EXTENSIONS, missing
from kuroibara_backup.database.load.kinds import kind_of
from kuroibara_backup.database.load.refusals import (
    DatabaseNotEmpty,
    RowsDiffer,
    damaged,
    incomplete,
    refused,
)
from kuroibara_backup.database.load.server import Session
from kuroibara_backup.database.load.statements import Judge, Needs, Run, Skip
from kuroibara_backup.database.load.tokens import Unlisted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from psycopg import Connection, Copy
    from psycopg.rows import TupleRow

    from kuroibara_backup.archive.entries import Check

_DOING: Final = "the dump was loaded"
_PIECE: Final = 1 << 18
_META_LIMIT: Final = 1000
_META: Final = re.compile(rb"\\(?:un)?restrict [A-Za-z0-9]+|\\connect [^\\]+")
_ANY_TABLE: Final = (
    "SELECT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid >= 16384"
    " AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e'"
    "  AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass))"
)
_ON_ERROR_STOP: Final = b"\\set ON_ERROR_STOP on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What the server took in. `rows` counts by "schema.table", tables without rows included.

    `skipped` says in sentences, each with its number, what of the dump was not run.
    """

    rows: Mapping[str, int]
    skipped: tuple[str, ...]


def load(
    chunks: Iterable[bytes],
    url: str,
    *,
    check: Check = never_stop,
    progress: Callable[[int], None] | None = None,
    rows: Mapping[str, int] | None = None,
) -> Loaded:
    """Load a dump, cut anywhere, into the new empty database at `url`, in one transaction.

    `url` is of the role that will own everything: the weaker the better, but a superuser is safe
    too. `rows` are the counts that the backup recorded; `progress` hears the bytes read so far;
    `check` is called at most 0.1 s apart, also while the server builds an index. Whatever is raised
    (`Refused`, `Damaged`, `NoConnection`, what `check` or `chunks` raise): nothing was loaded.
    """
    with connected(url, doing=_DOING) as connection, ExitStack() as copying:
        loading = _Loading(connection, check, copying)
        loading.read(chunks, progress)
        return loading.judged(rows)


class _Loading:
    """Hears what the reader sees of the dump and gives it to the server."""

    def __init__(self, connection: Connection[TupleRow], check: Check, copying: ExitStack) -> None:
        self._connection = connection
        self._check = check
        self._copying = copying
        self._session = Session(connection, check)
        self._reader = DumpReader(self)
        self._judge = Judge()
        self._copy: Copy | None = None
        self._rows: Counter[str] = Counter()
        self._skipped: Counter[Skip] = Counter()
        self._first = True
        self._all_read = False
        self._begun = self._committed = False
        self._last_line = 0

    def read(self, chunks: Iterable[bytes], progress: Callable[[int], None] | None) -> None:
        self._must_be_empty()
        done = 0
        for chunk in chunks:
            for at in range(0, len(chunk), _PIECE):
                self._check()
                self._reader.feed(chunk[at : at + _PIECE])
                if not self._reader.keeps_all:
                    raise refused("a statement of more than a megabyte", self._reader.line)
            done += len(chunk)
            if progress is not None:
                progress(done)

    def judged(self, recorded: Mapping[str, int] | None) -> Loaded:
        """All has been read: hold it against what was recorded and against the catalogue."""
        self._all_read = True
        facts = self._reader.finish()
        if not facts.complete:
            raise incomplete(facts.problem, surplus=facts.surplus)
        for taken, wanted in ((self._rows, facts.rows), (self._rows, recorded)):
            if wanted is None:
                continue
            for table in sorted(taken.keys() | wanted.keys()):
                if taken.get(table) != wanted.get(table):
                    raise RowsDiffer(table, there=taken.get(table), wanted=wanted.get(table))
        # What a deferred key has to say is said here, not at the commit.
        self._session.run(
            b"SET CONSTRAINTS ALL IMMEDIATE", kind="the last statement", line=self._reader.line
        )
        self._check()
        examine(self._connection)
        return Loaded(rows=dict(self._rows), skipped=tuple(_sentences(self._skipped)))

    def statement(self, text: bytes, *, whole: bool) -> None:
        line = self._starts(text)
        if not whole:
            raise refused("a statement of more than a megabyte", line)
        sql = _decoded(text, line)
        first, self._first = self._first, False
        if self._committed:
            raise refused("a statement after the closing COMMIT", line)
        if sql == "BEGIN;" and first:
            self._begun = True
        elif sql == "COMMIT;" and self._begun:
            self._committed = True
        elif is_guard(sql):
            self._skipped[Skip.GUARD] += 1
        else:
            self._carry_out(sql, line)

    def meta_command(self, line: bytes, *, inside_statement: bool) -> None:
        if inside_statement or len(line) > _META_LIMIT or not self._is_harmless(line):
            if self._all_read:  # a line without its end: rather cut than hostile, and never run
                raise incomplete("The dump breaks off within a backslash command.", surplus=False)
            raise refused("a command to psql (a backslash)", self._reader.line)

    def copy_begins(self, table: str, statement: bytes) -> None:  # noqa: ARG002  read again here
        line = self._starts(statement)
        self._first = False
        if self._committed:
            raise refused("a statement after the closing COMMIT", line)
        try:
            text, judged = self._judge.copy(_decoded(statement, line))
        except Unlisted as exc:
            raise refused(str(exc), line) from None
        self._copy = self._copying.enter_context(
            self._session.rows(
                text,
                table=judged,
                line=self._reader.line,
                taken=lambda rows: self._rows.update({judged: rows}),
            )
        )

    def copy_data(self, data: bytes) -> None:
        if self._copy is not None:
            self._copy.write(data)

    def copy_ends(self) -> None:
        self._copy = None
        self._copying.close()

    def _is_harmless(self, line: bytes) -> bool:
        if line == _ON_ERROR_STOP:
            return self._first
        return _META.fullmatch(line) is not None

    def _starts(self, text: bytes) -> int:
        """The line in which a statement that was just read begins."""
        line = self._reader.line - text.count(b"\n")
        if line == self._last_line:
            raise refused("two statements on one line", line)
        self._last_line = self._reader.line
        return line

    def _carry_out(self, sql: str, line: int) -> None:
        try:
            verdict = self._judge.statement(sql)
        except Unlisted as exc:
            raise refused(str(exc), line) from None
        match verdict:
            case Run(text):
                self._session.run(text, kind=kind_of(sql), line=line)
            case Needs(extension):
                self._must_have(extension, line)
                self._skipped[Skip.EXTENSION] += 1
            case Skip():
                self._skipped[verdict] += 1
            case None:
                pass

    def _must_be_empty(self) -> None:
        if self._connection.execute(_ANY_TABLE).fetchone() != (False,):
            raise DatabaseNotEmpty(
                "The dump was not loaded: the database that was made for it is not empty."
            )

    def _must_have(self, extension: str, line: int) -> None:
        if extension not in EXTENSIONS:
            raise refused("CREATE EXTENSION (one that is not on the list)", line)
        found = self._connection.execute(
            "SELECT FROM pg_catalog.pg_extension WHERE extname = %s", (extension,)
        )
        if found.fetchone() is None:
            raise missing(extension)


def _decoded(text: bytes, line: int) -> str:
    if b"\0" in text:
        raise damaged("a statement holds a zero byte", line)
    try:
        return text.decode()
    except UnicodeDecodeError:
        raise damaged("a statement is not UTF-8", line) from None


def _sentences(skipped: Mapping[Skip, int]) -> Iterable[str]:
    for why in Skip:
        if count := skipped.get(why):
            yield f"{count:,} statement{'' if count == 1 else 's'} {why.value}."
