"""Which rows and columns the table of backups has, in which order, and which of them are shown.

Sorting and searching happen here, on whole lists: a proxy of Qt's would call back into Python for
every comparison, which takes a second with 10,000 rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from kuroibara_desktop.core.backups import Backup, Where
from kuroibara_desktop.ui.backups.choices import Condition, condition
from kuroibara_desktop.ui.backups.traits import Trait, traits_of
from kuroibara_desktop.ui.backups.wording import Wording
from kuroibara_desktop.ui.pieces import plain_tip
from kuroibara_desktop.ui.rows import DISPLAY, ROOT, Index, RowModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

_FEW = 50  # rows that come or go one by one; more at once are a new table


class Draw(Enum):
    """How the delegate draws a column."""

    NAME = "name"
    TEXT = "text"
    FIGURE = "figure"
    QUIET = "quiet"
    PILL = "pill"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    draw: Draw
    text: Callable[[Backup], str]
    sort: Callable[[Backup], Any]
    tip: Callable[[Backup], str] = lambda _backup: ""


@dataclass(frozen=True, slots=True)
class Row:
    """A backup with what sorting and searching would compute again and again."""

    key: str
    backup: Backup
    searched: str
    traits: frozenset[Trait]
    ranks: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Looks:
    """What is painted of a row: texts by column, signs beside the name, tones."""

    texts: tuple[str, ...]
    marks: tuple[str, ...]
    aside: str
    place_tone: str
    tone: str
    sign: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A new list, worked out beside the GUI thread; `changed` is against `basis`."""

    rows: tuple[Row, ...]
    changed: frozenset[str]
    basis: tuple[Row, ...]


_WHERE_TONE = {
    Where.SERVER: "warn",
    Where.BOTH: "ok",
    Where.HERE: "ok",
    Where.DAMAGED: "bad",
}
_CONDITION_LOOK: dict[Condition, tuple[str, str]] = {  # tone and sign
    Condition.DAMAGED_HERE: ("bad", "warning"),
    Condition.DAMAGED_ON_SERVER: ("bad", "warning"),
    Condition.SUSPECT: ("warn", "warning"),
    Condition.BEING_WRITTEN: ("muted", "clock"),
    Condition.UNVERIFIED: ("warn", "info"),
    Condition.VERIFIED: ("ok", "check"),
    Condition.NOT_COPIED: ("muted", ""),
}
_CONDITION_RANK = {found: rank for rank, found in enumerate(Condition)}
_MARKS = {  # of the name: which icon stands for what
    Trait.PINNED: "pin",
    Trait.ENCRYPTED: "lock",
    Trait.OTHER_SERVER: "server",
}
NAME, CONTENTS, SIZE, MADE, WHERE, STATE, KIND, VERIFIED, PROVED = range(9)
SPARE = (KIND, VERIFIED, PROVED)  # columns for which there must be room, the most wanted first


class BackupModel(RowModel):
    """The merged list. A changed backup changes its row alone; the choice stays where it was."""

    def __init__(self, wording: Wording | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        words = self.words = wording or Wording(self)
        self._all: tuple[Row, ...] = ()
        self._shown: list[Row] = []
        self._searched: tuple[str, ...] = ()
        self._wanted: frozenset[Trait] = frozenset()
        self._looks: dict[str, Looks] = {}
        self._sorted_by, self._order = MADE, Qt.SortOrder.DescendingOrder
        self.columns: tuple[Column, ...] = (  # in the order of the constants above
            Column(self.tr("Name"), Draw.NAME, lambda b: b.name, _named, words.name_tip),
            Column(self.tr("Contents"), Draw.TEXT, words.contents, words.contents),
            Column(self.tr("Size"), Draw.FIGURE, words.size, lambda b: b.size),
            Column(self.tr("Made"), Draw.QUIET, words.made, _made_at, words.made_tip),
            Column(self.tr("Where"), Draw.PILL, words.where, lambda b: b.where.value),
            Column(self.tr("State"), Draw.STATE, words.state, _state_rank, words.state_tip),
            Column(self.tr("Kind"), Draw.TEXT, words.kind, words.kind),
            Column(
                self.tr("Verified"), Draw.QUIET, words.verified, _verified_at, words.verified_tip
            ),
            Column(self.tr("Proved"), Draw.QUIET, words.proved, _proved_at, words.proved_tip),
        )
        self.titles = tuple(column.title for column in self.columns)

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        backup, column = self._shown[index.row()].backup, self.columns[index.column()]
        if role == DISPLAY:
            return column.text(backup)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(column.tip(backup) or column.text(backup))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            read = self.words.read_name(backup) if column.draw is Draw.NAME else ""
            return f"{column.title}: {read or column.text(backup)}"
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by, self._order = column, order
        self._become(self._arranged(), frozenset())

    # What the page does

    def prepare(self, backups: Sequence[Backup]) -> Prepared:
        """Work out a new list; the costly half of `take`, for any thread."""
        basis = self._all
        before = {row.key: row for row in basis}
        rows: list[Row] = []
        changed: set[str] = set()
        keys: set[str] = set()
        for backup in backups:
            key = backup.key
            while key in keys:  # a second copy of the same backup is a row of its own
                key = f"{key}+"
            keys.add(key)
            old = before.get(key)
            if old is not None and old.backup == backup:
                rows.append(old)
                continue
            ranks = tuple(column.sort(backup) for column in self.columns)
            traits = traits_of(backup)
            rows.append(Row(key, backup, self.words.searched(backup), traits, ranks))
            if old is not None:
                changed.add(key)
        return Prepared(tuple(rows), frozenset(changed), basis)

    def take(self, prepared: Prepared) -> None:
        """Show a new list; rows that stay keep their choice."""
        if prepared.basis is not self._all:  # another list came in between
            prepared = self.prepare([row.backup for row in prepared.rows])
        self._all = prepared.rows
        self._looks.clear()  # also of rows that stay: since then it may have become tomorrow
        self._become(self._arranged(), prepared.changed)

    def read_archive(self, readable: bool) -> None:
        """Say whether the copies here could be looked for: if not, no row denies one."""
        if self.words.archive_readable is readable:
            return
        self.words.archive_readable = readable
        self._looks.clear()
        if self._shown:
            end = self.index(len(self._shown) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), end)

    def show(self, backups: Sequence[Backup]) -> None:
        self.take(self.prepare(backups))

    def search(self, text: str) -> None:
        """Show only rows that hold every word."""
        self.narrow(text, self._wanted)

    def narrow(self, text: str, wanted: frozenset[Trait]) -> None:
        """Show only rows that hold every word, and of which all that is wanted holds."""
        self._searched = tuple(text.casefold().split())
        self._wanted = wanted
        self._become(self._arranged(), frozenset())

    def backups(self) -> tuple[Backup, ...]:
        """All of them, found by the search or not."""
        return tuple(row.backup for row in self._all)

    @property
    def total(self) -> int:
        return len(self._all)

    def backup_at(self, row: int) -> Backup:
        return self._shown[row].backup

    def looks_of(self, row: int) -> Looks:
        """The same as `data` says, for painting: worked out once, until the next list comes."""
        shown = self._shown[row]
        found = self._looks.get(shown.key)
        if found is None:
            backup = shown.backup
            tone, sign = _CONDITION_LOOK[condition(backup)]
            found = self._looks[shown.key] = Looks(
                texts=tuple(column.text(backup) for column in self.columns),
                marks=tuple(icon for trait, icon in _MARKS.items() if trait in shown.traits),
                aside=backup.of,
                place_tone=_WHERE_TONE[backup.where],
                tone=tone,
                sign=sign,
            )
        return found

    def key_at(self, row: int) -> str:
        return self._shown[row].key

    def row_of(self, key: str) -> int | None:
        return next((place for place, row in enumerate(self._shown) if row.key == key), None)

    # How rows move

    def _arranged(self) -> list[Row]:
        words, wanted = self._searched, self._wanted
        found = [
            row
            for row in self._all
            if wanted <= row.traits and all(word in row.searched for word in words)
        ]
        found.sort(key=lambda row: row.ranks[MADE], reverse=True)
        column = self._sorted_by
        if 0 <= column < len(self.columns):
            descending = self._order is Qt.SortOrder.DescendingOrder
            found.sort(key=lambda row: row.ranks[column], reverse=descending)
        return found

    def _become(self, wanted: list[Row], changed: frozenset[str]) -> None:
        """Go from the shown rows to `wanted`, telling views no more than what happened."""
        keys = {row.key for row in wanted}
        here = {row.key for row in self._shown}
        if len(here - keys) + len(keys - here) > _FEW:
            self.beginResetModel()
            self._shown = wanted
            self.endResetModel()
            return
        for place in range(len(self._shown) - 1, -1, -1):
            if self._shown[place].key not in keys:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._shown[place]
                self.endRemoveRows()
        self._reorder([row for row in wanted if row.key in here])
        for place, row in enumerate(wanted):
            if row.key not in here:
                self.beginInsertRows(QModelIndex(), place, place)
                self._shown.insert(place, row)
                self.endInsertRows()
        last = len(self.columns) - 1
        for place, row in enumerate(self._shown) if changed else ():
            if row.key in changed:
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def _reorder(self, wanted: list[Row]) -> None:
        moved = any(a.key != b.key for a, b in zip(self._shown, wanted, strict=True))
        if not moved:
            self._shown = wanted
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {row.key: place for place, row in enumerate(wanted)}
        after = [
            self.index(places[self._shown[index.row()].key], index.column()) for index in before
        ]
        self._shown = wanted
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _named(backup: Backup) -> str:
    return backup.name.casefold()


def _made_at(backup: Backup) -> float:
    return _at(backup.created_at)


def _verified_at(backup: Backup) -> float:
    return _at(backup.verified_at)


def _proved_at(backup: Backup) -> float:
    return _at(backup.proved_at)


def _at(when: datetime | None) -> float:
    return when.timestamp() if when else 0.0


def _state_rank(backup: Backup) -> tuple[int, float]:
    """The worst first; of the verified, those whose proof is oldest."""
    return _CONDITION_RANK[condition(backup)], _at(
        backup.local.verified_at if backup.local else None
    )
