"""Lines of two gigabytes: they are loaded or refused in bounded memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.load_dump import PLACES
from tests.support.loading import new_target, pg_dump
from tests.support.postgres import drop_database, execute, make_database

if TYPE_CHECKING:
    from kuroibara_backup.database.embedded import EmbeddedPostgres

ROOT = Path(__file__).parents[4]
LIMIT_MIB = 200
GENRES = (
    "CREATE TABLE genre (id integer PRIMARY KEY, name text, description text)",
    "INSERT INTO genre SELECT n, 'g' || n FROM generate_series(1, 10) n",
)
SAID = {
    "row": "dump_damaged",  # PostgreSQL takes no row of more than a gigabyte
    "row without end": "dump_truncated",
    "comment": "loaded",
    "block": "loaded",
    "blanks": "loaded",
}


@pytest.fixture(scope="module")
def dump(postgres: EmbeddedPostgres, tmp_path_factory: pytest.TempPathFactory) -> Path:
    name = make_database(postgres)
    execute(postgres.url(name), *GENRES)
    path = tmp_path_factory.mktemp("large") / "database.sql"
    path.write_bytes(pg_dump(postgres, postgres.url(name)))
    drop_database(postgres, name)
    return path


def loaded(dump: Path, url: str, where: str, length: int) -> tuple[float, str, int]:
    """Load in a process of its own; return its peak memory in MiB, what it said, and the rows."""
    program = [sys.executable, "-m", "tests.benchmarks.load_dump"]
    command = [*program, str(dump), where, str(length)]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=ROOT, env=os.environ | {"URL": url}
    )
    memory, said, rows = done.stdout.split()
    return float(memory), said, int(rows)


@pytest.mark.parametrize(
    ("where", "answer"), [("row", ("loaded", 11)), ("statement", ("dump_refused", 0))]
)
def test_a_line_of_sixty_megabytes_costs_no_memory(
    postgres: EmbeddedPostgres, dump: Path, where: str, answer: tuple[str, int]
) -> None:
    with new_target(postgres) as new:
        memory, said, rows = loaded(dump, new.url, where, 60_000_000)
        assert memory < LIMIT_MIB / 2
        assert (said, rows) == answer


@pytest.mark.slow
@pytest.mark.parametrize("where", sorted(PLACES))
def test_a_line_of_two_gigabytes_costs_no_memory(
    postgres: EmbeddedPostgres, dump: Path, where: str
) -> None:
    with new_target(postgres) as new:
        memory, said, _rows = loaded(dump, new.url, where, 2_000_000_000)
        print(f"{where}: {memory:.0f} MiB, {said}")
        assert memory <= LIMIT_MIB
        assert said == SAID.get(where, "dump_refused")
        if said != "loaded":
            assert new.is_empty
            assert loaded(dump, new.url, "row", 0)[1:] == ("loaded", 10)
