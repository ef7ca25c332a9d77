"""Who does a bearer token speak for, and what can it still prove?"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any
from uuid import UUID

import jwt

from kuroibara_backup.errors import NotSignedIn

ISSUER = "kuroibara-backup"
ACCESS_LIFETIME = timedelta(minutes=30)
REFRESH_LIFETIME = timedelta(days=7)
PROOF_LIFETIME = timedelta(minutes=5)
_OWN_ALGORITHM = "HS256"
_KUROIBARA_ALGORITHMS = {"HS256", "HS384", "HS512"}
_LONG_AGO = datetime.fromtimestamp(0, UTC)


class TokenType(Enum):
    ACCESS = "access"
    REFRESH = "refresh"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What a sign-in gives. `refresh_id` names the refresh token and is no secret."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    refresh_id: str
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """A token that was accepted. `password_at` is when its owner last gave the password.

    `sign_in` is None for Kuroibara's own tokens. `previous` is the refresh token that this one
    follows; `action` is what a confirmation is for.
    """

    user: UUID
    password_at: datetime
    sign_in: UUID | None = None
    token_id: str = ""
    previous: str | None = None
    action: str | None = None

    def proves_password(self, now: datetime) -> bool:
        """Tell whether the password was given within the last five minutes."""
        return timedelta(0) <= now - self.password_at < PROOF_LIFETIME


class Tokens:
    """Issues our tokens and reads them and Kuroibara's. The clock is always an argument."""

    def __init__(
        self,
        *,
        own_key: bytes,
        kuroibara_key: str | None,
        kuroibara_algorithm: str = "HS256",
        kuroibara_proves: bool = True,
    ) -> None:
        self._own_key = own_key
        self._kuroibara_key = kuroibara_key
        self._kuroibara_algorithm = kuroibara_algorithm
        self._kuroibara_proves = kuroibara_proves

    def issue(
        self,
        user: UUID,
        *,
        sign_in: UUID,
        previous: str | None = None,
        now: datetime,
        password_at: datetime,
    ) -> Pair:
        """Make an access and a refresh token; no two are ever alike."""
        refresh_id = secrets.token_urlsafe(16)
        claims = {"sid": str(sign_in), "auth_time": int(password_at.timestamp())}
        return Pair(
            access_token=self._signed(TokenType.ACCESS, user, now, ACCESS_LIFETIME, claims),
            refresh_token=self._signed(
                TokenType.REFRESH,
                user,
                now,
                REFRESH_LIFETIME,
                {**claims, "jti": refresh_id, "prev": previous},
            ),
            refresh_id=refresh_id,
            ends=now + REFRESH_LIFETIME,
        )

    def confirmation(self, user: UUID, action: str, now: datetime) -> str:
        """Make the proof that this user gave the password just now, for this action alone."""
        return self._signed(
            TokenType.CONFIRMATION,
            user,
            now,
            PROOF_LIFETIME,
            {"act": action, "auth_time": int(now.timestamp())},
        )

    def read(self, text: str, kind: TokenType, now: datetime) -> Claims:
        """Return what a token of this type says; Kuroibara's own only give access, never refresh.

        Garbage, an expired token, one of the other type and a foreign one are answered alike.
        """
        claims = self._own(text)
        ours = claims is not None
        if claims is None and kind is TokenType.ACCESS:
            claims = self._kuroibara(text)
        try:
            if claims is None or claims["type"] != kind.value:
                raise refusal(kind)
            expires = datetime.fromtimestamp(int(claims["exp"]), UTC)
            if expires <= now:
                raise refusal(kind)
            if not ours:
                return Claims(user=UUID(claims["sub"]), password_at=self._kuroibara_proof(expires))
            return Claims(
                user=UUID(claims["sub"]),
                password_at=datetime.fromtimestamp(int(claims["auth_time"]), UTC),
                sign_in=None if kind is TokenType.CONFIRMATION else UUID(claims["sid"]),
                token_id=str(claims["jti"]),
                previous=claims.get("prev"),
                action=claims.get("act"),
            )
        except (KeyError, ValueError, TypeError, AttributeError, OverflowError, OSError) as exc:
            raise refusal(kind) from exc

    def sign_in_of(self, text: str) -> UUID | None:
        """The sign-in that a token of ours came from, even one that has run out."""
        try:
            return UUID((self._own(text) or {})["sid"])
        except (KeyError, ValueError, TypeError, AttributeError):
            return None

    def mark_of(self, hashed_password: str) -> bytes:
        """A fingerprint of what an account's password is now; it tells nothing about it."""
        text = b"password\0" + hashed_password.encode("utf-8", "replace")
        return hmac.digest(self._own_key, text, hashlib.sha256)

    def _signed(
        self,
        kind: TokenType,
        user: UUID,
        now: datetime,
        lifetime: timedelta,
        more: dict[str, object],
    ) -> str:
        claims = {
            "iss": ISSUER,
            "sub": str(user),
            "type": kind.value,
            "jti": secrets.token_urlsafe(16),
            "iat": int(now.timestamp()),
            "exp": int((now + lifetime).timestamp()),
        }
        return jwt.encode({**claims, **more}, self._own_key, algorithm=_OWN_ALGORITHM)

    def _kuroibara_proof(self, expires: datetime) -> datetime:
        # Kuroibara's tokens do not say when they were issued, nor whether a refresh made them; they
        # live as long as ours.
        return expires - ACCESS_LIFETIME if self._kuroibara_proves else _LONG_AGO

    def _own(self, text: str) -> dict[str, Any] | None:
        return _decoded(text, self._own_key, _OWN_ALGORITHM, issuer=ISSUER)

    def _kuroibara(self, text: str) -> dict[str, Any] | None:
        if not self._kuroibara_key or self._kuroibara_algorithm not in _KUROIBARA_ALGORITHMS:
            return None
        claims = _decoded(text, self._kuroibara_key, self._kuroibara_algorithm, issuer=None)
        return None if claims is None or "iss" in claims else claims


def refusal(kind: TokenType) -> NotSignedIn:
    """Return the one answer to every token that is not accepted."""
    if kind is TokenType.REFRESH:
        return NotSignedIn("Invalid refresh token", code="invalid_refresh_token")
    return NotSignedIn("Could not validate credentials", code="invalid_token")


def _decoded(
    text: str, key: bytes | str, algorithm: str, *, issuer: str | None
) -> dict[str, Any] | None:
    try:
        return dict(
            jwt.decode(
                text,
                key,
                algorithms=[algorithm],
                issuer=issuer,
                # The clock is ours to give: `read` looks at `exp` itself.
                options={"verify_exp": False, "verify_iat": False, "require": ["exp", "sub"]},
            )
        )
    except jwt.PyJWTError:
        return None
