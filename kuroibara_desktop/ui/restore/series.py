"""The dialog that asks which series of a backup are to come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QWidget

from kuroibara_desktop.ui import formatting, icons, theme
from kuroibara_desktop.ui.pieces import label
from kuroibara_desktop.ui.question import Question
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from kuroibara_desktop.core.restoring import Series
    from kuroibara_desktop.ui.tasks import Steps, Tasks


class SeriesDialog(Question):
    """Says `chosen(ids)`. A press or the space bar takes a series in, and out again."""

    chosen = Signal(object)  # tuple of str

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ask(
            self.tr("Which series are to come back?"),
            self.tr("Their files are put back as they are in the backup."),
            self.tr("Use these"),
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search by title"))
        self.search.setAccessibleName(self.tr("Search by title"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Series of the backup"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(round(300 * theme.current().scale))
        self.list.itemSelectionChanged.connect(self._weigh)
        self.summary = label(self.tr("Reading the list…"), Type.DETAIL, tone="muted")
        for part in (self.search, self.list, self.summary):
            self.body.addWidget(part)
        self.yes.clicked.connect(self._take)
        self.yes.setEnabled(False)
        self.search.setFocus()

    def read(self, tasks: Tasks, steps: Steps) -> None:
        """Open, and have the list read meanwhile; closed, the reading ends."""
        reading = tasks.run(steps, succeeded=self.show_series, failed=self.show_error)
        self.finished.connect(reading.cancel)
        self.open()

    def show_series(self, series: tuple[Series, ...]) -> None:
        for one in series:
            item = QListWidgetItem(f"{one.title}  ·  {formatting.size(one.bytes)}")
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.list.addItem(item)
        self._weigh()

    def _search(self, words: str) -> None:
        for number in range(self.list.count()):
            item = self.list.item(number)
            item.setHidden(words.casefold() not in item.text().casefold())

    def _weigh(self) -> None:
        """What is taken carries a sign besides its colour."""
        taken = self._taken()
        for number in range(self.list.count()):
            item = self.list.item(number)
            item.setIcon(icons.icon("check", "accent") if item.isSelected() else QIcon())
        if not self.list.count():
            self.summary.setText(self.tr("This backup holds no files of any series."))
        else:
            size = formatting.size(sum(one.bytes for one in taken))
            words = self.tr("{count} of {all} chosen · {size}")
            self.summary.setText(words.format(count=len(taken), all=self.list.count(), size=size))
        self.yes.setEnabled(bool(taken))

    def _taken(self) -> list[Series]:
        return [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]

    def _take(self) -> None:
        self.chosen.emit(tuple(one.id for one in self._taken()))
        self.accept()
