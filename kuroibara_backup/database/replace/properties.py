"""What belongs to a database as such, and would be lost if another took its name.

Owner, grants, `ALTER DATABASE … SET`, `ALTER ROLE … IN DATABASE … SET`, connection limit, comment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from psycopg import sql

from kuroibara_backup.database.replace.grants import Grant, grants_to_change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection
    from psycopg.rows import TupleRow

# What these hold is a list of quoted names already; a literal would be quoted once more.
LISTS: Final = frozenset(
    (
        *("search_path", "temp_tablespaces", "local_preload_libraries"),
        *("session_preload_libraries", "shared_preload_libraries", "unix_socket_directories"),
    )
)

Settings = dict[tuple[str | None, str], str]
"""Values by (role or None for everybody, name)."""


def copy_properties(connection: Connection[TupleRow], source: str, target: str) -> None:
    """Make `target` like `source`; both are databases other than the connection's own."""
    owner, limit, template, comment = _object(connection, source)
    database = sql.Identifier(target)
    if _object(connection, target)[0] != owner:
        connection.execute(
            sql.SQL("ALTER DATABASE {} OWNER TO {}").format(database, sql.Identifier(owner))
        )
    connection.execute(
        sql.SQL("ALTER DATABASE {} CONNECTION LIMIT {} IS_TEMPLATE {}").format(
            database, sql.Literal(limit), sql.SQL("true" if template else "false")
        )
    )
    connection.execute(
        sql.SQL("COMMENT ON DATABASE {} IS {}").format(database, sql.Literal(comment))
    )
    object_name = sql.SQL("DATABASE {}").format(database)
    for statement in grants_to_change(
        object_name, _grants(connection, target), _grants(connection, source)
    ):
        connection.execute(statement)
    _copy_settings(connection, settings_of(connection, source), target)


def settings_of(connection: Connection[TupleRow], database: str) -> Settings:
    """What is set for sessions in `database`, for everybody and for single roles."""
    found = connection.execute(
        "SELECT r.rolname, entry FROM pg_db_role_setting s"
        " JOIN pg_database d ON d.oid = s.setdatabase"
        " LEFT JOIN pg_roles r ON r.oid = s.setrole, unnest(s.setconfig) AS entry"
        " WHERE d.datname = %s",
        (database,),
    )
    settings: Settings = {}
    for role, entry in found:
        name, _, value = entry.partition("=")
        settings[role, name] = value
    return settings


def _copy_settings(connection: Connection[TupleRow], wanted: Settings, target: str) -> None:
    now = settings_of(connection, target)
    for role, name in now.keys() - wanted.keys():
        connection.execute(_altering(role, target) + sql.SQL(" RESET ") + _setting(name))
    for (role, name), value in wanted.items():
        if now.get((role, name)) == value:
            continue
        for statement in _assignment(connection, name, value, _altering(role, target)):
            connection.execute(statement)


def _assignment(
    connection: Connection[TupleRow], name: str, value: str, altering: sql.Composed
) -> Iterator[sql.Composed]:
    if name.lower() not in LISTS:
        yield altering + sql.SQL(" SET {} TO {}").format(_setting(name), sql.Literal(value))
        return
    before = connection.execute("SELECT current_setting(%s)", (name,)).fetchone()
    change = sql.SQL("SELECT set_config({}, {}, true)")
    yield change.format(sql.Literal(name), sql.Literal(value))
    yield altering + sql.SQL(" SET {} FROM CURRENT").format(_setting(name))
    yield change.format(sql.Literal(name), sql.Literal(before[0] if before else ""))


def _altering(role: str | None, database: str) -> sql.Composed:
    if role is None:
        return sql.SQL("ALTER DATABASE {}").format(sql.Identifier(database))
    return sql.SQL("ALTER ROLE {} IN DATABASE {}").format(
        sql.Identifier(role), sql.Identifier(database)
    )


def _setting(name: str) -> sql.Identifier:
    return sql.Identifier(*name.split("."))


def _object(connection: Connection[TupleRow], name: str) -> tuple[str, int, bool, str | None]:
    row = connection.execute(
        "SELECT pg_get_userbyid(datdba), datconnlimit, datistemplate,"
        " shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
        (name,),
    ).fetchone()
    if row is None:
        raise LookupError("the caller has seen that the database is there")
    return row[0], row[1], row[2], row[3]


def _grants(connection: Connection[TupleRow], database: str) -> list[Grant]:
    found = connection.execute(
        "SELECT r.rolname, a.privilege_type, a.is_grantable FROM pg_database d,"
        " aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a"
        " LEFT JOIN pg_roles r ON r.oid = a.grantee WHERE d.datname = %s",
        (database,),
    )
    return [Grant(role=row[0], privilege=row[1], grantable=row[2]) for row in found]
