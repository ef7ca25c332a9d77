"""Which database is live, how much is in it, and where does it say that the library lies?"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from psycopg import errors, sql

from kuroibara_backup.archive.entries import Check, never_stop
from kuroibara_backup.database.connection import connected, database_name
from kuroibara_backup.database.dump import NAMED_PATHS

if TYPE_CHECKING:
    from collections.abc import Mapping

_DOING: Final = "the live database was looked at"
_LOCK_WAIT: Final = 60.0
_LIBRARY: Final = "^(.*?)/manga/[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveDatabase:
    """`oid` tells one database of a name from another that took its place. `size` is in bytes.

    `host` is a name for people: sockets in a folder are `localhost`.
    """

    host: str
    port: int
    name: str
    oid: int
    size: int


def live_database(url: str) -> LiveDatabase:
    with connected(url, doing=_DOING) as connection:
        row = connection.execute(
            "SELECT oid, pg_catalog.pg_database_size(oid) FROM pg_catalog.pg_database"
            " WHERE datname = current_database()"
        ).fetchone()
        host, port = connection.info.host, connection.info.port
    if row is None:
        raise AssertionError("a session is in a database")
    return LiveDatabase(
        host="localhost" if host.startswith(("/", "@")) else host,
        port=port,
        name=database_name(url),
        oid=int(row[0]),
        size=int(row[1]),
    )


def row_counts(url: str, *, check: Check = never_stop) -> dict[str, int]:
    """The rows of every table by "schema.table", as one moment saw them."""
    with connected(url, doing=_DOING) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        connection.execute("SET LOCAL lock_timeout = 400")
        connection.execute("SET LOCAL statement_timeout = 0")
        names = connection.execute(
            "SELECT n.nspname, c.relname FROM pg_catalog.pg_class c"
            " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            " WHERE c.relkind = 'r' AND c.relpersistence <> 't'"
            " AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'"
            " AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.deptype = 'e'"
            " AND d.objid = c.oid AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass)"
            " ORDER BY 1, 2"
        ).fetchall()
        counts: dict[str, int] = {}
        deadline = time.monotonic() + _LOCK_WAIT
        for schema, table in names:
            query = sql.SQL("SELECT count(*) FROM ONLY {}").format(sql.Identifier(schema, table))
            while f"{schema}.{table}" not in counts:
                check()
                try:
                    with connection.transaction():
                        row = connection.execute(query).fetchone()
                except errors.LockNotAvailable:
                    if time.monotonic() > deadline:
                        raise
                    continue
                counts[f"{schema}.{table}"] = int(row[0]) if row else 0
    return counts


def library_roots(url: str) -> Mapping[str, int]:
    """The folders in which the database says that the library lies, the commonest first.

    In a container that is often another folder than the one seen from here.
    """
    found: dict[str, int] = {}
    with connected(url, doing=_DOING) as connection:
        for table, column in NAMED_PATHS:
            there = connection.execute(
                "SELECT 1 FROM pg_catalog.pg_attribute WHERE attname = %s AND NOT attisdropped"
                " AND attrelid = pg_catalog.to_regclass(%s)",
                (column, f"public.{table}"),
            ).fetchone()
            if there is None:
                continue
            query = sql.SQL(
                "SELECT substring({column} from {pattern}) AS root, count(*) FROM public.{table}"
                " WHERE {column} LIKE '/%' GROUP BY 1"
            ).format(
                column=sql.Identifier(column),
                pattern=sql.Literal(_LIBRARY),
                table=sql.Identifier(table),
            )
            for root, count in connection.execute(query):
                if root:
                    found[root] = found.get(root, 0) + int(count)
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def is_usable(url: str) -> int:
    """Look at every table as the app's own role; returns how many active users there are.

    Raises `Refused` or `NoConnection` when the role cannot use what lies there.
    """
    with connected(url, doing="the restored database was tried") as connection:
        names = connection.execute(
            "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = 'public'"
        ).fetchall()
        for (name,) in names:
            connection.execute(
                sql.SQL("SELECT 1 FROM public.{} LIMIT 1").format(sql.Identifier(name))
            )
        row = connection.execute("SELECT count(*) FROM public.users WHERE is_active").fetchone()
    return int(row[0]) if row else 0
