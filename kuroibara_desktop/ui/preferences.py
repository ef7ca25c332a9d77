"""What the window remembers for itself: its look and its size. Nothing here is worth an error."""

from __future__ import annotations

import base64
import json
import logging
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from kuroibara_desktop.durable import write_durably

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.profile import Home

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """`theme` is the value of a `ThemeChoice`; `geometry` is Qt's own, in base64."""

    theme: str = "system"
    geometry: str = ""

    @property
    def geometry_bytes(self) -> bytes:
        return base64.b64decode(self.geometry)


def file_of(home: Home) -> Path:
    return home.config / "window.json"


def load(file: Path) -> Preferences:
    """What was remembered; the defaults when nothing, or nothing readable, is there."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        theme, geometry = found["theme"], found["geometry"]
        if theme not in ("system", "light", "dark"):
            return Preferences()
        base64.b64decode(geometry)
        return Preferences(theme=theme, geometry=geometry)
    except (OSError, ValueError, KeyError, TypeError):
        return Preferences()


def save(file: Path, preferences: Preferences) -> None:
    """Remember; a full disk only costs the memory."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_durably(file, json.dumps(asdict(preferences)).encode())
    except OSError:
        log.warning("The window's look could not be remembered", exc_info=True)
