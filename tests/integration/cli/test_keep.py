"""The commands about which backups stay, as processes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.cli.test_commands import environment, run, run_json
from tests.support.format1 import make_format1

if TYPE_CHECKING:
    from tests.support.engine import RunningEngine


def made(env: dict[str, str], name: str) -> Any:
    return run_json("create", "--database-only", "--kind", "daily", "--name", name, env=env)


@pytest.mark.slow
def test_prune_does_what_its_dry_run_says(engine: RunningEngine) -> None:
    env = environment(engine.settings)
    made(env, "first")
    assert run_json("pin", "first", "--note", "wait", env=env)["pinned"] is True
    made(env, "second")
    assert run_json("unpin", "first", env=env)["pinned"] is False
    planned = run_json("prune", "--dry-run", env=env)
    assert planned["would_remove"] == ["first.tar.gz"]
    shown = run("prune", "--dry-run", env=env)
    assert "GOES   first.tar.gz: day" in shown.stdout
    assert "stays  second.tar.gz: the newest verified daily backup" in shown.stdout
    done = run_json("prune", env=env)
    assert (done["removed"], done["freed"]) == (planned["would_remove"], planned["would_free"])
    assert run_json("prune", env=env) == {"removed": [], "freed": 0}
    assert [one["filename"] for one in run_json("list", env=env)["backups"]] == ["second.tar.gz"]


@pytest.mark.slow
def test_adopt_takes_over_what_is_good_and_names_the_rest(engine: RunningEngine) -> None:
    env = environment(engine.settings)
    folder = engine.found_folder
    good = make_format1(folder / "weekly_20251207.tar.gz", None, engine.library, "weekly")
    bad = make_format1(folder / "daily_20251207.tar.gz", None, None, "daily")
    data = bytearray(bad.read_bytes())
    bad.write_bytes(data[: len(data) // 2])
    for path in (good, bad):
        os.utime(path, (1_765_072_800, 1_765_072_800))
    assert run("adopt", env=env).returncode == 2
    told = run_json("adopt", "--all", status=3, env=env)
    outcomes = {one["filename"]: one["error"] for one in told["adopted"]}
    assert outcomes[good.name] is None
    assert outcomes[bad.name]["code"]
    assert (engine.engine_folder / good.name).exists()
    assert bad.exists()
    listed = {one["filename"]: one for one in run_json("list", env=env)["backups"]}
    assert listed[good.name]["origin"] == "engine"
    assert listed[good.name]["kind"] == "weekly"
    assert listed[good.name]["verified_at"]
    assert listed[bad.name]["origin"] == "found"


@pytest.mark.slow
def test_accept_clears_a_suspicion(engine: RunningEngine) -> None:
    env = environment(engine.settings)
    run_json("create", "--name", "whole", env=env)
    (engine.library / "manga").rename(engine.library.with_name("elsewhere"))
    made = run_json("create", "--name", "little", env=env)
    assert any("Has something been lost?" in warning for warning in made["warnings"])
    assert run_json("accept", "little", env=env)["suspect"] is False
    assert run("accept", "nothing", env=env).returncode == 5


def test_only_a_restore_makes_safety_copies(engine: RunningEngine) -> None:
    done = run("create", "--kind", "safety", env=environment(engine.settings))
    assert done.returncode == 2
    assert "restore" in done.stderr
