"""What the server found out when it tried a backup, or looked through its library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from kuroibara_desktop.core.jobs import JobProblem


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """One rehearsal of a restore: what it covered and what it could not prove, in sentences."""

    proved: bool
    finished_at: datetime | None
    covered: tuple[str, ...]
    not_proved: tuple[str, ...]
    reason: JobProblem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What people decided about one backup on the server."""

    backup_id: str
    pinned: bool
    note: str | None
    suspect: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrphanFolder:
    """One of them; `problems` are the server's words for what in it cannot be entered."""

    title: str
    chapters: int
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphans:
    """Manga that the server's library has and its database has not; `gone` is the other way."""

    manga: int
    recoverable: int
    chapters: int
    gone: int
    folders: tuple[OrphanFolder, ...]  # the first of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What was put back into the database, or with `dry_run` would be."""

    user: str | None
    dry_run: bool
    manga: int
    chapters: int
    problems: tuple[str, ...] = ()  # the server's words for what was left out
