"""A backup that nobody has verified comes under the engine's care, over HTTP."""

from __future__ import annotations

import itertools
import os
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.support.format1 import make_format1
from tests.support.uploading import ended, refused

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.engine import RunningEngine

LONG_AGO = 1_765_072_800
_DAYS = itertools.count(1)  # a name that has just been another file counts as being written


@pytest.fixture
def theirs(shared_engine: RunningEngine) -> Path:
    """A backup that Kuroibara made, settled long ago."""
    folder = shared_engine.found_folder
    folder.mkdir(parents=True, exist_ok=True)
    name = f"weekly_202511{next(_DAYS):02}"
    path = make_format1(folder / f"{name}.tar.gz", None, shared_engine.library, name)
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def adopted(client: httpx.Client, filename: str) -> dict[str, Any]:
    answer = client.post(f"/backup/adopt/{filename}")
    assert answer.status_code == 202, answer.text
    assert answer.json()["kind"] == "adopt"
    return ended(client, answer.json()["id"])


def listed(client: httpx.Client, filename: str) -> dict[str, Any]:
    items = client.get("/backup/list").json()["backups"]
    found: dict[str, Any] = next(item for item in items if item["filename"] == filename)
    return found


def test_kuroibaras_own_is_verified_moved_and_can_be_pinned(
    shared_engine: RunningEngine, theirs: Path
) -> None:
    client = shared_engine.client()
    assert listed(client, theirs.name)["backup_id"] is None
    job = adopted(client, theirs.name)
    assert (job["state"], job["error"]) == ("succeeded", None)
    item = listed(client, theirs.name)
    assert (item["origin"], item["kind"], item["sha256"]) == (
        "engine",
        "weekly",
        job["result"]["sha256"],
    )
    assert item["verified_at"] is not None
    assert not theirs.exists()
    assert (shared_engine.engine_folder / theirs.name).exists()
    pinned = client.patch(f"/backup/archives/{job['result']['backup_id']}", json={"pinned": True})
    assert pinned.json()["filename"] == theirs.name
    told = client.get("/backup/audit", params={"act": "adopt"}).json()["entries"]
    assert [(one["outcome"], one["subject"]) for one in told[:2]] == [
        ("done", theirs.name),
        ("asked", theirs.name),
    ]
    assert told[1]["user"] is not None
    client.delete(f"/backup/delete/{theirs.name}").raise_for_status()


def test_one_that_does_not_read_fails_the_job_and_stays_where_it_is(
    shared_engine: RunningEngine, theirs: Path
) -> None:
    data = bytearray(theirs.read_bytes())
    data[-6] ^= 1  # of the checksum of all that is in it
    theirs.write_bytes(bytes(data))
    os.utime(theirs, (LONG_AGO, LONG_AGO))
    client = shared_engine.client()
    job = adopted(client, theirs.name)
    assert (job["state"], job["error"]["code"]) == ("failed", "not_a_backup")
    assert theirs.exists()
    assert not (shared_engine.engine_folder / theirs.name).exists()
    assert listed(client, theirs.name)["origin"] == "found"
    theirs.unlink()


def test_adopted_again_it_is_only_verified_again(
    shared_engine: RunningEngine, theirs: Path
) -> None:
    """As when the process died after the move, and the job is begun anew."""
    client = shared_engine.client()
    first, second = (adopted(client, theirs.name) for _ in range(2))
    assert second["state"] == "succeeded"
    assert second["result"] == first["result"]
    client.delete(f"/backup/delete/{theirs.name}").raise_for_status()


def test_only_administrators_adopt_and_only_what_is_there(
    shared_engine: RunningEngine, theirs: Path
) -> None:
    client = shared_engine.client()
    refused(client.post("/backup/adopt/nothing.tar.gz"), 404, "not_found")
    assert client.post("/backup/adopt/..%2F..%2Fetc%2Fpasswd").status_code == 404
    device = client.post(
        "/backup/devices", json={"name": "lamp", "scopes": ["list", "create", "download"]}
    ).json()
    for token, status in ((device["token"], 403), ("", 401)):
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        answer = httpx.post(
            f"{shared_engine.url}/api/v1/backup/adopt/{theirs.name}", headers=headers
        )
        assert answer.status_code == status, answer.text
    assert theirs.exists()
    theirs.unlink()
