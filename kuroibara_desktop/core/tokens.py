"""What a sign-in leaves behind, and what keeps it."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from typing import Protocol

_NO_DATE = 253_000_000_000  # seconds; what ends behind the calendar does not say when it ends


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceToken:
    """This computer's own token: it may do less than a person, and does not run out in use."""

    id: str
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """A password that the user asked us to keep, for a server whose sign-ins end each week."""

    username: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What is kept for one server. Never shown: its repr holds no secret.

    `access` and `refresh` are a person's; `device` goes on when those have run out. Whoever was
    invited has a device alone, and an empty `access`.
    """

    access: str = field(repr=False)
    refresh: str | None = field(default=None, repr=False)
    device: DeviceToken | None = None
    login: Login | None = None
    device_asked_at: float | None = None  # by the server's clock; no answer came yet


class TokenStore(Protocol):
    """Keeps one pair a server. May block on a prompt, so never call it from a GUI thread."""

    @property
    def described(self) -> str:
        """Where tokens are, completing "Your sign-in is kept …"."""

    def load(self, server: str) -> Tokens | None: ...
    def save(self, server: str, tokens: Tokens) -> None: ...
    def forget(self, server: str) -> None: ...


def tokens_in(text: str) -> Tokens | None:
    """The tokens in a file or variable: our own JSON, or one bare token of either type."""
    bare = text.strip()
    if not bare:
        return None
    try:
        pair = json.loads(bare)
    except ValueError:
        if _claims(bare).get("type") == "refresh":
            return Tokens(access="", refresh=bare)
        return Tokens(access=bare)
    if not isinstance(pair, dict) or not isinstance(pair.get("access_token"), str):
        return None
    refresh, asked = pair.get("refresh_token"), pair.get("device_asked_at")
    return Tokens(
        access=pair["access_token"],
        refresh=refresh if isinstance(refresh, str) else None,
        device=_device_in(pair.get("device")),
        login=_login_in(pair.get("login")),
        device_asked_at=float(asked) if isinstance(asked, int | float) else None,
    )


def _device_in(device: object) -> DeviceToken | None:
    if not isinstance(device, dict):
        return None
    identity, token = device.get("id"), device.get("token")
    if not isinstance(identity, str) or not isinstance(token, str):
        return None
    return DeviceToken(id=identity, token=token)


def _login_in(login: object) -> Login | None:
    if not isinstance(login, dict):
        return None
    username, password = login.get("username"), login.get("password")
    if not isinstance(username, str) or not isinstance(password, str):
        return None
    return Login(username=username, password=password)


def written(tokens: Tokens) -> str:
    """What `tokens_in` reads."""
    pair: dict[str, object] = {"access_token": tokens.access, "refresh_token": tokens.refresh}
    if tokens.device is not None:
        pair["device"] = {"id": tokens.device.id, "token": tokens.device.token}
    if tokens.login is not None:
        pair["login"] = {"username": tokens.login.username, "password": tokens.login.password}
    if tokens.device_asked_at is not None:
        pair["device_asked_at"] = tokens.device_asked_at
    return json.dumps(pair, separators=(",", ":"))


def expiry_of(token: str) -> float | None:
    """When a JSON web token ends, in seconds since 1970; None for a token of another kind."""
    expiry = _claims(token).get("exp")
    if not isinstance(expiry, int | float) or not 0 <= expiry < _NO_DATE:
        return None
    return float(expiry)


def _claims(token: str) -> dict[str, object]:
    try:
        claims = json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))
    except (
        ValueError,
        IndexError,
        RecursionError,
    ):  # binascii.Error and UnicodeDecodeError are ValueErrors
        return {}
    return claims if isinstance(claims, dict) else {}
