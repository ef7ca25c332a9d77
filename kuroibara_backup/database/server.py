"""What PostgreSQL says of itself, and databases that are made on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from psycopg import sql

from kuroibara_backup.database.connection import connected

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerFacts:
    """`now` is the server's clock."""

    version: str
    now: datetime
    timezone: str


def server_facts(url: str) -> ServerFacts:
    with connected(url, doing="PostgreSQL was asked about itself") as connection:
        row = connection.execute(
            "SELECT current_setting('server_version'), clock_timestamp(),"
            " current_setting('TimeZone')"
        ).fetchone()
    if row is None:
        raise AssertionError("a query without FROM gives one row")
    return ServerFacts(version=row[0], now=row[1], timezone=row[2])


def answers(url: str, *, timeout: int) -> None:
    """Return when the database answers within so many seconds; raises `NoConnection` else."""
    with connected(url, doing="PostgreSQL was asked whether it is there", timeout=timeout) as one:
        one.execute("SELECT 1")


def create_database(url: str, name: str) -> None:
    """Create an empty database on the server at `url`; one that is there already is kept."""
    with connected(url, doing="a database was created", autocommit=True) as connection:
        found = connection.execute(
            "SELECT 1 FROM pg_catalog.pg_database WHERE datname = %s", (name,)
        ).fetchone()
        if found is None:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name))
            )
