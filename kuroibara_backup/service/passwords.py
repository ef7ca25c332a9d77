"""Is that this account's password, and a one-time code that was not used before?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import bcrypt
import pyotp
from pyotp.utils import strings_equal

from kuroibara_backup.database.kuroibara.accounts import account_by_login
from kuroibara_backup.database.state.attempts import spend_step
from kuroibara_backup.errors import NotAllowed, NotSignedIn

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kuroibara_backup.database.kuroibara.accounts import Account
    from kuroibara_backup.service.limits import Limiter

# bcrypt looks at 72 bytes; older versions cut longer passwords there without a word.
_MOST_BYTES = 72
_STEP = 30
_WRONG = "Incorrect username or password"
# Checked in place of a hash that is not there: an unknown user costs the same time. Nobody knows
# its password; made here it would cost each command a third of a second.
_NOBODY = b"$2b$12$yJWqUlAZqOH9k.KQC5Ww1ukqnSOWad3IK0C9SxP8pwAe/Pmv4Hppa"


class Passwords:
    """Checks passwords and codes of Kuroibara's users; nothing of Kuroibara is written."""

    def __init__(
        self, url: str, state_url: str, limiter: Limiter, now: Callable[[], datetime]
    ) -> None:
        self._url = url
        self._state_url = state_url
        self._limiter = limiter
        self._now = now

    def check(
        self, name: str, password: str, totp_code: str | None, *, address: str | None
    ) -> Account:
        """Return the account; a code is asked for only once the password is right.

        Who fails often has to wait. `name` is a user name or an e-mail address.
        """
        attempt = self._limiter.password(name, address)
        account = account_by_login(self._url, name)
        if not self._matches(account, password) or account is None:
            raise NotSignedIn(
                _WRONG, remedy="Check both, capitals included.", code="wrong_password"
            )
        if not account.is_active:
            attempt.undecided()
            must_be_active(account)
        if account.two_fa_enabled:
            if not totp_code:
                attempt.undecided()
                raise NotSignedIn(
                    "2FA code required",
                    remedy="Enter the six digits that your authenticator app shows.",
                    code="totp_required",
                )
            self._check_code(account, totp_code)
        attempt.succeeded(self._now())
        return account

    def _matches(self, account: Account | None, password: str) -> bool:
        given = password.encode("utf-8", "replace")[:_MOST_BYTES]
        known = account.hashed_password.encode() if account is not None else _NOBODY
        try:
            return bcrypt.checkpw(given, known) and account is not None
        except ValueError:  # a hash that is none, or a password with a NUL
            return False

    def _check_code(self, account: Account, code: str) -> None:
        step = self._step_of(account, code)
        if step is None:
            raise NotSignedIn(
                "Invalid 2FA code",
                remedy="Wait for the next code; check that both clocks are right.",
                code="totp_wrong",
            )
        if not spend_step(self._state_url, account.id, step):
            raise NotSignedIn(
                "Invalid 2FA code",
                remedy="Each code counts once: wait for the next one.",
                code="totp_wrong",
            )

    def _step_of(self, account: Account, code: str) -> int | None:
        """The time step of this code: now's, or the one before, for who types slowly."""
        now = int(self._now().timestamp()) // _STEP
        try:
            codes = pyotp.TOTP(account.two_fa_secret or "")
            matching = [
                step for step in (now, now - 1) if strings_equal(code, codes.generate_otp(step))
            ]
        except ValueError:  # a secret that is none
            return None
        return matching[0] if matching and account.two_fa_secret else None


def must_be_active(account: Account) -> None:
    if not account.is_active:
        raise NotAllowed(
            "Inactive user",
            remedy="Ask an administrator of Kuroibara to activate the account.",
            code="inactive_user",
        )
