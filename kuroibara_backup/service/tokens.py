"""Who does a bearer token speak for, and what can it still prove?"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
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


class TokenType(Enum):
    ACCESS = "access"
    REFRESH = "refresh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What a sign-in gives."""

    access_token: str
    refresh_token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """A token that was accepted. `password_at` is when its owner last gave the password."""

    user: UUID
    password_at: datetime

    def proves_password(self, now: datetime) -> bool:
        """Tell whether the password was given within the last five minutes."""
        return timedelta(0) <= now - self.password_at < PROOF_LIFETIME


class Tokens:
    """Issues our tokens and reads them and Kuroibara's. The clock is always an argument."""

    def __init__(
        self, *, own_key: bytes, kuroibara_key: str | None, kuroibara_algorithm: str = "HS256"
    ) -> None:
        self._own_key = own_key
        self._kuroibara_key = kuroibara_key
        self._kuroibara_algorithm = kuroibara_algorithm

    def issue(self, user: UUID, *, now: datetime, password_at: datetime) -> Pair:
        """Make an access and a refresh token; no two are ever alike."""

        def token(kind: TokenType, lifetime: timedelta) -> str:
            return jwt.encode(
                {
                    "iss": ISSUER,
                    "sub": str(user),
                    "type": kind.value,
                    "jti": secrets.token_urlsafe(16),
                    "iat": int(now.timestamp()),
                    "auth_time": int(password_at.timestamp()),
                    "exp": int((now + lifetime).timestamp()),
                },
                self._own_key,
                algorithm=_OWN_ALGORITHM,
            )

        return Pair(
            access_token=token(TokenType.ACCESS, ACCESS_LIFETIME),
            refresh_token=token(TokenType.REFRESH, REFRESH_LIFETIME),
        )

    def read(self, text: str, kind: TokenType, now: datetime) -> Claims:
        """Return what a token of this type says; Kuroibara's own only give access, never refresh.

        Garbage, an expired token, one of the other type and a foreign one are answered alike.
        """
        claims = self._own(text)
        if claims is None and kind is TokenType.ACCESS:
            claims = self._kuroibara(text)
        try:
            if claims is None or claims["type"] != kind.value:
                raise refusal(kind)
            expires = datetime.fromtimestamp(int(claims["exp"]), UTC)
            if expires <= now:
                raise refusal(kind)
            # Kuroibara's tokens do not say when they were issued; they live as long as ours.
            given = int(claims.get("auth_time", (expires - ACCESS_LIFETIME).timestamp()))
            return Claims(user=UUID(claims["sub"]), password_at=datetime.fromtimestamp(given, UTC))
        except (KeyError, ValueError, TypeError, AttributeError, OverflowError, OSError) as exc:
            raise refusal(kind) from exc

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
