"""Brings the tables of a backup from an older Kuroibara up to those that are live.

Everything that is added is described by the live database, never by the backup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from psycopg import sql

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.replace.schema import (
    Fit,
    SchemaComparison,
    Tables,
    compare,
    described_on,
    filling,
    require_fit,
    shape,
)
from kuroibara_backup.errors import Refused

if TYPE_CHECKING:
    from psycopg import Connection
    from psycopg.rows import TupleRow

Enums = dict[tuple[str, str], tuple[str, ...]]

_DOING: Final = "the backup's tables were brought up to date"
_ENUMS: Final = """
    SELECT n.nspname, t.typname, ARRAY(SELECT enumlabel::text FROM pg_catalog.pg_enum e
        WHERE e.enumtypid = t.oid ORDER BY enumsortorder)
    FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    WHERE t.typtype = 'e'
"""
_CONSTRAINTS: Final = """
    SELECT k.conname, pg_catalog.pg_get_constraintdef(k.oid)
    FROM pg_catalog.pg_constraint k
    WHERE k.conrelid = %(table)s::pg_catalog.regclass AND k.contype IN ('f', 'u', 'c')
    AND EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = k.conrelid
        AND a.attnum = ANY(k.conkey) AND a.attname = ANY(%(columns)s))
    ORDER BY k.contype DESC, k.conname
"""
_INDEXES: Final = """
    SELECT pg_catalog.pg_get_indexdef(i.indexrelid) FROM pg_catalog.pg_index i
    WHERE i.indrelid = %(table)s::pg_catalog.regclass
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = i.indexrelid
        AND k.contype IN ('p', 'u', 'x'))
    AND EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = i.indrelid
        AND a.attnum = ANY(i.indkey) AND a.attname = ANY(%(columns)s))
    ORDER BY 1
"""


def adapt(live_url: str, staged_url: str) -> SchemaComparison:
    """Compare the staged database for good and add what is missing in it, in one transaction.

    Raises `Refused` where it does not fit. Called again, it finds nothing more to do.
    """
    with (
        connected(live_url, doing=_DOING) as live,
        connected(staged_url, doing=_DOING) as staged,
    ):
        ours, theirs = described_on(live), described_on(staged)
        found = compare(ours, shape(theirs))
        require_fit(found)
        if found.fit is not Fit.EMPTY:
            _adapt_enums(staged, _enums(live), _enums(staged))
            _add_columns(live, staged, ours, found.added_columns)
            _widen_columns(staged, ours, found.widened_columns)
            _let_go_of_requirements(staged, ours, theirs)
    return found


def _enums(connection: Connection[TupleRow]) -> Enums:
    return {(row[0], row[1]): tuple(row[2]) for row in connection.execute(_ENUMS)}


def _adapt_enums(staged: Connection[TupleRow], ours: Enums, theirs: Enums) -> None:
    """The words that a column may hold; those that only the backup knows are refused."""
    for name, labels in theirs.items():
        unknown = [label for label in labels if label not in ours.get(name, labels)]
        if unknown:
            raise Refused(
                "The restore was not begun: the backup is from a newer or another Kuroibara, which"
                f" has what this one does not know: {name[1]} {', '.join(unknown)}.",
                remedy="Update Kuroibara to the version that made the backup, start it once, and"
                " try again.",
                code="schema_newer",
            )
    for name, labels in ours.items():
        kind = sql.Identifier(*name)
        if name not in theirs:
            words = sql.SQL(", ").join(map(sql.Literal, labels))
            staged.execute(sql.SQL("CREATE TYPE {} AS ENUM ({})").format(kind, words))
        for label in labels:
            staged.execute(
                sql.SQL("ALTER TYPE {} ADD VALUE IF NOT EXISTS {}").format(kind, sql.Literal(label))
            )


def _add_columns(
    live: Connection[TupleRow],
    staged: Connection[TupleRow],
    ours: Tables,
    names: tuple[str, ...],
) -> None:
    by_table: dict[str, list[str]] = {}
    for table, column in map(_split, names):
        by_table.setdefault(table, []).append(column)
    for table, columns in by_table.items():
        for column in columns:
            _add_column(staged, ours, table, column)
    # Only now: a key may lead to a column that was added as well.
    for table, columns in by_table.items():
        where = {"table": _named(table).as_string(live), "columns": columns}
        for name, definition in live.execute(_CONSTRAINTS, where).fetchall():
            staged.execute(
                sql.SQL("ALTER TABLE {} ADD CONSTRAINT {} {}").format(
                    _named(table), sql.Identifier(name), sql.SQL(definition)
                )
            )
        for (definition,) in live.execute(_INDEXES, where).fetchall():
            staged.execute(sql.SQL(definition))


def _add_column(staged: Connection[TupleRow], ours: Tables, table: str, name: str) -> None:
    about = ours[table][name]
    place, column = _named(table), sql.Identifier(name)
    default = sql.SQL("") if about.default is None else sql.SQL(f" DEFAULT {about.default}")
    staged.execute(
        sql.SQL("ALTER TABLE {} ADD COLUMN {} {}{}").format(
            place, column, sql.SQL(about.type), default
        )
    )
    fill = filling(table, name)
    if about.default is None and fill is not None:
        staged.execute(sql.SQL("UPDATE {} SET {} = {}").format(place, column, sql.SQL(fill)))
    if not about.nullable:
        staged.execute(sql.SQL("ALTER TABLE {} ALTER {} SET NOT NULL").format(place, column))


def _widen_columns(staged: Connection[TupleRow], ours: Tables, names: tuple[str, ...]) -> None:
    for table, name in map(_split, names):
        column, kind = sql.Identifier(name), sql.SQL(ours[table][name].type)
        # Kuroibara writes UTC into columns without a zone.
        using = (
            sql.SQL(" USING {} AT TIME ZONE 'UTC'").format(column)
            if ours[table][name].type.startswith("timestamp")
            else sql.SQL("")
        )
        staged.execute(
            sql.SQL("ALTER TABLE {} ALTER {} TYPE {}{}").format(_named(table), column, kind, using)
        )


def _let_go_of_requirements(staged: Connection[TupleRow], ours: Tables, theirs: Tables) -> None:
    """Where Kuroibara may leave a column empty by now, the database must let it."""
    for table, columns in theirs.items():
        for name, about in columns.items():
            live = ours[table][name]
            if live.nullable and not about.nullable:
                staged.execute(
                    sql.SQL("ALTER TABLE {} ALTER {} DROP NOT NULL").format(
                        _named(table), sql.Identifier(name)
                    )
                )


def _split(full: str) -> tuple[str, str]:
    table, _, column = full.rpartition(".")
    return table, column


def _named(table: str) -> sql.Identifier:
    return sql.Identifier(*table.split(".", 1))
