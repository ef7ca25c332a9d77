"""The states of a restore that was begun here, from a backup to a proved result, and the moves.

chosen ─▶ uploading ─▶ planning ─▶ planned ─▶ beginning ─▶ running ─▶ restored ─▶ returning
             │  ▲          │  ▲        │          │            │          ▲            │
             ▼  │          ▼  │        ▼          └─▶ planned  └▶ unchanged            ▼
            failed ────────┘──┘    abandoned         (refused)            └────── rolled back

What lies on the server already goes from *chosen* to *planning*: nothing of it is sent. *failed*
holds what was wrong and goes on where it stopped; whatever stands before *beginning* can be
abandoned. From *beginning* on the server decides, and only its word moves the state.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, NewType, Protocol

from kuroibara_desktop.core.restores import Phase, Scope
from kuroibara_desktop.core.words import one_line

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from kuroibara_desktop.core.stored import StoredBackup

JourneyId = NewType("JourneyId", str)


class JourneyState(Enum):
    CHOSEN = "chosen"
    UPLOADING = "uploading"
    PLANNING = "planning"
    PLANNED = "planned"
    BEGINNING = "beginning"  # asked for, and the answer is not known yet
    RUNNING = "running"
    RESTORED = "restored"
    RETURNING = "returning"
    ROLLED_BACK = "rolled_back"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    ABANDONED = "abandoned"

    @property
    def over(self) -> bool:
        """Whether nothing more can come of it."""
        return not NEXT[self]

    @property
    def at_the_server(self) -> bool:
        """Whether the server works on it, whatever becomes of us."""
        return self in (_S.BEGINNING, _S.RUNNING, _S.RETURNING)

    @property
    def stands_still(self) -> bool:
        """Whether it changed nothing, and goes on only when somebody asks for it."""
        return self in (_S.CHOSEN, _S.PLANNED, _S.FAILED, _S.ABANDONED)


_S = JourneyState
NEXT: dict[JourneyState, frozenset[JourneyState]] = {
    _S.CHOSEN: frozenset({_S.UPLOADING, _S.PLANNING, _S.ABANDONED}),
    _S.UPLOADING: frozenset({_S.PLANNING, _S.FAILED, _S.ABANDONED}),
    _S.PLANNING: frozenset({_S.PLANNED, _S.UPLOADING, _S.FAILED, _S.ABANDONED}),
    _S.PLANNED: frozenset({_S.BEGINNING, _S.PLANNING, _S.UPLOADING, _S.ABANDONED}),
    _S.BEGINNING: frozenset({_S.RUNNING, _S.PLANNED}),
    _S.RUNNING: frozenset({_S.RESTORED, _S.ROLLED_BACK, _S.UNCHANGED}),
    _S.RESTORED: frozenset({_S.RETURNING, _S.ROLLED_BACK}),
    _S.RETURNING: frozenset({_S.RESTORED, _S.ROLLED_BACK}),
    _S.FAILED: frozenset({_S.UPLOADING, _S.PLANNING, _S.ABANDONED}),
    _S.ROLLED_BACK: frozenset(),
    _S.UNCHANGED: frozenset(),
    _S.ABANDONED: frozenset(),
}

FORGOTTEN_AFTER = timedelta(days=7)
"""The server remembers a plan for a day, and an upload that nobody goes on with for a week."""

_BY_PHASE = {
    Phase.RESTORED: _S.RESTORED,
    Phase.ROLLED_BACK: _S.ROLLED_BACK,
    Phase.UNCHANGED: _S.UNCHANGED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreFile:
    """A backup file on this computer that was read to its last byte and found whole.

    `not_proved` says what even that leaves open, a sentence each.
    """

    path: Path
    size: int
    mtime_ns: int
    sha256: str
    format: int
    includes_storage: bool
    kuroibara_version: str = ""
    postgresql_version: str = ""
    created_at: str = ""  # ISO 8601; without a zone it is the time of the server that made it
    suspect: bool = False
    not_proved: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What to show, whatever somebody called the file."""
        return one_line(self.path.name)

    @property
    def identity(self) -> str:
        """The same for the same bytes, wherever they lie."""
        return self.sha256


MOST_SERIES: Final = 10_000  # a server takes no more at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series whose files are in a backup; `id` is the name of its folder."""

    id: str
    title: str
    files: int
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """One restore as this computer remembers it; its ticket is with the secrets."""

    id: JourneyId
    server: str  # the address
    source: RestoreFile | StoredBackup
    scope: Scope = Scope.EVERYTHING
    manga: tuple[str, ...] = ()  # the ids of chosen series, with `Scope.MANGA` only
    safety_copy: bool = True
    state: JourneyState = JourneyState.CHOSEN
    upload_id: str | None = None
    backup_id: str | None = None
    filename: str | None = None  # the backup's name on the server
    plan_job_id: str | None = None
    restore_id: str | None = None  # also the plan's
    problem: str = ""  # why it stands still, one sentence

    @property
    def name(self) -> str:
        """What to call the backup: as the server does, once it has it."""
        return one_line(self.filename) if self.filename else self.source.name

    @property
    def lies_there(self) -> bool:
        """Whether the server had the bytes before, so that nothing is sent."""
        return not isinstance(self.source, RestoreFile)

    def moved_to(self, state: JourneyState, **changes: Any) -> Journey:
        """The same restore in its next state; a move that is not drawn above is a ValueError."""
        if state not in NEXT[self.state]:
            raise ValueError(f"a {self.state.value} restore cannot become {state.value}")
        return replace(self, state=state, **changes)


class TicketBox(Protocol):
    """Keeps the tickets of restores as the secrets they are; may block on a prompt."""

    def keep(self, restore_id: str, ticket: str) -> None: ...
    def ticket(self, restore_id: str) -> str | None: ...
    def forget(self, restore_id: str) -> None: ...


def told_by(journey: Journey, phase: Phase) -> Journey:
    """The journey after the server told where the restore stands."""
    if phase is Phase.PLANNED and journey.state is _S.BEGINNING:
        return journey.moved_to(_S.PLANNED)
    if journey.state is _S.BEGINNING:
        journey = journey.moved_to(_S.RUNNING)
    state = _BY_PHASE.get(phase)
    if phase is Phase.OVER and journey.state is _S.RUNNING:
        state = _S.RESTORED  # and what was there before it is no longer kept
    if state is None or state is journey.state or state not in NEXT[journey.state]:
        return journey
    return journey.moved_to(state)


def is_forgotten(state: JourneyState, changed_at: datetime, now: datetime) -> bool:
    """Whether a restore that nobody went on with is to leave the journal.

    Nothing is lost by it: it changed nothing, by then the server knows neither its plan nor what
    was sent of it, and to go on would mean to begin anew. What was begun stays, for its ticket.
    """
    return state.stands_still and now - changed_at >= FORGOTTEN_AFTER


def names_match(typed: str, server_name: str) -> bool:
    """Whether the server's name was typed as it is; only the spaces around it do not count."""
    return typed.strip() == server_name
