"""Looking at both sides again and again, with rows and pages worked out off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.core.progress import retold

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from kuroibara_desktop.ui.backups.model import BackupModel, Prepared
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.home.view import HomeView
    from kuroibara_desktop.ui.home.watching import Watching
    from kuroibara_desktop.ui.listing import Look
    from kuroibara_desktop.ui.tasks import Check, Steps, Task, Tasks

_SLOW = 1500  # milliseconds of patience before only one half of the list is shown
_EVERY = 60_000  # milliseconds; a plain Kuroibara is not asked more often either


@dataclass(frozen=True, slots=True)
class Seen:
    """One look at both sides, with its rows and the Home page worked out."""

    look: Look
    rows: Prepared
    home: HomeView


def seen(
    desk: Desk, model: BackupModel, watching: Watching, check: Check
) -> Generator[Seen, None, Seen]:
    """Yield what is here, and return both sides, as `Desk.look` does."""
    both = yield from retold(desk.look(check), lambda half: _seen(half, model, watching))
    return _seen(both, model, watching)


def _seen(found: Look, model: BackupModel, watching: Watching) -> Seen:
    return Seen(found, model.prepare(found.backups), watching.take(found))


class Looks(QObject):
    """One look at a time; a wish for another one meanwhile is granted right after it.

    A plain server may need minutes for its list; what is here need not wait for it.
    """

    half = Signal(object)  # Seen: the server keeps us waiting, this is what is here
    done = Signal(object)  # Seen
    failed = Signal(BackupError)

    def __init__(
        self, tasks: Tasks, steps: Steps, *, impatient: Callable[[], bool], parent: QObject
    ) -> None:
        """`impatient` tells whether a half is better than what is shown now."""
        super().__init__(parent)
        self._tasks, self._steps, self._impatient = tasks, steps, impatient
        self._task: Task | None = None
        self._turn = 0  # what an earlier turn finds is of another server
        self._again = False
        self._here: Seen | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW)
        self._slow.timeout.connect(self._show_half)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.refresh)

    def start(self) -> None:
        """Look now, and from now on each minute."""
        self._timer.start()
        self.refresh()

    def stop(self) -> None:
        self._timer.stop()

    def begin_anew(self) -> None:
        """Another server is in use: what the look under way finds is no longer wanted."""
        self._turn += 1
        if self._task is not None:
            self._task.cancel()
        self._again = False
        self._ended()

    def refresh(self) -> None:
        """Look again, now or right after the look that is under way."""
        if self._task is not None:
            self._again = True  # it may have missed what changed in the meantime
            return
        self._task = self._tasks.run(
            self._steps,
            progressed=partial(self._half_looked, self._turn),
            succeeded=partial(self._looked, self._turn),
            failed=partial(self._not_looked, self._turn),
        )

    def _half_looked(self, turn: int, here: Seen) -> None:
        if turn != self._turn:
            return
        self._here = here
        if self._impatient():
            self._slow.start()

    def _show_half(self) -> None:
        if self._task is not None and self._here is not None:
            self.half.emit(self._here)

    def _looked(self, turn: int, found: Seen) -> None:
        if turn != self._turn:
            return
        self._ended()
        self.done.emit(found)
        self._once_more()

    def _not_looked(self, turn: int, error: BackupError) -> None:
        if turn != self._turn:
            return
        self._ended()
        self.failed.emit(error)
        self._once_more()

    def _ended(self) -> None:
        self._task, self._here = None, None
        self._slow.stop()  # else it would show half of the next look, in place of this whole one

    def _once_more(self) -> None:
        if self._again:
            self._again = False
            self.refresh()
