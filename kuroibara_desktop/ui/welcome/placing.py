"""What the steps about folders start: a folder for copies is adopted, one with copies opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop.ui.welcome.folders import DriveStep, FolderStep

if TYPE_CHECKING:
    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.ui.desk import Desk, Judgement
    from kuroibara_desktop.ui.tasks import Task, Tasks
    from kuroibara_desktop.vault.surveying import Survey


class Placing(QObject):
    """Ends with `placed` or `found`: there is an archive folder, for copies or with them."""

    placed = Signal()
    found = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._reading: Task | None = None
        self.folder = FolderStep(Path.home() / "Kuroibara Backups")
        self.drive = DriveStep()
        self.folder.looked_for.connect(self._judge)
        self.folder.next_asked.connect(self._adopt)
        self.drive.looked_for.connect(self._look_into)
        self.drive.next_asked.connect(self._take_up)

    def leave(self) -> None:
        """Whoever goes back does not wait for the rest."""
        if self._reading is not None:
            self._reading.cancel()

    # A folder for copies

    def _judge(self, folder: Path) -> None:
        self._tasks.call(
            lambda: self._desk.judge(folder), succeeded=self._judged, failed=self.folder.show_error
        )

    def _judged(self, judgement: Judgement) -> None:
        self.folder.show_judgement(
            judgement.folder, judgement.objections, " ".join(judgement.remarks)
        )

    def _adopt(self) -> None:
        folder = self.folder.path()
        self.folder.work(True)
        self._tasks.call(
            lambda: self._desk.adopt(folder),
            succeeded=lambda _: self._adopted(),
            failed=self._not_adopted,
        )

    def _adopted(self) -> None:
        self.folder.work(False)
        self.placed.emit()

    def _not_adopted(self, error: BackupError) -> None:
        self.folder.work(False)
        self.folder.show_error(error)

    # A folder with copies

    def _look_into(self, folder: Path) -> None:
        self._tasks.call(
            lambda: self._desk.survey(folder),
            succeeded=self.drive.show_survey,
            failed=self.drive.show_error,
        )

    def _take_up(self) -> None:
        found = self.drive.survey
        if found is None:
            return
        self.drive.work(True)
        self._reading = self._tasks.run(
            partial(self._desk.take_up, found),
            progressed=partial(self._read, found),
            succeeded=lambda _: self._taken_up(),
            failed=self._not_taken_up,
            cancelled=partial(self.drive.work, False),
        )

    def _read(self, found: Survey, done: int) -> None:
        self.drive.show_read(done, found.count)

    def _taken_up(self) -> None:
        self.drive.work(False)
        self.found.emit()

    def _not_taken_up(self, error: BackupError) -> None:
        self.drive.work(False)
        self.drive.show_error(error)
