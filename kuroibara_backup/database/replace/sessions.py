"""Who is connected to a database, and may our role end that?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from psycopg import sql

from kuroibara_backup.database.cluster import administering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psycopg import Connection
    from psycopg.rows import TupleRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Something in a database that our role cannot end; `pid` is None for a prepared transaction.

    `application` is empty where PostgreSQL does not tell us.
    """

    pid: int | None
    role: str
    application: str

    def __str__(self) -> str:
        if self.pid is None:
            return f"a prepared transaction of {self.role}"
        return f"{self.role} (pid {self.pid})"


_MAY_END: Final = sql.SQL(
    "(coalesce((SELECT rolsuper FROM pg_roles WHERE rolname = current_user), false)"
    " OR NOT r.rolsuper AND (pg_has_role(r.oid, 'USAGE')"
    " OR pg_has_role('pg_signal_backend', 'USAGE')))"
)
# PostgreSQL's own workers have no role; RENAME itself sends autovacuum away.
_OBSTACLES: Final = sql.SQL(
    "SELECT a.pid, r.rolname, coalesce(a.application_name, '') FROM pg_stat_activity a"
    " JOIN pg_roles r ON r.oid = a.usesysid"
    " WHERE a.datname = ANY(%(names)s) AND NOT {} AND a.pid <> pg_backend_pid()"
    " UNION ALL SELECT NULL, owner, '' FROM pg_prepared_xacts WHERE database = ANY(%(names)s)"
    " ORDER BY 1"
).format(_MAY_END)
_END: Final = sql.SQL(
    "SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a"
    " JOIN pg_roles r ON r.oid = a.usesysid"
    " WHERE a.datname = %s AND {} AND a.pid <> pg_backend_pid()"
).format(_MAY_END)


def obstacles(admin_url: str, database: str) -> tuple[Session, ...]:
    """What would keep `database` from being renamed: look before anything is built."""
    doing = "the sessions of the database were looked up"
    with administering(admin_url, doing=doing, away_from=(database,)) as connection:
        return obstacles_in(connection, (database,))


def obstacles_in(connection: Connection[TupleRow], databases: Sequence[str]) -> tuple[Session, ...]:
    found = connection.execute(_OBSTACLES, {"names": list(databases)})
    return tuple(Session(pid=row[0], role=row[1], application=row[2]) for row in found)


def end_sessions(connection: Connection[TupleRow], database: str) -> None:
    """Ask every session of `database` that our role may end to go; does not wait for them."""
    connection.execute(_END, (database,))
