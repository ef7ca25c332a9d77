"""How do the files of a backup come to lie beside the live library, whole and checked?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kuroibara_backup.archive import Limits
from kuroibara_backup.archive.entries import Check, Progress, never_stop

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path
    from uuid import UUID

    from kuroibara_backup.archive import Source
    from kuroibara_backup.storage.ownership import Owner

_DEFAULT = Limits()


class Way(Enum):
    """How the new tree is built; the values are written to disk: never rename one."""

    STAGED = "staged"
    """A whole tree beside the live one; equal files are shared with it where that is possible."""
    IN_PLACE = "in_place"
    """Only what differs lies beside the live tree; the swap moves file by file and takes longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """What was staged. Lists hold the first hundred; the counts are of all.

    `shared` files are equal to live ones and were not copied. `damaged` are files of the library
    that vanished while the backup was made: zeros, now called NAME.damaged. `renamed` are pairs of
    a path in the backup and the one it got, because the drive cannot hold the first. `left_out`
    are links and the like. `not_proved` are sentences.
    """

    files: int
    folders: int
    bytes: int
    written: int
    shared: int
    damaged: tuple[str, ...]
    damaged_count: int
    renamed: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]
    not_proved: tuple[str, ...]


def stage(
    source: Source,
    root: Path,
    restore_id: UUID,
    *,
    way: Way = Way.STAGED,
    manga: frozenset[UUID] | None = None,
    owner: Owner | None = None,
    limits: Limits = _DEFAULT,
    check: Check = never_stop,
) -> Generator[Progress, None, Staged]:
    """Put the library of a backup into `root`/.restore-ID/new; the live tree is only read.

    With `manga` only the folders of these. Every file's SHA-256 is compared with the index (format
    1: CRC-32 of the whole file). An older attempt of this id that was not swapped in is replaced.
    After an error or `Cancelled` nothing of it is left. Raises `NotEnoughSpace`, `Damaged`,
    `NotAllowed`, `NotFound` (`manga_not_in_backup`) and `Refused`.
    """
    raise NotImplementedError
