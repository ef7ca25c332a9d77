"""The row above the table: search for words, and narrow the list down by what holds of a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QSizePolicy, QWidget

from kuroibara_desktop.ui import icons, theme
from kuroibara_desktop.ui.backups.traits import Trait
from kuroibara_desktop.ui.pieces import button, dress, row

if TYPE_CHECKING:
    from collections.abc import Sequence

Choice = tuple[Trait | None, str]


class Picker(QPushButton):
    """A button with a menu; in each part of the menu one entry is chosen, at first the first."""

    picked = Signal()

    def __init__(self, title: str, parts: Sequence[Sequence[Choice]]) -> None:
        super().__init__()
        self._title = title
        self._groups: list[QActionGroup] = []
        self.setProperty("kind", "filter")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIcon(icons.icon("chevron-down", "muted"))
        self.setLayoutDirection(self._turned())
        self._menu = QMenu(self)
        for part in parts:
            if self._groups:
                self._menu.addSeparator()
            group = QActionGroup(self)
            for trait, words in part:
                entry = QAction(words, group)
                entry.setCheckable(True)
                entry.setData(trait)
                entry.setChecked(trait is None)
                self._menu.addAction(entry)
            group.triggered.connect(self._chosen)
            self._groups.append(group)
        self.clicked.connect(self._open)
        self._say()

    def traits(self) -> frozenset[Trait]:
        return frozenset(entry.data() for entry in self._narrowing())

    def clear(self) -> None:
        """Back to everything, without saying that something was picked."""
        for group in self._groups:
            group.actions()[0].setChecked(True)
        self._say()

    def _turned(self) -> Qt.LayoutDirection:
        """The arrow stands after the words: Qt puts icons before them."""
        rightwards = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        return Qt.LayoutDirection.RightToLeft if rightwards else Qt.LayoutDirection.LeftToRight

    def _narrowing(self) -> list[QAction]:
        checked = [group.checkedAction() for group in self._groups]
        return [entry for entry in checked if entry.data() is not None]

    def _open(self) -> None:
        self._menu.setLayoutDirection(QGuiApplication.layoutDirection())
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _chosen(self, _entry: QAction) -> None:
        self._say()
        self.picked.emit()

    def _say(self) -> None:
        words = ", ".join(entry.text() for entry in self._narrowing())
        self.setText(words or self._title)
        everything = self.tr("everything")
        self.setAccessibleName(
            self.tr("{title}: {choice}").format(title=self._title, choice=words or everything)
        )
        dress(self, chosen="yes" if words else "")


class FilterRow(QWidget):
    """Search and filters. `changed` comes for each letter and each choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search by name, date or kind"))
        self.search.setAccessibleName(self.tr("Search backups"))
        self.search.setClearButtonEnabled(True)
        self.search.setProperty("kind", "search")
        self.search.setMinimumWidth(round(180 * theme.current().scale))
        self.search.setMaximumWidth(round(420 * theme.current().scale))
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        glass = QAction(icons.icon("search", "muted"), "", self.search)
        self.search.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self.place = Picker(
            self.tr("Where"),
            [
                (
                    (None, self.tr("Everywhere")),
                    (Trait.SERVER_ONLY, self.tr("Only on the server")),
                    (Trait.HERE_ONLY, self.tr("Only here")),
                    (Trait.BOTH, self.tr("On both sides")),
                    (Trait.OTHER_SERVER, self.tr("From elsewhere")),
                )
            ],
        )
        self.kind = Picker(
            self.tr("Kind"),
            [
                (
                    (None, self.tr("All contents")),
                    (Trait.FULL, self.tr("Full")),
                    (Trait.DATABASE, self.tr("Database")),
                ),
                (
                    (None, self.tr("All kinds")),
                    (Trait.DAILY, self.tr("Daily")),
                    (Trait.WEEKLY, self.tr("Weekly")),
                    (Trait.MONTHLY, self.tr("Monthly")),
                    (Trait.MANUAL, self.tr("Made by hand")),
                    (Trait.SAFETY, self.tr("Before a restore")),
                    (Trait.UPLOADED, self.tr("Uploaded")),
                    (Trait.UNKNOWN_KIND, self.tr("Of no known kind")),
                ),
            ],
        )
        self.state = Picker(
            self.tr("State"),
            [
                (
                    (None, self.tr("All states")),
                    (Trait.VERIFIED, self.tr("Verified")),
                    (Trait.PROVED, self.tr("Proved by a rehearsal")),
                    (Trait.UNVERIFIED, self.tr("Not verified yet")),
                    (Trait.SUSPECT, self.tr("Suspect")),
                    (Trait.DAMAGED, self.tr("Damaged")),
                    (Trait.BEING_WRITTEN, self.tr("Being written")),
                ),
                (
                    (None, self.tr("With any mark")),
                    (Trait.PINNED, self.tr("Pinned")),
                    (Trait.ENCRYPTED, self.tr("Encrypted")),
                ),
            ],
        )
        self.clear_button = button(self.tr("Show all"), "link")
        self.clear_button.setToolTip(self.tr("Clear search and filters (Esc)"))
        self.clear_button.clicked.connect(self.clear)
        self.search.textChanged.connect(self._tell)
        inner = row(self, gap=8)
        inner.addWidget(self.search, 1)
        for picker in self.pickers:
            picker.picked.connect(self._tell)
            inner.addWidget(picker)
        inner.addWidget(self.clear_button)
        inner.addStretch(0)
        self._tell()

    @property
    def pickers(self) -> tuple[Picker, ...]:
        return self.place, self.kind, self.state

    @property
    def narrows(self) -> bool:
        return bool(self.search.text().strip() or self.traits())

    def words(self) -> str:
        return self.search.text()

    def traits(self) -> frozenset[Trait]:
        return frozenset().union(*(picker.traits() for picker in self.pickers))

    def clear(self) -> None:
        """Show everything again."""
        for picker in self.pickers:
            picker.clear()
        if self.search.text():
            self.search.clear()
        else:
            self._tell()

    def _tell(self) -> None:
        self.clear_button.setVisible(self.narrows)
        self.changed.emit()
