"""The dialogs of a restore: the server's name typed, the password once more, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from kuroibara_desktop.core.errors import CodeRequired, CodeWrong
from kuroibara_desktop.core.restoring import names_match
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.dialogs import Dialog
from kuroibara_desktop.ui.pieces import Notice, button, column, label
from kuroibara_desktop.ui.restore.secret import Secret
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
        """As tall as its sentences are at this width."""
        super().showEvent(event)
        self.adjustSize()

    def add_field(self, caption: str, field: QLineEdit) -> None:
        words = label(caption, Type.STRONG, wrap=True)
        words.setBuddy(field)
        field.setAccessibleName(caption)
        self.body.addWidget(words)
        self.body.addWidget(field)

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
        self.adjustSize()


class ConfirmDialog(Question):
    """Lets a restore begin once the server's name was typed."""

    confirmed = Signal(str)

    def __init__(self, server_name: str, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.ask(self.tr("Replace what is there?"), sentence, self.tr("Restore now"))
        self._server_name = server_name
        self.name = QLineEdit()
        self.add_field(self.tr("Type {name} to go on").format(name=server_name), self.name)
        self.name.setAccessibleName(self.tr("Name of the server"))
        self.name.textChanged.connect(self._weigh)
        self.name.returnPressed.connect(self._go)
        self.yes.clicked.connect(self._go)
        self.yes.setEnabled(False)
        self.name.setFocus()

    def _weigh(self) -> None:
        self.yes.setEnabled(names_match(self.name.text(), self._server_name))
        self.notice.say("")

    def _go(self) -> None:
        if names_match(self.name.text(), self._server_name):
            self.work(True)
            self.confirmed.emit(self.name.text())
        elif self.name.text():
            self.notice.say(self.tr("That is not the server's name: nothing was begun."), "warn")
            self.adjustSize()


class PasswordDialog(Question):
    """Asks for the password once more, and for a code when the server wants one."""

    given = Signal(object)  # Secret

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ask(
            self.tr("Your password once more"),
            self.tr("What replaces a library wants it. It is sent to the server only."),
            self.tr("Go on"),
        )
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.code = QLineEdit()
        self.code.setProperty("kind", "code")
        self.code.setMaxLength(6)
        self.code.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,6}"), self))
        self.add_field(self.tr("Password"), self.password)
        self._code_at = self.body.count()
        self.add_field(self.tr("Code of your authenticator app"), self.code)
        self._show_code(False)
        for field in (self.password, self.code):
            field.textChanged.connect(self._weigh)
            field.returnPressed.connect(self._go)
        self.yes.clicked.connect(self._go)
        self._weigh()
        self.password.setFocus()

    def show_error(self, error: BackupError) -> None:
        """Say what was wrong; where a code is wanted, ask for it."""
        self.work(False)
        if isinstance(error, CodeRequired | CodeWrong):
            self._show_code(True)
            self.code.clear()
            self.code.setFocus()
            if isinstance(error, CodeWrong):
                super().show_error(error)
        else:
            super().show_error(error)
            self.password.selectAll()
            self.password.setFocus()
        self._weigh()
        self.adjustSize()

    def _show_code(self, shown: bool) -> None:
        for place in (self._code_at, self._code_at + 1):
            item = self.body.itemAt(place)
            if item is not None and (widget := item.widget()) is not None:
                widget.setVisible(shown)

    def _weigh(self) -> None:
        wanted = self.code.isVisibleTo(self)
        self.yes.setEnabled(
            bool(self.password.text()) and (not wanted or len(self.code.text()) == 6)
        )

    def _go(self) -> None:
        if self.yes.isEnabled():
            self.work(True)
            self.given.emit(Secret(password=self.password.text(), code=self.code.text() or None))


class RollBackDialog(Question):
    """The way back has a confirmation of its own, which says what would be put aside."""

    def __init__(self, lost: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.ask(
            self.tr("Return to what was there before?"),
            lost,
            self.tr("Roll back"),
        )
        self.yes.clicked.connect(self.accept)
        self.no.setFocus()


class KeepOrRestoreDialog(Question):
    """What is to become of a file that was dropped on the window, or given at the start."""

    keep_asked = Signal()
    restore_asked = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.ask(
            self.tr("What should become of it?"),
            self.tr(
                "{name} can be kept beside your other copies, or brought back to the server. "
                "It is only read, and nothing changes on the server before you confirm it."
            ).format(name=name),
            self.tr("Restore"),
        )
        self.keep: QPushButton = button(self.tr("Keep in my archive"), icon="drive")
        self.keep.clicked.connect(self.keep_asked)
        self.keep.clicked.connect(self.accept)
        self.foot.insertWidget(2, self.keep)
        self.yes.clicked.connect(self.restore_asked)
        self.yes.clicked.connect(self.accept)
        self.keep.setFocus()
