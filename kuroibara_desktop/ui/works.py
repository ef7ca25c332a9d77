"""Which work is under way, in which order, and how each piece of it is shown and ends."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop.core.progress import Meter, Progress, Stage
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.progress import ProgressCard
from kuroibara_desktop.ui.saying import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.ui.tasks import Steps, Task, Tasks


class Lane(Enum):
    """Work of one lane waits for its turn; the lanes do not wait for each other."""

    HERE = "here"  # copies and verifications share this computer's disk
    SERVER = "server"


class Beside(Protocol):
    """Work that is run by somebody else, and counts all the same."""

    def busy_keys(self) -> tuple[str, ...]: ...
    @property
    def any(self) -> bool: ...
    def cancel_all(self) -> None: ...


@dataclass(eq=False)
class Work:
    """One thing the user asked for, from the press to its ending."""

    title: str
    lane: Lane
    steps: Steps
    key: str = ""  # of the backup it is about
    icon: str = "transfers"
    begun: Callable[[], None] | None = None  # the first step after asking came
    done: Callable[[Any], None] | None = None
    card: ProgressCard = field(init=False)
    task: Task | None = None
    meter: Meter = field(default_factory=Meter)
    stage: Stage | None = None

    def __post_init__(self) -> None:
        self.card = ProgressCard(self.title, icon=self.icon)

    def again(self) -> Work:
        """The same work, not begun yet."""
        return Work(
            title=self.title,
            lane=self.lane,
            steps=self.steps,
            key=self.key,
            icon=self.icon,
            begun=self.begun,
            done=self.done,
        )


class Works(QObject):
    """Runs works lane by lane; tells the page which cards there are."""

    added = Signal(object)  # ProgressCard
    removed = Signal(object)
    changed = Signal()  # another set of backups is busy
    failed = Signal(object, object)  # Work, BackupError
    succeeded = Signal(object, object)  # Work, result
    cancelled = Signal(object)  # Work

    def __init__(
        self, tasks: Tasks, parent: QObject, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._waiting: list[Work] = []
        self._running: dict[Lane, Work] = {}
        self._beside: list[Beside] = []

    def join(self, other: Beside) -> None:
        """Count the work of `other` in; whoever runs it says when it `changed`."""
        self._beside.append(other)

    def add(self, work: Work) -> None:
        work.card.cancel_asked.connect(lambda: self._cancel(work))
        work.card.show_progress(self.tr("Waiting for its turn"), None)
        self._waiting.append(work)
        self.added.emit(work.card)
        self._next()

    def busy_keys(self) -> tuple[str, ...]:
        own = [w.key for w in (*self._running.values(), *self._waiting) if w.key]
        return (*own, *(key for other in self._beside for key in other.busy_keys()))

    @property
    def cards(self) -> tuple[ProgressCard, ...]:
        """Of everything under way here, for who comes later than `added` told of it."""
        return tuple(work.card for work in (*self._running.values(), *self._waiting))

    @property
    def any(self) -> bool:
        return self.own or any(one.any for one in self._beside)

    @property
    def own(self) -> bool:
        """Whether anything is under way here, apart from what others run."""
        return bool(self._waiting or self._running)

    def cancel_all(self) -> None:
        """Stop what runs and drop what waits."""
        for work in [*self._waiting, *self._running.values()]:
            work.card.ask()
        for other in self._beside:
            other.cancel_all()

    def _next(self) -> None:
        for work in list(self._waiting):
            if work.lane in self._running:
                continue
            self._waiting.remove(work)
            self._running[work.lane] = work
            work.card.show_progress(self.tr("Starting…"), None)
            work.task = self._tasks.run(
                work.steps,
                progressed=partial(self._show, work),
                succeeded=partial(self._succeeded, work),
                failed=partial(self._failed, work),
                cancelled=partial(self._cancelled, work),
            )
        self.changed.emit()

    def _cancel(self, work: Work) -> None:
        if work.task is not None:
            work.task.cancel()
        else:
            self._waiting.remove(work)
            self._cancelled(work)

    def _show(self, work: Work, step: Progress) -> None:
        if step.stage is not work.stage:
            work.stage, work.meter = step.stage, Meter()
        if work.begun is not None and step.stage is not Stage.ASKING:
            work.begun()
            work.begun = None
        work.meter.note(self._clock(), step.done)
        work.card.show_progress(self.sentence(step, work.meter), step.fraction)

    def sentence(self, step: Progress, meter: Meter) -> str:
        """`Copying · 9.8 of 14.1 GiB · 41 MiB/s · 1 min 45 s left`; what is unknown is left out."""
        # The title says already that it is copied; while it moves, the numbers say enough.
        moving = step.stage is Stage.COPYING and step.done > 0
        parts = [said(step.note) or ("" if moving else self._stage(step.stage))]
        if step.total:
            done, total = formatting.size(step.done), formatting.size(step.total)
            if done.partition(" ")[2] == total.partition(" ")[2]:
                done = done.partition(" ")[0]
            parts.append(self.tr("{done} of {total}").format(done=done, total=total))
        elif step.done:
            parts.append(formatting.size(step.done))
        if step.done and (step.total is None or step.done < step.total):
            parts.append(formatting.rate(meter.rate))
            parts.append(formatting.time_left(meter.seconds_left(step.total)))
        return " · ".join(part for part in parts if part)

    def _stage(self, stage: Stage) -> str:
        return {
            Stage.ASKING: self.tr("Asking the server"),
            Stage.WAITING: self.tr("Waiting for the connection"),
            Stage.QUEUED: self.tr("Waiting for its turn on the server"),
            Stage.DUMPING: self.tr("Reading the database"),
            Stage.SCANNING: self.tr("Looking through the library"),
            Stage.PLANNING: self.tr("Planning"),
            Stage.WRITING: self.tr("Writing"),
            Stage.PUBLISHING: self.tr("Putting it in place"),
            Stage.SERVER_VERIFYING: self.tr("Verifying on the server"),
            Stage.WATCHING: self.tr("Watching for the finished backup"),
            Stage.RESUMING: self.tr("Checking what is already here"),
            Stage.COPYING: self.tr("Copying"),
            Stage.VERIFYING: self.tr("Verifying"),
            Stage.UPLOADING: self.tr("Sending"),
            Stage.SERVER_CHECKING: self.tr("The server checks what arrived"),
            Stage.COMPARING: self.tr("Comparing with what is on the server"),
            Stage.RESTORING: self.tr("Restoring on the server"),
            Stage.LOADING: self.tr("Loading the database on the server"),
            Stage.SWAPPING: self.tr("Putting the library in place"),
            Stage.ROLLING_BACK: self.tr("Returning to what was there before"),
        }[stage]

    def _succeeded(self, work: Work, result: object) -> None:
        self._over(work)
        if work.done is not None:
            work.done(result)
        self.succeeded.emit(work, result)

    def _failed(self, work: Work, error: BackupError) -> None:
        self._over(work)
        self.failed.emit(work, error)

    def _cancelled(self, work: Work) -> None:
        self._over(work)
        self.cancelled.emit(work)

    def _over(self, work: Work) -> None:
        if self._running.get(work.lane) is work:
            del self._running[work.lane]
        self.removed.emit(work.card)
        self._next()
