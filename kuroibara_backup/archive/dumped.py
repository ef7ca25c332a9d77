"""Which tables, columns and people does a dump hold? For a plan, before anything is loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.copied import CopiedRows, copied_columns, plain
from kuroibara_backup.archive.dump import DumpReader
from kuroibara_backup.archive.entries import Check, never_stop

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

USERS: Final = "public.users"
MOST_PEOPLE: Final = 10_000
_PASSWORD: Final = re.compile(r"\$2[abxy]\$[0-9]{2}\$.{53}")  # as bcrypt makes them


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


class _Seen(CopiedRows):
    """Notes all tables with their columns, and the people."""

    def __init__(self) -> None:
        super().__init__(USERS, self._meet)
        self.tables: dict[str, tuple[str, ...]] = {}
        self.people: list[Person] = []

    def copy_begins(self, table: str, statement: bytes) -> None:
        super().copy_begins(table, statement)
        self.tables[table] = copied_columns(statement)

    def _meet(self, row: Mapping[str, str]) -> None:
        if "id" in row and "username" in row and len(self.people) < MOST_PEOPLE:
            self.people.append(
                Person(
                    id=row["id"],
                    username=plain(row["username"]),
                    can_sign_in=row.get("is_active") == "t"
                    and _PASSWORD.fullmatch(row.get("hashed_password", "")) is not None,
                    superuser=row.get("is_superuser") == "t",
                    two_fa=row.get("two_fa_enabled") == "t",
                )
            )
