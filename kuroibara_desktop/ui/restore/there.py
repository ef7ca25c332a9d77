"""The dialog that asks which backup of the server is to come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kuroibara_desktop.ui import formatting, icons, theme
from kuroibara_desktop.ui.pieces import label
from kuroibara_desktop.ui.question import Question
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.backups import Backup, RemoteBackup
    from kuroibara_desktop.ui.tasks import Tasks


class _TwoLines(QStyledItemDelegate):
    """The first line strong, the second one quiet; what is chosen carries a sign, too."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, round(50 * theme.current().scale))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look = theme.current()
        rect: QRect = option.rect  # type: ignore[attr-defined,unused-ignore]  # not in its types
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined,unused-ignore]  # not in its types
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, gap = round(18 * look.scale), round(10 * look.scale)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.tokens.color("accent_soft"))
            painter.drawRoundedRect(QRectF(rect), 6, 6)
        elif index.row() < index.model().rowCount() - 1:
            line = look.tokens.color("line")
            painter.fillRect(rect.left() + gap, rect.bottom(), rect.width() - 2 * gap, 1, line)
        words = rect.adjusted(gap, round(6 * look.scale), -gap, -round(7 * look.scale))
        sign = QRect(words.right() - side, rect.center().y() - side // 2, side, side)
        words.setRight(sign.left() - gap)
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            sign.moveLeft(rect.left() + gap)
            words.translate(side + gap, 0)
        if chosen:
            icons.paint("check", painter, QRectF(sign), look.tokens.color("accent"))
        name, _, about = str(index.data()).partition("\n")
        start = Qt.AlignmentFlag.AlignLeading
        for text, font, role, place in (
            (name, Type.STRONG, "text", Qt.AlignmentFlag.AlignTop),
            (about, Type.SMALL, "muted", Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(look.font(font))
            painter.setPen(look.tokens.color(role))
            elided = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideMiddle, words.width()
            )
            painter.drawText(words, start | place, elided)
        painter.restore()


class ThereDialog(Question):
    """Says `chosen(backup)`. Two lines a backup: its name, and what tells it from the others."""

    chosen = Signal(object)  # Backup

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ask(
            self.tr("Which backup is to come back?"),
            self.tr(
                "It is restored where it lies on the server. Nothing changes there until you have "
                "seen what would change."
            ),
            self.tr("Use this one"),
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search by name"))
        self.search.setAccessibleName(self.tr("Search by name"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups on the server"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setItemDelegate(_TwoLines(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(round(300 * theme.current().scale))
        self.list.itemSelectionChanged.connect(self._weigh)
        self.list.itemActivated.connect(self._take)
        self.summary = label(self.tr("Asking the server…"), Type.DETAIL, tone="muted", wrap=True)
        for part in (self.search, self.list, self.summary):
            self.body.addWidget(part)
        self.yes.clicked.connect(self._take)
        self.yes.setEnabled(False)
        self.search.setFocus()

    def read(self, tasks: Tasks, asked: Callable[[], Sequence[Backup]]) -> None:
        """Open, and have the server asked meanwhile; closed, nobody waits for its answer."""
        asking = tasks.call(asked, succeeded=self.show_backups, failed=self.show_error)
        self.finished.connect(asking.cancel)
        self.open()

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Begin with the newest of them."""
        for backup in backups:
            if backup.remote is None:
                continue
            item = QListWidgetItem(f"{backup.name}\n{self._about(backup.remote)}")
            item.setData(Qt.ItemDataRole.UserRole, backup)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        self._weigh()

    def show_error(self, error: BackupError) -> None:
        self.summary.setText("")
        super().show_error(error)
        self._weigh()

    def _about(self, remote: RemoteBackup) -> str:
        contents = self.tr("full") if remote.includes_storage else self.tr("database only")
        state = self.tr("not verified")
        if remote.verified_at is not None:
            state = self.tr("verified")
        if remote.suspect:
            state = self.tr("suspect")
        made = formatting.moment(remote.created_at.astimezone())
        return " · ".join((made, contents, formatting.size(remote.size), state))

    def _search(self, words: str) -> None:
        for number in range(self.list.count()):
            item = self.list.item(number)
            item.setHidden(words.casefold() not in item.text().casefold())
        chosen = self.list.currentItem()
        if chosen is not None and chosen.isHidden():  # what cannot be seen is not meant
            self.list.setCurrentRow(-1)

    def _weigh(self) -> None:
        count = self.list.count()
        words = self.tr("{count} backups can be restored where they lie.")
        if count == 1:
            words = self.tr("One backup can be restored where it lies.")
        elif not count:
            words = self.tr("The server has no finished backup that it could restore.")
        if not self.notice.isVisibleTo(self):
            self.summary.setText(words.format(count=count))
        self.yes.setEnabled(bool(self.list.selectedItems()))

    def _take(self) -> None:
        for item in self.list.selectedItems():
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()
