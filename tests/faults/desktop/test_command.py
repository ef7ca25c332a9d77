"""Each bad input costs the user of the command one sentence and an exit status, and no more.

After every fault the same command is given again, without the fault, and works. No test leaves a
file under a final name that is not the server's whole backup.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_desktop.cli import run
from tests.support.faulty import (
    BAD_GATEWAY,
    CAPTIVE_PORTAL,
    PLAIN_500,
    TOO_LARGE,
    UNAUTHORIZED,
    Answer,
    Fault,
    FaultyProxy,
    free_port,
)
from tests.support.keyring_session import KeyringSessions, KeyringState
from tests.support.small_disk import file_size_limit
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.nginx import Nginx
    from tests.support.plain_kuroibara import PlainKuroibara
    from tests.support.small_disk import SmallDisks

MIB = 1024 * 1024
DOWNLOAD = "/backup/download/"


@dataclass(slots=True, kw_only=True)
class Command:
    """`kuroibara-desktop` of one user, signed in to a plain Kuroibara behind a bad network."""

    plain: PlainKuroibara
    proxy: FaultyProxy
    archive: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]
    token_file: Path

    def __call__(self, *arguments: str, stdin: str = "") -> tuple[int, str, str]:
        self.monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        self.capsys.readouterr()
        given = list(arguments)
        if given[0] != "verify":
            given += ["--token-file", str(self.token_file)]
        status = run(given)
        out, err = self.capsys.readouterr()
        assert "Traceback" not in out + err
        self.nothing_half()
        return status, out, err

    def sign_in(self, *more: str, user: str = "anna") -> tuple[int, str, str]:
        arguments = ("login", self.proxy.url, "-u", user, "--password-stdin", *more)
        return self(*arguments, stdin=f"{user}-password\n")

    def refused(self, status: int, sentence: str, *arguments: str) -> str:
        """The command fails like this, in words and as JSON; returns the words."""
        found, _, err = self(*arguments)
        assert (found, sentence in err) == (status, True), err
        return err

    def works(self, *arguments: str) -> Any:
        """The same command with nothing in its way."""
        self.proxy.misbehave()
        status, out, err = self(*arguments, "--json")
        assert status == 0, err
        return json.loads(out)

    def nothing_half(self) -> None:
        """Every final name holds the whole of a backup that the server has or had."""
        for copy in self.archive.glob("*/*.tar.gz"):
            checked = subprocess.run(
                ["sha256sum", "--status", "-c", f"{copy.name}.sha256"], cwd=copy.parent
            )
            assert checked.returncode == 0
            assert subprocess.run(["gzip", "-t", str(copy)]).returncode == 0


@pytest.fixture
def command(
    plain_kuroibara: PlainKuroibara,
    faulty: Callable[[str], FaultyProxy],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Command:
    monkeypatch.setenv("KUROIBARA_DESKTOP_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("KUROIBARA_TOKEN", raising=False)
    plain_kuroibara.add_backup("full", mtime=time.time() - 3600)
    command = Command(
        plain=plain_kuroibara,
        proxy=faulty(plain_kuroibara.url),
        archive=tmp_path / "archive",
        monkeypatch=monkeypatch,
        capsys=capsys,
        token_file=tmp_path / "token",
    )
    status, _, err = command.sign_in("--archive", str(command.archive))
    assert status == 0, err
    return command


# The server and the way to it


@pytest.mark.parametrize(
    ("fault", "status", "sentence"),
    [
        (Fault(answer=CAPTIVE_PORTAL), 6, "sent a web page where"),
        (Fault(answer=PLAIN_500), 6, "broke off with Internal Server Error."),
        (Fault(answer=BAD_GATEWAY), 6, "The proxy before 127.0.0.1"),
        (Fault(answer=UNAUTHORIZED), 7, "Your sign-in has run out or was withdrawn."),
        (Fault(cut_after=5), 6, "was lost while asking for the list"),
        (
            Fault(answer=Answer(status=200, content_type="application/json", body=b"{}")),
            6,
            "sent the list of backups in a form that is not understood",
        ),
    ],
)
def test_a_strange_answer_to_the_list(
    command: Command, fault: Fault, status: int, sentence: str
) -> None:
    command.proxy.misbehave(_only(fault, "/backup/list"))
    for name in ("list", "pull"):
        command.refused(status, sentence, name)
    found, out, err = command("status", "--json")
    assert (found, sentence in err) == (status, True)
    assert sentence in json.loads(out)["trouble"][0]["detail"]
    assert len(command.works("list")["backups"]) == 1


def _only(fault: Fault, path: str) -> Fault:
    return Fault(only=path, answer=fault.answer, cut_after=fault.cut_after)


def test_a_server_that_is_down(command: Command) -> None:
    command.proxy.refuse()
    for name in ("list", "pull", "create", "status"):
        err = command.refused(6, "Nothing answers at 127.0.0.1", name)
        assert "Check that the server is running" in err
    command.proxy.listen()
    assert command.works("pull")["copies"][0]["state"] == "verified"


def test_a_wrong_address(command: Command, nginx: Nginx, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<html>My holiday pictures</html>")
    site = nginx.serving(tmp_path / "site")
    for address, sentence in (
        (site, "no Kuroibara server answers there"),
        (f"http://127.0.0.1:{free_port()}", "Nothing answers at"),
        ("http://kuroibara.invalid", "Nothing answers at"),
        ("http://", "address"),
        ("ftp://127.0.0.1", "address"),
        ("not an address", "address"),
    ):
        status, _, err = command("login", address, "-u", "anna", "--password-stdin", stdin="x\n")
        assert (status in (2, 6), sentence in err) == (True, True), (address, status, err)
    assert command.sign_in()[0] == 0


def test_a_request_that_a_proxy_finds_too_large(command: Command) -> None:
    command.proxy.misbehave(Fault(method="POST", answer=TOO_LARGE))
    err = command.refused(5, "A proxy before the server refused the request", "create")
    assert "client_max_body_size" in err


def test_a_server_behind_nginx_with_its_defaults(command: Command, nginx: Nginx) -> None:
    command.proxy.upstream = nginx.before(command.plain.url)
    command.proxy.misbehave(Fault(only=DOWNLOAD, cut_after=100_000, times=2))
    status, _, err = command("pull")
    assert status == 0, err
    ranged = [passed.range for passed in command.proxy.passed(DOWNLOAD)]
    assert ranged == [None, "bytes=100000-", "bytes=200000-"]


# Signing in


def test_a_token_that_has_expired_is_renewed_without_a_word(command: Command) -> None:
    command.proxy.misbehave(Fault(only="/backup/list", answer=UNAUTHORIZED, times=1))
    assert command("list")[0] == 0
    assert len(command.proxy.passed("/auth/refresh", "POST")) == 1


def test_a_sign_in_that_was_revoked(command: Command) -> None:
    command.plain.accounts.key = "another key, as after a move to a new server"
    for name in ("list", "pull", "create", "status"):
        command.refused(7, "Your sign-in has run out or was withdrawn. Sign in again", name)
    assert command.sign_in()[0] == 0
    command.works("pull")


def test_a_wrong_second_factor(command: Command) -> None:
    status, _, err = command.sign_in("--code", "12345x", user="ben")
    assert status == 7
    assert "The server did not accept this code." in err
    status, _, err = command.sign_in(user="ben")
    assert (status, "--code" in err) == (2, True)
    ben = command.plain.add_user("ben2", "ben2-password", totp_secret="JBSWY3DPEHPK3PXP" * 2)
    assert command.sign_in("--code", ben.code(), user="ben2")[0] == 0


def test_an_account_that_is_switched_off(command: Command) -> None:
    anna = command.plain.add_user("anna", "anna-password", is_active=False)
    status, _, err = command.sign_in()
    assert (status, "has switched this account off" in err) == (7, True)
    anna.is_active = True
    assert command.sign_in()[0] == 0


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (KeyringState.LOCKED, "Your keyring is locked"),
        (KeyringState.NO_KEYRING, "No keyring answers on this computer."),
        (KeyringState.NO_BUS, "No keyring answers on this computer."),
    ],
)
def test_a_keyring_that_is_locked_or_missing(
    command: Command, keyring_sessions: KeyringSessions, state: KeyringState, sentence: str
) -> None:
    arguments = ["login", command.proxy.url, "-u", "anna", "--password-stdin"]

    def sign_in(state: KeyringState) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "kuroibara_desktop", *arguments],
            env=keyring_sessions(state),
            input="anna-password\n",
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stderr

    status, err = sign_in(state)
    assert (status, sentence in err) == (5, True), err
    assert "Traceback" not in err
    assert "anna-password" not in err
    assert sign_in(KeyringState.UNLOCKED)[0] == 0


# The bytes of a backup


@pytest.mark.parametrize(
    ("faults", "said"),
    [
        ((Fault(only=DOWNLOAD, cut_after=100_000),), "was lost while copying"),
        (
            (
                Fault(only=DOWNLOAD, cut_after=100_000, times=1),
                Fault(only=DOWNLOAD, answer=CAPTIVE_PORTAL, times=1),
            ),
            "A web page came from",
        ),
        (
            (
                Fault(only=DOWNLOAD, cut_after=100_000, times=1),
                Fault(only=DOWNLOAD, ignore_range=True),
            ),
            "was lost while copying",
        ),
        pytest.param(
            (Fault(only=DOWNLOAD, flip_at=100_000, times=1),),
            "fetched once more",
            marks=pytest.mark.slow,  # a plain server's list is asked only each minute
        ),
    ],
    ids=["cut again and again", "captive portal", "200 to a range", "a wrong byte"],
)
def test_what_happens_on_the_way_is_got_over(
    command: Command, faults: tuple[Fault, ...], said: str
) -> None:
    command.proxy.misbehave(*faults)
    status, out, err = command("pull")
    assert (status, said in err) == (0, True), err
    assert "is here and verified" in out
    (copy,) = command.archive.glob("*/*.tar.gz")
    assert copy.read_bytes() == (command.plain.archives / "full.tar.gz").read_bytes()


def test_a_server_restarted_in_mid_download(command: Command) -> None:
    command.proxy.misbehave(Fault(only=DOWNLOAD, cut_after=100_000, times=1))

    def restart() -> None:
        until(lambda: bool(command.proxy.passed(DOWNLOAD)))
        command.plain.stop()
        time.sleep(0.7)
        command.plain.start()

    restarting = threading.Thread(target=restart)
    restarting.start()
    assert command("pull")[0] == 0
    restarting.join()


@pytest.mark.slow
def test_wrong_bytes_of_the_right_length(command: Command) -> None:
    command.proxy.misbehave(Fault(only=DOWNLOAD, flip_at=100_000))
    err = command.refused(3, "Two tries brought the very same bytes", "pull")
    assert "Nothing was put into the archive" in err
    assert list(command.archive.glob("*/full*")) == []
    command.works("pull")


@pytest.mark.slow
def test_a_backup_that_is_damaged_on_the_server_does_not_stop_the_others(command: Command) -> None:
    bad = command.plain.add_backup("bad")
    bad.write_bytes(bad.read_bytes()[:-1000])
    (command.plain.archives / "junk.tar.gz").write_bytes(os.urandom(5000))
    err = command.refused(3, "bad.tar.gz is damaged on the server", "pull", "--all")
    assert "junk" in err
    assert [path.name for path in command.archive.glob("*/*.tar.gz")] == ["full.tar.gz"]


def test_hostile_names(command: Command) -> None:
    for name in ("../../evil", "/etc/evil", "a/b", "new\nline", ".hidden", "CON", "x" * 300):
        command.refused(2, "No backup was made: its name", "create", "--name", name)
    assert command.proxy.passed("/backup/create", "POST") == []
    for name in (".hidden.tar.gz", "new\nline.tar.gz", "CON.tar.gz", "esc\x1b[2J.tar.gz"):
        os.rename(command.plain.add_backup("odd"), command.plain.archives / name)
        status, out, err = command("list")
        assert status == 0
        assert "\x1b" not in out + err
        command.refused(5, "The server calls a backup", "pull", name)
        (command.plain.archives / name).unlink()
    command.works("pull")


# The archive folder


def test_a_disk_that_is_too_small(command: Command, small_disk: SmallDisks) -> None:
    disk = small_disk(8 * MIB)
    assert command.sign_in("--archive", str(disk / "archive"))[0] == 0
    command.refused(5, "but the drive with your archive has only", "pull")
    assert list((disk / "archive").rglob("*.tar.gz*")) == []
    assert command.sign_in("--archive", str(command.archive))[0] == 0
    command.works("pull")


def test_a_drive_that_takes_no_large_files(command: Command) -> None:
    limited = file_size_limit(command.archive, 200_000)
    arguments = ["pull", "--token-file", str(command.token_file)]
    done = subprocess.run(
        [*limited.prefix, sys.executable, "-m", "kuroibara_desktop", *arguments],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 5, done.stderr
    assert "takes no file as large as this" in done.stderr
    assert "FAT32 ends at 4 GiB" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(command.archive.glob("*/*.tar.gz")) == []
    command.works("pull")


@pytest.mark.parametrize("lost", ["", "kuroibara-archive.json"])
def test_an_archive_that_is_gone_or_has_no_marker(command: Command, lost: str) -> None:
    there, away = command.archive / lost, command.archive.with_name("away")
    os.rename(there, away)
    for name in ("pull", "verify", "list"):
        err = command.refused(5, "The archive folder", name)
        assert "Connect the drive" in err
    assert command.archive.exists() == bool(lost)
    assert list(command.archive.glob("*")) == []
    os.rename(away, there)
    command.works("pull")


def test_a_marker_that_is_damaged(command: Command) -> None:
    marker = command.archive / "kuroibara-archive.json"
    whole = marker.read_bytes()
    for content in (b"", b"{", b"[]", b'{"product": 1}', b"\xff\xfe", b"null"):
        marker.write_bytes(content)
        command.refused(5, "marker", "pull")
    marker.write_bytes(whole)
    command.works("pull")


def test_settings_that_are_damaged(command: Command, tmp_path: Path) -> None:
    profile = tmp_path / "home" / "config" / "profile.json"
    whole = profile.read_bytes()
    for content in (b"", b"{", b"[]", b"\xff\xfe", b'{"servers": [1]}', b"null"):
        profile.write_bytes(content)
        command.refused(2, "cannot be read", "list")
    profile.write_bytes(whole)
    command.works("list")


def test_a_catalog_that_is_damaged(command: Command, tmp_path: Path) -> None:
    command.works("pull")
    catalog = tmp_path / "home" / "data" / "catalog.sqlite3"
    catalog.write_bytes(b"this is no database at all" * 100)
    command.refused(5, "move it away", "list")
    catalog.unlink()
    assert command.works("list")["backups"][0]["where"] == "both"


def test_a_copy_that_rots_here_is_named_and_fetched_again(command: Command) -> None:
    command.works("pull")
    (copy,) = command.archive.glob("*/*.tar.gz")
    whole = copy.read_bytes()
    with copy.open("r+b") as file:
        file.seek(100_000)
        file.write(bytes(2000))
    command.monkeypatch.setattr(Command, "nothing_half", lambda self: None)
    status, out, err = command("verify")
    assert (status, "full.tar.gz: DAMAGED" in out) == (3, True)
    assert "Copy the damaged backups again" in err
    command.works("pull")
    assert copy.read_bytes() == whole
    command.works("verify")
