"""What is remembered of a server beside the copies of its backups."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptServer:
    """A server whose backups lie in the vault; `instance_id` is None for a plain Kuroibara."""

    name: str
    address: str
    instance_id: str | None = None
