"""What the app wrote anywhere in a session holds no token, password, header or ticket."""

from __future__ import annotations

import faulthandler
import logging
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.core.tokens import Tokens
from kuroibara_desktop.secrets import Tickets
from kuroibara_desktop.ui.trouble import report
from tests.e2e.steps import give_address, give_password, to_backups
from tests.integration.desktop.test_invitation import invitation
from tests.integration.server.test_ways import GATE, gated
from tests.support.faulty import Fault

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

PASSPHRASE = "black rose, white thorn"
PROXY_WORD = "a-word-for-the-proxy"
TICKET = "ticket-of-a-restore-0123456789"


@pytest.mark.slow
def test_nothing_that_was_written_holds_a_secret(
    engine: RunningEngine,
    nginx: Nginx,
    faulty: Callable[[str], FaultyProxy],
    forwarding: Callable[..., Forwarding],
    open_window: OpenWindow,
    pilot: Pilot,
    home: Home,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    engine.create("daily", include_storage=False)
    broken, proxy = faulty(engine.url), forwarding("anna", PROXY_WORD)
    address, admin, user = gated(nginx, broken.url), engine.admin, engine.with_totp
    window = open_window()
    step = window.doors.faces.welcome.signing.address
    give_address(pilot, address)
    pilot.click("Advanced")
    step.headers.setPlainText(f"X-Gate: {GATE}")
    pilot.fill("Proxy", proxy.url)
    pilot.key(Qt.Key.Key_Return)
    # Wrong ones, right ones, an answer that is lost.
    wrong, right = "not-the-password", admin.password
    give_password(pilot, admin.username, wrong)
    pilot.click("Seal it with a passphrase")
    pilot.fill("Passphrase", PASSPHRASE)
    pilot.fill("The same once more", PASSPHRASE)
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the refusal", lambda: pilot.reads("does not know this user name"))
    give_password(pilot, user.username, user.password)
    pilot.fill("Code", code := user.totp() or "")
    pilot.click("Back")
    broken.misbehave(Fault(only="/auth/login", times=1, cut_after=10))
    give_password(pilot, admin.username, right)
    pilot.wait("the loss", lambda: pilot.can_press("Details"))
    give_password(pilot, admin.username, right)
    pilot.fill("Archive folder", str(tmp_path / "archive"))
    pilot.click("Use this folder")
    pilot.click("Save and copy now")
    to_backups(pilot)
    pilot.wait("a copy", lambda: bool(list((tmp_path / "archive").glob("*/*.tar.gz"))), patience=60)
    desk = window.doors.desk
    Tickets(desk.store()).keep("a-restore", TICKET)
    kept = desk.store().load(address)
    assert isinstance(kept, Tokens)
    assert kept.device is not None
    broken.refuse()
    window.doors.looks.refresh()
    pilot.wait("the loss", lambda: bool(window.doors.page.told()))
    told = report(BackupError(f"{admin.username} {proxy.url} {kept.device.token}"))
    window.close()
    broken.listen()
    open_window()
    pilot.fill("Passphrase", PASSPHRASE)
    pilot.key(Qt.Key.Key_Return)
    to_backups(pilot)
    with (tmp_path / "crash").open("w") as crash:
        faulthandler.dump_traceback(crash)

    secrets = {
        "password": right,
        "wrong password": wrong,
        "other password": user.password,
        "passphrase": PASSPHRASE,
        "header": GATE,
        "password of the proxy": PROXY_WORD,
        "access": kept.access,
        "refresh": kept.refresh or "?",
        "device": kept.device.token,
        "ticket": TICKET,
    }
    assert code  # six digits are found anywhere by chance, so they are not looked for
    out, err = capfd.readouterr()
    written = {"what it logged": caplog.text.encode(), "a report": told.encode()}
    written |= {"the terminal": (out + err).encode()}
    for file in tmp_path.rglob("*"):
        if file.is_file() and "nginx" not in file.parts:
            written[str(file.relative_to(tmp_path))] = file.read_bytes()
    assert any(name.endswith("sign-in.sealed") for name in written)
    assert any(name.endswith("journal.sqlite3") for name in written)
    found = [
        f"{what} in {where}"
        for what, secret in secrets.items()
        for where, data in written.items()
        if secret.encode() in data
    ]
    assert found == []


@pytest.mark.slow
@pytest.mark.usefixtures("session_bus")
def test_an_invitation_is_written_nowhere(
    shared_engine: RunningEngine,
    open_window: OpenWindow,
    pilot: Pilot,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    code = invitation(shared_engine)
    open_window()
    give_address(pilot, shared_engine.url)
    pilot.click("I have an invitation")
    pilot.fill("Code of the invitation", code)
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the next step", lambda: pilot.reads("Where should copies go?"))
    for form in (code, code.replace("-", ""), code.lower()):
        assert form not in caplog.text
        for file in (*tmp_path.rglob("config/*"), *tmp_path.rglob("data/**/*")):
            assert not file.is_file() or form.encode() not in file.read_bytes()
