"""A restore for which nobody wants a safety copy makes none, says so, and can be undone as well."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.support.restoring import Server, command, whole

if TYPE_CHECKING:
    from pathlib import Path


def safety_copies(server: Server) -> list[str]:
    return [path.name for path in (server.settings.backup_path / "engine").glob("safety_*")]


@pytest.mark.slow
def test_without_a_safety_copy_the_plan_says_what_that_costs_and_the_way_back_is_there(
    source: tuple[Server, Path], target: Server
) -> None:
    before = whole(target.settings)
    done = command(target.settings, "restore", str(source[1]), "--yes", "--no-safety-copy")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["plan"]["safety_copy"] is False
    assert [one for one in told["plan"]["warnings"] if one.startswith("No safety copy is made")]
    assert told["outcome"]["safety_copy"] is None
    assert safety_copies(target) == []
    assert whole(target.settings) != before
    back = command(target.settings, "rollback", "--yes")
    assert back.returncode == 0, back.stderr
    assert whole(target.settings) == before


def test_a_plan_for_files_alone_promises_no_safety_copy(
    source: tuple[Server, Path], target: Server
) -> None:
    done = command(target.settings, "restore", str(source[1]), "--yes", "--only", "storage")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["plan"]["safety_copy"] is False
    assert told["outcome"]["safety_copy"] is None
    assert safety_copies(target) == []
