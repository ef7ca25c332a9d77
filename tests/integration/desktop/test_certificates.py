"""The command sends nothing before it was agreed what guards it: which certificate, or none."""

from __future__ import annotations

import io
import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_desktop.cli import run
from kuroibara_desktop.server.tls import in_pairs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.engine import RunningEngine
    from tests.support.faulty import FaultyProxy
    from tests.support.tls import OwnCertificate, Tls

    Certificates = Callable[[str], OwnCertificate]
    Command = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    monkeypatch.setenv("KUROIBARA_DESKTOP_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("KUROIBARA_TOKEN", raising=False)

    def carry_out(name: str, *arguments: str, stdin: str = "") -> tuple[int, Any, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        kept = () if "KUROIBARA_TOKEN" in os.environ else ("--token-file", str(tmp_path / "token"))
        status = run([name, *kept, *arguments, "--json"])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return status, json.loads(out), err

    return carry_out


@pytest.fixture
def login(command: Command, shared_engine: RunningEngine) -> Command:
    def signed_in(address: str, *more: str) -> tuple[int, Any, str]:
        admin = shared_engine.admin
        arguments = (address, "-u", admin.username, "--password-stdin", *more)
        return command("login", *arguments, stdin=admin.password + "\n")

    return signed_in


def test_own_certificate_is_agreed_on_once_and_a_changed_one_stops_everything(
    command: Command,
    login: Command,
    shared_engine: RunningEngine,
    tls: Tls,
    certificates: Certificates,
) -> None:
    old, new = certificates("old"), certificates("new")
    server = tls(shared_engine.url, old)
    status, told, err = login(server.url)
    assert status == 2
    assert f"--fingerprint {in_pairs(old.fingerprint)}" in told["error"]["remedy"], err
    assert server.heard == b""
    status, _, err = login(server.url, "--fingerprint", old.as_openssl_prints_it)
    assert status == 0, err
    assert command("list")[0] == 0

    after = tls.instead(server, shared_engine.url, new)
    calls: list[tuple[Command, str]] = [(command, "list"), (command, "status"), (login, after.url)]
    for call, arguments in calls:
        status, told, err = call(arguments)
        assert status == 6
        assert in_pairs(old.fingerprint) in err
        assert in_pairs(new.fingerprint) in err
    assert after.heard == b""

    status, _, err = login(after.url, "--fingerprint", in_pairs(new.fingerprint))
    assert status == 0, err
    assert command("list")[0] == 0


def test_a_server_that_an_authority_vouched_for_may_not_come_with_its_own(
    login: Command,
    shared_engine: RunningEngine,
    tls: Tls,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trusted, own = certificates("trusted"), certificates("own")
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted.file))
    server = tls(shared_engine.url, trusted)
    status, _, err = login(server.url)
    assert status == 0, err
    after = tls.instead(server, shared_engine.url, own)
    status, told, err = login(after.url)
    assert (status, told["error"]["code"]) == (6, "certificate_refused")
    assert "Until now" in err
    assert after.heard == b""


def test_without_encryption_nothing_is_sent_before_that_was_agreed_to(
    command: Command,
    login: Command,
    faulty: Callable[[str], FaultyProxy],
    shared_engine: RunningEngine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    door = faulty(shared_engine.url)
    # It leads to this computer as well, but is no address that only this computer has.
    unsafe = door.url.replace("127.0.0.1", "0.0.0.0")
    status, told, err = login(unsafe)
    assert status == 2
    assert told["error"]["detail"] == "Nothing was sent: the connection is not encrypted."
    assert "--allow-http" in told["error"]["remedy"]
    assert "anyone on the way can read your password" in err
    assert not door.passed("/auth/", "POST")
    monkeypatch.setenv("KUROIBARA_TOKEN", "a-token-that-nobody-may-read")
    status, told, err = command("list", "--server", unsafe)
    assert (status, "--allow-http" in told["error"]["remedy"]) == (2, True), err
    assert not door.passed("/backup/list")
    # Whoever has a token alone cannot sign in first: it is agreed to by a variable beside it.
    made = shared_engine.client().post("/backup/devices", json={"name": "box", "scopes": ["list"]})
    monkeypatch.setenv("KUROIBARA_TOKEN", made.json()["token"])
    monkeypatch.setenv("KUROIBARA_ALLOW_HTTP", "1")
    status, told, err = command("list", "--server", unsafe)
    assert status == 0, (told, err)
    assert door.passed("/backup/list")
    monkeypatch.delenv("KUROIBARA_ALLOW_HTTP")
    monkeypatch.delenv("KUROIBARA_TOKEN")

    status, _, err = login(unsafe, "--allow-http")
    assert status == 0, err
    assert door.passed("/auth/", "POST")
    door.requests.clear()
    status, _, err = command("list")
    assert status == 0, err
    assert door.passed("/backup/list")
