"""Who may call a plain Kuroibara: its users, tokens and sign-in answers (reference, section 1)."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID, uuid4

import jwt
import pyotp
from fastapi import APIRouter, Header, HTTPException
from pydantic import BaseModel

from tests.support.totp import code_of

ACCESS_SECONDS = 1800
REFRESH_SECONDS = 604_800
_BEARER = {"WWW-Authenticate": "Bearer"}


@dataclass(slots=True, kw_only=True)
class User:
    """One account; tests may change it while the server runs."""

    username: str
    password: str
    totp_secret: str | None = None
    is_active: bool = True
    is_superuser: bool = False
    id: UUID = field(default_factory=uuid4)
    created_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def code(self) -> str:
        """What the authenticator shows now."""
        assert self.totp_secret is not None
        return code_of(self.totp_secret)

    def as_json(self) -> dict[str, object]:
        made = self.created_at.isoformat().replace("+00:00", "Z")
        return {
            "id": str(self.id),
            "created_at": made,
            "updated_at": made,
            "username": self.username,
            "email": f"{self.username}@example.org",
            "full_name": None,
            "is_active": self.is_active,
            "is_superuser": self.is_superuser,
            "avatar": None,
            "bio": None,
            "two_fa_enabled": self.totp_secret is not None,
            "anilist_username": None,
            "myanimelist_username": None,
            "theme": "light",
            "nsfw_blur": True,
            "download_quality": "high",
            "download_path": "/app/storage",
            "naming_format_manga": "{Manga Title}/{Chapter Number} - {Chapter Name}",
            "naming_format_chapter": "{Chapter Number} - {Chapter Name}",
            "auto_organize_imports": True,
            "create_cbz_files": True,
            "preserve_original_files": False,
            "chapter_auto_refresh_interval": 300,
            "chapter_check_on_tab_focus": True,
            "chapter_show_update_notifications": True,
            "chapter_enable_manual_refresh": True,
            "storage_type": "local",
            "max_upload_size": "100MB",
        }


class _Login(BaseModel):
    username: str
    password: str
    totp_code: str | None = None


class _Refresh(BaseModel):
    refresh_token: str


class Accounts:
    """The users and the key that signs their tokens.

    Changing `key` makes every token given so far worthless; changing the seconds shortens new ones.
    """

    def __init__(self) -> None:
        self.key = "the-jwt-secret-key-of-a-plain-kuroibara"
        self.access_seconds = ACCESS_SECONDS
        self.refresh_seconds = REFRESH_SECONDS
        self._users: dict[str, User] = {}

    def add(self, user: User) -> User:
        self._users[user.username] = user
        return user

    def remove(self, user: User) -> None:
        del self._users[user.username]

    def pair(self, user: User) -> dict[str, object]:
        """Access and refresh token: three claims each, so one second gives one token."""
        return {
            "access_token": self._token(user, "access", self.access_seconds),
            "refresh_token": self._token(user, "refresh", self.refresh_seconds),
            "token_type": "bearer",
        }

    def login(self, body: _Login) -> dict[str, object]:
        user = next(
            (
                user
                for user in self._users.values()
                if body.username in (user.username, f"{user.username}@example.org")
            ),
            None,
        )
        if user is None or user.password != body.password:
            raise HTTPException(401, "Incorrect username or password", _BEARER)
        if not user.is_active:
            raise HTTPException(403, "Inactive user")
        if user.totp_secret is not None:
            if not body.totp_code:
                raise HTTPException(401, "2FA code required", _BEARER)
            if not pyotp.TOTP(user.totp_secret).verify(body.totp_code):
                raise HTTPException(401, "Invalid 2FA code", _BEARER)
        return {**self.pair(user), "user": user.as_json()}

    def refresh(self, body: _Refresh) -> dict[str, object]:
        user = self._owner(body.refresh_token, "refresh")
        if user is None or not user.is_active:
            raise HTTPException(401, "Invalid refresh token", _BEARER)
        return self.pair(user)

    def caller(self, authorization: Annotated[str | None, Header()] = None) -> User:
        """Who sent this request; any active user will do for every call there is."""
        user = self._owner(bearer(authorization), "access")
        if user is None:
            raise HTTPException(401, "Could not validate credentials", _BEARER)
        if not user.is_active:
            raise HTTPException(403, "Inactive user")
        return user

    def _token(self, user: User, type_: str, seconds: int) -> str:
        claims = {"exp": int(time.time()) + seconds, "sub": str(user.id), "type": type_}
        return jwt.encode(claims, self.key, algorithm="HS256")

    def _owner(self, token: str, type_: str) -> User | None:
        try:
            claims = jwt.decode(token, self.key, algorithms=["HS256"])
        except jwt.InvalidTokenError:
            return None
        if claims.get("type") != type_:
            return None
        wanted = UUID(claims["sub"])  # no UUID: unhandled, a plain-text 500
        return next((user for user in self._users.values() if user.id == wanted), None)


def bearer(authorization: str | None) -> str:
    """The token of the header, or the 401 of a request without one."""
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise HTTPException(401, "Not authenticated", _BEARER)
    return token


def routes(accounts: Accounts) -> APIRouter:
    """`/auth/*` and `/users/me`."""
    router = APIRouter()

    @router.post("/auth/login")
    async def login(body: _Login) -> dict[str, object]:
        return accounts.login(body)

    @router.post("/auth/refresh")
    async def refresh(body: _Refresh) -> dict[str, object]:
        return accounts.refresh(body)

    @router.post("/auth/logout")
    async def logout(authorization: Annotated[str | None, Header()] = None) -> dict[str, str]:
        bearer(authorization)  # present is enough, and nothing is revoked
        return {"message": "Successfully logged out"}

    @router.get("/users/me")
    async def me(authorization: Annotated[str | None, Header()] = None) -> dict[str, object]:
        return accounts.caller(authorization).as_json()

    return router
