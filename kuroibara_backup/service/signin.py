"""Who is asking? Sign-ins, and the tokens that follow from them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from kuroibara_backup.database.kuroibara.accounts import account_by_id, account_by_login
from kuroibara_backup.database.state import sign_ins
from kuroibara_backup.database.state.sign_ins import Rotation
from kuroibara_backup.errors import BackupError, NotSignedIn, TooManyAttempts
from kuroibara_backup.service.audit import Act, Actor, Ending, Via
from kuroibara_backup.service.passwords import must_be_active
from kuroibara_backup.service.tokens import REFRESH_LIFETIME, TokenType, refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kuroibara_backup.database.kuroibara.accounts import Account
    from kuroibara_backup.database.state.devices import Device
    from kuroibara_backup.service.audit import Audit
    from kuroibara_backup.service.passwords import Passwords
    from kuroibara_backup.service.tokens import Claims, Pair, Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """An account that has shown who it is, and by what.

    `claims` is None where a *device* calls, with no more than its scopes, and where the application
    that the engine is mounted in says who it is. `address` is where the call comes from,
    `confirmation` the X-Confirm that came with it, unread.
    """

    account: Account
    claims: Claims | None = None
    device: Device | None = None
    address: str | None = None
    confirmation: str | None = None

    @property
    def actor(self) -> Actor:
        """Who that is in the audit."""
        return actor_of(self.account, self.address, self.device)


def actor_of(account: Account, address: str | None, device: Device | None = None) -> Actor:
    return Actor(
        via=Via.HTTP,
        user_id=account.id,
        name=account.username,
        device=device.name if device is not None else None,
        address=address,
    )


class SignIn:
    """Signs users of Kuroibara in; nothing of Kuroibara is written."""

    def __init__(
        self,
        url: str,
        state_url: str,
        tokens: Tokens,
        passwords: Passwords,
        audit: Audit,
        now: Callable[[], datetime],
    ) -> None:
        self._url = url
        self._state_url = state_url
        self._tokens = tokens
        self._passwords = passwords
        self._audit = audit
        self._now = now

    def login(
        self, name: str, password: str, totp_code: str | None, *, address: str | None = None
    ) -> tuple[Pair, Account]:
        """Sign in by user name or e-mail; a code is asked for only once the password is right."""
        try:
            account = self._passwords.check(name, password, totp_code, address=address)
        except BackupError as error:
            self._failed(name, address, error)
            raise
        now = self._now()
        sign_in = uuid4()
        pair = self._tokens.issue(account.id, sign_in=sign_in, now=now, password_at=now)
        sign_ins.begin(
            self._state_url,
            sign_in=sign_in,
            user_id=account.id,
            mark=self._tokens.mark_of(account.hashed_password),
            token=pair.refresh_id,
            now=now,
            ends=pair.ends,
        )
        self._audit.record(Act.LOGIN, by=actor_of(account, address))
        return pair, account

    def refresh(self, refresh_token: str, *, address: str | None = None) -> Pair:
        """Give a new pair for a refresh token of ours; the proof of the password keeps its age.

        The token stays good until one that was given for it is used: a lost answer is asked for
        again. Whoever uses it later holds a copy, and ends the sign-in for everybody.
        """
        now = self._now()
        claims = self._tokens.read(refresh_token, TokenType.REFRESH, now)
        account = self._still_there(claims, TokenType.REFRESH)
        if not account.is_active:
            raise refusal(TokenType.REFRESH)
        assert claims.sign_in is not None  # noqa: S101  # a refresh token of ours has one
        rotation = sign_ins.rotate(
            self._state_url,
            sign_in=claims.sign_in,
            token=claims.token_id,
            previous=claims.previous,
            ends=now + REFRESH_LIFETIME,
        )
        if rotation is Rotation.REUSED:
            self._audit.record(
                Act.REFRESH_REUSE, by=actor_of(account, address), ending=Ending.REFUSED
            )
        if rotation is not Rotation.GOES_ON:
            raise refusal(TokenType.REFRESH)
        return self._tokens.issue(
            account.id,
            sign_in=claims.sign_in,
            previous=claims.token_id,
            now=now,
            password_at=claims.password_at,
        )

    def logout(self, token: str, *, address: str | None = None) -> None:
        """End the sign-in that this token came from, with all its tokens; any other is ignored."""
        sign_in = self._tokens.sign_in_of(token)
        whose = sign_ins.end(self._state_url, sign_in, "logout") if sign_in is not None else None
        if whose is not None:
            account = account_by_id(self._url, whose)
            actor = Actor(via=Via.HTTP, user_id=whose, address=address)
            self._audit.record(
                Act.LOGOUT, by=actor if account is None else actor_of(account, address)
            )

    def who(self, access_token: str) -> Caller:
        """Return the caller behind an access token, ours or Kuroibara's."""
        claims = self._tokens.read(access_token, TokenType.ACCESS, self._now())
        account = self._still_there(claims, TokenType.ACCESS)
        must_be_active(account)
        return Caller(account=account, claims=claims)

    def vouched_for(self, user: UUID, access_token: str | None) -> Caller:
        """Return the caller that the application around us has recognised by its own means.

        A token that came along and is this user's tells, besides, when the password was given.
        """
        account = account_by_id(self._url, user)
        if account is None:
            raise refusal(TokenType.ACCESS)
        must_be_active(account)
        claims = None
        if access_token is not None:
            with suppress(NotSignedIn):
                claims = self._tokens.read(access_token, TokenType.ACCESS, self._now())
        return Caller(
            account=account, claims=claims if claims is not None and claims.user == user else None
        )

    def sweep(self) -> None:
        """Forget what can no longer be used."""
        sign_ins.sweep(self._state_url, self._now())

    def _still_there(self, claims: Claims, kind: TokenType) -> Account:
        """The account, as long as the sign-in goes on and its password is the one it began with."""
        account = account_by_id(self._url, claims.user)
        if account is None:
            raise refusal(kind)
        if claims.sign_in is None:
            return account
        row = sign_ins.find(self._state_url, claims.sign_in)
        if row is None or row.ended_why is not None or row.user_id != account.id:
            raise refusal(kind)
        if row.password_mark != self._tokens.mark_of(account.hashed_password):
            sign_ins.end(self._state_url, row.id, "password")
            raise refusal(kind)
        return account

    def _failed(self, name: str, address: str | None, error: BackupError) -> None:
        if isinstance(error, TooManyAttempts):
            return  # nothing was tried, and whoever hammers must not fill the disk
        # Only what is a name is written down as one: people type passwords there.
        account = account_by_login(self._url, name)
        actor = Actor(via=Via.HTTP, address=address)
        self._audit.record(
            Act.LOGIN,
            by=actor if account is None else actor_of(account, address),
            ending=Ending.REFUSED,
            code=error.code,
        )
