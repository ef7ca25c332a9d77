"""What the steps of a sign-in start, and which of them comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_backup.errors import InvalidRequest
from kuroibara_desktop.core.errors import (
    CertificateUnknown,
    CodeRequired,
    CodeWrong,
    KeyringLocked,
    KeyringMissing,
    NotAdministrator,
    PassphraseNeeded,
)
from kuroibara_desktop.core.ways import way_of
from kuroibara_desktop.server.tls import in_pairs
from kuroibara_desktop.ui.saying import told
from kuroibara_desktop.ui.welcome.inviting import InvitationStep, NotAllowedStep
from kuroibara_desktop.ui.welcome.keeping import KeepStep, PassphraseStep, SealStep
from kuroibara_desktop.ui.welcome.steps import AddressStep, CodeStep, SignInStep

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.server import Account, Found
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.tasks import Tasks
    from kuroibara_desktop.ui.welcome.frame import Step


class Signing(QObject):
    """Ends with `signed_in`: a server is known, and the sign-in at it is kept."""

    turned = Signal(object)  # Step: the one to show
    signed_in = Signal()
    opened = Signal()  # where the sign-in is kept answers again: look what is there
    put_off = Signal()  # not now: what is here can be used without the server

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._found: Found | None = None
        self._asked: tuple[tuple[str, str, str], Found] | None = None  # of an unencrypted address
        self._certificate = ("", "")  # what was typed, and the fingerprint that was asked about
        self.address = AddressStep()
        self.sign_in = SignInStep()
        self.code = CodeStep()
        self.invitation = InvitationStep()
        self.not_allowed = NotAllowedStep()
        self.keep = KeepStep()
        self.seal = SealStep()
        self.passphrase = PassphraseStep()
        self.steps: tuple[Step, ...] = (
            self.address,
            self.sign_in,
            self.code,
            self.invitation,
            self.not_allowed,
            self.keep,
            self.seal,
            self.passphrase,
        )
        self._front: Step = self.address
        self._waiting: Callable[[], None] | None = None  # what goes on once the sign-in has a place
        self.address.next_asked.connect(self._probe)
        self.sign_in.next_asked.connect(self._sign_in)
        self.sign_in.back_asked.connect(lambda: self._turn(self.address))
        self.code.next_asked.connect(self._sign_in)
        self.code.back_asked.connect(lambda: self._turn(self.sign_in))
        self.sign_in.invitation_asked.connect(lambda: self._turn(self.invitation))
        self.invitation.next_asked.connect(self._join)
        self.invitation.back_asked.connect(lambda: self._turn(self.sign_in))
        self.not_allowed.invitation_asked.connect(lambda: self._turn(self.invitation))
        self.not_allowed.back_asked.connect(lambda: self._turn(self.sign_in))
        self.keep.again_chosen.connect(self._keyring_again)
        self.keep.seal_chosen.connect(lambda: self._turn(self.seal))
        self.keep.session_chosen.connect(self._session_only)
        self.keep.back_asked.connect(self._back_from_keeping)
        self.seal.next_asked.connect(self._seal)
        self.seal.back_asked.connect(lambda: self._turn(self.keep))
        self.passphrase.next_asked.connect(self._open_sealed)
        self.passphrase.anew.clicked.connect(self._sign_in_anew)
        self.passphrase.back_asked.connect(self._back_from_keeping)

    # Where it begins

    def begin(self) -> None:
        self._turn(self.address)

    def again(self, found: Found, username: str | None) -> None:
        """The server is known; only the sign-in is missing."""
        self._take(found)
        self._waiting = None
        self.sign_in.user.setText(username or "")
        self.sign_in.password.clear()
        self._turn(self.sign_in)

    def ask_keyring(self, found: Found, username: str | None, error: BackupError) -> None:
        """The sign-in may be where nobody can look: in a locked keyring, or in a sealed file."""
        self.again(found, username)
        self._ask_where(error)

    def _ask_where(self, error: BackupError) -> None:
        if isinstance(error, PassphraseNeeded):
            self.passphrase.passphrase.clear()
            self._turn(self.passphrase)
        else:
            self._turn(self.keep)
            self.keep.say(told(error).sentence, "warn")

    def _turn(self, step: Step) -> None:
        if step is self.code:
            self.code.code.clear()
        self._front = step
        self.turned.emit(step)

    # Address

    def _probe(self) -> None:
        if self._asked is not None and self._asked[0] == self.address.typed():
            self._take(self._asked[1])
            self._turn(self.sign_in)
            return
        self._asked = None
        typed = self.address.address.text().strip()
        asked, fingerprint = self._certificate
        agreed = fingerprint if asked == typed else None
        try:
            way = way_of(self.address.proxy.text(), self.address.headers.toPlainText())
        except InvalidRequest as error:
            self.address.show_error(error)
            return
        self.address.work(True)
        self._tasks.call(
            lambda: self._desk.probe(typed, agreed, way),
            succeeded=self._probed,
            failed=self._not_probed,
        )

    def _probed(self, found: Found) -> None:
        self.address.work(False)
        self._take(found)
        if self._desk.unsafe(found):
            self._asked = (self.address.typed(), found)
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
        self.sign_in.show_found(
            self._desk.host(found), what.strip(), found.note, engine=found.engine
        )

    # Sign-in

    def _sign_in(self) -> None:
        found = self._found
        if found is None:
            self._turn(self.address)
            return
        user, password = self.sign_in.user.text().strip(), self.sign_in.password.text()
        code = self.code.code.text() if self._front is not self.sign_in else ""
        stay = self.sign_in.stay.isChecked()
        self._front.work(True)
        self._tasks.call(
            lambda: self._desk.sign_in(found, user, password, code or None, stay=stay),
            succeeded=self._signed_in,
            failed=self._not_signed_in,
        )

    def _signed_in(self, _account: Account) -> None:
        self.sign_in.password.clear()  # not kept a moment longer than needed
        self._over()

    def _over(self) -> None:
        self.address.clear_way()  # not kept a moment longer than needed
        self._front.work(False)
        self._waiting = None
        self.signed_in.emit()

    def _not_signed_in(self, error: BackupError) -> None:
        front = self._front
        front.work(False)
        if isinstance(error, CodeRequired):
            self._turn(self.code)
            if self.sign_in.stay.isChecked():
                self.code.say_it_ends()
        elif isinstance(error, KeyringLocked | KeyringMissing):
            self._waiting = self._sign_in
            self._ask_where(error)
        elif isinstance(error, NotAdministrator) and self._found is not None:
            user, host = self.sign_in.user.text().strip(), self._desk.host(self._found)
            self.sign_in.password.clear()
            self.not_allowed.show_account(user, host)
            self._turn(self.not_allowed)
        elif isinstance(error, CodeWrong):
            if front is not self.code:
                self._turn(self.code)
            self.code.show_error(error)
        else:
            self._turn(self.sign_in)
            self.sign_in.show_error(error)

    # An invitation

    def _join(self) -> None:
        found = self._found
        if found is None:
            self._turn(self.address)
            return
        code = self.invitation.typed()
        self._front.work(True)
        self._tasks.call(
            lambda: self._desk.join(found, code),
            succeeded=lambda _: self._joined(),
            failed=self._not_joined,
        )

    def _joined(self) -> None:
        self.invitation.code.clear()
        self._over()

    def _not_joined(self, error: BackupError) -> None:
        self._front.work(False)
        if isinstance(error, KeyringLocked | KeyringMissing):
            self._waiting = self._join
            self._ask_where(error)
        else:
            self._turn(self.invitation)
            self.invitation.show_error(error)

    # Where it is kept

    def _go_on(self) -> None:
        """Where the sign-in is kept was decided."""
        if self._waiting is not None:
            self._waiting()
        else:
            self.opened.emit()

    def _session_only(self) -> None:
        self._desk.keeping.for_session()
        self._go_on()

    def _keyring_again(self) -> None:
        self._call(self._desk.keeping.in_keyring, self._go_on)

    def _seal(self) -> None:
        passphrase = self.seal.passphrase.text()
        self._call(lambda: self._desk.keeping.seal(passphrase), self._sealed)

    def _sealed(self) -> None:
        self.seal.clear()
        self._go_on()

    def _open_sealed(self) -> None:
        passphrase = self.passphrase.passphrase.text()
        self._call(lambda: self._desk.keeping.seal(passphrase), self._opened_sealed)

    def _opened_sealed(self) -> None:
        self.passphrase.passphrase.clear()
        self._go_on()

    def _sign_in_anew(self) -> None:
        self._call(self._desk.keeping.in_keyring, lambda: self._turn(self.sign_in))

    def _call(self, decide: Callable[[], None], then: Callable[[], None]) -> None:
        """Decide off the GUI thread; what is wrong is said by the step in front."""
        front = self._front
        front.work(True)
        self._tasks.call(
            decide,
            succeeded=lambda _: self._decided(front, then),
            failed=lambda error: self._not_decided(front, error),
        )

    def _decided(self, front: Step, then: Callable[[], None]) -> None:
        front.work(False)
        then()

    def _not_decided(self, front: Step, error: BackupError) -> None:
        front.work(False)
        front.show_error(error)

    def _back_from_keeping(self) -> None:
        if self._waiting is not None:
            self._turn(self.sign_in)
        else:
            self.put_off.emit()
