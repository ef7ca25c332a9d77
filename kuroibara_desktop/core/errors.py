"""What may go wrong on the user's computer, each with a sentence and a remedy.

BackupError (kuroibara_backup.errors)
├── NoConnection            exit 6
│   ├── ServerUnreachable       nothing answers, or the connection was lost
│   ├── CertificateRefused      something answers, but who it is cannot be proved
│   │   ├── CertificateUnknown      no authority vouches for it; the user may agree
│   │   └── CertificateChanged      not the certificate that the user agreed to
│   ├── ServerBusy              it is there and asks to be left alone for a moment
│   ├── ServerFault             it answered with a fault of its own (5xx)
│   ├── NotKuroibara            something else lives at this address
│   └── CaptivePortal           a page of the network instead of the server's bytes
├── NotAllowed              exit 7
│   ├── SignInRequired          no token, or the server takes it no longer
│   ├── WrongPassword
│   ├── CodeRequired            the password was right, a code is wanted
│   ├── CodeWrong
│   ├── PasswordRequired        signed in, but this deed wants the password once more
│   ├── AccountInactive
│   └── NotAdministrator        may sign in but not take backups
├── Refused                 exit 5
│   ├── ServerRefused           the server's own words, for what has no class here
│   ├── RequestTooLarge         413, from the server or a proxy before it
│   ├── JobFailed               the server could not make the backup
│   ├── FileChanged             a file here is no longer the one that was looked at
│   ├── BackupNotReady          it is being written, or found damaged, on the server
│   ├── HostileName             a name that must not become a file here
│   ├── VaultMissing            the drive is not there, or carries no marker
│   ├── VaultBusy               another window or command is at work on it
│   ├── LastCopy                no other good copy would be left
│   ├── NoRoomBeside            the next copy does not fit beside those that must stay
│   ├── FolderUnsuitable        cannot be, or no longer be, an archive folder
│   ├── KeyringLocked, KeyringMissing
│   │   └── PassphraseNeeded        the sign-in is in a sealed file
│   └── NotSetUp                no server or folder was chosen yet
└── Damaged                 exit 3
    └── CopyDamaged             the bytes here are not those the server promised
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kuroibara_backup.errors import Damaged, NoConnection, NotAllowed, NotEnoughSpace, Refused

if TYPE_CHECKING:
    from kuroibara_desktop.core.keeping import WayOut


class ServerUnreachable(NoConnection):
    code = "server_unreachable"
    title = "The server cannot be reached"
    remedy = "Check that the server is running and that this computer is online, then try again."


class CertificateRefused(NoConnection):
    code = "certificate_refused"
    title = "The server's certificate is not trusted"
    remedy = (
        "Ask whoever runs the server for a valid certificate, or install its own authority "
        "in this computer's list of trusted certificates."
    )


class CertificateUnknown(CertificateRefused):
    """`fingerprint` is what the user may compare and agree to; 64 hexadecimal digits."""

    code = "certificate_unknown"
    title = "Nobody vouches for the server's certificate"
    remedy = (
        "Ask whoever runs the server for the SHA-256 fingerprint of its certificate, and go on "
        "only if it is this one."
    )

    def __init__(self, sentence: str, *, host: str, fingerprint: str) -> None:
        super().__init__(sentence)
        self.host = host
        self.fingerprint = fingerprint


class CertificateChanged(CertificateRefused):
    """A stop, not a question: `expected` and `shown` are the two fingerprints."""

    code = "certificate_changed"
    title = "The server shows another certificate than before"
    remedy = (
        "Somebody may be between here and the server. Ask whoever runs it whether the certificate "
        "was renewed; if the new fingerprint is the right one, give it with "
        "`kuroibara-desktop login ADDRESS --fingerprint NEW`."
    )

    def __init__(self, sentence: str, *, expected: str, shown: str) -> None:
        super().__init__(sentence)
        self.expected = expected
        self.shown = shown


class ServerBusy(NoConnection):
    """`retry_after` is in seconds, as the server asked."""

    code = "server_busy"
    title = "The server is busy"
    remedy = "Wait a little and try again."

    def __init__(self, sentence: str, *, retry_after: float | None = None) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after


class ServerFault(NoConnection):
    """`status` is the HTTP status."""

    code = "server_fault"
    title = "The server reported a fault"
    remedy = "Try again; if it happens again, the server's own log says more."

    def __init__(self, sentence: str, *, status: int, remedy: str | None = None) -> None:
        super().__init__(sentence, remedy=remedy)
        self.status = status


class NotKuroibara(NoConnection):
    code = "not_kuroibara"
    title = "No Kuroibara server was found there"
    remedy = (
        "Check the address: it is the one you open Kuroibara with in the browser, or the backup "
        "engine's own."
    )


class CaptivePortal(NoConnection):
    code = "captive_portal"
    title = "Something else answered in the server's place"
    remedy = (
        "If this network has a sign-in page, open a browser and sign in to it; otherwise check "
        "the proxy between here and the server. What was copied so far is kept."
    )


class SignInRequired(NotAllowed):
    code = "sign_in_required"
    title = "Please sign in"
    remedy = "Sign in again with your user name and password."


class WrongPassword(NotAllowed):
    code = "wrong_password"
    title = "The sign-in was refused"
    remedy = "Check the user name and the password; capital letters matter."


class CodeRequired(NotAllowed):
    code = "code_required"
    title = "A code is needed"
    remedy = "Type the six digits that your authenticator app shows for this server."


class CodeWrong(NotAllowed):
    code = "code_wrong"
    title = "The code was refused"
    remedy = "Wait for the next code and type it at once; the clock of your phone must be right."


class PasswordRequired(NotAllowed):
    code = "password_required"
    title = "The password is needed once more"
    remedy = "Type your password; it is good for five minutes of this one deed."


class AccountInactive(NotAllowed):
    code = "account_inactive"
    title = "This account is switched off"
    remedy = "Ask an administrator of the server to switch the account on."


class NotAdministrator(NotAllowed):
    code = "not_administrator"
    title = "This account may not take backups"
    remedy = (
        "Ask whoever runs the server to allow it with "
        "`kuroibara-backup admin grant` and your user name."
    )


class ServerRefused(Refused):
    """`status` is the HTTP status; the sentence is the server's."""

    code = "server_refused"
    title = "The server refused"

    def __init__(
        self, sentence: str, *, status: int, remedy: str | None = None, code: str | None = None
    ) -> None:
        super().__init__(sentence, remedy=remedy, code=code)
        self.status = status


class RequestTooLarge(Refused):
    """`by_proxy` tells a proxy's limit, which its owner can raise, from the server's own."""

    code = "request_too_large"
    title = "The request was too large"

    def __init__(self, sentence: str, *, by_proxy: bool) -> None:
        super().__init__(
            sentence,
            remedy="Whoever runs the server must raise the limit of the proxy before it "
            "(`client_max_body_size` in nginx)."
            if by_proxy
            else "Update this app: it sends more at once than the server takes.",
        )
        self.by_proxy = by_proxy


class JobFailed(Refused):
    code = "job_failed"
    title = "The backup was not made"
    remedy = "Look at the server's log, then try again."


class BackupNotReady(Refused):
    code = "backup_not_ready"
    title = "This backup cannot be copied yet"
    remedy = "Wait until the server has finished it, then try again."


class FileChanged(Refused):
    code = "file_changed"
    title = "The file changed meanwhile"
    remedy = "Wait until nothing writes to the file any more, then begin again."


class BackupReplaced(Refused):
    code = "backup_replaced"
    title = "The backup was replaced on the server"
    remedy = "Refresh the list and copy the backup that is there now."


class HostileName(Refused):
    code = "hostile_name"
    title = "The name is not acceptable"
    remedy = "Rename the backup on the server; do not trust a server that sends such names."


class VaultMissing(Refused):
    code = "vault_missing"
    title = "The archive folder is not there"
    remedy = (
        "Connect the drive that holds your offsite archive, or choose another folder. "
        "Nothing was written."
    )


class VaultBusy(Refused):
    code = "vault_busy"
    title = "The archive is in use"
    remedy = "Wait until the other window or command has finished, then try again."


class LastCopy(Refused):
    code = "last_copy"
    title = "This is the last good copy"
    remedy = "Copy a newer backup first."


class NoRoomBeside(NotEnoughSpace):
    """`ways` are what can be done about it, for a dialog to offer."""

    code = "no_room_beside"
    title = "There is no room for another copy"

    def __init__(
        self, sentence: str, *, needed: int, free: int, remedy: str, ways: tuple[WayOut, ...]
    ) -> None:
        super().__init__(sentence, needed=needed, free=free, remedy=remedy)
        self.ways = ways


class FolderUnsuitable(Refused):
    code = "folder_unsuitable"
    title = "This folder cannot hold the archive"
    remedy = "Choose another folder, best on another drive than the server's."


class KeyringLocked(Refused):
    code = "keyring_locked"
    title = "The keyring is locked"
    remedy = "Unlock the keyring of your desktop (often your log-in password) and try again."


class PassphraseNeeded(KeyringLocked):
    code = "passphrase_needed"
    title = "Your sign-in is sealed"
    remedy = "Type the passphrase that you sealed it with."


class KeyringMissing(Refused):
    code = "keyring_missing"
    title = "There is no keyring"
    remedy = (
        "Stay signed in for this session only, or, without a desktop, give a token with "
        "`--token-file` or the variable KUROIBARA_TOKEN."
    )


class NotSetUp(Refused):
    code = "not_set_up"
    title = "Something is not set up yet"
    exit_status: ClassVar[int] = 2


class CopyDamaged(Damaged):
    code = "copy_damaged"
    title = "The copy is damaged"
    remedy = "Copy the backup again; the damaged bytes were not put into the archive."
