"""What goes wrong after the first run: each is a sentence in the window, and a way on."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.ui.backups.page import Shown
from kuroibara_desktop.ui.sidebar import Connection
from tests.e2e.steps import STATE, TABLE, WHERE, set_up, to_backups, wait_for_rows
from tests.support.faulty import CAPTIVE_PORTAL, UNAUTHORIZED, Fault, FaultyProxy

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.ui.window import MainWindow
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine

pytestmark = [pytest.mark.usefixtures("session_bus"), pytest.mark.slow]


@pytest.fixture
def window(
    engine: RunningEngine,
    proxy: FaultyProxy,
    open_window: OpenWindow,
    pilot: Pilot,
    tmp_path: Path,
) -> MainWindow:
    """Signed in through the proxy, with one full backup on the server."""
    engine.create("weekly")
    made = open_window()
    set_up(pilot, proxy.url, engine.admin.username, engine.admin.password, tmp_path / "archive")
    wait_for_rows(pilot)
    return made


def test_a_server_that_goes_away_is_said_and_comes_back(
    window: MainWindow, proxy: FaultyProxy, pilot: Pilot
) -> None:
    proxy.refuse()
    pilot.click("Refresh the list")
    pilot.wait("the sentence", lambda: pilot.reads("Nothing answers at"))
    pilot.wait("red", lambda: window.sidebar.server.state is Connection.UNREACHABLE)
    assert not pilot.can_press("Create backup")
    proxy.listen()
    pilot.click("Try again")
    pilot.wait("it is back", lambda: not pilot.reads("Nothing answers at"))
    pilot.wait("green", lambda: window.sidebar.server.state is Connection.CONNECTED)
    assert pilot.can_press("Create backup")


def test_a_list_that_is_not_known_is_not_said_to_be_empty(
    window: MainWindow, proxy: FaultyProxy, open_window: OpenWindow, pilot: Pilot
) -> None:
    window.leave()
    proxy.refuse()
    again = open_window()
    pilot.wait("the sentence", lambda: again.doors.page.shown() is Shown.UNKNOWN)
    assert not pilot.reads("No backups yet")
    proxy.listen()
    to_backups(pilot)
    again.doors.page.unknown.button.click()
    wait_for_rows(pilot)


def test_a_look_that_broke_does_not_go_on_connecting(window: MainWindow, pilot: Pilot) -> None:
    window.sidebar.server.say("here", "Connecting…", Connection.CONNECTING)
    window.doors.looks.failed.emit(BackupError("Something went wrong in the background."))
    assert window.sidebar.server.state is Connection.UNREACHABLE
    assert pilot.reads("Something went wrong in the background.")


def test_a_web_page_in_place_of_the_list_is_said(
    window: MainWindow, proxy: FaultyProxy, pilot: Pilot
) -> None:
    proxy.misbehave(Fault(only="/backup/list", answer=CAPTIVE_PORTAL))
    pilot.click("Refresh the list")
    pilot.wait("the sentence", lambda: pilot.reads("web page") or pilot.reads("HTML"))


def test_a_sign_in_that_ran_out_asks_for_a_new_one(
    window: MainWindow, engine: RunningEngine, proxy: FaultyProxy, pilot: Pilot
) -> None:
    proxy.misbehave(Fault(answer=UNAUTHORIZED))
    pilot.click("Refresh the list")
    pilot.wait("the sentence", lambda: pilot.reads("has run out or was withdrawn"))
    assert window.sidebar.server.state is Connection.SIGNED_OUT
    proxy.misbehave()
    pilot.click("Sign in")
    pilot.fill("Password", engine.admin.password)
    pilot.click("Sign in")
    wait_for_rows(pilot)


def test_a_copy_that_is_cancelled_leaves_no_archive(
    window: MainWindow, proxy: FaultyProxy, pilot: Pilot, tmp_path: Path
) -> None:
    proxy.misbehave(Fault(only="/backup/download", bytes_per_second=100_000))
    pilot.click("Copy offsite now")
    pilot.click("Cancel: Copying weekly")
    pilot.wait("the card is gone", lambda: not pilot.reads("Copying"))
    assert list((tmp_path / "archive").glob("*/*.tar.gz")) == []
    proxy.misbehave()
    pilot.click("Copy offsite now")
    pilot.wait("the copy", lambda: pilot.rows(TABLE)[0][WHERE] == "Both")


def test_an_archive_folder_that_is_gone_is_said_and_nothing_is_written_there(
    window: MainWindow, pilot: Pilot, tmp_path: Path
) -> None:
    shutil.rmtree(tmp_path / "archive")
    pilot.click("Refresh the list")
    pilot.wait("the sentence", lambda: pilot.reads("is not there"))
    assert pilot.reads("Connect the drive")
    pilot.click("Copy offsite now")
    pilot.wait("the dialog", lambda: pilot.reads("The archive folder is not there"))
    pilot.click("Close")
    assert not (tmp_path / "archive").exists()


def test_a_damaged_copy_is_named_and_can_be_copied_anew(
    window: MainWindow, pilot: Pilot, tmp_path: Path
) -> None:
    pilot.click("Copy offsite now")
    pilot.wait("the copy", lambda: pilot.rows(TABLE)[0][WHERE] == "Both")
    [copy] = (tmp_path / "archive").glob("*/*.tar.gz")
    with copy.open("r+b") as file:
        file.seek(200_000)
        byte = file.read(1)
        file.seek(200_000)
        file.write(bytes([byte[0] ^ 1]))
    pilot.click("Verify again")
    pilot.wait("the dialog", lambda: pilot.reads("The copy is damaged"))
    pilot.click("Close")
    pilot.wait("the row", lambda: pilot.rows(TABLE)[0][WHERE] == "Damaged here")
    assert "is damaged" in pilot.rows(TABLE)[0][STATE]
    pilot.click("Copy offsite now")
    pilot.wait("a good copy", lambda: pilot.rows(TABLE)[0][WHERE] == "Both")


def test_a_taken_name_is_said_in_the_dialog(window: MainWindow, pilot: Pilot) -> None:
    pilot.click("Create backup")
    pilot.fill("Name, if you like", "weekly")
    pilot.wait("the sentence", lambda: pilot.reads("There is a backup of this name already"))
    pilot.fill("Name, if you like", "CON")
    pilot.click("Create backup")
    pilot.wait("the refusal", lambda: pilot.reads("means a device on some systems"))
    pilot.fill("Name, if you like", "another")
    pilot.click("Create backup")
    wait_for_rows(pilot, 2)


def test_a_copy_that_was_interrupted_goes_on_after_a_restart(
    window: MainWindow,
    open_window: OpenWindow,
    proxy: FaultyProxy,
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    proxy.misbehave(Fault(only="/backup/download", bytes_per_second=100_000))
    pilot.click("Copy offsite now")
    parts = (tmp_path / "archive").glob
    pilot.wait("some bytes", lambda: any(p.stat().st_size for p in parts("*/*.part")))
    window.close()
    [part] = parts("*/*.part")
    received = part.stat().st_size
    proxy.misbehave()
    open_window()
    to_backups(pilot)
    pilot.wait("the copy", lambda: [row[WHERE] for row in pilot.rows(TABLE)] == ["Both"])
    assert not pilot.reads("is not complete")
    assert proxy.passed("/backup/download")[-1].range == f"bytes={received}-"


def test_a_sign_in_withdrawn_in_mid_copy_keeps_what_came(
    window: MainWindow, engine: RunningEngine, proxy: FaultyProxy, pilot: Pilot, tmp_path: Path
) -> None:
    proxy.misbehave(
        Fault(only="/backup/download", cut_after=100_000, times=1),
        Fault(answer=UNAUTHORIZED, then=True),
    )
    pilot.click("Copy offsite now")
    pilot.wait("the sentence", lambda: pilot.reads("sign-in has run out"))
    [part] = (tmp_path / "archive").glob("*/*.part")
    pilot.wait("what came", lambda: part.stat().st_size == 100_000)
    pilot.wait("the offer to sign in", lambda: pilot.can_press("Sign in"))
    proxy.misbehave()
    pilot.click("Sign in")
    pilot.fill("Password", engine.admin.password)
    pilot.click("Sign in")
    to_backups(pilot)
    pilot.wait("the copy", lambda: pilot.rows(TABLE)[0][WHERE] == "Both")


def test_what_is_here_is_shown_and_verified_while_the_server_is_away(
    window: MainWindow, open_window: OpenWindow, proxy: FaultyProxy, pilot: Pilot
) -> None:
    pilot.click("Copy offsite now")
    pilot.wait("the copy", lambda: pilot.rows(TABLE)[0][WHERE] == "Both")
    window.close()
    proxy.refuse()
    open_window()
    wait_for_rows(pilot)
    pilot.wait("the row", lambda: pilot.rows(TABLE)[0][WHERE] == "Here only")
    pilot.wait("the sentence", lambda: pilot.reads("Nothing answers at"))
    pilot.click("Verify again")
    pilot.wait("the proof", lambda: pilot.reads("is whole"))


def test_signing_out_needs_the_password_again(
    window: MainWindow, open_window: OpenWindow, engine: RunningEngine, pilot: Pilot
) -> None:
    pilot.click_first("Server ")
    pilot.click_menu("Sign out")
    pilot.wait("the sign-in", lambda: pilot.reads("Sign in"))
    window.close()
    open_window()
    pilot.fill("Password", engine.admin.password)
    pilot.click("Sign in")
    wait_for_rows(pilot)
