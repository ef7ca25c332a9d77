"""May our role do all that a restore needs, and if not, which statements would let it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from psycopg import sql

from kuroibara_backup.database.cluster import administering
from kuroibara_backup.database.connection import beside, connected
from kuroibara_backup.database.replace.privileges import belongings_of
from kuroibara_backup.database.replace.properties import settings_of
from kuroibara_backup.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from psycopg import Connection
    from psycopg.rows import TupleRow

_DOING: Final = "the rights that a restore needs were looked up"
_VERSION_16: Final = 160_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """Something that a restore needs; `statement` is what an administrator of PostgreSQL runs.

    It is None where nothing but a stronger role (BACKUP_ADMIN_URL) helps.
    """

    what: str
    statement: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Role:
    name: str
    superuser: bool
    may_create_databases: bool
    may_create_roles: bool
    inherits: bool


def lacking(admin_url: str, live: str) -> tuple[Lack, ...]:
    """What the role of `admin_url` lacks for restoring the database `live`; nothing: all is well.

    For `doctor` and for the plan; asks only, changes nothing.
    """
    with connected(beside(admin_url, live), doing=_DOING) as connection:
        belongings = belongings_of(connection)
        owners = {belongings.owner, *belongings.owners.values()}
        owners.update(default.maker for default in belongings.defaults)
    with administering(admin_url, doing=_DOING, away_from=(live,)) as connection:
        role = _role(connection)
        if role.superuser:
            return ()
        return (
            *_of_the_role(role, connection.info.server_version),
            *_of_the_database(connection, role, live),
            *_of_the_tables(connection, role, owners),
            *_of_the_settings(connection, role, live),
        )


def require_rights(admin_url: str, live: str) -> None:
    """Raise `Refused` (code `restore_rights`), the statements in its remedy, if any is lacking."""
    found = lacking(admin_url, live)
    if not found:
        return
    statements = " ".join(lack.statement for lack in found if lack.statement is not None)
    if any(lack.statement is None for lack in found) or not statements:
        remedy = "Set BACKUP_ADMIN_URL to a superuser of PostgreSQL."
    else:
        remedy = f"Let an administrator of PostgreSQL run: {statements} Or set BACKUP_ADMIN_URL."
    raise Refused(
        "The restore was not begun: the database role lacks rights for it:"
        f" {'; '.join(lack.what for lack in found)}.",
        remedy=remedy,
        code="restore_rights",
    )


def _of_the_role(role: _Role, version: int) -> Iterator[Lack]:
    if not role.may_create_databases:
        yield _lack("it may not create databases", "ALTER ROLE {} CREATEDB;", role.name)
    if not role.may_create_roles:
        yield _lack("it may not create roles", "ALTER ROLE {} CREATEROLE;", role.name)
    if version < _VERSION_16 and not role.inherits:
        # From 16 on each membership says so itself.
        yield _lack("it does not inherit the rights of other roles", "ALTER ROLE {} INHERIT;",
                    role.name)  # fmt: skip


def _of_the_database(connection: Connection[TupleRow], role: _Role, live: str) -> Iterator[Lack]:
    row = connection.execute(
        "SELECT pg_get_userbyid(d.datdba), t.spcname, t.spcname = 'pg_default'"
        "  OR has_tablespace_privilege(t.oid, 'CREATE')"
        " FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace WHERE d.datname = %s",
        (live,),
    ).fetchone()
    if row is None:
        return
    owner, space, usable = row
    if not _acts_for(connection, owner):
        what = "it does not own the database"
        if _is_superuser(connection, owner):
            yield _lack(what, "ALTER DATABASE {} OWNER TO {};", live, role.name)
        else:
            yield _membership(connection, what, owner, role)
    if not usable:
        yield _lack(
            "it may not use the tablespace of the database",
            "GRANT CREATE ON TABLESPACE {} TO {};",
            space,
            role.name,
        )


def _of_the_tables(
    connection: Connection[TupleRow], role: _Role, owners: Iterable[str]
) -> Iterator[Lack]:
    for owner in sorted(owners):
        if _acts_for(connection, owner):
            continue
        what = f"it may not act for the role {owner}, which owns tables"
        if _is_superuser(connection, owner):
            yield Lack(what=what, statement=None)
        else:
            yield _membership(connection, what, owner, role)


def _of_the_settings(connection: Connection[TupleRow], role: _Role, live: str) -> Iterator[Lack]:
    """ALTER DATABASE … SET and ALTER ROLE … IN DATABASE … SET are copied at the swap."""
    settings = settings_of(connection, live)
    for name in sorted({name for _, name in settings}):
        row = connection.execute(
            "SELECT has_parameter_privilege(%(name)s, 'SET') OR EXISTS (SELECT FROM pg_settings"
            " WHERE lower(name) = lower(%(name)s) AND context IN ('user', 'backend'))",
            {"name": name},
        ).fetchone()
        if row is not None and not row[0]:
            yield _lack(
                f"it may not set {name}, which is set for the database",
                "GRANT SET ON PARAMETER {} TO {};",
                name,
                role.name,
            )
    for other in sorted({who for who, _ in settings if who is not None} - {role.name}):
        what = f"it may not change the settings of the role {other}"
        if _is_superuser(connection, other):
            yield Lack(what=what, statement=None)
        elif connection.info.server_version >= _VERSION_16 and not _asked(
            connection, "SELECT pg_has_role(%s, 'MEMBER WITH ADMIN OPTION')", other
        ):
            yield _lack(what, "GRANT {} TO {} WITH ADMIN OPTION;", other, role.name)


def _membership(connection: Connection[TupleRow], what: str, owner: str, role: _Role) -> Lack:
    options = (
        " WITH INHERIT TRUE, SET TRUE" if connection.info.server_version >= _VERSION_16 else ""
    )
    return _lack(what, f"GRANT {{}} TO {{}}{options};", owner, role.name)


def _acts_for(connection: Connection[TupleRow], other: str) -> bool:
    """Has its rights, and may make it an owner."""
    may_give = "SET" if connection.info.server_version >= _VERSION_16 else "MEMBER"
    return _asked(connection, "SELECT pg_has_role(%s, 'USAGE')", other) and _asked(
        connection, f"SELECT pg_has_role(%s, '{may_give}')", other
    )


def _is_superuser(connection: Connection[TupleRow], role: str) -> bool:
    return _asked(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = %s", role)


def _asked(connection: Connection[TupleRow], query: str, value: str) -> bool:
    row = connection.execute(query.encode(), (value,)).fetchone()
    return row is not None and bool(row[0])


def _role(connection: Connection[TupleRow]) -> _Role:
    row = connection.execute(
        "SELECT rolname, rolsuper, rolcreatedb, rolcreaterole, rolinherit FROM pg_roles"
        " WHERE rolname = current_user"
    ).fetchone()
    if row is None:
        raise LookupError("whoever is connected has a role")
    return _Role(
        name=row[0],
        superuser=row[1],
        may_create_databases=row[2],
        may_create_roles=row[3],
        inherits=row[4],
    )


def _lack(what: str, statement: str, *names: str) -> Lack:
    named = sql.SQL(statement).format(*map(sql.Identifier, names))
    return Lack(what=what, statement=named.as_string())
