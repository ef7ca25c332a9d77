"""The first run, and everything that can go wrong in it, said in the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.e2e.steps import choose_folder, give_address, give_password
from tests.support.faulty import CAPTIVE_PORTAL, PLAIN_500, Fault, FaultyProxy, free_port
from tests.support.keyring_session import KeyringSessions, KeyringState

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine
    from tests.support.faulty import Answer
    from tests.support.nginx import Nginx
    from tests.support.plain_kuroibara import PlainKuroibara


@pytest.mark.usefixtures("session_bus")
def test_a_wrong_password_is_said_and_can_be_typed_again(
    shared_engine: RunningEngine, open_window: OpenWindow, pilot: Pilot
) -> None:
    open_window()
    give_address(pilot, shared_engine.url)
    give_password(pilot, shared_engine.admin.username, "not the password")
    pilot.wait("the refusal", lambda: pilot.reads("does not know this user name and password"))
    assert pilot.reads("capital letters matter")
    pilot.fill("Password", shared_engine.admin.password)
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the next step", lambda: pilot.reads("Where should copies go?"))


@pytest.mark.slow
@pytest.mark.usefixtures("session_bus")
def test_a_code_is_asked_for_only_when_the_server_wants_one(
    shared_engine: RunningEngine, open_window: OpenWindow, pilot: Pilot
) -> None:
    user = shared_engine.with_totp
    open_window()
    give_address(pilot, shared_engine.url)
    give_password(pilot, user.username, user.password)
    pilot.wait("the code step", lambda: pilot.reads("six digits"))
    right = user.totp() or ""
    pilot.type_text("000000" if right != "000000" else "111111")
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the refusal", lambda: pilot.reads("did not accept this code"))
    pilot.fill("Code", user.totp() or "")
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the next step", lambda: pilot.reads("Where should copies go?"))


@pytest.mark.usefixtures("session_bus")
def test_nothing_but_digits_can_be_typed_as_code(
    shared_engine: RunningEngine, open_window: OpenWindow, pilot: Pilot
) -> None:
    user = shared_engine.with_totp
    open_window()
    give_address(pilot, shared_engine.url)
    give_password(pilot, user.username, user.password)
    pilot.wait("the code step", lambda: pilot.reads("six digits"))
    pilot.type_text("12ab34")
    assert not pilot.can_press("Sign in")
    pilot.type_text("56")
    assert pilot.can_press("Sign in")


def test_a_server_that_is_down_is_said(open_window: OpenWindow, pilot: Pilot) -> None:
    open_window()
    give_address(pilot, f"http://127.0.0.1:{free_port()}")
    pilot.wait("the sentence", lambda: pilot.reads("Nothing answers at 127.0.0.1"))
    assert pilot.reads("Check that the server is running")


def test_what_is_no_address_is_said(open_window: OpenWindow, pilot: Pilot) -> None:
    open_window()
    give_address(pilot, "http://two words")
    pilot.wait("the sentence", lambda: pilot.reads("is not the address of a server"))


@pytest.mark.parametrize(
    ("answer", "words"),
    [(CAPTIVE_PORTAL, "web page"), (PLAIN_500, "Internal Server Error")],
    ids=["a web page", "a plain 500"],
)
def test_something_else_at_the_address_is_said(
    answer: Answer,
    words: str,
    shared_engine: RunningEngine,
    faulty: Callable[[str], FaultyProxy],
    open_window: OpenWindow,
    pilot: Pilot,
) -> None:
    proxy = faulty(shared_engine.url)
    proxy.misbehave(Fault(answer=answer))
    open_window()
    give_address(pilot, proxy.url)
    pilot.wait("the sentence", lambda: pilot.reads(words))
    proxy.misbehave()
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the sign-in", lambda: pilot.reads("backup engine"))


def test_details_of_an_error_are_one_press_away(open_window: OpenWindow, pilot: Pilot) -> None:
    open_window()
    give_address(pilot, f"http://127.0.0.1:{free_port()}")
    pilot.click("Details")
    pilot.wait("the dialog", lambda: pilot.reads("The server cannot be reached"))
    pilot.click("Copy report")
    pilot.click("Close")


@pytest.mark.filterwarnings(  # secretstorage leaves the bus open when a keyring stays locked
    "ignore::pytest.PytestUnraisableExceptionWarning"
)
@pytest.mark.parametrize(
    ("state", "words"),
    [
        (KeyringState.NO_BUS, "No keyring answers"),
        (KeyringState.LOCKED, "keyring is locked"),
    ],
)
def test_without_a_keyring_the_user_decides_about_this_session(
    state: KeyringState,
    words: str,
    shared_engine: RunningEngine,
    keyring_sessions: KeyringSessions,
    monkeypatch: pytest.MonkeyPatch,
    open_window: OpenWindow,
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    bus = keyring_sessions(state).get("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    window = open_window()
    give_address(pilot, shared_engine.url)
    give_password(pilot, shared_engine.admin.username, shared_engine.admin.password)
    pilot.wait("the question", lambda: pilot.reads("Your sign-in cannot be kept"))
    assert pilot.reads(words)
    pilot.click("This session only")
    choose_folder(pilot, tmp_path / "archive")
    pilot.wait("it is said", lambda: "this session only" in window.sidebar.server.words())


@pytest.mark.usefixtures("session_bus")
def test_a_plain_kuroibara_is_said_plainly(
    plain_kuroibara: PlainKuroibara, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    open_window()
    give_address(pilot, plain_kuroibara.url)
    pilot.wait("the note", lambda: pilot.reads("Kuroibara without the backup engine"))
    give_password(pilot, "anna", "anna-password")
    choose_folder(pilot, tmp_path / "archive")
    pilot.wait("the note", lambda: pilot.reads("runs without the backup engine"))
    assert pilot.reads("checked in full on this computer")


@pytest.mark.usefixtures("session_bus")
def test_a_folder_that_cannot_hold_the_archive_is_refused(
    shared_engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    open_window()
    give_address(pilot, shared_engine.url)
    give_password(pilot, shared_engine.admin.username, shared_engine.admin.password)
    pilot.fill("Archive folder", str(tmp_path / "not" / "there"))
    pilot.wait("the objection", lambda: pilot.reads("is not there"))
    assert not pilot.can_press("Use this folder")
    pilot.fill("Archive folder", str(tmp_path / "archive"))
    pilot.wait("it is allowed", lambda: pilot.can_press("Use this folder"))


def test_whatever_is_typed_as_an_address_is_answered_in_a_sentence(
    open_window: OpenWindow, pilot: Pilot, nginx: Nginx, tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<h1>A photo album</h1>")
    album = nginx.serving(tmp_path / "site")
    window = open_window()
    pilot.click("I have a server")
    field = window.doors.faces.welcome.signing.address.address
    assert not pilot.can_press("Continue")
    for typed, words in (
        ("ftp://manga.example.net", "is not the address of a server"),
        ("http://anna:secret@manga.example.net", "holds a user name or password"),
        ("x" * 20_000, "is not the address of a server"),
        ("http://[::1", "is not the address of a server"),
        ("javascript:alert(1)", "is not the address of a server"),
        (album, "no Kuroibara server answers there"),
        (f"{album}/index.html", "no Kuroibara server answers there"),
    ):
        field.setText(typed)
        pilot.click("Continue")
        pilot.wait(words, partial(pilot.reads, words))
        pilot.wait("it can be typed again", lambda: pilot.can_press("Continue"))
        assert pilot.can_press("Details")
    field.setText("   ")
    assert not pilot.can_press("Continue")
