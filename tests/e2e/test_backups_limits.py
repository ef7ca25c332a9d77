"""What an account or a server does not allow is said, asked for, or not offered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit

from tests.e2e.steps import STATE, TABLE, WHERE, set_up, wait_for_rows
from tests.e2e.test_backups import choose, copy_here, entries, menu
from tests.support.faulty import Answer, Fault, FaultyProxy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine
    from tests.support.plain_kuroibara import PlainKuroibara

pytestmark = pytest.mark.usefixtures("session_bus")

TOO_OLD = Answer(
    status=403,
    content_type="application/problem+json",
    body=json.dumps(
        {"detail": "This needs your password again.", "code": "password_required", "title": "x"}
    ).encode(),
)


def test_deleting_asks_for_the_password_where_the_server_does(
    engine: RunningEngine,
    faulty: Callable[[str], FaultyProxy],
    open_window: OpenWindow,
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    engine.create("first")
    engine.create("second")
    proxy = faulty(engine.url)
    open_window()
    set_up(pilot, proxy.url, engine.admin.username, engine.admin.password, tmp_path / "archive")
    wait_for_rows(pilot, 2)
    choose(pilot)
    proxy.misbehave(Fault(only="/backup/delete/", answer=TOO_OLD, times=1))
    pilot.key(Qt.Key.Key_Delete)
    pilot.wait("the question", lambda: pilot.reads("Delete second on the server?"))
    assert pilot.reads("No other good copy of it is known")
    pilot.click("Delete")
    pilot.wait("the password", lambda: pilot.reads("Your password once more"))
    pilot.fill("Password", "a wrong one")
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the refusal", lambda: pilot.can_press("Delete"))
    assert len(engine.client().get("/backup/list").json()["backups"]) == 2
    pilot.fill("Password", engine.admin.password)
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the word", lambda: pilot.reads("Deleted on the server: second"))
    wait_for_rows(pilot, 1)
    left = engine.client().get("/backup/list").json()["backups"]
    assert [item["filename"] for item in left] == ["first.tar.gz"]


@pytest.mark.slow
def test_without_the_engine_the_menu_says_what_that_costs(
    plain_kuroibara: PlainKuroibara, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    plain_kuroibara.add_user("dora", "password1")
    plain_kuroibara.add_backup("mine")
    plain_kuroibara.add_backup("other")
    window = open_window()
    set_up(pilot, plain_kuroibara.url, "dora", "password1", tmp_path / "archive")
    wait_for_rows(pilot, 2)
    choose(pilot)
    found = entries(pilot)
    for words in ("Verify on the server", "Prove by a rehearsed restore", "Note…"):
        assert found[words] is False
    reason = "Some need the backup engine, which this server does not have."
    assert found[reason] is False, "it is there to be read"
    assert found["Delete on the server…"]
    pilot.key(Qt.Key.Key_Return)
    name = "Everything known about this backup"
    pilot.wait("the properties", lambda: pilot.sees(QTextEdit, name) is not None)
    text = pilot.sees(QTextEdit, name)
    assert text is not None
    assert "The server tells none" in text.toPlainText()
    assert "Made by Kuroibara itself" in text.toPlainText()
    pilot.click("Close")
    chosen = window.doors.page.table.chosen()[0].name
    pilot.key(Qt.Key.Key_Delete)
    pilot.click("Delete")
    pilot.wait("the word", lambda: pilot.reads(f"Deleted on the server: {chosen}"))
    wait_for_rows(pilot, 1)  # although its list is not asked again within a minute
    assert not (plain_kuroibara.archives / f"{chosen}.tar.gz").exists()
    assert len(plain_kuroibara.asked("/backup/list")) == 1


@pytest.mark.slow
def test_a_suspect_backup_is_accepted_after_a_look(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    engine.create("whole")
    for chapter in engine.library.glob("manga/*/organized/*/*/*.cbz"):
        chapter.unlink()
    engine.create("shrunk")
    window = open_window()
    set_up(pilot, engine.url, engine.admin.username, engine.admin.password, tmp_path / "archive")
    rows = wait_for_rows(pilot, 2)
    assert rows[0][STATE] == "Suspect: much smaller"
    choose(pilot)
    copied = window.doors.page.model.backup_at(0)
    pilot.click("Copy offsite now")
    pilot.wait("the copy", lambda: pilot.rows(TABLE)[0][WHERE] == "Both")
    assert copied.suspect
    menu(pilot, "Accept although suspect…")
    pilot.wait("the question", lambda: pilot.reads("Accept shrunk?"))
    pilot.click("Accept")
    pilot.wait("the word", lambda: pilot.reads("shrunk counts as good from now on."))
    pilot.wait("the row", lambda: pilot.rows(TABLE)[0][STATE] == "Verified today")
    listed = engine.client().get("/backup/list").json()["backups"]
    assert not any(item["suspect"] for item in listed)


@pytest.mark.slow
def test_what_is_here_is_looked_after_while_the_server_is_away(
    engine: RunningEngine,
    faulty: Callable[[str], FaultyProxy],
    open_window: OpenWindow,
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    engine.create("weekly")
    proxy = faulty(engine.url)
    window = open_window()
    set_up(pilot, proxy.url, engine.admin.username, engine.admin.password, tmp_path / "archive")
    wait_for_rows(pilot)
    copy_here(pilot)
    proxy.refuse()
    pilot.click("Refresh the list")
    pilot.wait("the row", lambda: pilot.rows(TABLE)[0][WHERE] == "Here only")
    choose(pilot)
    menu(pilot, "Pin: let no rule remove it")
    pilot.wait("the word", lambda: pilot.reads("Pinned here: weekly"))
    pilot.wait("the row", lambda: window.doors.page.model.backup_at(0).pinned)
    pilot.key(Qt.Key.Key_Delete)
    pilot.wait("the question", lambda: pilot.reads("Delete the copy of weekly here?"))
    assert pilot.reads("No other good copy of it is known")
    assert pilot.reads("No other verified copy here")
    assert not pilot.can_press("Delete")
    pilot.click("Cancel")


@pytest.mark.slow
def test_while_the_drive_is_away_no_row_denies_the_copy_on_it(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    engine.create("weekly")
    open_window()
    drive = tmp_path / "archive"
    set_up(pilot, engine.url, engine.admin.username, engine.admin.password, drive)
    wait_for_rows(pilot)
    copy_here(pilot)
    drive.rename(drive.with_name("away"))
    pilot.click("Refresh the list")
    pilot.wait("the row", lambda: pilot.rows(TABLE)[0][WHERE] == "On the server")
    assert pilot.rows(TABLE)[0][STATE] == "Copy not known"
    assert pilot.reads("It was last seen just now")
    drive.with_name("away").rename(drive)
    pilot.click("Look again")
    pilot.wait("the row", lambda: pilot.rows(TABLE)[0][STATE] == "Verified today")


@pytest.mark.slow
def test_everything_is_reached_by_the_button_below_the_table_too(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    engine.create("weekly")
    open_window()
    set_up(pilot, engine.url, engine.admin.username, engine.admin.password, tmp_path / "archive")
    wait_for_rows(pilot)
    choose(pilot)
    pilot.click("More that can be done")
    pilot.wait("the menu", lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    pilot.click_menu("Properties")
    pilot.wait("the properties", lambda: pilot.can_press("Copy checksum"))
    pilot.key(Qt.Key.Key_Escape)


HOSTILE = ("<img src=x>&amp;", "gpj\u202eexe", "two\nlines", "x" * 180, "漫画 🌹")


def test_hostile_names_are_shown_as_text_and_never_become_files_here(
    plain_kuroibara: PlainKuroibara, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    plain_kuroibara.add_user("dora", "password1")
    for name in HOSTILE:
        plain_kuroibara.add_backup(name)
    window = open_window()
    set_up(pilot, plain_kuroibara.url, "dora", "password1", tmp_path / "archive")
    shown = [cells[0] for cells in wait_for_rows(pilot, len(HOSTILE))]
    assert sorted(shown) == sorted(
        ("<img src=x>&amp;", "gpj exe", "two lines", "x" * 180, "漫画 🌹")
    )
    model = window.doors.page.model
    for row, name in enumerate(shown):
        tip = str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole))
        assert "<img" not in tip
        choose(pilot, row)
        menu(pilot, "Properties")
        pilot.wait("the properties", lambda: pilot.can_press("Copy all"))
        assert pilot.reads(name[:20])
        pilot.click("Close")
        menu(pilot, "Delete on the server…")
        pilot.wait("the question", lambda: pilot.can_press("Delete"))
        assert all("\u202e" not in text and "\n" not in text for text in pilot.texts())
        pilot.click("Cancel")
    window.doors.page.choose(next(b.key for b in model.backups() if b.name == "gpj exe"))
    pilot.click("Copy offsite now")
    pilot.wait("the refusal", lambda: pilot.reads("holds characters that cannot be seen"))
    assert not list((tmp_path / "archive").glob("*/*.tar.gz"))


@pytest.mark.slow
def test_a_new_backup_is_told_what_room_there_is(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    engine.create("weekly")
    open_window()
    set_up(pilot, engine.url, engine.admin.username, engine.admin.password, tmp_path / "archive")
    wait_for_rows(pilot)
    pilot.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    pilot.wait("the room", lambda: pilot.reads("On the server ") and pilot.reads("are free"))
    assert pilot.reads("are free for the copy.")
    assert pilot.reads("No schedule is on: the server makes none by itself.")
    pilot.click("Cancel")
