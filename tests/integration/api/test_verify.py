"""A stored backup is read again over HTTP, and the catalogue keeps what was found."""

from __future__ import annotations

import hashlib
import os
import time
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from tests.support.uploading import ended, refused

if TYPE_CHECKING:
    import httpx

    from tests.support.engine import RunningEngine


def verified(client: httpx.Client, backup_id: str) -> dict[str, Any]:
    answer = client.post(f"/backup/archives/{backup_id}/verify")
    assert answer.status_code == 202, answer.text
    assert answer.json()["kind"] == "verify"
    return ended(client, answer.json()["id"])


def listed(client: httpx.Client, filename: str) -> dict[str, Any]:
    items = client.get("/backup/list").json()["backups"]
    return next(item for item in items if item["filename"] == filename)


def test_a_whole_backup_is_verified_again(shared_engine: RunningEngine) -> None:
    item = shared_engine.create("whole")
    client = shared_engine.client()
    job = verified(client, item["backup_id"])
    assert (job["state"], job["error"]) == ("succeeded", None)
    path = shared_engine.engine_folder / item["filename"]
    assert job["result"]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert job["result"]["files"] == item["metadata"]["storage_files"]
    assert str(shared_engine.settings.backup_path) not in str(job)
    assert listed(client, item["filename"])["verified_at"] > item["verified_at"]


def test_damage_fails_the_job_is_named_and_marked_until_it_is_mended(
    shared_engine: RunningEngine,
) -> None:
    item = shared_engine.create("damaged")
    client = shared_engine.client()
    path = shared_engine.engine_folder / item["filename"]
    content = path.read_bytes()

    def write(data: bytes) -> None:
        stamp = path.stat()
        with open(path, "r+b") as file:
            file.write(data)
        os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))

    changed = bytearray(content)
    changed[len(changed) // 2] ^= 1
    write(bytes(changed))
    job = verified(client, item["backup_id"])
    assert (job["state"], job["error"]["code"]) == ("failed", "damaged")
    assert job["warnings"]
    found = listed(client, item["filename"])
    assert (found["status"], found["verified_at"]) == ("damaged", None)
    write(content)
    assert verified(client, item["backup_id"])["state"] == "succeeded"
    assert listed(client, item["filename"])["status"] == "finished"


def test_asked_twice_one_look_will_do_and_it_can_be_cancelled(
    shared_engine: RunningEngine,
) -> None:
    (shared_engine.library / "large.bin").write_bytes(os.urandom(100 << 20))
    item = shared_engine.create("large")
    client = shared_engine.client()
    address = f"/backup/archives/{item['backup_id']}/verify"
    first, second = (client.post(address).json() for _ in range(2))
    assert first["id"] == second["id"]
    client.post(f"/backup/jobs/{first['id']}/cancel").raise_for_status()
    began = time.monotonic()
    assert ended(client, first["id"])["state"] == "cancelled"
    assert time.monotonic() - began < 5
    assert listed(client, item["filename"])["status"] == "finished"


def test_a_backup_that_is_not_there_cannot_be_verified(shared_engine: RunningEngine) -> None:
    answer = shared_engine.client().post(f"/backup/archives/{uuid4()}/verify")
    refused(answer, 404, "no_such_backup")
