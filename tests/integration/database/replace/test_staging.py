"""The throw-away role and its database."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest

from kuroibara_backup.database.cluster import drop_database
from kuroibara_backup.database.replace.staging import (
    create_staging,
    drop_staging,
    hand_over,
    staging_name,
)
from kuroibara_backup.demo.sample import schema
from kuroibara_backup.errors import Refused
from tests.support.installs import Install, hostile_name, make_install

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from kuroibara_backup.database.embedded import EmbeddedPostgres

_LIKENESS = (
    "SELECT encoding, datcollate, datctype, datlocprovider, dattablespace,"
    " to_jsonb(d)->>'datlocale', to_jsonb(d)->>'daticulocale' FROM pg_database d"
    " WHERE datname = '{}'"
)


@pytest.fixture
def restore_id(any_install: Install) -> Iterator[UUID]:
    made = uuid4()
    yield made
    drop_staging(any_install.admin, made)


@pytest.fixture
def plain_restore_id(any_plain_install: Install) -> Iterator[UUID]:
    made = uuid4()
    yield made
    drop_staging(any_plain_install.admin, made)


def test_the_new_database_is_empty_and_sorts_as_the_live_one_does(
    any_install: Install, restore_id: UUID
) -> None:
    staging = create_staging(any_install.admin, any_install.live, restore_id)

    with psycopg.connect(staging.url) as connection:
        assert connection.info.user == staging.role
        assert (
            connection.execute("SELECT 1 FROM pg_class WHERE relname = 'users'").fetchone() is None
        )
    live, new = (
        any_install.ask("postgres", _LIKENESS.format(name))
        for name in (any_install.live, staging.database)
    )
    assert live == new


def test_its_role_can_do_nothing_elsewhere(any_install: Install, restore_id: UUID) -> None:
    staging = create_staging(any_install.admin, any_install.live, restore_id)

    rights = any_install.ask(
        "postgres",
        "SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,"
        f" (SELECT count(*) FROM pg_auth_members m WHERE m.member = r.oid) FROM pg_roles r"
        f" WHERE rolname = '{staging.role}'",
    )
    assert rights == [(False,) * 5 + (0,)]
    with psycopg.connect(staging.url, autocommit=True) as connection:
        for act in (
            f'DROP DATABASE "{any_install.live}"',
            f'ALTER DATABASE "{any_install.live}" RENAME TO gone',
            f'SET ROLE "{any_install.role}"',
            "CREATE DATABASE another",
            "CREATE ROLE another",
            "COPY (SELECT 1) TO PROGRAM 'cat'",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(act.encode())
    there = psycopg.conninfo.make_conninfo(staging.url, dbname=any_install.live)
    with psycopg.connect(there) as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT * FROM public.users")


def test_others_are_kept_out_of_it(any_plain_install: Install, plain_restore_id: UUID) -> None:
    staging = create_staging(any_plain_install.admin, any_plain_install.live, plain_restore_id)
    stranger = f"stranger_{uuid4().hex[:8]}"
    any_plain_install.run("postgres", f"CREATE ROLE {stranger} LOGIN PASSWORD 'x'")

    there = psycopg.conninfo.make_conninfo(
        any_plain_install.as_superuser(staging.database), user=stranger, password="x"
    )
    with pytest.raises(psycopg.OperationalError, match="CONNECT"):
        psycopg.connect(there)


def test_no_password_is_ever_told_to_the_server_in_clear(
    any_plain_install: Install, plain_restore_id: UUID
) -> None:
    any_plain_install.run(
        "postgres", "ALTER SYSTEM SET log_statement = 'all'", "SELECT pg_reload_conf()"
    )
    try:
        staging = create_staging(any_plain_install.admin, any_plain_install.live, plain_restore_id)
    finally:
        any_plain_install.run(
            "postgres", "ALTER SYSTEM RESET log_statement", "SELECT pg_reload_conf()"
        )

    password = str(psycopg.conninfo.conninfo_to_dict(staging.url)["password"])
    assert password not in repr(staging)
    said = next(
        any_plain_install.server.log.parent.rglob("postgresql.log"), any_plain_install.server.log
    )
    text = said.read_text(encoding="utf-8", errors="replace")
    assert f'CREATE ROLE "{staging.role}"' in text
    assert password not in text


def test_made_again_it_is_empty_again(any_plain_install: Install, plain_restore_id: UUID) -> None:
    first = create_staging(any_plain_install.admin, any_plain_install.live, plain_restore_id)
    with psycopg.connect(first.url) as connection:
        connection.execute("CREATE TABLE left_over (x int)")

    second = create_staging(any_plain_install.admin, any_plain_install.live, plain_restore_id)

    with psycopg.connect(second.url) as connection:
        found = connection.execute("SELECT to_regclass('public.left_over')").fetchone()
    assert found == (None,)


def test_two_restores_do_not_meet(any_plain_install: Install, plain_restore_id: UUID) -> None:
    other = uuid4()
    mine = create_staging(any_plain_install.admin, any_plain_install.live, plain_restore_id)
    theirs = create_staging(any_plain_install.admin, any_plain_install.live, other)

    drop_staging(any_plain_install.admin, other)

    assert mine.database != theirs.database
    with psycopg.connect(mine.url):
        pass


def test_dropping_leaves_neither_database_nor_role(
    any_plain_install: Install, plain_restore_id: UUID
) -> None:
    staging = create_staging(any_plain_install.admin, any_plain_install.live, plain_restore_id)
    with psycopg.connect(staging.url):  # somebody still in it
        drop_staging(any_plain_install.admin, plain_restore_id)
    drop_staging(any_plain_install.admin, plain_restore_id)

    assert _left(any_plain_install, plain_restore_id) == (0, 0)


@pytest.mark.parametrize("there", ["only the role", "only the database", "role without membership"])
def test_half_made_ones_are_dropped_too(any_install: Install, restore_id: UUID, there: str) -> None:
    name = staging_name(restore_id)
    with psycopg.connect(any_install.url("postgres"), autocommit=True) as connection:
        if there != "only the database":
            connection.execute(f'CREATE ROLE "{name}"'.encode())
        else:
            connection.execute(f'CREATE DATABASE "{name}"'.encode())

    drop_staging(any_install.admin, restore_id)

    assert _left(any_install, restore_id) == (0, 0)


def test_handed_over_all_belongs_to_kuroibaras_role_and_the_other_is_gone(
    any_install: Install, restore_id: UUID
) -> None:
    staging = create_staging(any_install.admin, any_install.live, restore_id)
    with psycopg.connect(staging.url) as connection:
        connection.execute(schema().encode())
        connection.execute("CREATE TABLE counted (id serial PRIMARY KEY)")
        connection.execute("CREATE SCHEMA more CREATE TABLE thing (x int)")

    hand_over(any_install.admin, any_install.live, restore_id)
    hand_over(any_install.admin, any_install.live, restore_id)

    owners = any_install.ask(
        staging.database,
        "SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class WHERE relnamespace IN"
        " ('public'::regnamespace, 'more'::regnamespace) UNION"
        " SELECT pg_get_userbyid(typowner) FROM pg_type WHERE typname = 'mangatype' UNION"
        " SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = 'more' UNION"
        " SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()",
    )
    assert owners == [(any_install.role,)]
    roles = any_install.ask("postgres", f"SELECT 1 FROM pg_roles WHERE rolname = '{staging.role}'")
    assert roles == []
    with psycopg.connect(any_install.url(staging.database)) as connection:
        connection.execute("SELECT count(*) FROM public.users")


def test_grants_on_tables_are_those_of_the_live_ones(
    any_install: Install, restore_id: UUID
) -> None:
    reader, writer = (f'r"{uuid4().hex[:8]} é' for _ in range(2))
    quoted = [name.replace('"', '""') for name in (reader, writer)]
    any_install.run("postgres", *(f'CREATE ROLE "{name}"' for name in quoted))
    with psycopg.connect(any_install.admin, autocommit=True) as connection:
        for act in (
            'GRANT SELECT ON public.manga TO "{0}" WITH GRANT OPTION',
            'GRANT SELECT, UPDATE ON public.chapter TO "{1}"',
            'GRANT SELECT (id, username) ON public.users TO "{0}"',
            "GRANT SELECT ON public.genre TO PUBLIC",
            'GRANT USAGE, CREATE ON SCHEMA public TO "{1}"',
            'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO "{0}"',
        ):
            connection.execute(act.format(*quoted).encode())
    staging = create_staging(any_install.admin, any_install.live, restore_id)
    with psycopg.connect(staging.url) as connection:
        connection.execute(schema().encode())
        connection.execute("GRANT DELETE ON public.manga TO PUBLIC")

    hand_over(any_install.admin, any_install.live, restore_id)

    told = (
        "SELECT c.relname, a.grantee::regrole::text, privilege_type, is_grantable FROM pg_class c,"
        " aclexplode(relacl) a WHERE relnamespace = 'public'::regnamespace"
        " AND a.grantee <> c.relowner UNION ALL"
        " SELECT t.attname, a.grantee::regrole::text, privilege_type, is_grantable"
        " FROM pg_attribute t, aclexplode(attacl) a UNION ALL"
        " SELECT n.nspname, a.grantee::regrole::text, privilege_type, is_grantable"
        " FROM pg_namespace n, aclexplode(nspacl) a WHERE nspname = 'public' UNION ALL"
        " SELECT 'default', a.grantee::regrole::text, privilege_type, is_grantable"
        " FROM pg_default_acl, aclexplode(defaclacl) a ORDER BY 1, 2, 3, 4"
    )
    assert any_install.ask(staging.database, told) == any_install.ask(any_install.live, told)


def test_any_names_will_do(any_postgres: EmbeddedPostgres, any_template: str) -> None:
    number = uuid4().int % 10**6
    odd = make_install(
        any_postgres,
        any_template,
        plain=True,
        live=hostile_name(number),
        role=hostile_name(number + 1),
    )
    restore_id = uuid4()
    staging = create_staging(odd.admin, odd.live, restore_id)
    with psycopg.connect(staging.url) as connection:
        connection.execute("CREATE TABLE made (x int)")
    hand_over(odd.admin, odd.live, restore_id)

    with psycopg.connect(odd.url(staging.database)) as connection:
        connection.execute("INSERT INTO made VALUES (1)")
    drop_database(odd.admin, staging.database)
    assert _left(odd, restore_id) == (0, 0)


def test_a_server_that_lets_no_new_role_in_is_named_before_anything_is_loaded(
    any_plain_install: Install, plain_restore_id: UUID
) -> None:
    hba = any_plain_install.server.log.parent / "data" / "pg_hba.conf"
    hba = next(p for p in (hba, *hba.parent.parent.rglob("pg_hba.conf")) if p.is_file())
    before = hba.read_bytes()
    name = staging_name(plain_restore_id)
    hba.write_bytes(f"host all {name} all reject\n".encode() + before)
    any_plain_install.run("postgres", "SELECT pg_reload_conf()")
    try:
        with pytest.raises(Refused, match="does not let") as refused:
            create_staging(any_plain_install.admin, any_plain_install.live, plain_restore_id)
    finally:
        hba.write_bytes(before)
        any_plain_install.run("postgres", "SELECT pg_reload_conf()")

    assert refused.value.code == "restore_sign_in"
    assert "pg_hba.conf" in refused.value.remedy


def _left(install: Install, restore_id: UUID) -> tuple[object, ...]:
    name = staging_name(restore_id)
    return install.ask(
        "postgres",
        f"SELECT (SELECT count(*) FROM pg_database WHERE datname = '{name}'),"
        f" (SELECT count(*) FROM pg_roles WHERE rolname = '{name}')",
    )[0]
