"""The two halves of an install, database and library, and how both come to be of one side.

Each half can tell on which side it is, whatever process died over it, and can be brought to either.
That is all that a restore, its automatic undoing, a rollback and the end of any of them after a
crash are made of.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final, Protocol

from kuroibara_backup.database.cluster import drop_database
from kuroibara_backup.database.replace import staging, swap
from kuroibara_backup.errors import NoConnection, Refused
from kuroibara_backup.storage import swapping
from kuroibara_backup.storage.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from uuid import UUID

_PATIENCE: Final = 60.0
"""Seconds in which a PostgreSQL that is being restarted comes back."""


class Side(Enum):
    """What is live: what was there before the restore, what it brought, or neither wholly."""

    OLD = "old"
    NEW = "new"
    BETWEEN = "between"

    @property
    def other(self) -> Side:
        return Side.OLD if self is Side.NEW else Side.NEW


class Half(Protocol):
    def side(self) -> Side:
        """Which side is live; changes nothing."""

    def settle(self) -> Side:
        """The same after a crash, and whatever was left closed is open."""

    def bring(self, side: Side) -> None:
        """Make this side the live one; nothing to do when it is. Raises with the other one live."""

    def drop(self) -> None:
        """Remove the side that is not live, for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseHalf:
    admin_url: str = field(repr=False)
    live: str
    restore_id: UUID
    on_step: Callable[[str], None]

    def side(self) -> Side:
        return self._side(
            swap.standing(self.admin_url, live=self.live, incoming=self._new, kept=self._old)
        )

    def settle(self) -> Side:
        return self._side(
            swap.settle(self.admin_url, live=self.live, incoming=self._new, kept=self._old)
        )

    def bring(self, side: Side) -> None:
        incoming, kept = (self._new, self._old) if side is Side.NEW else (self._old, self._new)
        swap.swap(
            self.admin_url, live=self.live, incoming=incoming, kept=kept, on_step=self.on_step
        )

    def drop(self) -> None:
        drop_database(self.admin_url, self._old)
        staging.drop_staging(self.admin_url, self.restore_id)
        self.on_step("database dropped")

    @property
    def _new(self) -> str:
        return staging.staging_name(self.restore_id)

    @property
    def _old(self) -> str:
        return staging.kept_name(self.restore_id)

    def _side(self, standing: swap.Standing) -> Side:
        match standing:
            case swap.Standing.BEFORE:
                return Side.OLD
            case swap.Standing.SWAPPED:
                return Side.NEW
        raise Refused(
            f"The restore cannot be ended: the databases {self.live}, {self._new} and {self._old}"
            " are not as it left them.",
            remedy=f"Two of them must be there. Give the one that is to be used the name"
            f" {self.live}, and the other one its name as above.",
            code="databases_moved",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StorageHalf:
    root: Path
    restore_id: UUID
    on_step: Callable[[str], None]

    def side(self) -> Side:
        match swapping.standing(self.root, self.restore_id):
            case Standing.SWAPPED:
                return Side.NEW
            case Standing.SWAPPING_IN | Standing.SWAPPING_BACK:
                return Side.BETWEEN
        return Side.OLD

    def settle(self) -> Side:
        return self.side()

    def bring(self, side: Side) -> None:
        if side is Side.NEW:
            swapping.swap_in(self.root, self.restore_id, on_step=self.on_step)
        else:
            swapping.swap_back(self.root, self.restore_id, on_step=self.on_step)

    def drop(self) -> None:
        swapping.discard(self.root, self.restore_id, on_step=self.on_step)


def bring_all(halves: Sequence[Half], side: Side) -> None:
    """Make one side live in all halves: the database first on the way there, last on the way back.

    Raises where one cannot be brought there; those before it are there then, those after it not.
    """
    for half in halves if side is Side.NEW else tuple(reversed(halves)):
        half.bring(side)


def waiting_for_postgres(patience: float = _PATIENCE) -> Iterator[float]:
    """Pauses between attempts, for as long as a restart of PostgreSQL may take."""
    deadline = time.monotonic() + patience
    pause = 0.2
    while time.monotonic() < deadline:
        yield pause
        pause = min(2.0, pause * 1.5)


def patiently(act: Callable[[], None], *, patience: float = _PATIENCE) -> None:
    """Do what must be done, again and again while PostgreSQL does not answer."""
    for pause in waiting_for_postgres(patience):
        try:
            act()
        except NoConnection:
            time.sleep(pause)
        else:
            return
    act()
