"""The command `schedule`, and what `doctor` says of schedulers, as processes."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.cli.test_commands import environment, run, run_json
from tests.support.format1 import make_format1

if TYPE_CHECKING:
    from tests.support.engine import RunningEngine


def checks(env: dict[str, str]) -> dict[str, Any]:
    told = json.loads(run("doctor", "--json", env=env).stdout)
    return {one["check"]: one for one in told["checks"]}


@pytest.mark.slow
def test_a_schedule_is_shown_set_switched_and_reset(shared_engine: RunningEngine) -> None:
    env = environment(shared_engine.settings)
    shown = run_json("schedule", env=env)
    assert shown == run_json("schedule", "show", env=env)
    assert shown["daily_enabled"] is False, "as the server that started last has it"
    told = run_json(
        "schedule", "set", "weekly", "--at", "Mon 05:30", "--timezone", "UTC", "--database-only",
        env=env,
    )  # fmt: skip
    weekly = told["schedules"]["weekly"]
    assert (weekly["cron"], weekly["timezone"]) == ("30 5 * * 1", "UTC")
    assert weekly["include_storage"] is False
    assert weekly["edited"] == ["cron", "include_storage", "timezone"]
    told = run_json("schedule", "enable", "weekly", env=env)
    assert told["weekly_enabled"] is True
    assert told["next_weekly_backup"].endswith("T05:30:00+00:00")
    table = run("schedule", env=env).stdout
    assert "30 5 * * 1 UTC (edited)" in table
    assert "switched off" in table
    assert run_json("schedule", "disable", "weekly", env=env)["next_weekly_backup"] is None
    assert run_json("schedule", "reset", "weekly", env=env)["schedules"]["weekly"]["edited"] == []
    assert run_json("schedule", "reset", env=env) == shown
    for wrong in (["set", "weekly"], ["set", "weekly", "--at", "25:00"], ["enable", "hourly"]):
        assert run("schedule", *wrong, env=env).returncode == 2
    assert run("schedule", "--json", "show", env=env).returncode == 2


@pytest.mark.slow
def test_doctor_tells_whether_backups_are_made_by_themselves(shared_engine: RunningEngine) -> None:
    env = environment(shared_engine.settings)
    told = checks(env)
    assert told["scheduler"]["health"] == "warning"
    assert "switched off" in told["scheduler"]["sentence"]
    assert told["one scheduler"]["health"] == "good"
    run_json("schedule", "enable", "weekly", env=env)
    theirs = make_format1(shared_engine.found_folder / "daily_20261123.tar.gz", None, None, "daily")
    os.utime(theirs, (time.time() - 7200,) * 2)
    told = checks(env)
    assert told["scheduler"]["health"] == "good"
    assert "weekly" in told["scheduler"]["sentence"]
    assert told["one scheduler"]["health"] == "warning"
    assert "daily_20261123.tar.gz" in told["one scheduler"]["sentence"]
    assert "KUROIBARA_BACKUP_DAILY_ENABLED" in told["one scheduler"]["remedy"]
    run_json("schedule", "reset", env=env)
