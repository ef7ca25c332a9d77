from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from kuroibara_backup.database.binaries import closed_parent, embedded_bin, runnable_bin
from kuroibara_backup.database.embedded import EmbeddedPostgres
from kuroibara_backup.errors import NoConnection, Refused
from tests.support.postgres import execute, rows
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs PostgreSQL as another user")


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder that the user nobody can reach."""
    folder = Path(tempfile.mkdtemp(prefix="kuroibara-embedded-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


def test_what_was_written_is_there_after_a_restart(home: Path) -> None:
    with EmbeddedPostgres(home / "pg", fast=True) as server:
        execute(server.url(), "CREATE TABLE t (a int)", "INSERT INTO t VALUES (7)")
    with EmbeddedPostgres(home / "pg", fast=True) as server:
        assert rows(server.url(), "SELECT a FROM t") == [(7,)]


def test_a_wrong_password_is_refused(postgres: EmbeddedPostgres) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(f"postgresql://postgres:wrong@127.0.0.1:{postgres.port}/postgres")


def test_it_listens_on_this_machine_only(postgres: EmbeddedPostgres) -> None:
    found = rows(
        postgres.url(),
        "SELECT current_setting('listen_addresses'), current_setting('unix_socket_directories'),"
        " (SELECT datcollate || datlocprovider::text FROM pg_database WHERE datname = 'postgres')",
    )
    assert found == [("127.0.0.1", "", "Cb")]


@as_root
def test_root_hands_the_server_to_a_user_without_rights(postgres: EmbeddedPostgres) -> None:
    assert postgres.pid is not None
    status = Path(f"/proc/{postgres.pid}/status").read_text()
    uids = next(line for line in status.splitlines() if line.startswith("Uid:")).split()[1:]
    assert "0" not in uids


def test_files_of_the_server_are_closed_to_others(home: Path) -> None:
    with EmbeddedPostgres(home / "pg", fast=True):
        assert stat.S_IMODE((home / "pg" / "data").stat().st_mode) == 0o700
        assert stat.S_IMODE((home / "pg" / "password").stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of this")
def test_it_ends_when_its_owner_is_killed(home: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path\n"
        "from kuroibara_backup.database.embedded import EmbeddedPostgres\n"
        f"server = EmbeddedPostgres(Path({str(home / 'pg')!r}), fast=True).start()\n"
        "print(server.pid, flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as owner:
        assert owner.stdout is not None
        pid = int(owner.stdout.readline())
        owner.send_signal(signal.SIGKILL)
    until(lambda: not (home / "pg" / "data" / "postmaster.pid").exists(), seconds=20)
    assert pid > 0


def test_a_pid_file_left_by_a_crash_does_not_count_as_running(home: Path) -> None:
    with EmbeddedPostgres(home / "pg") as server:
        execute(server.url(), "CREATE TABLE t (a int)")
        assert server.pid is not None
        os.kill(server.pid, signal.SIGKILL)
        time.sleep(0.2)
    assert (home / "pg" / "data" / "postmaster.pid").exists()
    with EmbeddedPostgres(home / "pg", fast=True) as server:
        assert rows(server.url(), "SELECT count(*) FROM t") == [(0,)]


def test_half_made_files_are_made_anew(home: Path) -> None:
    (home / "pg" / "data.new" / "base").mkdir(parents=True)
    with EmbeddedPostgres(home / "pg", fast=True) as server:
        assert rows(server.url(), "SELECT 1") == [(1,)]


def test_a_server_that_does_not_start_says_why(home: Path) -> None:
    with EmbeddedPostgres(home / "pg", fast=True):
        pass
    control = home / "pg" / "data" / "global" / "pg_control"
    control.unlink()
    with pytest.raises(NoConnection, match="was not started") as caught:
        EmbeddedPostgres(home / "pg", fast=True).start()
    assert "postgresql.log" in caught.value.remedy


@as_root
def test_a_private_parent_stays_private_and_gets_its_files_back(home: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    shared = home / "shared"
    for number in (1, 2):
        with EmbeddedPostgres(tmp_path / "pg", shared=shared) as server:
            if number == 1:
                execute(server.url(), "CREATE TABLE t (a int)", "INSERT INTO t VALUES (7)")
            assert rows(server.url(), "SELECT a FROM t") == [(7,)]
            assert not (tmp_path / "pg").exists()
        assert (tmp_path / "pg" / "data" / "PG_VERSION").exists()
        assert not [path for path in shared.iterdir() if path.name.startswith("run-")]
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


@pytest.mark.slow
@as_root
def test_files_that_were_not_brought_back_are_found_again(home: Path, tmp_path: Path) -> None:
    """As after a kill -9: the server's files are still where it ran."""
    tmp_path.chmod(0o700)
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from kuroibara_backup.database.embedded import EmbeddedPostgres\n"
        "from tests.support.postgres import execute\n"
        "pg = EmbeddedPostgres(\n"
        "    Path(sys.argv[1]), shared=Path(sys.argv[2]), programs=Path(sys.argv[3])\n"
        ").start()\n"
        "execute(pg.url(), 'CREATE TABLE t (a int)'); os.kill(pg.pid, signal.SIGKILL)\n"
        "os.waitpid(pg.pid, 0); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    arguments: list[str | Path] = [sys.executable, "-c", program]
    arguments += [tmp_path / "pg", home / "shared", runnable_bin()]
    killed = subprocess.run(arguments, cwd=Path(__file__).parents[3], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert not (tmp_path / "pg").exists()
    with EmbeddedPostgres(
        tmp_path / "pg", shared=home / "shared", programs=runnable_bin()
    ) as server:
        assert rows(server.url(), "SELECT count(*) FROM t") == [(0,)]
    assert (tmp_path / "pg" / "data" / "PG_VERSION").exists()


@pytest.mark.slow
@as_root
def test_files_may_be_lodged_on_another_disk(home: Path) -> None:
    memory = Path("/dev/shm")
    if not memory.is_dir() or memory.stat().st_dev == home.stat().st_dev:
        pytest.skip("there is no second file system here")
    private = Path(tempfile.mkdtemp(dir=memory))
    try:
        for _round in range(2):
            with EmbeddedPostgres(
                private / "pg", shared=home / "shared", programs=runnable_bin()
            ) as server:
                assert rows(server.url(), "SELECT 1") == [(1,)]
        assert [path.name for path in private.iterdir()] == ["pg"]
    finally:
        shutil.rmtree(private)


@as_root
def test_a_server_that_does_not_start_leaves_its_files_in_the_private_folder(
    home: Path, tmp_path: Path
) -> None:
    tmp_path.chmod(0o700)
    with EmbeddedPostgres(tmp_path / "pg", shared=home / "shared", programs=runnable_bin()):
        pass
    (tmp_path / "pg" / "data" / "global" / "pg_control").unlink()
    with pytest.raises(NoConnection) as caught:
        EmbeddedPostgres(tmp_path / "pg", shared=home / "shared", programs=runnable_bin()).start()
    assert str(tmp_path / "pg" / "postgresql.log") in caught.value.remedy
    assert (tmp_path / "pg" / "postgresql.log").exists()


@as_root
def test_programs_are_copied_once_and_mended_when_they_differ(home: Path) -> None:
    shared = home / "shared"
    first = runnable_bin(shared)
    inode = first.stat().st_ino
    assert first.is_relative_to(shared)
    assert closed_parent(first) is None
    assert runnable_bin(shared).stat().st_ino == inode
    (first / "psql").write_bytes(b"")
    assert runnable_bin(shared).stat().st_ino != inode
    wheel = embedded_bin()
    assert wheel is not None
    assert (first / "psql").read_bytes() == (wheel / "psql").read_bytes()
    assert [path.name for path in shared.iterdir()] == [first.parents[2].name]


@as_root
def test_programs_are_never_copied_below_a_private_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    with pytest.raises(Refused, match="keeps every other user out"):
        runnable_bin(tmp_path / "shared")
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


@as_root
def test_an_ordinary_user_starts_it_too(home: Path) -> None:
    work = home / "user"
    work.mkdir()
    os.chown(work, 65534, 65534)
    bin_folder = runnable_bin()
    program = (
        "import sys; sys.path[:0] = sys.argv[3:]; from pathlib import Path\n"
        "from kuroibara_backup.database.embedded import EmbeddedPostgres\n"
        "pg = EmbeddedPostgres(Path(sys.argv[1]), fast=True, programs=Path(sys.argv[2]))\n"
        "with pg: print(pg.url())\n"
    )
    project = Path(__file__).parents[3]
    python = Path("/usr/bin/python3")
    if closed_parent(project) or not python.exists():
        pytest.skip("this checkout is closed to other users")
    done = subprocess.run(
        [python, "-c", program, work / "pg", bin_folder, project],
        user=65534, group=65534, extra_groups=[], cwd="/", capture_output=True, check=False,
    )  # fmt: skip
    assert done.stdout.startswith(b"postgresql://"), done.stderr
