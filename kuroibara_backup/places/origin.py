"""Whose is a backup?"""

from __future__ import annotations

from enum import Enum


class Origin(Enum):
    """Made (or taken over) by the engine, or found in Kuroibara's own folder."""

    ENGINE = "engine"
    FOUND = "found"
