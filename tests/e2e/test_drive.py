"""A new laptop with an empty home, the drive, and no server: list, verify, and go on from there."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from kuroibara_desktop import profile as profiles
from tests.e2e.steps import WHERE, give_address, give_password, to_backups, wait_for_rows
from tests.support.copies import put_copy, vault_at
from tests.unit.ui.samples import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    """A drive whose archive another computer filled."""
    place = tmp_path / "media" / "Elements"
    place.mkdir(parents=True)
    vault = vault_at(place / "Kuroibara Backups", tmp_path / "the old laptop")
    put_copy(vault, "weekly", NOW - timedelta(days=15))
    put_copy(vault, "daily", NOW - timedelta(days=14), full=False)
    (place / "photos").mkdir()
    return place


def choose_drive(pilot: Pilot, folder: Path) -> None:
    pilot.click("I have backups on a drive")
    pilot.fill("Folder with backups", str(folder))


def test_a_new_laptop_with_the_drive_and_no_server(
    drive: Path,
    open_window: OpenWindow,
    pilot: Pilot,
    home: Home,
    shared_engine: RunningEngine,
    session_bus: dict[str, str],
) -> None:
    window = open_window()
    choose_drive(pilot, drive)
    pilot.wait("what lies there", lambda: pilot.reads("2 copies of home"))
    assert pilot.reads(str(drive / "Kuroibara Backups"))
    pilot.click("Open these backups")
    pilot.wait("the answer", lambda: pilot.reads("Your copies are here"))
    assert pilot.reads("The newest verified full copy on “")
    assert pilot.can_press("Add a server…")
    assert not pilot.can_press("Copy offsite now")
    assert not pilot.can_press("Look again")
    assert window.doors.home.page.notices.buttons() == []  # nothing is wrong, so nothing is listed
    assert window.sidebar.server.accessibleName().startswith("Server No server: Copies on")

    rows = wait_for_rows(pilot, 2)
    assert {row[WHERE] for row in rows} == {"Here only"}
    assert not pilot.can_press("Create backup")
    assert window.doors.page.told() == ()
    pilot.click_row("Backups", 0)
    pilot.click("Verify again")
    pilot.wait("the proof", lambda: pilot.reads("is whole: every byte was read again"))

    pilot.click_first("Server ")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    shown = [action.text() for action in menu.actions() if action.isVisible()]
    assert "Add a server…" in shown
    assert "Sign out" not in shown
    pilot.key(Qt.Key.Key_Escape)

    window.close()
    open_window()  # the next start asks nothing
    pilot.wait("the answer", lambda: pilot.reads("Your copies are here"))
    pilot.click("Add a server…")
    pilot.wait("the address", lambda: pilot.reads("Where is your library?"))
    pilot.click("Back")
    pilot.wait("the answer", lambda: pilot.reads("Your copies are here"))

    # A server that comes later takes nothing away.
    pilot.click("Add a server…")
    pilot.fill("Server address", shared_engine.url)
    pilot.key(Qt.Key.Key_Return)
    give_password(pilot, shared_engine.admin.username, shared_engine.admin.password)
    pilot.click("Only save")
    to_backups(pilot)
    pilot.wait("both sides", lambda: pilot.can_press("Create backup"))
    names = {row[0] for row in pilot.rows("Backups")}
    assert {"weekly", "daily"} <= names
    assert profiles.load(home).archive == drive / "Kuroibara Backups"


@pytest.mark.slow
def test_by_keys_alone_and_with_the_marker_lost(
    drive: Path, open_window: OpenWindow, pilot: Pilot, home: Home
) -> None:
    archive = drive / "Kuroibara Backups"
    (archive / "kuroibara-archive.json").unlink()
    open_window()
    pilot.wait("the question", lambda: pilot.reads("What do you have?"))
    pilot.key(Qt.Key.Key_Tab)
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the folder", lambda: pilot.reads("Where are your backups?"))
    pilot.type_text(str(archive))
    pilot.wait("what lies there", lambda: pilot.reads("The marker of the archive was lost"))
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the answer", lambda: pilot.reads("Your copies are here"))
    assert (archive / "kuroibara-archive.json").is_file()
    assert profiles.load(home).archive == archive
    assert len(wait_for_rows(pilot, 2)) == 2


@pytest.mark.slow
def test_what_holds_no_backups_is_said_and_can_be_typed_again(
    drive: Path, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a file").write_bytes(b"no folder")
    loose = tmp_path / "loose"
    loose.mkdir()
    (loose / "weekly.tar.gz").write_bytes(b"a backup, perhaps")
    window = open_window()
    choose_drive(pilot, tmp_path / "empty")
    for typed, words in (
        (str(tmp_path / "empty"), "no backups in this folder"),
        (str(tmp_path / "a file"), "cannot be looked into"),
        (str(tmp_path / "not there"), "there is no such folder"),
        (str(loose), "backup files in this folder"),
        ("/" + "x" * 5000, "cannot be looked into"),
        ("/proc", "no backups in this folder"),
        ("~nobody-at-all/backups", "there is no such folder"),
        ("https://manga.example.net", "there is no such folder"),
    ):
        field = window.doors.faces.welcome.placing.drive.folder
        field.setText(typed)
        pilot.wait(words, partial(pilot.reads, words))
        assert not pilot.can_press("Open these backups")
        pilot.key(Qt.Key.Key_Return)
    field.setText(f"{drive}\n")  # pasted with the line's end
    pilot.wait("what lies there", lambda: pilot.reads("2 copies of home"))
    field.clear()
    assert not pilot.can_press("Open these backups")
    pilot.click("Back")
    pilot.wait("the question", lambda: pilot.reads("What do you have?"))


@pytest.mark.slow
def test_a_drive_pulled_out_before_it_was_opened_is_said(
    drive: Path, open_window: OpenWindow, pilot: Pilot, home: Home
) -> None:
    open_window()
    choose_drive(pilot, drive)
    pilot.wait("what lies there", lambda: pilot.reads("2 copies of home"))
    drive.rename(drive.with_name("away"))
    pilot.click("Open these backups")
    pilot.wait("the sentence", lambda: pilot.reads("is not there"))
    assert profiles.load(home).archive is None
    drive.with_name("away").rename(drive)
    pilot.click("Open these backups")
    pilot.wait("the answer", lambda: pilot.reads("Your copies are here"))


@pytest.mark.slow
def test_the_app_without_a_server_says_when_the_drive_is_away(
    drive: Path, open_window: OpenWindow, pilot: Pilot
) -> None:
    open_window()
    choose_drive(pilot, drive)
    pilot.click("Open these backups")
    pilot.wait("the answer", lambda: pilot.reads("Your copies are here"))
    drive.rename(drive.with_name("away"))
    pilot.key(Qt.Key.Key_F5)
    pilot.wait("the sentence", lambda: pilot.reads("is not connected"))
    assert pilot.reads("Your copies are here")
    drive.with_name("away").rename(drive)
    pilot.click("Look again")
    pilot.wait("it is back", lambda: not pilot.reads("is not connected"))


@pytest.mark.slow
def test_a_second_server_begins_at_its_address(
    open_window: OpenWindow, pilot: Pilot, shared_engine: RunningEngine
) -> None:
    open_window()
    give_address(pilot, shared_engine.url)
    pilot.wait("the sign-in", lambda: pilot.reads("Step 2 of 4"))
    pilot.click("Back")
    pilot.click("Back")
    pilot.wait("the question", lambda: pilot.reads("What do you have?"))
