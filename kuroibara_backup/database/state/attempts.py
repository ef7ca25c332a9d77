"""How often did somebody fail lately? Counted for all workers together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from psycopg import Rollback

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.kept import kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """What is counted, and the seconds to wait after the 1st, 2nd, … failure; the last for more."""

    what: str
    mark: bytes = field(repr=False)
    waits: tuple[float, ...]
    forgotten_after: timedelta


def reserve(url: str, counters: Sequence[Counter], now: datetime) -> timedelta | None:
    """Count a failure beforehand, in all of them; or the wait, and then nothing is counted.

    Beforehand, because a hundred attempts at the same moment would all see the count before them.
    """
    longest: timedelta | None = None
    doing = "attempts to sign in were counted"
    with kept(url, doing=doing) as connection, connection.transaction():
        for one in sorted(counters, key=lambda one: (one.what, one.mark)):
            values = {
                "what": one.what,
                "mark": one.mark,
                "now": now,
                "opens": _opens(one.waits, now),
                "first": _opens(one.waits[:1], now)[0],
                # A clock that was set back makes nobody wait longer than the longest wait.
                "latest": now + timedelta(seconds=max(one.waits)),
                "stale": now - one.forgotten_after,
            }
            counted = connection.execute(
                "INSERT INTO attempt AS a (what, mark, failures, last_at, opens_at) VALUES"
                " (%(what)s, %(mark)s, 1, %(now)s, %(first)s)"
                " ON CONFLICT (what, mark) DO UPDATE SET"
                " failures = CASE WHEN a.last_at < %(stale)s THEN 1 ELSE a.failures + 1 END,"
                " last_at = %(now)s,"
                " opens_at = (%(opens)s::timestamptz[])["
                "  CASE WHEN a.last_at < %(stale)s THEN 1"
                "  ELSE least(a.failures + 1, cardinality(%(opens)s::timestamptz[])) END]"
                " WHERE a.opens_at <= %(now)s OR a.opens_at > %(latest)s"
                " RETURNING failures",
                values,
            ).fetchone()
            if counted is None:
                row = connection.execute(
                    "SELECT opens_at FROM attempt WHERE what = %(what)s AND mark = %(mark)s"
                    " AND opens_at > %(now)s",
                    values,
                ).fetchone()
                wait = row[0] - now if row is not None else timedelta(0)
                longest = max(wait, longest) if longest is not None else wait
        if longest is not None:
            raise Rollback
    return longest


def _opens(waits: Sequence[float], now: datetime) -> list[str]:
    """When it opens again after each failure. Where there is no wait it never closed: two who come
    at the same moment do not read the same clock."""
    return [(now + timedelta(seconds=wait)).isoformat() if wait else "-infinity" for wait in waits]


def release(url: str, counters: Sequence[Counter]) -> None:
    """Take back what was reserved: that attempt was no failure."""
    with kept(url, doing="attempts to sign in were counted") as connection:
        for one in sorted(counters, key=lambda one: (one.what, one.mark)):
            connection.execute(
                "UPDATE attempt SET failures = greatest(failures - 1, 0), opens_at = '-infinity'"
                " WHERE what = %s AND mark = %s",
                (one.what, one.mark),
            )


def forget(url: str, counters: Sequence[Counter]) -> None:
    """Begin counting anew."""
    with kept(url, doing="attempts to sign in were forgotten") as connection:
        for one in sorted(counters, key=lambda one: (one.what, one.mark)):
            connection.execute(
                "DELETE FROM attempt WHERE what = %s AND mark = %s", (one.what, one.mark)
            )


def remember_address(url: str, mark: bytes, now: datetime) -> None:
    with kept(url, doing="an address was remembered") as connection:
        connection.execute(
            "INSERT INTO known_address (mark, last_at) VALUES (%s, %s)"
            " ON CONFLICT (mark) DO UPDATE SET last_at = excluded.last_at",
            (mark, now),
        )


def is_known_address(url: str, mark: bytes, since: datetime) -> bool:
    with kept(url, doing="an address was looked up") as connection:
        found = connection.execute(
            "SELECT 1 FROM known_address WHERE mark = %s AND last_at >= %s", (mark, since)
        ).fetchone()
    return found is not None


def spend_step(url: str, user_id: object, step: int) -> bool:
    """Take a time step of one-time codes; False when it, or a later one, was taken before.

    One further ahead than any good code can be was taken by a clock that has been set back since.
    """
    with kept(url, doing="a one-time code was taken") as connection:
        taken = connection.execute(
            "INSERT INTO totp_used AS u (user_id, step) VALUES (%(user)s, %(step)s)"
            " ON CONFLICT (user_id) DO UPDATE SET step = excluded.step"
            " WHERE u.step < excluded.step OR u.step > excluded.step + 1",
            {"user": user_id, "step": step},
        )
    return taken.rowcount == 1


def sweep(url: str, *, attempts_before: datetime, addresses_before: datetime) -> None:
    with connected(url, doing="old attempts were forgotten") as connection:
        connection.execute("DELETE FROM attempt WHERE last_at < %s", (attempts_before,))
        connection.execute("DELETE FROM known_address WHERE last_at < %s", (addresses_before,))
