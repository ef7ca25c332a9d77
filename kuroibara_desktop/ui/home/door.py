"""What stands between the Home page and the rest: looks go in, wishes come out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop.ui.home.lines import Act
from kuroibara_desktop.ui.home.ringing import Ringing
from kuroibara_desktop.ui.home.watching import Watching
from kuroibara_desktop.ui.notifications import Bell, Ring
from kuroibara_desktop.ui.saying import told

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta
    from pathlib import Path

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.automatic import Hold
    from kuroibara_desktop.core.reminders import Condition
    from kuroibara_desktop.ui.home.page import HomePage
    from kuroibara_desktop.ui.home.view import HomeView
    from kuroibara_desktop.ui.tasks import Tasks
    from kuroibara_desktop.ui.works import Works
    from kuroibara_desktop.wishes import Wishes


class HomeDoor(QObject):
    """Fills the page and keeps what it remembers; wishes are signals, one for each."""

    copy_asked = Signal(object)  # tuple of Backup
    create_asked = Signal()
    sign_in_asked = Signal()
    refresh_asked = Signal()
    folder_asked = Signal()
    server_asked = Signal()  # another one, or the first
    settings_asked = Signal(str)  # the key of a section
    backups_asked = Signal()
    resume_asked = Signal()  # copying goes on
    rescue_asked = Signal()
    shown = Signal(object)  # HomeView
    open_asked = Signal()  # the window is to come to the front

    def __init__(
        self,
        page: HomePage,
        file: Path,
        tasks: Tasks,
        works: Works,
        wishes: Callable[[], Wishes],
    ) -> None:
        super().__init__(works)
        self.page = page
        self.watching = Watching(file, wishes=wishes)
        self._tasks = tasks
        self._works = works
        works.added.connect(self.page.add_work)
        works.removed.connect(self.page.remove_work)
        works.changed.connect(self._mark_busy)
        self.page.copy_asked.connect(self.copy_asked)
        self.page.act_asked.connect(self._pass_on)
        self.page.notices.snooze_asked.connect(self.snooze)
        self.page.notices.wake_asked.connect(self.wake)
        self.bell = Bell(self)
        self._ringing = Ringing(self.bell, self.page.wording.notices, self)
        self._ringing.open_asked.connect(self.open_asked)
        self._ringing.act_asked.connect(self.page.ask)
        self._ringing.snooze_asked.connect(self.snooze)

    def show_view(self, view: HomeView | None) -> None:
        if view is not None:
            self.page.show_view(view)
            self._ringing.follow(view, loud=self.watching.loud)
            self.shown.emit(view)

    def begin_anew(self) -> None:
        """Another server is in use: nothing is claimed of it before its first look."""
        self.page.begin_anew()

    def start(self) -> None:
        """Look for somebody who shows notifications; off the GUI thread, a bus may be slow."""
        self._tasks.call(Bell.connection, succeeded=self.bell.listen)

    def tell_failure(self, work: str, error: BackupError) -> None:
        """Knock for work that failed while nobody looked on."""
        words = told(error)
        if not self.watching.may_knock():
            return
        self.bell.ring(
            Ring(
                key="FAILED",
                title=words.title,
                body=f"{work}: {words.sentence}",
                actions=(("default", self.tr("Open")),),
                urgent=True,
            )
        )

    def stop(self) -> None:
        self.bell.close()

    def heed(self) -> None:
        """What is wished for changed: show by it at once."""
        self._change(self.watching.again)

    def hold_back(self, held: tuple[Hold, ...]) -> None:
        """Say why nothing comes by itself, or no longer."""
        self.watching.held = held
        self.heed()

    def snooze(self, condition: Condition, length: timedelta | None) -> None:
        """Put a reminder off for a time or, without one, until the drive is in."""
        self._change(partial(self.watching.snooze, condition, length))

    def wake(self, condition: Condition) -> None:
        self._change(partial(self.watching.wake, condition))

    def _change(self, change: Callable[[], HomeView | None]) -> None:
        self._tasks.call(change, succeeded=self.show_view)

    def _mark_busy(self) -> None:
        self.page.mark_busy(self._works.busy_keys())

    def _pass_on(self, act: Act) -> None:
        wishes = {
            Act.CREATE: self.create_asked,
            Act.SIGN_IN: self.sign_in_asked,
            Act.LOOK: self.refresh_asked,
            Act.FOLDER: self.folder_asked,
            Act.SHOW: self.backups_asked,
            Act.RESUME: self.resume_asked,
            Act.RESCUE: self.rescue_asked,
            Act.SERVER: self.server_asked,
        }
        if act in wishes:
            wishes[act].emit()
        sections = {Act.ANSWER: "folders", Act.SERVERS: "servers"}
        if act in sections:
            self.settings_asked.emit(sections[act])
