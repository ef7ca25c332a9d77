"""What is known of a server: what is remembered beside its copies, and what it does for us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptServer:
    """A server whose backups lie in the vault; `instance_id` is None for a plain Kuroibara."""

    name: str
    address: str
    instance_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherServer:
    """A server that is set up and not in use: when its newest good full copy here was made."""

    name: str
    newest: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """What the server in use can do, and for this account; a plain Kuroibara has no features."""

    engine: bool = False
    features: frozenset[str] = frozenset()
    administrator: bool = False
