"""Keeps what the user wants of this computer, and says when that is something else."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop import wishes as kept
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.queue import Queue

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.queue import SpeedRules
    from kuroibara_desktop.profile import Home
    from kuroibara_desktop.ui.settings.app_section import AppSection
    from kuroibara_desktop.ui.settings.copies_section import CopiesSection
    from kuroibara_desktop.ui.settings.reminders_section import RemindersSection
    from kuroibara_desktop.ui.tasks import Tasks
    from kuroibara_desktop.wishes import Wishes


class Wishing(QObject):
    """Stands between the file of wishes, the rules of the queue, and what shows them."""

    changed = Signal(object)  # Wishes, as they are in the file now

    def __init__(self, home: Home, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._home, self._tasks = home, tasks
        self._turn = threading.Lock()  # one change after the other, each upon the one before
        self._changes: deque[Callable[[Wishes], Wishes]] = deque()
        self._speeds: deque[SpeedRules] = deque()
        self._sections: list[AppSection | CopiesSection | RemindersSection] = []
        self._copies: CopiesSection | None = None

    def attach(self, section: AppSection | CopiesSection | RemindersSection) -> None:
        """Show the wishes in this section, too, and hear what is chosen there."""
        self._sections.append(section)
        section.opened.connect(self.look)
        section.changed.connect(self._change)

    def attach_speed(self, copies: CopiesSection) -> None:
        """Show the speed limits there, and hear what is chosen."""
        self._copies = copies
        copies.speed_changed.connect(self._change_speed)

    def look(self) -> None:
        """Show what is in force now: the tray or another process may have changed it."""
        self._tasks.call(self._load, succeeded=self._show)

    def _load(self) -> tuple[Wishes, SpeedRules]:
        return kept.load(self._home), self._queue().speed

    def _show(self, found: tuple[Wishes, SpeedRules]) -> None:
        wishes, speed = found
        for section in self._sections:
            section.show_wishes(wishes)
        if self._copies is not None:
            self._copies.show_speed(speed)

    def _change(self, change: Callable[[Wishes], Wishes], words: str) -> None:
        self._changes.append(change)

        def keep() -> Wishes:
            with self._turn:
                # The one asked for first, whichever thread comes first.
                after = self._changes.popleft()(kept.load(self._home))
                kept.save(self._home, after)
                return after

        def say(after: Wishes) -> None:
            self._say(words)
            self.changed.emit(after)

        self._tasks.call(keep, succeeded=say, failed=self._not_kept)

    def _change_speed(self, rules: SpeedRules) -> None:
        self._speeds.append(rules)

        def keep() -> None:
            with self._turn:
                self._queue().speed = self._speeds.popleft()

        words = self.tr("Noted. Copies under way keep to it within moments.")
        self._tasks.call(keep, succeeded=lambda _: self._say(words), failed=self._not_kept)

    def _queue(self) -> Queue:
        """For its rules, which hold for every archive: none needs to be there."""
        return Queue(Journal(self._home.journal_file), "", locks=self._home.locks)

    def _say(self, sentence: str, tone: str = "ok") -> None:
        for section in self._sections:
            if section.isVisible():
                section.say(sentence, tone)

    def _not_kept(self, error: BackupError) -> None:
        self._say(f"{error.sentence} {error.remedy}".strip(), "bad")
        self.look()
