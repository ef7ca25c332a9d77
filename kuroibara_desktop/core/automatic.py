"""Which backups come to this computer by themselves? Pure: the rules, and what they want now.

By themselves come only whole, not suspect backups that are newer than the good ones here: a copy
that local retention removed is not fetched again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from kuroibara_desktop.core.backups import CopyState, RemoteStatus
from kuroibara_desktop.core.transfers import TransferState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.core.queue import Wanted

_WEEK = timedelta(days=7)
_DECLINED_FOR = timedelta(days=7)
_AHEAD = timedelta(days=1)  # a time further in the future than this is a clock gone wrong


class Databases(Enum):
    """Which backups without the library's files come by themselves."""

    EVERY = "every"
    NONE = "none"


class Fulls(Enum):
    """Which backups with the library's files, or with nobody knows what, come by themselves."""

    WEEKLY = "weekly"  # the newest, once the one here is a week old
    EVERY = "every"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRules:
    """What comes by itself, and whether at all."""

    databases: Databases = Databases.EVERY
    fulls: Fulls = Fulls.WEEKLY

    @property
    def any(self) -> bool:
        return self.databases is not Databases.NONE or self.fulls is not Fulls.NONE


class Hold(Enum):
    """Why nothing comes by itself just now; what a person asks for comes all the same."""

    PAUSED = "paused"
    METERED = "the network is metered"
    BATTERY = "on battery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What this computer says of itself; None where nothing tells."""

    metered: bool | None = None
    on_battery: bool | None = None


def held_back(
    around: Surroundings, *, paused: bool, metered_too: bool, battery_too: bool
) -> tuple[Hold, ...]:
    """Everything that holds copies back by what the user wishes.

    What nobody tells holds nothing back: many computers never say whether their network is metered.
    """
    found = []
    if paused:
        found.append(Hold.PAUSED)
    if around.metered and not metered_too:
        found.append(Hold.METERED)
    if around.on_battery and not battery_too:
        found.append(Hold.BATTERY)
    return tuple(found)


def wanted(
    now: datetime, rows: Iterable[Backup], rules: CopyRules, asked: Sequence[Wanted] = ()
) -> tuple[Backup, ...]:
    """What is to be copied now, the newest database first, then fulls, then older databases.

    Where nothing of a kind is here yet, only the newest of it comes. `asked` are the rows of the
    queue: what it holds already, what failed, and what was cancelled within a week is left alone,
    and nothing older comes in its place. `now` is by the server's clock.
    """
    dated = [row for row in rows if row.created_at is not None and row.created_at <= now + _AHEAD]
    databases = _newer([row for row in dated if row.includes_storage is False])
    fulls = _newer([row for row in dated if row.includes_storage is not False])
    if rules.databases is Databases.NONE:
        databases = []
    if rules.fulls is Fulls.NONE:
        fulls = []
    elif rules.fulls is Fulls.WEEKLY:
        here = _newest_here([row for row in dated if row.includes_storage is not False])
        fulls = fulls[:1] if here is None or now - here >= _WEEK else []
    ordered = [*databases[:1], *fulls, *databases[1:]]
    return tuple(row for row in ordered if not any(_left_alone(row, one, now) for one in asked))


def _newer(rows: list[Backup]) -> list[Backup]:
    """Those worth having that are newer than every good copy, the newest first."""
    here = _newest_here(rows)
    found = [
        row
        for row in rows
        if row.remote is not None
        and row.remote.status is RemoteStatus.FINISHED
        and not row.suspect
        and row.created_at is not None
        and (here is None or row.created_at > here)
    ]
    found.sort(key=_made, reverse=True)
    return found[:1] if here is None else found


def _newest_here(rows: list[Backup]) -> datetime | None:
    return max(
        (
            row.created_at
            for row in rows
            if row.created_at is not None
            and row.local is not None
            and row.local.state is not CopyState.DAMAGED
            and not row.suspect
        ),
        default=None,
    )


def _left_alone(row: Backup, asked: Wanted, now: datetime) -> bool:
    if row.remote is None:
        return True
    if not asked.is_of(row.remote):
        return False
    if asked.state is TransferState.DONE:  # and yet wanted: it is gone from here
        return False
    if asked.state is TransferState.CANCELLED and asked.ended_at is not None:
        return now.timestamp() - asked.ended_at < _DECLINED_FOR.total_seconds()
    return True


def _made(row: Backup) -> float:
    return row.created_at.timestamp() if row.created_at else 0.0
