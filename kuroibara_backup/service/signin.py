"""Who is asking? Passwords, second factors and tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import bcrypt
import pyotp

from kuroibara_backup.database.accounts import account_by_id, account_by_login
from kuroibara_backup.errors import NotAllowed, NotSignedIn
from kuroibara_backup.service.audit import Actor, Via
from kuroibara_backup.service.tokens import TokenType, refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kuroibara_backup.database.accounts import Account
    from kuroibara_backup.service.tokens import Claims, Pair, Tokens

# bcrypt looks at 72 bytes; older versions cut longer passwords there without a word.
_MOST_BYTES = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """An account that has shown who it is, and by what; `address` is where it calls from."""

    account: Account
    claims: Claims
    address: str | None = None

    @property
    def actor(self) -> Actor:
        """Who that is in the audit."""
        return Actor(
            via=Via.HTTP,
            user_id=self.account.id,
            name=self.account.username,
            address=self.address,
        )


class SignIn:
    """Signs users of Kuroibara in; nothing of Kuroibara is written."""

    def __init__(self, url: str, tokens: Tokens, now: Callable[[], datetime]) -> None:
        self._url = url
        self._tokens = tokens
        self._now = now
        # Checked in place of a hash that is not there: an unknown user costs the same time.
        self._nobody = bcrypt.hashpw(b"nobody", bcrypt.gensalt())

    def login(self, name: str, password: str, totp_code: str | None) -> tuple[Pair, Account]:
        """Sign in by user name or e-mail; a code is asked for only once the password is right."""
        account = account_by_login(self._url, name)
        if not self._password_matches(account, password) or account is None:
            raise NotSignedIn(
                "Incorrect username or password",
                remedy="Check both, capitals included.",
                code="wrong_password",
            )
        _must_be_active(account)
        if account.two_fa_enabled:
            self._check_code(account, totp_code)
        now = self._now()
        return self._tokens.issue(account.id, now=now, password_at=now), account

    def refresh(self, refresh_token: str) -> Pair:
        """Give a new pair for a refresh token of ours; the proof of the password keeps its age."""
        now = self._now()
        claims = self._tokens.read(refresh_token, TokenType.REFRESH, now)
        account = account_by_id(self._url, claims.user)
        if account is None or not account.is_active:
            raise refusal(TokenType.REFRESH)
        return self._tokens.issue(account.id, now=now, password_at=claims.password_at)

    def who(self, access_token: str) -> Caller:
        """Return the caller behind an access token, ours or Kuroibara's."""
        claims = self._tokens.read(access_token, TokenType.ACCESS, self._now())
        account = account_by_id(self._url, claims.user)
        if account is None:
            raise refusal(TokenType.ACCESS)
        _must_be_active(account)
        return Caller(account=account, claims=claims)

    def _password_matches(self, account: Account | None, password: str) -> bool:
        given = password.encode("utf-8", "replace")[:_MOST_BYTES]
        known = account.hashed_password.encode() if account is not None else self._nobody
        try:
            return bcrypt.checkpw(given, known) and account is not None
        except ValueError:  # a hash that is none, or a password with a NUL
            return False

    def _check_code(self, account: Account, code: str | None) -> None:
        if not code:
            raise NotSignedIn(
                "2FA code required",
                remedy="Enter the six digits that your authenticator app shows.",
                code="totp_required",
            )
        try:
            right = account.two_fa_secret is not None and pyotp.TOTP(account.two_fa_secret).verify(
                code, for_time=self._now()
            )
        except ValueError:
            right = False
        if not right:
            raise NotSignedIn(
                "Invalid 2FA code",
                remedy="Wait for the next code; check that both clocks are right.",
                code="totp_wrong",
            )


def _must_be_active(account: Account) -> None:
    if not account.is_active:
        raise NotAllowed(
            "Inactive user",
            remedy="Ask an administrator of Kuroibara to activate the account.",
            code="inactive_user",
        )
