"""`restore FILE`: a backup on this computer is a server's library again, without a window."""

from __future__ import annotations

import io
import json
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_desktop.cli import run
from kuroibara_desktop.profile import Home
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.journeys import journeys
from tests.support.postgres import execute
from tests.support.standing import There, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from tests.support.faulty import FaultyProxy
    from tests.support.plain_kuroibara import PlainKuroibara
    from tests.support.restoring import Server


@dataclass
class Command:
    """`kuroibara-desktop` of one user, with a token file."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, name: str, *arguments: str, stdin: str = "") -> tuple[int, str, str]:
        self.monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        self.capsys.readouterr()
        status = run([name, "--token-file", str(self.folder / "token"), *arguments])
        out, err = self.capsys.readouterr()
        assert "Traceback" not in out + err
        return status, out, err

    def json(self, name: str, *arguments: str, stdin: str = "") -> tuple[int, Any]:
        status, out, err = self(name, *arguments, "--json", stdin=stdin)
        assert out, err
        return status, json.loads(out)

    def sign_in(self, url: str, username: str, password: str) -> None:
        status, _, err = self(
            "login", url, "-u", username, "--password-stdin", stdin=password + "\n"
        )
        assert status == 0, err


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    monkeypatch.setenv("KUROIBARA_DESKTOP_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("KUROIBARA_TOKEN", raising=False)
    return Command(tmp_path, monkeypatch, capsys)


@pytest.fixture(scope="module")
def backup(source: tuple[Server, Path]) -> Path:
    return source[1]


@pytest.fixture
def there(
    tmp_path: Path,
    postgres: EmbeddedPostgres,
    kuroibara_template: str,
    command: Command,
    faulty: Callable[[str], FaultyProxy],
) -> Iterator[There]:
    with standing(tmp_path / "there", postgres, kuroibara_template, faulty) as there:
        command.sign_in(there.proxy.url, there.owner.username, there.owner.password)
        yield there


def test_the_way_there_and_back(
    command: Command, there: There, backup: Path, tmp_path: Path
) -> None:
    before = there.state()
    status, told = command.json("restore", str(backup), "--plan")
    assert (status, told["state"]) == (0, "planned")
    assert told["plan"]["counts"]["manga"] == {"now": 0, "after": 5}

    there.clock.advance(minutes=6)
    status, _, err = command("restore", str(backup), "--yes")
    assert status == 7
    assert "--password-stdin" in err
    assert there.state() == before

    status, told = command.json(
        "restore", str(backup), "--yes", "--password-stdin", stdin=there.owner.password + "\n"
    )
    assert (status, told["state"], told["phase"]) == (0, "restored", "restored")
    assert len(there.proxy.passed("/backup/uploads/", "PUT")) == 1  # it was sent once
    after = there.state()
    assert len(after.tables["manga"]) == 5

    status, again = command.json("restore")  # how did it end? The account is gone, the ticket not
    assert (status, again["restore_id"]) == (0, told["restore_id"])
    ticket = tmp_path / f"token.{told['restore_id']}"
    assert ticket.stat().st_mode & 0o777 == 0o600

    status, told = command.json("restore", "--roll-back", "--yes")
    assert (status, told["state"]) == (0, "rolled_back")
    assert there.state() == before


def test_without_yes_nobody_restores_by_mistake(
    command: Command, there: There, backup: Path
) -> None:
    status, _, err = command("restore", str(backup))
    assert status == 2
    assert "--yes" in err
    assert "manga" in err  # what would change was shown
    assert not there.proxy.passed("/backup/confirm", "POST")


def test_neither_ticket_nor_password_is_written_anywhere_but_to_the_token_files(
    command: Command, there: There, backup: Path, tmp_path: Path
) -> None:
    status, out, err = command(
        "restore", str(backup), "--yes", "--password-stdin", stdin=there.owner.password + "\n"
    )
    assert status == 0, err
    [journey] = journeys(Journal(Home.of_user().journal_file))
    ticket = json.loads((tmp_path / f"token.{journey.restore_id}").read_text())["access_token"]
    written = b"".join(
        path.read_bytes() for path in (tmp_path / "home").rglob("*") if path.is_file()
    )
    for secret in (ticket, there.owner.password):
        assert secret not in out + err
        assert secret.encode() not in written


def test_a_damaged_file_is_exit_status_3_and_nothing_is_sent(
    command: Command, there: There, backup: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.tar.gz"
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    damaged.write_bytes(data)
    status, told = command.json("restore", str(damaged), "--yes")
    assert (status, told["error"]["code"]) == (3, "copy_damaged")
    nonsense = tmp_path / "nonsense.tar.gz"
    nonsense.write_bytes(os.urandom(10_000))
    status, told = command.json("restore", str(nonsense), "--yes")
    assert status == 4
    status, told = command.json("restore", str(tmp_path / "missing.tar.gz"), "--yes")
    assert status == 5
    assert not there.proxy.passed("/backup/uploads", "POST")


def test_nothing_to_watch_or_roll_back_is_said(command: Command, there: There) -> None:
    for arguments in (["restore"], ["restore", "--roll-back", "--yes"]):
        status, told = command.json(*arguments)
        assert (status, told["error"]["remedy"] != "") == (5, True)


@pytest.mark.slow
def test_a_backup_of_the_server_comes_back_by_its_name_and_nothing_is_sent(
    command: Command, there: There, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    held = there.state()
    status, _, err = command("create", "--name", "of_old")
    assert status == 0, err
    execute(there.settled.url, "UPDATE users SET full_name = 'nobody'")
    shutil.rmtree(there.settled.settings.storage_path / "manga")
    spoiled = there.state()
    status, told = command.json("restore", "of_old", "--plan")
    assert (status, told["state"], told["sent"]) == (0, "planned", False)
    status, out, err = command("restore", "of_old.tar.gz", "--yes", "--password-stdin")
    assert status == 0, err
    assert "nothing is sent. The server read every byte of it on" in err
    assert "was restored" in out
    assert there.state() == held != spoiled
    assert not there.proxy.passed("/backup/uploads", "POST")
    status, told = command.json("restore", "--roll-back", "--yes")
    assert (status, told["state"], told["sent"]) == (0, "rolled_back", False)
    assert there.state() == spoiled


@pytest.mark.slow
@pytest.mark.usefixtures("there")
def test_a_name_means_the_file_here_before_the_backup_there(
    command: Command, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert command("create", "--name", "both")[0] == 0
    shutil.copy(backup, tmp_path / "both.tar.gz")
    status, told = command.json("restore", "both.tar.gz", "--plan")
    assert (status, told["sent"], told["plan"]["counts"]["manga"]["after"]) == (0, True, 5)
    status, told = command.json("restore", "both", "--plan")
    assert (status, told["sent"], told["plan"]["counts"]["manga"]["after"]) == (0, False, 0)
    status, told = command.json("restore", "neither", "--plan")
    assert (status, "no backup of this name" in told["error"]["detail"]) == (5, True)


@pytest.fixture
def plain(command: Command, plain_kuroibara: PlainKuroibara) -> PlainKuroibara:
    command.sign_in(plain_kuroibara.url, "anna", "anna-password")
    return plain_kuroibara


def test_a_plain_kuroibara_is_never_given_a_file_of_the_engine(
    command: Command, plain: PlainKuroibara, backup: Path
) -> None:
    status, told = command.json("restore", str(backup), "--plain-kuroibara", "--yes")
    assert (status, told["error"]["code"]) == (5, "needs_the_engine")
    assert "export --format1" in told["error"]["remedy"]
    assert not plain.asked("/backup/upload-restore", "POST")


def test_a_plain_kuroibara_restores_only_for_who_insists(
    command: Command, plain: PlainKuroibara, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.tar.gz"
    shutil.move(plain.add_backup("mine"), mine)
    status, told = command.json("restore", str(mine), "--yes")
    assert (status, told["error"]["code"]) == (5, "plain_kuroibara")
    assert "nobody can sign in any more" in told["error"]["detail"]
    assert not plain.asked("/backup/upload-restore", "POST")


def test_without_a_safety_copy_none_is_made_and_that_is_told(
    command: Command, there: There, backup: Path
) -> None:
    status, told = command.json("restore", str(backup), "--plan", "--no-safety-copy")
    assert (status, told["plan"]["safety_copy"]) == (0, False)
    status, told = command.json("restore", str(backup), "--yes", "--no-safety-copy")
    assert (status, told["state"], told["safety_copy"]) == (0, "restored", None)
    engine = there.settled.settings.backup_path / "engine"
    assert not list(engine.glob("safety_*"))
    assert len(there.proxy.passed("/backup/uploads/", "PUT")) == 1  # the plan that was shown
