"""A recovery of orphans that is killed puts back whole manga only, and touches no file.

Each case is the command as a process of its own, held by PostgreSQL at one row, or at the end of
one manga's transaction, and killed there by SIGKILL. The next run puts back the rest.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import psycopg
import pytest

from kuroibara_backup.jobs.model import JobState
from kuroibara_backup.service.engine import opened
from tests.support.comics import cbz, put
from tests.support.engine import commanded, running_engine
from tests.support.postgres import execute, rows
from tests.support.restoring import (
    command,
    control,
    environment,
    files_below,
    server_with_sample,
)
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample
    from tests.support.restoring import Server

pytestmark = pytest.mark.slow

Rows = dict[object, tuple[object, ...]]

_GATE = 20261123
_OF_A_MANGA = """
    SELECT m.id, m.title, m.cover_image,
      ARRAY(SELECT c.number || c.file_path FROM chapter c WHERE c.manga_id = m.id ORDER BY 1),
      ARRAY(SELECT p.number || p.file_path FROM page p JOIN chapter c ON c.id = p.chapter_id
            WHERE c.manga_id = m.id ORDER BY 1),
      ARRAY(SELECT l.download_path FROM manga_user_library l WHERE l.manga_id = m.id)
    FROM manga m
"""
_FORGET = tuple(
    f"TRUNCATE {table} CASCADE" for table in ("manga", "chapter", "page", "manga_user_library")
)
POINTS = {
    "before anything of the first manga": ("manga", 1, False),
    "at its first chapter": ("chapter", 1, False),
    "between its chapters": ("chapter", 2, False),
    "at a page": ("page", 3, False),
    "at the last row of the first": ("manga_user_library", 1, False),
    "in the commit of the first": ("manga_user_library", 1, True),
    "at the first row of the second": ("manga", 2, False),
    "at the last row of the third": ("manga_user_library", 3, False),
    "in the commit of the fourth": ("manga_user_library", 4, True),
    "at the last row of all": ("manga_user_library", 5, False),
    "in the last commit": ("manga_user_library", 5, True),
}


@pytest.fixture
def server(
    tmp_path: Path, postgres: EmbeddedPostgres, sample_template: tuple[str, Sample]
) -> Iterator[Server]:
    with server_with_sample(tmp_path, postgres, sample_template) as made:
        with opened(made.settings):
            pass  # its own database is there
        yield made


@contextmanager
def held(url: str, table: str, number: int, at_commit: bool) -> Iterator[psycopg.Connection[Any]]:
    """Whoever inserts this row of the table stands still, at once or when they commit it."""
    when = "CONSTRAINT TRIGGER gate AFTER INSERT" if at_commit else "TRIGGER gate AFTER INSERT"
    late = "DEFERRABLE INITIALLY DEFERRED" if at_commit else ""
    execute(
        url,
        "CREATE SEQUENCE gate_count",
        "CREATE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF nextval('gate_count') = {number} THEN PERFORM pg_advisory_xact_lock({_GATE});"
        " END IF; RETURN NEW; END $$",
        f"CREATE {when} ON {table} {late} FOR EACH ROW EXECUTE FUNCTION gate()",
    )
    with psycopg.connect(url, autocommit=True) as keeper:
        keeper.execute("SELECT pg_advisory_lock(%s)", (_GATE,))
        yield keeper
    until(lambda: not at_work(url))  # PostgreSQL has noticed who is gone
    execute(url, f"DROP TRIGGER gate ON {table}", "DROP FUNCTION gate", "DROP SEQUENCE gate_count")


def waits(keeper: psycopg.Connection[Any]) -> bool:
    query = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = %s"
    return keeper.execute(query, (_GATE,)).fetchone() is not None


def at_work(url: str) -> list[tuple[object, ...]]:
    """Sessions of others that are in the middle of something."""
    return rows(
        url,
        "SELECT query FROM pg_stat_activity WHERE datname = current_database()"
        " AND pid <> pg_backend_pid() AND state <> 'idle'",
    )


def by_manga(url: str) -> Rows:
    return {row[0]: row for row in rows(url, _OF_A_MANGA)}


def stamps(folder: Path) -> dict[Path, tuple[int, int, int]]:
    found = {path: path.stat() for path in folder.rglob("*")}
    return {path: (one.st_ino, one.st_size, one.st_mtime_ns) for path, one in found.items()}


def put_back(server: Server) -> dict[str, Any]:
    done = command(server.settings, "orphans", "--recover", "mika")
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def undisturbed(server: Server) -> Rows:
    """What a recovery that nobody kills puts back; forgotten again afterwards."""
    execute(server.url, *_FORGET)
    with opened(server.settings) as service:
        service.orphans.recover_now(control(), "mika", dry_run=False)
    expected = by_manga(server.url)
    execute(server.url, *_FORGET)
    return expected


@contextmanager
def recovering(server: Server) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [sys.executable, "-m", "kuroibara_backup", "orphans", "--recover", "mika"],
        env=environment(server.settings),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize(("table", "number", "at_commit"), POINTS.values(), ids=POINTS)
def test_killed_at_a_row_each_manga_is_wholly_there_or_not_and_the_next_run_ends_it(
    server: Server, table: str, number: int, at_commit: bool
) -> None:
    expected = undisturbed(server)
    library = server.settings.storage_path
    before = files_below(library), stamps(library)

    with held(server.url, table, number, at_commit) as gate, recovering(server) as process:
        until(lambda: waits(gate), seconds=30)
        process.kill()
        process.wait()
        assert waits(gate), "PostgreSQL was in the middle of it when the command died"

    there = by_manga(server.url)
    assert {one: expected[one] for one in there} == there
    whole_before = number if at_commit else number - 1
    assert table in ("chapter", "page") or len(there) == whole_before
    assert (files_below(library), stamps(library)) == before

    told = put_back(server)
    assert told["recovered_count"] == len(expected) - len(there)
    assert by_manga(server.url) == expected
    assert put_back(server)["manga_count"] == 0
    assert (files_below(library), stamps(library)) == before


@pytest.mark.parametrize("after", [1, 2, 3, 4])
def test_killed_between_two_manga_those_that_were_told_stay(server: Server, after: int) -> None:
    expected = undisturbed(server)
    library = server.settings.storage_path
    before = files_below(library), stamps(library)
    with (
        psycopg.connect(server.url, autocommit=True) as looking,
        recovering(server) as process,
    ):

        def committed() -> bool:
            row = looking.execute("SELECT count(*) FROM manga").fetchone()
            return row is not None and row[0] >= after

        until(committed, seconds=30, every=0)
        process.kill()
        process.wait()
    until(lambda: not at_work(server.url))
    there = by_manga(server.url)
    assert len(there) >= after
    assert {one: expected[one] for one in there} == there
    assert put_back(server)["recovered_count"] == len(expected) - len(there)
    assert by_manga(server.url) == expected
    assert (files_below(library), stamps(library)) == before


def test_a_recovery_whose_worker_is_killed_is_ended_by_the_next_worker(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> None:
    with running_engine(tmp_path, postgres, kuroibara_template, worker=False) as engine:
        url = engine.settings.kuroibara_url
        shutil.rmtree(engine.library / "manga")
        comics = [engine.library / f"manga/{uuid4()}/organized/{one}/1 - A.cbz" for one in "ABC"]
        for path in comics:
            put(path, cbz(2))
            os.utime(path, (1_700_000_000, 1_700_000_000))  # nobody is writing it
        before = stamps(engine.library)
        body = {"user": engine.admin.username}
        job_id = UUID(engine.client().post("/backup/orphans/recover", json=body).json()["id"])
        with held(url, "chapter", 2, False) as gate, commanded(engine, "worker") as (worker, _):
            until(lambda: waits(gate), seconds=30)
            worker.kill()
            worker.wait()
        assert len(by_manga(url)) == 1 < len(comics)
        with commanded(engine, "worker"):
            ended = engine.service.jobs.wait(job_id, 120)
        assert (ended.state, ended.attempt) == (JobState.SUCCEEDED, 2)
        assert {row[0] for row in rows(url, "SELECT file_path FROM chapter")} == set(
            map(str, comics)
        )
        assert len(by_manga(url)) == len(comics)
        assert stamps(engine.library) == before
