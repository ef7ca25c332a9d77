"""Puts tables and rows into an empty database; only ever used to make a sample one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from psycopg import sql

from kuroibara_backup.database.connection import connected
from kuroibara_backup.errors import Refused

Row = Mapping[str, object]


def fill(url: str, schema: str, tables: Iterable[tuple[str, Sequence[Row]]]) -> dict[str, int]:
    """Create the tables where there are none and insert the rows; all of it, or nothing.

    Refused when there are users already: then somebody's library is in it. Returns the number of
    rows by table.
    """
    counts = {}
    with connected(url, doing="a sample library was put into the database") as connection:
        found = connection.execute("SELECT to_regclass('public.users') IS NOT NULL").fetchone()
        if found is None or not found[0]:
            connection.execute(schema.encode())
        elif connection.execute("SELECT 1 FROM public.users LIMIT 1").fetchone() is not None:
            raise Refused(
                "The sample library was not made: the database holds somebody's library already.",
                remedy="Name an empty database.",
            )
        for table, rows in tables:
            counts[table] = len(rows)
            if not rows:
                continue
            columns = list(rows[0])
            statement = sql.SQL("COPY public.{} ({}) FROM STDIN").format(
                sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
            )
            with connection.cursor().copy(statement) as copying:
                for row in rows:
                    copying.write_row([_plain(row[column]) for column in columns])
    return counts


def _plain(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
