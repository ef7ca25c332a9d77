"""The one piece of long work that the Restore page shows, run and told as it goes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop.core.progress import Meter, Progress, Stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.ui.restore.page import RestorePage
    from kuroibara_desktop.ui.tasks import Steps, Task, Tasks
    from kuroibara_desktop.ui.works import Works

CHECK, SEND, COMPARE, PLACE = range(4)  # the steps that are shown


class Doing(QObject):
    """At most one at a time; `moved` tells each new stage of it."""

    moved = Signal(object)  # Stage

    def __init__(self, tasks: Tasks, works: Works, page: RestorePage) -> None:
        super().__init__(page)
        self._tasks, self._works, self._page = tasks, works, page
        self._task: Task | None = None
        self._stage: Stage | None = None
        self._meter = Meter()

    @property
    def busy(self) -> bool:
        return self._task is not None

    def start(
        self,
        steps: Steps,
        *,
        succeeded: Callable[[Any], None],
        failed: Callable[[BackupError], None],
        cancelled: Callable[[], None],
    ) -> None:
        """Run it; when an ending is told, nothing is under way any more."""
        self._stage = None

        def ended(tell: Callable[..., None], *result: Any) -> None:
            self._task = None
            tell(*result)

        self._task = self._tasks.run(
            steps,
            progressed=self._progressed,
            succeeded=lambda result: ended(succeeded, result),
            failed=lambda error: ended(failed, error),
            cancelled=lambda: ended(cancelled),
        )

    def stop(self) -> None:
        """Ask it to end; `cancelled` tells when it has."""
        if self._task is not None:
            self._task.cancel()

    def drop(self) -> None:
        """End it, and hear nothing more of it."""
        if self._task is not None:
            self._task.signals.blockSignals(True)
            self._task.cancel()
            self._task = None

    def _progressed(self, step: Progress) -> None:
        if step.stage is not self._stage:
            self._stage, self._meter = step.stage, Meter()
            self._page.work.show_stage(step.stage)
            self.moved.emit(step.stage)
        self._meter.note(time.monotonic(), step.done)
        self._page.work.show_progress(self._works.sentence(step, self._meter), step.fraction)
