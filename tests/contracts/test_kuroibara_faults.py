"""None of Kuroibara's 33 faults is ours: docs/kuroibara-faults.md names the tests that show it.

The page is the table; here it is held to being whole and true, and here are the tests that have no
better place.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING
from uuid import UUID

import psycopg
import pytest

from kuroibara_backup.errors import BackupError
from kuroibara_backup.service.engine import opened
from tests.support.engine import running_engine, served
from tests.support.format1 import make_format1
from tests.support.named_tests import lacking, shown_by
from tests.support.pins import ROOT
from tests.support.postgres import databases_left
from tests.support.restoring import (
    backed_up,
    ordered,
    other_server,
    restored,
    rewritten,
    server_with_sample,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample
    from tests.support.engine import RunningEngine
    from tests.support.restoring import Server

FAULTS = shown_by(ROOT / "docs" / "kuroibara-faults.md")


def test_the_page_has_all_of_them_and_a_test_for_each() -> None:
    assert list(FAULTS) == list(range(1, 34))
    assert all(FAULTS.values())


def test_every_test_it_names_is_there_to_be_run() -> None:
    assert lacking(FAULTS) == []


# Restore


@pytest.fixture(scope="module")
def source(
    tmp_path_factory: pytest.TempPathFactory,
    postgres: EmbeddedPostgres,
    sample_template: tuple[str, Sample],
) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("source")
    with server_with_sample(folder, postgres, sample_template) as server:
        yield server


def test_what_is_no_sql_is_refused_and_changes_nothing(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> None:
    path = make_format1(tmp_path / "no sql.tar.gz", b"this is not sql; select 1/0;", None, "no sql")
    with other_server(tmp_path, postgres, kuroibara_template) as target:
        before = whole(target.settings)
        with opened(target.settings) as service, pytest.raises(BackupError) as caught:
            restored(service, path)
        assert caught.value.remedy
        assert whole(target.settings) == before
        assert databases_left(target.url) == []


def test_a_library_of_another_name_is_restored_where_it_is(
    source: Server, tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> None:
    shelf = tmp_path / "Bücher"
    held = whole(source.settings)
    path = backed_up(source, name="of another name")
    with other_server(tmp_path, postgres, kuroibara_template, storage_path=shelf) as target:
        with opened(target.settings) as service:
            restored(service, path)
        now = whole(target.settings)
        assert now.files == held.files
        assert ordered(now.tables) == rewritten(held.tables, source.settings.storage_path, shelf)
    assert not (tmp_path / "storage").exists()


# Create, list, keep


def test_cleaning_up_obeys_the_rules_and_not_a_number_of_its_own(engine: RunningEngine) -> None:
    with engine.client() as client:
        for number in range(3):
            engine.create(f"by hand {number}", include_storage=False)
        assert client.post("/backup/cleanup").json()["removed_backups"] == 0
        client.put(
            "/backup/retention-settings", json={"retention_max_total": 2, "retention_manual": True}
        ).raise_for_status()
        assert client.post("/backup/cleanup").json()["removed_backups"] == 1
        left = [one["filename"] for one in client.get("/backup/list").json()["backups"]]
    assert left == ["by hand 2.tar.gz", "by hand 1.tar.gz"]


def test_a_backup_says_what_it_was_made_of(shared_engine: RunningEngine) -> None:
    item = shared_engine.create("told", include_storage=False)
    metadata = item["metadata"]
    assert metadata["kuroibara_version"] == "0.7.0"
    assert metadata["format"] == 2
    assert metadata["tool_version"]
    with shared_engine.client() as client:
        full = client.get(f"/backup/archives/{item['backup_id']}/metadata").json()
    assert full["postgresql_version"]
    assert "users" in str(full["schema"])


def test_no_name_keeps_a_file_out_of_the_backup(shared_engine: RunningEngine) -> None:
    odd = ("temp/1.jpg", "organized/temp/2.cbz", "left.tmp", "notes.log", ".git/config", "a/temp")
    for name in odd:
        path = shared_engine.library / "manga" / str(UUID(int=77)) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"of the library")
    item = shared_engine.create("everything")
    with shared_engine.client() as client:
        index = client.get(f"/backup/archives/{item['backup_id']}/index").text
    for name in odd:
        assert f'"p":"manga/{UUID(int=77)}/{name}"' in index, name


def test_a_folder_among_the_backups_is_none(engine: RunningEngine) -> None:
    for where in (engine.engine_folder, engine.found_folder):
        (where / "folder.tar.gz").mkdir(parents=True)
    with engine.client() as client:
        assert client.get("/backup/list").json()["backups"] == []
        for answer in (
            client.get("/backup/download/folder.tar.gz"),
            client.delete("/backup/delete/folder.tar.gz"),
        ):
            assert answer.status_code == 404
            assert str(engine.settings.backup_path) not in answer.text


def test_the_log_says_that_a_backup_was_made(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> None:
    log = tmp_path / "log"
    with (
        running_engine(tmp_path, postgres, kuroibara_template, worker=False) as engine,
        log.open("w") as errors,
        served(engine, log=errors),
    ):
        item = engine.create("told of in the log", include_storage=False)
    found = subprocess.run(["grep", "-i", "backup", log], capture_output=True, text=True).stdout
    begun, ended = found.splitlines()
    assert item["filename"].removesuffix(".tar.gz") in begun
    assert ended.endswith("succeeded")


# Sign-in


@pytest.mark.parametrize("call", ["setup", "verify", "disable"])
def test_no_call_changes_the_second_factor(shared_engine: RunningEngine, call: str) -> None:
    with shared_engine.client(shared_engine.with_totp) as client:
        answer = client.post(f"/auth/2fa/{call}", json={"code": "000000"})
    assert answer.status_code == 404
    with psycopg.connect(shared_engine.settings.kuroibara_url) as connection:
        row = connection.execute(
            "SELECT two_fa_secret, two_fa_enabled FROM users WHERE id = %s",
            (shared_engine.with_totp.id,),
        ).fetchone()
    assert row == (shared_engine.with_totp.totp_secret, True)
