"""The one who works on the queue in this window: starts, hears wishes, goes on when it is time."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.core.queue import ACTIVE
from kuroibara_desktop.core.transfers import TransferState
from kuroibara_desktop.transfers.queue import Queue
from kuroibara_desktop.ui.transfers.worker import Rest, Told, at_work, looked, stirs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.core.queue import SpeedRules, Wanted
    from kuroibara_desktop.core.transfers import TransferId
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.tasks import Task, Tasks

_S = TransferState
_LONGEST = 3_600_000  # milliseconds a timer is trusted with; a clock may be set meanwhile

Change = Callable[[Queue], Any]


class Running(QObject):
    """Works on what is wanted while anything is, in a task; never two at once.

    Every wish is written down at once, wherever the copy is worked on, and this window looks after
    it right away.
    """

    told = Signal(object)  # Told
    copied = Signal(object, object)  # Wanted, LocalCopy
    failed = Signal(object, object)  # Wanted, BackupError: this copy alone
    halted = Signal(BackupError, bool)  # none can be made now; whether a person asked for one
    refused = Signal(BackupError)  # a wish could not be written down

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        parent: QObject,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._now = now
        self._task: Task | None = None
        self._again = False
        self._replace = False
        self._held = True  # until somebody says that copies may come by themselves
        self._asked: set[TransferId] = set()  # by a person, since the app was started
        self._awaited: set[TransferId] = set()  # of those, the ones whose trouble is not told yet
        self._only: frozenset[TransferId] | None = None  # what the task works on
        self._keys: dict[TransferId, str] = {}
        self._active: dict[TransferId, Wanted] = {}
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self.work)

    # What is wanted

    def want(self, backups: Sequence[Backup], *, asked: bool = True) -> None:
        """Copy these, behind what is wanted already; a paused one goes on when a person asks."""
        wanted = [backup for backup in backups if backup.remote is not None]
        if wanted:
            self._tasks.call(
                partial(self._add, wanted, asked),
                succeeded=partial(self._added, wanted, asked),
                failed=self._refuse,
            )

    def pause(self, *wanted: TransferId) -> None:
        self._change(lambda queue: [queue.pause(one) for one in wanted])

    def resume(self, *wanted: TransferId) -> None:
        """Go on with what is paused; what waits is tried at once."""
        self._ask(wanted)
        self._change(lambda queue: [queue.resume(one) for one in wanted])

    def retry(self, *wanted: TransferId) -> None:
        self._ask(wanted)
        self._change(lambda queue: [queue.retry(one) for one in wanted])

    def cancel(self, *wanted: TransferId) -> None:
        self._change(lambda queue: [queue.cancel(one) for one in wanted])

    def move(self, wanted: TransferId, before: TransferId | None) -> None:
        """Put it in front of another, or last."""
        self._change(lambda queue: queue.move(wanted, before=before))

    def clear_ended(self) -> None:
        self._change(Queue.clear_ended)

    def limit(self, rules: SpeedRules) -> None:
        def change(queue: Queue) -> None:
            queue.speed = rules

        self._change(change)

    def pause_all(self) -> None:
        self.pause(*(one for one, row in self._active.items() if row.state in ACTIVE))

    def resume_all(self) -> None:
        self.resume(*(one for one, row in self._active.items() if row.state is _S.PAUSED))

    def wake_waiting(self) -> None:
        """What waits for its next try is tried now: the connection, or the sign-in, is back."""
        waiting = [one for one, row in self._active.items() if row.state is _S.WAITING]
        if waiting:
            self._change(lambda queue: [queue.resume(one) for one in waiting])

    # What is under way

    def busy_keys(self) -> tuple[str, ...]:
        """Backups that are copied, or will be."""
        return tuple(self._key(row) for row in self._active.values() if row.state in ACTIVE)

    @property
    def any(self) -> bool:
        """Whether something is copied, or will be by itself."""
        return any(row.state in ACTIVE for row in self._active.values())

    @property
    def paused(self) -> bool:
        """Whether something waits only for the person to go on with it."""
        return any(row.state is _S.PAUSED for row in self._active.values())

    def cancel_all(self) -> None:
        self.cancel(*(one for one, row in self._active.items() if row.state in ACTIVE))

    # Working

    def work(self, *, replace: bool = False) -> None:
        """See to what is wanted now; cheap when nothing is.

        With `replace` a person gave the old copy up for the new one.
        """
        self._replace = self._replace or replace
        if self._task is not None:
            self._again = True  # it may be just about to end
            if self._only is not None and not self._asked <= self._only:
                self._begin_anew()  # what is asked for now is none of what it works on
            return
        self._turn.stop()
        replace, self._replace = self._replace, False
        only = frozenset(self._asked) if self._held else None
        self._only = only
        self._task = self._tasks.run(
            lambda check: at_work(self._desk, check, only=only, replace=replace),
            progressed=self._hear,
            succeeded=self._rest,
            failed=self._halt,
            cancelled=self._broken_off,
        )

    def hold_back(self, held: bool) -> None:
        """Copy only what a person asks for, or again all that is wanted."""
        if held == self._held:
            return
        self._held = held
        self._begin_anew()

    def work_asked(self, *, replace: bool = False) -> None:
        """The same because a person asked, who is told what is in the way."""
        self._ask(one for one, row in self._active.items() if row.state in ACTIVE)
        self.work(replace=replace)

    def leave_fulls(self, backups: Iterable[Backup]) -> None:
        """Want only databases: what holds the library's files, or may, comes no more."""
        small = {b.remote.filename for b in backups if b.remote and b.includes_storage is False}
        self.cancel(*(one for one, row in self._active.items() if row.filename not in small))

    def look(self) -> None:
        """Tell how the queue stands; whoever shows it may ask as often as it likes."""
        if self._task is None:
            self._tasks.call(lambda: looked(self._desk), succeeded=self._glanced)

    # How

    def _add(self, backups: list[Backup], asked: bool) -> list[Wanted]:
        known = self._desk.known()
        queue = self._desk.queue()
        key = known.instance_id or known.address
        rows = queue.add(key, known.folder, [b.remote for b in backups if b.remote is not None])
        if asked:
            for row in rows:
                if row.state in (_S.PAUSED, _S.WAITING):
                    queue.resume(row.id)
        return rows

    def _added(self, backups: list[Backup], asked: bool, rows: list[Wanted]) -> None:
        for backup, row in zip(backups, rows, strict=True):
            self._keys[row.id] = backup.key
            self._active[row.id] = row
        if asked:
            self._ask(row.id for row in rows)
        self.work()

    def _change(self, change: Change) -> None:
        def changed() -> Told:
            change(self._desk.queue())
            return looked(self._desk)

        self._tasks.call(changed, succeeded=self._changed, failed=self._refuse)

    def _changed(self, told: Told) -> None:
        self._glanced(told)
        self.work()

    def _refuse(self, error: BackupError) -> None:
        self.refused.emit(error)
        self.look()

    def _glanced(self, told: Told) -> None:
        runs = any(row.state is _S.RUNNING for row in told.rows)
        if self._task is None or not runs:
            self._hear(told)
        if self._task is None and runs:
            self.work()  # watch the process that is at work on it, or go on where one died

    def _hear(self, told: Told) -> None:
        self._active = {row.id: row for row in told.rows if not row.state.over}
        self._keys = {one: key for one, key in self._keys.items() if one in self._active}
        self.told.emit(told)
        step = told.step
        if step is None or step.wanted is None:
            return
        if step.copy is not None:
            self._awaited.discard(step.wanted.id)
            self.copied.emit(step.wanted, step.copy)
        elif step.error is not None and step.wanted.state is _S.FAILED:
            self.failed.emit(step.wanted, step.error)

    def asked_for(self, wanted: TransferId) -> bool:
        """Whether a person asked for this copy, and so waits for its outcome."""
        return wanted in self._asked

    def _rest(self, rest: Rest) -> None:
        self._task = None
        self._hear(rest.told)
        if self._again:
            self._again = False
            self.work()
        elif rest.again_at is not None and any(stirs(row) for row in rest.told.rows):
            wait = max(0.0, rest.again_at - self._now()) * 1000
            self._turn.start(min(round(wait), _LONGEST))

    def _halt(self, error: BackupError) -> None:
        self._task, self._again = None, False
        asked = bool(self._awaited & self._active.keys())
        self._awaited.clear()  # told once; from now on a look is enough
        self.halted.emit(error, asked)
        self.look()

    def _ask(self, wanted: Iterable[TransferId]) -> None:
        asked = set(wanted)
        self._asked |= asked
        self._awaited |= asked

    def _begin_anew(self) -> None:
        """Leave off and start again with what may come now; no byte that came is lost."""
        if self._task is not None:
            self._again = True
            self._task.cancel()
        else:
            self.work()

    def _broken_off(self) -> None:
        self._task, self._again = None, False
        self.work()

    def _key(self, row: Wanted) -> str:
        return self._keys.get(row.id) or row.backup_id or f"{row.filename}/{row.size}"
