"""Which tables, columns and people does a dump hold? For a plan, before anything is loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.dump import DumpReader
from kuroibara_backup.archive.entries import Check, never_stop

if TYPE_CHECKING:
    from collections.abc import Iterable

USERS: Final = "public.users"
MOST_PEOPLE: Final = 10_000
_PASSWORD: Final = re.compile(r"\$2[abxy]\$[0-9]{2}\$.{53}")  # as bcrypt makes them
_LONGEST_ROW: Final = 1 << 20
_COLUMNS: Final = re.compile(rb"\((.*)\)\s*FROM\s+stdin\s*;\s*\Z", re.IGNORECASE | re.DOTALL)
_NAME: Final = re.compile(rb'\s*(?:"((?:[^"]|"")*)"|([^\s",]+))\s*(?:,|\Z)')
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_LETTERS: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A row of Kuroibara's table of users, as far as a plan tells of it.

    Whom Kuroibara lets in is active and has a password.
    """

    id: str
    username: str
    can_sign_in: bool
    superuser: bool
    two_fa: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dumped:
    """`tables` maps "schema.table" to its columns, `rows` to how many rows it has.

    `people` are the first of them; `people_count` is their number.
    """

    tables: dict[str, tuple[str, ...]]
    rows: dict[str, int]
    people: tuple[Person, ...]
    people_count: int
    complete: bool
    problem: str


def look_through(chunks: Iterable[bytes], *, check: Check = never_stop) -> Dumped:
    """Read a dump to its end, in bounded memory."""
    seen = _Seen()
    reader = DumpReader(seen)
    for chunk in chunks:
        check()
        reader.feed(chunk)
    facts = reader.finish()
    return Dumped(
        tables=seen.tables,
        rows=facts.rows,
        people=tuple(seen.people),
        people_count=facts.rows.get(USERS, 0),
        complete=facts.complete,
        problem=facts.problem,
    )


class _Seen:
    def __init__(self) -> None:
        self.tables: dict[str, tuple[str, ...]] = {}
        self.people: list[Person] = []
        self._columns: tuple[str, ...] | None = None
        self._row = b""
        self._too_long = False

    def statement(self, text: bytes, *, whole: bool) -> None:
        pass

    def meta_command(self, line: bytes, *, inside_statement: bool) -> None:
        pass

    def copy_begins(self, table: str, statement: bytes) -> None:
        columns = copied_columns(statement)
        self.tables[table] = columns
        self._columns = columns if table == USERS else None
        self._row, self._too_long = b"", False

    def copy_data(self, data: bytes) -> None:
        if self._columns is None or len(self.people) >= MOST_PEOPLE:
            return
        *rows, self._row = (self._row + data).split(b"\n")
        for row in rows:
            if not self._too_long:
                self._take(row)
            self._too_long = False
        if len(self._row) > _LONGEST_ROW:
            self._row, self._too_long = b"", True

    def copy_ends(self) -> None:
        self._columns = None

    def _take(self, row: bytes) -> None:
        values = row.decode("utf-8", "replace").split("\t")
        found = dict(zip(self._columns or (), values, strict=False))
        if "id" in found and "username" in found and len(self.people) < MOST_PEOPLE:
            self.people.append(
                Person(
                    id=found["id"],
                    username=_plain(found["username"]),
                    can_sign_in=found.get("is_active") == "t"
                    and _PASSWORD.fullmatch(found.get("hashed_password", "")) is not None,
                    superuser=found.get("is_superuser") == "t",
                    two_fa=found.get("two_fa_enabled") == "t",
                )
            )


def copied_columns(statement: bytes) -> tuple[str, ...]:
    """The columns that a COPY statement lists; none where it lists none."""
    listed = _COLUMNS.search(statement)
    if listed is None:
        return ()
    return tuple(
        (found[1].replace(b'""', b'"') if found[1] is not None else found[2]).decode(
            "utf-8", "replace"
        )
        for found in _NAME.finditer(listed[1])
    )


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda found: _LETTERS.get(found[1], found[1]), text)
