"""Unfinished uploads take no more than the operator lets them, and what was promised is kept."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from uuid import uuid4

import httpx
import pytest

from tests.support.engine import running_engine
from tests.support.uploading import begin, complete, refused, send

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from tests.support.engine import RunningEngine

MOST = 100_000


@pytest.fixture(scope="module")
def engine(
    postgres: EmbeddedPostgres, kuroibara_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningEngine]:
    folder = tmp_path_factory.mktemp("bounded")
    with running_engine(
        folder, postgres, kuroibara_template, backup_upload_max_bytes=MOST
    ) as running:
        yield running


def asked(client: httpx.Client, size: int) -> httpx.Response:
    wanted = {"filename": f"{uuid4()}.tar.gz", "size": size, "sha256": uuid4().hex * 2}
    return client.post("/backup/uploads", json=wanted)


def test_all_unfinished_uploads_together_take_no_more_than_was_set(engine: RunningEngine) -> None:
    client = engine.client()
    first = asked(client, MOST - 1000)
    assert first.status_code == 201, first.text
    refused(more := asked(client, 1001), 507, "not_enough_space")
    assert "BACKUP_UPLOAD_MAX_BYTES" in more.json()["remedy"]
    second = asked(client, 1000)
    assert second.status_code == 201, second.text
    # What is given up is free again; what came of it counts no longer.
    for one in (first, second):
        client.delete(f"/backup/uploads/{one.json()['id']}").raise_for_status()
    assert asked(client, MOST + 1).status_code == 507


def test_what_became_a_backup_makes_room_for_the_next(engine: RunningEngine) -> None:
    client = engine.client()
    item = engine.create("comes back", include_storage=False)
    content = (engine.engine_folder / item["filename"]).read_bytes()
    assert MOST // 2 < len(content) + MOST // 2 < MOST, "the numbers of this test fit each other"
    client.delete(f"/backup/delete/{item['filename']}").raise_for_status()
    told = begin(client, "comes back.tar.gz", content)
    refused(asked(client, MOST - len(content) + 1), 507, "not_enough_space")
    send(client, told["id"], content)
    assert complete(client, told["id"])["state"] == "succeeded"
    whole = asked(client, MOST)
    assert whole.status_code == 201, whole.text
    client.delete(f"/backup/uploads/{whole.json()['id']}").raise_for_status()


def test_a_form_that_is_too_large_is_refused_and_leaves_nothing(engine: RunningEngine) -> None:
    uploaded = engine.settings.backup_path / "uploaded"
    before = sorted(os.listdir(uploaded))
    headers = {"Authorization": f"Bearer {engine.login()}"}
    address = f"{engine.api}/backup/upload-restore"
    file = {"backup_file": ("large.tar.gz", bytes(MOST + 1), "application/gzip")}
    refused(httpx.post(address, headers=headers, files=file, timeout=60), 507, "not_enough_space")
    assert sorted(os.listdir(uploaded)) == before
