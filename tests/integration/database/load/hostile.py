"""What a hostile dump may try: each is put into an otherwise genuine dump.

`{marker}` is a path that nobody may be made to write to; `{live}` a database that must live on.
The words are those that the error must have.
"""

from __future__ import annotations

from typing import Final

HOSTILE: Final[dict[str, tuple[str, str]]] = {
    # psql's own commands, on lines of their own and behind statements
    "shell": ("\\! touch {marker}", "command to psql"),
    "shell after a statement": ("SET row_security = off; \\! touch {marker}", "command to psql"),
    "shell within a statement": (
        "CREATE TABLE public.a (\n\\! touch {marker}\n);",
        "command to psql",
    ),
    "shell after connect": ("\\connect kuroibara \\! touch {marker}", "command to psql"),
    "shell after restrict": ("\\restrict a \\! touch {marker}", "command to psql"),
    "backquotes": ("\\set x `touch {marker}`", "command to psql"),
    "backquoted restrict": ("\\restrict `touch {marker}`", "command to psql"),
    "pipe": ("SELECT 1 \\g | touch {marker}", "command to psql"),
    "output": ("\\o {marker}", "command to psql"),
    "include": ("\\i /etc/passwd", "command to psql"),
    "copy of psql": ("\\copy public.genre to program 'touch {marker}'", "command to psql"),
    "gexec": ("SELECT 'DROP TABLE x' \\gexec", "command to psql"),
    "conditional": ("\\if true", "command to psql"),
    "late set": ("\\set ON_ERROR_STOP off", "command to psql"),
    # COPY that is not a table's rows
    "COPY to a program": ("COPY public.genre TO PROGRAM 'touch {marker}';", "COPY"),
    "COPY from a program": ("COPY public.genre FROM PROGRAM 'touch {marker}';", "COPY"),
    "COPY to a file": ("COPY public.genre TO '{marker}';", "COPY"),
    "COPY from a file": ("COPY public.genre FROM '/etc/passwd';", "COPY"),
    "COPY of a query": ("COPY (SELECT pg_read_file('/etc/passwd')) TO stdout;", "COPY"),
    "COPY with options": ("COPY public.genre FROM stdin WITH (FORMAT csv);\n\\.", "COPY"),
    "COPY with a condition": (
        "COPY public.genre FROM stdin WHERE pg_sleep(1) IS NULL;\n\\.",
        "COPY",
    ),
    "COPY into the catalogue": ("COPY pg_catalog.pg_proc FROM stdin;\n\\.", "schema other than"),
    "COPY without a schema": ("COPY pg_authid FROM stdin;\n\\.", "schema other than"),
    "COPY into another's table": ("COPY public.elsewhere FROM stdin;\n\\.", "did not make"),
    "COPY and more on its line": (
        "COPY public.author FROM stdin; SELECT pg_sleep(9);\n\\.",
        "on its line",
    ),
    # ends of the transaction
    "commit and drop": ("COMMIT; DROP DATABASE {live};", "COMMIT"),
    "commit": ("COMMIT;", "COMMIT"),
    "end": ("END;", "END"),
    "rollback": ("ROLLBACK;", "ROLLBACK"),
    "begin again": ("BEGIN;", "BEGIN"),
    "start": ("START TRANSACTION;", "START"),
    "savepoint": ("SAVEPOINT s;", "SAVEPOINT"),
    "prepared": ("PREPARE TRANSACTION 'x';", "PREPARE"),
    # code that would run later
    "SQL function": (
        "CREATE FUNCTION public.f() RETURNS integer LANGUAGE sql AS 'SELECT 1';",
        "CREATE FUNCTION",
    ),
    "dollar-quoted function": (
        (
            "CREATE OR REPLACE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS $_$ BEGIN"
            " DELETE FROM users; RETURN NEW; END $_$;"
        ),
        "CREATE OR REPLACE FUNCTION",
    ),
    "atomic function": (
        (
            "CREATE FUNCTION public.f() RETURNS integer LANGUAGE sql\n"
            "    BEGIN ATOMIC\n SELECT 1;\n SELECT 2;\nEND;"
        ),
        "CREATE FUNCTION",
    ),
    "procedure": (
        "CREATE PROCEDURE public.p() LANGUAGE sql AS 'SELECT 1';",
        "CREATE PROCEDURE",
    ),
    "aggregate": (
        "CREATE AGGREGATE public.a(integer) (sfunc = int4pl, stype = integer);",
        "AGGREG",
    ),
    "trigger": (
        (
            "CREATE TRIGGER t BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION"
            " suppress_redundant_updates_trigger();"
        ),
        "CREATE TRIGGER",
    ),
    "constraint trigger": (
        (
            "CREATE CONSTRAINT TRIGGER t AFTER UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION"
            " suppress_redundant_updates_trigger();"
        ),
        "CREATE CONSTRAINT TRIGGER",
    ),
    "triggers off": ("ALTER TABLE public.users DISABLE TRIGGER ALL;", "ALTER TABLE"),
    "event trigger": (
        "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION public.f();",
        "CREATE EVENT TRIGGER",
    ),
    "rule": (
        "CREATE RULE r AS ON UPDATE TO public.users DO ALSO (DELETE FROM public.page; SELECT 1);",
        "CREATE RULE",
    ),
    "policy": ("CREATE POLICY p ON public.users USING (true);", "CREATE POLICY"),
    "row security": ("ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;", "ALTER TABLE"),
    "view": ("CREATE VIEW public.v AS SELECT 1;", "CREATE VIEW"),
    "materialized view": (
        "CREATE MATERIALIZED VIEW public.v AS SELECT pg_sleep(9);",
        "CREATE MATERIALIZED VIEW",
    ),
    "anonymous block": ("DO $$ BEGIN PERFORM pg_sleep(9); END $$;", "DO"),
    "anonymous block in plain quotes": ("DO 'BEGIN PERFORM pg_sleep(9); END';", "DO"),
    "call": ("CALL public.p();", "CALL"),
    "cast": ("CREATE CAST (integer AS public.mangatype) WITH INOUT AS IMPLICIT;", "CREATE CAST"),
    "operator": (
        "CREATE OPERATOR public.= (LEFTARG = text, RIGHTARG = uuid, FUNCTION = texteq);",
        "CREATE OPERATOR",
    ),
    "operator class": (
        "CREATE OPERATOR CLASS public.o FOR TYPE text USING btree AS STORAGE text;",
        "CREATE OPERATOR",
    ),
    "domain": (
        "CREATE DOMAIN public.d AS text CHECK (pg_read_file(VALUE) IS NULL);",
        "CREATE DOMAIN",
    ),
    "composite type": ("CREATE TYPE public.c AS (a integer);", "no enum"),
    "range type": ("CREATE TYPE public.r AS RANGE (subtype = text);", "no enum"),
    "shell type": ("CREATE TYPE public.s;", "no enum"),
    "collation": ("CREATE COLLATION public.c (locale = 'C');", "CREATE COLLATION"),
    "conversion": (
        "CREATE CONVERSION public.c FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;",
        "CREATE CONVERSION",
    ),
    "language": ("CREATE TRUSTED LANGUAGE plevil HANDLER public.f;", "LANGUAGE"),
    "foreign server": ("CREATE SERVER s FOREIGN DATA WRAPPER w;", "CREATE SERVER"),
    "foreign table": ("CREATE FOREIGN TABLE public.t (a text) SERVER s;", "CREATE FOREIGN TABLE"),
    "extension": ("CREATE EXTENSION IF NOT EXISTS dblink WITH SCHEMA public;", "CREATE EXTENSION"),
    "extension of languages": ("CREATE EXTENSION plpython3u;", "CREATE EXTENSION"),
    "schema": ("CREATE SCHEMA evil;", "CREATE SCHEMA"),
    "schema with things in it": (
        "CREATE SCHEMA public CREATE VIEW v AS SELECT 1;",
        "CREATE SCHEMA",
    ),
    "statistics": (
        "CREATE STATISTICS public.s ON id, name FROM public.genre;",
        "CREATE STATISTICS",
    ),
    # what computes within a table
    "default reads a file": (
        (
            "ALTER TABLE ONLY public.genre ALTER COLUMN name SET DEFAULT"
            " query_to_xml('select pg_read_file(''/etc/passwd'')', true, false, '')::text;"
        ),
        "more than the list allows",
    ),
    "default of a new table": (
        "CREATE TABLE public.a (b text DEFAULT pg_read_file('/etc/passwd'));",
        "more than the list allows",
    ),
    "default in another schema": (
        "CREATE TABLE public.a (b text DEFAULT pg_catalog.version());",
        "more than the list allows",
    ),
    "default in a quoted name": (
        "CREATE TABLE public.a (b text DEFAULT \"pg_read_file\"('/etc/passwd'));",
        "not on the list",
    ),
    "default by a query": (
        "CREATE TABLE public.a (b text DEFAULT (SELECT 'x'));",
        "more than the list allows",
    ),
    "default by a foreign sequence": (
        "CREATE TABLE public.a (b integer DEFAULT nextval('elsewhere.s'::regclass));",
        "schema other than",
    ),
    "check reads a file": (
        (
            "ALTER TABLE ONLY public.genre ADD CONSTRAINT c CHECK"
            " ((query_to_xml('select pg_read_file(''/etc/passwd'')', true, false, '')"
            " IS NOT NULL));"
        ),
        "calls a function",
    ),
    "check in a new table": (
        "CREATE TABLE public.a (b text, CONSTRAINT c CHECK ((pg_ls_dir(b) IS NULL)));",
        "calls a function",
    ),
    "check with an operator of somebody's": (
        "CREATE TABLE public.a (b text, CONSTRAINT c CHECK ((b OPERATOR(public.=) b)));",
        "not on the list",
    ),
    "check by an attribute": (
        "CREATE TABLE public.a (b text, CONSTRAINT c CHECK (((a).pg_typeof IS NULL)));",
        "not on the list",
    ),
    "check with a type that opens files": (
        "CREATE TABLE public.a (b text, CONSTRAINT c CHECK ((b = ('x'::regconfig)::text)));",
        "type that is not on the list",
    ),
    "check nested without end": (
        f"CREATE TABLE public.a (b text, CONSTRAINT c CHECK ({'(' * 5000}b{')' * 5000}));",
        "nested too deeply",
    ),
    "computed column": (
        "CREATE TABLE public.a (b text, c text GENERATED ALWAYS AS (b) STORED);",
        "computed",
    ),
    "index on an expression": (
        "CREATE INDEX i ON public.genre USING btree (lower((name)::text));",
        "expression",
    ),
    "index on a hidden expression": (
        "CREATE INDEX i ON public.genre USING btree (((name)::text));",
        "expression",
    ),
    "index with a condition that calls": (
        "CREATE INDEX i ON public.genre USING btree (name) WHERE (pg_sleep((9)) IS NULL);",
        "calls a function",
    ),
    "index with another's operators": (
        "CREATE INDEX i ON public.genre USING btree (name public.evil_ops);",
        "operator class",
    ),
    "exclusion": (
        "ALTER TABLE ONLY public.genre ADD CONSTRAINT c EXCLUDE USING gist (name WITH =);",
        "no key and no check",
    ),
    "column of a pseudo type": ("CREATE TABLE public.a (b regproc);", "type that is not"),
    "column of another's type": ("CREATE TABLE public.a (b public.evil);", "no enum of the dump"),
    "table like another": ("CREATE TABLE public.a (LIKE public.users INCLUDING ALL);", "TABLE"),
    "table of a query": ("CREATE TABLE public.a AS SELECT pg_sleep(9);", "CREATE TABLE"),
    "table that inherits": ("CREATE TABLE public.a () INHERITS (public.users);", "inherits"),
    "table of partitions": ("CREATE TABLE public.a (b int4) PARTITION BY LIST (b);", "TABLE"),
    "partition": (
        "ALTER TABLE ONLY public.users ATTACH PARTITION public.page DEFAULT;",
        "ALTER TABLE",
    ),
    "temporary table": ("CREATE TEMP TABLE a (b integer);", "CREATE TEMP TABLE"),
    "another schema": ("CREATE TABLE pg_catalog.a (b integer);", "schema other than"),
    "two actions at once": (
        "ALTER TABLE public.genre ALTER COLUMN name SET NOT NULL, OWNER TO postgres;",
        "ALTER TABLE",
    ),
    "change of a column's type": (
        "ALTER TABLE public.genre ALTER COLUMN name TYPE text USING pg_read_file(name);",
        "ALTER TABLE",
    ),
    "a value more": ("ALTER TYPE public.mangatype ADD VALUE 'X';", "ALTER TYPE"),
    # statements with rights
    "a read of a file": ("SELECT pg_read_file('/etc/passwd');", "SELECT"),
    "a large object": ("SELECT pg_catalog.lo_import('/etc/passwd');", "SELECT"),
    "another search path": (
        "SELECT pg_catalog.set_config('search_path', 'evil', false);",
        "SELECT",
    ),
    "another setting by function": (
        "SELECT pg_catalog.set_config('session_replication_role', 'replica', false);",
        "SELECT",
    ),
    "setval of another's": (
        "SELECT pg_catalog.setval('elsewhere.s', 1, true);",
        "schema other than",
    ),
    "setval of a query": (
        "SELECT pg_catalog.setval('public.s', (SELECT 1), true);",
        "did not make",
    ),
    "insert": ("INSERT INTO public.genre VALUES (1);", "INSERT"),
    "update": ("UPDATE public.users SET is_superuser = true;", "UPDATE"),
    "delete": ("DELETE FROM public.users;", "DELETE"),
    "truncate": ("TRUNCATE public.users;", "TRUNCATE"),
    "with": ("WITH a AS (DELETE FROM public.users) SELECT 1;", "WITH"),
    "values": ("VALUES (pg_sleep(9));", "VALUES"),
    "explain": ("EXPLAIN ANALYZE SELECT pg_sleep(9);", "EXPLAIN"),
    "prepare": ("PREPARE a AS SELECT 1;", "PREPARE"),
    "role": ("SET ROLE postgres;", "SET ROLE"),
    "session": ("SET SESSION AUTHORIZATION 'postgres';", "SET SESSION"),
    "replica": ("SET session_replication_role = replica;", "SET"),
    "preloaded": ("SET session_preload_libraries = 'evil';", "SET"),
    "backslashes in quotes": ("SET standard_conforming_strings = off;", "SET"),
    "another encoding": ("SET client_encoding = 'SJIS';", "SET"),
    "reset": ("RESET ALL;", "RESET"),
    "load": ("LOAD 'evil';", "LOAD"),
    "system": ("ALTER SYSTEM SET archive_command = 'touch {marker}';", "ALTER SYSTEM"),
    "a role": ("CREATE ROLE evil SUPERUSER;", "CREATE ROLE"),
    "superuser": ("ALTER ROLE CURRENT_USER SUPERUSER;", "ALTER ROLE"),
    "tablespace": ("CREATE TABLESPACE t LOCATION '/tmp';", "CREATE TABLESPACE"),
    "notify": ("NOTIFY procrastinate_any_queue;", "NOTIFY"),
    "lock": ("LOCK TABLE public.users;", "LOCK"),
    "vacuum": ("VACUUM;", "VACUUM"),
    "discard": ("DISCARD ALL;", "DISCARD"),
    # tricks of writing
    "escaped quote": (
        "COMMENT ON TABLE public.genre IS E'\\'; DROP TABLE public.users; --';",
        "prefix",
    ),
    "quote that is not escaped": (
        "COMMENT ON TABLE public.genre IS 'a\\'; DO $$ BEGIN END $$; --';",
        "two statements",
    ),
    "unicode text": ("COMMENT ON TABLE public.genre IS U&'\\0027; DROP';", "prefix"),
    "unicode name": ('CREATE TABLE public.U&"\\0061" (b integer);', "prefix"),
    "bits": ("CREATE TABLE public.a (b bit(3) DEFAULT B'101');", "prefix"),
    "joined texts": (
        "COMMENT ON TABLE public.genre IS 'a'\n 'b';",
        "COMMENT",
    ),
    "comment in a statement": ("CREATE TABLE public.a (b integer /* ; */);", "comment"),
    "line comment in a statement": ("CREATE TABLE public.a ( -- );\n b integer);", "comment"),
    "comment that nests": ("CREATE /* /* */ FUNCTION */ TABLE public.a (b integer);", "comment"),
    "operator that holds a comment": (
        "CREATE TABLE public.a (b integer, CONSTRAINT c CHECK ((b <--1\n 1)));",
        "comment",
    ),
    "dollar text": ("COMMENT ON TABLE public.genre IS $$a$$;", "dollar"),
    "dollar in a name": ("CREATE TABLE public.a$$b$$ (c integer);", "prefix"),
    "parameter": ("CREATE TABLE public.a (b integer DEFAULT $1);", "dollar"),
    "two on a line": (
        "CREATE TABLE public.a (b integer); CREATE TABLE public.c (d integer);",
        "two statements",
    ),
    "name too long": (f'CREATE TABLE public."{"a" * 64}" (b integer);', "longer"),
    "name that looks like a function": (
        'CREATE TABLE public.a (b text, CONSTRAINT c CHECK (("now"() IS NULL)));',
        "calls a function",
    ),
    "no statement at all": (";", "unknown kind"),
    "only a name": ('"DO" $$ $$;', "dollar"),
    "number and letters": ("CREATE TABLE public.a (b integer DEFAULT 1x);", "not on the list"),
}
