"""Retention over HTTP: Kuroibara's own calls in its shapes, the preview, pins and leases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from kuroibara_backup.cli.operate import Foreground
from kuroibara_backup.retention import Kind

if TYPE_CHECKING:
    import httpx

    from tests.support.engine import RunningEngine


@pytest.fixture
def client(engine: RunningEngine) -> httpx.Client:
    return engine.client()


def daily(engine: RunningEngine, *, pinned: bool = False) -> dict[str, Any]:
    """Make a daily backup; pinned at once where it must outlive the next."""
    outcome = engine.service.creations.make_now(
        Foreground(lambda *_: None, lambda: None),
        name=f"daily of {uuid4().hex[:8]}",
        include_storage=False,
        kind=Kind.DAILY,
    )
    client = engine.client()
    if pinned:
        path = f"/backup/archives/{outcome.backup_id}"
        assert client.patch(path, json={"pinned": True}).status_code == 200
    items = client.get("/backup/list").json()["backups"]
    return next(item for item in items if item["filename"] == outcome.filename)


def test_the_settings_have_kuroibaras_shape(client: httpx.Client) -> None:
    told = client.get("/backup/retention-settings").json()
    description = told.pop("description")
    assert told.pop("edited") == []
    assert told == {
        "retention_enabled": True,
        "retention_daily": 7,
        "retention_weekly": 4,
        "retention_monthly": 12,
        "retention_yearly": None,
        "retention_max_total": 30,
        "retention_manual": False,
    }
    assert description.keys() == {"daily", "weekly", "monthly", "yearly", "max_total"}
    assert all(isinstance(text, str) for text in description.values())


@pytest.mark.parametrize("call", ["apply-retention", "cleanup"])
def test_what_the_preview_names_is_what_goes(
    engine: RunningEngine, client: httpx.Client, call: str
) -> None:
    old = daily(engine, pinned=True)
    new = daily(engine)
    nothing = client.get("/backup/retention/preview").json()
    assert nothing["would_remove"] == []
    assert client.post(f"/backup/{call}").status_code == 200
    client.patch(f"/backup/archives/{old['backup_id']}", json={"pinned": False})
    preview = client.get("/backup/retention/preview").json()
    assert preview["retention_enabled"] is True
    assert (preview["would_remove"], preview["would_free"]) == ([old["filename"]], old["size"])
    verdicts = {one["filename"]: one for one in preview["verdicts"]}
    assert (verdicts[old["filename"]]["kept"], verdicts[new["filename"]]["kept"]) == (False, True)
    (reason,) = verdicts[old["filename"]]["reasons"]
    assert reason["code"] == "same_period"
    assert "newer" in reason["text"]
    answer = client.post(f"/backup/{call}").json()
    if call == "cleanup":
        assert answer == {"message": "Cleanup completed", "removed_backups": 1}
    else:
        assert isinstance(answer.pop("message"), str)
        assert answer == {"deleted_count": 1, "deleted_files": [old["filename"]]}
    left = [item["filename"] for item in client.get("/backup/list").json()["backups"]]
    assert left == [new["filename"]]


def test_other_rules_are_tried_out_and_then_do_just_that(
    engine: RunningEngine, client: httpx.Client
) -> None:
    fetched, oldest, older, newest = (daily(engine, pinned=True) for _ in range(4))
    client.put(f"/backup/archives/{fetched['backup_id']}/lease")
    for item in (fetched, oldest, older):
        path = f"/backup/archives/{item['backup_id']}"
        client.patch(path, json={"pinned": False})
    before = client.get("/backup/retention-settings").json()
    off = client.post("/backup/retention/preview", json={"retention_enabled": False}).json()
    assert (off["retention_enabled"], off["would_remove"]) == (False, [])
    rules = {"retention_daily": 3, "retention_max_total": 1}
    would = client.post("/backup/retention/preview", json=rules).json()
    assert would["would_remove"] == [oldest["filename"], older["filename"]]
    why = {one["filename"]: [r["code"] for r in one["reasons"]] for one in would["verdicts"]}
    assert "leased" in why[fetched["filename"]]
    assert client.get("/backup/retention-settings").json() == before, "it was only asked"
    assert len(client.get("/backup/list").json()["backups"]) == 4
    assert client.put("/backup/retention-settings", json=rules).status_code == 200
    assert client.post("/backup/apply-retention").json()["deleted_files"] == would["would_remove"]
    left = {item["filename"] for item in client.get("/backup/list").json()["backups"]}
    assert left == {fetched["filename"], newest["filename"]}


def test_rules_that_are_none_are_not_tried_out_either(client: httpx.Client) -> None:
    for none in (0, 10**30):
        answer = client.post("/backup/retention/preview", json={"retention_daily": none})
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_retention")
    assert client.post("/backup/retention/preview", json={"reset": []}).status_code == 422


def test_a_pin_and_its_note_are_told(engine: RunningEngine, client: httpx.Client) -> None:
    item = engine.create("kept", include_storage=False)
    path = f"/backup/archives/{item['backup_id']}"
    answer = client.patch(path, json={"pinned": True, "note": "before the upgrade"}).json()
    assert answer == {
        "filename": "kept.tar.gz",
        "backup_id": item["backup_id"],
        "pinned": True,
        "note": "before the upgrade",
        "suspect": False,
    }
    now = client.get("/backup/list").json()["backups"][0]
    assert (now["pinned"], now["note"]) == (True, "before the upgrade")
    assert client.patch(path, json={"note": "x" * 2001}).json()["code"] == "note_too_long"
    assert client.patch(path, json={"suspect": True}).status_code == 422
    unknown = client.patch(f"/backup/archives/{uuid4()}", json={"pinned": True})
    assert (unknown.status_code, unknown.json()["code"]) == (404, "no_such_backup")


def test_a_lease_holds_for_two_weeks(engine: RunningEngine, client: httpx.Client) -> None:
    old = daily(engine, pinned=True)
    path = f"/backup/archives/{old['backup_id']}"
    until = datetime.fromisoformat(client.put(f"{path}/lease").json()["leased_until"])
    assert timedelta(days=13, hours=23) < until - datetime.now(UTC) <= timedelta(days=14)
    client.patch(path, json={"pinned": False})
    daily(engine)
    preview = client.get("/backup/retention/preview").json()
    reasons = [one["reasons"] for one in preview["verdicts"] if one["filename"] == old["filename"]]
    assert "leased" in [reason["code"] for reason in reasons[0]]


def test_only_administrators_may(engine: RunningEngine) -> None:
    reader = engine.client(engine.reader)
    for method, path in (
        ("GET", "retention-settings"),
        ("GET", "retention/preview"),
        ("POST", "retention/preview"),
        ("POST", "apply-retention"),
        ("POST", "cleanup"),
        ("PATCH", f"archives/{uuid4()}"),
        ("PUT", f"archives/{uuid4()}/lease"),
    ):
        body: dict[str, Any] | None = {} if method in ("PATCH", "POST") else None
        answer = reader.request(method, f"/backup/{path}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (403, "not_administrator"), path


def test_nothing_is_pruned_while_a_backup_is_written(
    engine: RunningEngine, client: httpx.Client
) -> None:
    with engine.service.place.writer_lock(wait=False):
        answer = client.post("/backup/apply-retention")
    assert (answer.status_code, answer.json()["code"]) == (409, "locked")
