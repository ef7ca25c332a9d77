"""What a role lacks for a restore is said beforehand, with the statements that give it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest
from psycopg import conninfo, sql

from kuroibara_backup.database.replace.rights import lacking, require_rights
from kuroibara_backup.database.replace.staging import (
    create_staging,
    drop_staging,
    hand_over,
    kept_name,
    staging_name,
)
from kuroibara_backup.database.replace.swap import swap
from kuroibara_backup.errors import Refused
from tests.support.installs import PASSWORD, Install, hostile_name, make_install

if TYPE_CHECKING:
    from kuroibara_backup.database.embedded import EmbeddedPostgres


def test_a_superuser_and_a_plain_owner_lack_nothing(any_install: Install) -> None:
    assert lacking(any_install.admin, any_install.live) == ()
    require_rights(any_install.admin, any_install.live)


def test_doing_what_is_told_is_enough(any_postgres: EmbeddedPostgres, any_template: str) -> None:
    """The weakest role: it owns nothing, and somebody else's settings lie on the database."""
    number = uuid4().int % 10**6
    install = make_install(
        any_postgres,
        any_template,
        plain=True,
        live=hostile_name(number),
        role=hostile_name(number + 1),
    )
    weak, reader = f'weak " {uuid4().hex[:8]}', f"reader_{uuid4().hex[:8]}"
    weakest, other, name = map(sql.Identifier, (weak, reader, install.live))
    owner = sql.Identifier(install.role)
    install.run(
        "postgres",
        sql.SQL("CREATE ROLE {} LOGIN NOINHERIT PASSWORD {}").format(weakest, PASSWORD),
        sql.SQL("CREATE ROLE {}").format(other),
        sql.SQL("ALTER DATABASE {} SET log_min_duration_statement TO 250").format(name),
        sql.SQL("ALTER DATABASE {} SET my.own TO 'x'").format(name),
        sql.SQL("ALTER ROLE {} IN DATABASE {} SET work_mem TO '5MB'").format(other, name),
        sql.SQL("ALTER ROLE {} NOCREATEDB NOCREATEROLE").format(owner),
    )
    admin = conninfo.make_conninfo(install.admin, user=weak, password=PASSWORD)

    found = lacking(admin, install.live)

    with pytest.raises(Refused) as refused:
        require_rights(admin, install.live)
    assert refused.value.code == "restore_rights"
    statements = [lack.statement for lack in found]
    assert all(statement in refused.value.remedy for statement in statements if statement)
    install.run("postgres", *(text for text in statements if text))
    assert lacking(admin, install.live) == ()
    _restored(admin, install)


def test_a_database_of_the_superuser_can_be_given_away(
    any_postgres: EmbeddedPostgres, any_template: str
) -> None:
    install = make_install(any_postgres, any_template, plain=True)
    install.run("postgres", f'ALTER DATABASE "{install.live}" OWNER TO postgres')

    (found,) = lacking(install.admin, install.live)

    assert found.statement == f'ALTER DATABASE "{install.live}" OWNER TO "{install.role}";'
    install.run("postgres", found.statement)
    _restored(install.admin, install)


def test_tables_of_a_superuser_need_one(any_postgres: EmbeddedPostgres, any_template: str) -> None:
    install = make_install(any_postgres, any_template, plain=True)
    install.run(install.live, "ALTER TABLE public.users OWNER TO postgres")

    (found,) = lacking(install.admin, install.live)

    assert found.statement is None
    with pytest.raises(Refused) as refused:
        require_rights(install.admin, install.live)
    assert refused.value.remedy == "Set BACKUP_ADMIN_URL to a superuser of PostgreSQL."
    _restored(install.as_superuser(install.live), install)
    with psycopg.connect(install.admin) as connection:
        connection.execute("SELECT count(*) FROM public.manga")


def _restored(admin: str, install: Install) -> None:
    restore_id = uuid4()
    staging = create_staging(admin, install.live, restore_id)
    with psycopg.connect(staging.url) as connection:
        connection.execute("CREATE TABLE public.users (id int)")
        connection.execute("CREATE TABLE public.manga (id int)")
    hand_over(admin, install.live, restore_id)
    before = install.ask("postgres", _SETTINGS.format(_literal(install.live)))
    owners = install.ask(install.live, _OWNERS)

    swap(admin, live=install.live, incoming=staging_name(restore_id), kept=kept_name(restore_id))

    assert install.ask("postgres", _SETTINGS.format(_literal(install.live))) == before
    assert install.ask(install.live, _OWNERS) == owners
    drop_staging(admin, restore_id)


_SETTINGS = (
    "SELECT pg_get_userbyid(datdba), setrole::regrole::text, setconfig FROM pg_database d"
    " LEFT JOIN pg_db_role_setting s ON s.setdatabase = d.oid WHERE datname = {} ORDER BY 2"
)
_OWNERS = (
    "SELECT relname, pg_get_userbyid(relowner) FROM pg_class"
    " WHERE relname IN ('users', 'manga') ORDER BY 1"
)


def _literal(text: str) -> str:
    return sql.Literal(text).as_string()
