"""Loading a dump against psql, which runs it unseen."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.database.load import load
from tests.benchmarks.harness import Contender, compared, measured
from tests.benchmarks.load_dump import chunks
from tests.support.loading import Target, new_target, pg_dump
from tests.support.postgres import drop_database, execute, make_database

if TYPE_CHECKING:
    from kuroibara_backup.database.embedded import EmbeddedPostgres

pytestmark = pytest.mark.benchmark

ROOT = Path(__file__).parents[2]
DUMP_SIZE = 200_000_000
MEMORY_MIB = 200
FILL = (
    (
        "INSERT INTO manga (title, type, status, is_nsfw, id, description, alternative_titles)"
        " SELECT 'T' || n, 'MANGA', 'ONGOING', false, gen_random_uuid(), repeat(md5(n::text), 20),"
        " jsonb_build_object('en', md5(n::text)) FROM generate_series(1, 20000) n"
    ),
    (
        "INSERT INTO chapter (manga_id, number, language, download_status, file_path, id)"
        " SELECT id, n::text, 'en', 'done', '/app/storage/' || id || '/' || n, gen_random_uuid()"
        " FROM manga, generate_series(1, 15) n"
    ),
    (
        "INSERT INTO page (chapter_id, number, file_path, id)"
        " SELECT id, n, '/app/storage/' || id || '/' || n || '.jpg', gen_random_uuid()"
        " FROM chapter, generate_series(1, 2) n"
    ),
)


@pytest.fixture(scope="module")
def dump(
    postgres: EmbeddedPostgres,
    kuroibara_template: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    name = make_database(postgres, kuroibara_template)
    execute(postgres.url(name), *FILL)
    path = tmp_path_factory.mktemp("load") / "database.sql"
    path.write_bytes(pg_dump(postgres, postgres.url(name)))
    drop_database(postgres, name)
    return path


def test_loading_keeps_up_with_psql_in_one_transaction(
    postgres: EmbeddedPostgres, dump: Path
) -> None:
    size = dump.stat().st_size
    assert DUMP_SIZE <= size <= 1.2 * DUMP_SIZE
    with ExitStack() as stack:
        target: list[Target] = []

        def prepare() -> None:
            stack.close()
            target[:] = [stack.enter_context(new_target(postgres))]

        def psql() -> None:
            command = [str(postgres.bin / "psql"), "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1"]
            subprocess.run(
                [*command, "-d", target[0].url, "-f", str(dump)],
                check=True,
                stdout=subprocess.DEVNULL,
            )

        def ours() -> None:
            load(chunks(dump, "", 0), target[0].url)

        ratio = compared(
            f"load of a dump of {size / 1e6:.0f} MB",
            measured([Contender("load", ours, prepare), Contender("psql -1 -f", psql, prepare)]),
            amount=size,
        )
    assert ratio <= 1.1


@pytest.mark.parametrize("length", [0, 2_000_000_000], ids=["as it is", "with a line of 2 GB"])
def test_loading_stays_small(postgres: EmbeddedPostgres, dump: Path, length: int) -> None:
    with new_target(postgres) as new:
        program = [sys.executable, "-m", "tests.benchmarks.load_dump"]
        done = subprocess.run(
            [*program, str(dump), "row", str(length)],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=os.environ | {"URL": new.url},
        )
    memory, said, _rows = done.stdout.split()
    print(f"\n  peak memory {float(memory):.0f} MiB, {said}")
    assert said == ("dump_damaged" if length else "loaded")
    assert float(memory) <= MEMORY_MIB
