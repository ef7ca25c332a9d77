"""`orphans` from the command line: what it says, what it changes, how it ends."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests.integration.cli.test_commands import environment, run, run_json
from tests.support.comics import cbz, put
from tests.support.engine import running_engine
from tests.support.postgres import execute, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from tests.support.engine import RunningEngine

LONG_AGO = 1_700_000_000


@pytest.fixture
def engine(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[RunningEngine]:
    """A library with one orphan, and a database with one cover that is gone."""
    with running_engine(tmp_path, postgres, kuroibara_template) as running:
        for found in (running.library / "manga").iterdir():
            found.rename(running.library / found.name)  # no part of this test
        path = running.library / f"manga/{uuid4()}/organized/Paper Sea/Volume 1/1 - A/1 - A.cbz"
        put(path, cbz(2))
        os.utime(path, (LONG_AGO, LONG_AGO))
        gone = running.library / f"manga/{uuid4()}/cover.jpg"
        execute(
            running.settings.kuroibara_url,
            "INSERT INTO manga (id, title, cover_image, type, status, is_nsfw)"
            f" VALUES ('{uuid4()}', 'Lost', '{gone}', 'MANGA', 'ONGOING', false)",
        )
        yield running


def test_orphans_and_gone_files_are_told_in_plain_words(engine: RunningEngine) -> None:
    done = run("orphans", env=environment(engine.settings))
    assert done.returncode == 0, done.stderr
    assert "Paper Sea: 1 chapters" in done.stdout
    assert "orphans --recover USER" in done.stdout
    assert "1 rows of the database name files that are not there." in done.stdout


@pytest.mark.slow
def test_recovering_is_tried_first_then_done_and_then_there_is_nothing_left(
    engine: RunningEngine,
) -> None:
    env = environment(engine.settings)
    found = run_json("orphans", env=env)
    assert (found["recoverable_count"], found["gone_count"]) == (1, 1)

    would = run_json("orphans", "--recover", "ben", "--dry-run", env=env)
    assert (would["dry_run"], would["recovered_chapters"]) == (True, 1)
    shelf = "SELECT user_id FROM manga_user_library"
    assert rows(engine.settings.kuroibara_url, shelf) == []

    done = run_json("orphans", "--recover", "ben", env=env)
    assert (done["dry_run"], done["recovered_chapters"]) == (False, 1)
    assert rows(engine.settings.kuroibara_url, shelf) == [(engine.reader.id,)]

    again = run("orphans", "--recover", "ben", env=env)
    assert "0 manga with 0 chapters were put back for ben." in again.stdout


def test_an_unknown_user_is_refused_with_status_5(engine: RunningEngine) -> None:
    env = environment(engine.settings)
    answer = run_json("orphans", "--recover", "nobody", env=env, status=5)
    assert answer["error"]["code"] == "no_such_user"


def test_check_tells_damaged_chapters_lost_files_and_orphans(engine: RunningEngine) -> None:
    bad = engine.library / "manga/broken.cbz"
    put(bad, b"no ZIP at all")
    done = run("check", env=environment(engine.settings))
    assert done.returncode == 3, done.stderr
    assert "Damaged: manga/broken.cbz: it is no ZIP file" in done.stdout
    assert "Gone: " in done.stdout
    assert "Paper Sea: 1 chapters" in done.stdout


def test_a_sound_library_ends_with_status_0(engine: RunningEngine) -> None:
    execute(engine.settings.kuroibara_url, "UPDATE manga SET cover_image = NULL")
    for path in engine.library.rglob("*.cbz"):
        if path.read_bytes()[:2] != b"PK":
            path.unlink()  # the fixture's own are no ZIP files
    found = run_json("check", "--pages", env=environment(engine.settings))
    assert (found["sound"], found["comics"], found["flawed"]) == (True, 1, [])
