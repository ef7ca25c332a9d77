"""The window that tells one backup in full; it works without a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFontDatabase,
    QGuiApplication,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.backups.facts import Facts, plain_text
from kuroibara_desktop.ui.dialogs import Dialog
from kuroibara_desktop.ui.pieces import ElidedLabel, button, card, column, label
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.core.checks import Drill
    from kuroibara_desktop.ui.backups.facts import Section
    from kuroibara_desktop.ui.backups.wording import Wording


class PropertiesDialog(Dialog):
    """Read and copied by mouse and keys. What a rehearsal proved is added once it is known."""

    folder_asked = Signal(object)  # Backup

    def __init__(self, backup: Backup, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.backup = backup
        self._facts = Facts(wording, self)
        self._sections = self._facts.sections(backup)
        self.setWindowTitle(self.tr("Properties of {name}").format(name=backup.name))
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setUndoRedoEnabled(False)
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(self.tr("Everything known about this backup"))
        self.sum_button = button(self.tr("Copy checksum"), "quiet")
        self.all_button = button(self.tr("Copy all"), "quiet")
        self.folder_button = button(self.tr("Open folder"), icon="folder")
        self.close_button = button(self.tr("Close"), "primary")
        self.close_button.setDefault(True)
        self._sum = _checksum(backup)
        self.sum_button.setVisible(bool(self._sum))
        self.folder_button.setVisible(backup.local is not None)
        self.sum_button.clicked.connect(self._copy_sum)
        self.all_button.clicked.connect(self._copy_all)
        self.folder_button.clicked.connect(lambda: self.folder_asked.emit(backup))
        self.close_button.clicked.connect(self.accept)

        head = column(gap=4)
        head.addWidget(ElidedLabel(backup.name, Type.FIGURE))
        head.addWidget(label(wording.summary(backup), Type.DETAIL, tone="muted", wrap=True))
        surface = card()
        holder = column(surface)
        holder.setContentsMargins(14, 10, 6, 10)
        holder.addWidget(self.text)
        foot = WrappingRow(gap=8)
        for made in (self.sum_button, self.all_button):
            foot.addWidget(made)
        foot.addStretch()
        for made in (self.folder_button, self.close_button):
            foot.addWidget(made)
        whole = column(self, margins=24, gap=16)
        whole.addLayout(head)
        whole.addWidget(surface, 1)
        whole.addLayout(foot)
        scale = theme.current().scale
        self.resize(round(680 * scale), round(620 * scale))
        self.setMinimumSize(round(420 * scale), round(320 * scale))
        theme.current().changed.connect(self._write)
        self._write()
        self.close_button.setFocus()

    def show_drill(self, drill: Drill) -> None:
        """Add what the server's last rehearsal of a restore proved."""
        self._sections = self._facts.sections(self.backup, drill)
        self._write()

    def plain(self) -> str:
        return plain_text(self._sections)

    def _copy_sum(self) -> None:
        QGuiApplication.clipboard().setText(self._sum)
        self.sum_button.setText(self.tr("Copied"))

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.plain())
        self.all_button.setText(self.tr("Copied"))

    def _write(self) -> None:
        """Fill the document by its cursor: no word of a stranger is ever read as markup."""
        place = self.text.verticalScrollBar().value()
        self.text.clear()
        self.text.viewport().setAutoFillBackground(False)
        writer = _Writer(self.text)
        for number, section in enumerate(self._sections):
            writer.write(section, first=number == 0)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.verticalScrollBar().setValue(place)


class _Writer:
    """Writes sections into a document in the colours of the theme."""

    def __init__(self, text: QTextEdit) -> None:
        look = theme.current()
        self._cursor = text.textCursor()
        self._title = _letters(Type.CARD_TITLE, "text")
        self._name = _letters(Type.DETAIL, "muted")
        self._value = _letters(Type.DETAIL, "text")
        self._code = _letters(Type.SMALL, "text")
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._code.setFontFamilies(fixed.families())
        self._code.setBackground(look.tokens.color("raised"))

    def write(self, section: Section, *, first: bool) -> None:
        above = 0 if first else 14
        self._line(section.title, self._title, above=above, below=4, first=first)
        if section.facts:
            self._table(section.facts)
        for line in section.lines:
            self._line(line, self._value, above=2, below=2)
        for line in section.code.splitlines():
            self._line(line, self._code)

    def _line(
        self,
        text: str,
        letters: QTextCharFormat,
        *,
        above: int = 0,
        below: int = 0,
        first: bool = False,
    ) -> None:
        shape = QTextBlockFormat()
        shape.setTopMargin(above)
        shape.setBottomMargin(below)
        if first:
            self._cursor.setBlockFormat(shape)
        else:
            self._cursor.insertBlock(shape)
        self._cursor.insertText(text, letters)

    def _table(self, facts: Sequence[tuple[str, str]]) -> None:
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setCellPadding(2)
        shape.setCellSpacing(0)
        name, value = QTextLength.Type.FixedLength, QTextLength.Type.PercentageLength
        widths = [QTextLength(name, 130 * theme.current().scale), QTextLength(value, 100)]
        shape.setColumnWidthConstraints(widths)
        table = self._cursor.insertTable(len(facts), 2, shape)
        for number, (told, what) in enumerate(facts):
            for place, text, letters in ((0, told, self._name), (1, what, self._value)):
                cell = table.cellAt(number, place).firstCursorPosition()
                cell.insertText(text, letters)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)


def _letters(kind: Type, role: str) -> QTextCharFormat:
    look = theme.current()
    made = QTextCharFormat()
    made.setFont(look.font(kind))
    made.setForeground(look.tokens.color(role))
    return made


def _checksum(backup: Backup) -> str:
    here = backup.local.sha256 if backup.local else None
    there = backup.remote.sha256 if backup.remote else None
    return here or there or ""
