"""Schedules and retention rules over HTTP: Kuroibara's fields, what the engine adds, who may."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from tests.support.engine import running_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from tests.support.engine import RunningEngine

OURS = {
    "cron",
    "timezone",
    "enabled",
    "include_storage",
    "edited",
    "next_due",
    "last_attempt",
    "last_success",
    "last_error",
    "failures",
    "overdue",
}


@pytest.fixture(scope="module")
def scheduled(
    tmp_path_factory: pytest.TempPathFactory, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[RunningEngine]:
    # The monthly one is switched off; the others are due when no test runs for long.
    settings = {"backup_daily_enabled": True, "backup_weekly_enabled": True}
    folder = tmp_path_factory.mktemp("scheduled")
    with running_engine(folder, postgres, kuroibara_template, **settings) as running:
        yield running


@pytest.fixture
def client(scheduled: RunningEngine) -> Iterator[httpx.Client]:
    client = scheduled.client()
    far = {"daily": {"cron": "0 12 29 2 *"}, "weekly": {"cron": "0 12 29 2 *"}}
    client.put("/backup/schedule", json=far)
    yield client
    client.put("/backup/schedule", json={"daily": None, "weekly": None, "monthly": None})


def test_the_schedule_has_kuroibaras_fields_and_ours(client: httpx.Client) -> None:
    client.put("/backup/schedule", json={"daily": None, "weekly": None})
    told = client.get("/backup/schedule").json()
    ours = told.pop("schedules")
    assert told.pop("next_monthly_backup") is None, "it is switched off"
    due = {name: told.pop(f"next_{name}_backup") for name in ("daily", "weekly")}
    assert told == {"daily_enabled": True, "weekly_enabled": True, "monthly_enabled": False}
    for name, (hour, weekday) in {"daily": (2, None), "weekly": (3, 7)}.items():
        at = datetime.fromisoformat(due[name])
        assert at.utcoffset() == at.astimezone(ZoneInfo("Europe/Berlin")).utcoffset()
        assert (at.hour, at.minute) == (hour, 0)
        assert weekday in (None, at.isoweekday())
    assert ours.keys() == {"daily", "weekly", "monthly"}
    assert all(one.keys() == OURS for one in ours.values())
    assert ours["weekly"]["cron"] == "0 3 * * 0"
    assert ours["weekly"]["timezone"] == "Europe/Berlin"
    assert [ours[name]["include_storage"] for name in ("daily", "weekly")] == [False, True]
    assert ours["daily"]["next_due"].endswith("Z")


def test_what_is_edited_is_stored_shown_and_reset(
    scheduled: RunningEngine, client: httpx.Client
) -> None:
    change = {"monthly": {"cron": "15th 01:30", "timezone": "Asia/Tokyo"}, "monthly_enabled": True}
    answer = client.put("/backup/schedule", json=change).json()
    assert answer == client.get("/backup/schedule").json()
    monthly = answer["schedules"]["monthly"]
    assert (monthly["cron"], monthly["timezone"]) == ("30 1 15 * *", "Asia/Tokyo")
    assert monthly["edited"] == ["cron", "enabled", "timezone"]
    at = datetime.fromisoformat(answer["next_monthly_backup"])
    assert (at.day, at.hour, at.minute) == (15, 1, 30)
    assert answer["next_monthly_backup"].endswith("+09:00")
    one = client.put("/backup/schedule", json={"monthly": {"cron": None}}).json()
    assert one["schedules"]["monthly"]["cron"] == "0 4 1 * *"
    assert one["schedules"]["monthly"]["edited"] == ["enabled", "timezone"]
    none = client.put("/backup/schedule", json={"monthly": None}).json()
    assert none["schedules"]["monthly"]["edited"] == []
    assert none["monthly_enabled"] is False
    acts = client.get("/backup/audit").json()["entries"]
    assert [one["act"] for one in acts if one["subject"] == "monthly"][:3] == ["schedule"] * 3


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"daily": {"cron": "99:00"}}, "invalid_schedule"),
        ({"daily": {"cron": "* 2 * * *"}}, "invalid_schedule"),
        ({"weekly": {"timezone": "Mars/Olympus"}}, "invalid_timezone"),
        ({"hourly": {"enabled": True}}, "invalid_request"),
        ({"daily": {"enabeld": True}}, "invalid_request"),
    ],
)
def test_what_cannot_be_a_schedule_changes_nothing(
    client: httpx.Client, body: dict[str, Any], code: str
) -> None:
    before = client.get("/backup/schedule").json()
    both = {"monthly": {"enabled": True}} | body
    answer = client.put("/backup/schedule", json=both)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer.json()["detail"]
    assert client.get("/backup/schedule").json() == before


def test_only_an_administrator_sees_and_changes_them(scheduled: RunningEngine) -> None:
    reader = scheduled.client(scheduled.reader)
    assert reader.get("/backup/schedule").status_code == 403
    for path in ("schedule", "retention-settings"):
        assert reader.put(f"/backup/{path}", json={}).status_code == 403


def test_retention_rules_are_edited_obeyed_and_reset(
    scheduled: RunningEngine, client: httpx.Client
) -> None:
    before = client.get("/backup/retention-settings").json()
    assert before["edited"] == []
    change = {"retention_daily": 2, "retention_weekly": None, "retention_max_total": 5}
    answer = client.put("/backup/retention-settings", json=change).json()
    assert answer == client.get("/backup/retention-settings").json()
    assert {name: answer[name] for name in change} == change
    assert answer["edited"] == ["retention_daily", "retention_weekly", "retention_max_total"]
    assert "2 days" in answer["description"]["daily"]
    policy = scheduled.service.keeping.policy
    assert (policy.daily, policy.weekly, policy.monthly, policy.most) == (2, None, 12, 5)
    off = client.put("/backup/retention-settings", json={"retention_enabled": False}).json()
    assert off["retention_enabled"] is False
    assert client.get("/backup/retention/preview").json()["retention_enabled"] is False
    reset = {"reset": [*answer["edited"], "retention_enabled"]}
    assert client.put("/backup/retention-settings", json=reset).json() == before


@pytest.mark.parametrize(
    "body",
    [
        {"retention_daily": 0},
        {"retention_weekly": -1},
        {"retention_daily": "7"},
        {"retention_daily": True},
        {"retention_max_total": 10**12},
        {"retention_enabled": None},
        {"retention_hourly": 3},
        {"reset": ["retention_hourly"]},
    ],
)
def test_rules_that_are_none_change_nothing(client: httpx.Client, body: dict[str, Any]) -> None:
    before = client.get("/backup/retention-settings").json()
    answer = client.put("/backup/retention-settings", json={"retention_monthly": 3} | body)
    assert answer.status_code == 422
    assert client.get("/backup/retention-settings").json() == before
