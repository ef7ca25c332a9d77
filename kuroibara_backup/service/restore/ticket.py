"""The paper that a restore is watched and undone with, whoever still has an account."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """`text` is told once, to whoever confirmed; only `sha256` is kept."""

    text: str = field(repr=False)
    sha256: bytes = field(repr=False)


def new_ticket() -> Ticket:
    text = secrets.token_urlsafe(32)
    return Ticket(text=text, sha256=_hashed(text))


def fits(text: str, sha256: bytes | None) -> bool:
    """Whether this is the ticket that was given out. Nothing fits where none was."""
    return sha256 is not None and hmac.compare_digest(_hashed(text), sha256)


def _hashed(text: str) -> bytes:
    # Random in full, so that one plain hash is enough.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
