"""The shape of a dialog that asks one thing: what, why, where it is answered, and two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.dialogs import Dialog
from kuroibara_desktop.ui.pieces import Notice, button, column, label, row
from kuroibara_desktop.ui.saying import told
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from kuroibara_backup.errors import BackupError


class Question(Dialog):
    """A title, a sentence, a body, and two buttons. It stays open until `done` or cancelled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = label("", Type.FIGURE, wrap=True)
        self._sentence = label("", tone="muted", wrap=True)
        self.body = column(gap=6)
        self.notice = Notice()
        self.yes = button("", "primary")
        self.no = button(self.tr("Cancel"))
        self.no.clicked.connect(self.reject)
        head = column(gap=6)
        head.addWidget(self._title)
        head.addWidget(self._sentence)
        foot = WrappingRow(gap=8)
        self.foot = foot
        foot.addStretch()
        foot.addWidget(self.no)
        foot.addWidget(self.yes)
        whole = column(self, margins=24, gap=18)
        whole.addLayout(head)
        whole.addLayout(self.body)
        whole.addWidget(self.notice)
        whole.addLayout(foot)
        self.setFixedWidth(round(480 * theme.current().scale))

    def ask(self, title: str, sentence: str, action: str) -> None:
        """Put the question into words."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.yes.setText(action)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def add_field(self, caption: str, field: QWidget, *, beside: QWidget | None = None) -> QWidget:
        """Append a field under its caption; returns the two as one part of the body."""
        part = QWidget()
        inner = column(part, gap=6)
        inner.setContentsMargins(0, 8 if self.body.count() else 0, 0, 0)
        words = label(caption, Type.STRONG, wrap=True)
        words.setBuddy(field)
        field.setAccessibleName(caption)
        line = row(gap=8)
        line.addWidget(field, 1)
        if beside is not None:
            line.addWidget(beside)
        inner.addWidget(words)
        inner.addLayout(line)
        self.body.addWidget(part)
        return part

    def work(self, busy: bool) -> None:
        """While the server is asked, nothing can be changed."""
        for child in self.findChildren(QLineEdit):
            child.setEnabled(not busy)
        self.yes.setEnabled(not busy)
        if busy:
            self.notice.say("")

    def show_error(self, error: BackupError) -> None:
        self.work(False)
        self.notice.say(told(error).whole, "bad")
        self.fit()
