"""Who else may reach the server's backups with a token of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Right(Enum):
    """What a device may do."""

    LIST = "list"
    CREATE = "create"
    DOWNLOAD = "download"


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    id: str
    name: str
    rights: frozenset[Right]
    user: str
    invited: bool
    alive: bool
    created_at: datetime | None = None
    last_used_at: datetime | None = None
    last_address: str | None = None
    expires_at: datetime | None = None
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDevice:
    """A device that was just made; its token is told this once."""

    device: Device
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A code that makes one device, for somebody without an account; told only when it is made."""

    id: str
    user: str
    expires_at: datetime | None
    code: str | None = field(default=None, repr=False)
