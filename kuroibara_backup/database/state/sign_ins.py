"""Which sign-ins go on, and which refresh token of each comes next?

A *sign-in* begins with a password and holds every token that follows from it. Its refresh tokens
form a chain: one may be used while it is the current one, or a child of the current one, which
then becomes the current one itself. A child that was lost on its way is thus simply made again,
and whoever comes with any other token holds a copy that somebody has gone on from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from psycopg.rows import class_row

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.kept import kept

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInRow:
    """A sign-in; `ended_why` is None while it goes on."""

    id: UUID
    user_id: UUID
    password_mark: bytes = field(repr=False)
    ended_why: str | None


class Rotation(Enum):
    """What became of the use of a refresh token. `REUSED`: the sign-in was ended for it."""

    GOES_ON = "goes on"
    OVER = "over"
    REUSED = "reused"


def begin(
    url: str,
    *,
    sign_in: UUID,
    user_id: UUID,
    mark: bytes,
    token: str,
    now: datetime,
    ends: datetime,
) -> None:
    with kept(url, doing="somebody was signed in") as connection:
        connection.execute(
            "INSERT INTO sign_in (id, user_id, password_mark, current_token, begun_at, ends_at)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            (sign_in, user_id, mark, token, now, ends),
        )


def find(url: str, sign_in: UUID) -> SignInRow | None:
    with kept(url, doing="a sign-in was looked up") as connection:
        cursor = connection.cursor(row_factory=class_row(SignInRow))
        return cursor.execute(
            "SELECT id, user_id, password_mark, ended_why FROM sign_in WHERE id = %s", (sign_in,)
        ).fetchone()


def rotate(
    url: str, *, sign_in: UUID, token: str, previous: str | None, ends: datetime
) -> Rotation:
    """Use a refresh token; one that is spent ends its sign-in, and is `REUSED` once."""
    values = {"id": sign_in, "token": token, "previous": previous, "ends": ends}
    with connected(url, doing="a sign-in was renewed") as connection:
        gone_on = connection.execute(
            "UPDATE sign_in SET current_token = %(token)s, ends_at = greatest(ends_at, %(ends)s)"
            " WHERE id = %(id)s AND ended_why IS NULL"
            " AND current_token IN (%(token)s, %(previous)s)",
            values,
        ).rowcount
        if gone_on:
            return Rotation.GOES_ON
        ended = connection.execute(
            "UPDATE sign_in SET ended_why = 'reuse' WHERE id = %(id)s AND ended_why IS NULL",
            values,
        ).rowcount
        return Rotation.REUSED if ended else Rotation.OVER


def end(url: str, sign_in: UUID, why: str) -> UUID | None:
    """End it at once; whose it was, or None when it had ended or never begun."""
    with kept(url, doing="a sign-in was ended") as connection:
        row = connection.execute(
            "UPDATE sign_in SET ended_why = %s WHERE id = %s AND ended_why IS NULL"
            " RETURNING user_id",
            (why, sign_in),
        ).fetchone()
    return None if row is None else row[0]


def sweep(url: str, now: datetime) -> None:
    """Forget sign-ins none of whose tokens is good any more."""
    with kept(url, doing="old sign-ins were forgotten") as connection:
        connection.execute("DELETE FROM sign_in WHERE ends_at < %s", (now,))
