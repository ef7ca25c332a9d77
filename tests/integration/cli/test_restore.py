"""Restoring from the command line: no server runs, and the file is read where it lies."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4
from zoneinfo import ZoneInfo

import psycopg
import pytest

from tests.support.restoring import (
    Server,
    command,
    environment,
    files_below,
    ordered,
    rewritten,
    whole,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_elsewhere_is_restored_and_rolled_back(
    source: tuple[Server, Path], target: Server
) -> None:
    before = whole(target.settings)
    done = command(target.settings, "restore", str(source[1]), "--yes")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["outcome"]["phase"] == "restored"
    assert told["plan"]["possible"] is True
    held = whole(source[0].settings)
    now = whole(target.settings)
    old, new = source[0].settings.storage_path, target.settings.storage_path
    assert ordered(now.tables) == rewritten(held.tables, old, new)
    assert now.files == held.files
    # Read where it lies: of it, nothing was copied to the server's own backups.
    names = os.listdir(target.settings.backup_path / "engine")
    assert [name for name in names if name.endswith(".tar.gz")] == [told["outcome"]["safety_copy"]]
    back = command(target.settings, "rollback", told["outcome"]["restore_id"], "--yes")
    assert back.returncode == 0, back.stderr
    assert json.loads(back.stdout)["outcome"]["phase"] == "rolled_back"
    assert whole(target.settings) == before
    resumed = command(target.settings, "rollback", "--resume")
    assert json.loads(resumed.stdout) == {"ended": []}


@pytest.mark.slow
def test_times_are_told_in_the_time_zone_of_the_list(
    source: tuple[Server, Path], target: Server
) -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    done = subprocess.run(
        [sys.executable, "-m", "kuroibara_backup", "restore", str(source[1]), "--yes"],
        env=environment(target.settings) | {"BACKUP_TIMEZONE": tokyo.key},
        capture_output=True,
        text=True,
        check=True,
    )
    inspected = json.loads(command(target.settings, "inspect", str(source[1])).stdout)
    made = datetime.fromisoformat(inspected["metadata"]["created_at"]).astimezone(tokyo)
    assert f"made {made:%Y-%m-%d %H:%M}" in done.stdout.splitlines()[0]
    until = " ".join(done.stdout.rstrip(".\n").split()[-2:])
    left = datetime.fromisoformat(until).replace(tzinfo=tokyo) - datetime.now(tokyo)
    assert timedelta(hours=71) < left < timedelta(hours=73)


@pytest.mark.slow
def test_without_the_library_the_database_comes_back_and_the_files_are_refused(
    source: tuple[Server, Path], target: Server
) -> None:
    lost = target.settings.model_copy(
        update={"storage_path": target.settings.storage_path / "not mounted"}
    )
    refused = command(lost, "restore", str(source[1]), "--yes")
    assert refused.returncode == 5
    assert json.loads(refused.stdout)["error"]["code"] == "no_library"
    done = command(lost, "restore", str(source[1]), "--yes", "--only", "database")
    assert done.returncode == 0, done.stderr
    assert not lost.storage_path.exists()


@pytest.mark.slow
def test_only_the_files_or_only_the_database(source: tuple[Server, Path], target: Server) -> None:
    before = whole(target.settings)
    done = command(target.settings, "restore", str(source[1]), "--yes", "--only", "storage")
    assert done.returncode == 0, done.stderr
    now = whole(target.settings)
    assert now.tables == before.tables
    assert now.files == files_below(source[0].settings.storage_path)
    both = command(
        target.settings, "restore", str(source[1]), "--yes", "--only", "storage", "--manga",
        str(uuid4()),
    )  # fmt: skip
    assert both.returncode == 2
    unknown = command(target.settings, "restore", str(source[1]), "--yes", "--manga", str(uuid4()))
    assert unknown.returncode == 5
    assert json.loads(unknown.stdout)["error"]["code"] == "manga_not_in_backup"
    assert whole(target.settings) == now


def test_a_manga_is_looked_up_by_its_title_and_its_files_alone_come_back(
    source: tuple[Server, Path], target: Server
) -> None:
    held = json.loads(command(target.settings, "series", str(source[1])).stdout)["series"]
    with psycopg.connect(source[0].url) as connection:
        titles = {str(i): t for i, t in connection.execute("SELECT id, title FROM manga")}
    assert {one["id"]: one["title"] for one in held} == titles
    wanted = held[-1]["id"]
    before = whole(target.settings)
    done = command(target.settings, "restore", str(source[1]), "--yes", "--manga", wanted)
    assert done.returncode == 0, done.stderr
    now = whole(target.settings)
    assert now.tables == before.tables
    there = files_below(source[0].settings.storage_path)
    chosen = {name: what for name, what in there.items() if f"/{wanted}/" in f"/{name}/"}
    assert len([kind for kind, _ in chosen.values() if kind == "file"]) == held[-1]["files"] > 0
    assert {name: now.files[name] for name in chosen} == chosen
    others = {name: what for name, what in now.files.items() if name not in chosen}
    assert others == {name: what for name, what in before.files.items() if name not in chosen}


def test_without_a_terminal_nothing_is_done_unasked(
    source: tuple[Server, Path], target: Server
) -> None:
    done = command(target.settings, "restore", str(source[1]))
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["code"] == "confirmation_needed"
    nothing = command(target.settings, "rollback", "--yes")
    assert nothing.returncode == 5
    assert json.loads(nothing.stdout)["error"]["code"] == "nothing_to_roll_back"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals to stand in for")
@pytest.mark.parametrize("right", [True, False])
def test_at_a_terminal_the_plan_is_shown_and_the_name_asked_for(
    source: tuple[Server, Path], target: Server, right: bool
) -> None:
    before = whole(target.settings)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "kuroibara_backup", "restore", str(source[1])],
        env=environment(target.settings) | {"TERM": "dumb"},
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    os.close(theirs)
    name = target.url.rsplit("/", 1)[1]
    os.write(ours, f"{name if right else 'nothing'}@127.0.0.1\n".encode())
    said, _ = process.communicate(timeout=120)
    os.close(ours)
    assert "users" in said
    assert "+2" in said
    assert "mika" in said
    if right:
        assert process.returncode == 0, said
        assert "Restored." in said
        assert whole(target.settings) != before
    else:
        assert process.returncode == 2, said
        assert whole(target.settings) == before
