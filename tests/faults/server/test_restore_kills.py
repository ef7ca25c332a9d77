"""A restore that is killed at any step leaves wholly the old or wholly the new server.

Each case is a process that dies by SIGKILL; what comes after it is another process, and what counts
is every row of every table and every byte of every file. The steps of one half are killed in
tests/integration/database/replace/test_swap.py and tests/integration/storage/test_swap_kills.py.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import httpx
import pytest

from kuroibara_backup.errors import Refused
from kuroibara_backup.service.audit import ENGINE
from kuroibara_backup.service.engine import opened
from kuroibara_backup.service.restore.model import Wanted
from tests.faults.server.test_restore_faults import hearing
from tests.support.engine import serving
from tests.support.postgres import databases_left
from tests.support.restoring import (
    Server,
    Whole,
    backed_up,
    command,
    control,
    killed,
    ordered,
    other_server,
    restored,
    rewritten,
    server_with_sample,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample

OLD, NEW = "old", "new"

FORTH = {
    "preparing": OLD,
    "safety copy made": OLD,
    "database made": OLD,
    "database loaded": OLD,
    "paths rewritten": OLD,
    "database checked": OLD,
    "database ready": OLD,
    "storage staged": OLD,
    "swapping": NEW,
    "properties copied": NEW,
    "closed": NEW,
    "database renamed": NEW,
    "storage swap begun": NEW,
    "storage entry moved": NEW,
    "storage renamed": NEW,
    "restored": NEW,
}
UNDONE = {
    "undoing": OLD,
    "storage return begun": OLD,
    "storage entry moved": OLD,
    "storage returned": OLD,
    "properties copied": OLD,
    "closed": OLD,
    "database renamed": OLD,
    "undone": OLD,
    "storage discarded": OLD,
    "database dropped": OLD,
    "unchanged": OLD,
}
BACK = {
    "returning": OLD,
    "storage return begun": OLD,
    "storage entry moved": OLD,
    "storage returned": OLD,
    "properties copied": OLD,
    "closed": OLD,
    "database renamed": OLD,
    "rolled_back": OLD,
}
QUICK = ("database renamed", "storage renamed")


@pytest.fixture(scope="module")
def source(
    tmp_path_factory: pytest.TempPathFactory,
    postgres: EmbeddedPostgres,
    sample_template: tuple[str, Sample],
) -> Iterator[tuple[Server, Path, Whole]]:
    """The server that was backed up, the backup, and what it holds."""
    folder = tmp_path_factory.mktemp("source")
    with server_with_sample(folder, postgres, sample_template) as server:
        yield server, backed_up(server), whole(server.settings)


@pytest.fixture
def target(
    tmp_path: Path,
    postgres: EmbeddedPostgres,
    kuroibara_template: str,
    request: pytest.FixtureRequest,
) -> Iterator[Server]:
    plain = getattr(request, "param", "superuser") == "plain owner"
    with other_server(tmp_path, postgres, kuroibara_template, plain=plain) as server:
        yield server


def side(source: tuple[Server, Path, Whole], target: Server, before: Whole) -> str:
    """Which of the two the server is, wholly; anything else fails."""
    now = whole(target.settings)
    if now == before:
        return OLD
    server, _path, held = source
    expected = rewritten(held.tables, server.settings.storage_path, target.settings.storage_path)
    assert ordered(now.tables) == expected
    assert now.files == held.files
    return NEW


def ended(target: Server, how: str) -> None:
    """Another process comes: the command for it, or any next start."""
    if how == "rollback --resume":
        done = command(target.settings, "rollback", "--resume")
        assert done.returncode == 0, done.stderr
        json.loads(done.stdout)
    else:
        with opened(target.settings) as service:
            service.restores.tending.tend()
    with opened(target.settings) as service:
        assert not service.restores.half_way()


def nothing_left(target: Server, postgres: EmbeddedPostgres) -> bool:
    left = [path.name for path in target.settings.storage_path.glob(".restore-*")]
    return not left and not databases_left(postgres.url())


def marked(steps: dict[str, str], quick: tuple[str, ...] = ()) -> list[object]:
    return [
        pytest.param(
            step,
            expected,
            "rollback --resume" if number % 2 else "next start",
            id=step,
            marks=() if step in quick else pytest.mark.slow,
        )
        for number, (step, expected) in enumerate(steps.items())
    ]


@pytest.mark.slow
def test_the_tables_have_every_step_that_is_taken_forth_undone_and_back(
    source: tuple[Server, Path, Whole], target: Server
) -> None:
    taken: list[str] = []

    def fails(step: str) -> None:
        taken.append(step)
        if step == "storage renamed":
            raise Refused("It was not done, for the test has it so.", code="test")

    with opened(target.settings) as service:
        restores = hearing(service, fails)
        plan = restores.plan_now(source[1], Wanted(), control())
        with pytest.raises(Refused, match="for the test"):
            restores.restore_now(plan, control(), by=ENGINE)
        assert set(taken[taken.index("storage renamed") + 1 :]) == set(UNDONE)
        taken.clear()
        restores = hearing(service, taken.append)
        plan = restores.plan_now(source[1], Wanted(), control())
        restores.restore_now(plan, control(), by=ENGINE)
        assert set(taken) == set(FORTH)
        taken.clear()
        found, _lost = restores.rollbacks.lost(None, control())
        restores.rollbacks.now(found, control(), by=ENGINE)
        assert set(taken) == set(BACK)


@pytest.mark.slow
def test_until_somebody_ends_it_health_says_that_a_restore_is_half_way(
    source: tuple[Server, Path, Whole], target: Server
) -> None:
    before = whole(target.settings)
    killed(target.settings, "restore", str(source[1]), "storage swap begun")
    with opened(target.settings, end_half_way=False) as service, serving(service) as url:
        answer = httpx.get(f"{url}/health", timeout=30)
        assert answer.status_code == 503
        [reason] = answer.json()["reasons"]
        assert reason["code"] == "restore_half_way"
        assert "kuroibara-backup rollback --resume" in reason["detail"]
        service.restores.tending.tend()
        assert httpx.get(f"{url}/health", timeout=30).json()["ready"] is True
    assert side(source, target, before) == NEW


@pytest.mark.parametrize(("step", "expected", "how"), marked(FORTH, QUICK))
def test_killed_restore_is_wholly_old_or_new(
    source: tuple[Server, Path, Whole],
    target: Server,
    postgres: EmbeddedPostgres,
    step: str,
    expected: str,
    how: str,
) -> None:
    before = whole(target.settings)
    killed(target.settings, "restore", str(source[1]), step)
    ended(target, how)
    assert side(source, target, before) == expected
    if expected == OLD:
        assert nothing_left(target, postgres)
        with opened(target.settings) as service:
            restored(service, source[1])
        assert side(source, target, before) == NEW
    with opened(target.settings) as service:
        found, _lost = service.restores.rollbacks.lost(None, control())
        service.restores.rollbacks.now(found, control(), by=ENGINE)
    assert side(source, target, before) == OLD


@pytest.mark.slow
@pytest.mark.parametrize("target", ["plain owner"], indirect=True)
@pytest.mark.parametrize(("step", "expected", "how"), marked(FORTH))
def test_killed_restore_of_a_plain_owner(
    source: tuple[Server, Path, Whole],
    target: Server,
    step: str,
    expected: str,
    how: str,
) -> None:
    before = whole(target.settings)
    killed(target.settings, "restore", str(source[1]), step)
    ended(target, how)
    assert side(source, target, before) == expected


@pytest.mark.slow
@pytest.mark.parametrize(("step", "expected", "how"), marked(UNDONE))
def test_killed_undoing_ends_with_the_old_server(
    source: tuple[Server, Path, Whole],
    target: Server,
    postgres: EmbeddedPostgres,
    step: str,
    expected: str,
    how: str,
) -> None:
    before = whole(target.settings)
    killed(target.settings, "restore", str(source[1]), step, "storage renamed")
    ended(target, how)
    assert side(source, target, before) == expected
    assert nothing_left(target, postgres)


@pytest.mark.slow
@pytest.mark.parametrize(("step", "expected", "how"), marked(BACK))
def test_killed_rollback_ends_with_the_old_server(
    source: tuple[Server, Path, Whole],
    target: Server,
    step: str,
    expected: str,
    how: str,
) -> None:
    before = whole(target.settings)
    with opened(target.settings) as service:
        restored(service, source[1])
    killed(target.settings, "rollback", step)
    ended(target, how)
    assert side(source, target, before) == expected


@pytest.mark.slow
def test_a_machine_without_the_library_takes_no_empty_folder_for_it(
    source: tuple[Server, Path, Whole], target: Server, tmp_path: Path
) -> None:
    before = whole(target.settings)
    killed(target.settings, "restore", str(source[1]), "storage entry moved")
    empty = tmp_path / "not mounted"
    empty.mkdir()
    elsewhere = target.settings.model_copy(update={"storage_path": empty})
    done = command(elsewhere, "rollback", "--resume")
    assert done.returncode == 5
    assert json.loads(done.stdout)["error"]["code"] == "wrong_storage"
    with opened(elsewhere) as service:
        assert service.restores.half_way()
    assert list(empty.iterdir()) == []
    ended(target, "next start")
    assert side(source, target, before) == NEW
