"""The command line as a process: what it prints, how it ends, what it needs."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from tests.support.engine import new_user, running_engine
from tests.support.format1 import SEED, make_format1
from tests.support.small_disk import file_size_limit

if TYPE_CHECKING:
    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.settings import Settings
    from tests.support.engine import RunningEngine

PROGRAM = [sys.executable, "-m", "kuroibara_backup"]


def environment(settings: Settings | None = None, **more: str) -> dict[str, str]:
    """What a command sees; without settings there is neither a database nor a library."""
    base = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    if settings is None:
        return base | {"DB_HOST": "127.0.0.1", "DB_PORT": "1", "BACKUP_PATH": "/nowhere"} | more
    assert settings.backup_state_url is not None
    return (
        base
        | {
            "DATABASE_URL": settings.kuroibara_url,
            "BACKUP_STATE_URL": settings.backup_state_url.get_secret_value(),
            "STORAGE_PATH": str(settings.storage_path),
            "BACKUP_PATH": str(settings.backup_path),
            "BACKUP_RESERVE_BYTES": "0",
            "BACKUP_TIMEZONE": "Europe/Berlin",
        }
        | more
    )


def run(
    *arguments: str, env: dict[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*PROGRAM, *arguments],
        env=env if env is not None else environment(),
        cwd=cwd or "/",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


def run_json(*arguments: str, status: int = 0, env: dict[str, str] | None = None) -> Any:
    done = run(*arguments, "--json", env=env)
    assert done.returncode == status, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def backup(shared_engine: RunningEngine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A full backup with its sidecar, in a folder of its own."""
    shared_engine.create("original")
    folder = tmp_path_factory.mktemp("copies")
    for name in ("original.tar.gz", "original.tar.gz.sha256"):
        shutil.copy(shared_engine.engine_folder / name, folder)
    return folder / "original.tar.gz"


@pytest.fixture
def damaged(backup: Path, tmp_path: Path) -> Path:
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 0x10
    path = tmp_path / "damaged.tar.gz"
    path.write_bytes(data)
    return path


def test_help_names_every_command_and_exit_status() -> None:
    text = " ".join(run("--help").stdout.split())
    for command in (
        *("serve", "demo", "create", "list", "inspect", "series", "verify", "extract", "admin"),
        *("doctor", "prune", "pin", "unpin", "accept", "adopt"),
    ):
        assert command in text
    for status in range(8):
        assert f" {status} " in text
    assert "Exit status" in run("create", "--help").stdout


@pytest.mark.parametrize("arguments", [["nonsense"], ["verify"], ["verify", "x", "--level", "y"]])
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert run(*arguments).returncode == 2
    assert run_json(*arguments, status=2)["error"]["detail"]


def test_nothing_asked_for_is_answered_with_help() -> None:
    done = run()
    assert (done.returncode, done.stderr) == (2, "")
    assert "verify" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_behind_standard_output_is_a_sentence(backup: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*PROGRAM, "inspect", str(backup), "--json"],
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "No space left" in done.stderr


def test_inspect_needs_nothing_but_the_file(backup: Path) -> None:
    told = run_json("inspect", str(backup))
    assert told["format"] == 2
    assert told["metadata"]["backup_name"] == "original"
    assert told["size"] == backup.stat().st_size
    assert told["sha256"] is not None
    text = run("inspect", str(backup)).stdout
    assert "original" in text
    assert "users: 3" in text


def test_series_are_listed_with_their_files_and_a_folder_without_a_row_by_its_id(
    backup: Path,
) -> None:
    held = run_json("series", str(backup))["series"]
    assert [one["title"] for one in held] == [one["id"] for one in held]  # nobody entered them
    assert [one["files"] for one in held] == [3, 3, 3]
    text = run("series", str(backup)).stdout
    assert all(one["id"] in text for one in held)


def test_verify_needs_nothing_but_the_file(backup: Path) -> None:
    told = run_json("verify", str(backup))
    assert told["ok"] is True
    assert (told["format"], told["level"], told["files"]) == (2, "full", 9)
    assert told["damages"] == []
    assert run_json("verify", str(backup), "--level", "quick")["level"] == "quick"
    assert "whole and unchanged" in run("verify", str(backup)).stdout


def test_a_quick_look_does_not_claim_what_it_did_not_read(damaged: Path) -> None:
    told = run_json("verify", str(damaged), "--level", "quick")
    assert told["ok"] is True
    assert any("quick" in sentence for sentence in told["not_proved"])
    assert "unchanged" not in run("verify", str(damaged), "--level", "quick").stdout


@pytest.mark.slow
def test_a_checksum_file_that_cannot_be_read_is_told_from_damage_to_the_backup(
    backup: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(backup, tmp_path))
    sidecar = tmp_path / (copy.name + ".sha256")
    for junk in (b"junk\n", b"\xff\xfe", b""):
        sidecar.write_bytes(junk)
        told = run_json("verify", str(copy), status=3)
        assert [one["where"] for one in told["damages"]] == [sidecar.name]
        assert "itself no damage" in told["damages"][0]["sentence"]
        assert told["files"] == 9
        assert run_json("inspect", str(copy))["sha256"] is None


def test_a_folder_that_is_none_is_not_the_backups_fault(backup: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("mine")
    for target in (in_the_way, in_the_way / "below"):
        told = run_json("extract", str(backup), "-C", str(target), status=5)
        assert str(target) in told["error"]["detail"]
    assert in_the_way.read_text() == "mine"


def test_verify_names_the_damage_and_ends_with_3(damaged: Path) -> None:
    told = run_json("verify", str(damaged), status=3)
    assert told["ok"] is False
    assert told["damages"][0]["sentence"]
    assert run("verify", str(damaged)).returncode == 3


def test_a_sidecar_that_disagrees_is_damage(backup: Path, tmp_path: Path) -> None:
    path = shutil.copy(backup, tmp_path / "x.tar.gz")
    Path(f"{path}.sha256").write_text(f"{'0' * 64}  x.tar.gz\n")
    assert run("verify", str(path)).returncode == 3
    Path(f"{path}.sha256").write_text("junk")
    assert run("verify", str(path)).returncode == 3


def test_what_is_no_backup_ends_with_4(tmp_path: Path) -> None:
    path = tmp_path / "x.tar.gz"
    path.write_text("no backup")
    for command in ("inspect", "series", "verify"):
        told = run_json(command, str(path), status=4)
        assert told["error"]["code"] == "not_a_backup"
        assert told["error"]["remedy"]


def test_a_file_that_is_not_there_ends_with_5() -> None:
    assert run_json("verify", "/nowhere/x.tar.gz", status=5)["error"]["code"] == "not_found"
    assert run_json("verify", "no-such-name", status=5)["error"]["code"] == "not_found"


def test_format_1_is_read_too(tmp_path: Path) -> None:
    path = make_format1(tmp_path / "theirs.tar.gz", SEED.read_bytes(), None, "theirs")
    assert run_json("inspect", str(path))["format"] == 1
    told = run_json("verify", str(path))
    assert told["ok"] is True
    assert told["not_proved"]


def test_extract_takes_out_what_was_asked_for(
    backup: Path, shared_engine: RunningEngine, tmp_path: Path
) -> None:
    told = run_json("extract", str(backup), "-C", str(tmp_path / "all"))
    assert told["damaged"] == []
    assert len(told["written"]) >= 9
    originals = {p.name: p.read_bytes() for p in shared_engine.library.rglob("cover.jpg")}
    found = list((tmp_path / "all").rglob("cover.jpg"))
    assert len(found) == 3
    assert all(path.read_bytes() == originals["cover.jpg"] for path in found)
    assert run("extract", str(backup)).returncode == 2
    nothing = run_json("extract", str(backup), "no/such/*", "-C", str(tmp_path / "x"), status=5)
    assert nothing["error"]["code"] == "not_found"


def test_extract_from_a_damaged_backup_gives_the_rest_and_ends_with_3(
    damaged: Path, tmp_path: Path
) -> None:
    told = run_json("extract", str(damaged), "-C", str(tmp_path / "rest"), status=3)
    assert told["damaged"]
    assert told["written"]


@pytest.mark.slow
def test_create_and_list_without_a_running_server(shared_engine: RunningEngine) -> None:
    env = environment(shared_engine.settings)
    made = run_json("create", "--name", "by hand", "--database-only", env=env)
    assert made["filename"] == "by hand.tar.gz"
    assert made["verified"] is True
    assert Path(made["path"]).stat().st_size == made["size"]
    listed = run_json("list", env=env)["backups"]
    item = next(one for one in listed if one["filename"] == "by hand.tar.gz")
    assert (item["sha256"], item["backup_id"]) == (made["sha256"], made["backup_id"])
    long = "a name as long as names may be " * 6
    run_json("create", "--name", long.strip(), "--database-only", env=env)
    printed = run("list", env=env).stdout
    assert "by hand.tar.gz" in printed
    assert f"{long.strip()}.tar.gz" in printed  # never cut: it is to be typed again
    # the running server sees it as well
    served = shared_engine.client().get("/backup/list").json()["backups"]
    assert next(one for one in served if one["filename"] == "by hand.tar.gz")["verified_at"]
    taken = run_json("create", "--name", "by hand", env=env, status=5)
    assert taken["error"]["code"] == "name_taken"
    hostile = run_json("create", "--name", "../x", env=env, status=2)
    assert hostile["error"]["code"] == "invalid_name"
    with shared_engine.service.place.writer_lock(wait=True):
        locked = run_json("create", env=env, status=5)
    assert locked["error"]["code"] == "locked"


@pytest.mark.slow
def test_a_backup_is_found_by_its_name_whatever_folder_is_called_so(
    shared_engine: RunningEngine, tmp_path: Path
) -> None:
    shared_engine.create("named", include_storage=False)
    env = environment(shared_engine.settings)
    for which in ("named", "named.tar.gz"):
        assert run_json("verify", which, env=env)["ok"] is True
    assert run("extract", "named", "-C", "named", env=env, cwd=tmp_path).returncode == 0
    for command in ("verify", "drill"):
        assert run(command, "named", env=env, cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("command", ["pin", "unpin", "accept", "adopt", "drill", "verify"])
def test_a_name_that_no_backup_has_is_repeated(shared_engine: RunningEngine, command: str) -> None:
    done = run(command, "nowhere", env=environment(shared_engine.settings))
    assert done.returncode == 5
    assert "nowhere" in done.stderr
    assert "`kuroibara-backup list`" in done.stderr


def test_create_without_a_database_ends_with_6(tmp_path: Path) -> None:
    env = environment(BACKUP_PATH=str(tmp_path / "b"), STORAGE_PATH=str(tmp_path))
    told = run_json("create", env=env | {"BACKUP_PATH": str(tmp_path / "b")}, status=5)
    assert told["error"]["code"] == "folders_nested"
    (tmp_path / "library").mkdir()
    env |= {"STORAGE_PATH": str(tmp_path / "library")}
    assert run_json("create", env=env, status=6)["error"]["code"] == "no_connection"


def test_a_bad_setting_is_named_and_its_value_is_not(tmp_path: Path) -> None:
    env = environment(DATABASE_URL="mysql://anna:secret@host/x")
    done = run("create", env=env)
    assert done.returncode == 2
    assert "DATABASE_URL" in done.stderr
    assert "secret" not in done.stderr


def test_admin_grant(shared_engine: RunningEngine) -> None:
    env = environment(shared_engine.settings)
    user = new_user(shared_engine.settings.kuroibara_url, "emil")
    client = shared_engine.client(user)
    assert client.get("/backup/list").status_code == 403
    assert run_json("admin", "grant", "emil", env=env) == {"user": "emil", "granted": True}
    assert client.get("/backup/list").status_code == 200
    assert run_json("admin", "grant", "emil", env=env)["granted"] is False
    unknown = run_json("admin", "grant", "nobody", env=env, status=5)
    assert unknown["error"]["code"] == "no_such_user"


def test_doctor_finds_nothing_wrong_where_nothing_is(shared_engine: RunningEngine) -> None:
    told = run_json("doctor", env=environment(shared_engine.settings))
    assert told["healthy"] is True
    names = {one["check"] for one in told["checks"]}
    assert names == {
        *(
            "folders",
            "backup folder",
            "known folder",
            "library folder",
            "space",
            "retention",
            "database",
            "pg_dump",
        ),
        *("state database", "rights", "clocks", "administrator", "tokens"),
        *("scheduler", "one scheduler"),
    }


def test_doctor_says_what_to_do(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> None:
    with running_engine(tmp_path, postgres, kuroibara_template) as engine:
        with psycopg.connect(engine.settings.kuroibara_url) as connection:
            connection.execute("UPDATE users SET is_superuser = false")
        shutil.rmtree(engine.library)
        env = environment(engine.settings)
        told = run_json("doctor", env=env, status=5)
        failed = {one["check"]: one for one in told["checks"] if one["health"] == "failed"}
        assert set(failed) == {"library folder", "administrator"}
        assert "admin grant" in failed["administrator"]["remedy"]
        assert run("doctor", env=env).returncode == 5
    told = run_json("doctor", env=environment(BACKUP_PATH=str(tmp_path / "b")), status=5)
    assert {one["check"] for one in told["checks"] if one["health"] == "failed"} >= {"database"}


def test_ctrl_c_leaves_nothing(shared_engine: RunningEngine) -> None:
    big = shared_engine.library / "big.cbz"
    big.write_bytes(os.urandom(150_000_000))
    command = [*PROGRAM, "create", "--name", "interrupted", "--json"]
    with subprocess.Popen(
        command,
        env=environment(shared_engine.settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        until = time.monotonic() + 60
        while not list(shared_engine.engine_folder.glob(".spool-*")):
            assert time.monotonic() < until
            assert process.poll() is None
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        printed, said = process.communicate(timeout=20)
    big.unlink()
    assert process.returncode == 130
    assert json.loads(printed)["error"]["code"] == "cancelled"
    assert "Traceback" not in said
    assert not list(shared_engine.engine_folder.glob(".spool-*"))
    assert not list(shared_engine.engine_folder.glob("interrupted*"))


def test_a_disk_that_takes_no_large_files_is_named(shared_engine: RunningEngine) -> None:
    big = shared_engine.library / "big.cbz"
    big.write_bytes(os.urandom(5_000_000))
    limit = file_size_limit(shared_engine.engine_folder, 2_000_000)
    done = subprocess.run(
        [*limit.prefix, *PROGRAM, "create", "--name", "too large", "--json"],
        env=environment(shared_engine.settings),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    big.unlink()
    assert done.returncode == 5, done.stderr
    assert json.loads(done.stdout)["error"]["code"] == "not_enough_space"
    assert "file of this size" in done.stderr
    assert not [n for n in os.listdir(shared_engine.engine_folder) if "large" in n or "spool" in n]


def test_serve_refuses_a_port_in_use(shared_engine: RunningEngine) -> None:
    port = shared_engine.url.rpartition(":")[2]
    told = run_json("serve", "--port", port, env=environment(shared_engine.settings), status=5)
    assert told["error"]["code"] == "port_taken"
