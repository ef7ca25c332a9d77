"""Uploads in pieces over real HTTP: what counts, what does not, and what becomes a backup."""

from __future__ import annotations

import hashlib
import http.client
import socket
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import pytest

from tests.support.format1 import SEED, make_format1
from tests.support.postgres import execute
from tests.support.uploading import (
    PIECE,
    begin,
    complete,
    content_digest,
    put,
    refused,
    send,
    uploaded,
)
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from tests.support.engine import RunningEngine


@pytest.fixture
def client(shared_engine: RunningEngine) -> httpx.Client:
    return shared_engine.client()


@pytest.fixture(scope="module")
def backup(shared_engine: RunningEngine, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A genuine backup that is no longer on the server."""
    item = shared_engine.create("to be uploaded")
    path = shared_engine.engine_folder / item["filename"]
    content: bytes = path.read_bytes()
    shared_engine.service.place.remove(shared_engine.service.place.find(path.name))
    shared_engine.client().get("/backup/list")
    return content


def variant(backup: bytes) -> bytes:
    """Other bytes of the same size: each test has an upload of its own, none becomes a backup."""
    return uuid4().bytes + backup[16:]


def listed(client: httpx.Client, filename: str) -> dict[str, Any]:
    items = client.get("/backup/list").json()["backups"]
    return next(item for item in items if item["filename"] == filename)


def spool(engine: RunningEngine, upload_id: str) -> Path:
    return engine.settings.backup_path / "uploaded" / f".upload-{upload_id}"


def test_an_upload_becomes_a_verified_backup_of_the_same_bytes(
    shared_engine: RunningEngine, client: httpx.Client, backup: bytes
) -> None:
    told = begin(client, "weekly_20230710.tar.gz", backup)
    assert told["state"] == "receiving"
    assert told["offset"] == 0
    assert told["chunk_size"] <= told["chunk_size_max"]
    expires = datetime.fromisoformat(told["expires_at"])
    assert timedelta(days=6) < expires - datetime.now(UTC) <= timedelta(days=7)
    send(client, told["id"], backup)
    assert client.get(f"/backup/uploads/{told['id']}").json()["state"] == "received"
    job = complete(client, told["id"])
    assert (job["state"], job["kind"], job["error"]) == ("succeeded", "upload", None)
    assert job["result"]["sha256"] == hashlib.sha256(backup).hexdigest()
    item = listed(client, "weekly_20230710.tar.gz")
    assert (item["origin"], item["status"]) == ("uploaded", "finished")
    assert item["verified_at"] is not None
    assert item["sha256"] == job["result"]["sha256"]
    assert client.get("/backup/download/weekly_20230710.tar.gz").content == backup
    path = shared_engine.settings.backup_path / "uploaded" / "weekly_20230710.tar.gz"
    assert path.stat().st_mode & 0o777 == 0o600
    assert not spool(shared_engine, told["id"]).exists()
    # Asked again, whoever lost the answer hears the same.
    assert complete(client, told["id"])["result"] == job["result"]
    again = begin(client, "weekly_20230710.tar.gz", backup)
    assert again["state"] == "published"
    assert complete(client, again["id"])["result"] == job["result"]
    # It was not made here: retention neither removes it nor lets it stand for what was.
    verdicts = client.get("/backup/retention/preview").json()["verdicts"]
    mine = next(one for one in verdicts if one["filename"] == item["filename"])
    assert (mine["kept"], mine["counted"]) == (True, False)
    client.delete(f"/backup/delete/{item['filename']}").raise_for_status()
    assert not list(path.parent.glob("weekly_*"))


def test_when_its_backup_is_deleted_an_upload_begins_again(
    shared_engine: RunningEngine, client: httpx.Client, backup: bytes
) -> None:
    told = begin(client, "deleted meanwhile.tar.gz", backup)
    send(client, told["id"], backup)
    assert complete(client, told["id"])["state"] == "succeeded"
    late = put(client, told["id"], 0, backup[:PIECE])
    refused(late, 409, "offset_conflict")
    assert late.json()["offset"] == len(backup)
    assert not spool(shared_engine, told["id"]).exists()
    again = begin(client, "deleted meanwhile.tar.gz", backup)
    assert (again["state"], again["offset"]) == ("published", len(backup))
    client.delete("/backup/delete/deleted meanwhile.tar.gz").raise_for_status()
    assert complete(client, again["id"])["error"]["code"] == "upload_incomplete"
    assert client.get(f"/backup/uploads/{again['id']}").json()["offset"] == 0
    send(client, again["id"], backup)
    assert complete(client, again["id"])["state"] == "succeeded"
    client.delete("/backup/delete/deleted meanwhile.tar.gz").raise_for_status()


def test_a_backup_of_kuroibaras_own_format_can_be_uploaded(
    client: httpx.Client, tmp_path: Path
) -> None:
    path = tmp_path / "old.tar.gz"
    make_format1(path, sql=SEED.read_bytes(), storage_root=None, name="old")
    job = uploaded(client, "kuroibara_backup_20230710_120000.tar.gz", path.read_bytes())
    assert job["state"] == "succeeded", job["error"]
    assert listed(client, "kuroibara_backup_20230710_120000.tar.gz")["origin"] == "uploaded"


def test_a_lost_answer_costs_one_question(client: httpx.Client, backup: bytes) -> None:
    content = variant(backup)
    told = begin(client, "lost answer.tar.gz", content)
    put(client, told["id"], 0, content[:PIECE])
    answer = put(client, told["id"], 0, content[:PIECE])
    refused(answer, 409, "offset_conflict")
    assert answer.json()["offset"] == PIECE
    assert client.get(f"/backup/uploads/{told['id']}").json()["offset"] == PIECE
    # Begun anew by a client that forgot its id, the same upload goes on.
    assert begin(client, "lost answer.tar.gz", content)["id"] == told["id"]
    ahead = put(client, told["id"], 2 * PIECE, content[2 * PIECE : 3 * PIECE])
    refused(ahead, 409, "offset_conflict")


def test_a_wrong_digest_counts_for_nothing(
    shared_engine: RunningEngine, client: httpx.Client, backup: bytes
) -> None:
    content = variant(backup)
    told = begin(client, "wrong digest.tar.gz", content)
    put(client, told["id"], 0, content[:PIECE])
    wrong = put(client, told["id"], PIECE, bytes(PIECE), digest=content_digest(b"other"))
    refused(wrong, 400, "digest_mismatch")
    assert wrong.json()["offset"] == PIECE
    missing = client.put(
        f"/backup/uploads/{told['id']}", params={"offset": PIECE}, content=bytes(10)
    )
    refused(missing, 400, "digest_missing")
    sha512 = put(client, told["id"], PIECE, bytes(10), digest="sha-512=:AAAA:")
    refused(sha512, 400, "digest_missing")
    assert client.get(f"/backup/uploads/{told['id']}").json()["offset"] == PIECE
    assert spool(shared_engine, told["id"]).stat().st_size == PIECE
    both = f"sha-512=:AAAA:, {content_digest(content[PIECE : PIECE + 100])}"
    right = put(client, told["id"], PIECE, content[PIECE : PIECE + 100], digest=both)
    assert right.json() == {"offset": PIECE + 100}


def test_pieces_of_no_or_too_many_bytes(client: httpx.Client, backup: bytes) -> None:
    content = variant(backup)
    told = begin(client, "sizes.tar.gz", content)
    nothing = put(client, told["id"], 0, b"")
    assert nothing.json() == {"offset": 0}
    behind = put(client, told["id"], 0, content + b"x")
    refused(behind, 422, "beyond_the_end")
    large = put(client, told["id"], 0, bytes(told["chunk_size_max"] + 1))
    refused(large, 413, "chunk_too_large")
    assert large.json()["chunk_size_max"] == told["chunk_size_max"]
    send(client, told["id"], content, piece=len(content) - 1)  # the last piece has one byte
    assert client.get(f"/backup/uploads/{told['id']}").json()["offset"] == len(content)


def test_a_stream_of_unsaid_length_is_stopped_at_the_limit(
    client: httpx.Client, shared_engine: RunningEngine
) -> None:
    size = 80 << 20
    told = client.post(
        "/backup/uploads", json={"filename": "unsaid.tar.gz", "size": size, "sha256": "0" * 64}
    ).json()

    def endless() -> Any:
        for _ in range(80):
            yield bytes(1 << 20)

    answer = client.put(
        f"/backup/uploads/{told['id']}",
        params={"offset": 0},
        content=endless(),
        headers={"Content-Digest": content_digest(b"")},
    )
    refused(answer, 413, "chunk_too_large")
    assert spool(shared_engine, told["id"]).stat().st_size == 0
    client.delete(f"/backup/uploads/{told['id']}").raise_for_status()


def test_what_is_no_upload_is_refused_with_a_reason(client: httpx.Client, backup: bytes) -> None:
    asked = {"filename": "x.tar.gz", "size": 10, "sha256": "0" * 64}
    for changed, code in (
        ({"filename": "x.zip"}, "invalid_name"),
        ({"filename": "../x.tar.gz"}, "invalid_name"),
        ({"filename": "a/b.tar.gz"}, "invalid_name"),
        ({"filename": ".tar.gz"}, "invalid_name"),
        ({"size": 0}, "invalid_request"),
        ({"size": -1}, "invalid_request"),
        ({"sha256": "x"}, "invalid_request"),
    ):
        refused(client.post("/backup/uploads", json=asked | changed), 422, code)
    huge = client.post("/backup/uploads", json=asked | {"size": 1 << 60})
    refused(huge, 507, "not_enough_space")
    refused(client.get(f"/backup/uploads/{uuid4()}"), 404, "no_such_upload")
    refused(put(client, str(uuid4()), 0, b"x"), 404, "no_such_upload")
    told = begin(client, "taken.tar.gz", variant(backup))
    other = client.post(
        "/backup/uploads", json={"filename": "Taken.tar.gz", "size": 5, "sha256": "1" * 64}
    )
    refused(other, 409, "name_taken")
    create = client.post("/backup/create", json={"backup_name": "taken"})
    refused(create, 409, "name_taken")
    early = client.post(f"/backup/uploads/{told['id']}/complete")
    refused(early, 409, "upload_incomplete")
    assert early.json()["offset"] == 0


def test_only_administrators_upload(shared_engine: RunningEngine) -> None:
    client = shared_engine.client(shared_engine.reader)
    asked = {"filename": "x.tar.gz", "size": 10, "sha256": "0" * 64}
    refused(client.post("/backup/uploads", json=asked), 403, "not_administrator")
    refused(put(client, str(uuid4()), 0, b"x"), 403, "not_administrator")


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda content: b"no backup at all" * 500, "not_a_backup"),
        (lambda content: content[:-1000], "damaged"),
        (lambda content: content[:3000] + bytes(50) + content[3050:], "damaged"),
    ],
    ids=["junk", "cut", "changed"],
)
def test_what_came_right_but_is_no_whole_backup_is_dropped(
    shared_engine: RunningEngine, client: httpx.Client, backup: bytes, damage: Any, code: str
) -> None:
    told = begin(client, "bad.tar.gz", damage(backup))
    send(client, told["id"], damage(backup))
    job = complete(client, told["id"])
    assert (job["state"], job["error"]["code"]) == ("failed", code)
    assert ".upload" not in str(job)
    refused(client.get(f"/backup/uploads/{told['id']}"), 404, "no_such_upload")
    assert not spool(shared_engine, told["id"]).exists()
    assert "bad.tar.gz" not in client.get("/backup/list").text


def test_a_file_that_is_not_the_announced_one_begins_again(
    shared_engine: RunningEngine, client: httpx.Client, backup: bytes
) -> None:
    told = begin(client, "changed meanwhile.tar.gz", backup)
    changed = bytearray(backup)
    changed[len(changed) // 2] ^= 1
    send(client, told["id"], bytes(changed))
    job = complete(client, told["id"])
    assert (job["state"], job["error"]["code"]) == ("failed", "digest_mismatch")
    assert client.get(f"/backup/uploads/{told['id']}").json()["offset"] == 0
    send(client, told["id"], backup)
    assert complete(client, told["id"])["state"] == "succeeded"
    client.delete("/backup/delete/changed meanwhile.tar.gz").raise_for_status()


def test_an_upload_that_is_removed_leaves_nothing(
    shared_engine: RunningEngine, client: httpx.Client, backup: bytes
) -> None:
    told = begin(client, "removed.tar.gz", variant(backup))
    put(client, told["id"], 0, bytes(100))
    assert client.delete(f"/backup/uploads/{told['id']}").status_code == 204
    assert not spool(shared_engine, told["id"]).exists()
    refused(client.delete(f"/backup/uploads/{told['id']}"), 404, "no_such_upload")


def test_the_file_goes_by_the_journal_whatever_lies_behind_or_is_missing(
    shared_engine: RunningEngine, client: httpx.Client, backup: bytes
) -> None:
    told = begin(client, "journal.tar.gz", backup)
    put(client, told["id"], 0, backup[:PIECE])
    with open(spool(shared_engine, told["id"]), "ab") as file:
        file.write(b"left by a server that died" * 10_000)
    answer = put(client, told["id"], PIECE, backup[PIECE : 2 * PIECE])
    assert answer.json() == {"offset": 2 * PIECE}
    assert spool(shared_engine, told["id"]).stat().st_size == 2 * PIECE
    with open(spool(shared_engine, told["id"]), "r+b") as file:
        file.truncate(PIECE)  # a disk that lied about having written
    lost = put(client, told["id"], 2 * PIECE, backup[2 * PIECE : 3 * PIECE])
    refused(lost, 409, "offset_conflict")
    assert lost.json()["offset"] == PIECE
    send(client, told["id"], backup)
    spool(shared_engine, told["id"]).unlink()
    assert complete(client, told["id"])["error"]["code"] == "upload_incomplete"
    send(client, told["id"], backup)
    assert complete(client, told["id"])["state"] == "succeeded"
    assert client.get("/backup/download/journal.tar.gz").content == backup
    client.delete("/backup/delete/journal.tar.gz").raise_for_status()


def test_a_client_that_vanishes_in_mid_piece_frees_the_upload(
    shared_engine: RunningEngine, client: httpx.Client, backup: bytes
) -> None:
    content = variant(backup)
    told = begin(client, "vanished.tar.gz", content)
    where = urlsplit(shared_engine.url)
    with socket.create_connection((where.hostname, where.port)) as wire:
        wire.sendall(
            f"PUT /api/v1/backup/uploads/{told['id']}?offset=0 HTTP/1.1\r\nHost: x\r\n"
            f"Authorization: {client.headers['authorization']}\r\n"
            f"Content-Digest: {content_digest(content[:PIECE])}\r\n"
            f"Content-Length: {PIECE}\r\n\r\n".encode()
            + content[: PIECE // 2]
        )
        until(spool(shared_engine, told["id"]).exists)  # the server has it open
    answer = put(client, told["id"], 0, content[:PIECE])
    assert answer.json() == {"offset": PIECE}


@pytest.mark.slow
def test_two_clients_never_write_one_upload_at_once(
    shared_engine: RunningEngine, client: httpx.Client, backup: bytes
) -> None:
    told = begin(client, "two clients.tar.gz", backup)
    where = urlsplit(shared_engine.url)
    slow = http.client.HTTPConnection(str(where.hostname), where.port)
    slow.putrequest("PUT", f"/api/v1/backup/uploads/{told['id']}?offset=0")
    slow.putheader("Authorization", client.headers["authorization"])
    slow.putheader("Content-Digest", content_digest(backup[:PIECE]))
    slow.putheader("Content-Length", str(PIECE))
    slow.endheaders()
    slow.send(backup[:100])
    until(spool(shared_engine, told["id"]).exists)  # the server has it open
    busy = put(client, told["id"], 0, bytes(PIECE))
    refused(busy, 409, "upload_busy")
    slow.send(backup[100:PIECE])
    assert slow.getresponse().status == 200
    slow.close()
    clients = [shared_engine.client() for _ in range(3)]

    def racing(one: httpx.Client) -> None:
        offset = PIECE
        while offset < len(backup):
            answer = put(one, told["id"], offset, backup[offset : offset + PIECE])
            assert answer.status_code in {200, 409}, answer.text
            offset = answer.json()["offset"]

    with ThreadPoolExecutor() as pool:
        list(pool.map(racing, clients))
    assert complete(client, told["id"])["state"] == "succeeded"
    assert client.get("/backup/download/two clients.tar.gz").content == backup
    client.delete("/backup/delete/two clients.tar.gz").raise_for_status()


def test_several_uploads_go_on_at_once(client: httpx.Client, shared_engine: RunningEngine) -> None:
    contents = [bytes([number]) * 300_000 for number in range(4)]

    def one(number: int) -> str:
        told = begin(client, f"several {number}.tar.gz", contents[number])
        send(client, told["id"], contents[number])
        return str(told["id"])

    with ThreadPoolExecutor() as pool:
        ids = list(pool.map(one, range(4)))
    for number, upload_id in enumerate(ids):
        assert spool(shared_engine, upload_id).read_bytes() == contents[number]
        client.delete(f"/backup/uploads/{upload_id}").raise_for_status()


def test_what_nobody_went_on_with_for_a_week_goes_and_so_do_strays(
    shared_engine: RunningEngine, client: httpx.Client, backup: bytes
) -> None:
    old = begin(client, "old one.tar.gz", variant(backup))
    new = begin(client, "new one.tar.gz", variant(backup))
    for told in (old, new):
        put(client, told["id"], 0, bytes(100))
    state_url = shared_engine.settings.backup_state_url
    assert state_url is not None
    execute(
        state_url.get_secret_value(),
        f"UPDATE upload SET used_at = now() - interval '8 days' WHERE id = '{UUID(old['id'])}'",
    )
    stray = spool(shared_engine, str(uuid4()))
    stray.write_bytes(b"of no upload")
    shared_engine.service.uploads.sweep()
    refused(client.get(f"/backup/uploads/{old['id']}"), 404, "no_such_upload")
    assert client.get(f"/backup/uploads/{new['id']}").json()["offset"] == 100
    assert not spool(shared_engine, old["id"]).exists()
    assert spool(shared_engine, new["id"]).exists()
    assert not stray.exists()


def test_an_uploaded_backup_can_be_adopted(
    shared_engine: RunningEngine, client: httpx.Client, backup: bytes
) -> None:
    assert uploaded(client, "for good.tar.gz", backup)["state"] == "succeeded"
    shared_engine.service.keeping.decide(
        shared_engine.service.backups.named("for good"), note="from the old server"
    )
    for _ in shared_engine.service.adoption.adopt(
        shared_engine.service.backups.named("for good"), check=lambda: None
    ):
        pass
    item = listed(client, "for good.tar.gz")
    assert (item["origin"], item["note"]) == ("engine", "from the old server")
    client.delete("/backup/delete/for good.tar.gz").raise_for_status()
