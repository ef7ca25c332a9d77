"""The second barrier: what PostgreSQL's own catalogue shows, however it came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from kuroibara_backup.database.load import (
    EXTENSIONS,
    DumpRefused,
    ExtensionMissing,
    ForeignObjects,
    extensions_named,
    load,
    prepare_extensions,
    refuse_foreign_objects,
)
from kuroibara_backup.database.load.catalogue import examine
from tests.support.loading import essence, new_target, pg_dump
from tests.support.postgres import drop_database, execute, make_database, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kuroibara_backup.database.embedded import EmbeddedPostgres

BASE = (
    "CREATE TYPE kind AS ENUM ('a')",
    "CREATE TABLE base (id serial PRIMARY KEY, name text, k kind, CHECK (name <> ''))",
    "CREATE TABLE child (id integer REFERENCES base DEFERRABLE, UNIQUE (id) DEFERRABLE)",
)
FOREIGN = {
    "a function": "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT 1'",
    "a procedure": "CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1'",
    "a trigger": "CREATE TRIGGER t BEFORE UPDATE ON base FOR EACH ROW"
    " EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "a rule": "CREATE RULE r AS ON UPDATE TO base DO ALSO NOTHING",
    "a view": "CREATE VIEW v AS SELECT 1",
    "a materialized view": "CREATE MATERIALIZED VIEW v AS SELECT 1",
    "a policy": "CREATE POLICY p ON base USING (true)",
    "row security": "ALTER TABLE base ENABLE ROW LEVEL SECURITY",
    "a cast": "CREATE CAST (integer AS kind) WITH INOUT AS IMPLICIT",
    "an operator": "CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq)",
    "a domain": "CREATE DOMAIN d AS text",
    "a composite type": "CREATE TYPE c AS (a integer)",
    "a range type": "CREATE TYPE r AS RANGE (subtype = text)",
    "a shell type": "CREATE TYPE s",
    "a collation": "CREATE COLLATION c (locale = 'C')",
    "a schema": "CREATE SCHEMA other",
    "a table in a schema": "CREATE SCHEMA other CREATE TABLE t (a integer)",
    "a foreign server": "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w",
    "a publication": "CREATE PUBLICATION p",
    "statistics": "CREATE STATISTICS s ON id, name FROM base",
    "a text search configuration": "CREATE TEXT SEARCH CONFIGURATION c (COPY = simple)",
    "default rights": "ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC",
    "a large object": "SELECT lo_create(0)",
    "an event trigger": "CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
    " CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION e()",
    "a partitioned table": "CREATE TABLE p (a integer) PARTITION BY LIST (a)",
    "a table that inherits": "CREATE TABLE p () INHERITS (base)",
    "a computed column": "ALTER TABLE base ADD c text GENERATED ALWAYS AS (name) STORED",
    "an exclusion": "ALTER TABLE base ADD EXCLUDE USING btree (name WITH =)",
    "a default that calls": "ALTER TABLE base ALTER name SET DEFAULT pg_read_file('/etc/passwd')",
    "a default by query": "ALTER TABLE base ALTER name SET DEFAULT"
    " query_to_xml('select 1', true, false, '')::text",
    "a check that calls": "ALTER TABLE base ADD CHECK (pg_sleep(0) IS NULL)",
    "a check with its own operator": "CREATE FUNCTION f(text, text) RETURNS boolean LANGUAGE sql"
    " AS 'SELECT true'; CREATE OPERATOR = (LEFTARG = text, RIGHTARG = text, FUNCTION = f);"
    " ALTER TABLE base ADD CHECK (name OPERATOR(public.=) name)",
    "an index on an expression": "CREATE INDEX i ON base (lower(name))",
    "an index with a call": "CREATE INDEX i ON base (name) WHERE length(name) > 1",
}


@pytest.fixture(scope="module")
def base(servers: Mapping[str, EmbeddedPostgres]) -> dict[str, str]:
    found = {}
    for major, server in servers.items():
        found[major] = make_database(server)
        execute(server.url(found[major]), *BASE)
    return found


@pytest.fixture(params=["15", "18"])
def url(
    servers: Mapping[str, EmbeddedPostgres], base: dict[str, str], request: pytest.FixtureRequest
) -> Iterator[str]:
    if request.param not in servers:
        pytest.skip("this version is not installed")
    server = servers[request.param]
    name = make_database(server, base[request.param])
    yield server.url(name)
    drop_database(server, name)


def test_plain_tables_pass(servers: Mapping[str, EmbeddedPostgres], base: dict[str, str]) -> None:
    for major, server in servers.items():
        refuse_foreign_objects(server.url(base[major]))


def test_each_foreign_object_is_found(url: str) -> None:
    unseen = []
    with psycopg.connect(url) as connection:
        for what, statement in FOREIGN.items():
            connection.execute(statement.encode())
            try:
                examine(connection)
                unseen.append(what)
            except ForeignObjects:
                pass
            connection.rollback()
        examine(connection)
    assert unseen == []


def test_what_is_found_is_said_and_refused(url: str) -> None:
    execute(url, "CREATE VIEW v AS SELECT 1")
    with pytest.raises(ForeignObjects, match="holds a rule or view") as caught:
        refuse_foreign_objects(url)
    assert caught.value.code == "foreign_objects"
    assert caught.value.remedy


def test_extensions_of_the_list_are_made_beforehand_and_kept_out_of_the_check(
    postgres: EmbeddedPostgres,
) -> None:
    name = make_database(postgres)
    execute(
        postgres.url(name),
        "CREATE EXTENSION pg_trgm",
        "CREATE TABLE t (name text)",
        "CREATE INDEX i ON t USING gin (name gin_trgm_ops)",
    )
    dump = pg_dump(postgres, postgres.url(name))
    drop_database(postgres, name)
    pieces = (dump[at : at + 100] for at in range(0, len(dump), 100))
    assert extensions_named(pieces) == ("pg_trgm",)
    assert next(pieces, None) is not None, "read further than it had to"
    with new_target(postgres, "throw-away role") as new:
        with pytest.raises(ExtensionMissing, match="pg_trgm") as caught:
            load([dump], new.url)
        assert caught.value.code == "extension_missing"
        assert new.is_empty
        prepare_extensions(new.admin_url, ["pg_trgm"])
        loaded = load([dump], new.url)
        assert "2 statements about an extension: it has been made already." in loaded.skipped
        assert essence(pg_dump(postgres, new.admin_url)) == essence(dump)
        refuse_foreign_objects(new.url)


def test_no_other_extension_is_made(postgres: EmbeddedPostgres) -> None:
    assert "dblink" not in EXTENSIONS
    with new_target(postgres) as new:
        with pytest.raises(DumpRefused):
            prepare_extensions(new.url, ["pg_trgm", "dblink"])
        with pytest.raises(ExtensionMissing):
            # Allowed, but the wheel of the tests does not bring it.
            prepare_extensions(new.url, ["pg_trgm", "pgcrypto"])
        assert new.is_empty
        assert rows(new.url, "SELECT count(*) FROM pg_extension") == [(1,)]
