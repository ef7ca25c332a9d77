"""What may be run, what is skipped, what is refused, without a server."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuroibara_backup.database.load.kinds import kind_of
from kuroibara_backup.database.load.statements import Judge, Needs, Run, Skip
from kuroibara_backup.database.load.tokens import Unlisted, rendered, tokens


def judge() -> Judge:
    new = Judge()
    new.statement("CREATE TYPE public.kind AS ENUM ('a', 'b''c');")
    new.statement("CREATE TABLE public.t (id integer NOT NULL, name text);")
    new.statement("CREATE SEQUENCE public.s START WITH 1 INCREMENT BY 1 NO MAXVALUE CACHE 1;")
    return new


RUN = [
    "CREATE TABLE public.a (\n);",
    "CREATE UNLOGGED TABLE public.a (b integer);",
    "CREATE TABLE public.a (b public.kind DEFAULT 'a'::public.kind, c public.kind[]);",
    "CREATE TABLE public.a (b timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP(3) NOT NULL);",
    'CREATE TABLE public."table" ("select" "char", type text COLLATE pg_catalog."C");',
    "CREATE TABLE public.a (b numeric(10,-2) DEFAULT '-1.5'::numeric, c bit varying(3));",
    "CREATE TABLE public.a (b text[] DEFAULT '{}'::text[], c text DEFAULT (now())::text);",
    "CREATE TABLE public.a (b integer CONSTRAINT n NOT NULL, CONSTRAINT m NOT NULL b);",
    "CREATE TABLE public.a (b integer DEFAULT nextval('public.s'::regclass) NOT NULL);",
    "CREATE TABLE public.a (b integer) WITH (fillfactor='70', toast.autovacuum_enabled='false');",
    (
        "CREATE TABLE public.a (b text, CONSTRAINT c CHECK (((b)::text = ANY ((ARRAY['x'::"
        "character varying, 'y'::character varying])::text[]))));"
    ),
    (
        "CREATE TABLE public.a (b boolean, c real, CONSTRAINT d CHECK (((NOT b) OR ((c >= (0)::"
        "double precision) AND (c IS DISTINCT FROM '1'::real) AND (c IS NOT NULL)))) NO INHERIT);"
    ),
    "CREATE SEQUENCE public.q AS smallint START WITH -1 INCREMENT BY -1 MINVALUE -9 CYCLE;",
    "ALTER SEQUENCE public.s OWNED BY public.t.id;",
    "SELECT pg_catalog.setval('public.s', 12, true);",
    "ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT nextval('public.s'::regclass);",
    (
        "ALTER TABLE public.t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY ("
        " SEQUENCE NAME public.i START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);"
    ),
    "ALTER TABLE ONLY public.t ALTER COLUMN name SET STORAGE EXTERNAL;",
    "ALTER TABLE ONLY public.t ALTER COLUMN name SET COMPRESSION lz4;",
    "ALTER TABLE ONLY public.t ADD CONSTRAINT k PRIMARY KEY (id) INCLUDE (name);",
    "ALTER TABLE ONLY public.t ADD CONSTRAINT k UNIQUE NULLS NOT DISTINCT (id, name) DEFERRABLE;",
    (
        "ALTER TABLE ONLY public.t ADD CONSTRAINT k FOREIGN KEY (id) REFERENCES public.t(id) MATCH"
        " FULL ON UPDATE CASCADE ON DELETE SET NULL (id) DEFERRABLE INITIALLY DEFERRED NOT VALID;"
    ),
    "ALTER TABLE public.t ADD CONSTRAINT k CHECK ((id > 0)) NOT VALID;",
    "ALTER TABLE public.t ADD CONSTRAINT k NOT NULL name NOT VALID;",
    "CREATE UNIQUE INDEX i ON public.t USING btree (id DESC NULLS LAST, name text_pattern_ops);",
    "CREATE INDEX i ON public.t USING gin (name public.gin_trgm_ops) WITH (fastupdate=off);",
    (
        'CREATE INDEX i ON public.t USING btree (name COLLATE "C") INCLUDE (id) NULLS NOT DISTINCT'
        " WHERE (name IS NOT NULL);"
    ),
    "CREATE INDEX i ON public.t USING btree (id) WHERE name;",
    "COMMENT ON TABLE public.t IS 'a''b\\c';",
    "COMMENT ON COLUMN public.t.name IS NULL;",
]
SKIPPED = {
    "DROP TABLE IF EXISTS public.t;": Skip.DROP,
    "ALTER TABLE IF EXISTS ONLY public.t DROP CONSTRAINT IF EXISTS k;": Skip.DROP,
    "ALTER TABLE IF EXISTS public.t ALTER COLUMN id DROP DEFAULT;": Skip.DROP,
    "DROP DATABASE IF EXISTS kuroibara;": Skip.DATABASE,
    "CREATE DATABASE x WITH TEMPLATE = template0 ENCODING = 'UTF8' LOCALE = 'C';": Skip.DATABASE,
    "ALTER DATABASE x OWNER TO y;": Skip.DATABASE,
    "COMMENT ON DATABASE x IS 'y';": Skip.DATABASE,
    "ALTER TABLE public.t OWNER TO x;": Skip.OWNER,
    "ALTER TABLE public.s OWNER TO x;": Skip.OWNER,
    'ALTER TYPE public.kind OWNER TO "X y";': Skip.OWNER,
    "ALTER SCHEMA public OWNER TO x;": Skip.OWNER,
    "GRANT SELECT ON TABLE public.t TO x;": Skip.RIGHTS,
    "REVOKE USAGE ON SCHEMA public FROM PUBLIC;": Skip.RIGHTS,
    "ALTER DEFAULT PRIVILEGES FOR ROLE x IN SCHEMA public GRANT ALL ON TABLES TO y;": Skip.RIGHTS,
    "SET transaction_timeout = 0;": Skip.SETTING,
    "SET default_tablespace = fast;": Skip.TABLESPACE,
    "ALTER TABLE ONLY public.t ALTER COLUMN id SET (pg_attver=1);": Skip.COLUMN,
    "ALTER TABLE ONLY public.t ALTER COLUMN id SET STATISTICS 100;": Skip.COLUMN,
    "ALTER INDEX public.i ALTER COLUMN 1 SET STATISTICS 100;": Skip.COLUMN,
    "CREATE SCHEMA public;": Skip.SCHEMA,
    "COMMENT ON SCHEMA public IS 'standard public schema';": Skip.SCHEMA,
    "COMMENT ON EXTENSION pg_trgm IS 'x';": Skip.EXTENSION,
    "CREATE PUBLICATION p FOR ALL TABLES;": Skip.REPLICATION,
    "ALTER TABLE public.t CLUSTER ON k;": Skip.REPLICATION,
}


@pytest.mark.parametrize("statement", RUN)
def test_what_tables_are_made_of_is_run_as_it_was_understood(statement: str) -> None:
    verdict = judge().statement(statement)
    assert isinstance(verdict, Run)
    assert tokens(verdict.text.decode()) == tokens(statement)[:-1]


@pytest.mark.parametrize("statement", SKIPPED)
def test_what_has_no_place_in_a_new_database_is_skipped(statement: str) -> None:
    assert judge().statement(statement) is SKIPPED[statement]


@pytest.mark.parametrize(
    "statement",
    [
        "SET statement_timeout = 0;",
        "SET client_encoding = 'UTF8';",
        "SET default_tablespace = '';",
        "SELECT pg_catalog.set_config('search_path', '', false);",
    ],
)
def test_settings_of_the_list_are_the_loaders_own(statement: str) -> None:
    assert judge().statement(statement) is None


def test_an_extension_is_asked_for_by_name() -> None:
    statement = 'CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;'
    assert judge().statement(statement) == Needs("uuid-ossp")


def test_copy_goes_into_tables_of_the_dump_only() -> None:
    assert judge().copy("COPY public.t (id, name) FROM stdin;") == (
        b"copy public . t ( id , name ) from stdin",
        "public.t",
    )
    for statement in ("COPY public.u FROM stdin;", "COPY t FROM stdin;", "COPY public.t TO stdin;"):
        with pytest.raises(Unlisted, match="COPY"):
            judge().copy(statement)


def test_the_kind_of_a_statement_holds_nothing_of_the_dump() -> None:
    assert kind_of("CREATE OR REPLACE FUNCTION public.f() …") == "CREATE OR REPLACE FUNCTION"
    assert kind_of("DO $$") == "DO"
    assert kind_of("Sehr geehrte Damen") == "a statement of an unknown kind"
    assert kind_of('CREATE "TABLE"') == "CREATE"


WORDS = sorted(
    {token.sql for statement in [*RUN, *SKIPPED] for token in tokens(statement)}
    | {"pg_sleep", "select", "do", "public.evil", "\\!", "E'x'", "--", "$$", "'x'", "::", "9"}
)


@settings(max_examples=300)
@given(st.sampled_from([*RUN, *SKIPPED]), st.data())
def test_a_statement_with_other_words_in_it_is_understood_or_refused(
    statement: str, data: st.DataObject
) -> None:
    words = [token.sql for token in tokens(statement)]
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(words) - 1))
        words[at : at + data.draw(st.integers(0, 2))] = data.draw(
            st.lists(st.sampled_from(WORDS), max_size=2)
        )
        words = words or [";"]
    text = " ".join(words)
    try:
        verdict = judge().statement(text)
    except Unlisted:
        return
    if isinstance(verdict, Run):
        again = judge().statement(verdict.text.decode() + ";")
        assert again == verdict
        assert rendered(tokens(verdict.text.decode())) == verdict.text.decode()
        assert "pg_sleep (" not in verdict.text.decode()
