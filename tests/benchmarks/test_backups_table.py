"""Is a list of 10,000 backups filtered, sorted and scrolled without being felt?

What counts is the time that the window's own thread works, to the painted frame; scrolling goes by
whole pages, so each frame is painted anew. The yardsticks do the same with Qt's own parts: a proxy
that sorts and filters, and a table with its usual delegate.
"""

from __future__ import annotations

import math
import os
import time
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QTableView

from kuroibara_desktop.core.backups import Backup, Where
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.backups.model import MADE, NAME, SIZE, STATE, BackupModel
from kuroibara_desktop.ui.backups.page import BackupsPage
from kuroibara_desktop.ui.theme import ThemeChoice
from tests.benchmarks.harness import ROUNDS
from tests.unit.ui.samples import local, remote

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.benchmark

ROWS = 10_000
MOST = 0.100  # seconds, for a filter or an order of all rows
MOST_A_FRAME = 0.016  # seconds, at the 99th percentile
FRAMES = 400


def many() -> list[Backup]:
    """Rows of every sort: half of them here, with marks, proofs and damage among them."""
    rows = []
    for number in range(ROWS):
        more: dict[str, Any] = {"size": number * 7919 % 10**12, "day": 1 + number % 22}
        name = f"{('daily', 'weekly', 'manual')[number % 3]}_{number:05}"
        there = remote(name, kind=name.split("_")[0], pinned=number % 7 == 0, **more)
        here = local(name, encrypted=number % 11 == 0, **more)
        rows.append(
            Backup(where=Where.BOTH, remote=there, local=here)
            if number % 2
            else Backup(where=Where.SERVER, remote=there)
        )
    return rows


ROOT = QModelIndex()


class Bare(QAbstractTableModel):
    """The same texts, worked out before: what Qt alone takes to show them."""

    def __init__(self, texts: list[list[str]]) -> None:
        super().__init__()
        self._texts = texts

    def rowCount(self, parent: Any = ROOT) -> int:
        return 0 if parent.isValid() else len(self._texts)

    def columnCount(self, parent: Any = ROOT) -> int:
        return 0 if parent.isValid() else len(self._texts[0])

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._texts[index.row()][index.column()] if role == 0 else None


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> BackupsPage:
    theme.start(qapp, ThemeChoice.LIGHT)
    made = BackupsPage(BackupModel())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.show_backups(many())
    made.table.clearSelection()
    return made


@pytest.fixture
def bare(page: BackupsPage, qtbot: QtBot) -> QTableView:
    """A table of Qt's own with the same texts, sorted and filtered by Qt's own proxy."""
    model = page.model
    columns = range(model.columnCount())
    texts = [[str(model.index(row, column).data()) for column in columns] for row in range(ROWS)]
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(Bare(texts))
    table = QTableView()
    qtbot.addWidget(table)
    table.bare = proxy  # type: ignore[attr-defined]  # kept alive with it
    table.setModel(proxy)
    table.resize(page.table.size())
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(42)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.show()
    return table


def worked(table: QTableView, act: Callable[[], object], restore: Callable[[], object]) -> float:
    """Seconds that this thread works for `act`, up to the painted frame."""
    restore()
    table.viewport().repaint()
    began = time.thread_time()
    act()
    table.viewport().repaint()
    return time.thread_time() - began


def test_filter_and_sort_are_not_felt(page: BackupsPage, bare: QTableView) -> None:
    """By the page's own search, filters and column titles."""
    assert page.model.total == ROWS
    proxy = bare.model()
    assert isinstance(proxy, QSortFilterProxyModel)
    up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    search, table = page.filters.search, page.table

    def pick(entry: int) -> None:
        page.filters.place._groups[0].actions()[entry].trigger()

    def restore() -> None:
        page.filters.clear()
        table.sortByColumn(MADE, down)

    longest = 0.0
    print()
    for name, ours, theirs in (
        ("sort by name", partial(table.sortByColumn, NAME, up), partial(proxy.sort, NAME, up)),
        ("sort by size", partial(table.sortByColumn, SIZE, down), None),
        ("sort by state", partial(table.sortByColumn, STATE, up), None),
        (
            "search for a word",
            partial(search.setText, "weekly_0"),
            partial(proxy.setFilterFixedString, "weekly_0"),
        ),
        ("search for a letter", partial(search.setText, "k"), None),
        ("one filter", partial(pick, 3), None),
    ):
        mine: list[float] = []
        qt: list[float] = []
        for number in range(ROUNDS + 1):
            took = worked(table, ours, restore)
            other = worked(bare, theirs or (lambda: None), partial(proxy.setFilterFixedString, ""))
            if number:
                mine.append(took)
                qt.append(other)
        against = "Qt's proxy" if theirs else "only painting"
        print(
            f"{name:20} ours {median(mine) * 1000:5.1f} ms, "
            f"{against:13} {median(qt) * 1000:5.1f} ms"
        )
        longest = max(longest, median(mine))
    print(f"{ROWS:,} rows, medians of {ROUNDS} rounds, load {os.getloadavg()[0]:.1f}")
    assert longest <= MOST


def frames(table: QTableView) -> list[float]:
    """The work of each frame while the table is scrolled through, by the wheel's steps."""
    bar = table.verticalScrollBar()
    step = max(1, bar.maximum() // FRAMES)
    seconds = []
    for number in range(FRAMES):
        began = time.thread_time()
        bar.setValue(number * step)
        table.viewport().repaint()
        seconds.append(time.thread_time() - began)
    return seconds


def percentile(seconds: list[float], share: float) -> float:
    ordered = sorted(seconds)
    return ordered[math.ceil(share * len(ordered)) - 1]


def test_scrolling_takes_little_of_a_frame(page: BackupsPage, bare: QTableView) -> None:
    page.table.selectAll()
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(ROUNDS + 1):
        tables: list[tuple[QTableView, list[float]]] = [(page.table, ours), (bare, theirs)]
        for table, worst in tables if number % 2 else reversed(tables):
            seconds = frames(table)
            if number:
                worst.append(percentile(seconds, 0.99))
    mine, qt = median(ours), median(theirs)
    print(
        f"\nscrolling {ROWS:,} rows, p99 of {FRAMES} frames, median of {ROUNDS} rounds: "
        f"ours {mine * 1000:.1f} ms, Qt's own table {qt * 1000:.1f} ms "
        f"(load {os.getloadavg()[0]:.1f})"
    )
    assert mine <= MOST_A_FRAME
