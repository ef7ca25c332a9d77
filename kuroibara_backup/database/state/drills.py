"""Which drills were made, and how did they end?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from psycopg import sql
from psycopg.rows import class_row

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.kept import kept

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillRow:
    """One drill that came to a result; `report` is all of it, as JSON shows it."""

    id: UUID
    filename: str
    sha256: str
    started_at: datetime
    finished_at: datetime
    proved: bool
    report: Mapping[str, Any]


_COLUMNS: Final = sql.SQL(", ").join(map(sql.Identifier, DrillRow.__slots__))


def note_drill(url: str, row: DrillRow) -> None:
    """Write a result down; that of an earlier attempt of the same drill goes."""
    values = {name: getattr(row, name) for name in DrillRow.__slots__}
    with connected(url, doing="a drill was written down") as connection:
        connection.execute("DELETE FROM drill WHERE id = %s", (row.id,))
        connection.execute(
            sql.SQL("INSERT INTO drill ({}) VALUES ({})").format(
                _COLUMNS, sql.SQL(", ").join(map(sql.Placeholder, DrillRow.__slots__))
            ),
            {**values, "report": json.dumps(dict(row.report))},
        )


def last_drill(url: str, sha256: str) -> DrillRow | None:
    """The last drill of a file with this content."""
    with kept(url, doing="the drills were looked up") as connection:
        cursor = connection.cursor(row_factory=class_row(DrillRow))
        query = sql.SQL(
            "SELECT {} FROM drill WHERE sha256 = %s ORDER BY started_at DESC LIMIT 1"
        ).format(_COLUMNS)
        return cursor.execute(query, (sha256,)).fetchone()


def take_slot(url: str, due: datetime, *, first: bool) -> bool:
    """Take this due time for one process of all; False when it, or a later one, was taken.

    With `first` it is only noted where none ever was: what was due before counts for nothing.
    """
    with connected(url, doing="a drill was found due") as connection:
        connection.execute("LOCK TABLE drill_slot IN SHARE ROW EXCLUSIVE MODE")
        row = connection.execute("SELECT max(due) FROM drill_slot").fetchone()
        last = row[0] if row is not None else None
        if (last is not None) is first or (last is not None and last >= due):
            return False
        connection.execute("DELETE FROM drill_slot")
        connection.execute("INSERT INTO drill_slot (due) VALUES (%s)", (due,))
    return not first
