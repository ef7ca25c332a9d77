"""How long work leaves the GUI thread: a generator on a pool thread, heard through signals.

Exactly one of three endings is emitted for every task, whatever happens, and always after its last
progress. Progress is thinned, because thousands of queued signals freeze a window.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Generator
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot

from kuroibara_backup.errors import BackupError, Cancelled

log = logging.getLogger(__name__)

Check = Callable[[], None]
Steps = Callable[[Check], Generator[Any, None, Any]]
Call = Callable[[], Any]
Step = TypeVar("Step")

EVERY = 0.1  # seconds between two progress signals: fluent to the eye, nothing to the event loop


class TaskSignals(QObject):
    """What a task says. `succeeded` carries the generator's return value."""

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(BackupError)
    cancelled = Signal()
    ended = Signal(object)  # the task itself, after whichever ending it was


def thinned(
    steps: Generator[Step, None, Any], *, every: float, clock: Callable[[], float] = time.monotonic
) -> Generator[Step, None, Any]:
    """At most one step each `every` seconds, but each new stage at once and the last one always."""
    last_at: float | None = None
    last_stage: object = None
    held: Step | None = None
    try:
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                if held is not None:
                    yield held
                return end.value
            stage, now = getattr(step, "stage", None), clock()
            if last_at is None or now - last_at >= every or stage != last_stage:
                last_at, last_stage, held = now, stage, None
                yield step
            else:
                held = step
    finally:
        steps.close()  # files and connections of the work are let go now, not at some collection


class Task(QRunnable):
    """One piece of work. Made by `Tasks.run` or `Tasks.call`."""

    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self.setAutoDelete(False)  # Python owns the object; Qt must not free it first
        self.signals = TaskSignals()
        self._steps = steps
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; it does so at its next check."""
        self._stop.set()

    def _check(self) -> None:
        if self._stop.is_set():
            raise Cancelled

    def run(self) -> None:
        try:
            self._check()
            result = self._drive()
        except Cancelled:
            self.signals.cancelled.emit()
        except BackupError as error:
            self.signals.failed.emit(error)
        except Exception as error:  # nothing above this frame would ever see it
            log.exception("A background task broke")
            unexpected = BackupError(
                "Something went wrong in the background.",
                remedy="Try again. If it happens again, copy the details into a report.",
            )
            unexpected.__cause__ = error
            self.signals.failed.emit(unexpected)
        else:
            self.signals.succeeded.emit(result)
        self.signals.ended.emit(self)

    def _drive(self) -> Any:
        steps = thinned(self._steps(self._check), every=EVERY)
        try:
            while True:
                try:
                    step = next(steps)
                except StopIteration as end:
                    return end.value
                self._check()
                self.signals.progressed.emit(step)
        finally:
            steps.close()


class Tasks(QObject):
    """Runs tasks and keeps them alive until they ended."""

    def __init__(self, parent: QObject | None = None, *, threads: int = 8) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._running: list[Task] = []
        self._stopped = False

    def run(
        self,
        steps: Steps,
        *,
        succeeded: Callable[[Any], None] | None = None,
        failed: Callable[[BackupError], None] | None = None,
        progressed: Callable[[Any], None] | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> Task:
        """Start `steps(check)`. The receivers run on the GUI thread."""
        task = Task(steps)
        for signal, receiver in (
            (task.signals.progressed, progressed),
            (task.signals.succeeded, succeeded),
            (task.signals.failed, failed),
            (task.signals.cancelled, cancelled),
            (task.signals.ended, self._forget),
        ):
            if receiver is not None:
                signal.connect(receiver)
        if not self._stopped:
            self._running.append(task)
            self._pool.start(task)
        return task

    def call(
        self,
        work: Call,
        *,
        succeeded: Callable[[Any], None] | None = None,
        failed: Callable[[BackupError], None] | None = None,
    ) -> Task:
        """Start a plain function that has no progress to tell."""

        def steps(_check: Check) -> Generator[Any, None, Any]:
            yield from ()
            return work()

        return self.run(steps, succeeded=succeeded, failed=failed)

    @property
    def busy(self) -> int:
        return len(self._running)

    def stop(self, patience: float = 10.0) -> bool:
        """Cancel everything, begin nothing any more, and wait; True once no thread is left."""
        self._stopped = True  # an ending that was on its way may still ask for more
        for task in self._running:
            task.signals.blockSignals(True)
            task.cancel()
        self._pool.clear()
        done = self._pool.waitForDone(int(patience * 1000))
        for task in self._running:  # what it said a moment ago would find nobody any more
            QCoreApplication.removePostedEvents(task.signals)
        self._running.clear()
        return done

    @Slot(object)
    def _forget(self, task: Task) -> None:
        if task in self._running:
            self._running.remove(task)
