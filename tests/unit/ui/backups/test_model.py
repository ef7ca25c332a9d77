from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt

from kuroibara_desktop.core.backups import RemoteStatus
from kuroibara_desktop.ui.backups.model import BackupModel, BackupProxy
from tests.unit.ui.samples import NOW, both, damaged_here, here, on_server

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.core.backups import Backup

NAME, CONTENTS, SIZE, MADE, WHERE, STATE = range(6)


@pytest.fixture
def model(qapp: object) -> BackupModel:
    return BackupModel(now=lambda: NOW)


def row(model: BackupModel, backup: Backup) -> list[str]:
    model.show([backup])
    return [str(model.index(0, column).data()) for column in range(model.columnCount())]


def names(proxy: BackupProxy) -> list[str]:
    return [proxy.backup_at(row).name for row in range(proxy.rowCount())]


def test_the_model_keeps_qts_rules(model: BackupModel, qtmodeltester: ModelTester) -> None:
    model.show([on_server("a"), both("b"), here("c"), damaged_here("d")])
    qtmodeltester.check(model)
    model.show([both("b", size=5), on_server("e")])
    qtmodeltester.check(model)
    qtmodeltester.check(BackupProxy(model))


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
    proxy = BackupProxy(model)
    proxy.sort(SIZE, Qt.SortOrder.AscendingOrder)
    assert names(proxy) == ["nine", "ten", "big"]


def test_times_sort_by_moment(model: BackupModel) -> None:
    model.show([on_server("b", day=2), on_server("c", day=10), on_server("a", day=1)])
    proxy = BackupProxy(model)
    proxy.sort(MADE, Qt.SortOrder.DescendingOrder)
    assert names(proxy) == ["c", "b", "a"]


def test_search_finds_every_word_in_any_column(model: BackupModel) -> None:
    model.show([on_server("weekly_1"), both("weekly_2"), both("daily", includes_storage=False)])
    proxy = BackupProxy(model)
    proxy.search("WEEKLY both")
    assert names(proxy) == ["weekly_2"]
    proxy.search("database")
    assert names(proxy) == ["daily"]
    proxy.search("2026-11-20")
    assert proxy.rowCount() == 3
    proxy.search("")
    assert proxy.rowCount() == 3


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
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.dataChanged):
        model.show([on_server("d"), on_server("a"), on_server("c")])
    assert [b.name for b in model.backups()] == ["a", "c", "d"]


def test_ten_thousand_rows_come_and_are_searched_at_once(model: BackupModel) -> None:
    rows = [on_server(f"backup_{number}", size=number) for number in range(10_000)]
    model.show(rows)
    proxy = BackupProxy(model)
    proxy.sort(SIZE, Qt.SortOrder.DescendingOrder)
    assert proxy.backup_at(0).name == "backup_9999"
    model.show(rows)
    proxy.search("backup_77")
    assert proxy.rowCount() == 111
    assert model.rowCount(QModelIndex()) == 10_000
