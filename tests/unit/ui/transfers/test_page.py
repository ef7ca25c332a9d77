"""The page offers what can be done, by mouse and by keys, and asks for nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from kuroibara_desktop.core.errors import NoRoomBeside
from kuroibara_desktop.core.keeping import WayOut
from kuroibara_desktop.core.queue import SpeedRules
from kuroibara_desktop.core.transfers import TransferState
from kuroibara_desktop.demo.pilot import Pilot
from kuroibara_desktop.ui.transfers.page import Tell, TransfersPage
from kuroibara_desktop.ui.transfers.room import RoomDialog
from tests.unit.ui.transfers.rows import shown, wanted

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.theme import Appearance

S = TransferState
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
ROWS = shown(
    wanted("a", S.RUNNING, 0),
    wanted("b", S.QUEUED, 1),
    wanted("c", S.PAUSED, 2),
    wanted("d", S.FAILED, 3, problem="It is damaged on the server."),
    wanted("e", S.DONE, 4, ended_at=1.0),
)


@pytest.fixture
def page(look: Appearance, qtbot: QtBot) -> TransfersPage:
    made = TransfersPage()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.show_lines(ROWS, SpeedRules(), paused=False)
    return made


def chosen(page: TransfersPage, name: str) -> None:
    page.table.choose([line.name for line in ROWS].index(name))
    page.table.setFocus()


def test_the_model_keeps_the_rules_of_qt(page: TransfersPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.model)


def test_no_tool_tip_is_taken_for_markup(page: TransfersPage) -> None:
    row = wanted("<img src='//elsewhere/x'>", S.FAILED, problem="<b>It</b> broke.")
    page.show_lines(shown(row), SpeedRules(), paused=False)
    tip = str(page.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "&lt;img src=" in tip
    assert "&lt;b&gt;It&lt;/b&gt; broke." in tip


@pytest.mark.parametrize(
    ("name", "pause", "retry", "cancel", "up", "down"),
    [
        ("a", "Pause", False, True, False, True),
        ("b", "Pause", False, True, True, True),
        ("c", "Go on", False, True, True, True),
        ("d", "", True, True, True, False),
        ("e", "", False, False, False, False),
    ],
)
def test_each_state_offers_what_can_be_done(
    page: TransfersPage,
    name: str,
    pause: str,
    retry: bool,
    cancel: bool,
    up: bool,
    down: bool,
) -> None:
    chosen(page, name)
    assert page.pause_button.isEnabled() is bool(pause)
    assert page.pause_button.text() == pause or not pause
    assert page.retry_button.isVisible() is retry
    assert page.cancel_button.isEnabled() is cancel
    assert (page.up_button.isEnabled(), page.down_button.isEnabled()) == (up, down)
    assert page.reason.isVisible() is retry


def test_by_mouse(page: TransfersPage, qtbot: QtBot) -> None:
    pilot = Pilot()
    pilot.click_row("Transfers", 1)
    with qtbot.waitSignal(page.pause_asked) as asked:
        pilot.click("Pause")
    assert asked.args == [("b",)]
    with qtbot.waitSignal(page.cancel_asked) as asked:
        pilot.click("Cancel")
    assert asked.args == [("b",)]
    with qtbot.waitSignal(page.move_asked) as asked:
        pilot.click("Move up")
    assert asked.args == ["b", "a"]
    pilot.click_row("Transfers", 3)
    with qtbot.waitSignal(page.retry_asked) as asked:
        pilot.click("Try again")
    assert asked.args == [("d",)]
    with qtbot.waitSignal(page.clear_asked):
        pilot.click("Clear finished")
    with qtbot.waitSignal(page.pause_all_asked) as asked:
        pilot.click("Pause all")
    assert asked.args == [True]


@pytest.mark.parametrize(
    ("name", "key", "held", "signal", "args"),
    [
        ("b", Qt.Key.Key_Up, ALT, "move_asked", ["b", "a"]),
        ("b", Qt.Key.Key_Down, ALT, "move_asked", ["b", "d"]),
        ("c", Qt.Key.Key_Down, ALT, "move_asked", ["c", None]),
        ("a", Qt.Key.Key_Space, NONE, "pause_asked", [("a",)]),
        ("c", Qt.Key.Key_Space, NONE, "resume_asked", [("c",)]),
        ("c", Qt.Key.Key_Return, NONE, "resume_asked", [("c",)]),
        ("d", Qt.Key.Key_Return, NONE, "retry_asked", [("d",)]),
        ("c", Qt.Key.Key_Delete, NONE, "cancel_asked", [("c",)]),
    ],
)
def test_by_keys(
    page: TransfersPage,
    qtbot: QtBot,
    name: str,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    signal: str,
    args: list[object],
) -> None:
    chosen(page, name)
    with qtbot.waitSignal(getattr(page, signal)) as asked:
        QTest.keyClick(page.table, key, held)
    assert asked.args == args


def test_what_has_ended_cannot_be_cancelled_by_a_key(page: TransfersPage, qtbot: QtBot) -> None:
    chosen(page, "e")
    with qtbot.assertNotEmitted(page.cancel_asked):
        QTest.keyClick(page.table, Qt.Key.Key_Delete)


@pytest.mark.parametrize(("row", "asked"), [(0, ["b", "a"]), (3, ["b", "d"]), (4, ["b", None])])
def test_dragged_between_two_it_goes_there(
    page: TransfersPage, qtbot: QtBot, row: int, asked: list[object]
) -> None:
    model, top = page.model, QModelIndex()
    data = model.mimeData([model.index(1, 0)])
    move = Qt.DropAction.MoveAction
    assert model.canDropMimeData(data, move, row, 0, top)
    with qtbot.waitSignal(page.move_asked) as told:
        model.dropMimeData(data, move, row, 0, top)
    assert told.args == asked


def test_nothing_is_dropped_among_what_has_ended(page: TransfersPage) -> None:
    model, top = page.model, QModelIndex()
    data = model.mimeData([model.index(1, 0)])
    assert not model.canDropMimeData(data, Qt.DropAction.MoveAction, 5, 0, top)
    assert not model.flags(model.index(4, 0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_the_choice_stays_with_the_transfer_when_the_order_changes(page: TransfersPage) -> None:
    chosen(page, "b")
    page.show_lines((ROWS[1], ROWS[0], *ROWS[2:]), SpeedRules(), paused=False)
    assert [line.name for line in page.table.chosen()] == ["b"]


def test_with_nothing_to_show_one_button_leads_on(page: TransfersPage, qtbot: QtBot) -> None:
    page.show_lines((), SpeedRules(), paused=False)
    pilot = Pilot()
    assert pilot.reads("Nothing is being copied")
    with qtbot.waitSignal(page.backups_asked):
        pilot.click("Choose a backup")


def test_a_limit_is_chosen_from_the_menu(page: TransfersPage, qtbot: QtBot) -> None:
    pilot = Pilot()
    pilot.click("Speed: no limit")
    with qtbot.waitSignal(page.limit_asked) as asked:
        pilot.click_menu("5.00 MiB/s")
    assert asked.args == [SpeedRules(always=5 * 1024**2)]
    page.speed_button.click()
    with qtbot.waitSignal(page.hours_asked):
        pilot.click_menu("By the hour…")


def test_what_is_in_the_way_of_all_is_said_above_and_taken_back(page: TransfersPage) -> None:
    pilot = Pilot()
    page.tell(Tell("The drive is away.", action="Try again"))
    pilot.wait("the sentence", lambda: pilot.reads("The drive is away."))
    page.tell(None)
    assert not pilot.reads("The drive is away.")


def no_room(*ways: WayOut) -> NoRoomBeside:
    return NoRoomBeside("weekly does not fit.", needed=10, free=1, remedy="", ways=ways)


def test_every_way_out_is_offered_with_its_risk_and_none_is_taken_unasked(
    page: TransfersPage, qtbot: QtBot
) -> None:
    chosen: list[WayOut] = []
    dialog = RoomDialog(no_room(*WayOut), page)
    dialog.chosen.connect(chosen.append)
    dialog.open()
    pilot = Pilot()
    pilot.wait("the risk", lambda: pilot.reads("the server holds the only backup"))
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Return)  # the default gives nothing up
    dialog = RoomDialog(no_room(WayOut.ANOTHER_DRIVE, WayOut.REPLACE), page)
    dialog.chosen.connect(chosen.append)
    dialog.open()
    pilot.wait("the dialog", lambda: pilot.can_press("Replace it"))
    assert not pilot.can_press("Databases only")
    assert chosen == []
    pilot.click("Replace it")
    assert chosen == [WayOut.REPLACE]
