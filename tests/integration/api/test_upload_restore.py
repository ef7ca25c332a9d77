"""Kuroibara's one call that sends a backup and has it restored, as curl and its page make it."""

from __future__ import annotations

import hashlib
import socket
import subprocess
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx
import jwt
import pytest

from tests.support.engine import KUROIBARA_KEY
from tests.support.postgres import execute, rows
from tests.support.uploading import ended, refused
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.engine import RunningEngine


@pytest.fixture(scope="module")
def backup(shared_engine: RunningEngine) -> bytes:
    """A genuine backup that is no longer on the server."""
    item = shared_engine.create("sent by form")
    content: bytes = (shared_engine.engine_folder / item["filename"]).read_bytes()
    shared_engine.client().delete(f"/backup/delete/{item['filename']}").raise_for_status()
    return content


def stale(engine: RunningEngine) -> dict[str, str]:
    """The header of somebody whose password was given long ago."""
    old = jwt.encode(
        {
            "exp": datetime.now(UTC) + timedelta(minutes=24),
            "sub": str(engine.admin.id),
            "type": "access",
        },
        KUROIBARA_KEY,
        algorithm="HS256",
    )
    return {"Authorization": f"Bearer {old}"}


def post(
    engine: RunningEngine, name: str, content: bytes, *, field: str = "backup_file", **more: Any
) -> httpx.Response:
    headers = more.pop("headers", None) or {"Authorization": f"Bearer {engine.login()}"}
    return httpx.post(
        f"{engine.api}/backup/upload-restore",
        files={field: (name, content, "application/gzip")},
        headers=headers,
        timeout=60,
    )


def left(engine: RunningEngine) -> list[str]:
    return sorted(path.name for path in (engine.settings.backup_path / "uploaded").iterdir())


def test_right_after_a_log_in_curl_sends_and_restores(
    engine: RunningEngine, tmp_path: Path
) -> None:
    item = engine.create("manual_backup_20230710")
    filename = item["filename"]
    copy = tmp_path / filename
    copy.write_bytes((engine.engine_folder / filename).read_bytes())
    client = engine.client()
    client.delete(f"/backup/delete/{filename}").raise_for_status()
    url = engine.settings.kuroibara_url
    execute(url, "UPDATE users SET full_name = 'changed since' WHERE username = 'anna'")
    cover = next(engine.library.rglob("cover.jpg"))
    content = cover.read_bytes()
    cover.write_bytes(b"changed since")
    # Kuroibara's documented call, word for word.
    done = subprocess.run(
        [
            *("curl", "-sS", "-X", "POST", f"{engine.api}/backup/upload-restore"),
            *("-H", f"Authorization: Bearer {engine.login()}"),
            *("-F", f"backup_file=@{copy}"),
        ],
        capture_output=True,
        check=True,
    )
    told = httpx.Response(200, content=done.stdout).json()
    assert told["message"] == "Backup restore started"
    assert (told["filename"], told["status"]) == (filename, "processing")
    assert len(told["warnings"]) == 3
    job = ended(client, told["job_id"], timeout=120)
    assert (job["state"], job["error"]) == ("succeeded", None)
    assert job["result"]["restore_id"] == told["restore_id"]
    ticket = {"X-Restore-Ticket": told["ticket"]}

    def ended_so() -> dict[str, Any] | None:
        seen = httpx.get(f"{engine.api}/backup/restores/{told['restore_id']}", headers=ticket)
        seen.raise_for_status()
        body: dict[str, Any] = seen.json()
        assert body["error"] is None, seen.text
        return body if body["outcome"] is not None else None

    found = until(ended_so, seconds=120)
    assert found is not None
    assert found["phase"] == "restored"
    assert rows(url, "SELECT full_name FROM users WHERE username = 'anna'") == [(None,)]
    assert cover.read_bytes() == content
    listed = {one["filename"]: one for one in client.get("/backup/list").json()["backups"]}
    assert listed[filename]["origin"] == "uploaded"


def test_without_a_fresh_password_it_is_kept_and_waits(
    shared_engine: RunningEngine, backup: bytes
) -> None:
    url = shared_engine.settings.kuroibara_url
    execute(url, "UPDATE users SET full_name = 'stays' WHERE username = 'ben'")
    answer = post(shared_engine, "waits.tar.gz", backup, headers=stale(shared_engine))
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert told["status"] == "awaiting_confirmation"
    assert (told["restore_id"], told["ticket"]) == (None, None)
    client = shared_engine.client()
    job = ended(client, told["job_id"])
    assert job["state"] == "succeeded", job["error"]
    plan = job["result"]["plan"]
    assert (plan["plan_id"], plan["possible"]) == (told["plan_id"], True)
    assert job["result"]["restore_job_id"] is None
    assert job["result"]["sha256"] == hashlib.sha256(backup).hexdigest()
    assert client.get(f"/backup/restores/{told['plan_id']}").json()["phase"] == "planned"
    assert rows(url, "SELECT full_name FROM users WHERE username = 'ben'") == [("stays",)]
    # The very same file again, under any name, takes no second place.
    again = post(shared_engine, "the same.tar.gz", backup, headers=stale(shared_engine)).json()
    assert ended(client, again["job_id"])["result"]["filename"] == "waits.tar.gz"
    assert [name for name in left(shared_engine) if name.endswith(".tar.gz")] == ["waits.tar.gz"]
    client.delete("/backup/delete/waits.tar.gz").raise_for_status()


def test_forms_that_hold_no_such_file_are_refused_as_kuroibara_does(
    shared_engine: RunningEngine, backup: bytes
) -> None:
    before = left(shared_engine)
    for name in ("backup.zip", "backup.TAR.GZ", "tar.gz.txt"):
        answer = post(shared_engine, name, backup)
        refused(answer, 400, "invalid_filename")
        assert answer.json()["detail"] == "Invalid backup file. Must be a .tar.gz file"
    refused(post(shared_engine, "x.tar.gz", backup, field="file"), 422, "invalid_request")
    headers = {"Authorization": f"Bearer {shared_engine.login()}"}
    address = f"{shared_engine.api}/backup/upload-restore"
    refused(httpx.post(address, headers=headers), 422, "invalid_request")
    refused(httpx.post(address, headers=headers, json={}), 422, "invalid_request")
    plain = httpx.post(address, headers=headers, files={"backup_file": (None, b"text")})
    refused(plain, 422, "invalid_request")
    form = {**headers, "Content-Type": "multipart/form-data; boundary=b"}
    refused(httpx.post(address, headers=form, content=b"no form"), 400, "invalid_form")
    half = (
        b'--b\r\nContent-Disposition: form-data; name="backup_file"; filename="h.tar.gz"\r\n\r\n'
        + backup[:1000]
    )
    refused(httpx.post(address, headers=form, content=half), 400, "invalid_form")
    long = b"--b\r\nContent-Disposition: " + b"x" * 100_000
    refused(httpx.post(address, headers=form, content=long), 400, "invalid_form")
    refused(post(shared_engine, "../evil.tar.gz", backup), 422, "invalid_name")
    refused(post(shared_engine, "empty.tar.gz", b""), 415, "not_a_backup")
    assert left(shared_engine) == before


def test_other_fields_of_the_form_do_not_matter(
    shared_engine: RunningEngine, backup: bytes
) -> None:
    answer = httpx.post(
        f"{shared_engine.api}/backup/upload-restore",
        data={"comment": "x" * 100_000},
        files={"other": ("other.tar.gz", b"y" * 100_000), "backup_file": ("é ü.tar.gz", backup)},
        headers=stale(shared_engine),
        timeout=60,
    )
    assert answer.status_code == 200, answer.text
    assert answer.json()["filename"] == "é ü.tar.gz"
    client = shared_engine.client()
    assert ended(client, answer.json()["job_id"])["state"] == "succeeded"
    assert client.get("/backup/download/é ü.tar.gz").content == backup
    client.delete("/backup/delete/é ü.tar.gz").raise_for_status()


def test_junk_fails_the_job_and_restores_nothing(shared_engine: RunningEngine) -> None:
    told = post(shared_engine, "junk.tar.gz", b"junk" * 10_000).json()
    client = shared_engine.client()
    job = ended(client, told["job_id"])
    assert (job["state"], job["error"]["code"]) == ("failed", "not_a_backup")
    answer = httpx.get(
        f"{shared_engine.api}/backup/restores/{told['restore_id']}",
        headers={"X-Restore-Ticket": told["ticket"]},
    )
    assert answer.status_code == 403
    assert not [name for name in left(shared_engine) if name.startswith(".upload-")]


def test_a_client_that_vanishes_in_mid_form_leaves_nothing(
    shared_engine: RunningEngine, backup: bytes
) -> None:
    before = left(shared_engine)
    where = urlsplit(shared_engine.url)
    with socket.create_connection((where.hostname, where.port)) as wire:
        wire.sendall(
            b"POST /api/v1/backup/upload-restore HTTP/1.1\r\nHost: x\r\n"
            + f"Authorization: Bearer {shared_engine.login()}\r\n".encode()
            + b"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000000\r\n\r\n"
            + b'--b\r\nContent-Disposition: form-data; name="backup_file"; filename="v.tar.gz"'
            + b"\r\n\r\n"
            + backup
            + bytes(2 << 20)
        )
        until(lambda: left(shared_engine) != before)
    until(lambda: left(shared_engine) == before)


def test_only_administrators_send_backups(shared_engine: RunningEngine, backup: bytes) -> None:
    headers = {"Authorization": f"Bearer {shared_engine.login(shared_engine.reader)}"}
    refused(post(shared_engine, "x.tar.gz", backup, headers=headers), 403, "not_administrator")
    refused(
        post(shared_engine, "x.tar.gz", backup, headers={"Accept": "*/*"}), 401, "not_authenticated"
    )
