"""A server behind a proxy and a gateway: set once, kept with the secrets, used from then on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.cli import run
from kuroibara_desktop.core.errors import CaptivePortal, ServerUnreachable
from kuroibara_desktop.core.ways import way_of
from kuroibara_desktop.secrets import EnvironmentStore, FileStore, SessionStore, Ways
from kuroibara_desktop.server import Server, probe
from tests.support.faulty import free_port

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.engine import RunningEngine
    from tests.support.forwarding import Forwarding
    from tests.support.nginx import Nginx
    from tests.support.tls import OwnCertificate, Tls

GATE = "open-sesame-42"


def gated(nginx: Nginx, upstream: str) -> str:
    """nginx as an access gateway: its own page for whoever lacks the header."""
    return nginx.with_locations(
        f'location / {{ if ($http_x_gate != "{GATE}") {{ return 403; }} proxy_pass {upstream}; }}'
    )


def test_a_gateway_is_named_and_its_header_opens_it(
    shared_engine: RunningEngine, nginx: Nginx, tmp_path: Path
) -> None:
    address = gated(nginx, shared_engine.url)
    with pytest.raises(CaptivePortal, match="gateway") as refused:
        probe(address)
    assert "Advanced" in refused.value.remedy
    way = way_of("", f"X-Gate: {GATE}")
    found = probe(address, None, way)
    assert found.engine
    assert GATE not in repr(found)
    store = FileStore(tmp_path / "token")
    with Server(address, tokens=store, lock=tmp_path / "lock", way=way) as server:
        server.sign_in(shared_engine.admin.username, shared_engine.admin.password)
        assert isinstance(server.backups(), list)


def test_everything_goes_through_the_proxy_that_is_set(
    shared_engine: RunningEngine, forwarding: Callable[..., Forwarding], tmp_path: Path
) -> None:
    proxy = forwarding("anna", "proxy-word")
    way = way_of(proxy.url, "")
    assert probe(shared_engine.url, None, way).engine
    store = SessionStore()
    with Server(shared_engine.url, tokens=store, lock=tmp_path / "lock", way=way) as server:
        server.sign_in(shared_engine.admin.username, shared_engine.admin.password)
        server.backups()
    assert sum("/api/v1/" in line for line in proxy.seen) >= 4
    assert proxy.refused == 0


def test_a_pinned_certificate_is_held_to_through_a_proxy(
    shared_engine: RunningEngine,
    forwarding: Callable[..., Forwarding],
    tls: Tls,
    certificates: Callable[[str], OwnCertificate],
) -> None:
    proxy, own = forwarding(), certificates("own")
    server = tls(shared_engine.url, own)
    found = probe(server.url, own.fingerprint, way_of(proxy.url, ""))
    assert found.engine
    assert proxy.seen[0].startswith("CONNECT 127.0.0.1:")


def test_the_hop_that_fails_is_named(
    shared_engine: RunningEngine, forwarding: Callable[..., Forwarding]
) -> None:
    port = free_port()
    with pytest.raises(ServerUnreachable, match=f"proxy 127.0.0.1:{port}") as refused:
        probe(shared_engine.url, None, way_of(f"127.0.0.1:{port}", ""))
    assert "Check the proxy" in refused.value.remedy
    with pytest.raises(Exception, match=r"127[.]0[.]0[.]1") as refused_too:
        probe(
            shared_engine.url,
            None,
            way_of(forwarding("anna", "right").url.replace("right", "wrong"), ""),
        )
    assert "wrong" not in str(refused_too.value)


def test_it_is_kept_with_the_secrets_and_a_variable_keeps_none(tmp_path: Path) -> None:
    way = way_of("http://anna:proxy-word@proxy:3128", f"X-Gate: {GATE}")
    file = tmp_path / "token"
    Ways(FileStore(file)).keep("https://home.example", way)
    assert Ways(FileStore(file)).to("https://home.example") == way
    assert not file.exists()  # the sign-in has a file of its own
    assert (tmp_path / "token.way").stat().st_mode & 0o077 == 0
    Ways(FileStore(file)).keep("https://home.example", way_of("", ""))
    assert Ways(FileStore(file)).to("https://home.example").is_usual
    variable = EnvironmentStore("a-token")
    Ways(variable).keep("https://home.example", way)
    assert Ways(variable).to("https://home.example").is_usual


def test_the_command_signs_in_through_both_and_remembers(
    shared_engine: RunningEngine,
    nginx: Nginx,
    forwarding: Callable[..., Forwarding],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("KUROIBARA_DESKTOP_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("KUROIBARA_TOKEN", raising=False)
    proxy, address = forwarding("anna", "proxy-word"), gated(nginx, shared_engine.url)
    headers = tmp_path / "headers"
    headers.write_text(f"X-Gate: {GATE}\n")
    admin, token = shared_engine.admin, ("--token-file", str(tmp_path / "token"))
    password = tmp_path / "password"
    password.write_text(f"{admin.password}\n")
    with password.open() as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        status = run(
            [
                *("login", address, "-u", admin.username, "--password-stdin", *token, "--json"),
                *("--proxy", proxy.url, "--header-file", str(headers)),
            ]
        )
    out, err = capsys.readouterr()
    assert status == 0, err
    before = len(proxy.seen)
    assert run(["list", *token, "--json"]) == 0
    assert len(proxy.seen) > before
    told = capsys.readouterr().out + out + err
    profile = (tmp_path / "home" / "config" / "profile.json").read_text()
    for secret in (GATE, "proxy-word"):
        assert secret not in told
        assert secret not in profile
    headers.write_text("no header at all")
    assert run(["login", address, "--header-file", str(headers), *token, "--json"]) == 2
    assert "Line 1" in json.loads(capsys.readouterr().out)["error"]["detail"]
