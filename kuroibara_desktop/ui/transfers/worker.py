"""The queue as the window works on it, or sees another process work on it. No Qt; calls block."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.core.errors import VaultBusy
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.core.queue import Wish, next_moment
from kuroibara_desktop.core.transfers import TransferState
from kuroibara_desktop.transfers import Pace
from kuroibara_desktop.transfers.making_room import room_for_all
from kuroibara_desktop.transfers.working import Step, worked

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Mapping

    from kuroibara_desktop.core.queue import SpeedRules, Wanted
    from kuroibara_desktop.core.transfers import TransferId
    from kuroibara_desktop.transfers.queue import Queue
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.tasks import Check
    from kuroibara_desktop.vault import Vault

_S = TransferState
_FRESH = 0.5  # seconds that a list of rows is good for while bytes come
_WATCH = 1.0  # seconds between two looks at what another process copies
_STIRRING = (_S.QUEUED, _S.WAITING, _S.RUNNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How the queue stands. `step` is of the copy that runs here, when one does.

    `received` are the bytes that are here of what has not ended, by row. `elsewhere` says that
    another process is at work on it.
    """

    rows: tuple[Wanted, ...]
    received: Mapping[TransferId, int] = field(default_factory=dict)
    speed: SpeedRules
    step: Step | None = None
    elsewhere: bool = False

    @property
    def stage(self) -> object:
        """Another one is never left out when steps are thinned: an outcome is told for sure."""
        step = self.step
        if step is None:
            return self.elsewhere
        ending = step.copy is not None or step.error is not None
        return (step.wanted.id if step.wanted else "", step.progress.stage, ending)


def at_work(
    desk: Desk,
    check: Check,
    *,
    only: Collection[TransferId] | None = None,
    replace: bool = False,
) -> Generator[Told, None, Rest]:
    """Work on what is wanted until there is nothing to do now; return when to come again.

    While another process is at work on it, that is watched. `only` leaves the other rows alone.
    With `replace` a person gave the old copy up for the new one.
    """
    try:
        vault = desk.vault()
    except BackupError:
        told = _Eyes(desk.queue(), None).told()
        if any(stirs(row) for row in told.rows):
            raise
        return Rest(told=told, again_at=None)  # nobody misses the drive just now
    queue = desk.queue(vault)
    eyes = _Eyes(queue, vault)
    while any(stirs(row) for row in queue.rows()):
        steps = worked(
            queue,
            vault,
            desk.server_of,
            check=check,
            only=only,
            room=partial(
                room_for_all, vault=vault, servers=desk.server_of, replace=replace, check=check
            ),
        )
        try:
            for step in steps:
                if step.wanted is None:  # the next turn is later: no thread waits for it
                    break
                yield eyes.told(step)
        except VaultBusy:
            yield eyes.told(elsewhere=True)
            for _tick in Pace().pause(_WATCH, check, Progress(stage=Stage.WAITING)):
                pass
            continue
        finally:
            steps.close()
        break
    told = eyes.told()
    return Rest(told=told, again_at=next_moment(told.rows, only))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Nothing to do until `again_at`, in seconds since 1970; None is until somebody asks."""

    told: Told
    again_at: float | None


def stirs(row: Wanted) -> bool:
    """Whether somebody has to do something about it."""
    return row.state in _STIRRING or (row.wish is not Wish.NONE and not row.state.over)


def looked(desk: Desk) -> Told:
    """How the queue stands now, also while the drive is away."""
    try:
        vault = desk.vault()
    except BackupError:
        return _Eyes(desk.queue(), None).told()
    return _Eyes(desk.queue(vault), vault).told()


class _Eyes:
    """Sees the rows, no oftener than there is something new to see."""

    def __init__(
        self, queue: Queue, vault: Vault | None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._queue = queue
        self._vault = vault
        self._clock = clock
        self._seen_at: float | None = None
        self._stage: object = None
        self._told: Told | None = None

    def told(self, step: Step | None = None, *, elsewhere: bool = False) -> Told:
        now = self._clock()
        made = self._told
        stage = (step.wanted, step.progress.stage, step.copy, step.error) if step else None
        fresh = self._seen_at is not None and now - self._seen_at < _FRESH
        if made is None or step is None or stage != self._stage or not fresh:
            rows = tuple(self._queue.rows())
            made = Told(rows=rows, received=self._received(rows), speed=self._queue.speed)
            self._seen_at, self._stage = now, stage
        self._told = Told(
            rows=made.rows,
            received=made.received,
            speed=made.speed,
            step=step,
            elsewhere=elsewhere,
        )
        return self._told

    def _received(self, rows: tuple[Wanted, ...]) -> dict[TransferId, int]:
        here: dict[str, dict[str, int]] = {}
        if self._vault is not None:
            for folder in {row.folder for row in rows if not row.state.over}:
                here[folder] = self._vault.received(folder)
        return {
            row.id: here[row.folder][row.filename]
            for row in rows
            if not row.state.over and row.filename in here.get(row.folder, {})
        }
