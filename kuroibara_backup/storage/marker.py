"""Is this the storage that we know, or a folder that only stands where it should be mounted?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID


def storage_id(root: Path) -> UUID | None:
    """The UUID in `.kuroibara-storage`, None where there is none; `Refused` for a spoilt one."""
    raise NotImplementedError


def marked(root: Path) -> UUID:
    """The storage's UUID, written once if there is none; of two at once, one wins for both."""
    raise NotImplementedError


def check_storage(root: Path, expected: UUID) -> None:
    """Refuse (`wrong_storage`) to work where the expected storage is not seen."""
    raise NotImplementedError
