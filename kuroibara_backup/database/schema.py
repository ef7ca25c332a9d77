"""Does a dump fit the Kuroibara that runs here, and what must be added to it?

Kuroibara makes missing tables when it starts, but it never adds a column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Shape = Mapping[str, Mapping[str, str]]
"""Columns and their types by "schema.table", as backup metadata has them under `tables`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`default` is the SQL text of what the database itself fills in, or None."""

    type: str
    nullable: bool
    default: str | None


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


def described(url: str) -> dict[str, dict[str, Column]]:
    """The tables of a database."""
    raise NotImplementedError


def shape(tables: Mapping[str, Mapping[str, Column]]) -> Shape:
    return {
        name: {c: about.type for c, about in columns.items()} for name, columns in tables.items()
    }


def compare(live: Mapping[str, Mapping[str, Column]], dump: Shape) -> SchemaComparison:
    """Pure. For the plan with the metadata's `tables`, after the load with the staged database's."""
    raise NotImplementedError


def require_fit(comparison: SchemaComparison) -> None:
    """Raise `Refused` (code `schema_newer` or `schema_unknown`), naming what does not fit."""
    raise NotImplementedError


def adapt(live_url: str, staged_url: str) -> SchemaComparison:
    """Compare the staged database for good and add what is missing in it, in one transaction.

    Raises `Refused` where it does not fit. Called again, it finds nothing more to do.
    """
    raise NotImplementedError
