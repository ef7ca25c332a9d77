"""The states of a transfer and the moves between them.

queued ─▶ running ─▶ done
  │        │ ▲ └───▶ failed ──▶ queued (retry)
  │        ▼ │
  │      waiting          the connection is away; goes on by itself
  │        │
  └──┬─────┴──▶ paused ──▶ queued
     └────────▶ cancelled (also from paused and failed)

When the app ends, what ran or waited is queued again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import NewType

TransferId = NewType("TransferId", str)


class TransferState(Enum):
    QUEUED = "queued"
    RUNNING = "running"
    WAITING = "waiting"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def over(self) -> bool:
        return not NEXT[self]


_S = TransferState
NEXT: dict[TransferState, frozenset[TransferState]] = {
    _S.QUEUED: frozenset({_S.RUNNING, _S.PAUSED, _S.CANCELLED}),
    _S.RUNNING: frozenset({_S.WAITING, _S.QUEUED, _S.PAUSED, _S.DONE, _S.FAILED, _S.CANCELLED}),
    _S.WAITING: frozenset({_S.RUNNING, _S.QUEUED, _S.PAUSED, _S.FAILED, _S.CANCELLED}),
    _S.PAUSED: frozenset({_S.QUEUED, _S.CANCELLED}),
    _S.FAILED: frozenset({_S.QUEUED, _S.CANCELLED}),
    _S.DONE: frozenset(),
    _S.CANCELLED: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """One backup on its way from the server into the vault."""

    id: TransferId
    server: str  # the server's folder in the vault
    filename: str  # its name on the server
    size: int
    backup_id: str | None = None
    sha256: str | None = None
    etag: str | None = None
    part: str = ""  # name of the unfinished file beside the copies
    received: int = 0
    state: TransferState = TransferState.QUEUED

    def moved_to(self, state: TransferState) -> Transfer:
        """The same transfer in its next state; a move that is not drawn above is a ValueError."""
        if state not in NEXT[self.state]:
            raise ValueError(f"a {self.state.value} transfer cannot become {state.value}")
        return replace(self, state=state)
