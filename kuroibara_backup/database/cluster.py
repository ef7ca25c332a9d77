"""Connections for work on whole databases, made from one that is not part of it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from psycopg import errors, sql

from kuroibara_backup.database.connection import beside, connected, database_name
from kuroibara_backup.database.state.store import STATE_DATABASE
from kuroibara_backup.errors import NoConnection, Refused

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from psycopg import Connection
    from psycopg.rows import TupleRow

_USUAL: Final = ("postgres", STATE_DATABASE)


@contextmanager
def administering(
    admin_url: str, *, doing: str, away_from: Collection[str], application: str | None = None
) -> Iterator[Connection[TupleRow]]:
    """A connection in autocommit to a database that is none of `away_from`.

    The one that the address names if it may be, else PostgreSQL's own, else the engine's.
    """
    names = [database_name(admin_url), *_USUAL]
    usable = [name for name in dict.fromkeys(names) if name not in away_from]
    url = _first_open([beside(admin_url, name) for name in usable], doing)
    with connected(url, doing=doing, autocommit=True) as connection:
        connection.read_only = False
        # Limits that an operator set for the app's short work do not hold here.
        connection.execute("SET statement_timeout = 0")
        connection.execute("SET idle_in_transaction_session_timeout = 0")
        # What is committed here is on the disk, and with it all that was loaded before.
        connection.execute("SET synchronous_commit = local")
        connection.execute("SET search_path = pg_catalog")
        if application is not None:
            connection.execute(
                sql.SQL("SET application_name = {}").format(sql.Literal(application))
            )
        yield connection


def _first_open(urls: list[str], doing: str) -> str:
    """The first that lets us in; the complaint about the first one when none does."""
    complaint: NoConnection | None = None
    for url in urls:
        try:
            with connected(url, doing=doing):
                return url
        except NoConnection as exc:
            complaint = complaint or exc
    if complaint is None:
        raise AssertionError("at least one usual database is never the live one")
    raise complaint


def exists(connection: Connection[TupleRow], database: str) -> bool:
    found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (database,))
    return found.fetchone() is not None


def drop_database(admin_url: str, name: str) -> None:
    """Drop a kept or staged database and end its sessions; nothing happens without it."""
    doing = "a database that is no longer needed was dropped"
    with administering(admin_url, doing=doing, away_from=(name,)) as connection:
        dropped(connection, name)


def dropped(connection: Connection[TupleRow], name: str) -> None:
    try:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )
    except errors.ObjectInUse as exc:
        raise Refused(
            "A database that is no longer needed was not dropped: another program uses it.",
            remedy="Close that program, and try again.",
            code="sessions_remain",
        ) from exc
