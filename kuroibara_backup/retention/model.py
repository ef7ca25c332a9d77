"""What do the retention rules see, and what do they say?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from enum import Enum

from kuroibara_backup.errors import InvalidRequest


class Kind(Enum):
    """Why a backup was made."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    MANUAL = "manual"
    SAFETY = "safety"


class Standing(Enum):
    """How far a backup can be trusted; only a good one counts as a backup that is kept."""

    GOOD = "good"
    UNVERIFIED = "unverified"
    SUSPECT = "suspect"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One backup. `created_at` has a time zone; `full` means that the library is in it."""

    name: str
    created_at: datetime
    kinds: frozenset[Kind]
    full: bool
    size: int = 0
    standing: Standing = Standing.GOOD
    found: bool = False
    pinned: bool = False
    leased_until: datetime | None = None

    def __post_init__(self) -> None:
        # Times of one zone are compared by the clock on the wall, which in autumn goes back.
        object.__setattr__(self, "created_at", self.created_at.astimezone(UTC))
        if self.leased_until is not None:
            object.__setattr__(self, "leased_until", self.leased_until.astimezone(UTC))


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How many days, weeks, months and years keep a backup, and how many there may be at most.

    None is for ever. Nothing means "none at all": a number below one is refused. `manual_too`
    lets the most remove backups that somebody asked for; a switched-off policy removes nothing.
    """

    daily: int | None = 7
    weekly: int | None = 4
    monthly: int | None = 12
    yearly: int | None = None
    most: int | None = 30
    zone: tzinfo = UTC
    safety_for: timedelta = timedelta(hours=72)
    manual_too: bool = False
    enabled: bool = True

    def __post_init__(self) -> None:
        for name in ("daily", "weekly", "monthly", "yearly", "most"):
            count = getattr(self, name)
            if count is not None and count < 1:
                raise InvalidRequest(
                    f"The retention rules were not accepted: {name} is {count}.",
                    remedy="Use 1 or more, or null to keep them for ever.",
                    code="invalid_retention",
                )


class Why(Enum):
    """What decided; stable words for programs."""

    DISABLED = "disabled"
    FOUND = "found"
    DAMAGED = "damaged"
    SUSPECT = "suspect"
    UNVERIFIED = "unverified"
    FUTURE = "future"
    NEWEST_OF_KIND = "newest_of_kind"
    NEWEST_FULL = "newest_full"
    PINNED = "pinned"
    LEASED = "leased"
    MANUAL = "manual"
    SAFETY = "safety"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    UNLIMITED = "unlimited"
    OVER_THE_LIMIT = "over_the_limit"
    SAME_PERIOD = "same_period"
    TOO_OLD = "too_old"


@dataclass(frozen=True, slots=True)
class Reason:
    """`text` completes "It stays: …" or "It goes: …"."""

    why: Why
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What becomes of one backup. `counted` tells whether it counts towards the most."""

    candidate: Candidate
    kept: bool
    counted: bool
    reasons: tuple[Reason, ...] = field(default=())
