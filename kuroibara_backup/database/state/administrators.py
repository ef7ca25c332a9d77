"""Who was granted the right to back up, by account and never by name?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from psycopg.rows import class_row

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.kept import kept

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Administrator:
    """Someone who may back up; `name` is what they were called when it was granted."""

    user_id: UUID
    name: str
    granted_at: datetime
    revoked_at: datetime | None = None


def ever_granted(url: str) -> tuple[Administrator, ...]:
    """All who have the right or had it; the oldest first."""
    with kept(url, doing="the administrators were looked up") as connection:
        cursor = connection.cursor(row_factory=class_row(Administrator))
        return tuple(
            cursor.execute(
                "SELECT user_id, name, granted_at, revoked_at FROM administrator"
                " ORDER BY granted_at, name"
            )
        )


def granted(url: str) -> tuple[Administrator, ...]:
    """All who have the right; the oldest first."""
    return tuple(one for one in ever_granted(url) if one.revoked_at is None)


def is_granted(url: str, user_id: UUID) -> bool:
    with kept(url, doing="the administrators were looked up") as connection:
        found = connection.execute(
            "SELECT 1 FROM administrator WHERE user_id = %s AND revoked_at IS NULL", (user_id,)
        ).fetchone()
    return found is not None


def grant(url: str, user_id: UUID, name: str, at: datetime) -> bool:
    """Let this user back up; False when they were allowed already, and nothing is changed."""
    with connected(url, doing="an administrator was added") as connection:
        done = connection.execute(
            "INSERT INTO administrator AS a (user_id, name, granted_at) VALUES (%s, %s, %s)"
            " ON CONFLICT (user_id) DO UPDATE"
            " SET name = excluded.name, granted_at = excluded.granted_at, revoked_at = NULL"
            " WHERE a.revoked_at IS NOT NULL",
            (user_id, name, at),
        )
    return done.rowcount == 1


def revoke(url: str, user_id: UUID, at: datetime) -> bool:
    """Take the right away; False when they had none."""
    with connected(url, doing="an administrator was removed") as connection:
        done = connection.execute(
            "UPDATE administrator SET revoked_at = %s WHERE user_id = %s AND revoked_at IS NULL",
            (at, user_id),
        )
    return done.rowcount == 1
