"""A friend who is no administrator holds a second copy, with an invitation and no account."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_desktop.cli import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.engine import RunningEngine
    from tests.support.plain_kuroibara import PlainKuroibara


class Friend:
    """The command on a friend's computer, without a keyring."""

    def __init__(
        self, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("KUROIBARA_DESKTOP_HOME", str(home / "home"))
        monkeypatch.delenv("KUROIBARA_TOKEN", raising=False)
        self.token_file = home / "token"
        self.archive = home / "offsite"
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, name: str, *arguments: str, stdin: str = "") -> tuple[int, Any, str]:
        self._monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        where = () if name == "verify" else ("--token-file", str(self.token_file))
        status = run([name, *where, *arguments, "--json"])
        out, err = self._capsys.readouterr()
        assert "Traceback" not in out + err
        return status, json.loads(out), err

    def login(self, address: str, *arguments: str, stdin: str = "") -> tuple[int, Any, str]:
        return self("login", address, "--archive", str(self.archive), *arguments, stdin=stdin)


@pytest.fixture
def friend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Friend:
    return Friend(tmp_path, monkeypatch, capsys)


def invitation(engine: RunningEngine) -> str:
    with engine.client() as client:
        body = {"action": "device", "password": engine.admin.password}
        proof = client.post("/backup/confirm", json=body).json()["token"]
        answer = client.post("/backup/devices/invitations", headers={"X-Confirm": proof})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["code"])


def test_a_friend_with_an_invitation_copies_verifies_and_no_more(
    friend: Friend, shared_engine: RunningEngine
) -> None:
    made = shared_engine.create("for the friend", include_storage=False)
    code = invitation(shared_engine)
    status, told, err = friend.login(shared_engine.url, "--invite", code.lower())
    assert status == 0, err
    assert told["device"]
    assert told["username"] is None
    assert "anna lets this computer list and download backups." in err
    assert code not in friend.token_file.read_text()

    status, told, err = friend("pull", made["filename"])
    assert status == 0, err
    assert told["copies"][0]["state"] == "verified"
    status, told, err = friend("status")
    assert (status, told["copies"], told["damaged"]) == (0, 1, []), err
    assert told["newest_verified_here"]
    status, told, _ = friend("verify")
    assert (status, told["damaged"]) == (0, 0)

    status, told, err = friend("create")
    assert (status, told["error"]["code"]) == (5, "device_not_allowed")
    assert "may not create backups" in err

    status, told, err = friend.login(shared_engine.url, "--invite", code)
    assert status != 0
    assert "used before" in err
    assert friend("list")[0] == 0  # the sign-in that is there was not lost over it


def test_a_sign_in_by_password_brings_a_token_of_this_computers_own(
    friend: Friend, shared_engine: RunningEngine
) -> None:
    admin = shared_engine.admin
    status, _, err = friend.login(
        shared_engine.url, "-u", admin.username, "--password-stdin", stdin=admin.password + "\n"
    )
    assert status == 0, err
    kept = json.loads(friend.token_file.read_text())
    friend.token_file.write_text(json.dumps({**kept, "access_token": "", "refresh_token": "old"}))
    status, _, err = friend("list")
    assert status == 0, err


def test_who_may_not_back_up_is_signed_in_without_one(
    friend: Friend, shared_engine: RunningEngine
) -> None:
    reader = shared_engine.reader
    status, _, err = friend.login(
        shared_engine.url, "-u", reader.username, "--password-stdin", stdin=reader.password + "\n"
    )
    assert status == 0, err
    assert "device" not in json.loads(friend.token_file.read_text())


def test_an_invitation_needs_the_engine_and_no_user_name(
    friend: Friend, shared_engine: RunningEngine, plain_kuroibara: PlainKuroibara
) -> None:
    status, _, err = friend.login(plain_kuroibara.url, "--invite", "ABCD-EFGH-JKMN")
    assert status == 2
    assert "knows no invitations" in err
    status, _, err = friend.login(shared_engine.url, "--invite", "ABCD-EFGH-JKMN", "-u", "anna")
    assert status == 2
    assert "not both" in err
    assert not friend.token_file.exists()


def test_a_passphrase_seals_the_token_file(
    friend: Friend, shared_engine: RunningEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KUROIBARA_PASSPHRASE", "correct horse")
    status, _, err = friend.login(shared_engine.url, "--invite", invitation(shared_engine))
    assert status == 0, err
    assert "sealed with your passphrase" in err
    assert b"kbd_" not in friend.token_file.read_bytes()
    assert friend("list")[0] == 0
    monkeypatch.setenv("KUROIBARA_PASSPHRASE", "wrong horse")
    status, _, err = friend("list")
    assert (status, "does not open" in err) == (7, True)
    monkeypatch.delenv("KUROIBARA_PASSPHRASE")
    status, _, err = friend("list")
    assert (status, "KUROIBARA_PASSPHRASE" in err) == (7, True)
