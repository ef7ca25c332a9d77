"""May our role do all that a restore needs, and if not, which statements would let it?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """Something that a restore needs; `statement` is what an administrator of PostgreSQL runs.

    It is None where nothing but a stronger role (BACKUP_ADMIN_URL) helps.
    """

    what: str
    statement: str | None


def lacking(admin_url: str, live: str) -> tuple[Lack, ...]:
    """What the role of `admin_url` lacks for restoring the database `live`; nothing: all is well.

    For `doctor` and for the plan; asks only, changes nothing.
    """
    raise NotImplementedError


def require_rights(admin_url: str, live: str) -> None:
    """Raise `Refused` (code `restore_rights`), the statements in its remedy, if any is lacking."""
    raise NotImplementedError
