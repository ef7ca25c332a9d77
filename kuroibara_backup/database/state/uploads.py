"""Which uploads are under way, and how much of each is on the disk?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from psycopg import sql
from psycopg.rows import class_row

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.kept import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from uuid import UUID

    from psycopg import Connection
    from psycopg.rows import TupleRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file on its way here. The first `received` bytes are on the disk and will not be asked for.

    `published` is the name of the backup that it has become.
    """

    id: UUID
    filename: str
    size: int
    sha256: str
    created_at: datetime
    used_at: datetime
    received: int = 0
    published: str | None = None
    job_id: UUID | None = None
    created_by: UUID | None = None


_COLUMNS: Final = sql.SQL(", ").join(map(sql.Identifier, Upload.__slots__))
_SELECT: Final = sql.SQL("SELECT {} FROM upload ").format(_COLUMNS)


def begin_upload(
    url: str, wanted: Upload, judge: Callable[[Sequence[Upload]], Upload | None]
) -> Upload:
    """Enter a new upload, one at a time across all processes.

    `judge` sees all others and may raise, or return the one that is to go on instead.
    """
    with connected(url, doing="an upload was begun") as connection:
        connection.execute("LOCK TABLE upload IN SHARE ROW EXCLUSIVE MODE")
        instead = judge(_all(connection))
        if instead is not None:
            return instead
        connection.execute(
            sql.SQL("INSERT INTO upload ({}) VALUES ({})").format(
                _COLUMNS, sql.SQL(", ").join(map(sql.Placeholder, Upload.__slots__))
            ),
            {name: getattr(wanted, name) for name in Upload.__slots__},
        )
    return wanted


def upload_of(url: str, upload_id: UUID) -> Upload | None:
    with kept(url, doing="an upload was looked up") as connection:
        cursor = connection.cursor(row_factory=class_row(Upload))
        return cursor.execute(_SELECT + sql.SQL("WHERE id = %s"), (upload_id,)).fetchone()


def all_uploads(url: str) -> list[Upload]:
    """Every upload, the oldest first."""
    with kept(url, doing="the uploads were looked up") as connection:
        return _all(connection)


def change_upload(url: str, upload_id: UUID, **changes: object) -> Upload | None:
    """Change these columns; None when there is no such upload (any more)."""
    query = sql.SQL("UPDATE upload SET {} WHERE id = %(_id)s RETURNING {}").format(
        sql.SQL(", ").join(
            sql.SQL("{} = {}").format(sql.Identifier(name), sql.Placeholder(name))
            for name in changes
        ),
        _COLUMNS,
    )
    with kept(url, doing="an upload was written down") as connection:
        cursor = connection.cursor(row_factory=class_row(Upload))
        return cursor.execute(query, {**changes, "_id": upload_id}).fetchone()


def forget_upload(url: str, upload_id: UUID) -> None:
    with kept(url, doing="an upload was removed") as connection:
        connection.execute("DELETE FROM upload WHERE id = %s", (upload_id,))


def _all(connection: Connection[TupleRow]) -> list[Upload]:
    cursor = connection.cursor(row_factory=class_row(Upload))
    return cursor.execute(_SELECT + sql.SQL("ORDER BY created_at, id")).fetchall()
