"""Which part of the library does a restore take: all of it, or the folders of chosen manga?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kuroibara_backup.storage.known import MANGA
from kuroibara_backup.storage.naming import uuid_named
from kuroibara_backup.storage.scan import is_ours

if TYPE_CHECKING:
    from uuid import UUID

FOLDER: Final = MANGA.encode()


@dataclass(frozen=True, slots=True)
class Choice:
    """Without `manga`: everything. What the engine keeps in the root is never part of it."""

    manga: frozenset[UUID] | None = None

    def takes(self, path: bytes) -> bool:
        """Of files and of folders; the folder `manga` itself goes with what is in it."""
        parts = path.split(b"/", 2)
        if is_ours(parts[0]):
            return False
        if self.manga is None:
            return True
        return parts[0] == FOLDER and len(parts) > 1 and self.of(parts[1]) is not None

    def of(self, name: bytes) -> UUID | None:
        """Which of the chosen manga a folder of that name is."""
        try:
            found = uuid_named(name.decode())
        except UnicodeDecodeError:
            return None
        return found if self.manga is not None and found in self.manga else None
