"""Who ends what a dead process left half-way, and drops what is kept no longer?"""

from __future__ import annotations

import logging
import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from kuroibara_backup.database.state.restores import Phase
from kuroibara_backup.errors import BackupError, Refused
from kuroibara_backup.service.restore.carrying import Carrying
from kuroibara_backup.service.restore.desk import STANDING

if TYPE_CHECKING:
    from uuid import UUID

    from kuroibara_backup.database.state.restores import RestoreRow
    from kuroibara_backup.service.restore.desk import Desk

log = logging.getLogger("restore")
_HALF_WAY: Final = (Phase.SWAPPING, Phase.UNDOING, Phase.RETURNING, Phase.REPEATING)
_EVERY: Final = 60.0
_BUSY: Final = ("locked", "restore_running")


class Tending:
    """Any process may do it, at any time: it does nothing while one is at work."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="restores", daemon=True)

    def start(self) -> None:
        """Look after it once a minute from now on."""
        self._thread.start()

    def close(self) -> None:
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join(5)

    def _run(self) -> None:
        while not self._closing.wait(_EVERY):
            try:
                self.tend()
            except (BackupError, OSError) as exc:
                log.warning("Restores were not looked after: %s", exc)
            except Exception:  # nothing above this frame would ever see it
                log.exception("Looking after restores broke")

    def half_way(self) -> tuple[UUID, ...]:
        """The restores that have database and library of two sides, or nobody knows; for health."""
        return tuple(row.id for row in self._desk.journal.in_phases(*_HALF_WAY))

    def end_half_way(self, *, unused_too: bool = False) -> tuple[RestoreRow, ...]:
        """End every restore whose process died between the sides, wholly the old or the new one.

        With `unused_too`, drop what others had built that never came to it, though a job might go
        on with it. Nothing happens while a process is at work on them.
        """
        phases = (*_HALF_WAY, Phase.PREPARING) if unused_too else _HALF_WAY
        if not self._desk.journal.in_phases(*phases):
            return ()
        self._desk.shop.place.prepare()
        with self._desk.alone(None, wait=False):
            return self.end_held(*phases)

    def end_held(self, *phases: Phase, but: UUID | None = None) -> tuple[RestoreRow, ...]:
        """The same, for who is alone at work: what others left is of dead processes."""
        ended: list[RestoreRow] = []
        for row in self._desk.journal.in_phases(*(phases or (*_HALF_WAY, Phase.PREPARING))):
            if row.id == but:
                continue
            carrying = Carrying(self._desk.shop, row)
            if row.phase is Phase.PREPARING:
                carrying.abandon(_cut_off())
            else:
                self._end(carrying)
            ended.append(carrying.row)
        return tuple(ended)

    def end_half_way_if_free(self) -> None:
        """The same at a process's start, where another process may be at work on them.

        What cannot be ended keeps nobody from starting: `half_way` goes on to tell of it.
        """
        try:
            self.end_half_way()
        except (BackupError, OSError) as exc:
            log.warning("A restore that is half-way was not ended: %s", exc)

    def tend(self) -> None:
        """What is due from time to time: end what was cut off, drop what is kept no longer."""
        for row in self._desk.journal.in_phases(Phase.WAITING):
            job = self._desk.job(row)
            if (job is None or job.state.finished) and self._is_old(row):
                self._desk.journal.move(row.id, Phase.WAITING, to=Phase.UNCHANGED)
        left = [
            row
            for row in self._desk.journal.in_phases(Phase.PREPARING)
            if (job := self._desk.job(row)) is None or job.state.finished
        ]
        try:
            self.end_half_way()
            if left or self._expired():
                with self._desk.alone(None, wait=False):
                    for row in left:
                        if self._desk.row(row.id).phase is Phase.PREPARING:
                            Carrying(self._desk.shop, row).abandon(_cut_off())
                    for row in self._expired():
                        Carrying(self._desk.shop, row).expire()
        except Refused as exc:
            if exc.code not in _BUSY:
                raise

    def _end(self, carrying: Carrying) -> None:
        try:
            carrying.end()
        except (BackupError, OSError) as exc:
            if carrying.row.phase.half_way:
                raise
            log.warning("The restore %s ended on its other side: %s", carrying.row.id, exc)

    def _expired(self) -> list[RestoreRow]:
        return [
            row
            for row in self._desk.journal.in_phases(*STANDING)
            if row.settled_at is not None and self._desk.shop.now() > self._desk.window_ends(row)
        ]

    def _is_old(self, row: RestoreRow) -> bool:
        return self._desk.shop.now() - (row.confirmed_at or row.planned_at) > timedelta(minutes=1)


def _cut_off() -> Refused:
    return Refused(
        "The restore was cut off before it had changed anything. Nothing was changed.",
        remedy="Make a new plan.",
        code="cut_off",
    )
