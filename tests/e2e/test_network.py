"""Under *Advanced*: a proxy and the headers of a gateway, typed once and kept with the secrets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.e2e.steps import choose_folder, give_address, give_password, to_backups
from tests.integration.server.test_ways import GATE, gated

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine
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
