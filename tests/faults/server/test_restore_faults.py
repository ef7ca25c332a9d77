"""What goes wrong with a restore has a code and a remedy, loses nothing, and can be repeated."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import bcrypt
import psycopg
import pytest

from kuroibara_backup.database.state.restores import Phase
from kuroibara_backup.database.state.store import open_state
from kuroibara_backup.errors import BackupError, Cancelled, Damaged, NotABackup, Refused
from kuroibara_backup.service.audit import ENGINE
from kuroibara_backup.service.engine import Service, opened
from kuroibara_backup.service.restore.model import Wanted
from kuroibara_backup.service.restore.restores import Restores, restores_of
from tests.support.engine import engine_settings
from tests.support.format1 import SEED, make_format1
from tests.support.postgres import (
    databases_left,
    everything,
    execute,
    forget,
    make_database,
    make_template,
    running,
)
from tests.support.restoring import (
    Server,
    Whole,
    backed_up,
    control,
    environment,
    other_server,
    restored,
    server_with_sample,
    whole,
)
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample
    from tests.support.small_disk import SmallDisks

CALLS_A_SHELL = b"\n\\! touch /tmp/owned\n"
RUNS_LATER = (
    b"\nCREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN"
    b" DELETE FROM public.users; RETURN NULL; END$$;\n"
)
ENDS_THE_TRANSACTION = b"\nCOMMIT; DROP DATABASE kuroibara;\n"


def hearing(service: Service, on_step: Callable[[str], None]) -> Restores:
    """The restores of this engine, with somebody who hears of each step."""
    url = service.settings.backup_state_url
    state = open_state(service.settings.kuroibara_url, url.get_secret_value() if url else None)
    return restores_of(
        service.settings,
        state,
        service.place,
        service.catalogue,
        service.keeping,
        service.jobs,
        service.rights,
        lambda: datetime.now(UTC),
        on_step=on_step,
    )


def unchanged(server: Server, before: Whole, postgres: EmbeddedPostgres) -> None:
    assert whole(server.settings) == before
    assert list(server.settings.storage_path.glob(".restore-*")) == []
    assert databases_left(postgres.url()) == []


def refused(service: Service, path: Path) -> BackupError:
    with pytest.raises(BackupError) as caught:
        restored(service, path)
    assert caught.value.remedy
    assert str(path.parent) not in caught.value.sentence
    return caught.value


def test_a_dump_of_a_newer_schema_is_refused(
    source: tuple[Server, Path],
    target: Server,
    tmp_path: Path,
    postgres: EmbeddedPostgres,
    sample_template: tuple[str, Sample],
) -> None:
    before = whole(target.settings)
    with server_with_sample(tmp_path / "newer", postgres, sample_template) as newer:
        execute(newer.url, "ALTER TABLE manga ADD mood varchar(9)")
        path = backed_up(newer, name="newer")
        with opened(target.settings) as service:
            plan = service.restores.plan_now(path, Wanted(), control())
            assert plan.schema["surplus"] == ["public.manga.mood"]
            assert refused(service, path).code == "schema_newer"
    unchanged(target, before, postgres)


def test_backups_of_something_else_and_damaged_ones_are_refused(
    source: tuple[Server, Path], target: Server, tmp_path: Path, postgres: EmbeddedPostgres
) -> None:
    before = whole(target.settings)
    other = SEED.read_bytes().replace(b"public.users", b"public.people")
    data = bytearray(source[1].read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "flipped.tar.gz").write_bytes(data)
    (tmp_path / "cut.tar.gz").write_bytes(source[1].read_bytes()[:-5000])
    (tmp_path / "none.tar.gz").write_bytes(b"no backup at all")
    with opened(target.settings) as service:
        foreign = make_format1(tmp_path / "foreign.tar.gz", other, None, "foreign")
        assert refused(service, foreign).code in ("other_product", "schema_newer")
        for name in ("flipped", "cut"):
            with pytest.raises(Damaged):
                restored(service, tmp_path / f"{name}.tar.gz")
        with pytest.raises(NotABackup):
            restored(service, tmp_path / "none.tar.gz")
    unchanged(target, before, postgres)


@pytest.mark.parametrize(
    "attack",
    [
        RUNS_LATER,
        pytest.param(CALLS_A_SHELL, marks=pytest.mark.slow),
        pytest.param(ENDS_THE_TRANSACTION, marks=pytest.mark.slow),
    ],
    ids=["runs later", "calls a shell", "ends the transaction"],
)
def test_a_hostile_dump_leaves_nothing(
    target: Server, tmp_path: Path, postgres: EmbeddedPostgres, attack: bytes
) -> None:
    before = whole(target.settings)
    trailer = b"--\n-- PostgreSQL database dump complete"
    dump = SEED.read_bytes().replace(
        b"$2b$12$not-a-real-hash", bcrypt.hashpw(b"x", bcrypt.gensalt(4))
    )
    sql = dump.replace(trailer, attack + trailer)
    path = make_format1(tmp_path / "hostile.tar.gz", sql, None, "hostile")
    with opened(target.settings) as service:
        error = refused(service, path)
        assert error.code in ("dump_refused", "dump_damaged")
        rows = service.restores.all()
        assert [one.row.phase for one in rows] == [Phase.UNCHANGED]
        assert rows[0].row.error is not None
        assert rows[0].row.error["code"] == error.code
        unchanged(target, before, postgres)
        genuine = make_format1(tmp_path / "genuine.tar.gz", dump, None, "genuine")
        restored(service, genuine)
    assert whole(target.settings) != before


@pytest.mark.slow
def test_a_disk_that_is_full_costs_nothing_and_the_next_attempt_works(
    source: tuple[Server, Path],
    tmp_path: Path,
    postgres: EmbeddedPostgres,
    kuroibara_template: str,
    small_disk: SmallDisks,
) -> None:
    library, backups = small_disk(6 << 20), small_disk(6 << 20)
    with other_server(
        tmp_path, postgres, kuroibara_template, storage_path=library, backup_path=backups
    ) as server:
        before = whole(server.settings)
        for disk, code in ((library, "not_enough_space"), (backups, "not_enough_space")):
            with opened(server.settings) as service:
                plan = service.restores.plan_now(source[1], Wanted(), control())
                filler = disk / ".spool-filler"
                free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
                filler.write_bytes(bytes(max(0, free - 8192)))
                with pytest.raises(BackupError) as caught:
                    service.restores.restore_now(plan, control(), by=ENGINE)
                filler.unlink()
                assert caught.value.code == code
            unchanged(server, before, postgres)
        with opened(server.settings) as service:
            restored(service, source[1])
        assert whole(server.settings) != before


def test_a_library_without_room_is_refused_beforehand(
    source: tuple[Server, Path],
    tmp_path: Path,
    postgres: EmbeddedPostgres,
    kuroibara_template: str,
    small_disk: SmallDisks,
) -> None:
    disk = small_disk(2 << 20)
    with other_server(tmp_path, postgres, kuroibara_template, storage_path=disk) as server:
        before = whole(server.settings)
        with opened(server.settings) as service:
            plan = service.restores.plan_now(source[1], Wanted(), control())
            assert plan.way is None
            assert [way.fits for way in plan.ways] == [False, False]
            assert refused(service, source[1]).code == "not_enough_space"
        unchanged(server, before, postgres)


STEPS = ("database made", "database loaded", "storage staged", "swapping", "storage swap begun")


@pytest.mark.slow
@pytest.mark.parametrize("at", STEPS)
def test_postgresql_restarts_in_the_middle(tmp_path: Path, at: str) -> None:
    with running() as own:
        template = make_template(own)
        with (
            other_server(tmp_path / "a", own, template) as server,
            other_server(tmp_path / "b", own, template) as target,
        ):
            path = backed_up(server)
            before, new = whole(target.settings), whole(server.settings)

            def on_step(step: str) -> None:
                if step == at:
                    crash(own)

            with opened(target.settings) as service:
                restores = hearing(service, on_step)
                plan = restores.plan_now(path, Wanted(), control())
                try:
                    restores.restore_now(plan, control(), by=ENGINE)
                except BackupError:
                    wait_for(own)
                    assert whole(target.settings) == before
                    restored(service, path)
            wait_for(own)
            assert whole(target.settings).files == new.files
            assert everything(target.url)["users"] == everything(server.url)["users"]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Where the user that PostgreSQL runs as may look in."""
    folder = Path(mkdtemp(prefix="kuroibara-disk-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)  # after what was mounted there is gone


@pytest.mark.slow
@pytest.mark.parametrize("at", ["database made", "database loaded", "swapping"])
def test_postgresqls_own_disk_is_full(
    tmp_path: Path, open_folder: Path, small_disk: SmallDisks, at: str
) -> None:
    """It may refuse a row, or stop altogether because it cannot write its log."""
    disk = small_disk(400 << 20, open_folder)
    with running(on=disk) as own:
        template = make_template(own)
        with (
            other_server(tmp_path / "a", own, template) as server,
            other_server(tmp_path / "b", own, template) as target,
        ):
            path = backed_up(server)
            before, new = whole(target.settings), whole(server.settings)
            filler = disk / "filler"
            with opened(target.settings) as service:
                restores = hearing(service, lambda step: fill(filler) if step == at else None)
                plan = restores.plan_now(path, Wanted(), control())
                with pytest.raises(BackupError) as caught:
                    restores.restore_now(plan, control(), by=ENGINE)
                assert caught.value.remedy
                filler.unlink()
                start_again(own)
                service.restores.tending.tend()  # as the engine does once a minute
                assert service.restores.tending.half_way() == ()
                if at != "swapping":  # once it has begun, it may as well be ended
                    assert whole(target.settings) == before
                if whole(target.settings) == before:
                    restored(service, path)
            assert whole(target.settings).files == new.files
            assert everything(target.url)["users"] == everything(server.url)["users"]


def start_again(server: EmbeddedPostgres) -> None:
    """As its operator does once there is room: without its log it had to stop."""
    with suppress(psycopg.OperationalError):
        psycopg.connect(server.url()).close()
        return
    server.stop()
    server.start()


def fill(file: Path) -> None:
    """Leave not one byte on its disk."""
    with suppress(OSError), file.open("wb", buffering=0) as out:
        while out.write(bytes(1 << 16)):
            pass


def crash(server: EmbeddedPostgres) -> None:
    """Kill a session of PostgreSQL: it ends all others and starts anew."""
    with psycopg.connect(server.url()) as connection:
        row = connection.execute("SELECT pg_backend_pid()").fetchone()
        assert row is not None
        os.kill(int(row[0]), signal.SIGKILL)
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT pg_sleep(5)")


def wait_for(server: EmbeddedPostgres) -> None:
    def answers() -> bool:
        try:
            psycopg.connect(server.url()).close()
        except psycopg.OperationalError:
            return False
        return True

    until(answers, seconds=60, every=0.2)


@pytest.mark.slow
def test_two_restores_at_once(
    source: tuple[Server, Path], target: Server, postgres: EmbeddedPostgres
) -> None:
    before = whole(target.settings)
    arguments = ["restore", str(source[1]), "--yes", "--json"]
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "kuroibara_backup", *arguments],
            env=environment(target.settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for _ in range(2)
    ]
    said = [process.communicate(timeout=180)[0] for process in processes]
    ended = sorted(process.returncode for process in processes)
    assert ended == [0, 5], said
    wrong = next(one for one in said if '"error"' in one)
    codes = ("locked", "restore_running", "plan_void", "name_taken")
    assert any(f'"code": "{code}"' in wrong for code in codes), wrong
    assert whole(target.settings) != before
    assert len(databases_left(postgres.url())) == 1


def test_a_restore_while_a_backup_runs_is_refused(
    source: tuple[Server, Path], target: Server, postgres: EmbeddedPostgres
) -> None:
    before = whole(target.settings)
    with opened(target.settings) as service:
        plan = service.restores.plan_now(source[1], Wanted(), control())
        with service.place.writer_lock(wait=False):
            with pytest.raises(Refused) as caught:
                service.restores.restore_now(plan, control(), by=ENGINE)
        assert caught.value.code == "locked"
        assert "backup is being made" in caught.value.sentence
        unchanged(target, before, postgres)
        restored(service, source[1])


def test_a_file_that_changed_since_its_plan_is_refused(
    source: tuple[Server, Path], target: Server, tmp_path: Path, postgres: EmbeddedPostgres
) -> None:
    before = whole(target.settings)
    path = tmp_path / "changing.tar.gz"
    path.write_bytes(source[1].read_bytes())
    with opened(target.settings) as service:
        plan = service.restores.plan_now(path, Wanted(), control())
        path.write_bytes(source[1].read_bytes() + b"x")
        with pytest.raises(Refused) as caught:
            service.restores.restore_now(plan, control(), by=ENGINE)
    assert caught.value.code == "plan_void"
    unchanged(target, before, postgres)


def test_cancelling_changes_nothing(
    source: tuple[Server, Path], target: Server, postgres: EmbeddedPostgres
) -> None:
    before = whole(target.settings)
    with opened(target.settings) as service:
        stopped = control()
        restores = hearing(
            service, lambda step: stopped.stop() if step == "database made" else None
        )
        plan = restores.plan_now(source[1], Wanted(), control())
        with pytest.raises(Cancelled):
            restores.restore_now(plan, stopped, by=ENGINE)
        unchanged(target, before, postgres)


def test_what_was_replaced_is_dropped_when_its_time_is_over(
    source: tuple[Server, Path], target: Server, postgres: EmbeddedPostgres
) -> None:
    with opened(target.settings) as service:
        restored(service, source[1])
        assert len(databases_left(postgres.url())) == 1
        service.restores.tending.tend()
        assert len(databases_left(postgres.url())) == 1
    now = whole(target.settings)
    later = datetime.now(UTC) + timedelta(hours=73)
    with opened(target.settings, now=lambda: later) as service:
        service.restores.tending.tend()
        unchanged(target, now, postgres)
        assert [one.row.phase for one in service.restores.all()] == [Phase.OVER]
        with pytest.raises(Refused) as caught:
            service.restores.rollbacks.lost(None, control())
        assert caught.value.code == "nothing_to_roll_back"


def test_a_bare_database_takes_everything(
    source: tuple[Server, Path], tmp_path: Path, postgres: EmbeddedPostgres
) -> None:
    """Scenario 1: a new installation on which Kuroibara itself was never started."""
    name = make_database(postgres)
    settings = engine_settings(tmp_path, postgres.url(name), postgres.url(f"{name}_state"))
    settings.storage_path.mkdir()
    try:
        with opened(settings) as service:
            plan, _outcome = restored(service, source[1])
            assert plan.schema["fit"] == "empty"
        assert whole(settings).files == whole(source[0].settings).files
        assert len(everything(settings.kuroibara_url)["manga"]) == 5
    finally:
        forget(postgres, f"{name}_state", name)


@pytest.mark.slow
def test_a_restore_job_outlives_the_server_that_ran_it(
    source: tuple[Server, Path], target: Server
) -> None:
    with opened(target.settings) as service:
        plan = service.restores.plan_now(source[1], Wanted(), control())
        confirmed = service.restores.submit(plan.id, plan.server_name, None)
        for _ in range(2):
            with serving_process(target) as process:
                until(
                    lambda: service.restores.seen(plan.id).row.phase is not Phase.WAITING,
                    seconds=120,
                )
                time.sleep(0.5)  # some way into its work
                process.kill()
                process.wait()
        with serving_process(target):
            until(lambda: service.jobs.get(confirmed.job.id).state.finished, seconds=180)
        assert service.jobs.get(confirmed.job.id).error is None
        assert service.restores.seen(plan.id).row.phase is Phase.RESTORED
    assert whole(target.settings).files == whole(source[0].settings).files


@contextmanager
def serving_process(server: Server) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [sys.executable, "-m", "kuroibara_backup", "serve", "--port", "0"],
        env=environment(server.settings),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
