"""A restore as the server plans it, carries it out and tells of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from kuroibara_desktop.core.jobs import JobProblem, ServerJob


class Deed(Enum):
    """What the server wants the password once more for."""

    RESTORE = "restore"
    ROLLBACK = "rollback"
    DELETE = "delete"
    RETENTION = "retention"
    DEVICE = "device"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """That the password was given for one deed, and until when the server believes it."""

    token: str = field(repr=False)
    deed: Deed
    expires_at: datetime


class Scope(Enum):
    EVERYTHING = "everything"
    DATABASE = "database"
    STORAGE = "storage"
    MANGA = "manga"  # the files of chosen series

    @property
    def of_database(self) -> bool:
        """Whether accounts and progress are replaced; a safety copy is made of these alone."""
        return self in (Scope.EVERYTHING, Scope.DATABASE)


class Phase(Enum):
    """Where a restore stands on the server."""

    PLANNED = "planned"
    WAITING = "waiting"
    PREPARING = "preparing"
    SWAPPING = "swapping"
    UNDOING = "undoing"
    RESTORED = "restored"
    RETURNING = "returning"
    ROLLED_BACK = "rolled_back"
    REPEATING = "repeating"
    UNCHANGED = "unchanged"
    OVER = "over"

    @property
    def settled(self) -> bool:
        """Whether nothing goes on by itself any more."""
        return self in (
            Phase.PLANNED,
            Phase.RESTORED,
            Phase.ROLLED_BACK,
            Phase.UNCHANGED,
            Phase.OVER,
        )

    @property
    def can_be_cancelled(self) -> bool:
        return self in (Phase.WAITING, Phase.PREPARING)

    @property
    def can_be_rolled_back(self) -> bool:
        """Whether the other side is kept; from *rolled back* the way is forth again."""
        return self in (Phase.RESTORED, Phase.ROLLED_BACK)


@dataclass(frozen=True, slots=True, kw_only=True)
class NowAndAfter:
    """How many there are of something now, and how many the backup holds; None is not known."""

    what: str  # users manga chapters progress files bytes
    now: int | None
    after: int | None

    @property
    def difference(self) -> int | None:
        return None if self.now is None or self.after is None else self.after - self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """Why the server will not do it, in its words."""

    code: str
    sentence: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBackup:
    """The backup that a plan is about, as the server read it."""

    filename: str
    size: int
    format: int | None
    created_at: str | None
    includes_storage: bool | None
    kuroibara_version: str | None
    postgresql_version: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestorePlan:
    """What a restore would change; nothing of it is done before it is confirmed.

    `server_name` is what a confirmation has to repeat. `people` can sign in afterwards; they are
    the first of `people_count`.
    """

    id: str
    server_name: str
    scope: str
    safety_copy: bool
    backup: PlannedBackup
    counts: tuple[NowAndAfter, ...]
    people: tuple[str, ...]
    people_count: int
    administrators: tuple[str, ...]
    warnings: tuple[str, ...]
    objections: tuple[Objection, ...]

    @property
    def possible(self) -> bool:
        return not self.objections


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunRestore:
    """A restore that was confirmed. The ticket is told this once, and opens it without account."""

    restore_id: str
    ticket: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """What a rollback would put aside of what was made since the restore."""

    rows_made: int
    files_made: int
    files_changed: int
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a restore did, once it is done."""

    safety_copy: str | None
    people: tuple[str, ...]
    people_count: int | None
    skipped: tuple[str, ...]
    missing_tables: tuple[str, ...]
    rewritten_paths: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore:
    """One look at a restore; `job` is the last that worked on it, `lost` what one found out."""

    id: str
    phase: Phase
    plan: RestorePlan
    half_way: bool = False
    safety_copy: str | None = None
    confirmed_at: datetime | None = None
    settled_at: datetime | None = None
    rollback_until: datetime | None = None
    outcome: Outcome | None = None
    problem: JobProblem | None = None
    job: ServerJob | None = None
    lost: Lost | None = None
