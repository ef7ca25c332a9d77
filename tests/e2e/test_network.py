"""The way to the server: a proxy, the headers of a gateway, and one that is not encrypted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kuroibara_desktop import profile as profiles
from kuroibara_desktop.demo.pilot import rest
from tests.e2e.steps import choose_folder, give_address, give_password, to_backups
from tests.integration.server.test_ways import GATE, gated

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine
    from tests.support.faulty import FaultyProxy
    from tests.support.forwarding import Forwarding
    from tests.support.nginx import Nginx


@pytest.mark.usefixtures("session_bus")
def test_a_gateway_and_a_proxy_are_passed_and_the_next_start_knows_them(
    shared_engine: RunningEngine,
    nginx: Nginx,
    forwarding: Callable[..., Forwarding],
    open_window: OpenWindow,
    pilot: Pilot,
    home: Home,
    tmp_path: Path,
) -> None:
    proxy, address = forwarding("anna", "proxy-word"), gated(nginx, shared_engine.url)
    window = open_window()
    give_address(pilot, address)
    pilot.wait("the gateway", lambda: pilot.reads("A gateway before 127.0.0.1"))
    step = window.doors.faces.welcome.signing.address
    pilot.click("Advanced")
    for typed, words in (
        ("no header", "Line 1 is not a header"),
        ("Authorization: mine", "cannot be set"),
        ("X-Gate: " + "x" * 9000, "no header can"),
    ):
        step.headers.setPlainText(typed)
        pilot.click("Continue")
        pilot.wait(words, partial(pilot.reads, words))
    step.headers.setPlainText(f"X-Gate: {GATE}\n")
    pilot.fill("Proxy", "socks5://127.0.0.1:1080")
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the refusal", lambda: pilot.reads("socks5:// cannot be used"))
    pilot.fill("Proxy", "127.0.0.1:1")
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the hop", lambda: pilot.reads("Nothing answers at the proxy 127.0.0.1:1"))
    pilot.fill("Proxy", proxy.url)
    pilot.key(Qt.Key.Key_Return)
    give_password(pilot, shared_engine.admin.username, shared_engine.admin.password)
    choose_folder(pilot, tmp_path / "archive")
    pilot.wait("a list", lambda: pilot.can_press("Create backup"))
    assert step.headers.toPlainText() == ""
    window.close()
    before = len(proxy.seen)
    open_window()
    to_backups(pilot)
    pilot.wait("a look through the proxy", lambda: len(proxy.seen) > before)
    kept = home.profile_file.read_text()
    assert GATE not in kept
    assert "proxy-word" not in kept


@pytest.mark.usefixtures("session_bus")
def test_without_encryption_one_is_asked_before_a_password_can_be_typed(
    shared_engine: RunningEngine,
    faulty: Callable[[str], FaultyProxy],
    open_window: OpenWindow,
    pilot: Pilot,
    home: Home,
) -> None:
    door = faulty(shared_engine.url)
    # It leads to this computer as well, but is no address that only this computer has.
    unsafe = door.url.replace("127.0.0.1", "0.0.0.0")
    window = open_window()
    give_address(pilot, unsafe)
    pilot.wait("the question", lambda: pilot.reads("The connection is not encrypted: anyone on"))
    assert pilot.can_press("Continue without encryption")
    assert not pilot.reads("With your Kuroibara user name and password.")

    # What was agreed to is this address, and none that is typed in its place.
    pilot.fill("Server address", f"{door.url}/elsewhere")
    assert pilot.can_press("Continue")
    assert not pilot.can_press("Continue without encryption")
    pilot.fill("Server address", shared_engine.url)
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the safe one", lambda: pilot.reads("With your Kuroibara user name and password."))
    pilot.click("Back")
    pilot.fill("Server address", unsafe)
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the question", lambda: pilot.can_press("Continue without encryption"))

    pilot.key(Qt.Key.Key_Return)  # as from habit
    rest(100)
    assert pilot.can_press("Continue without encryption")
    pilot.key(Qt.Key.Key_Space)
    pilot.wait("the host", lambda: pilot.reads(unsafe.removeprefix("http://")))
    give_password(pilot, shared_engine.admin.username, shared_engine.admin.password)
    pilot.wait("the next step", lambda: pilot.reads("Where should copies go?"))
    known = profiles.load(home).server
    assert known is not None
    assert known.address.startswith(unsafe)
    window.close()

    # Once is enough.
    open_window()
    pilot.wait("the next start", lambda: pilot.reads("Where should copies go?"))
    assert not pilot.reads("The connection is not encrypted")
