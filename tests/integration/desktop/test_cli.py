"""The command does the whole job without a window, and answers with its exit status."""

from __future__ import annotations

import hashlib
import io
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_desktop.cli import run
from tests.support.copies import put_copy, vault_at
from tests.support.engine import running_engine
from tests.support.faulty import Fault, free_port
from tests.support.format1 import make_format1
from tests.support.keyring_session import KeyringSessions, KeyringState
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from tests.support.engine import RunningEngine
    from tests.support.faulty import FaultyProxy
    from tests.support.plain_kuroibara import PlainKuroibara


@dataclass
class Command:
    """`kuroibara-desktop` with a home of its own; run in this process, where it starts at once."""

    home: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]
    more: tuple[str, ...] = ()

    def arguments(self, name: str, *rest: str) -> list[str]:
        return [name, *self.more, *rest]

    def __call__(self, *arguments: str, stdin: str = "") -> tuple[int, str, str]:
        self.monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        self.capsys.readouterr()
        status = run(self.arguments(*arguments))
        out, err = self.capsys.readouterr()
        assert "Traceback" not in out + err
        return status, out, err

    def json(self, *arguments: str, stdin: str = "") -> tuple[int, Any]:
        status, out, err = self(*arguments, "--json", stdin=stdin)
        assert out, err
        return status, json.loads(out)


@pytest.fixture(scope="module")
def engine_with_one(
    tmp_path_factory: pytest.TempPathFactory, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[RunningEngine]:
    folder = tmp_path_factory.mktemp("engine")
    with running_engine(folder, postgres, kuroibara_template) as running:
        running.create("first")
        yield running


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Without a keyring, as on a server: tokens are kept in a file."""
    monkeypatch.setenv("KUROIBARA_DESKTOP_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("KUROIBARA_TOKEN", raising=False)
    more = ("--token-file", str(tmp_path / "token"))
    return Command(tmp_path / "home", monkeypatch, capsys, more)


@pytest.fixture
def signed_in(command: Command, engine_with_one: RunningEngine, tmp_path: Path) -> Command:
    status, _, err = command(
        *("login", engine_with_one.url, "-u", engine_with_one.admin.username),
        *("--password-stdin", "--archive", str(tmp_path / "offsite")),
        stdin=engine_with_one.admin.password + "\n",
    )
    assert status == 0, err
    return command


def test_the_whole_job_without_a_window(signed_in: Command, tmp_path: Path) -> None:
    status, made = signed_in.json("create", "--name", "by command")
    assert (status, made["filename"]) == (0, "by command.tar.gz")

    status, listed = signed_in.json("list")
    assert status == 0
    assert {row["name"]: row["where"] for row in listed["backups"]}["by command"] == "server"

    status, pulled = signed_in.json("pull", "by command")
    assert status == 0
    [copy] = pulled["copies"]
    data = (tmp_path / "offsite").joinpath(copy["path"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == copy["sha256"] == made["sha256"]

    signed_in.more = ()
    status, verified = signed_in.json("verify")
    assert (status, verified["damaged"]) == (0, 0)
    assert verified["copies"][0]["state"] == "verified"


def test_latest_is_the_default_and_all_takes_everything(signed_in: Command) -> None:
    assert len(signed_in.json("pull")[1]["copies"]) == 1
    status, pulled = signed_in.json("pull", "--all")
    assert status == 0
    assert len(pulled["copies"]) == len(signed_in.json("list")[1]["backups"])


def test_status_tells_both_clocks(signed_in: Command) -> None:
    status, told = signed_in.json("status")
    assert status == 0
    assert told["newest_on_server"] is not None
    assert told["newest_verified_here"] is None
    signed_in("pull")
    assert signed_in.json("status")[1]["newest_verified_here"]["state"] == "verified"
    status, out, _ = signed_in("status")
    assert "Newest verified here:" in out


def test_damaged_copy_is_exit_status_3(signed_in: Command) -> None:
    _, pulled = signed_in.json("pull")
    path = pulled["copies"][0]["path"]
    with open(path, "r+b") as file:
        file.seek(1000)
        file.write(b"\xff\x00\xff\x00")
    signed_in.more = ()
    status, told = signed_in.json("verify")
    assert (status, told["damaged"]) == (3, 1)
    assert told["copies"][0]["damages"]
    status, out, err = signed_in("verify")
    assert "DAMAGED." in out
    assert "Copy the damaged backups again" in err

    signed_in.more = ("--token-file", str(signed_in.home.parent / "token"))
    status, told = signed_in.json("verify", "--repair")
    assert (status, told["damaged"]) == (0, 0)
    assert told["copies"][0]["path"] == path
    assert signed_in("verify", "--due")[:2] == (0, "There is nothing to read again.\n")
    assert signed_in("verify", "--due", "first")[0] == 2


def test_wrong_password_is_exit_status_7(command: Command, engine_with_one: RunningEngine) -> None:
    status, told = command.json(
        "login", engine_with_one.url, "-u", "anna", "--password-stdin", stdin="wrong\n"
    )
    assert (status, told["error"]["code"]) == (7, "wrong_password")


def test_second_factor_is_asked_for(command: Command, engine_with_one: RunningEngine) -> None:
    user = engine_with_one.with_totp
    arguments = ("login", engine_with_one.url, "-u", user.username, "--password-stdin")
    status, told = command.json(*arguments, stdin=user.password + "\n")
    assert status == 2
    assert "--code" in told["error"]["remedy"]
    status, told = command.json(*arguments, "--code", "000000", stdin=user.password + "\n")
    assert (status, told["error"]["code"]) == (7, "code_wrong")
    status, told = command.json(*arguments, "--code", user.totp() or "", stdin=user.password + "\n")
    assert (status, told["username"]) == (0, user.username)


def test_no_server_there_is_exit_status_6(command: Command) -> None:
    status, told = command.json(
        "login", f"127.0.0.1:{free_port()}", "-u", "x", "--password-stdin", stdin="x\n"
    )
    assert (status, told["error"]["code"]) == (6, "server_unreachable")


def test_nothing_set_up_is_exit_status_2(command: Command) -> None:
    for name in ("list", "pull", "create", "status"):
        status, out, err = command(name)
        assert status == 2, (name, out, err)
        assert "No server is set up. Run `kuroibara-desktop login ADDRESS` first." in err


def test_mistyped_command_is_exit_status_2(command: Command) -> None:
    for arguments in (("bogus",), ("pull", "--bogus"), ("pull", "--all", "--latest")):
        status, _, err = command(*arguments)
        assert status == 2
        assert err.strip()


def test_missing_drive_is_exit_status_5(signed_in: Command, tmp_path: Path) -> None:
    (tmp_path / "offsite").rename(tmp_path / "in the drawer")
    status, told = signed_in.json("pull")
    assert (status, told["error"]["code"]) == (5, "vault_missing")
    assert not (tmp_path / "offsite").exists()


def test_unknown_name_is_exit_status_5(signed_in: Command) -> None:
    status, told = signed_in.json("pull", "no such backup")
    assert (status, told["error"]["code"]) == (5, "not_found")


def test_missing_keyring_names_the_way_out(
    engine_with_one: RunningEngine, keyring_sessions: KeyringSessions, tmp_path: Path
) -> None:
    env = keyring_sessions(KeyringState.NO_BUS) | {"KUROIBARA_DESKTOP_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "kuroibara_desktop", "login", engine_with_one.url]
    done = subprocess.run(
        [*command, "-u", "anna", "--password-stdin", "--json"],
        env=env,
        input="x\n",
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(done.stdout)
    assert (done.returncode, told["error"]["code"]) == (5, "keyring_missing")
    assert "--token-file" in told["error"]["remedy"]


def test_a_devices_token_in_the_variable_does_what_its_scope_says(
    command: Command, engine_with_one: RunningEngine
) -> None:
    with engine_with_one.client() as client:
        body = {"name": "cron", "scopes": ["list", "download"]}
        made = client.post(
            "/backup/devices", json={**body, "password": engine_with_one.admin.password}
        )
    assert made.status_code == 201, made.text
    command.more = ()
    command.monkeypatch.setenv("KUROIBARA_TOKEN", made.json()["token"])
    status, told = command.json("list", "--server", engine_with_one.url)
    assert status == 0
    assert "first" in [one["name"] for one in told["backups"]]
    status, told = command.json("create", "--server", engine_with_one.url)
    assert (status, told["error"]["code"]) == (5, "device_not_allowed")


def test_token_in_the_variable_is_enough(command: Command, engine_with_one: RunningEngine) -> None:
    command.more = ()
    command.monkeypatch.setenv("KUROIBARA_TOKEN", engine_with_one.login())
    status, listed = command.json("list", "--server", engine_with_one.url)
    assert status == 0
    assert any(row["name"] == "first" for row in listed["backups"])


def test_interrupted_pull_keeps_what_came_and_says_so(
    signed_in: Command,
    engine_with_one: RunningEngine,
    faulty: Callable[[str], FaultyProxy],
    tmp_path: Path,
) -> None:
    proxy = faulty(engine_with_one.url)
    proxy.misbehave(Fault(only="/backup/download/", bytes_per_second=200_000))
    arguments = signed_in.arguments("pull", "first", "--server", proxy.url)
    process = subprocess.Popen(
        [sys.executable, "-m", "kuroibara_desktop", *arguments], stderr=subprocess.PIPE, text=True
    )
    until(lambda: any(p.stat().st_size for p in (tmp_path / "offsite").rglob("*.part")), seconds=60)
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "What was copied so far is kept" in err
    assert len(list((tmp_path / "offsite").rglob("*.part"))) == 1


def test_a_question_that_nobody_answers_is_a_wrong_use(
    command: Command, engine_with_one: RunningEngine
) -> None:
    status, _, err = command("login", engine_with_one.url)
    assert status == 2
    assert "nobody was there to answer" in err
    assert "copied so far" not in err
    status, out, err = command("login", engine_with_one.url, "-u", "anna")
    assert (status, out) == (2, "")
    assert "with --password-stdin" in err


def test_an_interruption_while_it_starts_is_no_fault() -> None:
    program = (
        "import builtins, sys; real = builtins.__import__\n"
        "def stopped(name, *rest):\n"
        "    if name == 'kuroibara_desktop.cli': raise KeyboardInterrupt\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = stopped; sys.argv = ['k', 'list']\n"
        "from kuroibara_desktop.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_name_of_any_script_is_shown_on_any_output(tmp_path: Path, encoding: str) -> None:
    archive = tmp_path / "予備"
    archive.mkdir()
    env = os.environ | {"KUROIBARA_DESKTOP_HOME": str(tmp_path), "PYTHONIOENCODING": encoding}
    for words in (["vault", "add", str(archive)], ["vault", "list"], ["vault", "list", "--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "kuroibara_desktop", *words],
            env=env,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        told = done.stdout.decode()  # an output of ASCII alone is given UTF-8
        assert "予備" in told or "\\u4e88\\u5099" in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:
        done = answering(full.fileno(), tmp_path, "status", "--json")
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_who_reads_no_further_is_told_nothing(tmp_path: Path) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = answering(theirs, tmp_path, "status", "--json")
    os.close(theirs)
    assert (done.returncode, done.stderr) == (1, "")


def answering(output: int, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What became of a command whose answer goes to `output`, held back until its end as usual."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    return subprocess.run(
        [sys.executable, "-m", "kuroibara_desktop", *words],
        env=env | {"KUROIBARA_DESKTOP_HOME": str(home)},
        stdout=output,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )


def test_plain_kuroibara_works_and_says_what_it_lacks(
    command: Command, plain_kuroibara: PlainKuroibara, tmp_path: Path
) -> None:
    plain_kuroibara.add_user("dora", "password1")
    plain_kuroibara.add_backup("plain one")
    status, _, err = command(
        *("login", plain_kuroibara.url, "-u", "dora", "--password-stdin"),
        *("--archive", str(tmp_path / "offsite")),
        stdin="password1\n",
    )
    assert status == 0
    assert "without the backup engine" in err
    status, pulled = command.json("pull")
    assert status == 0
    assert pulled["copies"][0]["state"] == "verified"
    assert pulled["copies"][0]["not_proved"]


def test_command_needs_no_qt() -> None:
    program = (
        "import sys; sys.modules['PySide6'] = None; sys.argv = ['k', *sys.argv[1:]];"
        "from kuroibara_desktop.__main__ import main; sys.exit(main())"
    )
    for arguments, status in ((["--help"], 0), ([], 5)):
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False
        )
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr


# The archive itself


def test_prune_shows_then_removes_what_the_rules_no_longer_keep(
    command: Command, tmp_path: Path
) -> None:
    vault = vault_at(tmp_path / "offsite", tmp_path / "elsewhere")
    for day in range(4):
        put_copy(vault, f"day-{day}", datetime.now(UTC) - timedelta(days=day))
    here = ("--archive", str(vault.folder))
    plain = replace(command, more=here)

    assert plain("prune")[:2] == (0, "Nothing was removed.\n")
    status, kept = replace(command, more=()).json(
        *("vault", "keep", "--daily", "2", "--weekly", "1", "--monthly", "1"),
        *("--yearly", "1", "--most", "3", *here),
    )
    assert (status, kept["keep"]["daily"], kept["keep"]["yearly"]) == (0, 2, 1)
    status, out, _ = plain("prune", "--dry-run")
    assert status == 0
    assert out.count("GOES") == 2
    assert "2 copies go, which frees" in out
    assert len(list(vault.folder.rglob("*.tar.gz"))) == 4

    bare = replace(command, more=())
    assert bare("vault", "pin", "day-3", *here)[:2] == (0, "day-3.tar.gz is pinned.\n")
    status, told = plain.json("prune")
    assert (status, told["removed"]) == (0, ["day-2.tar.gz"])
    assert bare("vault", "pin", "day-3", "--undo", *here)[0] == 0
    status, told = plain.json("prune")
    assert (status, told["removed"]) == (0, ["day-3.tar.gz"])
    assert bare("vault", "answer", "nothing", "same", *here)[0] == 2
    assert bare("vault", "keep", "--daily", "0", *here)[0] == 2
    assert bare("vault", "keep", "--as-many-as-fit", *here)[0] == 0
    assert plain("prune")[1] == "Nothing was removed.\n"


def test_import_takes_a_file_in_and_copy_puts_it_elsewhere(
    command: Command, tmp_path: Path
) -> None:
    bare = replace(command, more=())
    here = ("--archive", str(vault_at(tmp_path / "offsite", tmp_path / "elsewhere").folder))
    file = tmp_path / "old.tar.gz"
    make_format1(file, None, None, "old")
    status, told = bare.json("import", str(file), *here)
    assert (status, told["copies"][0]["state"]) == (0, "verified")
    assert bare("verify", *here)[0] == 0

    (tmp_path / "drive").mkdir()
    assert bare("vault", "copy", "old", "--to", str(tmp_path / "drive"), *here)[0] == 0
    assert (tmp_path / "drive" / "old.tar.gz").read_bytes() == file.read_bytes()

    file.write_bytes(b"PK a comic")
    assert bare("import", str(file), *here)[0] == 4
    assert bare("import", str(tmp_path / "missing.tar.gz"), *here)[0] == 5


def test_drive_with_backups_and_no_server_is_listed_and_verified(
    command: Command, tmp_path: Path
) -> None:
    vault = vault_at(tmp_path / "drive", tmp_path / "another computer")
    put_copy(vault, "full", datetime.now(UTC))
    bare = replace(command, more=())
    status, added = bare.json("vault", "add", str(vault.folder))
    assert (status, added["copies"]) == (0, 1)
    status, listed = bare.json("list")
    assert (status, [row["where"] for row in listed["backups"]]) == (0, ["here"])
    assert bare("verify")[0] == 0

    bare("vault", "add", str(tmp_path / "second"))
    vault.folder.rename(tmp_path / "unplugged")
    status, known = bare.json("vault", "list")
    assert [(one["here"], one["in_use"]) for one in known["archives"]] == [
        (False, True),
        (True, False),
    ]
    status, _, err = bare("verify")
    assert status == 5
    assert "It was last seen" in err
    assert bare("vault", "use", str(tmp_path / "second"))[0] == 0
    assert bare("vault", "forget", str(vault.folder))[0] == 0
    assert len(bare.json("vault", "list")[1]["archives"]) == 1
    assert bare("vault", "forget", str(vault.folder))[0] == 5
    assert bare("vault", "add", "--rebuild", str(tmp_path / "second"))[0] == 0


def test_archive_moves_and_the_old_copies_go_when_asked(command: Command, tmp_path: Path) -> None:
    vault = vault_at(tmp_path / "old", tmp_path / "another computer")
    put_copy(vault, "full", datetime.now(UTC))
    bare = replace(command, more=())
    bare("vault", "add", str(vault.folder))
    status, out, err = bare("vault", "move", str(tmp_path / "new"))
    assert (status, "is at" in out, "still in" in err) == (0, True, True)
    assert bare.json("list")[1]["backups"][0]["here"]["path"].startswith(str(tmp_path / "new"))
    assert bare("vault", "move", str(tmp_path / "new" / "inside"))[0] == 2
    assert bare("vault", "delete-old", str(vault.folder))[:2] == (0, "All of it is gone.\n")
    assert not vault.folder.exists()
    [known] = bare.json("vault", "list")[1]["archives"]
    assert (known["folder"], known["copies"]) == (str(tmp_path / "new"), 1)
    status, moved = bare.json("vault", "move", str(tmp_path / "third"), "--delete-old")
    assert (status, moved["stayed"]) == (0, [])
    assert not (tmp_path / "new").exists()
