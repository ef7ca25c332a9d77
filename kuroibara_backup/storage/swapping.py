"""How does a staged tree take the place of the live one, and how does the old one come back?

Entries are renamed inside the library's folder, never the folder itself: it may be a mount point,
and what is mounted from it elsewhere (a container's volume, a share) would go on showing the old
tree. What is to be moved is on the drive before the first move, and how far it came can be seen
from what lies where: after a SIGKILL at any point the same call goes on.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID


class Standing(Enum):
    """Where the storage of a restore stands. The values are written to disk: never rename one."""

    NONE = "none"
    """There is nothing of it (any more); the live tree is what it was or was decided to be."""
    STAGING = "staging"
    """Not all is there: stage again or discard. The live tree is the old one."""
    STAGED = "staged"
    """The new tree lies beside the old one, which is live."""
    SWAPPING_IN = "swapping in"
    """Half-way: `swap_in` ends it with the new tree, `swap_back` with the old one."""
    SWAPPED = "swapped"
    """The new tree is live, the old one lies beside it."""
    SWAPPING_BACK = "swapping back"
    """Half-way: `swap_back` ends it with the old tree, `swap_in` with the new one."""
    RETURNED = "returned"
    """The old tree is live again; the new one, with what people added to it, lies beside it."""
    DISCARDING = "discarding"
    """What lay beside is being removed; only `discard` goes on."""


def swap_in(
    root: Path, restore_id: UUID, *, on_step: Callable[[str], None] = lambda _step: None
) -> None:
    """Make the staged tree the live one. Does nothing when it is; goes on where it was killed.

    `on_step` hears "storage swap begun", "storage entry moved" (for each) and "storage renamed".
    When an entry cannot be moved, what was moved goes back and the error says nothing changed.
    Raises `Refused` (`not_staged`) where there is no whole tree to swap in.
    """
    raise NotImplementedError


def swap_back(
    root: Path, restore_id: UUID, *, on_step: Callable[[str], None] = lambda _step: None
) -> None:
    """Make the old tree the live one again, from any standing but DISCARDING; else nothing to do.

    What people added since the swap stays with the new tree beside it. `on_step` hears "storage
    return begun", "storage entry moved" and "storage returned".
    """
    raise NotImplementedError


def standing(root: Path, restore_id: UUID) -> Standing:
    """Where it stands, from what is on the drive; changes nothing."""
    raise NotImplementedError


def discard(
    root: Path, restore_id: UUID, *, on_step: Callable[[str], None] = lambda _step: None
) -> None:
    """Remove what lies beside the live tree, whichever of the two it is; idempotent.

    Refused (`half_way`) while a swap is half-way. `on_step` hears "storage discarded".
    """
    raise NotImplementedError


def restores_in(root: Path) -> tuple[UUID, ...]:
    """The restores of which something lies in this library."""
    raise NotImplementedError
