"""From look to look: what is remembered, what is shown, and what was put off."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kuroibara_desktop.core.reminders import Snooze, in_quiet_hours
from kuroibara_desktop.ui.home import memory
from kuroibara_desktop.ui.home.view import HomeView, viewed
from kuroibara_desktop.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import time
    from pathlib import Path

    from kuroibara_desktop.core.automatic import Hold
    from kuroibara_desktop.core.reminders import Condition
    from kuroibara_desktop.core.watch import Watch
    from kuroibara_desktop.ui.listing import Look


def _local_now() -> datetime:
    return datetime.now().astimezone()


class Watching:
    """Turns looks into views of the Home page. Any thread may call; the disk is touched."""

    def __init__(
        self,
        file: Path,
        *,
        wishes: Callable[[], Wishes] = Wishes,
        now: Callable[[], datetime] = _local_now,
    ) -> None:
        self._file = file
        self._wishes = wishes
        self.loud = True  # whether notifications are wanted, as of the last view
        self._quiet: tuple[time, time] | None = None
        self.held: tuple[Hold, ...] = ()  # why nothing comes by itself, as of the last look
        self._now = now
        self._turn = threading.Lock()
        self._watch: Watch | None = None
        self._look: Look | None = None

    def take(self, look: Look) -> HomeView:
        """The page after one more look; what it taught is remembered."""
        with self._turn:
            self._look = look
            return self._viewed(look)

    def snooze(self, condition: Condition, length: timedelta | None) -> HomeView | None:
        """Put one reminder off, for a time or, without one, until the drive is in."""
        snooze = Snooze(until_drive=True) if length is None else Snooze(until=self._now() + length)
        with self._turn:
            watch = self._remembered()
            self._watch = replace(watch, snoozes={**watch.snoozes, condition: snooze})
            return self._again()

    def wake(self, condition: Condition) -> HomeView | None:
        """Let a reminder that was put off speak again."""
        with self._turn:
            watch = self._remembered()
            left = {c: s for c, s in watch.snoozes.items() if c is not condition}
            self._watch = replace(watch, snoozes=left)
            return self._again()

    def may_knock(self) -> bool:
        """Whether what is not in the list may ring now: never in quiet hours."""
        return self.loud and not in_quiet_hours(self._now(), self._quiet)

    def again(self) -> HomeView | None:
        """The last look once more: what is wished for changed."""
        with self._turn:
            return self._again()

    def _again(self) -> HomeView | None:
        return self._viewed(self._look) if self._look is not None else None

    def _viewed(self, look: Look) -> HomeView:
        watch = self._remembered().of(look.folder, self._now())
        wishes = self._wishes()
        self.loud, self._quiet = wishes.notifications, wishes.reminders.quiet
        rules = replace(wishes.reminders, snoozes=watch.snoozes)
        view, after = viewed(look, watch, rules, now=self._now(), waiting=self.held)
        self._watch = after
        if look.server_asked:
            memory.save(self._file, after)
        return view

    def _remembered(self) -> Watch:
        if self._watch is None:
            self._watch = memory.load(self._file, self._now())
        return self._watch
