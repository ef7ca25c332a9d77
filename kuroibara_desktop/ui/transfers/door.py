"""What stands between the transfers and the rest: their card, their outcomes, their questions."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kuroibara_desktop.core.automatic import Hold
from kuroibara_desktop.core.errors import NoRoomBeside
from kuroibara_desktop.core.keeping import WayOut
from kuroibara_desktop.core.progress import Meter, Progress, Stage
from kuroibara_desktop.core.queue import SpeedRules, is_stalled
from kuroibara_desktop.core.transfers import TransferState
from kuroibara_desktop.ui.progress import ProgressCard
from kuroibara_desktop.ui.saying import told
from kuroibara_desktop.ui.transfers.page import Tell, TransfersPage
from kuroibara_desktop.ui.transfers.room import RoomDialog
from kuroibara_desktop.ui.transfers.running import Running
from kuroibara_desktop.ui.transfers.view import ENDING, Pulse, lines
from kuroibara_desktop.ui.transfers.worker import Told
from kuroibara_desktop.ui.trouble import TroubleDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.queue import Wanted
    from kuroibara_desktop.core.transfers import TransferId
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.looking import Seen
    from kuroibara_desktop.ui.tasks import Tasks
    from kuroibara_desktop.ui.works import Works

_LOOKS = 2000  # milliseconds between two looks while the page is in front


class TransfersDoor(QObject):
    """Holds the runner; looks go in, wishes that others grant come out."""

    counted = Signal(int)  # how many are wanted and not here yet
    news = Signal()  # a copy came, or cannot come now: both sides are to be looked at
    folder_asked = Signal()  # copies are to go to another one
    backups_asked = Signal()
    settings_asked = Signal()  # those about copies
    fulls_unwished = Signal()  # none of them is to come by itself any more
    pause_wished = Signal(bool)  # that nothing comes by itself, or that it does
    troubled = Signal(object, object)  # str, BackupError: for whoever does not look at the window

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        works: Works,
        window: QWidget,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._works, self._window, self._clock = works, window, clock
        self.running = Running(desk, tasks, self)
        self.page = TransfersPage()
        self._eyes = QTimer(self)  # another process may change the queue while nobody works here
        self._eyes.setInterval(_LOOKS)
        self._eyes.timeout.connect(self.running.look)
        self._look: Seen | None = None
        self._held: tuple[Hold, ...] = ()
        self._card: tuple[TransferId, ProgressCard] | None = None
        self._last: tuple[Told, Pulse | None] = (Told(rows=(), speed=SpeedRules()), None)
        self._meter = Meter()
        self._moved_at = 0.0
        self._feeling: tuple[TransferId, Stage, int] | None = None
        self._states: dict[TransferId, TransferState] = {}
        self._halted: QDialog | None = None
        self._connect_page()
        works.join(self.running)
        self.running.told.connect(self._hear)
        self.running.failed.connect(self._failed)
        self.running.halted.connect(self._halt)
        self.running.refused.connect(self._show_error)

    def take_look(self, found: Seen, held: tuple[Hold, ...]) -> None:
        """Somebody looked at both sides: go on with what can go on now.

        `held` is why nothing comes by itself just now.
        """
        before, self._look = self._look, found
        away = before is not None and before.look.server_error is not None
        if away and found.look.server_error is None:
            self.running.wake_waiting()
        self.hold_back(held)
        self.running.work()

    def hold_back(self, held: tuple[Hold, ...]) -> None:
        """Let only come what a person asks for, where anything holds copies back."""
        self.running.hold_back(bool(held))
        if held != self._held:
            self._held = held
            self._say_what_holds()

    def _connect_page(self) -> None:
        page, running = self.page, self.running
        page.pause_asked.connect(lambda wanted: running.pause(*wanted))
        page.resume_asked.connect(lambda wanted: running.resume(*wanted))
        page.retry_asked.connect(lambda wanted: running.retry(*wanted))
        page.cancel_asked.connect(lambda wanted: running.cancel(*wanted))
        page.move_asked.connect(running.move)
        page.clear_asked.connect(running.clear_ended)
        page.pause_all_asked.connect(self.pause_all)
        page.limit_asked.connect(running.limit)
        page.hours_asked.connect(self.settings_asked)
        page.backups_asked.connect(self.backups_asked)
        page.told_pressed.connect(self._go_on)
        page.shown.connect(self._page_shown)

    def _show_page(self) -> None:
        news, pulse = self._last
        self.page.show_lines(lines(news, pulse), news.speed, paused=self.paused)

    def _page_shown(self, shown: bool) -> None:
        if shown:
            self._show_page()
            self.running.look()
            self._eyes.start()
        else:
            self._eyes.stop()

    @property
    def paused(self) -> bool:
        """Whether a person wants nothing to be copied just now."""
        return Hold.PAUSED in self._held or (self.running.paused and not self.running.any)

    def pause_all(self, pause: bool) -> None:
        """Pause everything, and let nothing come by itself; or go on with it all."""
        if pause:
            self.running.pause_all()
        else:
            self.running.resume_all()
        self.pause_wished.emit(pause)

    def _go_on(self) -> None:
        if Hold.PAUSED in self._held:
            self.pause_all(False)
        else:
            self._again()

    # The card of the copy that runs

    def _hear(self, news: Told) -> None:
        pulse = self._pulse(news)
        self._show_card(news, pulse)
        self._last = (news, pulse)
        if self.page.isVisible():
            self._show_page()
        if news.elsewhere:
            self._tell(self.tr("Another window or the command is copying just now."), tone="")
        elif news.step is not None or not self.running.any or self._held:
            self._say_what_holds()  # what else was in the way is so no more
        states = {row.id: row.state for row in news.rows if not row.state.over}
        if states != self._states:
            gone = self._states.keys() - states.keys()
            waits = [one for one, state in states.items() if state is TransferState.WAITING]
            new = gone or any(self._states.get(one) is not TransferState.WAITING for one in waits)
            self._states = states
            self._works.changed.emit()
            self.counted.emit(len(states))
            if new:
                self.news.emit()

    def _show_card(self, news: Told, pulse: Pulse | None) -> None:
        row = next((row for row in news.rows if row.state is TransferState.RUNNING), None)
        if row is None or pulse is None:
            self._drop_card()
            return
        if self._card is None or self._card[0] != row.id:
            self._drop_card()
            self._card = (row.id, self._new_card(row))
            self._works.added.emit(self._card[1])
        text = self._works.sentence(pulse.progress, pulse.meter)
        if pulse.stalled:
            text = self.tr("No bytes are coming just now. {progress}").format(progress=text)
        self._card[1].show_progress(text, pulse.progress.fraction)

    def _pulse(self, news: Told) -> Pulse | None:
        """How far the copy is: as the work here tells, else by the bytes that are here."""
        row = next((row for row in news.rows if row.state is TransferState.RUNNING), None)
        if row is None:
            self._feeling = None
            return None
        step = news.step
        if step is not None and step.wanted is not None and step.wanted.id == row.id:
            progress = step.progress
        else:
            done = news.received.get(row.id, 0)
            progress = Progress(stage=Stage.COPYING, done=done, total=row.size)
        now, before = self._clock(), self._feeling
        if before is None or before[0] != row.id or before[1] is not progress.stage:
            self._meter, self._moved_at = Meter(), now
        elif before[2] != progress.done:
            self._moved_at = now
        self._feeling = (row.id, progress.stage, progress.done)
        self._meter.note(now, progress.done)
        stalled = progress.stage is Stage.COPYING and is_stalled(self._moved_at, now)
        return Pulse(id=row.id, progress=progress, meter=self._meter, stalled=stalled)

    def _new_card(self, row: Wanted) -> ProgressCard:
        name = row.filename.removesuffix(ENDING)
        made = ProgressCard(self.tr("Copying {name}").format(name=name), pausable=True)
        made.cancel_asked.connect(partial(self.running.cancel, row.id))
        made.pause_asked.connect(partial(self.running.pause, row.id))
        return made

    def _drop_card(self) -> None:
        if self._card is not None:
            _, card = self._card
            self._card = None
            self._works.removed.emit(card)

    # What went wrong

    def _failed(self, row: Wanted, error: BackupError) -> None:
        name = row.filename.removesuffix(ENDING)
        if not self._window.isVisible():
            self.troubled.emit(self.tr("Copying {name}").format(name=name), error)
        elif self.running.asked_for(row.id):
            dialog = TroubleDialog(error, self._window, can_retry=True)
            dialog.again.connect(partial(self.running.retry, row.id))
            dialog.open()

    def _halt(self, error: BackupError, asked: bool) -> None:
        """Say it on the page, and once to whoever asked."""
        self._tell(told(error).whole, action=self.tr("Try again"))
        if not asked or self._halted is not None:
            return
        if not self._window.isVisible():
            self.troubled.emit(self.tr("Copying offsite"), error)
            return
        dialog: QDialog
        if isinstance(error, NoRoomBeside):
            dialog = room = RoomDialog(error, self._window)
            room.chosen.connect(self._take_way_out)
        else:
            dialog = trouble = TroubleDialog(error, self._window, can_retry=True)
            trouble.again.connect(self._again)
        self._halted = dialog
        dialog.finished.connect(self._halt_seen)
        dialog.open()

    def _tell(self, text: str, *, tone: str = "warn", action: str = "") -> None:
        self.page.tell(Tell(text, tone, action))

    def _say_what_holds(self) -> None:
        waits = self.running.any
        if Hold.PAUSED in self._held:
            self._tell(
                self.tr("Copying is paused: nothing comes by itself."), action=self.tr("Go on")
            )
        elif Hold.METERED in self._held and waits:
            self._tell(
                self.tr("This network is metered, so what comes by itself waits."),
                action=self.tr("Copy anyway"),
            )
        elif Hold.BATTERY in self._held and waits:
            self._tell(
                self.tr("On battery, so what comes by itself waits for power."),
                action=self.tr("Copy anyway"),
            )
        else:
            self.page.tell(None)

    def _halt_seen(self) -> None:
        self._halted = None

    def _again(self) -> None:
        self._halted = None
        self.running.work_asked()

    def _take_way_out(self, way: WayOut) -> None:
        if way is WayOut.ANOTHER_DRIVE:
            self.folder_asked.emit()
        elif way is WayOut.REPLACE:
            self.running.work_asked(replace=True)
        else:
            self.running.leave_fulls(self._look.look.backups if self._look else ())
            self.fulls_unwished.emit()

    def _show_error(self, error: BackupError) -> None:
        TroubleDialog(error, self._window).open()
