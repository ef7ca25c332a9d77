"""What the server is working on for us."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class JobState(Enum):
    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def over(self) -> bool:
        return self in (JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobProblem:
    """Why a job failed, in the server's words."""

    code: str
    title: str
    detail: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartedJob:
    """The server has begun; `job_id` is None on a plain Kuroibara, which tells no job."""

    backup_name: str
    job_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerJob:
    """One look at a job; `done` and `total` are bytes of the current stage."""

    id: str
    kind: str
    state: JobState
    stage: str | None = None
    done: int = 0
    total: int | None = None
    rate: float | None = None
    eta_seconds: float | None = None
    warnings: tuple[str, ...] = ()
    backup_name: str | None = None
    filename: str | None = None
    created_at: datetime | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    problem: JobProblem | None = None
    result: Mapping[str, object] = field(default_factory=dict)  # read by who knows the kind
