"""The commands about who may what, as processes; no server need run."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests.integration.cli.test_commands import environment, run, run_json
from tests.support.engine import User, new_user

if TYPE_CHECKING:
    from tests.support.engine import RunningEngine


@pytest.fixture
def env(shared_engine: RunningEngine) -> dict[str, str]:
    return environment(shared_engine.settings)


def someone(engine: RunningEngine) -> User:
    return new_user(engine.settings.kuroibara_url, f"u{uuid4().hex[:8]}")


@pytest.mark.slow
def test_a_right_is_granted_listed_and_taken_back(
    shared_engine: RunningEngine, env: dict[str, str]
) -> None:
    user = someone(shared_engine)
    assert run_json("admin", "grant", user.email, env=env) == {"user": user.email, "granted": True}
    listed = run_json("admin", "list", env=env)["administrators"]
    mine = next(one for one in listed if one["user"] == user.username)
    assert (mine["user_id"], mine["superuser"], mine["active"]) == (str(user.id), False, True)
    assert run_json("admin", "revoke", user.username, env=env)["revoked"] is True
    shown = run("admin", "list", env=env).stdout
    assert user.username not in shown
    assert "superuser" in shown
    told = run_json("audit", "--since", "1h", env=env)["entries"]
    acts = [(one["act"], one["via"]) for one in told if one["subject"] == user.username]
    assert acts == [("admin_revoked", "cli"), ("admin_granted", "cli")]


@pytest.mark.slow
def test_devices_are_listed_and_locked_out(
    shared_engine: RunningEngine, env: dict[str, str]
) -> None:
    name = f"[bold]{uuid4().hex[:8]}"
    with shared_engine.client() as client:
        body = {"name": name, "scopes": ["list"], "password": shared_engine.admin.password}
        made = client.post("/backup/devices", json=body).json()
    shown = run("device", "list", env=env)
    assert name in shown.stdout
    assert made["token"] not in shown.stdout
    run_json("device", "revoke", made["id"], env=env)
    listed = run_json("device", "list", env=env)["devices"]
    mine = next(one for one in listed if one["id"] == made["id"])
    assert mine["revoked_at"]
    assert mine["alive"] is False
    assert run("device", "revoke", str(uuid4()), env=env).returncode == 5


@pytest.mark.slow
def test_the_audit_can_be_asked_by_time_and_user(
    shared_engine: RunningEngine, env: dict[str, str]
) -> None:
    user = someone(shared_engine)
    shared_engine.login(user)
    told = run_json("audit", "--user", user.username, env=env)
    assert [one["act"] for one in told["entries"]] == ["login"]
    assert told["next"] is None
    shown = run("audit", "--user", str(user.id), "--since", "7d", env=env)
    assert user.username in shown.stdout
    tomorrow = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
    assert run_json("audit", "--since", tomorrow, env=env)["entries"] == []
    assert run("audit", "--since", "tomorrow", env=env).returncode == 2


@pytest.mark.slow
def test_what_is_done_at_the_command_line_has_the_systems_name(
    shared_engine: RunningEngine, env: dict[str, str]
) -> None:
    name = f"b{uuid4().hex[:8]}"
    run_json("create", "--database-only", "--name", name, env=env | {"LOGNAME": "operator"})
    run_json("pin", name, env=env | {"LOGNAME": "operator"})
    told = run_json("audit", "--user", "operator", env=env)["entries"]
    found = [(one["act"], one["outcome"], one["via"]) for one in told if name in one["subject"]]
    assert found == [("decide", "done", "cli"), ("create", "done", "cli")]
