"""Making a backup: what is in it, what is said about it, and what is left when it fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import httpx
import psycopg
import pytest
from pydantic import SecretStr

from kuroibara_backup.archive import Level
from kuroibara_backup.errors import BackupError, Cancelled, NoConnection, NotEnoughSpace, Refused
from kuroibara_backup.jobs.model import Job, JobState
from kuroibara_backup.jobs.runner import Control
from kuroibara_backup.service import files
from kuroibara_backup.service.engine import opened
from tests.support.engine import new_user, running_engine, served, serving
from tests.support.finished import finished
from tests.support.postgres import execute
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.service.engine import Service
    from tests.support.engine import RunningEngine
    from tests.support.small_disk import SmallDisks


def submit(service: Service, name: str | None = None, *, include_storage: bool = True) -> Job:
    return service.creations.submit(
        name=name, include_storage=include_storage, encrypted=False, requested_by=None
    )


def made(service: Service, name: str | None = None, **more: Any) -> Job:
    return service.jobs.wait(submit(service, name, **more).id, 120)


def left(engine: RunningEngine) -> list[str]:
    return [name for name in os.listdir(engine.engine_folder) if name != ".writer-lock"]


def register(url: str, path: str) -> None:
    """Have the database name a file of the library."""
    with psycopg.connect(url) as connection:
        connection.execute(
            "INSERT INTO manga (id, title, type, status, is_nsfw, cover_image)"
            " VALUES (%s, 'T', 'MANGA', 'ONGOING', false, %s)",
            (uuid4(), path),
        )


def test_plain_tools_open_what_was_made(shared_engine: RunningEngine, tmp_path: Any) -> None:
    job = made(shared_engine.service, "plain")
    assert job.state is JobState.SUCCEEDED, job.error
    with tarfile.open(shared_engine.engine_folder / "plain.tar.gz", "r:gz") as outer:
        assert outer.getnames() == [
            *("database.sql", "storage.tar.gz", "backup_metadata.json", "backup_index.jsonl")
        ]
        outer.extractall(tmp_path / "out", filter="data")
    with tarfile.open(tmp_path / "out" / "storage.tar.gz", "r:gz") as inner:
        inner.extractall(tmp_path / "out", filter="data")
    same = subprocess.run(
        ["diff", "-r", str(shared_engine.library), str(tmp_path / "out" / "storage")], check=False
    )
    assert same.returncode == 0
    checked = subprocess.run(
        ["sha256sum", "-c", "plain.tar.gz.sha256"],
        cwd=shared_engine.engine_folder,
        check=False,
        capture_output=True,
    )
    assert checked.returncode == 0


def test_missing_files_are_counted_and_named(engine: RunningEngine) -> None:
    for path in ("manga/gone.cbz", f"manga/{UUID(int=1)}/cover.jpg"):
        register(engine.settings.kuroibara_url, f"{engine.library}/{path}")
    register(engine.settings.kuroibara_url, "/app/storage/manga/moved.cbz")
    register(engine.settings.kuroibara_url, "https://example.org/cover.jpg")
    register(engine.settings.kuroibara_url, "/covers/made-up.jpg")
    job = made(engine.service, "lacking")
    assert job.state is JobState.SUCCEEDED
    assert job.warnings == (
        "2 of the 3 files that the database names are not in the library folder.",
    )
    said = files.inspect(engine.engine_folder / "lacking.tar.gz").metadata
    assert said["missing_files"] == {
        "count": 2,
        "first": ["manga/gone.cbz", "manga/moved.cbz"],
    }
    assert said["warnings"] == list(job.warnings)
    assert not said["suspect"]


def test_an_unmounted_library_makes_a_suspect_backup_and_says_so(engine: RunningEngine) -> None:
    register(engine.settings.kuroibara_url, f"{engine.library}/manga/x.cbz")
    shutil.rmtree(engine.library)
    engine.library.mkdir()
    job = made(engine.service, "unmounted")
    assert job.state is JobState.SUCCEEDED
    assert any("Is its drive mounted?" in sentence for sentence in job.warnings)
    item = engine.client().get("/backup/list").json()["backups"][0]
    assert item["suspect"] is True
    engine.library.rmdir()
    gone = made(engine.service, "no folder")
    assert gone.state is JobState.FAILED
    assert gone.error is not None
    assert gone.error.code == "no_library"


def test_an_empty_library_that_nobody_misses_is_no_suspect(engine: RunningEngine) -> None:
    shutil.rmtree(engine.library)
    engine.library.mkdir()
    job = made(engine.service, "new install")
    assert job.state is JobState.SUCCEEDED
    assert job.warnings == ()


def test_links_make_the_backup_incomplete(engine: RunningEngine) -> None:
    (engine.library / "manga" / "elsewhere").symlink_to("/etc")
    job = made(engine.service, "with link")
    assert job.state is JobState.SUCCEEDED
    assert any("link" in sentence for sentence in job.warnings)
    assert files.inspect(engine.engine_folder / "with link.tar.gz").metadata["incomplete"] is True


class Watched(Control):
    """Does something once, as soon as a stage begins."""

    def __init__(self, stage: str, act: Callable[[Watched], None]) -> None:
        super().__init__(lambda _: None)
        self._awaited: str | None = stage
        self._act = act

    def report(self, stage: str, done: int = 0, total: int | None = None) -> None:
        super().report(stage, done, total)
        if stage == self._awaited:
            self._awaited = None
            self._act(self)


@pytest.mark.parametrize("stage", ["dump", "scan", "plan", "write", "verify", "publish"])
def test_cancelled_at_any_stage_leaves_nothing(shared_engine: RunningEngine, stage: str) -> None:
    (shared_engine.library / "manga" / "big.cbz").write_bytes(os.urandom(30_000_000))
    before = left(shared_engine)
    with pytest.raises(Cancelled):
        shared_engine.service.creations.make_now(
            Watched(stage, Watched.stop), name=f"stopped in {stage}", include_storage=True
        )
    assert left(shared_engine) == before


def test_a_cancelled_job_leaves_nothing(shared_engine: RunningEngine) -> None:
    (shared_engine.library / "manga" / "big.cbz").write_bytes(os.urandom(30_000_000))
    before = left(shared_engine)
    with shared_engine.service.place.writer_lock(wait=True):
        job = submit(shared_engine.service, "stopped")
        until(lambda: shared_engine.service.jobs.get(job.id).state is not JobState.QUEUED)
    shared_engine.service.jobs.cancel(job.id)
    assert shared_engine.service.jobs.wait(job.id, 60).state is JobState.CANCELLED
    assert left(shared_engine) == before


def test_an_attempt_after_the_last_step_finds_its_backup_made(engine: RunningEngine) -> None:
    given = {"name": "twice", "kinds": ["manual"], "include_storage": True}
    job_id = uuid4()
    first = engine.service.creations.work(given, Control(lambda _: None, job_id))
    made_of_it = left(engine)
    again = engine.service.creations.work(given, Control(lambda _: None, job_id, attempt=2))
    assert again == first
    assert left(engine) == made_of_it
    # Another job of that name is another backup, and does not take its place.
    with pytest.raises(BackupError):
        engine.service.creations.work(given, Control(lambda _: None, uuid4(), attempt=2))
    assert left(engine) == made_of_it


def test_what_will_not_fit_is_refused_before_it_is_written(
    engine: RunningEngine, tmp_path: Any
) -> None:
    huge = engine.library / "manga" / "huge.cbz"
    with huge.open("wb") as file:
        file.truncate(8 << 40)
    job = made(engine.service, "huge")
    assert job.error is not None
    assert job.error.code == "not_enough_space"
    assert "bytes are free" in job.error.detail
    assert job.error.remedy
    assert left(engine) == []


def test_a_disk_that_fills_up_leaves_nothing(
    tmp_path: Any, postgres: EmbeddedPostgres, kuroibara_template: str, small_disk: SmallDisks
) -> None:
    disk = small_disk(8 << 20)
    with running_engine(tmp_path, postgres, kuroibara_template, backup_path=disk) as engine:
        (engine.library / "a.cbz").write_bytes(os.urandom(5_000_000))
        filler = disk / "filler"
        first = made(engine.service, "fits")
        assert first.state is JobState.SUCCEEDED
        # It fits by the plan, and then somebody else takes the room.
        engine.client().delete("/backup/delete/fits.tar.gz")

        def fill(_: object) -> None:
            with suppress(OSError):
                filler.write_bytes(bytes(6 << 20))

        with pytest.raises(NotEnoughSpace):
            engine.service.creations.make_now(
                Watched("write", fill), name="full", include_storage=True
            )
        assert left(engine) == []
        filler.unlink()
        assert made(engine.service, "again").state is JobState.SUCCEEDED


@pytest.mark.slow
def test_a_database_that_is_down_is_a_sentence_everywhere(
    tmp_path: Any, kuroibara_template: str
) -> None:
    from tests.support.postgres import running

    with running() as server:
        execute(server.url(), "CREATE DATABASE own")
        schema = __import__("importlib.resources").resources.files("kuroibara_backup.demo")
        execute(server.url("own"), (schema / "schema.sql").read_text(encoding="utf-8"))
        with running_engine(tmp_path, server, "own") as engine:
            client = engine.client()
            made(engine.service, "before")
            server.stop()
            for method, path in (
                ("GET", "/backup/list"),
                ("GET", "/users/me"),
                ("GET", "/backup/download/before.tar.gz"),
                ("POST", "/backup/create"),
            ):
                answer = client.request(method, path, json={} if method == "POST" else None)
                assert answer.status_code == 503
                assert answer.headers["content-type"] == "application/problem+json"
                assert answer.json()["code"] == "no_connection"
                assert answer.json()["remedy"]
            assert client.get("/backup/capabilities").status_code in {200, 503}
            body = {"username": "anna", "password": "x"}
            assert httpx.post(f"{engine.api}/auth/login", json=body).status_code == 503
            with pytest.raises(NoConnection):
                made(engine.service, "while down")
            server.start()
            assert made(engine.service, "afterwards").state is JobState.SUCCEEDED


@pytest.mark.slow
def test_the_list_answers_while_a_backup_runs(engine: RunningEngine) -> None:
    for number in range(4):
        (engine.library / f"{number}.cbz").write_bytes(os.urandom(64 << 20))
    for number in range(400):
        (engine.library / f"{number}.txt").write_text("words and words\n" * 500)
    os.sync()  # or the first answers wait for the drive, whatever the engine does
    client = engine.client()
    client.get("/backup/list")
    idle = took(client, 20)
    job = submit(engine.service, "long")
    busy: list[float] = []
    while not engine.service.jobs.get(job.id).state.finished:
        busy += took(client, 1)
    assert engine.service.jobs.get(job.id).state is JobState.SUCCEEDED
    assert len(busy) > 5
    # Alone on a machine it stays under 0.1 s; here others may be using it, too.
    assert sorted(busy)[len(busy) // 2] < max(0.1, 5 * sorted(idle)[len(idle) // 2])
    assert max(busy) < 3


def took(client: httpx.Client, times: int) -> list[float]:
    found = []
    for _ in range(times):
        begin = time.perf_counter()
        assert client.get("/backup/list").status_code == 200
        found.append(time.perf_counter() - begin)
    return found


def test_a_lost_state_database_is_rebuilt_from_the_files(engine: RunningEngine) -> None:
    item = engine.create("remembered")
    state_url = engine.settings.backup_state_url
    assert state_url is not None
    execute(state_url.get_secret_value(), "DELETE FROM archive", "DELETE FROM engine")
    with opened(engine.settings) as second:
        second.start()
        assert second.capabilities(None)["instance_id"] != ""
        until(lambda: second.backups.all()[0].metadata is not None)
        [found] = second.backups.all()
        assert str(found.backup_id) == item["backup_id"]
        assert found.sha256 == item["sha256"]
        assert found.includes_storage is True
        with serving(second) as url:
            body = {"username": "anna", "password": engine.admin.password}
            token = httpx.post(f"{url}/api/v1/auth/login", json=body).json()["access_token"]
            head = httpx.head(
                f"{url}/api/v1/backup/download/remembered.tar.gz",
                headers={"Authorization": f"Bearer {token}"},
            )
            assert head.headers["etag"] == f'"sha256-{item["sha256"]}"'


def test_configured_administrators_are_granted_once_by_identity(
    tmp_path: Any, postgres: EmbeddedPostgres, kuroibara_template: str
) -> None:
    with running_engine(tmp_path, postgres, kuroibara_template) as engine:
        url = engine.settings.kuroibara_url
        settings = engine.settings.model_copy(update={"backup_admins": ("ben", "nobody")})
        with opened(settings) as service:
            service.start()
            assert engine.client(engine.reader).get("/backup/list").status_code == 200
        # The name is freed and somebody else registers it: they are nobody.
        execute(url, "DELETE FROM users WHERE username = 'ben'")
        other = new_user(url, "ben")
        engine._tokens.clear()
        with opened(settings) as service:
            service.start()
            assert engine.client(other).get("/backup/list").status_code == 403


@pytest.mark.parametrize("inner", ["storage/backups", "."])
def test_backups_inside_the_library_are_refused(shared_engine: RunningEngine, inner: str) -> None:
    inside = shared_engine.library.parent / inner
    settings = shared_engine.settings.model_copy(update={"backup_path": inside})
    with pytest.raises(Refused) as caught, opened(settings):
        pass
    assert caught.value.code == "folders_nested"
    assert "BACKUP_PATH" in caught.value.remedy


def test_a_backup_folder_that_cannot_be_made_is_refused(
    shared_engine: RunningEngine, tmp_path: Any
) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = shared_engine.settings.model_copy(update={"backup_path": tmp_path / "file" / "x"})
    with pytest.raises(BackupError) as caught, opened(settings):
        pass
    assert caught.value.remedy


def test_no_database_no_engine(shared_engine: RunningEngine) -> None:
    url = SecretStr("postgresql://x:y@127.0.0.1:1/kuroibara")
    settings = shared_engine.settings.model_copy(update={"database_url": url})
    with pytest.raises(NoConnection), opened(settings):
        pass


def test_a_second_process_is_refused_while_one_writes(shared_engine: RunningEngine) -> None:
    from kuroibara_backup.cli.operate import Foreground

    with (
        opened(shared_engine.settings) as other,
        shared_engine.service.place.writer_lock(wait=False),
    ):
        control = Foreground(lambda *_: None, lambda: None)
        with pytest.raises(Refused) as caught:
            other.creations.make_now(control, name="x", include_storage=False)
    assert caught.value.code == "locked"


@pytest.mark.slow
def test_a_server_killed_in_mid_backup_leaves_no_final_name_and_the_next_start_sweeps(
    engine: RunningEngine,
) -> None:
    (engine.library / "big.cbz").write_bytes(os.urandom(200_000_000))
    with served(engine) as (process, url):
        body = {"username": "anna", "password": engine.admin.password}
        token = httpx.post(f"{url}/api/v1/auth/login", json=body).json()["access_token"]
        client = httpx.Client(
            base_url=f"{url}/api/v1", headers={"Authorization": f"Bearer {token}"}, timeout=30
        )
        with client:
            created = client.post("/backup/create", json={"backup_name": "killed"})
            job = f"/backup/jobs/{created.json()['job_id']}"
            until(lambda: client.get(job).json()["stage"] == "write", seconds=60, every=0.001)
            process.kill()
            process.wait()
    names = left(engine)
    assert any(name.startswith(".spool-") for name in names)
    assert not any(name.endswith(".tar.gz") for name in names)
    with served(engine) as (process, _url):
        # The job itself begins anew, with files of its own; whoever takes it up first sweeps.
        until(lambda: not set(names) & set(left(engine)) - {".writer-lock"}, seconds=30)
        process.terminate()
        assert process.wait(20) == 0


def test_verified_means_every_byte(shared_engine: RunningEngine) -> None:
    item = shared_engine.create("whole")
    path = shared_engine.engine_folder / "whole.tar.gz"
    report = finished(files.verify(path, Level.FULL))
    assert report.ok
    assert report.sha256 == item["sha256"]
    assert datetime.fromisoformat(item["verified_at"]) <= datetime.now(UTC)


@pytest.mark.slow
def test_who_wants_to_change_a_table_goes_first_and_the_backup_is_made_all_the_same(
    shared_engine: RunningEngine,
) -> None:
    url = shared_engine.settings.kuroibara_url
    changed = threading.Event()

    def change() -> None:
        with psycopg.connect(url) as connection:
            connection.execute("ALTER TABLE manga ADD COLUMN later int")
            connection.execute("ALTER TABLE manga DROP COLUMN later")
        changed.set()

    class Interrupted(Control):
        """Lets the other program come when the tables are counted but not dumped yet."""

        came = False

        def check(self) -> None:
            super().check()
            counted = "SELECT 1 FROM pg_locks JOIN pg_class ON relation = pg_class.oid"
            counted += " WHERE relname = 'volume' OR relname = 'users'"
            if not self.came and found(url, counted):
                self.came = True
                threading.Thread(target=change).start()
                until(lambda: found(url, "SELECT 1 FROM pg_locks WHERE NOT granted"))

    control = Interrupted(lambda change: None)
    outcome = shared_engine.service.creations.make_now(
        control, name="polite", include_storage=False
    )
    assert control.came
    assert changed.is_set()
    assert outcome.verified


def found(url: str, query: str) -> bool:
    with psycopg.connect(url) as connection:
        return connection.execute(query.encode()).fetchone() is not None
