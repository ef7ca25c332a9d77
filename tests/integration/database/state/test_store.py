from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from importlib import resources
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from kuroibara_backup.database.connection import beside
from kuroibara_backup.database.state.store import ArchiveRow, State, open_state
from kuroibara_backup.errors import NoConnection, Refused
from kuroibara_backup.places.origin import Origin
from tests.support.postgres import drop_database, everything, execute, rows, running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.database.embedded import EmbeddedPostgres

STEPS = sum(
    file.name.endswith(".sql")
    for file in resources.files("kuroibara_backup.database.state.migrations").iterdir()
)
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
ROW = ArchiveRow(
    origin=Origin.ENGINE,
    filename="daily_20261123_020000.tar.gz",
    size=5_000_000_000,
    mtime_ns=1_700_000_000_123_456_789,
    inode=2**64 - 1,
    created_at=NOW,
    backup_id=uuid4(),
    sha256="0" * 64,
    metadata={"format": 2, "backup_name": "a \0 b \udcff é", "rows": {"public.users": 3}},
    kinds=("daily", "weekly"),
    verified_at=NOW,
    note="before the upgrade",
    leased_until=NOW,
)


@pytest.fixture
def state_url(postgres: EmbeddedPostgres) -> Iterator[str]:
    """Address of a state database that does not exist yet."""
    name = f"state_{uuid4().hex[:8]}"
    yield postgres.url(name)
    drop_database(postgres, name)


@pytest.fixture
def state(state_url: str) -> State:
    return open_state("postgresql://unused", state_url)


def test_kuroibaras_own_database_is_refused_and_left_as_it_is(database: str) -> None:
    before = everything(database)
    with pytest.raises(Refused, match="would be Kuroibara's") as caught:
        open_state(database, database)
    assert caught.value.code == "state_in_kuroibara"
    assert everything(database) == before


def test_it_is_created_beside_kuroibaras_database_and_kept(database: str) -> None:
    first = open_state(database)
    try:
        assert open_state(database) == first
        assert first.url == beside(database, "kuroibara_backup")
        assert len(first.signing_key) == 32
    finally:
        execute(database, "DROP DATABASE kuroibara_backup WITH (FORCE)")  # others may look at it


def test_many_may_create_it_at_once_and_agree(state_url: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        opened = list(pool.map(lambda _n: open_state("postgresql://unused", state_url), range(6)))
    assert {state.instance_id for state in opened} == {opened[0].instance_id}
    assert {state.signing_key for state in opened} == {opened[0].signing_key}
    assert rows(state_url, "SELECT number FROM schema_step") == [
        (number + 1,) for number in range(STEPS)
    ]


def test_no_other_role_may_enter_it(postgres: EmbeddedPostgres, state: State) -> None:
    execute(postgres.url(), "CREATE ROLE stranger LOGIN PASSWORD 'x'")
    try:
        name = state.url.rpartition("/")[2]
        with pytest.raises(NoConnection):
            open_state("x", f"postgresql://stranger:x@127.0.0.1:{postgres.port}/{name}")
    finally:
        execute(postgres.url(), "DROP ROLE stranger")


def test_a_role_that_may_not_create_it_is_told_what_to_run(postgres: EmbeddedPostgres) -> None:
    execute(postgres.url(), "CREATE ROLE plain LOGIN PASSWORD 'x'")
    try:
        with pytest.raises(Refused, match="the role plain may not create databases") as caught:
            open_state("x", f"postgresql://plain:x@127.0.0.1:{postgres.port}/missing")
        assert 'CREATE DATABASE "missing" OWNER "plain"' in caught.value.remedy
    finally:
        execute(postgres.url(), "DROP ROLE plain")


def test_one_made_by_a_newer_version_is_left_alone(state: State) -> None:
    execute(state.url, "INSERT INTO schema_step VALUES (999)")
    with pytest.raises(Refused, match="newer version"):
        open_state("postgresql://unused", state.url)


def test_a_server_that_is_down_is_not_taken_for_a_missing_database() -> None:
    with pytest.raises(NoConnection, match="could not be reached"):
        open_state("postgresql://u:p@127.0.0.1:1/kuroibara")


def test_what_was_remembered_comes_back_whole(state: State) -> None:
    state.remember(ROW)
    assert state.archive(Origin.ENGINE, ROW.filename) == ROW
    assert state.archives() == (ROW,)


def test_remembering_again_replaces_and_forgetting_removes(state: State) -> None:
    state.remember(ROW)
    changed = replace(ROW, damaged=True, sha256=None, metadata=None, kinds=(), verified_at=None)
    state.remember(changed)
    assert state.archives() == (changed,)
    state.forget(Origin.FOUND, ROW.filename)
    assert state.archives() == (changed,)
    state.forget(Origin.ENGINE, ROW.filename)
    assert state.archives() == ()


def test_a_restarted_postgresql_is_not_noticed() -> None:
    with running() as server:
        state = open_state(server.url())
        server.stop()
        with pytest.raises(NoConnection):
            state.archives()
        server.start()
        # The restarted server has another port; the address is all that changed.
        again = open_state(server.url())
        assert again.instance_id == state.instance_id
        execute(
            server.url(),
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'",
        )
        assert again.archives() == ()


def test_the_signing_key_never_shows(state: State) -> None:
    assert "signing" not in repr(state)


@pytest.mark.parametrize("name", ["a'b.tar.gz", "日本 - é.tar.gz", "x" * 200])
def test_any_file_name_is_kept(state: State, name: str) -> None:
    state.remember(replace(ROW, filename=name))
    assert [row.filename for row in state.archives()] == [name]
