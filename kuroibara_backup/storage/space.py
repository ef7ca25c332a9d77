"""How much room does a restore of the storage need, one way or the other?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroibara_backup.archive.entries import Check, never_stop

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from kuroibara_backup.archive import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceNeeds:
    """Peak bytes of each way on the drive of the library, beyond what is on it now.

    `copied`: the whole new tree beside the old one. `shared`: the same, with equal files shared;
    None where this drive cannot share. `in_place`: only what differs. Equal is judged by size and
    time here; staging compares contents. `free` is what this process may fill.
    """

    files: int
    bytes: int
    equal_files: int
    equal_bytes: int
    copied: int
    shared: int | None
    in_place: int
    free: int

    @property
    def staged(self) -> int:
        """What `Way.STAGED` needs here."""
        return self.copied if self.shared is None else self.shared


def space_needed(
    source: Source, root: Path, *, manga: frozenset[UUID] | None = None, check: Check = never_stop
) -> SpaceNeeds:
    """Compare the index of a backup with the live library (format 1: the file is read once)."""
    raise NotImplementedError
