"""Puts one database in the place of another: wholly, or not at all.

All of it is one transaction. `ALTER DATABASE … RENAME` itself keeps newcomers waiting while the
sessions are ended, so there is no closed state that a crash could leave behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Standing(StrEnum):
    """Which of the two the live name stands for."""

    BEFORE = "before"
    """The old database is live; the new one waits under its own name."""
    SWAPPED = "swapped"
    """The new database is live; the old one is kept."""
    ELSE = "else"
    """Neither: databases were renamed or dropped by somebody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Something in a database that our role cannot end; `pid` is None for a prepared transaction."""

    pid: int | None
    role: str
    application: str


def obstacles(admin_url: str, database: str) -> tuple[Session, ...]:
    """What would keep `database` from being renamed: look before anything is built."""
    raise NotImplementedError


def swap(
    admin_url: str,
    *,
    live: str,
    incoming: str,
    kept: str,
    on_step: Callable[[str], None] = lambda step: None,
    check: Callable[[], None] = lambda: None,
    patience: float = 10.0,
) -> None:
    """Rename `live` to `kept` and `incoming` to `live`; sessions of both are ended.

    `incoming` gets the owner, grants, settings, limit and comment of `live`. After `patience`
    seconds without success nothing has changed, and `Refused` says who was in the way. Called again
    after it succeeded, does nothing. `on_step` hears "properties copied" and "closed" (nothing of
    either is left if the process dies then), then "database renamed" (now it is durable and open).
    Swapping back is the same call with `incoming` and `kept` exchanged.
    """
    raise NotImplementedError


def standing(admin_url: str, *, live: str, incoming: str, kept: str) -> Standing:
    """How a swap ended whose process died; changes nothing."""
    raise NotImplementedError


def settle(admin_url: str, *, live: str, incoming: str, kept: str) -> Standing:
    """After a crash: end what that process left running, open the database, and say how it stands.

    Call it before anything else of a resumed restore; may be called any number of times.
    """
    raise NotImplementedError


def drop_database(admin_url: str, name: str) -> None:
    """Drop a kept database and end its sessions; nothing happens when it is not there."""
    raise NotImplementedError
