"""Makes the paths in a restored database those of this server's library folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from psycopg import sql

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.dump import NAMED_PATHS
from kuroibara_backup.database.kuroibara.named import columns_of
from kuroibara_backup.database.watched import watched
from kuroibara_backup.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from psycopg import Connection
    from psycopg.rows import TupleRow

_DOING: Final = "the paths of the library were rewritten"
_BELOW: Final = sql.SQL("({column} = %(old)s OR starts_with({column}, %(old)s || '/'))")
_CHANGE: Final = sql.SQL(
    "UPDATE public.{table} SET {column} = %(new)s || substr({column}, %(rest)s) WHERE {below}"
)
_TOO_LONG: Final = sql.SQL(
    "SELECT count(*) FROM public.{table} WHERE {below}"
    " AND char_length({column}) + %(growth)s > %(longest)s"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """Rows changed, by "table.column"."""

    rows: Mapping[str, int]

    @property
    def count(self) -> int:
        return sum(self.rows.values())


def rewrite_paths(
    url: str, old_root: str, new_root: str, *, check: Callable[[], None] = lambda: None
) -> Rewritten:
    """Replace the folder `old_root` by `new_root` at the beginning of every path of the library.

    Whole names only: /app/storage2 is not below /app/storage. All of it in one transaction; called
    again for the same database and folders it changes nothing and gives the same answer, so the new
    folder may lie below the old one. Raises `Refused` (`paths_too_long`) when a path would no
    longer fit its column.
    """
    old, new = _folder(old_root), _folder(new_root)
    if old == new:
        return Rewritten(rows={})
    with connected(url, doing=_DOING) as connection:
        done = _done_before(connection, old, new)
        if done is not None:
            return Rewritten(rows=done)
        columns = columns_of(connection)
        rows: dict[str, int] = {}
        for table, column in NAMED_PATHS:
            about = columns.get(table, {}).get(column)
            if about is None:
                continue
            name = f"{table}.{column}"
            changed = _changed(connection, (table, column), about.longest, old, new, check)
            if changed:
                rows[name] = changed
        _remember(connection, old, new, rows)
    return Rewritten(rows=rows)


def _changed(
    connection: Connection[TupleRow],
    where: tuple[str, str],
    longest: int | None,
    old: str,
    new: str,
    check: Callable[[], None],
) -> int:
    table, column = map(sql.Identifier, where)
    below = _BELOW.format(column=column)
    values = {
        "old": old,
        "new": new,
        "rest": len(old) + 1,
        "growth": len(new) - len(old),
        "longest": longest,
    }
    if longest is not None and len(new) > len(old):
        query = _TOO_LONG.format(table=table, column=column, below=below)
        found = watched(connection, query, values, meanwhile=check).fetchone()
        if found is not None and found[0]:
            raise Refused(
                f"The restore was not done: {found[0]} paths in {'.'.join(where)} would be longer"
                f" than the {longest} letters that Kuroibara's database holds.",
                remedy="Give the library a shorter folder (STORAGE_PATH), and try again.",
                code="paths_too_long",
            )
    change = _CHANGE.format(table=table, column=column, below=below)
    return watched(connection, change, values, meanwhile=check).rowcount


def _folder(root: str) -> str:
    """As Kuroibara begins its paths with it: without a slash at the end or two in a row."""
    try:
        root.encode()
    except UnicodeEncodeError:
        known = False
    else:
        known = "\0" not in root and PurePosixPath(root).name not in ("", "..")
    if not known:
        raise Refused(
            "The paths of the library were not rewritten: one of the two folders is none that a"
            " library can lie in.",
            remedy="Check STORAGE_PATH here, and what the backup says of its own.",
            code="storage_path_unknown",
        )
    return str(PurePosixPath(root))


def _done_before(connection: Connection[TupleRow], old: str, new: str) -> dict[str, int] | None:
    """What was changed, if this was done already: the comment is as old as the change itself.

    Until the swap, which brings the live one's, the comment of the database is ours to use.
    """
    row = connection.execute(
        "SELECT pg_catalog.shobj_description(oid, 'pg_database') FROM pg_catalog.pg_database"
        " WHERE datname = pg_catalog.current_database()"
    ).fetchone()
    try:
        noted = json.loads(row[0]) if row and row[0] else None
    except ValueError:
        return None
    if not isinstance(noted, dict) or (noted.get("from"), noted.get("to")) != (old, new):
        return None
    return {str(name): int(count) for name, count in noted["rows"].items()}


def _remember(
    connection: Connection[TupleRow], old: str, new: str, rows: Mapping[str, int]
) -> None:
    note = json.dumps({"from": old, "to": new, "rows": rows})
    connection.execute(
        sql.SQL("COMMENT ON DATABASE {} IS {}").format(
            sql.Identifier(connection.info.dbname), sql.Literal(note)
        )
    )
