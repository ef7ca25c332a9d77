"""Has whoever asks for this given their password just now?

A token can be left lying in a browser; what destroys or hands over data wants more than that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, NotAllowed, NotSignedIn, TooManyAttempts
from kuroibara_backup.service.audit import Act, Ending
from kuroibara_backup.service.tokens import PROOF_LIFETIME, TokenType

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kuroibara_backup.service.audit import Audit
    from kuroibara_backup.service.passwords import Passwords
    from kuroibara_backup.service.signin import Caller
    from kuroibara_backup.service.tokens import Tokens


class Action(Enum):
    """What wants the password to have been given within the last five minutes.

    Removing what the rules do not keep is none of them: the engine does that by itself, too.
    Changing the rules is one, because that is what makes backups go.
    """

    RESTORE = "restore"
    ROLLBACK = "rollback"
    DELETE = "delete"
    RETENTION = "retention"
    DEVICE = "device"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """The proof, to be sent as X-Confirm with calls of this action, and until when it holds."""

    token: str = field(repr=False)
    action: Action
    ends: datetime


class Confirm:
    """Asks for the password again, and tells whether it was given."""

    def __init__(
        self, tokens: Tokens, passwords: Passwords, audit: Audit, now: Callable[[], datetime]
    ) -> None:
        self._tokens = tokens
        self._passwords = passwords
        self._audit = audit
        self._now = now

    def confirm(
        self, caller: Caller, action: Action, password: str, totp_code: str | None
    ) -> Confirmation:
        """Give a proof for one action in exchange for the password, and a code where one is used.

        A wrong password is answered 403 here, so that no client takes it for a sign-in run out.
        """
        self.check_password(caller, action, password, totp_code)
        now = self._now()
        return Confirmation(
            token=self._tokens.confirmation(caller.account.id, action.value, now),
            action=action,
            ends=now + PROOF_LIFETIME,
        )

    def check_password(
        self, caller: Caller, action: Action, password: str, totp_code: str | None
    ) -> None:
        """Raise unless this is the caller's password, and a new code where one is used."""
        try:
            account = self._passwords.check(
                caller.account.username, password, totp_code, address=caller.address
            )
            if account.id != caller.account.id:  # renamed while we looked
                raise NotSignedIn("Incorrect username or password", code="wrong_password")
        except TooManyAttempts:
            raise  # nothing was tried
        except BackupError as error:
            self._audit.record(
                Act.CONFIRM,
                by=caller.actor,
                subject=action.value,
                ending=Ending.REFUSED,
                code=error.code,
            )
            if isinstance(error, NotSignedIn):
                raise NotAllowed(error.sentence, remedy=error.remedy, code=error.code) from error
            raise
        self._audit.record(Act.CONFIRM, by=caller.actor, subject=action.value)

    def is_proved(self, caller: Caller, action: Action) -> bool:
        """Tell whether the caller gave the password within five minutes, at large or for this."""
        now = self._now()
        if caller.claims is not None and caller.claims.proves_password(now):
            return True
        if caller.confirmation is None or caller.device is not None:
            return False
        try:
            said = self._tokens.read(caller.confirmation, TokenType.CONFIRMATION, now)
        except NotSignedIn:
            return False
        return said.user == caller.account.id and said.action == action.value

    def must_be_proved(self, caller: Caller, action: Action) -> None:
        """Raise `password_required` unless it `is_proved`."""
        if not self.is_proved(caller, action):
            raise NotAllowed(
                "This needs your password again: the sign-in is more than five minutes old.",
                remedy="Sign in again and repeat this within five minutes, or send the password to"
                f" POST /api/v1/backup/confirm for {action.value!r} and its answer as X-Confirm.",
                code="password_required",
            )
