"""A restore over HTTP, watched and undone by who holds its ticket, account or not."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import httpx
import pytest

from kuroibara_backup.service.engine import opened
from tests.support.engine import new_user, serving
from tests.support.postgres import execute
from tests.support.restoring import (
    Server,
    files_below,
    ordered,
    other_server,
    rewritten,
    whole,
)
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample

Answer = dict[str, Any]


class Client:
    """Someone who is signed in, and may hold a ticket."""

    def __init__(self, base: str, server: Server) -> None:
        self._base = base
        self.server = server
        assert server.owner is not None
        self.headers = {"Authorization": f"Bearer {self.login()}"}

    def login(self) -> str:
        owner = self.server.owner
        assert owner is not None
        body = {"username": owner.username, "password": owner.password}
        answer = httpx.post(f"{self._base}/api/v1/auth/login", json=body, timeout=60)
        answer.raise_for_status()
        return str(answer.json()["access_token"])

    def call(
        self, method: str, path: str, body: object = None, *, status: int, **headers: str
    ) -> Answer:
        answer = httpx.request(
            method,
            f"{self._base}/api/v1{path}",
            json=body,
            headers=headers or self.headers,
            timeout=60,
        )
        assert answer.status_code == status, answer.text
        return dict(answer.json())

    def backup_id(self) -> str:
        def described() -> list[str]:
            listed = self.call("GET", "/backup/list", status=200)["backups"]
            return [str(item["backup_id"]) for item in listed if item["backup_id"]]

        return until(described, seconds=30)[0]

    def done(self, job_id: str) -> Answer:
        def ended() -> Answer:
            job = self.call("GET", f"/backup/jobs/{job_id}", status=200)
            return {} if job["state"] in ("queued", "running") else job

        return until(ended, seconds=120)

    def planned(self, **body: object) -> Answer:
        asked = {"backup_id": self.backup_id(), **body}
        job = self.done(self.call("POST", "/backup/restores/plan", asked, status=202)["id"])
        assert job["state"] == "succeeded", job["error"]
        return dict(job["result"])

    def settled(self, restore_id: str, ticket: str, phase: str) -> Answer:
        mine = {"X-Restore-Ticket": ticket}

        def so() -> Answer:
            seen = self.call("GET", f"/backup/restores/{restore_id}", status=200, **mine)
            if seen["phase"] == phase and seen["job"]["state"] == "succeeded":
                return seen
            assert seen["error"] is None, seen["error"]
            return {}

        return until(so, seconds=120)


@contextmanager
def client_of(server: Server, backup: Path) -> Iterator[Client]:
    folder = server.settings.backup_path / "engine"
    folder.mkdir(parents=True, exist_ok=True)
    for file in (backup, backup.with_name(backup.name + ".sha256")):
        shutil.copy2(file, folder)
    with opened(server.settings) as service:
        service.start()
        with serving(service) as base:
            yield Client(base, server)


@pytest.fixture
def client(
    tmp_path: Path,
    postgres: EmbeddedPostgres,
    kuroibara_template: str,
    source: tuple[Server, Path],
) -> Iterator[Client]:
    with other_server(tmp_path, postgres, kuroibara_template) as server:
        with client_of(server, source[1]) as client:
            yield client


@pytest.mark.slow
def test_the_ticket_outlives_the_account_that_began_it(
    client: Client, source: tuple[Server, Path], sample: Sample
) -> None:
    server = client.server
    before = whole(server.settings)
    plan = client.planned()
    assert plan["possible"]
    assert plan["afterwards"]["administrators"] == [sample.administrator.username]
    assert str(server.settings.storage_path) not in str(plan)
    agreed = {"plan_id": plan["plan_id"], "server_name": plan["server_name"]}
    wrong = agreed | {"server_name": "another"}
    assert client.call("POST", "/backup/restores", wrong, status=422)["code"] == "wrong_server_name"
    begun = client.call("POST", "/backup/restores", agreed, status=202)
    restore_id, ticket = begun["restore_id"], begun["ticket"]
    seen = client.settled(restore_id, ticket, "restored")
    now = whole(server.settings)
    held = whole(source[0].settings)
    old, new = source[0].settings.storage_path, server.settings.storage_path
    assert ordered(now.tables) == rewritten(held.tables, old, new)
    assert now.files == held.files
    assert seen["outcome"]["people_count"] == 3
    assert seen["safety_copy"].startswith("safety_")
    # Who began it has no account any more; the ticket still opens this restore, and nothing else.
    client.call("GET", "/backup/list", status=401)
    client.call("GET", "/backup/list", status=401, **{"X-Restore-Ticket": ticket})
    path = f"/backup/restores/{restore_id}"
    told = client.call("GET", path, status=403, **{"X-Restore-Ticket": ticket + "x"})
    assert told["code"] == "wrong_ticket"
    other = f"/backup/restores/{uuid4()}"
    client.call("GET", other, status=403, **{"X-Restore-Ticket": ticket})
    used = client.call("POST", f"{path}/cancel", status=409, **{"X-Restore-Ticket": ticket})
    assert used["code"] == "too_late"
    mine = {"X-Restore-Ticket": ticket}
    client.call("POST", f"{path}/rollback", {"dry_run": True}, status=202, **mine)
    seen = client.settled(restore_id, ticket, "restored")
    assert seen["job"]["result"]["rows_made"] == 0
    client.call("POST", f"{path}/rollback", {}, status=202, **mine)
    client.settled(restore_id, ticket, "rolled_back")
    assert whole(server.settings) == before
    client.login()
    listed = client.call("GET", "/backup/restores", status=200)["restores"]
    assert [one["restore_id"] for one in listed] == [restore_id]


def test_a_plan_is_void_when_the_tables_changed(client: Client) -> None:
    plan = client.planned()
    agreed = {"plan_id": plan["plan_id"], "server_name": plan["server_name"]}
    execute(client.server.url, "ALTER TABLE genre ADD mood varchar(9)")
    assert client.call("POST", "/backup/restores", agreed, status=409)["code"] == "plan_void"
    execute(client.server.url, "ALTER TABLE genre DROP mood")
    # Rows may change: people go on reading.
    new_user(client.server.url, "late")
    client.call("POST", "/backup/restores", agreed, status=202)
    again = client.call("POST", "/backup/restores", agreed, status=409)
    assert again["code"] == "plan_void"


def test_only_administrators_plan_and_confirm_with_a_fresh_password(client: Client) -> None:
    reader = new_user(client.server.url, "rita")
    stranger = Client(client._base, Server(settings=client.server.settings, owner=reader))
    asked = {"backup_id": client.backup_id()}
    stranger.call("POST", "/backup/restores/plan", asked, status=403)
    path = f"/backup/archives/{asked['backup_id']}/restore"
    stranger.call("POST", path, {}, status=403)
    job = client.done(client.call("POST", path, {"scope": "database"}, status=202)["id"])
    assert job["result"]["scope"] == "database"
    agreed = {"plan_id": job["result"]["plan_id"], "server_name": job["result"]["server_name"]}
    stranger.call("POST", "/backup/restores", agreed, status=403)


def test_a_cancelled_restore_changes_nothing(client: Client) -> None:
    files = files_below(client.server.settings.storage_path)
    plan = client.planned()
    agreed = {"plan_id": plan["plan_id"], "server_name": plan["server_name"]}
    begun = client.call("POST", "/backup/restores", agreed, status=202)
    path = f"/backup/restores/{begun['restore_id']}"
    mine = {"X-Restore-Ticket": begun["ticket"]}
    client.call("POST", f"{path}/cancel", status=202, **mine)
    until(lambda: client.call("GET", path, status=200, **mine)["phase"] == "unchanged", seconds=30)
    assert files_below(client.server.settings.storage_path) == files
    assert client.planned()["possible"]
