from __future__ import annotations

import gzip
import os
import subprocess
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest

from kuroibara_backup.archive.spool import spool_dump
from kuroibara_backup.database.dump import DatabaseFacts, dump, dump_command
from kuroibara_backup.database.tools import PgDump, choose, installed, parse_version
from kuroibara_backup.errors import Cancelled, NoConnection, Refused
from tests.support.postgres import (
    drop_database,
    everything,
    execute,
    make_database,
    psql,
    rows,
)
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuroibara_backup.database.embedded import EmbeddedPostgres

TOOLS = installed()


def archived(url: str, folder: Path) -> tuple[bytes, DatabaseFacts]:
    """database.sql as a backup holds it, and what was said of the database."""
    with dump(url, TOOLS) as running, spool_dump(running.chunks(), folder) as spooled:
        assert spooled.facts.complete
        assert spooled.facts.rows == running.facts.rows
        assert running.warnings == ()
        spooled.file.seek(0)
        return gzip.decompress(spooled.file.read()), running.facts


def fill(url: str, count: int = 50) -> None:
    execute(
        url,
        "INSERT INTO genre (name, description, id) SELECT 'g' || n,"
        " E'tab\\there, back\\\\slash, line\\nbreak, \\\\., quote '' and é 日本', gen_random_uuid()"
        f" FROM generate_series(1, {count}) n",
        "INSERT INTO manga (title, type, status, is_nsfw, id, cover_image, alternative_titles)"
        " SELECT 'm' || n, 'MANGA', 'ONGOING', false, gen_random_uuid(),"
        " CASE WHEN n % 2 = 0 THEN '/app/storage/manga/' || n || '/cover.jpg' WHEN n % 3 = 0"
        " THEN 'https://example.org/c.jpg' END, '{\"en\": [\"a\\\\b\", null]}'"
        f" FROM generate_series(1, {count}) n",
        "INSERT INTO chapter (manga_id, number, language, download_status, file_path, id)"
        " SELECT id, '1', 'en', 'done', '/app/storage/' || id, gen_random_uuid() FROM manga",
    )


@pytest.mark.parametrize("target", ["empty", "itself, changed meanwhile"])
def test_psql_brings_back_every_row_by_hand(
    any_postgres: EmbeddedPostgres, any_sample_database: str, tmp_path: Path, target: str
) -> None:
    fill(any_sample_database)
    before = everything(any_sample_database)
    text, _facts = archived(any_sample_database, tmp_path)
    if target == "empty":
        name = make_database(any_postgres)
        url = any_postgres.url(name)
    else:
        url = any_sample_database
        execute(
            url,
            "DELETE FROM reading_list_manga",
            "UPDATE manga SET title = 'x'",
            "TRUNCATE bookmark, page",
            "DROP TABLE chapter_metadata",
        )
    done = psql(any_postgres, url, text)
    assert (done.returncode, done.stderr) == (0, b"")
    assert everything(url) == before
    if target == "empty":
        drop_database(any_postgres, name)


def test_a_dump_that_does_not_fit_changes_nothing(
    any_postgres: EmbeddedPostgres, any_database: str, tmp_path: Path
) -> None:
    fill(any_database)
    text, _facts = archived(any_database, tmp_path)
    execute(any_database, "CREATE TABLE newer (m uuid REFERENCES manga (id))")
    before = everything(any_database)
    assert psql(any_postgres, any_database, text).returncode != 0
    assert everything(any_database) == before


@pytest.mark.parametrize(
    ("newer", "named"),
    [
        ("CREATE TABLE reader (id integer)", "reader.id"),
        ('ALTER TABLE manga ADD COLUMN "it\'s ä column" text', 'manga."it\'s ä column"'),
    ],
)
def test_psql_refuses_a_newer_database_and_changes_nothing(
    any_postgres: EmbeddedPostgres, any_database: str, tmp_path: Path, newer: str, named: str
) -> None:
    fill(any_database)
    text, _facts = archived(any_database, tmp_path)
    execute(any_database, newer, "UPDATE manga SET title = 'changed since'")
    before = everything(any_database)
    done = psql(any_postgres, any_database, text)
    assert done.returncode != 0
    assert "this database is newer than the backup" in done.stderr.decode()
    assert named in done.stderr.decode()
    assert everything(any_database) == before


def test_names_that_hold_quotes_and_backslashes_keep_the_guard_whole(
    any_postgres: EmbeddedPostgres, any_database: str, tmp_path: Path
) -> None:
    execute(any_database, """CREATE TABLE "o'dd \\ $kuroibara_guard_ $$" ("c'o\\l" integer)""")
    text, _facts = archived(any_database, tmp_path)
    done = psql(any_postgres, any_database, text)
    assert (done.returncode, done.stderr) == (0, b"")


def test_facts_and_rows_are_of_one_moment_while_others_write(database: str, tmp_path: Path) -> None:
    fill(database, 200)
    stopping = threading.Event()
    inserted = 0

    def keep_writing() -> None:
        nonlocal inserted
        with psycopg.connect(database, autocommit=True) as connection:
            while not stopping.is_set():
                connection.execute(
                    "INSERT INTO genre (name, id) VALUES (gen_random_uuid()::text, %s)", (uuid4(),)
                )
                connection.execute(
                    "INSERT INTO author (name, id) SELECT name, id FROM genre"
                    " ORDER BY created_at DESC LIMIT 1"
                )
                inserted += 1

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        for _round in range(5):
            seen = inserted
            while inserted == seen:
                time.sleep(0.001)
            with dump(database, TOOLS) as running:
                chunks = running.chunks()
                first = next(chunks)
                reached = inserted
                while inserted < reached + 20:
                    time.sleep(0.001)
                with spool_dump([first, *chunks], tmp_path) as spooled:
                    assert spooled.facts.rows == running.facts.rows
            written = running.facts.rows["public.genre"] - running.facts.rows["public.author"]
            assert written in {200, 201}
    finally:
        stopping.set()
        writer.join()


def test_facts_say_what_the_database_was(any_database: str, tmp_path: Path) -> None:
    fill(any_database, 3)
    _text, facts = archived(any_database, tmp_path)
    assert len(facts.tables) == 34
    assert facts.tables["public.bookmark"]["name"] == "character varying(100)"
    assert list(facts.tables["public.manga_genre"]) == ["manga_id", "genre_id"]
    assert facts.rows["public.genre"] == 3
    assert facts.alembic_version is None
    server = parse_version(facts.server_version)
    assert server is not None
    assert parse_version(facts.pg_dump_version) == choose(server, TOOLS).version
    execute(
        any_database,
        "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL)",
        "INSERT INTO alembic_version VALUES ('016')",
    )
    assert archived(any_database, tmp_path)[1].alembic_version == "016"


def test_odd_tables_are_counted_as_they_are_dumped(database: str, tmp_path: Path) -> None:
    execute(
        database,
        'CREATE TABLE "a ""b"".c" ("x;y" int)',
        'INSERT INTO "a ""b"".c" VALUES (1), (2)',
        "CREATE SCHEMA other",
        "CREATE TABLE other.parent (n int)",
        "CREATE TABLE other.child () INHERITS (other.parent)",
        "INSERT INTO other.parent VALUES (1)",
        "INSERT INTO other.child VALUES (2), (3)",
        "CREATE TABLE parted (n int) PARTITION BY LIST (n)",
        "CREATE TABLE part_1 PARTITION OF parted FOR VALUES IN (1)",
        "INSERT INTO parted VALUES (1)",
        "CREATE TABLE no_columns ()",
        "CREATE UNLOGGED TABLE quick (n int)",
        "INSERT INTO quick VALUES (1)",
    )
    _text, facts = archived(database, tmp_path)
    assert facts.rows["other.parent"] == 1
    assert facts.rows["other.child"] == 2


def test_named_paths_are_those_of_the_dump(database: str) -> None:
    fill(database, 6)
    with dump(database, TOOLS) as running:
        execute(database, "DELETE FROM chapter")
        paths = list(running.named_paths())
    assert len(paths) == 3 + 6
    assert "/app/storage/manga/2/cover.jpg" in paths
    assert not any(path.startswith("http") for path in paths)


def test_a_database_of_another_version_names_what_it_has(database: str) -> None:
    fill(database, 4)
    execute(
        database,
        "DROP TABLE chapter_metadata, page",
        "ALTER TABLE manga_user_library DROP COLUMN download_path",
    )
    with dump(database, TOOLS) as running:
        assert len(list(running.named_paths())) == 2 + 4


def test_only_an_older_pg_dump_is_refused_before_anything_is_written(database: str) -> None:
    old = PgDump(path=Path("/usr/bin/pg_dump"), version=(15, 18))
    with pytest.raises(Refused, match="an older one cannot read it"):
        with dump(database, [old]):
            pytest.fail("a dump was begun")


def test_a_pg_dump_that_lied_about_its_age_is_found_out(database: str) -> None:
    old = [tool for tool in TOOLS if tool.version[0] == 15]
    if not old:
        pytest.skip("Debian's PostgreSQL 15 is not installed")
    liar = PgDump(path=old[0].path, version=(99, 0))
    with dump(database, [liar]) as running:
        with pytest.raises(Refused, match="server version mismatch"):
            list(running.chunks())


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("echo '-- PostgreSQL database dump'; exit 0", "stopped before the end"),
        ("echo '-- PostgreSQL database dump complete'; exit 1", "ended with status 1"),
        ("echo 'pg_dump: error: no luck' >&2; exit 1", "pg_dump said: no luck"),
        ("kill -9 $$", "ended with status -9"),
    ],
)
def test_a_pg_dump_that_fails_is_never_taken_for_a_backup(
    database: str, tmp_path: Path, script: str, sentence: str
) -> None:
    program = tmp_path / "pg_dump"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    with dump(database, [PgDump(path=program, version=(99, 0))]) as running:
        with pytest.raises(Refused, match=sentence):
            list(running.chunks())


def test_lines_on_the_side_are_kept_as_warnings(database: str, tmp_path: Path) -> None:
    program = tmp_path / "pg_dump"
    program.write_text(
        "#!/bin/sh\necho 'pg_dump: warning: circular keys' >&2\n"
        "echo '-- PostgreSQL database dump complete'\n"
    )
    program.chmod(0o755)
    with dump(database, [PgDump(path=program, version=(99, 0))]) as running:
        list(running.chunks())
        assert running.warnings == ("pg_dump: warning: circular keys",)


def test_cancelling_works_while_a_table_is_locked(database: str) -> None:
    began = time.monotonic()

    def check() -> None:
        if time.monotonic() > began + 1:
            raise Cancelled

    with psycopg.connect(database) as blocker:
        blocker.execute("LOCK TABLE manga IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(Cancelled), dump(database, TOOLS, check=check):
            pytest.fail("a locked table was counted")
        blocker.rollback()
    assert time.monotonic() < began + 2


def test_cancelling_ends_pg_dump_at_once_even_while_it_says_nothing(
    database: str, tmp_path: Path
) -> None:
    program = tmp_path / "pg_dump"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    asked = 0

    def check() -> None:
        nonlocal asked
        asked += 1
        if asked > 40:
            raise Cancelled

    began = time.monotonic()
    with dump(database, [PgDump(path=program, version=(99, 0))], check=check) as running:
        with pytest.raises(Cancelled):
            list(running.chunks())
        assert children("sleep") == []
    assert time.monotonic() < began + 2


@pytest.mark.slow
def test_somebody_who_waits_to_change_a_table_does_not_stop_the_backup_for_ever(
    database: str,
) -> None:
    with psycopg.connect(database) as impatient:
        impatient.execute("SET lock_timeout = 20000")
        waiter = threading.Thread(
            target=impatient.execute, args=("ALTER TABLE manga ADD COLUMN later int",)
        )
        with dump(database, TOOLS) as running:
            waiter.start()
            waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
            until(lambda: rows(database, waiting) != [(0,)])
            with pytest.raises(Refused, match="wants to change a table"):
                list(running.chunks())
        waiter.join()


def test_leaving_in_the_middle_ends_pg_dump(database: str) -> None:
    fill(database, 20_000)
    with dump(database, TOOLS) as running:
        chunks = running.chunks()
        next(chunks)
    assert children("pg_dump") == []


def children(name: str) -> Sequence[str]:
    """Programs of this name that this process started and that still run."""
    listed = subprocess.run(
        ["ps", "--ppid", str(os.getpid()), "-o", "comm="], capture_output=True, check=False
    )
    return [line for line in listed.stdout.decode().split() if line == name]


def test_limits_set_for_the_app_do_not_cut_the_dump(database: str, tmp_path: Path) -> None:
    fill(database, 10)
    name = database.rpartition("/")[2]
    for limit in ("statement_timeout", "idle_in_transaction_session_timeout"):
        execute(database, f"ALTER DATABASE {name} SET {limit} = 300")
    execute(database, f"ALTER DATABASE {name} SET transaction_timeout = 600")
    with dump(database, TOOLS) as running:
        time.sleep(0.8)
        with spool_dump(running.chunks(), tmp_path) as spooled:
            assert spooled.facts.complete
        assert len(list(running.named_paths())) > 0


def test_a_role_that_may_not_read_is_told_so(database: str, postgres: EmbeddedPostgres) -> None:
    execute(database, "CREATE ROLE reader LOGIN PASSWORD 'x'")
    try:
        url = database.replace(database.partition("@")[0], "postgresql://reader:x")
        with pytest.raises(Refused, match="did not allow the database role"):
            with dump(url, TOOLS):
                pytest.fail("a dump was begun")
    finally:
        execute(database, "DROP ROLE reader")


def test_a_server_that_is_down_is_said() -> None:
    with pytest.raises(NoConnection, match="while the database was backed up"):
        with dump("postgresql://u:geheim@127.0.0.1:1/k", TOOLS):
            pytest.fail("a dump was begun")


def test_the_password_is_only_in_the_environment() -> None:
    tool = PgDump(path=Path("/bin/pg_dump"), version=(18, 6))
    url = "postgresql://u%20x:ge%2Fheim@[::1]:5433/k?sslmode=disable"
    command = dump_command(tool, url, "0-1", {"PATH": "/bin"})
    assert command.env == {"PATH": "/bin", "LC_ALL": "C", "PGPASSWORD": "ge/heim"}
    assert "heim" not in " ".join(command.argv) + repr(command)
    assert command.argv[-1] == "--dbname=user='u x' dbname=k host=::1 port=5433 sslmode=disable"
    assert {"--clean", "--if-exists", "--no-owner", "--no-privileges", "--snapshot=0-1"} <= set(
        command.argv
    )
    assert "--create" not in command.argv
