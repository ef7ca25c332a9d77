"""Where is a dump loaded before anybody uses it: a new database, owned by a role of its own.

The role owns that one database and nothing else, so whatever a dump does, it does there. Names
carry the restore's id: two restores on one server never meet.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from psycopg import conninfo, sql

from kuroibara_backup.database.cluster import administering, dropped
from kuroibara_backup.database.connection import beside, connected
from kuroibara_backup.database.replace.privileges import belongings_of, give
from kuroibara_backup.errors import NoConnection, Refused

if TYPE_CHECKING:
    from uuid import UUID

    from psycopg import Connection
    from psycopg.rows import TupleRow

_DOING: Final = "a database for the restore was made"
_HANDING: Final = "the restored database was handed over"
_VERSION_16: Final = 160_000
_CONNECTIONS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Staging:
    """The new database of one restore; `url` signs in as the role that owns nothing else."""

    restore_id: UUID
    database: str
    role: str
    url: str = field(repr=False)


def staging_name(restore_id: UUID) -> str:
    """What the new database of this restore, and its role, are called until the swap."""
    return f"kuroibara_restore_{restore_id.hex}"


def kept_name(restore_id: UUID) -> str:
    """What the old database of this restore is called after the swap."""
    return f"kuroibara_before_{restore_id.hex}"


def create_staging(admin_url: str, live: str, restore_id: UUID) -> Staging:
    """A new, empty database with the encoding and locale of the database `live`, and its owner.

    An older one of this restore is dropped first. Everybody else is kept out of it.
    """
    name = staging_name(restore_id)
    drop_staging(admin_url, restore_id)
    with administering(admin_url, doing=_DOING, away_from=(live, name)) as connection:
        password = secrets.token_urlsafe(24)
        like = _like(connection, live)
        connection.execute(
            sql.SQL(
                "CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"
                " CONNECTION LIMIT {} PASSWORD {}"
            ).format(sql.Identifier(name), _CONNECTIONS, _verifier(connection, name, password))
        )
        _join(connection, name)
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(
                sql.Identifier(name), sql.Identifier(name)
            )
            + like
        )
        connection.execute(
            sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name))
        )
    return _entered(admin_url, restore_id, password)


def hand_over(admin_url: str, live: str, restore_id: UUID) -> None:
    """Give all in it to whom it belongs in `live`, with the grants there, and drop the role.

    May be called again after a crash. The database is reached with the admin's role from now on.
    """
    name = staging_name(restore_id)
    with connected(beside(admin_url, live), doing=_HANDING) as connection:
        belongings = belongings_of(connection)
    with connected(beside(admin_url, name), doing=_HANDING) as connection:
        if _role_exists(connection, name):
            # The database itself goes to its owner at the swap, with its other properties.
            role, owner = sql.Identifier(name), sql.Identifier(belongings.owner)
            connection.execute(sql.SQL("REASSIGN OWNED BY {} TO {}").format(role, owner))
            connection.execute(sql.SQL("DROP OWNED BY {}").format(role))
        give(connection, belongings)
    with administering(admin_url, doing=_HANDING, away_from=(live, name)) as connection:
        connection.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(name)))


def drop_staging(admin_url: str, restore_id: UUID) -> None:
    """Drop the database and the role of this restore, whatever there is of them."""
    name = staging_name(restore_id)
    doing = "what an earlier restore left was removed"
    with administering(admin_url, doing=doing, away_from=(name,)) as connection:
        if _role_exists(connection, name):
            _join(connection, name)
        dropped(connection, name)
        connection.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(name)))


def _entered(admin_url: str, restore_id: UUID, password: str) -> Staging:
    """What was made, once it is sure that its role gets in."""
    name = staging_name(restore_id)
    url = conninfo.make_conninfo(admin_url, dbname=name, user=name, password=password)
    try:
        with connected(url, doing=_DOING):
            return Staging(restore_id=restore_id, database=name, role=name, url=url)
    except NoConnection as exc:
        if exc.code != "database_sign_in":
            raise
        raise Refused(
            "The restore was not begun: PostgreSQL does not let a new role into a new database.",
            remedy="Add a line to pg_hba.conf that lets roles named kuroibara_restore_… sign in"
            " with a password (`host all all ADDRESS scram-sha-256`), and reload PostgreSQL.",
            code="restore_sign_in",
        ) from exc


def _join(connection: Connection[TupleRow], role: str) -> None:
    """Let ourselves act for the role; a superuser may anyway."""
    row = connection.execute(
        "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    if row is not None and row[0]:
        return
    # From 16 on, having made a role gives the right to grant it, but not yet to act for it.
    options = " WITH INHERIT TRUE, SET TRUE" if _version(connection) >= _VERSION_16 else ""
    connection.execute(
        sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(role)) + sql.SQL(options)
    )


def _like(connection: Connection[TupleRow], live: str) -> sql.Composed:
    """How CREATE DATABASE says: as that one. Columns came and went between the versions."""
    row = connection.execute(
        "SELECT to_jsonb(d) || jsonb_build_object('coding', pg_encoding_to_char(d.encoding),"
        # Naming even the usual tablespace would take a right that only superusers have.
        " 'space', (SELECT spcname FROM pg_tablespace t JOIN pg_database u"
        "  ON u.datname = 'template0' AND u.dattablespace <> t.oid WHERE t.oid = d.dattablespace))"
        " FROM pg_database d WHERE d.datname = %s",
        (live,),
    ).fetchone()
    if row is None:
        raise NoConnection(
            "The restore was not begun: PostgreSQL has no database of that name.",
            remedy="Check DB_DATABASE or DATABASE_URL.",
            code="database_missing",
        )
    facts = row[0]
    provider = {"c": "libc", "i": "icu", "b": "builtin"}[facts.get("datlocprovider", "c")]
    options = {
        "ENCODING": facts["coding"],
        "LOCALE_PROVIDER": provider,
        "LC_COLLATE": facts["datcollate"],
        "LC_CTYPE": facts["datctype"],
        "ICU_LOCALE": (facts.get("datlocale") or facts.get("daticulocale"))
        if provider == "icu"
        else None,
        "BUILTIN_LOCALE": facts.get("datlocale") if provider == "builtin" else None,
        "ICU_RULES": facts.get("daticurules"),
    }
    given = sql.SQL("").join(
        sql.SQL(f" {name} ") + sql.Literal(value) for name, value in options.items() if value
    )
    if facts["space"] is None:
        return given
    return given + sql.SQL(" TABLESPACE {}").format(sql.Identifier(facts["space"]))


def _verifier(connection: Connection[TupleRow], role: str, password: str) -> sql.Literal:
    """What PostgreSQL stores of the password: statements may end up in its log."""
    made = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    return sql.Literal(made.decode())


def _role_exists(connection: Connection[TupleRow], role: str) -> bool:
    found = connection.execute("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = %s", (role,))
    return found.fetchone() is not None


def _version(connection: Connection[TupleRow]) -> int:
    return connection.info.server_version
