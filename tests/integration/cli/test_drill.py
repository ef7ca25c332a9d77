"""The command `drill`: what it says, how it ends, and what is left when it is killed."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from kuroibara_backup.jobs.model import JobKind
from kuroibara_backup.service.engine import Service
from tests.support.postgres import databases_left, rows
from tests.support.restoring import command, environment

if TYPE_CHECKING:
    from tests.support.engine import RunningEngine


def test_a_backup_of_this_server_is_proved_by_name(shared_engine: RunningEngine) -> None:
    shared_engine.create("by name")
    done = command(shared_engine.settings, "drill", "by name")
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads(done.stdout)
    assert report["proved"] is True
    assert report["error"] is None
    item = json.loads(command(shared_engine.settings, "list").stdout)["backups"][0]
    assert item["proved_at"] is not None


def test_a_file_that_is_damaged_ends_with_its_own_status(shared_engine: RunningEngine) -> None:
    item = shared_engine.create("damaged")
    content = (shared_engine.engine_folder / item["filename"]).read_bytes()
    path = shared_engine.settings.backup_path.parent / "elsewhere.tar.gz"
    path.write_bytes(content[:-2000])
    done = command(shared_engine.settings, "drill", str(path))
    assert done.returncode == 3
    report = json.loads(done.stdout)
    assert (report["proved"], report["error"]["code"]) == (False, "damaged")
    assert path.stat().st_size == len(content) - 2000


def test_what_a_killed_drill_left_goes_at_the_next(shared_engine: RunningEngine) -> None:
    settings = shared_engine.settings
    (shared_engine.library / "large.bin").write_bytes(bytes(40 << 20))
    shared_engine.create("killed")
    others = set(databases_left(settings.kuroibara_url))  # of whoever else uses this server

    def left() -> set[str]:
        return set(databases_left(settings.kuroibara_url)) - others

    with subprocess.Popen(
        [sys.executable, "-m", "kuroibara_backup", "drill", "killed", "--land", "--json"],
        env=environment(settings),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        until = time.monotonic() + 60
        while not left():
            assert process.poll() is None, "it ended before it could be killed"
            assert time.monotonic() < until
            time.sleep(0.01)
        # A living drill's places are left alone.
        shared_engine.service.drills.sweep()
        assert left()
        process.kill()
    assert left()
    assert list(shared_engine.engine_folder.glob(".drill-*"))
    shared_engine.service.drills.sweep()
    assert left() == set()
    assert not list(shared_engine.engine_folder.glob(".drill-*"))


def test_a_drill_is_made_when_it_is_due_and_once(shared_engine: RunningEngine) -> None:
    if not shared_engine.service.backups.all():
        shared_engine.create("due")
    settings = shared_engine.settings.model_copy(update={"backup_drill_at": "0 5 * * *"})
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    state = shared_engine.service._state
    services = [Service(settings, state, now=lambda: now) for _ in range(3)]
    services[0].catalogue.all()
    for one in services:
        one.drills.start()
        one.drills.tick(now)
    assert drills(shared_engine) == 0, "what was due before anybody asked for drills is made up for"
    for later in (timedelta(hours=1), timedelta(hours=20), timedelta(hours=20)):
        for one in services:
            one.catalogue.reload()
            one.drills.tick(now + later)
    assert drills(shared_engine) == 1
    for one in services:
        one.drills.tick(now + timedelta(days=9))  # after downtime: one, not nine
    assert slots(shared_engine) == 1


def test_what_is_not_there_is_no_failed_drill(shared_engine: RunningEngine) -> None:
    done = command(shared_engine.settings, "drill", "nowhere")
    assert done.returncode == 5
    assert json.loads(done.stdout)["error"]["code"] == "not_found"


def drills(engine: RunningEngine) -> int:
    jobs = engine.service.jobs.list()
    return sum(job.kind is JobKind.DRILL for job in jobs)


def slots(engine: RunningEngine) -> int:
    url = engine.settings.backup_state_url
    assert url is not None
    return len(rows(url.get_secret_value(), "SELECT due FROM drill_slot"))
