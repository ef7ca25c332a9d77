"""What everybody can see, read and reach."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QProgressBar, QWidget

from kuroibara_backup.errors import NoConnection
from kuroibara_desktop.ui.backups.create import CreateDialog
from kuroibara_desktop.ui.backups.model import BackupModel
from kuroibara_desktop.ui.backups.page import BackupsPage, Shown
from kuroibara_desktop.ui.backups.wording import Wording
from kuroibara_desktop.ui.progress import ProgressCard
from kuroibara_desktop.ui.theme import DARK, LIGHT, ThemeChoice
from kuroibara_desktop.ui.trouble import TroubleDialog
from tests.e2e.steps import TABLE
from tests.support.looking import nameless
from tests.unit.ui.samples import both, damaged_here, here, on_server

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.ui.theme import Appearance
    from tests.e2e.conftest import OpenWindow

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def page(look: Appearance, qtbot: QtBot) -> BackupsPage:
    made = BackupsPage(BackupModel(Wording(now=lambda: NOW)))
    qtbot.addWidget(made)
    made.resize(960, 700)
    made.show()
    return made


def test_every_control_of_the_page_has_a_name(page: BackupsPage) -> None:
    page.show_backups([both("a")])
    page.say_done("It went well.", undo=lambda: None)
    page.add_work(ProgressCard("Copying a"))
    assert nameless(page) == []


@pytest.mark.parametrize(
    "make",
    [lambda: CreateDialog(()), lambda: TroubleDialog(NoConnection("x"), can_retry=True)],
    ids=["create", "trouble"],
)
def test_every_control_of_a_dialog_has_a_name(
    make: Callable[[], QWidget], look: Appearance, qtbot: QtBot
) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    assert nameless(dialog) == []


def test_the_theme_can_be_chosen_and_is_remembered(
    open_window: OpenWindow, pilot: Pilot, look: Appearance
) -> None:
    window = open_window()
    pilot.wait("the first step", lambda: pilot.reads("What do you have?"))
    window.doors.page.show_backups([both("a")])
    window.faces.setCurrentWidget(window.inside)
    window.sidebar.server.say("home", "Connected", window.sidebar.server.state)
    pilot.click(window.sidebar.server.accessibleName())
    pilot.click_menu("Appearance")
    pilot.click_menu("Dark")
    pilot.wait("the dark", lambda: look.choice is ThemeChoice.DARK)
    assert pixel(window, 4) == QColor(DARK.side)
    look.choose(ThemeChoice.LIGHT)
    assert pixel(window, 4) == QColor(LIGHT.side)


def pixel(window: QWidget, place: int) -> QColor:
    return window.grab().toImage().pixelColor(place, place)


def test_an_empty_archive_has_one_button(page: BackupsPage, qtbot: QtBot) -> None:
    assert page.shown() is Shown.LOADING
    page.show_backups([])
    assert page.shown() is Shown.EMPTY
    with qtbot.waitSignal(page.create_asked):
        qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)


def test_a_search_without_a_hit_says_so_and_can_be_cleared(page: BackupsPage, qtbot: QtBot) -> None:
    page.show_backups([both("a")])
    qtbot.keyClicks(page.search, "nothing like it")
    assert page.shown() is Shown.NO_MATCH
    assert page.no_match.title.text() == "Nothing matches “nothing like it”"
    qtbot.mouseClick(page.no_match.button, Qt.MouseButton.LeftButton)
    assert page.shown() is Shown.ROWS


def test_the_buttons_fit_the_choice(page: BackupsPage) -> None:
    page.show_backups([on_server("a"), both("b"), here("c"), damaged_here("d")])
    for name, may_copy, may_verify in (
        ("a", True, False),
        ("b", False, True),
        ("c", False, True),
        ("d", True, True),
    ):
        page.choose(name)
        assert page.copy_button.isEnabled() is may_copy, name
        assert page.verify_button.isEnabled() is may_verify, name
    page.set_connected(False)
    assert not page.copy_button.isEnabled()
    assert page.verify_button.isEnabled(), "what is here needs no server"


def test_what_is_under_way_is_not_offered_again(page: BackupsPage) -> None:
    page.show_backups([on_server("a")])
    page.choose("a")
    page.mark_busy(["a"])
    assert not page.copy_button.isEnabled()
    page.mark_busy([])
    assert page.copy_button.isEnabled()


def test_a_chosen_row_keeps_its_choice_when_the_list_comes_again(page: BackupsPage) -> None:
    page.show_backups([on_server("a", day=1), on_server("b", day=2)])
    page.choose("a")
    page.show_backups([on_server("c", day=3), both("a", day=1), on_server("b", day=2)])
    assert [backup.name for backup in page.table.chosen()] == ["a"]


def test_a_chosen_row_keeps_its_choice_when_nearly_all_others_are_new(page: BackupsPage) -> None:
    page.show_backups([on_server("a", day=1)])
    page.choose("a")
    page.show_backups([on_server("a", day=1), *(on_server(f"b{n}", day=2) for n in range(99))])
    assert [backup.name for backup in page.table.chosen()] == ["a"]


def test_the_button_in_a_row_copies_that_row(page: BackupsPage, qtbot: QtBot) -> None:
    page.show_backups([on_server("a")])
    page.table.clearSelection()
    first = page.table.visualRect(page.model.index(0, 5)).center()
    with qtbot.assertNotEmitted(page.copy_asked):  # the first press only chooses the row
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=first)
    place = page.table.button_rect(0).center()
    with qtbot.waitSignal(page.copy_asked) as asked:
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [backup.name for backup in asked.args[0]] == ["a"]


def test_enter_on_a_row_opens_its_properties(page: BackupsPage, qtbot: QtBot) -> None:
    page.show_backups([on_server("a")])
    page.choose("a")
    page.table.setFocus()
    with qtbot.waitSignal(page.properties_asked) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args[0].name == "a"


def test_ctrl_f_goes_to_the_search(page: BackupsPage, qtbot: QtBot) -> None:
    page.show_backups([on_server("a")])
    page.activateWindow()
    page.table.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.search.hasFocus)


def test_the_table_says_what_a_screen_reader_reads(page: BackupsPage) -> None:
    page.show_backups([both("a")])
    assert page.table.accessibleName() == TABLE
    read = page.model.index(0, 4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert read == "Where: Both"


def test_a_progress_card_says_how_far_it_is(look: Appearance, qtbot: QtBot) -> None:
    card = ProgressCard("Copying a")
    qtbot.addWidget(card)
    card.show()
    card.show_progress("5 of 10 MiB", 0.5)
    [bar] = card.findChildren(QProgressBar)
    assert (bar.value(), bar.maximum()) == (5000, 10_000)
    card.show_progress("somewhere", None)
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    with qtbot.waitSignal(card.cancel_asked):
        [cancel] = [b for b in card.findChildren(QAbstractButton) if b.text() == "Cancel"]
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not cancel.isEnabled()
