"""Which extensions may a dump ask for, and who makes them?

An extension brings functions, so only those of this list are made, and by us: a stronger role makes
them in the new database before the load, and the dump's own CREATE EXTENSION is skipped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from psycopg import sql

from kuroibara_backup.archive.dump import DumpReader
from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.load.refusals import DumpRefused, ExtensionMissing
from kuroibara_backup.database.load.tokens import Unlisted, Words, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

EXTENSIONS: Final = frozenset({"btree_gin", "pg_trgm", "pgcrypto", "plpgsql", "unaccent"})


def prepare_extensions(url: str, names: Iterable[str]) -> None:
    """Make these extensions in the new database at `url`, as a role that may.

    Raises `DumpRefused` for one that is not in `EXTENSIONS` and `ExtensionMissing` where the server
    does not have it installed; then none is made.
    """
    wanted = sorted(set(names))
    for name in wanted:
        if name not in EXTENSIONS:
            raise DumpRefused(
                "The dump was not loaded: it asks for an extension of PostgreSQL that is not among"
                f" those allowed ({', '.join(sorted(EXTENSIONS))})."
            )
    with connected(url, doing="the extensions of the backup were made") as connection:
        there = connection.execute("SELECT name FROM pg_catalog.pg_available_extensions").fetchall()
        for name in wanted:
            if (name,) not in there:
                raise missing(name)
            connection.execute(
                sql.SQL("CREATE EXTENSION IF NOT EXISTS {} WITH SCHEMA {}").format(
                    sql.Identifier(name),
                    sql.Identifier("pg_catalog" if name == "plpgsql" else "public"),
                )
            )


def missing(name: str) -> ExtensionMissing:
    return ExtensionMissing(
        f"The dump was not loaded: it needs the extension {name}, which the new database lacks.",
        remedy=f"Install PostgreSQL's extension {name} on the server, then try again.",
    )


def extensions_named(chunks: Iterable[bytes]) -> tuple[str, ...]:
    """The extensions a dump asks for, allowed or not. Reads no further than the first table."""
    asked = _Asked()
    reader = DumpReader(asked)
    for chunk in chunks:
        reader.feed(chunk)
        if asked.all_seen:
            break
    return tuple(asked.names)


class _Asked:
    def __init__(self) -> None:
        self.names: list[str] = []
        self.all_seen = False

    def statement(self, text: bytes, *, whole: bool) -> None:
        try:
            words = Words(tokens(text.decode("utf-8", "replace") if whole else ""))
            if words.skip("create", "extension"):
                words.skip("if", "not", "exists")
                self.names.append(words.name())
            elif words.at("create", "table"):
                self.all_seen = True
        except Unlisted:
            pass  # whether it may be run is for the load to say

    def meta_command(self, line: bytes, *, inside_statement: bool) -> None:
        pass

    def copy_begins(self, table: str, statement: bytes) -> None:  # noqa: ARG002  seen is enough
        self.all_seen = True

    def copy_data(self, data: bytes) -> None:
        pass

    def copy_ends(self) -> None:
        pass
