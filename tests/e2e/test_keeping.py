"""Where no keyring answers the user chooses, is told what it is, and it holds from then on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kuroibara_desktop import profile as profiles
from kuroibara_desktop.cli import run
from kuroibara_desktop.profile import Keep
from tests.e2e.steps import choose_folder, give_address, give_password, to_backups
from tests.support.keyring_session import KeyringSessions, KeyringState

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine
    from tests.support.plain_kuroibara import PlainKuroibara

PASSPHRASE = "black rose, white thorn"


@pytest.fixture
def no_keyring(keyring_sessions: KeyringSessions, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring_sessions(KeyringState.NO_BUS)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")


def seal(pilot: Pilot, passphrase: str = PASSPHRASE) -> None:
    pilot.click("Seal it with a passphrase")
    pilot.fill("Passphrase", passphrase)
    pilot.fill("The same once more", passphrase)
    pilot.key(Qt.Key.Key_Return)


@pytest.mark.slow
@pytest.mark.usefixtures("no_keyring")
def test_a_passphrase_seals_the_sign_in_and_is_asked_for_at_the_next_start(
    shared_engine: RunningEngine,
    open_window: OpenWindow,
    pilot: Pilot,
    home: Home,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    admin = shared_engine.admin
    window = open_window()
    give_address(pilot, shared_engine.url)
    give_password(pilot, admin.username, admin.password)
    pilot.wait("the choice", lambda: pilot.reads("Your sign-in cannot be kept"))
    pilot.click("Seal it with a passphrase")
    pilot.fill("Passphrase", "short")
    pilot.wait("what is wrong", lambda: pilot.reads("At least 8 letters"))
    pilot.fill("Passphrase", PASSPHRASE)
    pilot.fill("The same once more", PASSPHRASE[:-1] + "x")
    pilot.wait("what is wrong", lambda: pilot.reads("The two are not the same"))
    assert not pilot.can_press("Seal and go on")
    pilot.fill("The same once more", PASSPHRASE)
    pilot.key(Qt.Key.Key_Return)
    choose_folder(pilot, tmp_path / "archive")
    pilot.wait("it is said", lambda: "sealed with a passphrase" in window.sidebar.server.words())
    assert profiles.load(home).keep is Keep.SEALED
    sealed = home.sealed_file.read_bytes()
    assert b"kbd_" not in sealed
    assert b"access_token" not in sealed
    assert home.sealed_file.stat().st_mode & 0o077 == 0
    window.close()

    window = open_window()
    pilot.wait("the question", lambda: pilot.reads("Open your sign-in"))
    pilot.fill("Passphrase", "not the passphrase")
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the refusal", lambda: pilot.reads("does not open"))
    pilot.click("Back")  # not now: what is here needs no passphrase
    pilot.wait("the Home page", lambda: pilot.reads("where it is kept is locked"))
    pilot.wait("it is said", lambda: "Sign-in not opened" in window.sidebar.server.words())
    pilot.click_first("Open it…")
    pilot.fill("Passphrase", PASSPHRASE)
    pilot.key(Qt.Key.Key_Return)
    to_backups(pilot)
    pilot.wait("it is said", lambda: "Connected as" in window.sidebar.server.words())
    window.close()

    # The command honours it, too.
    monkeypatch.setenv("KUROIBARA_DESKTOP_HOME", str(tmp_path))
    monkeypatch.delenv("KUROIBARA_PASSPHRASE", raising=False)
    assert run(["list", "--json"]) != 0
    assert "KUROIBARA_PASSPHRASE" in json.loads(capsys.readouterr().out)["error"]["remedy"]
    monkeypatch.setenv("KUROIBARA_PASSPHRASE", PASSPHRASE)
    assert run(["list", "--json"]) == 0


@pytest.mark.slow
@pytest.mark.usefixtures("no_keyring")
def test_who_forgot_the_passphrase_signs_in_anew(
    shared_engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, home: Home, tmp_path: Path
) -> None:
    admin = shared_engine.admin
    window = open_window()
    give_address(pilot, shared_engine.url)
    give_password(pilot, admin.username, admin.password)
    seal(pilot)
    choose_folder(pilot, tmp_path / "archive")
    window.close()
    open_window()
    pilot.wait("the question", lambda: pilot.reads("Open your sign-in"))
    pilot.click("Sign in anew")
    pilot.wait("the sign-in", lambda: pilot.reads("With your Kuroibara user name"))
    assert not home.sealed_file.exists()
    pilot.fill("Password", admin.password)
    pilot.key(Qt.Key.Key_Return)
    seal(pilot, "another passphrase")
    to_backups(pilot)
    assert home.sealed_file.exists()


@pytest.mark.slow
@pytest.mark.filterwarnings(  # secretstorage leaves the bus open when a keyring stays locked
    "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_a_keyring_that_answers_in_the_end_is_used(
    shared_engine: RunningEngine,
    keyring_sessions: KeyringSessions,
    keyring_env: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    open_window: OpenWindow,
    pilot: Pilot,
    home: Home,
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    open_window()
    give_address(pilot, shared_engine.url)
    give_password(pilot, shared_engine.admin.username, shared_engine.admin.password)
    pilot.wait("the choice", lambda: pilot.reads("Your sign-in cannot be kept"))
    pilot.click("Try the keyring again")
    pilot.wait("the choice", lambda: pilot.reads("No keyring answers"))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", keyring_env["DBUS_SESSION_BUS_ADDRESS"])
    pilot.click("Try the keyring again")
    pilot.wait("the next step", lambda: pilot.reads("Where should copies go?"))
    assert profiles.load(home).keep is Keep.KEYRING


@pytest.mark.slow
@pytest.mark.usefixtures("session_bus")
def test_staying_signed_in_is_offered_where_the_server_forgets_one_after_a_week(
    plain_kuroibara: PlainKuroibara, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    window = open_window()
    give_address(pilot, plain_kuroibara.url)
    pilot.wait("the sign-in", lambda: pilot.reads("ends when the app was not used for seven days"))
    step = window.doors.faces.welcome.signing.sign_in
    assert not step.stay.isChecked()  # only if it is wished for
    pilot.click("Stay signed in")
    give_password(pilot, "anna", "anna-password")
    choose_folder(pilot, tmp_path / "archive")
    window.close()
    plain_kuroibara.accounts.key += "-a-week-later"
    window = open_window()
    to_backups(pilot)
    pilot.wait("it is said", lambda: "Connected as anna" in window.sidebar.server.words())


@pytest.mark.slow
@pytest.mark.usefixtures("session_bus")
def test_with_a_code_one_is_told_that_the_sign_in_ends(
    plain_kuroibara: PlainKuroibara, open_window: OpenWindow, pilot: Pilot
) -> None:
    plain_kuroibara.add_user(
        "otto", "otto-password", totp_secret="JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    )
    open_window()
    give_address(pilot, plain_kuroibara.url)
    pilot.click("Stay signed in")
    give_password(pilot, "otto", "otto-password")
    pilot.wait("the code", lambda: pilot.reads("You are reminded the day before"))


@pytest.mark.slow
def test_a_keyring_that_is_late_is_no_sign_out_and_nobody_is_asked(
    shared_engine: RunningEngine,
    session_bus: dict[str, str],
    open_window: OpenWindow,
    pilot: Pilot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window()
    give_address(pilot, shared_engine.url)
    give_password(pilot, shared_engine.admin.username, shared_engine.admin.password)
    choose_folder(pilot, tmp_path / "archive")
    window.close()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    window = open_window()  # at log-in, before the keyring
    pilot.wait("the Home page", lambda: pilot.reads("where it is kept is locked"))
    pilot.click_first("Open it…")
    pilot.wait("the choice", lambda: pilot.reads("Your sign-in cannot be kept"))
    pilot.click("Try the keyring again")
    pilot.wait("the choice", lambda: pilot.reads("No keyring answers"))
    pilot.click("Back")
    pilot.wait("the Home page", lambda: pilot.reads("where it is kept is locked"))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session_bus["DBUS_SESSION_BUS_ADDRESS"])
    pilot.key(Qt.Key.Key_F5)
    pilot.wait("it is said", lambda: "Connected as" in window.sidebar.server.words())
    assert not pilot.reads("where it is kept is locked")
