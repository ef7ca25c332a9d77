from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from kuroibara_desktop.core.backups import Backup, RemoteStatus, Where
from kuroibara_desktop.ui.backups.model import (
    CONTENTS,
    KIND,
    MADE,
    NAME,
    PROVED,
    SIZE,
    STATE,
    WHERE,
    BackupModel,
)
from kuroibara_desktop.ui.backups.traits import Trait
from kuroibara_desktop.ui.backups.wording import Wording
from tests.unit.ui.samples import NOW, both, damaged_here, here, local, on_server, remote

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot


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


def test_no_row_denies_a_copy_while_nobody_can_look(model: BackupModel, qtbot: QtBot) -> None:
    model.show([on_server("a"), on_server("b", suspect=True)])
    with qtbot.waitSignal(model.dataChanged):
        model.read_archive(False)
    states = sorted(model.index(row, STATE).data() for row in range(model.rowCount()))
    assert states == ["Copy not known", "Suspect: much smaller"]
    model.read_archive(True)
    assert model.index(model.row_of("a") or 0, STATE).data() == "No copy here yet"


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


def marks(model: BackupModel, backup: Backup) -> list[str]:
    model.show([backup])
    return list(model.looks_of(0).marks)


def test_what_is_painted_is_what_is_read(model: BackupModel) -> None:
    """Also for a row that stays as it is: a later look may come on another day."""
    for rows in ([both("a"), here("b")], [both("a"), here("b"), damaged_here("c")]):
        model.show(rows)
        for row in range(model.rowCount()):
            texts = [model.index(row, c).data() for c in range(model.columnCount())]
            assert list(model.looks_of(row).texts) == texts


def test_signs_beside_the_name_have_words(model: BackupModel) -> None:
    assert marks(model, both("a")) == []
    pinned = replace(both("a", pinned=True), of="old.example")
    assert marks(model, pinned) == ["pin", "server"]
    read = str(model.index(0, NAME).data(Qt.ItemDataRole.AccessibleTextRole))
    assert read == (
        "Name: a, Pinned on the server and here: no rule removes it, A copy from old.example"
    )
    assert model.looks_of(0).aside == "old.example"
    assert marks(model, here("b", pinned=True, encrypted=True)) == ["pin", "lock"]
    read = str(model.index(0, NAME).data(Qt.ItemDataRole.AccessibleTextRole))
    assert read == "Name: b, Pinned here: no rule removes this copy, Encrypted"


def test_a_rehearsed_restore_is_told_as_proof(model: BackupModel) -> None:
    backup = Backup(
        where=Where.BOTH,
        remote=remote("a", proved_at=datetime(2026, 11, 4, tzinfo=UTC), kind="weekly"),
        local=local("a"),
    )
    told = row(model, backup)
    assert (told[STATE], told[KIND], told[PROVED]) == ("Proved 4 Nov", "Weekly", "4 Nov")


def test_no_tool_tip_is_taken_for_markup(model: BackupModel) -> None:
    model.show([on_server("<b>a</b><img src='file:///x'>", note="<i>n</i>\nmore")])
    tip = str(model.index(0, NAME).data(Qt.ItemDataRole.ToolTipRole))
    assert "<b>" not in tip
    assert "&lt;b&gt;a&lt;/b&gt;" in tip
    assert "&lt;i&gt;n&lt;/i&gt;" in tip


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({Trait.SERVER_ONLY}, "s"),
        ({Trait.BOTH}, "b"),
        ({Trait.HERE_ONLY}, "ho"),
        ({Trait.DAMAGED}, "d"),
        ({Trait.OTHER_SERVER}, "o"),
        ({Trait.DATABASE}, "h"),
        ({Trait.SUSPECT, Trait.SERVER_ONLY}, "s"),
        ({Trait.PINNED}, "b"),
        ({Trait.BEING_WRITTEN}, "w"),
        ({Trait.DAILY, Trait.PROVED}, ""),
    ],
)
def test_the_list_is_narrowed_down_by_what_holds(
    model: BackupModel, wanted: set[Trait], found: str
) -> None:
    writing = on_server("w", status=RemoteStatus.BEING_WRITTEN)
    rows = [
        *(on_server("s", suspect=True), both("b", pinned=True), damaged_here("d")),
        *(here("h", includes_storage=False), replace(here("o"), of="old.example")),
        *([writing] if Trait.SERVER_ONLY not in wanted else []),
    ]
    model.show(rows)
    model.narrow("", frozenset(wanted))
    assert sorted(names(model)) == sorted(found)
    model.narrow("nothing like it", frozenset(wanted))
    assert names(model) == []


def test_two_copies_of_one_backup_come_and_go_on_their_own(model: BackupModel) -> None:
    second = Backup(where=Where.HERE, local=local("a", path=Path("/archive/server/a-2.tar.gz")))
    model.show([both("a"), second])
    assert names(model) == ["a", "a-2"]
    model.show([both("a")])
    assert names(model) == ["a"]
    model.show([both("a"), second])
    assert sorted(names(model)) == ["a", "a-2"]


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
