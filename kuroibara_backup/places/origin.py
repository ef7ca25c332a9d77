"""Whose is a backup?"""

from __future__ import annotations

from enum import Enum


class Origin(Enum):
    """Made (or taken over) by the engine, found in Kuroibara's own folder, or uploaded by somebody.

    Only the engine's own are judged by retention and stand for what the library holds today.
    """

    ENGINE = "engine"
    FOUND = "found"
    UPLOADED = "uploaded"
