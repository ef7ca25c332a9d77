"""Which rows and columns the table of backups has, how they read and how they sort."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.backups import Backup, Where
from kuroibara_desktop.ui.backups.choices import Condition, condition

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole


class Role(IntEnum):
    """What the delegate and the proxy ask for besides the text."""

    SORT = Qt.ItemDataRole.UserRole
    TONE = Qt.ItemDataRole.UserRole + 1
    SIGN = Qt.ItemDataRole.UserRole + 2
    BACKUP = Qt.ItemDataRole.UserRole + 3


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


class BackupModel(QAbstractTableModel):
    """The merged list. Rows keep their place in the model; the proxy sorts."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._rows: list[Backup] = []
        self.columns: tuple[Column, ...] = (
            Column(self.tr("Name"), Draw.NAME, lambda b: b.name, lambda b: b.name.casefold()),
            Column(self.tr("Contents"), Draw.TEXT, self.contents, self.contents),
            Column(
                self.tr("Size"), Draw.FIGURE, lambda b: formatting.size(b.size), lambda b: b.size
            ),
            Column(self.tr("Made"), Draw.QUIET, self.made, _made_at, self._made_tip),
            Column(self.tr("Where"), Draw.PILL, self.where, lambda b: b.where.value),
            Column(self.tr("State"), Draw.STATE, self.state, self.state, self._state_tip),
        )

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if orientation is Qt.Orientation.Horizontal and role == _DISPLAY:
            return self.columns[section].title
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == _DISPLAY:
            return column.text(row)
        if role == Role.SORT:
            return column.sort(row)
        if role == Role.BACKUP:
            return row
        if role == Role.TONE:
            return self._tone(row, column)
        if role == Role.SIGN:
            return self._sign(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) or column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(row)}"
        return None

    # What the page does

    def show(self, backups: Sequence[Backup]) -> None:
        """Take over a new list; rows that stay keep their selection and their place."""
        wanted = {backup.key: backup for backup in backups}
        for row in range(len(self._rows) - 1, -1, -1):
            if self._rows[row].key not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
        for row, old in enumerate(self._rows):
            new = wanted.pop(old.key)
            if new != old:
                self._rows[row] = new
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
        if wanted:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(wanted) - 1)
            self._rows.extend(wanted.values())
            self.endInsertRows()

    def backups(self) -> tuple[Backup, ...]:
        return tuple(self._rows)

    def row_of(self, key: str) -> int | None:
        return next((row for row, backup in enumerate(self._rows) if backup.key == key), None)

    # How a backup reads

    def contents(self, backup: Backup) -> str:
        if backup.includes_storage is None:
            return self.tr("Unknown")
        return self.tr("Full") if backup.includes_storage else self.tr("Database")

    def made(self, backup: Backup) -> str:
        when = backup.created_at
        return self.tr("Unknown") if when is None else self.day(when, with_time=True)

    def where(self, backup: Backup) -> str:
        return {
            Where.SERVER: self.tr("On the server"),
            Where.HERE: self.tr("Here only"),
            Where.BOTH: self.tr("Both"),
            Where.DAMAGED: self.tr("Damaged here"),
        }[backup.where]

    def state(self, backup: Backup) -> str:
        local = backup.local
        verified_at = local.verified_at if local else None
        match condition(backup):
            case Condition.DAMAGED_HERE:
                return local.damages[0] if local and local.damages else self.tr("Damaged")
            case Condition.DAMAGED_ON_SERVER:
                return self.tr("Damaged on the server")
            case Condition.BEING_WRITTEN:
                return self.tr("Being written")
            case Condition.SUSPECT:
                return self.tr("Suspect: much smaller")
            case Condition.VERIFIED if verified_at is not None:
                return self.tr("Verified {day}").format(day=self.day(verified_at, inline=True))
            case Condition.VERIFIED:
                return self.tr("Verified")
            case Condition.UNVERIFIED:
                return self.tr("Not verified yet")
            case Condition.NOT_COPIED:
                return self.tr("No copy here yet")

    def day(self, when: datetime, *, with_time: bool = False, inline: bool = False) -> str:
        """`Today 03:41`, `15 Nov`, `15 Nov 2025`: in the zone and the language of this computer."""
        here, today = when.astimezone(), self._now().astimezone().date()
        if here.date() == today:
            word = self.tr("today") if inline else self.tr("Today")
            return f"{word} {here:%H:%M}" if with_time else word
        locale = QLocale()
        form = "d MMM" if here.year == today.year else "d MMM yyyy"
        return locale.toString(QDate(here.year, here.month, here.day), form)

    def _made_tip(self, backup: Backup) -> str:
        when = backup.created_at
        if when is None:
            return ""
        side = backup.remote or backup.local
        if side is not None and side.time_is_guessed:
            return self.tr(
                "{moment}. The server gave this time without a time zone, "
                "so it may be off by some hours."
            ).format(moment=formatting.moment(when))
        return formatting.moment(when.astimezone())

    def _state_tip(self, backup: Backup) -> str:
        local = backup.local
        if local is None:
            return ""
        return "\n".join((self.state(backup), *local.damages, *local.not_proved))

    def _tone(self, backup: Backup, column: Column) -> str:
        if column.draw is Draw.PILL:
            return _WHERE_TONE[backup.where]
        if column.draw is Draw.STATE:
            return _CONDITION_LOOK[condition(backup)][0]
        return ""

    def _sign(self, backup: Backup, column: Column) -> str:
        if column.draw is Draw.NAME:
            return "pin" if backup.remote is not None and backup.remote.pinned else ""
        if column.draw is Draw.STATE:
            return _CONDITION_LOOK[condition(backup)][1]
        return ""


def _made_at(backup: Backup) -> float:
    return backup.created_at.timestamp() if backup.created_at else 0.0


class BackupProxy(QSortFilterProxyModel):
    """The rows in the order asked for, and of them those that hold every word searched for."""

    def __init__(self, model: BackupModel) -> None:
        super().__init__(model)
        self._model = model
        self._words: tuple[str, ...] = ()
        self.setSourceModel(model)
        self.setSortRole(Role.SORT)

    def search(self, text: str) -> None:
        self._words = tuple(text.casefold().split())
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        if not self._words:
            return True
        backup = self._model.backups()[row]
        texts = [column.text(backup) for column in self._model.columns]
        texts += [backup.kind or "", f"{backup.created_at:%Y-%m-%d}" if backup.created_at else ""]
        haystack = " ".join(texts).casefold()
        return all(word in haystack for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = left.data(Role.SORT), right.data(Role.SORT)
        if one == other:  # the newer first among equals
            return _made_at(left.data(Role.BACKUP)) < _made_at(right.data(Role.BACKUP))
        return bool(one < other)

    def backup_at(self, row: int) -> Backup:
        made: Backup = self.index(row, 0).data(Role.BACKUP)
        return made
