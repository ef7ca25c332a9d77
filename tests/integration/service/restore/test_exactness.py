"""What a restore makes of another server is what was backed up, row for row and byte for byte."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from kuroibara_backup.demo.sample import make_sample, schema
from kuroibara_backup.service.audit import ENGINE
from kuroibara_backup.service.engine import opened
from kuroibara_backup.service.restore.model import Scope, Wanted
from tests.support.format1 import make_format1
from tests.support.loading import pg_dump
from tests.support.postgres import drop_database, execute, forget, make_database, rows
from tests.support.restoring import (
    Server,
    Whole,
    backed_up,
    control,
    files_below,
    ordered,
    other_server,
    restored,
    rewritten,
    server_with_sample,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample
    from tests.support.small_disk import SmallDisks

Source = tuple[Server, Path, Whole]


@pytest.fixture(scope="module")
def source(
    tmp_path_factory: pytest.TempPathFactory,
    postgres: EmbeddedPostgres,
    sample_template: tuple[str, Sample],
) -> Iterator[Source]:
    """The server that was backed up, the backup, and what it holds."""
    folder = tmp_path_factory.mktemp("source")
    with server_with_sample(folder, postgres, sample_template) as server:
        # What led elsewhere before does so afterwards.
        execute(
            server.url,
            "UPDATE page SET file_path = '/elsewhere/manga/' || id || '/1.jpg'"
            " WHERE id = (SELECT id FROM page ORDER BY id LIMIT 1)",
        )
        yield server, backed_up(server), whole(server.settings)


@pytest.fixture(params=["superuser", "plain owner"])
def target(
    tmp_path: Path,
    postgres: EmbeddedPostgres,
    kuroibara_template: str,
    request: pytest.FixtureRequest,
) -> Iterator[Server]:
    plain = request.param == "plain owner"
    with other_server(tmp_path, postgres, kuroibara_template, plain=plain) as server:
        yield server


@pytest.fixture
def stranger(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[Server]:
    with other_server(tmp_path, postgres, kuroibara_template) as server:
        yield server


def expected_tables(source: Source, target: Server) -> object:
    server, _path, held = source
    return rewritten(held.tables, server.settings.storage_path, target.settings.storage_path)


def test_everything_is_as_it_was_backed_up(
    source: Source, target: Server, sample: Sample, postgres: EmbeddedPostgres
) -> None:
    before = whole(target.settings)
    with opened(target.settings) as service:
        plan, outcome = restored(service, source[1])
        now = whole(target.settings)
        assert ordered(now.tables) == expected_tables(source, target)
        assert now.files == source[2].files
        assert outcome["rewritten_paths"] > 0
        assert {one["username"] for one in outcome["people"]} == set(plan.people)
        # The app's own queries: a log-in, the library of a user, a chapter's file.
        mika = sample.administrator
        pair, account = service.sign_in.login(mika.username, mika.password, None, address=None)
        assert service.rights.who(pair.access_token).account.id == account.id == mika.id
        library = rows(
            target.url,
            "SELECT m.title, c.file_path FROM manga_user_library l JOIN manga m ON m.id ="
            f" l.manga_id JOIN chapter c ON c.manga_id = m.id WHERE l.user_id = '{mika.id}'"
            " AND c.file_path LIKE '%.cbz'",
        )
        assert library
        for _title, path in library:
            with zipfile.ZipFile(str(path)) as comic:
                assert comic.testzip() is None
        found, lost = service.restores.rollbacks.lost(None, control())
        assert (lost.rows_made, lost.files_made, lost.files_changed) == (0, 0, 0)
        service.restores.rollbacks.now(found, control(), by=ENGINE)
    assert whole(target.settings) == before


def test_a_rollback_says_what_it_puts_aside_and_can_be_taken_back(
    source: Source, stranger: Server
) -> None:
    before = whole(stranger.settings)
    with opened(stranger.settings) as service:
        restored(service, source[1])
        execute(stranger.url, "INSERT INTO genre (id, name) VALUES (gen_random_uuid(), 'new')")
        new = stranger.settings.storage_path / "manga" / "added later.jpg"
        new.write_bytes(b"x" * 1000)
        with_new = whole(stranger.settings)
        found, lost = service.restores.rollbacks.lost(None, control())
        assert lost.rows == {"public.genre": 1}
        assert (lost.files_made, lost.bytes) == (1, 1000)
        service.restores.rollbacks.now(found, control(), by=ENGINE)
        assert whole(stranger.settings) == before
        done = service.restores.rollbacks.now(found, control(), by=ENGINE)
        assert done["phase"] == "restored"
    assert whole(stranger.settings) == with_new


def test_a_database_only_backup_keeps_the_files_and_tells_of_orphans(
    source: Source, stranger: Server, tmp_path: Path
) -> None:
    """Scenario 2: the database is lost or spoilt, the storage is intact."""
    path = backed_up(source[0], include_storage=False, name="rows only")
    files = files_below(stranger.settings.storage_path)
    with opened(stranger.settings) as service:
        plan, outcome = restored(service, path)
    assert plan.wanted.scope is Scope.DATABASE
    now = whole(stranger.settings)
    assert ordered(now.tables) == expected_tables(source, stranger)
    assert now.files == files
    assert outcome["orphans"] == 3
    path.unlink()


def test_lost_files_come_back_and_the_database_stays(source: Source, stranger: Server) -> None:
    """Scenario 3: the storage is lost, the database is intact."""
    tables = whole(stranger.settings).tables
    shutil.rmtree(stranger.settings.storage_path)
    stranger.settings.storage_path.mkdir()
    with opened(stranger.settings) as service:
        _plan, outcome = restored(service, source[1], Wanted(scope=Scope.STORAGE))
    now = whole(stranger.settings)
    assert now.tables == tables
    assert now.files == source[2].files
    assert outcome["safety_copy"] is None
    assert outcome["people"] == []


def test_chosen_manga_come_back_and_all_else_stays(source: Source, stranger: Server) -> None:
    chosen = UUID(os.listdir(source[0].settings.storage_path / "manga")[0])
    before = whole(stranger.settings)
    with opened(stranger.settings) as service:
        plan, _outcome = restored(service, source[1], Wanted(scope=Scope.MANGA, manga=(chosen,)))
        now = whole(stranger.settings)
        folder = f"manga/{chosen}"
        added = {path: what for path, what in now.files.items() if path.startswith(folder)}
        held = {path: what for path, what in source[2].files.items() if path.startswith(folder)}
        assert added == held
        assert added
        # What it is not about is not counted among what is there now, as if it would go.
        assert before.files
        told = next(one for one in plan.counts if one.what == "files")
        assert (told.now, told.backup) == (0, sum(what == "file" for what, _ in held.values()))
        rest = {path: what for path, what in now.files.items() if not path.startswith(folder)}
        assert rest == before.files
        assert now.tables == before.tables
        found, _lost = service.restores.rollbacks.lost(None, control())
        service.restores.rollbacks.now(found, control(), by=ENGINE)
    assert whole(stranger.settings) == before


def test_files_equal_to_the_live_ones_are_not_copied(
    tmp_path: Path, postgres: EmbeddedPostgres, sample_template: tuple[str, Sample]
) -> None:
    with server_with_sample(tmp_path, postgres, sample_template) as server:
        path = backed_up(server)
        before = whole(server.settings)
        victim = next(server.settings.storage_path.rglob("*.cbz"))
        size = victim.stat().st_size
        victim.unlink()
        execute(server.url, "DELETE FROM bookmark")
        with opened(server.settings) as service:
            plan, outcome = restored(service, path)
        assert outcome["storage"]["written"] <= size
        assert outcome["storage"]["shared"] == outcome["storage"]["files"] - 1
        assert whole(server.settings) == before
        assert next(way for way in plan.ways if way.name == "in_place").needed < size + 1_000_000
        forget(postgres)


def test_a_storage_path_that_is_a_mount_point_is_restored(
    source: Source,
    tmp_path: Path,
    postgres: EmbeddedPostgres,
    kuroibara_template: str,
    small_disk: SmallDisks,
) -> None:
    disk = small_disk(20 << 20)
    with other_server(
        tmp_path, postgres, kuroibara_template, filled=False, storage_path=disk
    ) as server:
        before = whole(server.settings)
        with opened(server.settings) as service:
            restored(service, source[1])
            now = whole(server.settings)
            assert ordered(now.tables) == expected_tables(source, server)
            assert now.files == source[2].files
            assert os.path.ismount(disk)
            found, _lost = service.restores.rollbacks.lost(None, control())
            service.restores.rollbacks.now(found, control(), by=ENGINE)
        assert whole(server.settings) == before


def test_a_backup_of_kuroibaras_own_is_restored(
    source: Source, stranger: Server, tmp_path: Path, postgres: EmbeddedPostgres
) -> None:
    """Format 1, with its DROP DATABASE, CREATE DATABASE, connect and restrict lines."""
    server = source[0]
    sql = pg_dump(postgres, server.url, "--no-sync", "--clean", "--if-exists", "--create")
    assert b"\\connect" in sql
    assert b"DROP DATABASE" in sql
    path = make_format1(tmp_path / "old.tar.gz", sql, server.settings.storage_path, "old")
    with opened(stranger.settings) as service:
        plan, _outcome = restored(service, path)
    assert any("Not proved" in warning for warning in plan.warnings)
    now = whole(stranger.settings)
    assert ordered(now.tables) == expected_tables(source, stranger)
    # Kuroibara's own backups leave these out.
    kept = {
        path: what for path, what in source[2].files.items() if not path.endswith((".tmp", ".log"))
    }
    assert now.files == kept


@pytest.mark.slow
@pytest.mark.parametrize(
    ("made_on", "restored_on"),
    [("15", "18"), ("15", "16"), ("16", "18"), ("18", "16"), ("18", "15")],
)
def test_a_backup_goes_to_another_version_of_postgresql(
    tmp_path: Path,
    servers: Mapping[str, EmbeddedPostgres],
    made_on: str,
    restored_on: str,
) -> None:
    for version in (made_on, restored_on):
        if version not in servers:
            pytest.skip(f"PostgreSQL {version} is not installed here")
    old, new = servers[made_on], servers[restored_on]
    template, empty = make_database(old), make_database(new)
    try:
        made = make_sample(
            old.url(template), tmp_path / "same", manga=5, chapters=14, bcrypt_rounds=4
        )
        execute(new.url(empty), schema())
        with (
            server_with_sample(tmp_path / "a", old, (template, made)) as server,
            other_server(tmp_path / "b", new, empty) as target,
        ):
            held: Source = (server, backed_up(server), whole(server.settings))
            with opened(target.settings) as service:
                restored(service, held[1])
            now = whole(target.settings)
            expected = expected_tables(held, target)
            assert isinstance(expected, dict)
            for name in expected:
                if not name.startswith("*"):  # how a definition is worded differs by version
                    assert ordered(now.tables)[name] == expected[name]
            assert now.files == held[2].files
    finally:
        drop_database(old, template)
        drop_database(new, empty)


@pytest.mark.slow
def test_ten_times_the_library(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> None:
    name = make_database(postgres)
    try:
        storage = tmp_path / "large"
        made = make_sample(postgres.url(name), storage, manga=400, chapters=6000, bcrypt_rounds=4)
        with (
            server_with_sample(tmp_path / "a", postgres, (name, made)) as server,
            other_server(tmp_path / "b", postgres, kuroibara_template) as target,
        ):
            held: Source = (server, backed_up(server), whole(server.settings))
            with opened(target.settings) as service:
                restored(service, held[1])
            now = whole(target.settings)
            assert ordered(now.tables) == expected_tables(held, target)
            assert now.files == held[2].files
    finally:
        drop_database(postgres, name)
