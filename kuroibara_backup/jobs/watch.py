"""Which attempts has nobody been at for too long?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """An attempt as it looked: every part of it would have changed if somebody were at it.

    All but `task` are None where we know nothing of what procrastinate believes to be running.
    """

    task: int
    job: UUID | None
    state: str | None
    token: int | None
    heartbeat: datetime | None


class Watch:
    """Calls dead what looked the same, look after look, for `patience` seconds.

    Only the watcher's own steady clock counts. Heartbeats are compared with each other and never
    with a clock, so a clock that jumps kills nobody.
    """

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._since: dict[Suspect, float] = {}
        self._looked_at: float | None = None

    def dead(self, seen: Iterable[Suspect], now: float) -> list[Suspect]:
        # A watcher that was away may have been frozen together with all that it watches.
        if self._looked_at is not None and now - self._looked_at > self._patience / 2:
            self._since = {}
        self._looked_at = now
        self._since = {one: self._since.get(one, now) for one in seen}
        return [one for one, since in self._since.items() if now - since >= self._patience]

    def forget(self) -> None:
        """Begin anew: for a while nobody could have given a sign."""
        self._since = {}
