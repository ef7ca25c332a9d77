"""What the app does by itself: copies by the user's rules, old ones read again, and mended."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop import wishes as kept
from kuroibara_desktop.caretaking import present
from kuroibara_desktop.core import automatic
from kuroibara_desktop.core.automatic import Fulls, Hold
from kuroibara_desktop.core.backups import CopyState, RemoteStatus
from kuroibara_desktop.core.rolling import next_to_verify
from kuroibara_desktop.core.transfers import TransferState
from kuroibara_desktop.transfers import repair, verify_due
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.awake import Awake
from kuroibara_desktop.ui.surroundings import Surroundings
from kuroibara_desktop.ui.works import Lane, Work
from kuroibara_desktop.vault.pruning import preview, prune

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.backups import Backup, LocalCopy
    from kuroibara_desktop.core.progress import Progress
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.listing import Look
    from kuroibara_desktop.ui.looking import Seen
    from kuroibara_desktop.ui.tasks import Check, Tasks
    from kuroibara_desktop.ui.transfers.door import TransfersDoor
    from kuroibara_desktop.ui.transfers.worker import Told
    from kuroibara_desktop.ui.works import Works
    from kuroibara_desktop.wishes import Wishes

log = logging.getLogger(__name__)

_A_RUN = 20 * 1024**3  # bytes read again at a time
_CALM = 60 * 1024**2  # bytes a second: the drive has room for what a person does meanwhile
_DECLINED_FOR = 24 * 3600.0  # seconds without another try after a person said no


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is to be done after one look."""

    wishes: Wishes
    held: tuple[Hold, ...]
    coming: tuple[Backup, ...] = ()
    read_again: bool = False
    damaged: tuple[Backup, ...] = ()  # here, and whole on the server


class Background(QObject):
    """Weighs every look off the GUI thread, and starts what it asks for, one thing at a time."""

    held_changed = Signal(object)  # tuple of Hold: why nothing comes by itself
    tidied = Signal(str)  # which copies went by the archive's rules, in a sentence
    refresh_asked = Signal()
    troubled = Signal(str, object)  # what was tried, BackupError

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        works: Works,
        transfers: TransfersDoor,
        parent: QObject,
        *,
        clock: Callable[[], float] = time.monotonic,
        around: Surroundings | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._works, self._transfers = desk, tasks, works, transfers
        self._clock = clock
        self._found: Seen | None = None
        self._held: tuple[Hold, ...] = ()
        self._mine: Work | None = None
        self._tried: set[str] = set()  # damaged copies that a repair was begun of
        self._declined_at: float | None = None
        self._came = False  # copies, since the archive was last tidied
        self._awake, self._wakeful, self._turn = Awake(), False, threading.Lock()
        self.around = around or Surroundings(self)
        self.around.changed.connect(self.reconsider)
        self.around.woke.connect(self._woke)
        transfers.pause_wished.connect(self._wish_pause)
        transfers.fulls_unwished.connect(self._unwish_fulls)
        transfers.running.copied.connect(self._note_copy)
        transfers.running.told.connect(self._watch)
        works.cancelled.connect(self._note_cancel)

    def stop(self) -> None:
        self.around.stop()
        self._awake.release()

    # After each look

    def take_look(self, found: Seen) -> None:
        """See what the user's rules want of what was seen."""
        self._found = found
        self._tasks.call(
            partial(self._weigh, found.look, self.around.metered),
            succeeded=partial(self._act, found),
            failed=lambda error: log.warning("Nothing comes by itself: %s", error),
        )

    def reconsider(self) -> None:
        """The same for the last look: what is wished for, or the network, changed."""
        if self._found is not None:
            self.take_look(self._found)

    def _weigh(self, look: Look, metered: bool | None) -> Verdict:
        wishes = kept.load(self._desk.home)
        around = automatic.Surroundings(metered=metered, on_battery=self.around.on_battery())
        held = automatic.held_back(
            around,
            paused=wishes.paused,
            metered_too=wishes.metered,
            battery_too=wishes.on_battery,
        )
        verdict = Verdict(wishes=wishes, held=held)
        if look.vault_error is not None:
            return verdict
        days = wishes.verify_every_days
        if days and around.on_battery is not True:
            here = [row.local for row in look.backups if row.local is not None]
            every, now = timedelta(days=days), datetime.now(UTC)
            due = bool(next_to_verify(here, now, every=every, at_most=0))
            verdict = replace(verdict, read_again=due)
        if held or look.server_error is not None or not look.has_server:
            return verdict
        rows = self._of_server(look)
        asked = self._desk.queue().remembered()
        coming = automatic.wanted(datetime.now(UTC) + look.skew, rows, wishes.copies, asked)
        damaged = tuple(row for row in rows if _mendable(row)) if days else ()
        return replace(verdict, coming=coming, damaged=damaged)

    def _of_server(self, look: Look) -> list[Backup]:
        """What the server has, and what is here of it: another one's copies say nothing of it."""
        known = self._desk.known()
        return [
            row
            for row in look.backups
            if row.remote is not None
            or (row.local is not None and row.local.server == known.folder)
        ]

    def _act(self, found: Seen, verdict: Verdict) -> None:
        if verdict.held != self._held:
            self._held = verdict.held
            self.held_changed.emit(verdict.held)
        self._transfers.take_look(found, verdict.held)
        if verdict.coming:
            self._transfers.running.want(verdict.coming, asked=False)
        elif not (self._wakeful or self._works.own):  # whatever a person wants goes first
            self._care(verdict)

    def _care(self, verdict: Verdict) -> None:
        broken = [row for row in verdict.damaged if row.key not in self._tried]
        if broken:
            self._mend(broken[0])
        elif self._came:
            self._tidy()
        elif verdict.read_again and not self._declined():
            self._read_again(verdict.wishes.verify_every_days)

    # Reading again, and mending

    def _read_again(self, days: int) -> None:
        def steps(check: Check) -> Generator[Progress, None, list[LocalCopy]]:
            return verify_due(
                self._desk.vault(),
                check=check,
                every=timedelta(days=days),
                at_most=_A_RUN,
                bytes_per_second=_CALM,
            )

        self._begin(self.tr("Reading copies again"), "verify", steps)

    def _mend(self, row: Backup) -> None:
        self._tried.add(row.key)

        def steps(check: Check) -> Generator[Progress, None, LocalCopy]:
            copy = row.local
            if copy is None:
                raise AssertionError("only what is here is mended")
            known = self._desk.known()
            server = self._desk.server(known)
            return repair(server, copy, self._desk.vault(), check=check)

        self._begin(self.tr("Repairing {name}").format(name=row.name), "copy-here", steps, row.key)

    def _begin(
        self,
        title: str,
        icon: str,
        steps: Callable[[Check], Generator[Progress, None, object]],
        key: str = "",
    ) -> None:
        self._mine = Work(title=title, lane=Lane.HERE, icon=icon, steps=steps, key=key)
        self._works.add(self._mine)

    def take_failure(self, work: Work, error: BackupError) -> bool:
        """Whether that was begun here: nobody asked for it, so no dialog comes up for it."""
        if work is not self._mine:
            return False
        log.warning("%s: %s", work.title, error)
        self.troubled.emit(work.title, error)
        return True

    def _note_cancel(self, work: Work) -> None:
        if work is self._mine:
            self._declined_at = self._clock()

    def _declined(self) -> bool:
        at = self._declined_at
        return at is not None and self._clock() - at < _DECLINED_FOR

    # Keeping by the archive's rules

    def _note_copy(self) -> None:
        self._came = True

    def _tidy(self) -> None:
        self._came = False
        self._tasks.call(
            partial(_tidied, self._desk),
            succeeded=self._say_tidied,
            failed=lambda error: log.warning("Nothing was tidied up: %s", error),
        )

    def _say_tidied(self, gone: list[LocalCopy]) -> None:
        if gone:
            size = formatting.size(sum(copy.size for copy in gone))
            one = self.tr("{name} went by the rules of the archive, which freed {size}.")
            many = self.tr("{count} copies went by the rules of the archive, which freed {size}.")
            words = one.format(name=gone[0].name, size=size) if len(gone) == 1 else ""
            self.tidied.emit(words or many.format(count=len(gone), size=size))
            self.refresh_asked.emit()

    # Wishes that are pressed elsewhere than in the settings

    def _wish_pause(self, pause: bool) -> None:
        self._wish(lambda old: replace(old, paused=pause))

    def _unwish_fulls(self) -> None:
        self._wish(lambda old: replace(old, copies=replace(old.copies, fulls=Fulls.NONE)))

    def _wish(self, change: Callable[[Wishes], Wishes]) -> None:
        home = self._desk.home

        def keep() -> None:
            kept.save(home, change(kept.load(home)))

        self._tasks.call(
            keep,
            succeeded=lambda _: self.reconsider(),
            failed=lambda error: self.troubled.emit(self.tr("Keeping your choice"), error),
        )

    # Sleep

    def _woke(self) -> None:
        """Whatever waited for its next try has waited long enough."""
        self._transfers.running.wake_waiting()
        self.refresh_asked.emit()

    def _watch(self, told: Told) -> None:
        """Stay awake while bytes come here, and not a moment longer."""
        running = any(row.state is TransferState.RUNNING for row in told.rows)
        wakeful = running and not told.elsewhere
        if wakeful != self._wakeful:
            self._wakeful = wakeful
            self._tasks.call(self._settle)

    def _settle(self) -> None:
        with self._turn:
            if self._wakeful:
                self._awake.hold("Backups are being copied")
            else:
                self._awake.release()


def _mendable(row: Backup) -> bool:
    return (
        row.local is not None
        and row.local.state is CopyState.DAMAGED
        and row.remote is not None
        and row.remote.status is RemoteStatus.FINISHED
    )


def _tidied(desk: Desk) -> list[LocalCopy]:
    """Let go what the archive's rules let go, under all their guards; nothing without rules."""
    vault = desk.vault()
    if vault.still_there().policy is None:
        return []
    answering = present(desk.profile().servers)
    return prune(vault, preview(vault, answering), present=answering, check=lambda: None)
