"""What is a job, and how may it move on?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID


class JobKind(Enum):
    """What a job does."""

    CREATE = "create"
    ADOPT = "adopt"
    ORPHANS = "orphans"
    RECOVER = "recover"
    RESTORE_PLAN = "restore_plan"
    RESTORE = "restore"
    ROLLBACK = "rollback"
    UPLOAD = "upload"
    VERIFY = "verify"
    DRILL = "drill"

    @property
    def writes(self) -> bool:
        """Whether such jobs run one after the other, across all processes; others run beside."""
        return self not in _ONLY_LOOKS


_ONLY_LOOKS: Final = frozenset(
    {JobKind.ORPHANS, JobKind.RESTORE_PLAN, JobKind.UPLOAD, JobKind.VERIFY, JobKind.DRILL}
)


class JobState(Enum):
    """Where a job stands; `NEXT` holds the legal moves."""

    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def finished(self) -> bool:
        return not NEXT[self]


NEXT: Mapping[JobState, frozenset[JobState]] = {
    JobState.QUEUED: frozenset({JobState.RUNNING, JobState.CANCELLED}),
    # Back to waiting when the process that ran it ended before the job did.
    JobState.RUNNING: frozenset(
        {JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED, JobState.QUEUED}
    ),
    JobState.SUCCEEDED: frozenset(),
    JobState.FAILED: frozenset(),
    JobState.CANCELLED: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a job failed, in words that may be shown to anyone who may see the job."""

    code: str
    title: str
    detail: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The backup that a job made."""

    filename: str
    size: int
    sha256: str
    backup_id: UUID
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a job found out or did that is no backup, as JSON shows it."""

    document: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One piece of long work, as it stands at a moment."""

    id: UUID
    kind: JobKind
    backup_name: str
    created_at: datetime
    requested_by: UUID | None = None
    attempt: int = 1
    state: JobState = JobState.QUEUED
    stage: str | None = None
    done: int = 0
    total: int | None = None
    rate: float | None = None
    warnings: tuple[str, ...] = ()
    started_at: datetime | None = None
    finished_at: datetime | None = None
    error: Failure | None = None
    result: Outcome | None = None
    report: Report | None = None

    @property
    def eta_seconds(self) -> float | None:
        """How long the running stage will still take, where that can be told."""
        if self.state is not JobState.RUNNING or self.total is None or not self.rate:
            return None
        return max(0, self.total - self.done) / self.rate
