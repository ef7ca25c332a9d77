"""A server is who it was: by an authority of the system, or by the certificate agreed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.errors import InvalidRequest
from kuroibara_desktop.core.errors import CertificateChanged, CertificateUnknown
from kuroibara_desktop.core.tokens import Tokens
from kuroibara_desktop.secrets import SessionStore
from kuroibara_desktop.server import Server, probe
from kuroibara_desktop.server.tls import fingerprint, in_pairs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.engine import RunningEngine
    from tests.support.tls import OwnCertificate, Tls

    Certificates = Callable[[str], OwnCertificate]


def test_an_unknown_certificate_is_asked_about_and_then_taken(
    shared_engine: RunningEngine, tls: Tls, certificates: Certificates, tmp_path: Path
) -> None:
    own = certificates("nas")
    server = tls(shared_engine.url, own)
    with pytest.raises(CertificateUnknown) as asked:
        probe(server.url)
    assert asked.value.fingerprint == own.fingerprint
    assert "self-signed" in asked.value.sentence
    assert server.heard == b""
    found = probe(server.url, own.fingerprint)
    assert (found.engine, found.pin) == (True, own.fingerprint)
    with Server(
        found.address, tokens=SessionStore(), lock=tmp_path / "lock", pin=found.pin
    ) as client:
        client.sign_in(shared_engine.admin.username, shared_engine.admin.password)
        assert isinstance(client.backups(), list)


def test_a_changed_certificate_stops_before_anything_is_sent(
    shared_engine: RunningEngine, tls: Tls, certificates: Certificates, tmp_path: Path
) -> None:
    old, new = certificates("old"), certificates("new")
    before = tls(shared_engine.url, old)
    store = SessionStore()
    store.save(before.url, Tokens(access="a token"))
    after = tls.instead(before, shared_engine.url, new)
    with Server(
        after.url, tokens=store, lock=tmp_path / "lock", engine=True, pin=old.fingerprint
    ) as client:
        for call in (client.backups, client.me, lambda: client.sign_in("anna", "secret")):
            with pytest.raises(CertificateChanged) as stopped:
                call()
            assert (stopped.value.expected, stopped.value.shown) == (
                old.fingerprint,
                new.fingerprint,
            )
            assert in_pairs(old.fingerprint) in stopped.value.sentence
            assert in_pairs(new.fingerprint) in stopped.value.sentence
    with pytest.raises(CertificateChanged):
        probe(after.url, old.fingerprint)
    assert after.heard == b""


def test_a_certificate_that_the_system_trusts_needs_no_question(
    shared_engine: RunningEngine,
    tls: Tls,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = certificates("trusted")
    monkeypatch.setenv("SSL_CERT_FILE", str(own.file))
    found = probe(tls(shared_engine.url, own).url)
    assert (found.https, found.pin) == (True, None)


def test_not_even_a_trusted_certificate_takes_the_place_of_a_pinned_one(
    shared_engine: RunningEngine,
    tls: Tls,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pinned, trusted = certificates("pinned"), certificates("trusted")
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted.file))
    server = tls(shared_engine.url, trusted)
    with pytest.raises(CertificateChanged):
        probe(server.url, pinned.fingerprint)
    assert server.heard == b""


def test_a_refused_certificate_is_no_reason_to_try_without(
    shared_engine: RunningEngine,
    tls: Tls,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without a scheme both would be tried; here plain http would be answered, too."""
    server = tls(shared_engine.url, certificates("nas"))
    monkeypatch.setenv("NO_PROXY", "*")
    name = server.url.removeprefix("https://").replace(
        "127.0.0.1", "127.1"
    )  # no loopback, to look at
    assert probe(f"http://{name}").engine
    server.heard.clear()
    with pytest.raises(CertificateUnknown):
        probe(name)
    assert server.heard == b""


@pytest.mark.parametrize(
    "typed",
    ["", "AB:CD", "g" * 64, "0" * 63, "sha256 Fingerprint="],
)
def test_what_is_no_fingerprint_is_said_so(typed: str) -> None:
    with pytest.raises(InvalidRequest, match="no SHA-256 fingerprint"):
        fingerprint(typed)


def test_a_fingerprint_may_be_pasted_as_openssl_prints_it(certificates: Certificates) -> None:
    own = certificates("nas")
    assert fingerprint(own.as_openssl_prints_it) == own.fingerprint
    assert fingerprint(in_pairs(own.fingerprint)) == own.fingerprint
