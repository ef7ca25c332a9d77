"""What a sign-in leaves behind, and what keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """A pair from one sign-in. Never shown: its repr holds no secret."""

    access: str = field(repr=False)
    refresh: str | None = field(default=None, repr=False)


class TokenStore(Protocol):
    """Keeps one pair a server. May block on a prompt, so never call it from a GUI thread."""

    @property
    def described(self) -> str:
        """Where tokens are, completing "Your sign-in is kept …"."""

    def load(self, server: str) -> Tokens | None: ...
    def save(self, server: str, tokens: Tokens) -> None: ...
    def forget(self, server: str) -> None: ...
