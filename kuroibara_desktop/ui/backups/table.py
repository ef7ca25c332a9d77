"""How the table of backups looks and answers to mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.backups.choices import copyable
from kuroibara_desktop.ui.backups.drawing import Rows
from kuroibara_desktop.ui.backups.model import (
    CONTENTS,
    KIND,
    NAME,
    PROVED,
    SIZE,
    SPARE,
    STATE,
    VERIFIED,
    BackupModel,
    Draw,
)
from kuroibara_desktop.ui.rows import PAD, RowTable, px
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.ui.backups.model import Looks


class BackupTable(RowTable):
    """The table. It knows where the mouse is; what a press means is the page's business."""

    copy_pressed = Signal(object)
    opened = Signal()
    delete_pressed = Signal()
    menu_asked = Signal(QPoint)  # on the screen
    most_chosen_again = 100  # more were chosen with one key, and so can they be again

    def __init__(self, model: BackupModel) -> None:
        super().__init__(
            model,
            name=self.tr("Backups"),
            titles=self.tr("Columns of the table; press one to sort by it"),
            high=42,
            figures=[n for n, about in enumerate(model.columns) if about.draw is Draw.FIGURE],
        )
        self._columns = model.columns
        self._model = model
        self._pressed_row = -1
        self.busy_keys: frozenset[str] = frozenset()
        self._rows = Rows(self)
        self.setItemDelegate(self._rows)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        self.setSortingEnabled(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_widths(header)
        self._width_of = {c: header.sectionSize(c) for c in (SIZE, CONTENTS, *SPARE)}

    def draw_of(self, column: int) -> Draw:
        return self._columns[column].draw

    def looks_of(self, row: int) -> Looks:
        return self._model.looks_of(row)

    def chosen(self) -> list[Backup]:
        return [self._model.backup_at(row) for row in self.chosen_rows()]

    def sort_or_turn(self, column: int) -> None:
        """Sort by a column, or the other way round where it is sorted by it already."""
        header = self.horizontalHeader()
        same = header.sortIndicatorSection() == column
        ascending = header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        self.sortByColumn(column, down if same and ascending else up)

    def mark_busy(self, keys: Sequence[str]) -> None:
        self.busy_keys = frozenset(keys)
        self.viewport().update()

    def is_busy(self, row: int) -> bool:
        return bool(self.busy_keys) and self._model.key_at(row) in self.busy_keys

    # The button in a row: a short way to the same action as below the table

    def has_button(self, row: int) -> bool:
        """The one chosen row has it; of several, one presses the button below the table."""
        chosen = self.selectionModel().selection()
        if chosen.size() != 1 or chosen.at(0).top() != row or chosen.at(0).bottom() != row:
            return False
        backup = self._model.backup_at(row)
        return copyable(backup) and backup.key not in self.busy_keys

    def button_rect(self, row: int) -> QRect:
        cell = self.visualRect(self._model.index(row, STATE))
        return self._button_in(cell)

    def paint_button(self, painter: QPainter, cell: QRect) -> None:
        look = theme.current()
        box = QRectF(self._button_in(cell)).adjusted(0.5, 0.5, -0.5, -0.5)
        over = self._button_in(cell).contains(self.viewport().mapFromGlobal(self.cursor().pos()))
        painter.setPen(QPen(look.tokens.color("edge"), 1))
        painter.setBrush(look.tokens.color("raised" if over else "surface"))
        painter.drawRoundedRect(box, 8, 8)
        painter.setFont(look.font(Type.STRONG))
        painter.setPen(look.tokens.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tr("Copy here"))

    def _button_in(self, cell: QRect) -> QRect:
        metrics = QFontMetrics(theme.current().font(Type.STRONG))
        width = metrics.horizontalAdvance(self.tr("Copy here")) + px(26)
        height = px(28)
        return QRect(cell.left() + px(PAD), cell.center().y() - height // 2 + 1, width, height)

    def _set_widths(self, header: QHeaderView) -> None:
        # As wide as the longest text that usually stands there, in the font and language in use.
        samples = {
            Draw.TEXT: (self.tr("Database"), 24),
            Draw.FIGURE: ("999.9 MiB", 34),
            Draw.QUIET: (self.tr("Today") + " 00:00", 30),
            Draw.PILL: (self.tr("On the server"), 40),
        }
        metrics = QFontMetrics(theme.current().font(Type.STRONG))
        for column, about in enumerate(self._columns):
            if about.draw in samples:
                text, room = samples[about.draw]
                text = max(text, about.title, key=len)
                header.resizeSection(column, metrics.horizontalAdvance(text) + px(room))
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(px(70))
        header.moveSection(header.visualIndex(KIND), header.visualIndex(NAME) + 1)
        for spare in (VERIFIED, PROVED):
            header.moveSection(header.visualIndex(spare), header.visualIndex(STATE))

    def _stretch(self) -> None:
        """Name and state share what the others leave, the name a little more.

        Columns that say what is told elsewhere, too, come only where there is room for them.
        """
        header = self.horizontalHeader()
        optional = (SIZE, CONTENTS, *SPARE)
        others = (c for c in range(header.count()) if c not in (NAME, STATE, *optional))
        free = self.viewport().width() - sum(header.sectionSize(c) for c in others)
        # The names that the engine itself gives should be readable in full where there is room.
        metrics = QFontMetrics(theme.current().font(Type.STRONG))
        usual = metrics.horizontalAdvance("kuroibara_backup_20261123_023555") + px(34)
        for column in optional:
            wanted = self._width_of[column]
            least = usual + px(190) if column in SPARE else px(150) + px(130)
            fits = free - wanted >= least
            header.setSectionHidden(column, not fits)
            free -= wanted if fits else 0
        state = px(190) if free >= px(340) else px(150)
        wide = min(max(usual, round(free * 0.52)), max(px(110), free - state))
        header.resizeSection(NAME, wide)
        header.resizeSection(STATE, max(px(110), free - wide))

    # What Qt tells

    def paintEvent(self, event: QPaintEvent) -> None:
        self._rows.freshen()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A press on a row that is not chosen yet only chooses it: its button was not there to see.
        self._pressed_row = self._button_at(event)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what lies under the mouse; a second press on the button of a row is one on it."""
        self._pressed_row = self._button_at(event)
        super().mouseDoubleClickEvent(event)
        there = self.indexAt(event.position().toPoint()).isValid()
        if there and self._pressed_row < 0 and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    def _button_at(self, event: QMouseEvent) -> int:
        place = event.position().toPoint()
        row = self.indexAt(place).row()
        over = row >= 0 and self.has_button(row) and self.button_rect(row).contains(place)
        return row if over else -1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        row = self.indexAt(place).row()
        pressed, self._pressed_row = self._pressed_row, -1
        if row >= 0 and row == pressed and self.button_rect(row).contains(place):
            self.copy_pressed.emit(self._model.backup_at(row))

    def answers(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self.chosen():
            self.delete_pressed.emit()
        else:
            return False
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu; by its key it opens at the row that the keyboard is in."""
        event.accept()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.ask_menu()
        else:
            self.menu_asked.emit(self.viewport().mapToGlobal(event.pos()))

    def ask_menu(self) -> None:
        """Ask for the menu of the choice, where the keyboard is."""
        place = self.visualRect(self.currentIndex()).center()
        self.menu_asked.emit(self.viewport().mapToGlobal(place))
