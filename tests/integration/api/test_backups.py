"""The backup calls: Kuroibara's contract, and what the engine adds."""

from __future__ import annotations

import hashlib
import json
import os
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import httpx
import jwt
import psycopg
import pytest

from kuroibara_backup.archive import Level
from kuroibara_backup.jobs.model import JobState
from kuroibara_backup.service import files
from tests.integration.api.test_accounts import assert_problem
from tests.support.engine import KUROIBARA_KEY, new_user
from tests.support.finished import finished
from tests.support.format1 import SEED, make_format1
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_backup.archive import Report
    from tests.support.engine import RunningEngine


@pytest.fixture
def client(shared_engine: RunningEngine) -> httpx.Client:
    return shared_engine.client()


def put_found(engine: RunningEngine, name: str, content: bytes, *, age: float = 3600) -> Path:
    engine.found_folder.mkdir(exist_ok=True)
    path = engine.found_folder / name
    path.write_bytes(content)
    when = time.time() - age
    os.utime(path, (when, when))
    return path


def listed(client: httpx.Client, filename: str) -> dict[str, Any] | None:
    items = client.get("/backup/list").json()["backups"]
    return next((item for item in items if item["filename"] == filename), None)


def verified(path: Path, sha256: str) -> Report:
    report = finished(files.verify(path, Level.FULL))
    assert report.sha256 == sha256
    return report


def test_empty_list_looks_as_kuroibaras_does(engine: RunningEngine) -> None:
    answer = engine.client().get("/backup/list")
    assert answer.json() == {"backups": [], "total_count": 0, "total_size": 0}


def test_a_folder_that_is_gone_is_no_empty_list(engine: RunningEngine) -> None:
    engine.create("there")
    away = engine.engine_folder.rename(engine.engine_folder.with_name("away"))
    with engine.client() as client:
        refused = client.get("/backup/list")
        assert_problem(
            refused,
            500,
            "The backup folder could not be used: No such file or directory.",
            "backup_folder_unusable",
        )
        away.rename(engine.engine_folder)
        assert listed(client, "there.tar.gz") is not None


def test_created_backup_is_listed_verified_and_whole(shared_engine: RunningEngine) -> None:
    item = shared_engine.create("manual_backup_20230710")
    path = shared_engine.engine_folder / "manual_backup_20230710.tar.gz"
    assert item["filename"] == path.name
    assert item["size"] == path.stat().st_size
    assert item["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert item["created_at"].endswith("Z")
    assert item["download_url"] == f"/api/v1/backup/download/{path.name}"
    assert item["includes_storage"] is True
    assert (item["kind"], item["origin"], item["status"]) == ("manual", "engine", "finished")
    assert item["verified_at"] is not None
    assert (item["proved_at"], item["pinned"], item["encrypted"]) == (None, False, False)
    assert UUID(item["backup_id"])
    metadata = item["metadata"]
    assert metadata["backup_name"] == "manual_backup_20230710"
    assert metadata["kuroibara_version"] == "0.7.0"
    assert metadata["rows"]["public.users"] == 3
    assert metadata["storage_files"] == 9
    # Nothing in the list may tell where things lie on the server.
    assert str(shared_engine.library) not in json.dumps(item)
    assert path.stat().st_mode & 0o777 == 0o600
    report = verified(path, item["sha256"])
    assert report.ok, report.damages


def test_database_only_backup_says_so(shared_engine: RunningEngine) -> None:
    item = shared_engine.create("only the database", include_storage=False)
    assert item["includes_storage"] is False
    assert item["metadata"]["storage_size"] == 0
    assert item["download_url"].endswith("/only%20the%20database.tar.gz")


def test_the_name_told_is_the_files(shared_engine: RunningEngine, client: httpx.Client) -> None:
    answer = client.post("/backup/create", json={"include_storage": False}).json()
    assert answer["message"] == "Backup creation started"
    assert isinstance(answer["estimated_duration"], str)
    job = shared_engine.service.jobs.wait(UUID(answer["job_id"]), 60)
    assert job.state is JobState.SUCCEEDED
    assert listed(client, f"{answer['backup_name']}.tar.gz")
    zone = shared_engine.settings.timezone
    made = datetime.strptime(answer["backup_name"], "kuroibara_backup_%Y%m%d_%H%M%S")  # noqa: DTZ007  said in `zone`
    assert abs(datetime.now(zone) - made.replace(tzinfo=zone)) < timedelta(minutes=1)


def test_job_tells_its_outcome(shared_engine: RunningEngine, client: httpx.Client) -> None:
    body = {"backup_name": "with outcome", "include_storage": True}
    job_id = client.post("/backup/create", json=body).json()["job_id"]
    shared_engine.service.jobs.wait(UUID(job_id), 60)
    job = client.get(f"/backup/jobs/{job_id}").json()
    assert job.keys() == {
        *("id", "kind", "state", "attempt", "stage", "done", "total", "rate", "eta_seconds"),
        "warnings",
        *("backup_name", "filename", "created_at", "started_at", "finished_at", "error", "result"),
    }
    assert (job["kind"], job["state"], job["error"]) == ("create", "succeeded", None)
    assert job["filename"] == "with outcome.tar.gz"
    result = job["result"]
    item = listed(client, "with outcome.tar.gz")
    assert item is not None
    assert result == {
        "filename": item["filename"],
        "size": item["size"],
        "sha256": item["sha256"],
        "backup_id": item["backup_id"],
        "verified": True,
    }
    assert job_id in [one["id"] for one in client.get("/backup/jobs").json()["jobs"]]
    again = client.post(f"/backup/jobs/{job_id}/cancel")
    assert (again.status_code, again.json()["code"]) == (409, "already_finished")


def test_unknown_jobs_are_not_found(client: httpx.Client) -> None:
    assert client.get(f"/backup/jobs/{uuid4()}").json()["code"] == "no_such_job"
    assert client.get("/backup/jobs/nonsense").status_code == 422


def test_a_taken_name_is_refused_also_while_it_is_being_made(
    shared_engine: RunningEngine, client: httpx.Client
) -> None:
    with shared_engine.service.place.writer_lock(wait=True):
        body = {"backup_name": "twice", "include_storage": False}
        first = client.post("/backup/create", json=body)
        for name in ("twice", "TWICE"):
            again = client.post("/backup/create", json={"backup_name": name})
            assert (again.status_code, again.json()["code"]) == (409, "name_taken")
    shared_engine.service.jobs.wait(UUID(first.json()["job_id"]), 60)
    again = client.post("/backup/create", json=body)
    assert (again.status_code, again.json()["code"]) == (409, "name_taken")


def test_the_same_waits_only_once(shared_engine: RunningEngine, client: httpx.Client) -> None:
    with shared_engine.service.place.writer_lock(wait=True):
        body = {"include_storage": False}
        first = client.post("/backup/create", json=body).json()["job_id"]
        until(lambda: client.get(f"/backup/jobs/{first}").json()["state"] == "running")
        second = client.post("/backup/create", json=body).json()["job_id"]
        third = client.post("/backup/create", json=body)
        assert (third.status_code, third.json()["code"]) == (409, "already_queued")
        waiting = client.post(f"/backup/jobs/{second}/cancel")
        assert (waiting.status_code, waiting.json()["state"]) == (202, "cancelled")
        client.post(f"/backup/jobs/{first}/cancel")
        until(lambda: client.get(f"/backup/jobs/{first}").json()["state"] == "cancelled")


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "/etc/x",
        "..\\x",
        "a\0b",
        "a\nb",
        "x" * 201,
        "é" * 101,
        ".x",
        "x.tar.gz",
        "..",
        "x/y",
    ],
)
def test_hostile_names_make_nothing(
    shared_engine: RunningEngine, client: httpx.Client, name: str
) -> None:
    answer = client.post("/backup/create", json={"backup_name": name})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_name")
    assert repr(name)[1:-1] not in answer.text or len(name) < 3
    body = b'{"backup_name": "\\ud800"}'
    lone = client.post("/backup/create", content=body, headers={"Content-Type": "application/json"})
    assert lone.status_code == 422


def test_the_longest_name_works_from_end_to_end(
    shared_engine: RunningEngine, client: httpx.Client
) -> None:
    item = shared_engine.create("é" * 100, include_storage=False)
    answer = client.get(item["download_url"].removeprefix("/api/v1"))
    assert answer.status_code == 200
    assert "filename*=utf-8''%C3%A9" in answer.headers["content-disposition"]


def test_a_request_for_encryption_is_refused_and_never_ignored(client: httpx.Client) -> None:
    answer = client.post("/backup/create", json={"encrypted": True})
    assert (answer.status_code, answer.json()["code"]) == (422, "encryption_unavailable")


def test_create_without_a_body_is_refused(client: httpx.Client) -> None:
    assert client.post("/backup/create").status_code == 422
    assert client.post("/backup/create", content=b"{").status_code == 422


def test_an_ordinary_user_gets_a_sentence_for_every_call(shared_engine: RunningEngine) -> None:
    item = shared_engine.create("private", include_storage=False)
    reader = shared_engine.client(shared_engine.reader)
    calls = [
        ("GET", "/backup/list"),
        ("POST", "/backup/create"),
        ("GET", "/backup/download/private.tar.gz"),
        ("HEAD", "/backup/download/private.tar.gz"),
        ("DELETE", "/backup/delete/private.tar.gz"),
        ("GET", "/backup/jobs"),
        ("GET", f"/backup/jobs/{uuid4()}"),
        ("POST", f"/backup/jobs/{uuid4()}/cancel"),
        ("GET", f"/backup/archives/{item['backup_id']}/metadata"),
        ("GET", f"/backup/archives/{item['backup_id']}/index"),
        ("GET", f"/backup/archives/{item['backup_id']}/series"),
    ]
    for method, path in calls:
        answer = reader.request(method, path, json={} if method == "POST" else None)
        assert answer.status_code == 403, (method, path)
        if method != "HEAD":
            assert answer.json()["code"] == "not_administrator"
            assert answer.json()["remedy"]
    assert reader.get("/backup/capabilities").json()["administrator"] is False
    assert (shared_engine.engine_folder / "private.tar.gz").exists()


def test_granted_user_may_back_up(shared_engine: RunningEngine) -> None:
    user = new_user(shared_engine.settings.kuroibara_url, "dora")
    client = shared_engine.client(user)
    assert client.get("/backup/list").status_code == 403
    shared_engine.service.permission.grant("dora", datetime.now(UTC))
    assert client.get("/backup/list").status_code == 200
    assert client.get("/backup/capabilities").json()["administrator"] is True


def test_without_an_administrator_everybody_is_told_the_command(engine: RunningEngine) -> None:
    client = engine.client(engine.reader)
    with psycopg.connect(engine.settings.kuroibara_url) as connection:
        connection.execute("UPDATE users SET is_superuser = false")
    answer = client.get("/backup/list")
    assert (answer.status_code, answer.json()["code"]) == (403, "no_administrator")
    assert "kuroibara-backup admin grant" in answer.json()["remedy"]


def test_capabilities_need_no_token(shared_engine: RunningEngine) -> None:
    answer = httpx.get(f"{shared_engine.api}/backup/capabilities")
    told = answer.json()
    assert told["product"] == "kuroibara-backup"
    assert (told["api"], told["formats"]) == (1, [1, 2])
    assert told["timezone"] == "Europe/Berlin"
    assert told["administrator"] is None
    assert UUID(told["instance_id"])
    now = datetime.fromisoformat(told["time"])
    assert abs(datetime.now(UTC) - now) < timedelta(seconds=5)
    stale = {"Authorization": "Bearer garbage"}
    again = httpx.get(f"{shared_engine.api}/backup/capabilities", headers=stale)
    assert again.json()["administrator"] is None


def test_delete_removes_the_backup_and_its_sidecar(shared_engine: RunningEngine) -> None:
    shared_engine.create("unwanted", include_storage=False)
    shared_engine._tokens.clear()
    client = shared_engine.client()
    answer = client.delete("/backup/delete/unwanted.tar.gz")
    assert answer.status_code == 200
    assert answer.json() == {"message": "Backup unwanted.tar.gz deleted successfully"}
    assert not [name for name in os.listdir(shared_engine.engine_folder) if "unwanted" in name]
    assert listed(client, "unwanted.tar.gz") is None
    gone = client.delete("/backup/delete/unwanted.tar.gz")
    assert_problem(gone, 404, "Backup file not found", "not_found")


def test_delete_wants_a_sign_in_of_the_last_five_minutes(shared_engine: RunningEngine) -> None:
    shared_engine.create("kept", include_storage=False)
    old = jwt.encode(
        {
            "exp": datetime.now(UTC) + timedelta(minutes=24),
            "sub": str(shared_engine.admin.id),
            "type": "access",
        },
        KUROIBARA_KEY,
        algorithm="HS256",
    )
    headers = {"Authorization": f"Bearer {old}"}
    url = f"{shared_engine.api}/backup/delete/kept.tar.gz"
    answer = httpx.delete(url, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "password_required")
    body = {"username": "anna", "password": shared_engine.admin.password}
    pair = httpx.post(f"{shared_engine.api}/auth/login", json=body).json()
    assert (shared_engine.engine_folder / "kept.tar.gz").exists()
    headers = {"Authorization": f"Bearer {pair['access_token']}"}
    assert httpx.delete(url, headers=headers).status_code == 200


@pytest.mark.parametrize("call", ["download", "delete"])
@pytest.mark.parametrize(
    ("name", "status", "detail"),
    [
        ("none.tar.gz", 404, "Backup file not found"),
        ("folder.tar.gz", 404, "Backup file not found"),
        ("dangling.tar.gz", 404, "Backup file not found"),
        ("%5cevil.tar.gz", 404, "Backup file not found"),
        ("%00.tar.gz", 404, "Backup file not found"),
        ("x" * 300 + ".tar.gz", 404, "Backup file not found"),
        (".spool-x.tar.gz", 404, "Backup file not found"),
        ("readme.txt", 400, "Invalid filename"),
        ("a..b.tar.gz", 400, "Invalid filename"),
        ("..%2f..%2fx.tar.gz", 404, "Not Found"),
        ("%2e%2e/x.tar.gz", 404, "Not Found"),
    ],
)
def test_names_that_are_no_backup(
    shared_engine: RunningEngine, call: str, name: str, status: int, detail: str
) -> None:
    folder = shared_engine.found_folder / "folder.tar.gz"
    folder.mkdir(parents=True, exist_ok=True)
    dangling = shared_engine.found_folder / "dangling.tar.gz"
    if not dangling.is_symlink():
        dangling.symlink_to("nowhere")
    with shared_engine.client() as client:
        answer = client.request("GET" if call == "download" else "DELETE", f"/backup/{call}/{name}")
    assert (answer.status_code, answer.json()["detail"]) == (status, detail)
    assert str(shared_engine.settings.backup_path) not in answer.text


def test_calls_that_do_not_exist_are_problems_too(client: httpx.Client) -> None:
    assert_problem(client.get("/backup/nothing"), 404, "Not Found", "not_found")
    answer = client.get("/backup/delete/x.tar.gz")
    assert_problem(answer, 405, "Method Not Allowed", "method_not_allowed")
    assert answer.headers["allow"] == "DELETE"


def test_metadata_and_index_by_id(shared_engine: RunningEngine, client: httpx.Client) -> None:
    item = shared_engine.create("indexed")
    metadata = client.get(f"/backup/archives/{item['backup_id']}/metadata").json()
    assert metadata["backup_id"] == item["backup_id"]
    assert metadata["schema"]["tables"]["public.users"]["email"].startswith("character varying")
    answer = client.get(f"/backup/archives/{item['backup_id']}/index")
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert lines[0]["files"] == 9
    assert sum("p" in line for line in lines) == 9
    missing = client.get(f"/backup/archives/{uuid4()}/index")
    assert_problem(missing, 404, "There is no backup with this id.", "no_such_backup")


def test_found_backups_are_listed_told_of_and_downloaded(
    shared_engine: RunningEngine, client: httpx.Client
) -> None:
    path = put_found(shared_engine, "weekly_20260705.tar.gz", b"")
    make_format1(path, SEED.read_bytes(), shared_engine.library, "weekly_20260705")
    content = path.read_bytes()
    put_found(shared_engine, path.name, content)
    first = listed(client, "weekly_20260705.tar.gz")
    assert first is not None
    assert (first["origin"], first["status"], first["kind"]) == ("found", "finished", "weekly")
    assert first["sha256"] is None

    def told() -> bool:
        item = listed(client, "weekly_20260705.tar.gz")
        return item is not None and item["metadata"] is not None

    until(told)
    answer = client.get("/backup/download/weekly_20260705.tar.gz")
    assert answer.content == content
    assert answer.headers["etag"].startswith('"stat-')
    assert "repr-digest" not in answer.headers

    def hashed() -> httpx.Response | None:
        head = client.head("/backup/download/weekly_20260705.tar.gz")
        return head if "repr-digest" in head.headers else None

    known = until(hashed)
    assert known is not None
    assert known.headers["etag"] == f'"sha256-{hashlib.sha256(content).hexdigest()}"'
    # Who began before the checksum was known may go on.
    headers = {"Range": "bytes=10-", "If-Range": answer.headers["etag"]}
    resumed = client.get("/backup/download/weekly_20260705.tar.gz", headers=headers)
    assert resumed.status_code == 206
    assert resumed.content == content[10:]


def test_found_file_that_grows_is_not_handed_out(
    shared_engine: RunningEngine, client: httpx.Client
) -> None:
    put_found(shared_engine, "growing.tar.gz", b"\x1f\x8b half", age=0)
    item = listed(client, "growing.tar.gz")
    assert item is not None
    assert item["status"] == "being_written"
    answer = client.get("/backup/download/growing.tar.gz")
    assert (answer.status_code, answer.json()["code"]) == (409, "being_written")


def test_junk_is_listed_as_damaged(shared_engine: RunningEngine, client: httpx.Client) -> None:
    put_found(shared_engine, "junk.tar.gz", b"no backup at all")

    def damaged() -> bool:
        item = listed(client, "junk.tar.gz")
        return item is not None and item["status"] == "damaged"

    until(damaged)
    item = listed(client, "junk.tar.gz")
    assert item is not None
    assert item["metadata"] is None


def test_a_found_backup_goes_only_when_it_is_deleted_by_name(shared_engine: RunningEngine) -> None:
    path = put_found(shared_engine, "theirs.tar.gz", b"\x1f\x8b theirs")
    shared_engine._tokens.clear()
    client = shared_engine.client()
    assert client.post("/backup/create", json={"backup_name": "theirs"}).status_code == 409
    assert path.exists()
    assert client.delete("/backup/delete/theirs.tar.gz").status_code == 200
    assert not path.exists()
