"""What can be done with backups, at a real engine and in the real window, by mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QTableView, QTextEdit

from tests.e2e.steps import NAME, STATE, TABLE, WHERE, set_up, wait_for_rows

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.ui.window import MainWindow
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine

pytestmark = pytest.mark.usefixtures("session_bus")


@pytest.fixture
def window(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> MainWindow:
    """Signed in as an administrator, with one full backup on the server."""
    engine.create("weekly")
    made = open_window()
    set_up(pilot, engine.url, engine.admin.username, engine.admin.password, tmp_path / "archive")
    wait_for_rows(pilot)
    return made


def choose(pilot: Pilot, row: int = 0) -> None:
    pilot.click_row(TABLE, row)


def menu(pilot: Pilot, *path: str) -> None:
    """Open the menu of the choice by its key, and press an entry."""
    pilot.key(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    pilot.wait("the menu", lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    for text in path:
        pilot.click_menu(text)


def entries(pilot: Pilot) -> dict[str, bool]:
    """What the menu of the choice offers, and whether it can be pressed."""
    pilot.key(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    pilot.wait("the menu", lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    found = {a.text(): a.isEnabled() for a in opened.actions() if a.text()}
    pilot.key(Qt.Key.Key_Escape)
    return found


def give_path(pilot: Pilot, path: Path) -> None:
    """Type it into the dialog for files."""
    pilot.wait("the dialog", lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    [field, *_] = dialog.findChildren(QLineEdit)
    field.setText(str(path))
    pilot.key(Qt.Key.Key_Return)


def has_note(window: MainWindow) -> bool:
    remote = window.doors.page.model.backup_at(0).remote
    return remote is not None and remote.note is not None


def copy_here(pilot: Pilot) -> None:
    pilot.click("Copy offsite now")
    pilot.wait("the copy", lambda: pilot.rows(TABLE)[0][WHERE] == "Both")


def test_a_backup_is_pinned_on_both_sides_and_that_is_taken_back(
    window: MainWindow, engine: RunningEngine, pilot: Pilot
) -> None:
    copy_here(pilot)
    choose(pilot)
    menu(pilot, "Pin: let no rule remove it")
    pilot.wait("the word", lambda: pilot.reads("Pinned on the server and here: weekly"))
    [item] = engine.client().get("/backup/list").json()["backups"]
    assert item["pinned"] is True
    pilot.wait("the row", lambda: window.doors.page.model.backup_at(0).pinned)
    local = window.doors.page.model.backup_at(0).local
    assert local is not None
    assert local.pinned
    pilot.click("Undo")
    pilot.wait("the word", lambda: pilot.reads("Unpinned on the server and here: weekly"))
    [item] = engine.client().get("/backup/list").json()["backups"]
    assert item["pinned"] is False
    pilot.wait("the row", lambda: not window.doors.page.model.backup_at(0).pinned)


@pytest.mark.slow
def test_a_note_is_written_and_found_by_the_search(
    window: MainWindow, engine: RunningEngine, pilot: Pilot
) -> None:
    choose(pilot)
    menu(pilot, "Note…")
    pilot.fill("Note", "before <b>the</b> import")
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the word", lambda: pilot.reads("The note about weekly is kept on the server."))
    [item] = engine.client().get("/backup/list").json()["backups"]
    assert item["note"] == "before <b>the</b> import"
    pilot.wait("the row", lambda: has_note(window))
    pilot.fill("Search backups", "the export")
    pilot.wait("no row", lambda: pilot.reads("Nothing matches “the export”"))
    pilot.fill("Search backups", "the import")
    pilot.wait("the row again", lambda: pilot.sees(QTableView, TABLE) is not None)
    assert [row[NAME] for row in pilot.rows(TABLE)] == ["weekly"]


@pytest.mark.slow
def test_a_rehearsed_restore_proves_a_backup(
    window: MainWindow, engine: RunningEngine, pilot: Pilot
) -> None:
    choose(pilot)
    menu(pilot, "Prove by a rehearsed restore")
    pilot.wait("the proof", lambda: pilot.reads("weekly is proved"), patience=120)
    pilot.wait("the date", lambda: window.doors.page.model.backup_at(0).proved_at is not None)
    pilot.key(Qt.Key.Key_Return)
    name = "Everything known about this backup"
    pilot.wait("the properties", lambda: pilot.sees(QTextEdit, name) is not None)
    text = pilot.sees(QTextEdit, name)
    assert text is not None
    pilot.wait("what was proved", lambda: "The last rehearsal" in text.toPlainText())
    pilot.click("Copy checksum")
    [item] = engine.client().get("/backup/list").json()["backups"]
    assert QGuiApplication.clipboard().text() == item["sha256"]
    pilot.click("Close")


@pytest.mark.slow
def test_deleting_on_the_server_says_what_stays_and_wants_a_tick_for_the_last(
    window: MainWindow, engine: RunningEngine, pilot: Pilot
) -> None:
    copy_here(pilot)
    choose(pilot)
    pilot.key(Qt.Key.Key_Delete)
    pilot.wait("the question", lambda: pilot.reads("Delete weekly on the server?"))
    assert pilot.reads("A verified copy stays here.")
    assert pilot.reads("is the last verified backup on the server")
    assert not pilot.can_press("Delete")
    pilot.click("Cancel")
    assert len(engine.client().get("/backup/list").json()["backups"]) == 1
    pilot.key(Qt.Key.Key_Delete)
    pilot.click("Delete it all the same")
    pilot.click("Delete")
    pilot.wait("the row", lambda: pilot.rows(TABLE)[0][WHERE] == "Here only")
    assert engine.client().get("/backup/list").json()["backups"] == []


@pytest.mark.slow
def test_deleting_here_leaves_what_is_on_the_server(
    window: MainWindow, pilot: Pilot, tmp_path: Path
) -> None:
    copy_here(pilot)
    choose(pilot)
    menu(pilot, "Delete the copy here…")
    pilot.wait("the question", lambda: pilot.reads("Delete the copy of weekly here?"))
    assert pilot.reads("The server still has it, whole.")
    pilot.click("Delete it all the same")
    pilot.click("Delete")
    pilot.wait("the row", lambda: pilot.rows(TABLE)[0][WHERE] == "On the server")
    assert list((tmp_path / "archive").glob("*/weekly*")) == []


def test_a_damaged_copy_is_named_and_repaired_from_the_server(
    window: MainWindow, pilot: Pilot, tmp_path: Path
) -> None:
    copy_here(pilot)
    [copy] = (tmp_path / "archive").glob("*/weekly.tar.gz")
    whole = copy.read_bytes()
    copy.write_bytes(whole[:400_000] + bytes([whole[400_000] ^ 1]) + whole[400_001:])
    choose(pilot)
    pilot.click("Verify again")
    pilot.click("Close")
    pilot.wait("the row", lambda: pilot.rows(TABLE)[0][WHERE] == "Damaged here")
    assert "is damaged" in pilot.rows(TABLE)[0][STATE]
    choose(pilot)
    menu(pilot, "Repair from the server")
    pilot.wait("the word", lambda: pilot.reads("weekly is whole again"), patience=60)
    pilot.wait("the row", lambda: pilot.rows(TABLE)[0][WHERE] == "Both")
    assert copy.read_bytes() == whole
    assert not list((tmp_path / "archive").glob("*/damaged/*.tar.gz"))


@pytest.mark.slow
def test_a_copy_goes_to_another_place_and_a_file_comes_in_from_there(
    window: MainWindow, pilot: Pilot, tmp_path: Path
) -> None:
    copy_here(pilot)
    stick = tmp_path / "stick"
    stick.mkdir()
    choose(pilot)
    menu(pilot, "Copy to another place…")
    give_path(pilot, stick)
    pilot.wait("the copy", lambda: (stick / "weekly.tar.gz.sha256").exists())
    pilot.wait("the word", lambda: pilot.reads("In ") and pilot.reads("now, checked"))
    (stick / "weekly.tar.gz.json").unlink()
    other = (stick / "weekly.tar.gz").rename(stick / "from a friend.tar.gz")
    (stick / "weekly.tar.gz.sha256").unlink()
    choose(pilot)
    menu(pilot, "Delete the copy here…")
    pilot.click("Delete it all the same")
    pilot.click("Delete")
    pilot.wait("the row", lambda: pilot.rows(TABLE)[0][WHERE] == "On the server")
    choose(pilot)
    pilot.key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    give_path(pilot, other)
    pilot.wait("the row", lambda: pilot.rows(TABLE)[0][WHERE] == "Both")
    assert pilot.rows(TABLE)[0][NAME] == "weekly"


@pytest.mark.slow
def test_all_rows_are_chosen_by_a_key_and_their_sizes_added(
    window: MainWindow, engine: RunningEngine, pilot: Pilot
) -> None:
    engine.create("second", include_storage=False)
    pilot.click("Refresh the list")
    wait_for_rows(pilot, 2)
    choose(pilot)
    pilot.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    pilot.wait("the sum", lambda: pilot.reads("2 of 2 selected"))
    found = entries(pilot)
    assert "Note…" not in found
    assert found["Verify on the server"]
    pilot.key(Qt.Key.Key_Delete)
    pilot.wait("the question", lambda: pilot.reads("Delete 2 backups on the server?"))
    assert pilot.reads("No other good copies of them are known: they will be gone.")
    pilot.key(Qt.Key.Key_Escape)


@pytest.mark.slow
def test_a_backup_is_taken_to_the_restore_page(window: MainWindow, pilot: Pilot) -> None:
    choose(pilot)
    assert entries(pilot)["Restore…"], "the server restores it where it lies"
    copy_here(pilot)
    choose(pilot)
    menu(pilot, "Restore…")
    pilot.wait("the page", lambda: window.pages.key == "restore")
    pilot.wait("the file", lambda: pilot.reads("weekly.tar.gz"))
