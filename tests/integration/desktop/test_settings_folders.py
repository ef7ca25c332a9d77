"""Archive folders in the settings: real folders, real copies, the page driven as by a person."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen:size=1920x1200")

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kuroibara_backup.retention import Policy
from kuroibara_desktop import profile as profiles
from kuroibara_desktop.profile import Home, Profile
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.settings.keeping_dialog import KeepingDialog
from kuroibara_desktop.ui.theme import ThemeChoice
from kuroibara_desktop.vault.known import Archives
from tests.integration.desktop.settings_page import Opened, settings_page
from tests.support.copies import KEPT, put_copy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from kuroibara_desktop.vault import Vault

NOW = datetime.now(UTC)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(config=tmp_path / "config", data=tmp_path / "data")


@pytest.fixture
def vault(tmp_path: Path, home: Home) -> Vault:
    """The archive in use: six full copies, a day apart."""
    archives = Archives(home.data, catalog=home.catalog_file, locks=home.locks)
    made = archives.add(tmp_path / "archive")
    for days in range(6):
        put_copy(made, f"daily{days}", NOW - timedelta(days=days))
    profiles.save(home, Profile(archive=made.folder))
    return made


@pytest.fixture
def opened(qapp: QApplication, home: Home, vault: Vault) -> Iterator[Opened]:
    theme.start(qapp, ThemeChoice.LIGHT)
    with settings_page(home) as opened:
        opened.turn("folders")
        yield opened


def archive_of(home: Home) -> Path | None:
    return profiles.load(home).archive


def test_a_folder_tells_what_is_in_it(opened: Opened) -> None:
    pilot = opened.pilot
    pilot.wait("the folder", lambda: pilot.reads("6 copies"))
    assert pilot.reads("free")
    assert pilot.reads("In use for new copies")
    assert pilot.reads("As many copies are kept as fit.")


def test_a_folder_is_added_and_used_for_new_copies(
    opened: Opened, home: Home, tmp_path: Path
) -> None:
    pilot = opened.pilot
    pilot.click("Add a folder…")
    pilot.fill("Folder", str(tmp_path / "second"))
    pilot.click("Add this folder")
    pilot.wait("the second", lambda: pilot.can_press("Use for new copies: second"))
    assert archive_of(home) == tmp_path / "archive"
    pilot.click("Use for new copies: second")
    pilot.wait("the words", lambda: pilot.reads("From now on new copies go to"))
    assert archive_of(home) == tmp_path / "second"
    pilot.wait("the other", lambda: pilot.can_press("Forget: archive"))
    pilot.click("Forget: archive")
    pilot.wait("the words", lambda: pilot.reads("Nothing in it was touched"))
    opened.settle()
    assert [one.folder for one in opened.desk.archives.all()] == [tmp_path / "second"]
    assert len(list((tmp_path / "archive").rglob("*.tar.gz"))) == 6


def test_what_speaks_against_a_folder_is_said_before_it_is_taken(
    opened: Opened, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    pilot = opened.pilot
    pilot.click("Add a folder…")
    pilot.fill("Folder", str(tmp_path / "file"))
    pilot.wait("the objection", lambda: pilot.reads("is a file, not a folder"))
    assert not pilot.can_press("Add this folder")
    pilot.key(Qt.Key.Key_Escape)


def test_a_folder_without_marker_is_rebuilt_around_its_copies(
    opened: Opened, tmp_path: Path, vault: Vault
) -> None:
    shutil.copytree(vault.folder, tmp_path / "lost")
    (tmp_path / "lost" / "kuroibara-archive.json").unlink()
    pilot = opened.pilot
    pilot.click("Add a folder…")
    pilot.fill("Folder", str(tmp_path / "lost"))
    pilot.wait("what lies there", lambda: pilot.reads("Its marker is lost, but 6 copies"))
    pilot.click("Add this folder")
    pilot.wait("it", lambda: pilot.can_press("Use for new copies: lost"))
    assert (tmp_path / "lost" / "kuroibara-archive.json").is_file()


def test_a_drive_that_is_away_says_so_and_is_not_written_to(
    opened: Opened, vault: Vault, tmp_path: Path
) -> None:
    vault.folder.rename(tmp_path / "drawer")
    opened.turn("folders")
    opened.pilot.wait("the words", lambda: opened.pilot.reads("Not connected · last seen"))
    assert not vault.folder.exists()


def test_the_archive_is_moved_and_the_old_copies_go_when_asked(
    opened: Opened, home: Home, vault: Vault, tmp_path: Path
) -> None:
    pilot = opened.pilot
    pilot.click("Move: archive")
    pilot.fill("Folder", str(tmp_path / "larger"))
    pilot.click("Move it here")
    pilot.wait("the new place", lambda: pilot.reads("The archive is at"))
    assert archive_of(home) == tmp_path / "larger"
    pilot.wait("the offer", lambda: pilot.reads("6 old copies"))
    assert len(list(vault.folder.rglob("*.tar.gz"))) == 6
    pilot.click("Remove them…")
    pilot.wait("the question", lambda: pilot.reads("Remove the old copies?"))
    pilot.click("Remove them")
    pilot.wait("the end", lambda: pilot.reads("The old copies are gone."))
    assert not vault.folder.exists()
    assert len(list((tmp_path / "larger").rglob("*.tar.gz"))) == 6


def test_every_copy_goes_to_a_second_place(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    pilot = opened.pilot
    pilot.click("Copy all to: archive")
    pilot.fill("Folder", str(tmp_path / "stick"))
    pilot.click("Copy here")
    pilot.wait("the end", lambda: pilot.reads("6 copies are in"))
    assert len(list((tmp_path / "stick").glob("*.tar.gz"))) == 6
    assert len(list((tmp_path / "stick").glob("*.sha256"))) == 6


def by_rules(opened: Opened) -> KeepingDialog:
    """The dialog, with *By rules* chosen by the keys."""
    pilot = opened.pilot
    pilot.click("What is kept: archive")
    pilot.wait("the dialog", lambda: isinstance(pilot.front(), KeepingDialog))
    dialog = pilot.front()
    assert isinstance(dialog, KeepingDialog)
    dialog.how.setFocus()
    pilot.key(Qt.Key.Key_Down)
    pilot.wait("the rules", lambda: dialog.rules.isVisible())
    return dialog


def keep_two(opened: Opened) -> KeepingDialog:
    """Rules that keep the two newest days, once their outcome is shown."""
    pilot, dialog = opened.pilot, by_rules(opened)
    for number, count in zip(dialog.rules.fields, (2, 1, 1, 1, 2), strict=True):
        number.setFocus()
        number.selectAll()
        pilot.type_text(str(count))
        pilot.key(Qt.Key.Key_Tab)
    pilot.wait("the outcome", lambda: dialog.summary.text().startswith("4 copies go"))
    return dialog


def test_rules_are_kept_in_the_folder_and_remove_nothing_by_themselves(
    opened: Opened, vault: Vault
) -> None:
    dialog = keep_two(opened)
    text = dialog.list.toPlainText()
    assert text.count("GOES") == 4
    assert "Stays: daily0" in text
    opened.pilot.click("Keep these rules")
    opened.pilot.wait("the words", lambda: opened.pilot.reads("Nothing was removed"))
    opened.settle()
    expected = Policy(daily=2, weekly=1, monthly=1, yearly=1, most=2, manual_too=True)
    assert vault.still_there().policy == expected
    assert len(vault.copies()) == 6


def test_exactly_what_was_shown_goes_after_a_second_press(opened: Opened, vault: Vault) -> None:
    keep_two(opened)
    opened.pilot.click("Keep them, and remove now…")
    assert len(vault.copies()) == 6
    opened.pilot.click("Remove 4 copies for good")
    opened.pilot.wait("the words", lambda: opened.pilot.reads("4 copies were removed."))
    assert sorted(copy.name for copy in vault.copies()) == ["daily0", "daily1"]


def test_a_question_about_the_library_freezes_and_is_answered_here(
    opened: Opened, vault: Vault
) -> None:
    other = replace(KEPT, instance_id="B")
    put_copy(vault, "reborn", NOW, folder="home-bbbbbbbb", kept=other)
    opened.turn("folders")
    pilot = opened.pilot
    pilot.wait("the question", lambda: pilot.reads("Is it the same library?"))
    pilot.click("Another library")
    pilot.wait("the words", lambda: pilot.reads("Both are kept for themselves"))
    opened.settle()
    assert list(vault.still_there().answers) == ["B"]
    pilot.wait("no question", lambda: not pilot.reads("Is it the same library?"))
