"""The rows and columns of the table of transfers, and what may be dragged where."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from kuroibara_desktop.core.transfers import TransferId
from kuroibara_desktop.ui.pieces import plain_tip
from kuroibara_desktop.ui.rows import DISPLAY, ROOT, Index, RowModel
from kuroibara_desktop.ui.transfers.wording import LOOKS, TransferWording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuroibara_desktop.ui.transfers.view import Line

_MIME = "application/x-kuroibara-transfer"
NAME, PROGRESS, STATE = range(3)


class Role(IntEnum):
    """What the delegate asks for besides the text."""

    DETAIL = Qt.ItemDataRole.UserRole
    TONE = Qt.ItemDataRole.UserRole + 1
    SIGN = Qt.ItemDataRole.UserRole + 2
    FRACTION = Qt.ItemDataRole.UserRole + 3


class TransferModel(RowModel):
    """One row for each transfer. A changed one changes its row alone."""

    moved = Signal(str, object)  # TransferId, and the one that it goes in front of, or None

    def __init__(
        self, wording: TransferWording | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.wording = wording or TransferWording(self)
        self._lines: tuple[Line, ...] = ()
        self.titles = (self.tr("Backup"), self.tr("Progress"), self.tr("State"))

    def show(self, lines: Sequence[Line]) -> None:
        before, after = self._lines, tuple(lines)
        if [line.id for line in before] != [line.id for line in after]:
            self.beginResetModel()
            self._lines = after
            self.endResetModel()
            return
        self._lines = after
        for row, (old, new) in enumerate(zip(before, after, strict=True)):
            if old is not new and old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, STATE))

    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def line_at(self, row: int) -> Line:
        return self._lines[row]

    def key_at(self, row: int) -> str:
        return self._lines[row].id

    def row_of(self, key: str) -> int | None:
        return next((row for row, line in enumerate(self._lines) if line.id == key), None)

    def movable(self) -> list[TransferId]:
        """Those that have a place in the queue, in its order."""
        return [line.id for line in self._lines if line.movable]

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == DISPLAY:
            return self._text(line, column)
        if role == Role.DETAIL:
            return self.wording.detail(line)
        if role == Role.TONE:
            return LOOKS[line.phase][0]
        if role == Role.SIGN:
            return LOOKS[line.phase][1]
        if role == Role.FRACTION:
            return None if line.ended else line.fraction
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{line.name}\n{self.wording.detail(line)}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if column == NAME:
                return f"{line.name}. {self.wording.detail(line)}"
            return f"{self.titles[column]}: {self._text(line, column)}"
        return None

    def _text(self, line: Line, column: int) -> str:
        if column == NAME:
            return line.name
        return self.wording.percent(line) if column == PROGRESS else self.wording.state(line)

    # Dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        if self._lines[index.row()].movable:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        dragged = next((self._lines[i.row()].id for i in indexes if i.isValid()), "")
        made.setData(_MIME, dragged.encode())
        return made

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: Index
    ) -> bool:
        # Between what is wanted, or right behind it; never among what has ended.
        return data.hasFormat(_MIME) and 0 <= row <= len(self.movable())

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        order = self.movable()
        dragged = TransferId(bytes(data.data(_MIME).data()).decode())
        before = order[row] if row < len(order) else None
        if dragged in order and dragged != before:
            self.moved.emit(dragged, before)
        return False  # the row moves once the queue says so; the view must not take it out
