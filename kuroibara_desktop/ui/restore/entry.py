"""The Restore page as the window holds it: built when it is first needed, not at each start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kuroibara_desktop.ui.pieces import column

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.home.view import HomeView
    from kuroibara_desktop.ui.restore.bench import Begun
    from kuroibara_desktop.ui.restore.door import RestoreDoor
    from kuroibara_desktop.ui.tasks import Tasks
    from kuroibara_desktop.ui.works import Works


class Holder(QWidget):
    """The place of the page."""

    looked_at = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.whole = column(self)

    def showEvent(self, event: QShowEvent) -> None:
        self.looked_at.emit()
        super().showEvent(event)


class RestoreEntry(QObject):
    """Passes everything on to the door, and the door's wishes to the window."""

    refresh_asked = Signal()
    front_asked = Signal()
    server_asked = Signal()
    sign_in_asked = Signal()
    use_asked = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, works: Works, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._works, self._window = desk, tasks, works, window
        self._door: RestoreDoor | None = None
        self._view: HomeView | None = None
        self.page = Holder()
        self.page.setAccessibleName(self.tr("Restore"))
        self.page.looked_at.connect(self._looked_at)

    @property
    def door(self) -> RestoreDoor:
        if self._door is None:
            # Not at the top: most starts of the app never come here.
            from kuroibara_desktop.ui.restore.door import RestoreDoor

            made = self._door = RestoreDoor(self._desk, self._tasks, self._works, self._window)
            for theirs, ours in (
                (made.refresh_asked, self.refresh_asked),
                (made.front_asked, self.front_asked),
                (made.server_asked, self.server_asked),
                (made.sign_in_asked, self.sign_in_asked),
                (made.use_asked, self.use_asked),
            ):
                theirs.connect(ours)
            self.page.whole.addWidget(made.page)
            if self._view is not None:
                made.heed(self._view)
        return self._door

    def begin(self) -> None:
        """The pages are in front: go on with a restore that was begun before, if there is one."""
        if self._door is not None:
            self._door.begin()
        else:
            self._tasks.call(self._begun, succeeded=self._go_on)

    def heed(self, view: HomeView) -> None:
        """What Home shows tells whether the server may be gone."""
        self._view = view
        if self._door is not None:
            self._door.heed(view)

    def show_gone(self) -> None:
        self.door.show_gone()

    def restore_asked(self, backup: Backup) -> None:
        self.door.restore_asked(backup)

    def open_file(self, path: Path) -> None:
        self.door.open_file(path)

    def _looked_at(self) -> None:
        self.door.begin()

    def _begun(self) -> Begun:
        from kuroibara_desktop.ui.restore.bench import RestoreBench  # as above

        return RestoreBench(self._desk).begun()

    def _go_on(self, begun: Begun) -> None:
        if begun.current is not None:
            self.door.begin()
