"""Whose are the things inside a database, and what were other roles granted on them?

A dump made without owners and grants, as ours are, does not tell.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from psycopg import sql

from kuroibara_backup.database.replace.grants import Grant, grants_to_change

if TYPE_CHECKING:
    from collections.abc import Mapping

    from psycopg import Connection
    from psycopg.rows import TupleRow

Thing = tuple[str, str, str | None]
"""Kind as GRANT has it (SCHEMA, TABLE, SEQUENCE), schema, name."""

_KIND: Final = sql.SQL("CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END")
_OURS: Final = sql.SQL(
    "c.relkind IN ('r', 'p', 'S') AND c.relpersistence <> 't'"
    " AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'"
    " AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.deptype = 'e'"
    " AND d.objid = c.oid AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass)"
)
# Whose `public` is depends on the version that made the database; who may use it does not.
_OWNERS: Final = sql.SQL(
    "SELECT {kind}, n.nspname, c.relname, pg_catalog.pg_get_userbyid(c.relowner)"
    " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " WHERE {ours} UNION ALL"
    " SELECT 'SCHEMA', nspname, NULL, pg_catalog.pg_get_userbyid(nspowner)"
    " FROM pg_catalog.pg_namespace WHERE nspname NOT IN ('information_schema', 'public')"
    " AND nspname !~ '^pg_'"
).format(kind=_KIND, ours=_OURS)
# What an owner has is left out: it comes with owning.
_GRANTS: Final = sql.SQL(
    "SELECT {kind}, n.nspname, c.relname, NULL, r.rolname, a.privilege_type, a.is_grantable"
    " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " LEFT JOIN LATERAL pg_catalog.aclexplode(c.relacl) a ON a.grantee <> c.relowner"
    " LEFT JOIN pg_catalog.pg_roles r ON r.oid = a.grantee WHERE {ours} UNION ALL"
    " SELECT {kind}, n.nspname, c.relname, t.attname, r.rolname, a.privilege_type, a.is_grantable"
    " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " JOIN pg_catalog.pg_attribute t ON t.attrelid = c.oid AND NOT t.attisdropped"
    " JOIN LATERAL pg_catalog.aclexplode(t.attacl) a ON a.grantee <> c.relowner"
    " LEFT JOIN pg_catalog.pg_roles r ON r.oid = a.grantee WHERE {ours} UNION ALL"
    " SELECT 'SCHEMA', n.nspname, NULL, NULL, r.rolname, a.privilege_type, a.is_grantable"
    " FROM pg_catalog.pg_namespace n"
    " LEFT JOIN LATERAL pg_catalog.aclexplode(n.nspacl) a ON a.grantee <> n.nspowner"
    " LEFT JOIN pg_catalog.pg_roles r ON r.oid = a.grantee"
    " WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'"
).format(kind=_KIND, ours=_OURS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Belongings:
    """`owner` has most of the tables; `owners` and `grants` are by thing.

    `defaults` is what is granted on things that are made later.
    """

    owner: str
    owners: Mapping[Thing, str]
    grants: Mapping[Thing, frozenset[Grant]]
    defaults: tuple[Default, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Default:
    """`ALTER DEFAULT PRIVILEGES`: what a role's new things of one kind grant to others."""

    maker: str
    schema: str | None
    kind: str
    grant: Grant


def belongings_of(connection: Connection[TupleRow]) -> Belongings:
    owners = _owners(connection)
    tables = Counter(owner for (kind, *_), owner in owners.items() if kind == "TABLE")
    if tables:
        owner = tables.most_common(1)[0][0]
    else:
        row = connection.execute(
            "SELECT pg_catalog.pg_get_userbyid(datdba) FROM pg_catalog.pg_database"
            " WHERE datname = pg_catalog.current_database()"
        ).fetchone()
        owner = str(row[0]) if row else ""
    return Belongings(
        owner=owner,
        owners=owners,
        grants=_grants(connection),
        defaults=_defaults(connection),
    )


def give(connection: Connection[TupleRow], belongings: Belongings) -> None:
    """Make owners and grants of what is in both databases the given ones; may be repeated."""
    for thing, owner in _owners(connection).items():
        wanted = belongings.owners.get(thing)
        if wanted is not None and wanted != owner and not _follows_its_table(connection, thing):
            connection.execute(
                sql.SQL("ALTER {} OWNER TO {}").format(_named(thing), sql.Identifier(wanted))
            )
    for thing, grants in _grants(connection).items():
        if thing in belongings.grants:
            for statement in grants_to_change(_named(thing), grants, belongings.grants[thing]):
                connection.execute(statement)
    for default in set(belongings.defaults) - set(_defaults(connection)):
        connection.execute(_default_statement(default))


def _owners(connection: Connection[TupleRow]) -> dict[Thing, str]:
    return {(row[0], row[1], row[2]): row[3] for row in connection.execute(_OWNERS)}


def _grants(connection: Connection[TupleRow]) -> dict[Thing, frozenset[Grant]]:
    """Everything that is there, also what nobody was granted anything on."""
    grants: dict[Thing, set[Grant]] = {}
    for kind, schema, name, column, role, privilege, grantable in connection.execute(_GRANTS):
        held = grants.setdefault((kind, schema, name), set())
        if privilege is not None:
            held.add(Grant(role=role, privilege=privilege, grantable=grantable, column=column))
    return {thing: frozenset(held) for thing, held in grants.items()}


def _defaults(connection: Connection[TupleRow]) -> tuple[Default, ...]:
    found = connection.execute(
        "SELECT pg_catalog.pg_get_userbyid(d.defaclrole), n.nspname, CASE d.defaclobjtype"
        "  WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'"
        "  WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' END, r.rolname, a.privilege_type,"
        " a.is_grantable FROM pg_catalog.pg_default_acl d"
        " LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace"
        " CROSS JOIN LATERAL pg_catalog.aclexplode(d.defaclacl) a"
        " LEFT JOIN pg_catalog.pg_roles r ON r.oid = a.grantee ORDER BY 1, 2, 3, 4, 5"
    )
    return tuple(
        Default(
            maker=row[0],
            schema=row[1],
            kind=row[2],
            grant=Grant(role=row[3], privilege=row[4], grantable=row[5]),
        )
        for row in found
        if row[2] is not None
    )


def _default_statement(default: Default) -> sql.Composed:
    where = (
        sql.SQL("")
        if default.schema is None
        else sql.SQL(" IN SCHEMA {}").format(sql.Identifier(default.schema))
    )
    grant = default.grant
    whom = sql.SQL("PUBLIC") if grant.role is None else sql.Identifier(grant.role)
    return sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE {}{} GRANT {} ON {} TO {}{}").format(
        sql.Identifier(default.maker),
        where,
        sql.SQL(grant.privilege),
        sql.SQL(default.kind),
        whom,
        sql.SQL(" WITH GRANT OPTION" if grant.grantable else ""),
    )


def _follows_its_table(connection: Connection[TupleRow], thing: Thing) -> bool:
    """A sequence that belongs to a column has its table's owner, and no other."""
    kind, schema, name = thing
    if kind != "SEQUENCE":
        return False
    found = connection.execute(
        "SELECT 1 FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_class c ON c.oid = d.objid"
        " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
        " WHERE d.deptype IN ('a', 'i') AND d.refobjsubid > 0"
        " AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass"
        " AND n.nspname = %s AND c.relname = %s",
        (schema, name),
    )
    return found.fetchone() is not None


def _named(thing: Thing) -> sql.Composed:
    kind, schema, name = thing
    parts = (schema,) if name is None else (schema, name)
    return sql.SQL("{} {}").format(sql.SQL(kind), sql.Identifier(*parts))
