"""Search and filters above the table: by mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from kuroibara_desktop.ui.backups.filters import FilterRow, Picker
from kuroibara_desktop.ui.backups.model import BackupModel
from kuroibara_desktop.ui.backups.page import BackupsPage, Shown
from kuroibara_desktop.ui.backups.traits import Trait
from kuroibara_desktop.ui.backups.wording import Wording
from tests.unit.ui.samples import NOW, both, here, on_server

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.theme import Appearance


@pytest.fixture
def page(look: Appearance, qtbot: QtBot) -> BackupsPage:
    made = BackupsPage(BackupModel(Wording(now=lambda: NOW)))
    qtbot.addWidget(made)
    made.resize(960, 700)
    made.show()
    made.activateWindow()
    made.show_backups([on_server("a", kind="daily"), both("b", kind="weekly"), here("c")])
    return made


def pick(qtbot: QtBot, picker: Picker, *downs: int) -> None:
    """Open the menu with the space bar and go down in it."""
    picker.setFocus()
    qtbot.keyClick(picker, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(sum(downs)):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def test_a_filter_is_chosen_by_keys_and_says_what_it_is(page: BackupsPage, qtbot: QtBot) -> None:
    place = page.filters.place
    assert place.accessibleName() == "Where: everything"
    pick(qtbot, place, 2)
    assert page.filters.traits() == {Trait.SERVER_ONLY}
    assert (place.text(), place.accessibleName()) == (
        "Only on the server",
        "Where: Only on the server",
    )
    assert page.model.rowCount() == 1
    page.table.clearSelection()
    assert page.summary.text() == "1 of 3 shown"


def test_contents_and_kind_are_two_choices_in_one_menu(page: BackupsPage, qtbot: QtBot) -> None:
    pick(qtbot, page.filters.kind, 2)
    pick(qtbot, page.filters.kind, 6)
    assert page.filters.kind.text() == "Full, Weekly"
    assert page.model.backup_at(0).name == "b"
    assert page.model.rowCount() == 1


def test_nothing_that_matches_says_so_and_one_press_shows_all(
    page: BackupsPage, qtbot: QtBot
) -> None:
    pick(qtbot, page.filters.state, 5)
    assert page.shown() is Shown.NO_MATCH
    assert page.no_match.title.text() == "No backup is like this"
    qtbot.mouseClick(page.no_match.button, Qt.MouseButton.LeftButton)
    assert page.shown() is Shown.ROWS
    assert page.model.rowCount() == 3


def test_escape_shows_everything_again_and_goes_to_the_table(
    page: BackupsPage, qtbot: QtBot
) -> None:
    page.search.setFocus()
    qtbot.keyClicks(page.search, "b")
    assert page.model.rowCount() == 3  # each of them holds the letter somewhere
    qtbot.keyClicks(page.search, "oth")
    assert page.model.rowCount() == 1
    assert page.filters.clear_button.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert page.table.hasFocus()
    assert not page.filters.clear_button.isVisible()


def test_an_endless_word_does_not_widen_the_window(page: BackupsPage, qtbot: QtBot) -> None:
    page.search.setText("<b>" + "x" * 10_000)
    assert page.shown() is Shown.NO_MATCH
    assert len(page.no_match.title.text()) < 100
    assert page.no_match.title.textFormat() is Qt.TextFormat.PlainText


def test_every_control_of_the_row_has_a_name(look: Appearance, qtbot: QtBot) -> None:
    row = FilterRow()
    qtbot.addWidget(row)
    assert row.search.accessibleName()
    assert all(picker.accessibleName() for picker in row.pickers)
