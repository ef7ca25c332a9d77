"""procrastinate's schema: made whole, brought up to date step by step, by one process at a time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from procrastinate.schema import SchemaManager

from kuroibara_backup.database.state.store import open_state
from kuroibara_backup.errors import Refused
from tests.support.postgres import drop_database, execute, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.database.embedded import EmbeddedPostgres

STEPS = sorted(Path(SchemaManager.get_migrations_path()).glob("*.sql"))
# What tells one version of the schema from another; the order of columns does not.
CATALOGUE = (
    (
        "SELECT p.oid::regprocedure::text, md5(regexp_replace(prosrc, '\\s+', '', 'g'))"
        " FROM pg_proc p WHERE proname LIKE 'procrastinate%' ORDER BY 1"
    ),
    (
        "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
        " WHERE table_name LIKE 'procrastinate%' ORDER BY 1, 2"
    ),
    "SELECT enumtypid::regtype::text, enumlabel FROM pg_enum ORDER BY 1, 2",
    "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2",
    "SELECT indexname FROM pg_indexes WHERE tablename LIKE 'procrastinate%' ORDER BY 1",
)


def catalogue(url: str) -> list[list[tuple[object, ...]]]:
    return [rows(url, query) for query in CATALOGUE]


@pytest.fixture
def new_state(postgres: EmbeddedPostgres) -> Iterator[str]:
    name = f"state_{uuid4().hex[:8]}"
    open_state(postgres.url(), postgres.url(name))
    yield postgres.url(name)
    drop_database(postgres, name)


def as_of(url: str, count: int) -> None:
    """Make procrastinate's part as it was after its first steps."""
    execute(
        url,
        "DROP TABLE procrastinate_events, procrastinate_periodic_defers, procrastinate_jobs,"
        " procrastinate_workers CASCADE",
        "DO $$ DECLARE f text; BEGIN FOR f IN SELECT oid::regprocedure FROM pg_proc"
        " WHERE proname LIKE 'procrastinate%' LOOP EXECUTE 'DROP FUNCTION ' || f || ' CASCADE';"
        " END LOOP; END $$",
        "DROP TYPE procrastinate_job_status, procrastinate_job_event_type,"
        " procrastinate_job_to_defer_v1 CASCADE",
        *(step.read_text(encoding="utf-8") for step in STEPS[:count]),
        "DELETE FROM queue_version",
        "DELETE FROM queue_step",
        *(f"INSERT INTO queue_step VALUES ('{step.name}')" for step in STEPS[:count]),
    )


@pytest.mark.parametrize("count", [20, len(STEPS) - 6, len(STEPS) - 1])
def test_an_older_schema_is_brought_up_to_date_by_several_at_once(
    new_state: str, count: int
) -> None:
    whole = catalogue(new_state)
    as_of(new_state, count)
    with ThreadPoolExecutor(4) as several:
        list(several.map(lambda _: open_state("postgresql://unused", new_state), range(4)))
    for made, expected in zip(catalogue(new_state), whole, strict=True):
        assert set(expected) <= set(made)
    assert len(rows(new_state, "SELECT name FROM queue_step")) == len(STEPS)
    assert rows(new_state, "SELECT count(*) FROM queue_version") == [(1,)]


def test_a_newer_schema_is_refused_and_left_alone(new_state: str) -> None:
    execute(
        new_state,
        "INSERT INTO queue_step VALUES ('99.00.00_01_later.sql')",
        "UPDATE queue_version SET version = '99.0.0'",
    )
    whole = catalogue(new_state)
    with pytest.raises(Refused) as caught:
        open_state("postgresql://unused", new_state)
    assert caught.value.code == "state_newer"
    assert catalogue(new_state) == whole


def test_a_start_that_finds_nothing_new_reads_no_step(new_state: str) -> None:
    # Were it to look at the steps, it would refuse these.
    execute(new_state, "INSERT INTO queue_step VALUES ('99.00.00_01_later.sql')")
    open_state("postgresql://unused", new_state)
