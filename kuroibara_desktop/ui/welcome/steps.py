"""The steps themselves: address, sign-in, code, folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRegularExpression, QTimer, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFileDialog, QLineEdit

from kuroibara_desktop.ui.pieces import Icon, Notice, button, column, label, row
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.welcome.frame import Step

_PAUSE = 250  # milliseconds after the last key before a folder is looked at


class AddressStep(Step):
    def __init__(self) -> None:
        super().__init__("", "", "", back=False)
        self.title.setText(self.tr("Where is your library?"))
        self.sentence.setText(
            self.tr("Type the address you open Kuroibara with, or that of its backup engine.")
        )
        self.address = QLineEdit()
        self.address.setPlaceholderText("https://manga.example.net")
        self.add_field(self.tr("Server address"), self.address)
        self.address.textChanged.connect(self._changed)
        self._changed()

    def confirm(self, note: str) -> None:
        """Say what is unsafe about this address, and ask once more."""
        self.say(note, "warn")
        self.next.setText(self.tr("Continue without encryption"))

    def ask_certificate(self, host: str, pairs: str) -> None:
        """Show the fingerprint of a certificate that nobody vouches for."""
        quarters = "\n".join(pairs[at : at + 24].strip(":") for at in range(0, len(pairs), 24))
        self.say(
            self.tr(
                "No authority vouches for the certificate of {host}. Ask whoever runs the server "
                "for its SHA-256 fingerprint, and go on only if it is this one:"
            ).format(host=host)
            + f"\n\n{quarters}",
            "warn",
        )
        self.next.setText(self.tr("Trust this certificate"))

    def _changed(self) -> None:
        self.next.setText(self.tr("Continue"))
        self.set_ready(bool(self.address.text().strip()))
        self.say("")


class SignInStep(Step):
    def __init__(self) -> None:
        super().__init__("", "", "")
        self.title.setText(self.tr("Sign in"))
        self.sentence.setText(self.tr("With your Kuroibara user name and password."))
        self.next.setText(self.tr("Sign in"))
        self._host = label("", Type.STRONG)
        self._found = label("", Type.SMALL, tone="muted")
        words = column(gap=1)
        words.addWidget(self._host)
        words.addWidget(self._found)
        found = row(gap=12)
        found.addWidget(Icon("server", "accent", 22))
        found.addLayout(words, 1)
        self.body.addLayout(found)
        self.note = Notice()
        self.body.addSpacing(4)
        self.body.addWidget(self.note)
        self.body.addSpacing(6)
        self.user = QLineEdit()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field(self.tr("User name"), self.user)
        self.add_field(self.tr("Password"), self.password)
        for field in (self.user, self.password):
            field.textChanged.connect(self._changed)
        self._changed()

    def show_found(self, host: str, what: str, note: str) -> None:
        self._host.setText(host)
        self._found.setText(what)
        self.note.say(note, "warn" if note else "")

    def _changed(self) -> None:
        self.set_ready(bool(self.user.text().strip() and self.password.text()))


class CodeStep(Step):
    def __init__(self) -> None:
        super().__init__("", "", "")
        self.title.setText(self.tr("One more step"))
        self.sentence.setText(
            self.tr("Type the six digits that your authenticator app shows for this server.")
        )
        self.next.setText(self.tr("Sign in"))
        self.code = QLineEdit()
        self.code.setProperty("kind", "code")
        self.code.setMaxLength(6)
        self.code.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,6}"), self))
        self.add_field(self.tr("Code"), self.code)
        self.code.textChanged.connect(self._changed)
        self._changed()

    def _changed(self) -> None:
        self.set_ready(len(self.code.text()) == 6)


class FolderStep(Step):
    """Asks what speaks against a folder each time it changes, and shows the answer."""

    looked_for = Signal(object)  # Path

    def __init__(self, suggestion: Path) -> None:
        super().__init__("", "", "")
        self.title.setText(self.tr("Where should copies go?"))
        self.sentence.setText(
            self.tr(
                "Choose a folder for your offsite archive, best on a drive of its own. "
                "The copies hold every user's data and password hashes: keep them private."
            )
        )
        self.next.setText(self.tr("Use this folder"))
        self.folder = QLineEdit(str(suggestion))
        self.browse = button(self.tr("Choose…"), icon="folder")
        self.browse.setAccessibleName(self.tr("Choose a folder"))
        self.browse.clicked.connect(self._browse)
        self.add_field(self.tr("Archive folder"), self.folder, beside=self.browse)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self.folder.textChanged.connect(self._changed)
        self.set_ready(False)

    def path(self) -> Path:
        return Path(self.folder.text().strip()).expanduser()

    def look(self) -> None:
        """Have the folder judged now; called when the step opens."""
        self._look()

    def show_judgement(self, folder: Path, objections: tuple[str, ...], remarks: str) -> None:
        """An objection forbids the folder; a remark only has to be read."""
        if folder != self.path():
            return  # typed on since
        if objections:
            self.say(" ".join(objections), "bad")
        else:
            self.say(remarks, "warn" if remarks else "")
        self.set_ready(not objections)

    def _changed(self) -> None:
        self.set_ready(False)
        self.say("")
        self._pause.start()

    def _look(self) -> None:
        if self.folder.text().strip():
            self.looked_for.emit(self.path())

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the archive folder"), str(self.path()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class SessionOnlyStep(Step):
    """No keyring to keep the sign-in in: the user chooses, and is told what it means."""

    def __init__(self) -> None:
        super().__init__("", "", "")
        self.title.setText(self.tr("Your sign-in cannot be kept"))
        self.sentence.setText(
            self.tr(
                "You can stay signed in until you close this window. "
                "Nothing is written to the disk; next time you sign in again."
            )
        )
        self.next.setText(self.tr("This session only"))
        self.again = button(self.tr("Try the keyring again"))
        self.foot.insertWidget(self.foot.count() - 1, self.again)
