"""Does a dump fit the Kuroibara that runs here?

Kuroibara makes missing tables when it starts, but it never adds a column: `adapt` does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.replace.known_schema import FILLED_WITH
from kuroibara_backup.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psycopg import Connection
    from psycopg.rows import TupleRow

Shape = Mapping[str, Mapping[str, str]]
"""Columns and their types by "schema.table", as backup metadata has them under `tables`."""

_DOING: Final = "the tables of the database were looked up"
_INTEGERS: Final = ("smallint", "integer", "bigint")
_TIMES: Final = frozenset(("timestamp without time zone", "timestamp with time zone"))
_TEXT: Final = re.compile(r"(?:character varying(?:\((\d+)\))?|text)")
_COLUMNS: Final = """
    SELECT n.nspname || '.' || c.relname, a.attname,
           pg_catalog.format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,
           pg_catalog.pg_get_expr(d.adbin, d.adrelid),
           a.attidentity <> '' OR a.attgenerated <> ''
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_attribute a
        ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relkind = 'r' AND c.relpersistence <> 't'
    AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.deptype = 'e'
        AND d.objid = c.oid AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass)
    ORDER BY 1, a.attnum
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`default` is the SQL text of what the database itself fills in, or None.

    `computed`: it counts by itself or follows from others, and cannot be added later as it is.
    """

    type: str
    nullable: bool
    default: str | None = None
    computed: bool = False


Tables = Mapping[str, Mapping[str, Column]]


class Fit(StrEnum):
    SAME = "same"
    OLDER = "older"
    """The dump has less; what is missing is added."""
    EMPTY = "empty"
    """The live database holds no table: anything fits."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaComparison:
    """Names are "schema.table" and "schema.table.column", sorted."""

    fit: Fit
    surplus: tuple[str, ...] = ()
    """In the dump only: the reason for a refusal."""
    unfillable: tuple[str, ...] = ()
    """Missing in the dump, required here, and no default known: the reason for a refusal."""
    different: tuple[str, ...] = ()
    """Of another type in the dump, which cannot be changed: the reason for a refusal."""
    missing_tables: tuple[str, ...] = ()
    """Left to Kuroibara, which makes them when it starts."""
    added_columns: tuple[str, ...] = ()
    widened_columns: tuple[str, ...] = ()
    """Made as wide as they are here, or times with a zone (UTC) where they have one here."""


def described(url: str) -> dict[str, dict[str, Column]]:
    """The tables of a database."""
    with connected(url, doing=_DOING) as connection:
        return described_on(connection)


def described_on(connection: Connection[TupleRow]) -> dict[str, dict[str, Column]]:
    """Leaves the connection with an empty search path, so that all names are in full."""
    connection.execute("SELECT pg_catalog.set_config('search_path', '', false)")
    tables: dict[str, dict[str, Column]] = {}
    for table, name, kind, nullable, default, computed in connection.execute(_COLUMNS):
        columns = tables.setdefault(table, {})
        if name is not None:
            columns[name] = Column(type=kind, nullable=nullable, default=default, computed=computed)
    return tables


def shape(tables: Tables) -> Shape:
    return {
        name: {column: about.type for column, about in columns.items()}
        for name, columns in tables.items()
    }


def compare(live: Tables, dump: Shape) -> SchemaComparison:
    """Pure. For the plan with the metadata's `tables`, after the load with the staged ones."""
    if not live:
        return SchemaComparison(fit=Fit.EMPTY)
    surplus = [table for table in dump if table not in live]
    missing_tables = [table for table in live if table not in dump]
    added: list[str] = []
    unfillable: list[str] = []
    different: list[str] = []
    widened: list[str] = []
    for table in live.keys() & dump.keys():
        ours, theirs = live[table], dump[table]
        surplus += [f"{table}.{column}" for column in theirs.keys() - ours.keys()]
        for name, column in ours.items():
            full = f"{table}.{name}"
            if name not in theirs:
                (added if _fillable(table, name, column) else unfillable).append(full)
            elif not fits(theirs[name], column.type):
                (widened if changeable(theirs[name], column.type) else different).append(full)
    if surplus or unfillable or different:
        fit = Fit.REFUSED
    else:
        fit = Fit.OLDER if missing_tables or added or widened else Fit.SAME
    return SchemaComparison(
        fit=fit,
        surplus=tuple(sorted(surplus)),
        unfillable=tuple(sorted(unfillable)),
        different=tuple(sorted(different)),
        missing_tables=tuple(sorted(missing_tables)),
        added_columns=tuple(sorted(added)),
        widened_columns=tuple(sorted(widened)),
    )


def require_fit(comparison: SchemaComparison) -> None:
    """Raise `Refused` (code `schema_newer` or `schema_unknown`), naming what does not fit."""
    if comparison.fit is not Fit.REFUSED:
        return
    if comparison.surplus or comparison.different:
        names = _some([*comparison.surplus, *comparison.different])
        raise Refused(
            "The restore was not begun: the backup is from a newer or another Kuroibara, which"
            f" has what this one does not know: {names}.",
            remedy="Update Kuroibara to the version that made the backup, start it once, and try"
            " again.",
            code="schema_newer",
        )
    raise Refused(
        "The restore was not begun: the backup is from an older Kuroibara, and this version of"
        f" the engine does not know what belongs into {_some(comparison.unfillable)}.",
        remedy="Use a newer version of the engine, or restore into the Kuroibara version that"
        " made the backup, and update that.",
        code="schema_unknown",
    )


def filling(table: str, column: str) -> str | None:
    """SQL of what old rows get in a column of Kuroibara's own tables."""
    return FILLED_WITH.get((table.removeprefix("public."), column))


def fits(dump: str, live: str) -> bool:
    """Whether a column may stay as the dump has it: the same type, or more room for text."""
    ours, theirs = _plain(live), _plain(dump)
    if ours == theirs:
        return True
    room, needed = _room(theirs), _room(ours)
    return room is not None and needed is not None and room >= needed


def changeable(dump: str, live: str) -> bool:
    """Whether every value keeps its meaning in the live type."""
    ours, theirs = _plain(live), _plain(dump)
    if ours in _INTEGERS and theirs in _INTEGERS:
        return _INTEGERS.index(theirs) < _INTEGERS.index(ours)
    if ours in _TIMES and theirs in _TIMES:
        return True
    return _room(ours) is not None and _room(theirs) is not None


def _fillable(table: str, name: str, column: Column) -> bool:
    if column.computed or (column.default is not None and "nextval(" in column.default):
        return False
    return column.nullable or column.default is not None or filling(table, name) is not None


def _plain(kind: str) -> str:
    """Types of `public` are named with or without it, as the search path has it."""
    return kind.removeprefix("public.")


def _room(kind: str) -> float | None:
    found = _TEXT.fullmatch(kind)
    if found is None:
        return None
    return float(found[1]) if found[1] else float("inf")


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:10])
    return shown if len(names) <= 10 else f"{shown} and {len(names) - 10} more"
