"""A friend who is no administrator: an invitation in the window, and how to ask for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kuroibara_desktop import profile as profiles
from tests.e2e.steps import (
    WHERE,
    choose_folder,
    give_address,
    give_password,
    to_backups,
    wait_for_rows,
)
from tests.integration.desktop.test_invitation import invitation

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine
    from tests.support.plain_kuroibara import PlainKuroibara

pytestmark = pytest.mark.usefixtures("session_bus")


def test_a_friend_hands_in_an_invitation_and_copies(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, home: Home, tmp_path: Path
) -> None:
    engine.create("for the friend", include_storage=False)
    code = invitation(engine)
    window = open_window()
    give_address(pilot, engine.url)
    pilot.click("I have an invitation")
    pilot.fill("Code of the invitation", f"  {code.lower().replace('-', ' ')}. ")
    pilot.key(Qt.Key.Key_Return)
    pilot.fill("Archive folder", str(tmp_path / "archive"))
    pilot.click("Use this folder")
    pilot.click("Save and copy now")
    to_backups(pilot)
    pilot.wait("it is said", lambda: "by invitation" in window.sidebar.server.words())
    wait_for_rows(pilot)
    pilot.wait("the copy", lambda: pilot.rows("Backups")[0][WHERE] == "Both")
    window.doors.refresh()
    pilot.wait("the end of another look", lambda: window.tasks.busy == 0)
    assert QApplication.activeModalWidget() is None  # a full backup is not asked for in vain
    assert not window.works.any
    assert profiles.load(home).server is not None
    assert code not in (home.profile_file).read_text()
    window.close()
    open_window()  # the next start asks nothing
    to_backups(pilot)


@pytest.mark.slow
def test_a_code_that_is_none_is_said_and_can_be_typed_again(
    shared_engine: RunningEngine, open_window: OpenWindow, pilot: Pilot
) -> None:
    window = open_window()
    give_address(pilot, shared_engine.url)
    pilot.click("I have an invitation")
    pilot.wait("the step", lambda: pilot.reads("Hand in an invitation"))
    field = window.doors.faces.welcome.signing.invitation.code
    for typed in ("", "ABCD", "ABCD-EFGH-JKM", "日本語", "- - - -"):
        field.setText(typed)
        assert not pilot.can_press("Hand in")
    field.setText("x" * 10_000)
    assert pilot.reads("this is longer")
    assert not pilot.can_press("Hand in")
    field.setText("ABCD\nEFGH\nJKMN\n")
    pilot.click("Hand in")
    pilot.wait("the refusal", lambda: pilot.reads("used before"))
    assert pilot.can_press("Hand in")
    pilot.click("Back")
    pilot.wait("the sign-in", lambda: pilot.reads("With your Kuroibara user name"))


def test_who_may_not_back_up_is_told_whom_to_ask_and_what_to_write(
    shared_engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, home: Home, tmp_path: Path
) -> None:
    reader = shared_engine.reader
    open_window()
    give_address(pilot, shared_engine.url)
    give_password(pilot, reader.username, reader.password)
    pilot.wait("the step", lambda: pilot.reads("You need an invitation"))
    assert pilot.reads(f"{reader.username} may sign in at 127.0.0.1")
    assert pilot.reads("Ask an administrator for an invitation")
    pilot.click("Copy the message")
    message = QApplication.clipboard().text()
    assert f"kuroibara-backup admin grant {reader.username}" in message
    assert reader.password not in message
    assert profiles.load(home).server is None  # nothing is kept of an account of no use
    pilot.click("I have an invitation")
    pilot.fill("Code of the invitation", invitation(shared_engine))
    pilot.key(Qt.Key.Key_Return)
    choose_folder(pilot, tmp_path / "archive")


@pytest.mark.slow
def test_a_plain_kuroibara_offers_no_invitation(
    plain_kuroibara: PlainKuroibara, open_window: OpenWindow, pilot: Pilot
) -> None:
    open_window()
    give_address(pilot, plain_kuroibara.url)
    pilot.wait("the sign-in", lambda: pilot.reads("Kuroibara without the backup engine"))
    assert not pilot.can_press("I have an invitation")


@pytest.mark.slow
def test_an_account_with_a_code_gets_a_token_of_this_computers_own(
    shared_engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, home: Home
) -> None:
    user = shared_engine.with_totp
    window = open_window()
    give_address(pilot, shared_engine.url)
    give_password(pilot, user.username, user.password)
    pilot.fill("Code", user.totp() or "")
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the next step", lambda: pilot.reads("Where should copies go?"))
    kept = window.doors.desk.store().load(shared_engine.url)
    assert kept is not None
    assert kept.device is not None
    assert kept.device_asked_at is None
