"""A Kuroibara database as operators have it: of a superuser, or of a plain role of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest
from psycopg import conninfo, sql

from kuroibara_backup.database.connection import beside
from tests.support.postgres import drop_database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.database.embedded import EmbeddedPostgres

HOSTILE = "Kä\"n'o %s {0} \\x; --"
"""What a name may be made of; fill it up to 63 bytes."""
PASSWORD = "pass word'"


def hostile_name(number: int) -> str:
    """63 bytes of a name that breaks whatever does not quote."""
    head = f"{HOSTILE}{number}"
    return head + "x" * (63 - len(head.encode()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Install:
    """`admin` signs in as the role that Kuroibara and the engine use, to the database `live`."""

    server: EmbeddedPostgres
    admin: str
    live: str
    role: str

    def url(self, database: str) -> str:
        return beside(self.admin, database)

    def ask(self, database: str, query: str) -> list[tuple[object, ...]]:
        with psycopg.connect(self.as_superuser(database), autocommit=True) as connection:
            return connection.execute(query.encode()).fetchall()

    def run(self, database: str, *statements: str | sql.Composed) -> None:
        """As the superuser."""
        with psycopg.connect(self.as_superuser(database), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode() if isinstance(statement, str) else statement)

    def as_superuser(self, database: str = "postgres") -> str:
        return conninfo.make_conninfo(self.server.url(), dbname=database)


def make_install(
    server: EmbeddedPostgres,
    template: str,
    *,
    plain: bool,
    live: str | None = None,
    role: str | None = None,
) -> Install:
    """`plain`: a role that owns the database and may make databases and roles, no more."""
    name = live or f"kuroibara_{uuid4().hex[:8]}"
    superuser = server.url()
    owner = role or (f"app_{uuid4().hex[:8]}" if plain else "postgres")
    with psycopg.connect(superuser, autocommit=True) as connection:
        if plain:
            connection.execute(
                sql.SQL("CREATE ROLE {} LOGIN CREATEDB CREATEROLE PASSWORD {}").format(
                    sql.Identifier(owner), PASSWORD
                )
            )
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY file_copy").format(
                sql.Identifier(name), sql.Identifier(owner), sql.Identifier(template)
            )
        )
    with psycopg.connect(
        conninfo.make_conninfo(superuser, dbname=name), autocommit=True
    ) as connection:
        for kind, thing in connection.execute(
            "SELECT CASE relkind WHEN 'r' THEN 'TABLE' ELSE 'SEQUENCE' END, relname FROM pg_class"
            " WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' UNION ALL"
            " SELECT 'TYPE', typname FROM pg_type WHERE typnamespace = 'public'::regnamespace"
            " AND typtype = 'e'"
        ).fetchall():
            connection.execute(
                sql.SQL("ALTER {} public.{} OWNER TO {}").format(
                    sql.SQL(kind), sql.Identifier(thing), sql.Identifier(owner)
                )
            )
    admin = conninfo.make_conninfo(superuser, dbname=name)
    if plain:
        admin = conninfo.make_conninfo(admin, user=owner, password=PASSWORD)
    return Install(server=server, admin=admin, live=name, role=owner)


@pytest.fixture(scope="session")
def any_installs(any_postgres: EmbeddedPostgres, any_template: str) -> dict[str, Install]:
    """One of each kind on each PostgreSQL: a database costs hundreds of files."""
    return {
        "superuser": make_install(any_postgres, any_template, plain=False),
        "plain owner": make_install(any_postgres, any_template, plain=True),
    }


@pytest.fixture(params=["superuser", "plain owner"])
def any_install(
    any_installs: dict[str, Install], request: pytest.FixtureRequest
) -> Iterator[Install]:
    """An empty Kuroibara on each PostgreSQL of this machine, with each kind of role.

    It is shared: what lies in its database may be another one's by now. Restores are cleared away.
    """
    yield any_installs[request.param]
    _clear(any_installs[request.param])


@pytest.fixture
def any_plain_install(any_installs: dict[str, Install]) -> Iterator[Install]:
    """An empty Kuroibara of a plain owner on each PostgreSQL of this machine; shared, too."""
    yield any_installs["plain owner"]
    _clear(any_installs["plain owner"])


def _clear(install: Install) -> None:
    left = install.ask(
        "postgres",
        "SELECT datname FROM pg_database WHERE datname ~ '^kuroibara_(restore|before)_'",
    )
    for (name,) in left:
        drop_database(install.server, str(name))
