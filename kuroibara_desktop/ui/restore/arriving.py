"""What becomes of a file that was dropped on the window, or given when the app was started."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop.core.errors import NotSetUp
from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.ui.restore.dropping import Dropping
from kuroibara_desktop.ui.restore.given import the_file
from kuroibara_desktop.ui.trouble import TroubleDialog
from kuroibara_desktop.ui.works import Lane, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.backups import LocalCopy
    from kuroibara_desktop.core.progress import Progress
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.tasks import Check, Tasks
    from kuroibara_desktop.ui.works import Works


class Arriving(QObject):
    """Asks *keep* or *restore* for one file at a time; until the app is set up, files wait."""

    restore_asked = Signal(object)  # Path
    kept = Signal(object)  # LocalCopy
    keeping = Signal()

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        works: Works,
        window: QWidget,
        *,
        at_restore: Callable[[], bool],
    ) -> None:
        """`at_restore` tells whether the Restore page is in front: to drop there is an answer."""
        super().__init__(window)
        self._desk, self._tasks, self._works, self._window = desk, tasks, works, window
        self.dropping = Dropping(window)
        self.dropping.dropped.connect(self._dropped)
        self._at_restore = at_restore
        self._ready = False
        self._waiting: Path | None = None

    def begin(self) -> None:
        """The pages are there: ask about a file that came before them."""
        self._ready = True
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.take(waiting)

    def take(self, path: Path) -> None:
        """A file named when the app was started, now or a second time."""
        if self._ready:
            self._look((path,), self._ask)
        else:
            self._waiting = path

    def _dropped(self, paths: tuple[Path, ...]) -> None:
        if not self._ready:
            self._show_error(
                NotSetUp(
                    self.tr("Nothing was done: the app is not set up yet."),
                    remedy=self.tr("Finish the steps of the window, then drop the file again."),
                )
            )
            return
        self._look(paths, self._restore if self._at_restore() else self._ask)

    def _look(self, paths: tuple[Path, ...], then: Callable[[Path], None]) -> None:
        self._tasks.call(partial(the_file, paths), succeeded=then, failed=self._show_error)

    def _restore(self, path: Path) -> None:
        self.restore_asked.emit(path)

    def _ask(self, path: Path) -> None:
        # Not at the top, as below: most starts of the app never come here.
        from kuroibara_desktop.ui.restore.asking import KeepOrRestoreDialog

        dialog = KeepOrRestoreDialog(one_line(path.name), self._window)
        dialog.keep_asked.connect(lambda: self._keep(path))
        dialog.restore_asked.connect(lambda: self.restore_asked.emit(path))
        dialog.open()

    def _keep(self, path: Path) -> None:
        self.keeping.emit()
        self._works.add(
            Work(
                title=self.tr("Taking in {name}").format(name=one_line(path.name)),
                lane=Lane.HERE,
                icon="drive",
                steps=partial(self._imported, path),
                done=self.kept.emit,
            )
        )

    def _imported(self, path: Path, check: Check) -> Generator[Progress, None, LocalCopy]:
        from kuroibara_desktop.transfers.importing import import_file

        return (yield from import_file(self._desk.vault(), path, check=check))

    def _show_error(self, error: BackupError) -> None:
        TroubleDialog(error, self._window).open()
