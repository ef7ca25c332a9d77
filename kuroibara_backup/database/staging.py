"""Where is a dump loaded before anybody uses it: a new database, owned by a role of its own.

The role owns that one database and nothing else, so whatever a dump does, it does there. Names
carry the restore's id: two restores on one server never meet.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Staging:
    """The new database of one restore; `url` signs in as the role that owns nothing else."""

    restore_id: UUID
    database: str
    role: str
    url: str = field(repr=False)


def staging_name(restore_id: UUID) -> str:
    """What the new database of this restore is called until the swap."""
    return f"kuroibara_restore_{restore_id.hex}"


def kept_name(restore_id: UUID) -> str:
    """What the old database of this restore is called after the swap."""
    return f"kuroibara_before_{restore_id.hex}"


def create_staging(admin_url: str, live: str, restore_id: UUID) -> Staging:
    """A new, empty database with the encoding and locale of the database `live`, and its owner.

    An older one of this restore is dropped first. Everybody else is kept out of it.
    """
    raise NotImplementedError


def reopen_staging(admin_url: str, restore_id: UUID) -> Staging | None:
    """The staging of this restore with a new password, after the process that made it died.

    None when there is none, or when it was handed over already.
    """
    raise NotImplementedError


def hand_over(admin_url: str, live: str, restore_id: UUID) -> None:
    """Give all in it to whom it belongs in `live`, with the grants there, and drop the role.

    May be called again after a crash. The database is reached with the admin's role from now on.
    """
    raise NotImplementedError


def drop_staging(admin_url: str, restore_id: UUID) -> None:
    """Drop the database and the role of this restore, whatever there is of them."""
    raise NotImplementedError
