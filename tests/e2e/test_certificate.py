"""The window asks once for a certificate that nobody vouches for, and stops at another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop import profile as profiles
from kuroibara_desktop.core.errors import CertificateChanged
from kuroibara_desktop.server.tls import in_pairs
from kuroibara_desktop.ui.desk import Desk
from tests.e2e.steps import give_address, give_password

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine
    from tests.support.tls import OwnCertificate, Tls


@pytest.mark.usefixtures("session_bus")
def test_own_certificate_is_shown_agreed_to_and_then_the_only_one(
    shared_engine: RunningEngine,
    tls: Tls,
    certificates: Callable[[str], OwnCertificate],
    open_window: OpenWindow,
    pilot: Pilot,
    home: Home,
) -> None:
    own, other = certificates("own"), certificates("other")
    server = tls(shared_engine.url, own)
    open_window()
    give_address(pilot, server.url)
    pilot.wait("the question", lambda: pilot.reads("No authority vouches"))
    assert pilot.reads(in_pairs(own.fingerprint)[:23])
    assert pilot.reads(in_pairs(own.fingerprint)[-23:])
    assert server.heard == b""
    pilot.click("Trust this certificate")
    give_password(pilot, shared_engine.admin.username, shared_engine.admin.password)
    pilot.wait("the next step", lambda: pilot.reads("Where should copies go?"))
    known = profiles.load(home).server
    assert known is not None
    assert known.pin == own.fingerprint

    after = tls.instead(server, shared_engine.url, other)
    desk = Desk(home)  # as the next start makes it
    with pytest.raises(CertificateChanged):
        desk.probe(server.url)
    with pytest.raises(CertificateChanged):
        list(desk.create(None, False, lambda: None))
    desk.close()
    assert after.heard == b""
