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
    """The extensions that a dump asks for, allowed or not. Reads no further than the first table."""
    raise NotImplementedError
