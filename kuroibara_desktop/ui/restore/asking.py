"""The dialogs of a restore: the server's name typed, the password once more, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from kuroibara_desktop.core.errors import CodeRequired, CodeWrong
from kuroibara_desktop.core.restoring import names_match
from kuroibara_desktop.ui.pieces import button
from kuroibara_desktop.ui.question import Question
from kuroibara_desktop.ui.restore.secret import Secret

if TYPE_CHECKING:
    from kuroibara_backup.errors import BackupError


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
            self.fit()


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
        self._code_part = self.add_field(self.tr("Code of your authenticator app"), self.code)
        self._code_part.hide()
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
            self._code_part.show()
            self.code.clear()
            self.code.setFocus()
            if isinstance(error, CodeWrong):
                super().show_error(error)
        else:
            super().show_error(error)
            self.password.selectAll()
            self.password.setFocus()
        self._weigh()
        self.fit()

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
