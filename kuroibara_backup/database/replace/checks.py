"""Is a restored database whole, and who can sign in to it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from psycopg import sql

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.watched import watched
from kuroibara_backup.errors import Damaged

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from psycopg import Connection
    from psycopg.rows import TupleRow

    Check = Callable[[], None]

_DOING: Final = "the restored database was checked"
_MOST_USERS: Final = 100
_REMEDY: Final = "Restore another backup, and make a new one of the database that is live now."

_TABLES: Final = """
    SELECT n.nspname, c.relname FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND c.relpersistence <> 't'
    AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' ORDER BY 1, 2
"""
_FOREIGN_KEYS: Final = """
    SELECT k.conname, n.nspname, c.relname, fn.nspname, f.relname,
           ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(n, i)
                 JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.n
                 ORDER BY u.i),
           ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(n, i)
                 JOIN pg_catalog.pg_attribute a ON a.attrelid = f.oid AND a.attnum = u.n
                 ORDER BY u.i)
    FROM pg_catalog.pg_constraint k
    JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_class f ON f.oid = k.confrelid
    JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
    WHERE k.contype = 'f' ORDER BY 2, 3, 1
"""
_SEQUENCES: Final = """
    SELECT sn.nspname, s.relname, n.nspname, c.relname, a.attname, q.seqincrement > 0
    FROM pg_catalog.pg_depend d
    JOIN pg_catalog.pg_class s ON s.oid = d.objid AND s.relkind = 'S'
    JOIN pg_catalog.pg_sequence q ON q.seqrelid = s.oid
    JOIN pg_catalog.pg_namespace sn ON sn.oid = s.relnamespace
    JOIN pg_catalog.pg_class c ON c.oid = d.refobjid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i') ORDER BY 1, 2
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoredUser:
    username: str
    is_superuser: bool
    two_fa: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found right. `users` are those who can sign in: superusers first, at most 100."""

    tables: int
    rows: int
    foreign_keys: int
    active_users: int
    users: tuple[RestoredUser, ...]


def check_restored(
    url: str, rows: Mapping[str, int] | None, *, check: Callable[[], None] = lambda: None
) -> Checked:
    """Raise `Damaged` (code `restored_wrong`) unless all is as it must be.

    As many rows as `rows` says (by "schema.table"; None where the backup does not tell; tables that
    it does not name are empty or were added by us), every foreign key true, every sequence beyond
    its column, at least one active user.
    """
    with connected(url, doing=_DOING) as connection:
        counted = _counted(connection, check)
        if rows is not None:
            _compare_rows(rows, counted)
        keys = _check_foreign_keys(connection, check)
        _check_sequences(connection, check)
        active, users = _users(connection)
    if not active:
        raise Damaged(
            "The restored database was not put in its place: nobody in it could sign in.",
            remedy=_REMEDY,
            code="restored_wrong",
        )
    return Checked(
        tables=len(counted),
        rows=sum(counted.values()),
        foreign_keys=keys,
        active_users=active,
        users=users,
    )


def _counted(connection: Connection[TupleRow], check: Check) -> dict[str, int]:
    counted = {}
    for schema, table in connection.execute(_TABLES).fetchall():
        query = sql.SQL("SELECT count(*) FROM ONLY {}").format(sql.Identifier(schema, table))
        counted[f"{schema}.{table}"] = _number(connection, query, check)
    return counted


def _compare_rows(told: Mapping[str, int], counted: Mapping[str, int]) -> None:
    for table in sorted(told.keys() | counted.keys()):
        wanted, found = told.get(table, 0), counted.get(table, 0)
        if wanted != found:
            raise Damaged(
                f"The restored database was not put in its place: {table} holds {found} rows, and"
                f" the backup says {wanted}.",
                remedy=_REMEDY,
                code="restored_wrong",
            )


def _check_foreign_keys(connection: Connection[TupleRow], check: Check) -> int:
    """Asked anew, since a key may be there without ever having been looked at."""
    keys = connection.execute(_FOREIGN_KEYS).fetchall()
    for name, schema, table, other_schema, other, columns, others in keys:
        query = sql.SQL(
            "SELECT count(*) FROM {table} t WHERE {given} AND NOT EXISTS"
            " (SELECT FROM {other} o WHERE {equal})"
        ).format(
            table=sql.Identifier(schema, table),
            other=sql.Identifier(other_schema, other),
            given=sql.SQL(" AND ").join(
                sql.SQL("t.{} IS NOT NULL").format(sql.Identifier(column)) for column in columns
            ),
            equal=sql.SQL(" AND ").join(
                sql.SQL("o.{} = t.{}").format(sql.Identifier(there), sql.Identifier(here))
                for here, there in zip(columns, others, strict=True)
            ),
        )
        lost = _number(connection, query, check)
        if lost:
            raise Damaged(
                f"The restored database was not put in its place: {lost} rows of {schema}.{table}"
                f" point to rows that are not there ({name}).",
                remedy=_REMEDY,
                code="restored_wrong",
            )
    return len(keys)


def _check_sequences(connection: Connection[TupleRow], check: Check) -> None:
    for schema, name, owner_schema, table, column, rising in connection.execute(
        _SEQUENCES
    ).fetchall():
        query = sql.SQL(
            "SELECT count(*) FROM {sequence} s, (SELECT {edge}({column}) AS value FROM {table}) t"
            " WHERE t.value {beyond} s.last_value OR t.value = s.last_value AND NOT s.is_called"
        ).format(
            sequence=sql.Identifier(schema, name),
            table=sql.Identifier(owner_schema, table),
            column=sql.Identifier(column),
            edge=sql.SQL("max" if rising else "min"),
            beyond=sql.SQL(">" if rising else "<"),
        )
        if _number(connection, query, check):
            raise Damaged(
                f"The restored database was not put in its place: the numbers of {table}.{column}"
                " would be given out twice.",
                remedy=_REMEDY,
                code="restored_wrong",
            )


def _users(connection: Connection[TupleRow]) -> tuple[int, tuple[RestoredUser, ...]]:
    """Those whom Kuroibara would let in: active, and with a password that bcrypt made."""
    query = (
        "SELECT username, is_superuser, two_fa_enabled, count(*) OVER () FROM public.users"
        " WHERE is_active AND hashed_password ~ '^\\$2[abxy]\\$[0-9]{2}\\$.{53}$'"
        " ORDER BY is_superuser DESC, username LIMIT %s"
    )
    found = connection.execute(query, (_MOST_USERS,)).fetchall()
    users = tuple(
        RestoredUser(username=row[0], is_superuser=row[1], two_fa=row[2]) for row in found
    )
    return (found[0][3] if found else 0), users


def _number(connection: Connection[TupleRow], query: sql.Composed, check: Check) -> int:
    row = watched(connection, query, meanwhile=check).fetchone()
    return int(row[0]) if row else 0
