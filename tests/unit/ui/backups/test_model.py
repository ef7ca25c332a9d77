from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from kuroibara_desktop.core.backups import RemoteStatus
from kuroibara_desktop.ui.backups.model import BackupModel
from kuroibara_desktop.ui.backups.wording import Wording
from tests.unit.ui.samples import NOW, both, damaged_here, here, on_server

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.core.backups import Backup

NAME, CONTENTS, SIZE, MADE, WHERE, STATE = range(6)


@pytest.fixture
def model(qapp: object) -> BackupModel:
    return BackupModel(Wording(now=lambda: NOW))


def row(model: BackupModel, backup: Backup) -> list[str]:
    model.show([backup])
    return [str(model.index(0, column).data()) for column in range(model.columnCount())]


def names(model: BackupModel) -> list[str]:
    return [model.backup_at(row).name for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules(model: BackupModel, qtmodeltester: ModelTester) -> None:
    model.show([on_server("a"), both("b"), here("c"), damaged_here("d")])
    qtmodeltester.check(model)
    model.show([both("b", size=5), on_server("e")])
    qtmodeltester.check(model)


def test_a_cell_has_no_rows_of_its_own(model: BackupModel) -> None:
    model.show([on_server("a")])
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


@pytest.mark.parametrize(
    ("backup", "where", "state"),
    [
        (on_server("a"), "On the server", "No copy here yet"),
        (both("a"), "Both", "Verified today"),
        (here("a"), "Here only", "Verified today"),
        (damaged_here("a"), "Damaged here", "One chapter is damaged."),
        (on_server("a", status=RemoteStatus.BEING_WRITTEN), "On the server", "Being written"),
        (on_server("a", suspect=True), "On the server", "Suspect: much smaller"),
    ],
)
def test_a_row_says_where_it_is_and_how_it_is(
    model: BackupModel, backup: Backup, where: str, state: str
) -> None:
    cells = row(model, backup)
    assert (cells[WHERE], cells[STATE]) == (where, state)


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (datetime(2026, 11, 15, 12, tzinfo=UTC), "15 Nov"),
        (datetime(2025, 3, 1, 12, tzinfo=UTC), "1 Mar 2025"),
    ],
)
def test_a_day_reads_short(model: BackupModel, made: datetime, text: str) -> None:
    assert row(model, on_server("a", created_at=made))[MADE] == text


def test_today_comes_with_the_time(model: BackupModel) -> None:
    local = NOW.astimezone()
    assert row(model, on_server("a", created_at=NOW))[MADE] == f"Today {local:%H:%M}"


def test_a_time_without_a_zone_says_so(model: BackupModel) -> None:
    model.show([on_server("a", time_is_guessed=True)])
    tip = model.index(0, MADE).data(Qt.ItemDataRole.ToolTipRole)
    assert "without a time zone" in tip


@pytest.mark.parametrize(
    ("contents", "text"), [(True, "Full"), (False, "Database"), (None, "Unknown")]
)
def test_contents_are_one_word(model: BackupModel, contents: bool | None, text: str) -> None:
    assert row(model, on_server("a", includes_storage=contents))[CONTENTS] == text


def test_sizes_sort_by_number_not_by_text(model: BackupModel) -> None:
    model.show([on_server("ten", size=10), on_server("nine", size=9), on_server("big", size=2000)])
    model.sort(SIZE, Qt.SortOrder.AscendingOrder)
    assert names(model) == ["nine", "ten", "big"]


def test_times_sort_by_moment(model: BackupModel) -> None:
    model.show([on_server("b", day=2), on_server("c", day=10), on_server("a", day=1)])
    model.sort(MADE, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["c", "b", "a"]


def test_search_finds_every_word_in_any_column(model: BackupModel) -> None:
    model.show([on_server("weekly_1"), both("weekly_2"), both("daily", includes_storage=False)])
    model.search("WEEKLY both")
    assert names(model) == ["weekly_2"]
    model.search("database")
    assert names(model) == ["daily"]
    model.search("2026-11-20")
    assert model.rowCount() == 3
    model.search("")
    assert model.rowCount() == 3


def test_a_changed_backup_changes_its_row_alone(model: BackupModel, qtbot: QtBot) -> None:
    model.show([on_server("a"), on_server("b"), on_server("c")])
    with (
        qtbot.waitSignal(model.dataChanged) as changed,
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.assertNotEmitted(model.rowsInserted),
        qtbot.assertNotEmitted(model.rowsRemoved),
    ):
        model.show([on_server("a"), both("b"), on_server("c")])
    first, last = changed.args[0], changed.args[1]
    assert (first.row(), last.row()) == (1, 1)


def test_new_and_gone_backups_move_nothing_else(model: BackupModel, qtbot: QtBot) -> None:
    model.show([on_server("a"), on_server("b"), on_server("c")])
    QPersistentModelIndex(model.index(model.row_of("a") or 0, NAME))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.dataChanged):
        model.show([on_server("d"), on_server("a"), on_server("c")])
    assert [b.name for b in model.backups()] == ["d", "a", "c"]


def test_sorting_takes_chosen_rows_along(model: BackupModel) -> None:
    model.show([on_server("a", size=3), on_server("b", size=1), on_server("c", size=2)])
    model.sort(NAME, Qt.SortOrder.AscendingOrder)
    kept = QPersistentModelIndex(model.index(0, NAME))
    model.sort(SIZE, Qt.SortOrder.AscendingOrder)
    assert (kept.row(), kept.data()) == (2, "a")


def test_a_list_worked_out_against_an_older_one_is_worked_out_again(
    model: BackupModel, qtbot: QtBot
) -> None:
    model.show([on_server("a")])
    late = model.prepare([both("a")])
    model.show([on_server("a", size=5)])
    with qtbot.waitSignal(model.dataChanged):
        model.take(late)
    assert model.index(0, WHERE).data() == "Both"


def test_ten_thousand_rows_hold_nobody_up(model: BackupModel) -> None:
    rows = [on_server(f"backup_{number}", size=number) for number in range(10_000)]
    prepared = model.prepare(rows)
    took = {}

    def timed(name: str, act: Callable[[], object]) -> None:
        began = time.thread_time()
        act()
        took[name] = time.thread_time() - began

    timed("take", lambda: model.take(prepared))
    timed("sort", lambda: model.sort(SIZE, Qt.SortOrder.DescendingOrder))
    assert model.backup_at(0).name == "backup_9999"
    timed("search", lambda: model.search("backup_77"))
    assert model.rowCount(QModelIndex()) == 111
    timed("all again", lambda: model.search(""))
    again = model.prepare([on_server(f"backup_{number}", size=number) for number in range(10_000)])
    timed("the same", lambda: model.take(again))
    assert max(took.values()) < 0.1, took  # some 15 ms; a busy machine measures more
