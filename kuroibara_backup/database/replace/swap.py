"""Puts one database in the place of another: wholly, or not at all.

All of it is one transaction. `ALTER DATABASE … RENAME` itself keeps newcomers waiting while the
sessions are ended, so there is no closed state that a crash could leave behind.
"""

from __future__ import annotations

import hashlib
import time
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from psycopg import errors, sql

from kuroibara_backup.database.cluster import administering, exists
from kuroibara_backup.database.replace.properties import copy_properties
from kuroibara_backup.database.replace.sessions import end_sessions, obstacles_in
from kuroibara_backup.database.watched import watched
from kuroibara_backup.errors import NoConnection, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg import Connection
    from psycopg.rows import TupleRow

_DOING: Final = "the restored database was put in its place"
_ENDING_EVERY: Final = 0.02
_LOCK_WAIT: Final = 2.0
# If this machine loses its power, PostgreSQL on another one gives up and opens after so long.
_SILENCE: Final = 10.0
_IN_THE_WAY: Final = (errors.ObjectInUse, errors.LockNotAvailable, errors.QueryCanceled)


class Standing(StrEnum):
    """Which of the two the live name stands for."""

    BEFORE = "before"
    """The old database is live; the new one waits under its own name."""
    SWAPPED = "swapped"
    """The new database is live; the old one is kept."""
    ELSE = "else"
    """Neither: databases were renamed or dropped by somebody else."""


def swap(
    admin_url: str,
    *,
    live: str,
    incoming: str,
    kept: str,
    on_step: Callable[[str], None] = lambda _step: None,
    check: Callable[[], None] = lambda: None,
    patience: float = 10.0,
) -> None:
    """Rename `live` to `kept` and `incoming` to `live`; sessions of both are ended.

    `incoming` gets the owner, grants, settings, limit and comment of `live`. After `patience`
    seconds without success nothing has changed, and `Refused` says who was in the way. Called again
    after it succeeded, does nothing. `on_step` hears "properties copied" and "closed" (nothing of
    either is left if the process dies then), then "database renamed" (now it is durable and open).
    Swapping back is the same call with `incoming` and `kept` exchanged.

    After `NoConnection` it may have happened or not: ask `settle`.
    """
    names = (live, incoming, kept)
    deadline = time.monotonic() + patience
    with (
        administering(
            admin_url, doing=_DOING, away_from=names, application=_application(live)
        ) as renaming,
        administering(admin_url, doing=_DOING, away_from=names) as ending,
    ):
        _end_left_over(renaming, live)
        found = _standing(renaming, live, incoming, kept)
        if found is Standing.SWAPPED:
            return
        if found is Standing.ELSE:
            raise Refused(
                "The restored database was not put in its place: the databases are not as the"
                " restore left them.",
                remedy="Somebody renamed or dropped one of them. Look at PostgreSQL's list of"
                " databases, and start the restore again.",
                code="databases_changed",
            )
        _refuse_obstacles(ending, live, incoming)
        while True:
            check()
            try:
                with renaming.transaction():
                    _rename(renaming, ending, names, deadline, on_step, check)
                break
            except _IN_THE_WAY as exc:
                if time.monotonic() > deadline:
                    _refuse_obstacles(ending, live, incoming)
                    raise Refused(
                        "The restored database was not put in its place: other programs did not"
                        " let go of the old one. Nothing was changed.",
                        remedy="Stop what uses the database without pause, and try again.",
                        code="sessions_remain",
                    ) from exc
    on_step("database renamed")


def _rename(
    renaming: Connection[TupleRow],
    ending: Connection[TupleRow],
    names: tuple[str, str, str],
    deadline: float,
    on_step: Callable[[str], None],
    check: Callable[[], None],
) -> None:
    live, incoming, kept = names
    renaming.execute(_limit("lock_timeout", _LOCK_WAIT))
    renaming.execute(_limit("idle_in_transaction_session_timeout", _SILENCE))
    renaming.execute(_limit("statement_timeout", max(0.2, deadline - time.monotonic())))
    copy_properties(renaming, live, incoming)
    on_step("properties copied")
    _renamed_while_ending(renaming, ending, live, kept, check)
    on_step("closed")
    _renamed_while_ending(renaming, ending, incoming, live, check)


def _renamed_while_ending(
    renaming: Connection[TupleRow],
    ending: Connection[TupleRow],
    name: str,
    to: str,
    check: Callable[[], None],
) -> None:
    """RENAME holds newcomers back and looks every 0.1 s whether the database is left by all."""
    statement = sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
        sql.Identifier(name), sql.Identifier(to)
    )

    def meanwhile() -> None:
        end_sessions(ending, name)
        check()

    watched(renaming, statement, meanwhile=meanwhile, every=_ENDING_EVERY)


def standing(admin_url: str, *, live: str, incoming: str, kept: str) -> Standing:
    """How a swap ended whose process died; changes nothing."""
    with administering(admin_url, doing=_DOING, away_from=(live, incoming, kept)) as connection:
        return _standing(connection, live, incoming, kept)


def settle(admin_url: str, *, live: str, incoming: str, kept: str) -> Standing:
    """After a crash: end what that process left running, open the database, and say how it stands.

    Call it before anything else of a resumed restore; may be called any number of times.
    """
    with administering(admin_url, doing=_DOING, away_from=(live, incoming, kept)) as connection:
        _end_left_over(connection, live)
        # Never done by a swap of ours, but by operators who work by hand.
        shut = connection.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s AND NOT datallowconn", (live,)
        ).fetchone()
        if shut is not None:
            connection.execute(
                sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(sql.Identifier(live))
            )
        return _standing(connection, live, incoming, kept)


def _standing(connection: Connection[TupleRow], live: str, incoming: str, kept: str) -> Standing:
    there = tuple(exists(connection, name) for name in (live, incoming, kept))
    if there == (True, True, False):
        return Standing.BEFORE
    return Standing.SWAPPED if there == (True, False, True) else Standing.ELSE


def _end_left_over(connection: Connection[TupleRow], live: str) -> None:
    """What an earlier try left: its statement may still run, its commit may be on its way."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        found = connection.execute(
            "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity"
            " WHERE application_name = %s AND pid <> pg_backend_pid()",
            (_application(live),),
        ).fetchall()
        if not found:
            return
    raise NoConnection(
        "The restore was not taken up again: its last step still runs in PostgreSQL.",
        remedy="Try again in a minute.",
        code="database_busy",
    )


def _application(live: str) -> str:
    """How `settle` knows the session of a swap, also of one on a server with several Kuroibaras."""
    mark = hashlib.sha256(live.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return f"kuroibara-backup swap {mark}"


def _refuse_obstacles(connection: Connection[TupleRow], *databases: str) -> None:
    found = obstacles_in(connection, databases)
    if found:
        named = ", ".join(sorted({str(one) for one in found}))
        raise Refused(
            "The restored database was not put in its place: the role that restores may not end"
            f" these sessions: {named}. Nothing was changed.",
            remedy="Close them yourself, or set BACKUP_ADMIN_URL to a role that may, and try"
            " again.",
            code="sessions_remain",
        )


def _limit(name: str, seconds: float) -> sql.Composed:
    return sql.SQL("SET LOCAL {} = {}").format(sql.Identifier(name), int(seconds * 1000))
