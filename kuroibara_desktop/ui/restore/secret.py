"""What was typed when the server wanted the password once more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """Held only until the server has judged it; no text that is made of it holds it."""

    password: str
    code: str | None

    def __repr__(self) -> str:
        return "Secret()"
