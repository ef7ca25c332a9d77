"""Is a restored database whole, and who can sign in to it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoredUser:
    username: str
    is_superuser: bool
    two_fa: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found right. `users` are those who can sign in: superusers first, at most 100."""

    tables: int
    rows: int
    foreign_keys: int
    active_users: int
    users: tuple[RestoredUser, ...]


def check_restored(
    url: str, rows: Mapping[str, int] | None, *, check: Callable[[], None] = lambda: None
) -> Checked:
    """Raise `Damaged` (code `restored_wrong`) unless all is as it must be.

    As many rows as `rows` says (by "schema.table"; None where the backup does not tell), every
    foreign key true, every sequence beyond its column, at least one active user.
    """
    raise NotImplementedError
