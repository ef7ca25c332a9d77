"""Do the library and the backups lie apart, as they must?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path


def check_apart(storage: Path, backups: Path) -> None:
    """Refuse folders of which one lies in the other, or that are the same one.

    Links and folders mounted twice are seen through. A folder that is not there yet counts where it
    would be made.
    """
    where = _existing(storage), _existing(backups)
    if storage.exists() and any(_same(storage, folder) for folder in _upwards(where[1])):
        raise Refused(
            "Backups cannot be kept in the library: BACKUP_PATH lies inside STORAGE_PATH, "
            "and every backup would hold all backups before it.",
            remedy="Set BACKUP_PATH to a folder outside the library.",
            code="folders_nested",
        )
    if backups.exists() and any(_same(backups, folder) for folder in _upwards(where[0])):
        raise Refused(
            "The library cannot be kept among the backups: STORAGE_PATH lies inside BACKUP_PATH.",
            remedy="Set BACKUP_PATH to a folder outside the library and not above it.",
            code="folders_nested",
        )


def _existing(path: Path) -> Path:
    """The deepest folder on the way to `path` that is there, links resolved."""
    resolved = path.resolve()
    while not resolved.exists() and resolved != resolved.parent:
        resolved = resolved.parent
    return resolved


def _upwards(path: Path) -> list[Path]:
    return [path, *path.parents]


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
