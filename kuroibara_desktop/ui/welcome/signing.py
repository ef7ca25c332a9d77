"""What the steps of a sign-in start, and which of them comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop.core.errors import (
    CertificateUnknown,
    CodeRequired,
    CodeWrong,
    KeyringLocked,
    KeyringMissing,
)
from kuroibara_desktop.server.tls import in_pairs
from kuroibara_desktop.ui.welcome.keeping import SessionOnlyStep
from kuroibara_desktop.ui.welcome.steps import AddressStep, CodeStep, SignInStep

if TYPE_CHECKING:
    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.server import Account, Found
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.tasks import Tasks
    from kuroibara_desktop.ui.welcome.frame import Step


class Signing(QObject):
    """Ends with `signed_in`: a server is known, and the sign-in at it is kept."""

    turned = Signal(object)  # Step: the one to show
    signed_in = Signal()
    keyring_asked = Signal()  # try again whether the keyring knows the sign-in

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._found: Found | None = None
        self._confirmed = ""  # the unencrypted address that the user agreed to
        self._certificate = ("", "")  # what was typed, and the fingerprint that was asked about
        self.address = AddressStep()
        self.sign_in = SignInStep()
        self.code = CodeStep()
        self.session_only = SessionOnlyStep()
        self.steps: tuple[Step, ...] = (
            self.address,
            self.sign_in,
            self.code,
            self.session_only,
        )
        self._front: Step = self.address
        self.address.next_asked.connect(self._probe)
        self.sign_in.next_asked.connect(self._sign_in)
        self.sign_in.back_asked.connect(lambda: self._turn(self.address))
        self.code.next_asked.connect(self._sign_in)
        self.code.back_asked.connect(lambda: self._turn(self.sign_in))
        self.session_only.next_asked.connect(self._session_only)
        self.session_only.again.clicked.connect(self._keyring_again)
        self.session_only.back_asked.connect(lambda: self._turn(self.sign_in))

    # Where it begins

    def begin(self) -> None:
        self._turn(self.address)

    def again(self, found: Found, username: str | None) -> None:
        """The server is known; only the sign-in is missing."""
        self._take(found)
        self.sign_in.user.setText(username or "")
        self.sign_in.password.clear()
        self._turn(self.sign_in)

    def ask_keyring(self, found: Found, username: str | None, error: BackupError) -> None:
        """The sign-in may be in a keyring that does not answer."""
        self.again(found, username)
        self._turn(self.session_only)
        self.session_only.say(error.sentence, "warn")

    def _turn(self, step: Step) -> None:
        if step is self.code:
            self.code.code.clear()
        self._front = step
        self.turned.emit(step)

    # Address

    def _probe(self) -> None:
        if self._found is not None and self._confirmed == self.address.address.text():
            self._take(self._found)
            self._turn(self.sign_in)
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
            self._turn(self.sign_in)

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
            self._turn(self.address)
            return
        user, password = self.sign_in.user.text().strip(), self.sign_in.password.text()
        code = self.code.code.text() if self._front is not self.sign_in else ""
        self._front.work(True)
        self._tasks.call(
            lambda: self._desk.sign_in(found, user, password, code or None),
            succeeded=self._signed_in,
            failed=self._not_signed_in,
        )

    def _signed_in(self, _account: Account) -> None:
        self.sign_in.password.clear()  # not kept a moment longer than needed
        self._front.work(False)
        self.signed_in.emit()

    def _not_signed_in(self, error: BackupError) -> None:
        front = self._front
        front.work(False)
        if isinstance(error, CodeRequired):
            self._turn(self.code)
        elif isinstance(error, KeyringLocked | KeyringMissing):
            self._turn(self.session_only)
            self.session_only.say(error.sentence, "warn")
        elif isinstance(error, CodeWrong):
            if front is not self.code:
                self._turn(self.code)
            self.code.show_error(error)
        else:
            self._turn(self.sign_in)
            self.sign_in.show_error(error)

    def _session_only(self) -> None:
        self._desk.keep_for_session()
        if self.sign_in.password.text():
            self._sign_in()
        else:
            self._turn(self.sign_in)

    def _keyring_again(self) -> None:
        if self.sign_in.password.text():
            self._sign_in()
        else:
            self.keyring_asked.emit()
