"""Drills: a backup is really restored, into places that are thrown away; nothing live is hit."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any

import bcrypt
import pytest

from kuroibara_backup.errors import Cancelled
from kuroibara_backup.jobs.control import Control
from kuroibara_backup.service.audit import ENGINE
from tests.support.format1 import SEED, make_format1
from tests.support.postgres import databases_left
from tests.support.restoring import control, whole
from tests.support.uploading import ended, refused

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from tests.support.engine import RunningEngine


@pytest.fixture
def client(shared_engine: RunningEngine) -> httpx.Client:
    return shared_engine.client()


@pytest.fixture(scope="module")
def full(shared_engine: RunningEngine) -> dict[str, Any]:
    return shared_engine.create("full one")


def drilled(client: httpx.Client, backup_id: str, *, land: bool = False) -> dict[str, Any]:
    answer = client.post(f"/backup/archives/{backup_id}/drill", params={"land": land})
    assert answer.status_code == 202, answer.text
    return ended(client, answer.json()["id"])


def listed(client: httpx.Client, filename: str) -> dict[str, Any]:
    items = client.get("/backup/list").json()["backups"]
    return next(item for item in items if item["filename"] == filename)


def put(engine: RunningEngine, name: str, content: bytes) -> Path:
    """A file of Kuroibara's own, as it lies there since an hour."""
    engine.found_folder.mkdir(exist_ok=True)
    path = engine.found_folder / name
    path.write_bytes(content)
    os.utime(path, (time.time() - 3600,) * 2)
    return path


def assert_nothing_left(engine: RunningEngine) -> None:
    assert databases_left(engine.settings.kuroibara_url) == []
    assert not list(engine.engine_folder.glob(".drill-*"))


@pytest.mark.parametrize("land", [False, True], ids=["streamed", "landed"])
def test_a_good_backup_is_proved_and_nothing_is_left(
    shared_engine: RunningEngine, client: httpx.Client, full: dict[str, Any], land: bool
) -> None:
    before = whole(shared_engine.settings)
    job = drilled(client, full["backup_id"], land=land)
    assert (job["state"], job["error"]) == ("succeeded", None)
    report = job["result"]
    assert report["proved"] is True
    assert report["reason"] is None
    assert report["database"]["rows"] == sum(full["metadata"]["rows"].values())
    assert report["database"]["active_users"] == 3
    assert report["storage"] == {
        "files": full["metadata"]["storage_files"],
        "bytes": full["metadata"]["storage_bytes"],
        "landed": land,
    }
    assert any("SHA-256" in sentence for sentence in report["covered"])
    assert any("read back" in sentence for sentence in report["covered"]) is land
    item = listed(client, full["filename"])
    assert item["proved_at"] is not None
    assert client.get(f"/backup/archives/{full['backup_id']}/drill").json() == report
    assert whole(shared_engine.settings) == before
    assert_nothing_left(shared_engine)


def test_a_database_only_backup_says_that_no_file_was_proved(
    shared_engine: RunningEngine, client: httpx.Client
) -> None:
    item = shared_engine.create("database only", include_storage=False)
    refused(client.get(f"/backup/archives/{item['backup_id']}/drill"), 404, "no_drill")
    report = drilled(client, item["backup_id"])["result"]
    assert report["storage"] is None
    assert any("holds no files" in sentence for sentence in report["not_proved"])


def test_of_kuroibaras_own_format_it_says_what_it_cannot_prove(
    shared_engine: RunningEngine, tmp_path: Path
) -> None:
    path = make_format1(tmp_path / "old.tar.gz", dump(), shared_engine.library, "old")
    done = shared_engine.service.drills.drill_now(path, control(), land=True, by=ENGINE)
    assert done.problem is None, done.problem
    report = done.row.report
    assert report["format"] == 1
    assert any("holds no digests" in sentence for sentence in report["not_proved"])
    assert any("no row is missing" in sentence for sentence in report["not_proved"])
    assert not any("SHA-256" in sentence for sentence in report["covered"])
    assert_nothing_left(shared_engine)


def dump() -> bytes:
    """A genuine dump, with people in it who could sign in."""
    hashed = bcrypt.hashpw(b"password", bcrypt.gensalt(4))
    return SEED.read_bytes().replace(b"$2b$12$not-a-real-hash", hashed)


def hostile(sql: bytes) -> bytes:
    body, _, tail = dump().rpartition(b"--\n-- PostgreSQL database dump complete")
    return body + sql + b"\n\n--\n-- PostgreSQL database dump complete" + tail


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        (b"\\! touch /tmp/drilled", "dump_refused"),
        (b"COMMIT;\nDROP TABLE public.users;", "dump_refused"),
        (b"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';", "dump_refused"),
        (b"UPDATE public.users SET is_active = false;", "dump_refused"),
    ],
    ids=["psql command", "commit", "function", "update"],
)
def test_a_hostile_dump_fails_the_drill_and_touches_nothing(
    shared_engine: RunningEngine, tmp_path: Path, sql: bytes, code: str
) -> None:
    before = whole(shared_engine.settings)
    path = make_format1(tmp_path / "hostile.tar.gz", hostile(sql), None, "hostile")
    done = shared_engine.service.drills.drill_now(path, control(), land=False, by=ENGINE)
    assert done.problem is not None
    assert done.problem.code == code
    assert done.row.report["proved"] is False
    assert done.row.report["reason"]["code"] == code
    assert whole(shared_engine.settings) == before
    assert_nothing_left(shared_engine)


def test_a_backup_that_nobody_could_sign_in_to_fails(
    shared_engine: RunningEngine, tmp_path: Path
) -> None:
    path = make_format1(tmp_path / "nobody.tar.gz", None, None, "nobody")  # no hash is a real one
    done = shared_engine.service.drills.drill_now(path, control(), land=False, by=ENGINE)
    assert done.problem is not None
    assert "sign in" in done.problem.sentence


@pytest.mark.parametrize("damage", ["changed", "cut"])
def test_a_damaged_backup_fails_the_job_and_is_marked(
    shared_engine: RunningEngine, client: httpx.Client, damage: str
) -> None:
    item = shared_engine.create(f"damaged {damage}")
    assert drilled(client, item["backup_id"])["state"] == "succeeded"
    path = shared_engine.engine_folder / item["filename"]
    content = bytearray(path.read_bytes())
    if damage == "changed":
        content[len(content) // 2] ^= 1
    else:
        del content[-5000:]
    stamp = path.stat()
    with open(path, "r+b") as file:
        file.write(content)
        file.truncate()
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    stored = shared_engine.service.backups.named(item["filename"])
    job_id = shared_engine.service.drills.submit(stored, ENGINE).id
    job = ended(client, str(job_id))
    assert (job["state"], job["error"]["code"]) == ("failed", "damaged")
    assert "did not stand the drill" in job["error"]["detail"]
    again = listed(client, item["filename"])
    assert (again["proved_at"], again["verified_at"]) == (None, None)
    assert again["status"] == "damaged"
    assert_nothing_left(shared_engine)


def test_a_cancelled_drill_leaves_nothing(
    shared_engine: RunningEngine, full: dict[str, Any]
) -> None:
    calls = 0

    class Stopping(Control):
        def report(self, stage: str, done: int = 0, total: int | None = None) -> None:
            nonlocal calls
            calls += stage == "load"
            if calls:
                raise Cancelled

    path = shared_engine.engine_folder / full["filename"]
    with pytest.raises(Cancelled):
        shared_engine.service.drills.drill_now(
            path, Stopping(lambda _change: None), land=False, by=ENGINE
        )
    assert_nothing_left(shared_engine)


def test_only_administrators_have_drills_made(
    shared_engine: RunningEngine, full: dict[str, Any]
) -> None:
    client = shared_engine.client(shared_engine.reader)
    answer = client.post(f"/backup/archives/{full['backup_id']}/drill")
    refused(answer, 403, "not_administrator")
