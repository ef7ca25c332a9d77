"""In which order the steps of the first run follow each other, and what each one starts."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kuroibara_desktop.core.errors import (
    CertificateUnknown,
    CodeRequired,
    CodeWrong,
    KeyringLocked,
    KeyringMissing,
)
from kuroibara_desktop.server.tls import in_pairs
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.pieces import Icon, card, column, label, row
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.welcome.steps import (
    AddressStep,
    CodeStep,
    FolderStep,
    SessionOnlyStep,
    SignInStep,
)

if TYPE_CHECKING:
    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.server import Account, Found
    from kuroibara_desktop.ui.desk import Desk, Judgement
    from kuroibara_desktop.ui.tasks import Tasks
    from kuroibara_desktop.ui.welcome.frame import Step


class At(Enum):
    ADDRESS = 0
    SIGN_IN = 1
    CODE = 2
    SESSION_ONLY = 3
    FOLDER = 4


class WelcomeFlow(QWidget):
    """Ends with `finished`: a server, a sign-in and a folder are there."""

    finished = Signal()
    titled = Signal(str)  # what the step in front asks
    keyring_asked = Signal()  # try again whether the keyring knows the sign-in

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk, self._tasks = desk, tasks
        self._found: Found | None = None
        self._confirmed = ""  # the unencrypted address that the user agreed to
        self._certificate = ("", "")  # what was typed, and the fingerprint that was asked about
        self._has_folder = False
        self.address = AddressStep()
        self.sign_in = SignInStep()
        self.code = CodeStep()
        self.session_only = SessionOnlyStep()
        self.folder = FolderStep(Path.home() / "Kuroibara Backups")
        self._at = At.ADDRESS
        self._order: tuple[Step, ...] = (
            self.address,
            self.sign_in,
            self.code,
            self.session_only,
            self.folder,
        )
        self._lay_out()
        self.address.next_asked.connect(self._probe)
        self.sign_in.next_asked.connect(self._sign_in)
        self.sign_in.back_asked.connect(lambda: self.show_step(At.ADDRESS))
        self.code.next_asked.connect(self._sign_in)
        self.code.back_asked.connect(lambda: self.show_step(At.SIGN_IN))
        self.session_only.next_asked.connect(self._session_only)
        self.session_only.again.clicked.connect(self._keyring_again)
        self.session_only.back_asked.connect(lambda: self.show_step(At.SIGN_IN))
        self.folder.looked_for.connect(self._judge)
        self.folder.next_asked.connect(self._adopt)
        self.folder.back.hide()

    # Where it begins

    def begin(self) -> None:
        self.show_step(At.ADDRESS)

    def sign_in_again(self, found: Found, username: str | None, *, has_folder: bool) -> None:
        """The server is known; only the sign-in is missing."""
        self._has_folder = has_folder
        self._take(found)
        self.sign_in.user.setText(username or "")
        self.sign_in.password.clear()
        self.show_step(At.SIGN_IN)

    def ask_keyring(
        self, found: Found, username: str | None, error: BackupError, *, has_folder: bool
    ) -> None:
        """The sign-in may be in a keyring that does not answer."""
        self.sign_in_again(found, username, has_folder=has_folder)
        self.show_step(At.SESSION_ONLY)
        self.session_only.say(error.sentence, "warn")

    def ask_folder(self) -> None:
        self.show_step(At.FOLDER)
        self.folder.look()

    def show_step(self, at: At) -> None:
        step = self._order[at.value]
        if at is At.CODE:
            self.code.code.clear()
        self._at = at
        for other in self._order:
            other.setVisible(other is step)
        step.work(False)
        step.say("")
        step.start()
        self.titled.emit(step.title.text())
        self._where.setText(
            {
                At.ADDRESS: self.tr("Step 1 of 3"),
                At.FOLDER: self.tr("Step 3 of 3"),
            }.get(at, self.tr("Step 2 of 3"))
        )

    def at(self) -> At:
        return self._at

    # Address

    def _probe(self) -> None:
        if self._found is not None and self._confirmed == self.address.address.text():
            self._take(self._found)
            self.show_step(At.SIGN_IN)
            return
        typed = self.address.address.text().strip()
        asked, fingerprint = self._certificate
        agreed = fingerprint if asked == typed else None
        self.address.work(True)
        self._tasks.call(
            lambda: self._desk.probe(typed, agreed), succeeded=self._probed, failed=self._not_probed
        )

    def _probed(self, found: Found) -> None:
        self.address.work(False)
        self._take(found)
        if self._desk.unsafe(found):
            self._confirmed = self.address.address.text()
            self.address.confirm(found.note)
        else:
            self.show_step(At.SIGN_IN)

    def _not_probed(self, error: BackupError) -> None:
        self.address.work(False)
        if isinstance(error, CertificateUnknown):
            typed = self.address.address.text().strip()
            self._certificate = (typed, error.fingerprint)
            self.address.ask_certificate(error.host, in_pairs(error.fingerprint))
        else:
            self.address.show_error(error)

    def _take(self, found: Found) -> None:
        self._found = found
        if found.engine:
            what = self.tr("Kuroibara with backup engine {version}").format(
                version=found.version or ""
            )
        elif found.version:
            what = self.tr("Kuroibara {version}").format(version=found.version)
        else:
            what = self.tr("Kuroibara")
        self.sign_in.show_found(self._desk.host(found), what.strip(), found.note)

    # Sign-in

    def _sign_in(self) -> None:
        found = self._found
        if found is None:
            self.show_step(At.ADDRESS)
            return
        user, password = self.sign_in.user.text().strip(), self.sign_in.password.text()
        code = self.code.code.text() if self.at() is not At.SIGN_IN else ""
        self._order[self.at().value].work(True)
        self._tasks.call(
            lambda: self._desk.sign_in(found, user, password, code or None),
            succeeded=self._signed_in,
            failed=self._not_signed_in,
        )

    def _signed_in(self, _account: Account) -> None:
        self.sign_in.password.clear()  # not kept a moment longer than needed
        self._order[self.at().value].work(False)
        if self._has_folder:
            self.finished.emit()
        else:
            self.ask_folder()

    def _not_signed_in(self, error: BackupError) -> None:
        at = self.at()
        self._order[at.value].work(False)
        if isinstance(error, CodeRequired):
            self.show_step(At.CODE)
        elif isinstance(error, KeyringLocked | KeyringMissing):
            self.show_step(At.SESSION_ONLY)
            self.session_only.say(error.sentence, "warn")
        elif at is At.CODE and isinstance(error, CodeWrong):
            self.code.show_error(error)
        elif isinstance(error, CodeWrong):
            self.show_step(At.CODE)
            self.code.show_error(error)
        else:
            self.show_step(At.SIGN_IN)
            self.sign_in.show_error(error)

    def _session_only(self) -> None:
        self._desk.keep_for_session()
        if self.sign_in.password.text():
            self._sign_in()
        else:
            self.show_step(At.SIGN_IN)

    def _keyring_again(self) -> None:
        if self.sign_in.password.text():
            self._sign_in()
        else:
            self.keyring_asked.emit()

    # Folder

    def _judge(self, folder: Path) -> None:
        self._tasks.call(
            lambda: self._desk.judge(folder), succeeded=self._judged, failed=self._not_judged
        )

    def _judged(self, judgement: Judgement) -> None:
        self.folder.show_judgement(
            judgement.folder, judgement.objections, " ".join(judgement.remarks)
        )

    def _not_judged(self, error: BackupError) -> None:
        self.folder.show_error(error)

    def _adopt(self) -> None:
        folder = self.folder.path()
        self.folder.work(True)
        self._tasks.call(
            lambda: self._desk.adopt(folder), succeeded=self._adopted, failed=self._not_adopted
        )

    def _adopted(self, _nothing: object) -> None:
        self.folder.work(False)
        self.finished.emit()

    def _not_adopted(self, error: BackupError) -> None:
        self.folder.work(False)
        self.folder.show_error(error)

    # Looks

    def _lay_out(self) -> None:
        surface = card()
        surface.setFixedWidth(round(480 * theme.current().scale))
        inside = column(surface, margins=32)
        # Not a stacked widget: that would give every step the height of the tallest.
        for step in self._order:
            inside.addWidget(step)
        self._where = label("", Type.SMALL, tone="muted")
        name = row(gap=8)
        name.addStretch(1)
        name.addWidget(Icon("rose", "accent", 28))
        name.addWidget(label("Kuroibara", Type.FIGURE))
        name.addStretch(1)
        whole = column(self, margins=24, gap=20)
        whole.addStretch(2)
        whole.addLayout(name)
        middle = row()  # no alignment flag: with one, wrapped text gets too little height
        middle.addStretch(1)
        middle.addWidget(surface)
        middle.addStretch(1)
        whole.addLayout(middle)
        whole.addWidget(self._where, alignment=Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)
