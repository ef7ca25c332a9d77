"""Client or server die by SIGKILL at any moment of an upload: the bytes are the same in the end."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.support.engine import served
from tests.support.pins import ROOT
from tests.support.uploading import begin, complete, ended, put, send

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.engine import RunningEngine

SEED = 20261123
ROUNDS = 20


def made(engine: RunningEngine) -> bytes:
    """A genuine backup of some megabytes, taken off the server again."""
    (engine.library / "manga" / "large.bin").write_bytes(random.Random(SEED).randbytes(3 << 20))
    item = engine.create("to be uploaded")
    content: bytes = (engine.engine_folder / item["filename"]).read_bytes()
    engine.client().delete(f"/backup/delete/{item['filename']}").raise_for_status()
    return content


def spooled(engine: RunningEngine, upload_id: str) -> bytes:
    path = engine.settings.backup_path / "uploaded" / f".upload-{upload_id}"
    return path.read_bytes() if path.exists() else b""  # killed before its first piece


def at(url: str, engine: RunningEngine) -> httpx.Client:
    authorization = engine.client().headers["authorization"]
    return httpx.Client(
        base_url=f"{url}/api/v1", headers={"Authorization": authorization}, timeout=30
    )


def sent_until_it_dies(client: httpx.Client, upload_id: str, content: bytes) -> list[int]:
    """Send until the server is gone; returns what it acknowledged."""
    acknowledged: list[int] = []
    offset = 0
    try:
        offset = client.get(f"/backup/uploads/{upload_id}").json()["offset"]
        while offset < len(content):
            answer = put(client, upload_id, offset, content[offset : offset + 16 * 1024])
            assert answer.status_code == 200, answer.text
            offset = answer.json()["offset"]
            acknowledged.append(offset)
    except httpx.TransportError:
        pass
    return acknowledged


@pytest.mark.slow
def test_a_server_killed_at_any_moment_loses_nothing_it_acknowledged(
    engine: RunningEngine,
) -> None:
    content = made(engine)
    chance = random.Random(SEED)
    told = begin(engine.client(), "killed server.tar.gz", content)
    upload_id = told["id"]
    last = 0
    cut = 0
    for _ in range(ROUNDS):
        with served(engine) as (process, url), at(url, engine) as client:
            with ThreadPoolExecutor() as pool:
                sending = pool.submit(sent_until_it_dies, client, upload_id, content)
                time.sleep(chance.uniform(0.05, 0.6))
                process.kill()
                acknowledged = sending.result()
            process.wait()
        standing = engine.client().get(f"/backup/uploads/{upload_id}").json()
        offset = standing["offset"]
        assert offset >= max([last, *acknowledged]), "an acknowledged piece is gone"
        there = spooled(engine, upload_id)
        assert there[:offset] == content[:offset]
        cut += len(there) > offset
        last = offset
        if offset == len(content):  # once more from the beginning
            engine.client().delete(f"/backup/uploads/{upload_id}").raise_for_status()
            upload_id = begin(engine.client(), "killed server.tar.gz", content)["id"]
            last = 0
    with served(engine) as (_, url), at(url, engine) as client:
        send(client, upload_id, content)
        job = complete(client, upload_id)
        assert job["state"] == "succeeded", job["error"]
        assert client.get("/backup/download/killed server.tar.gz").content == content


@pytest.mark.slow
def test_a_client_killed_at_any_moment_goes_on_where_the_server_says(
    engine: RunningEngine, tmp_path: Path
) -> None:
    content = made(engine)
    path = tmp_path / "copy.tar.gz"
    path.write_bytes(content)
    chance = random.Random(SEED)
    client = engine.client()
    upload_id = begin(client, "killed client.tar.gz", content)["id"]
    token = client.headers["authorization"].removeprefix("Bearer ")
    command = [sys.executable, "-m", "tests.support.upload_client"]
    for _ in range(ROUNDS):
        with subprocess.Popen(
            [*command, engine.api, token, upload_id, str(path)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0.01, 0.3))
            process.kill()
        offset = client.get(f"/backup/uploads/{upload_id}").json()["offset"]
        assert spooled(engine, upload_id)[:offset] == content[:offset]
    send(client, upload_id, content)
    assert complete(client, upload_id)["state"] == "succeeded"
    assert client.get("/backup/download/killed client.tar.gz").content == content


@pytest.mark.slow
def test_a_server_killed_while_it_completes_publishes_a_whole_backup_or_none(
    engine: RunningEngine,
) -> None:
    content = made(engine)
    chance = random.Random(SEED)
    final = engine.settings.backup_path / "uploaded" / "completed.tar.gz"
    engine.service.jobs.close()  # only what is killed carries jobs out
    for _ in range(5):
        upload_id = begin(engine.client(), final.name, content)["id"]
        send(engine.client(), upload_id, content)
        with served(engine) as (process, url), at(url, engine) as client:
            job_id = client.post(f"/backup/uploads/{upload_id}/complete").json()["id"]
            time.sleep(chance.uniform(0.0, 0.5))
            process.kill()
            process.wait()
        assert not final.exists() or final.read_bytes() == content
        with served(engine) as (_, url), at(url, engine) as client:
            job: dict[str, Any] = ended(client, job_id, timeout=120)
            assert job["state"] == "succeeded", job["error"]
            assert client.get(f"/backup/download/{final.name}").content == content
            client.delete(f"/backup/delete/{final.name}").raise_for_status()
            client.delete(f"/backup/uploads/{upload_id}").raise_for_status()
