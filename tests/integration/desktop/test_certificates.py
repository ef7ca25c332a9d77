"""The command asks for an unknown certificate once, and stops hard at a changed one."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_desktop.cli import run
from kuroibara_desktop.server.tls import in_pairs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.engine import RunningEngine
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
        status = run([name, "--token-file", str(tmp_path / "token"), *arguments, "--json"])
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
