"""What a transfer is called on the page: its state, how far it is, and why."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kuroibara_desktop.core.progress import Stage
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.saying import said
from kuroibara_desktop.ui.transfers.view import Phase, Total

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_desktop.core.queue import SpeedRules
    from kuroibara_desktop.ui.transfers.view import Line

LOOKS: dict[Phase, tuple[str, str]] = {  # tone and sign
    Phase.COPYING: ("accent", "copy-here"),
    Phase.STALLED: ("warn", "clock"),
    Phase.WORKING: ("accent", "copy-here"),
    Phase.STOPPING: ("muted", "clock"),
    Phase.WAITING: ("warn", "clock"),
    Phase.QUEUED: ("muted", "clock"),
    Phase.PAUSED: ("muted", "pause"),
    Phase.FAILED: ("bad", "warning"),
    Phase.DONE: ("ok", "check"),
    Phase.CANCELLED: ("muted", "cross"),
}


def _local_now() -> datetime:
    return datetime.now().astimezone()


class TransferWording(QObject):
    """Words for lines; times are told by this computer's clock."""

    def __init__(
        self, parent: QObject | None = None, *, now: Callable[[], datetime] = _local_now
    ) -> None:
        super().__init__(parent)
        self._now = now

    def state(self, line: Line) -> str:
        return {
            Phase.COPYING: self.tr("Copying"),
            Phase.STALLED: self.tr("Stalled"),
            Phase.WORKING: self._at(line.stage),
            Phase.STOPPING: self.tr("Stopping…"),
            Phase.WAITING: self.tr("Waiting"),
            Phase.QUEUED: self.tr("In the queue"),
            Phase.PAUSED: self.tr("Paused"),
            Phase.FAILED: self.tr("Failed"),
            Phase.DONE: self.tr("Copied"),
            Phase.CANCELLED: self.tr("Cancelled"),
        }[line.phase]

    def percent(self, line: Line) -> str:
        """`64 %`, or nothing where nothing of it is here."""
        if line.fraction is None or line.ended:
            return ""
        whole = int(line.fraction * 100)  # never 100 % before it is whole
        return self.tr("{count} %").format(count=whole)

    def detail(self, line: Line) -> str:
        """One line: how much, how fast, how long; or why not."""
        if line.phase is Phase.STALLED:
            stalled = self.tr("No bytes are coming just now; it goes on by itself")
            return f"{stalled} · {self._amount(line)}"
        if line.ended:
            when = self.moment(line.ended_at) if line.ended_at is not None else ""
            parts = [when, formatting.size(line.size) if line.phase is Phase.DONE else ""]
        elif line.note:
            parts = [said(line.note), self._next(line)]
        else:
            parts = [
                self._amount(line),
                formatting.rate(line.rate),
                formatting.time_left(line.left),
                self._next(line),
            ]
        return " · ".join(part for part in parts if part)

    def total(self, all_of_it: Total) -> str:
        """The line under the table."""
        if not all_of_it.count and all_of_it.paused:
            left = self.tr("{size} left").format(size=formatting.size(all_of_it.paused))
            return " · ".join((self.tr("Paused"), left))
        if not all_of_it.count:
            return self.tr("Nothing is waiting to be copied")
        one = all_of_it.count == 1
        words = self.tr("1 copy to come") if one else self.tr("{count} copies to come")
        parts = [words.format(count=all_of_it.count)]
        parts.append(self.tr("{size} left").format(size=formatting.size(all_of_it.size)))
        if all_of_it.seconds is not None:
            duration = formatting.duration(all_of_it.seconds)
            parts.append(self.tr("about {duration}").format(duration=duration))
        return " · ".join(parts)

    def speed(self, rules: SpeedRules) -> str:
        """What the button for the limit says."""
        if rules.hours:
            return self.tr("Speed: by the hour")
        if rules.always is None:
            return self.tr("Speed: no limit")
        return self.tr("Speed: {rate}").format(rate=formatting.rate(rules.always))

    def moment(self, at: float) -> str:
        """`13:40` today, `22 Nov 13:40` on another day."""
        when, now = datetime.fromtimestamp(at).astimezone(), self._now()
        hour = f"{when:%H:%M}"
        return hour if when.date() == now.date() else f"{formatting.day(when.date())} {hour}"

    def _amount(self, line: Line) -> str:
        whole = formatting.size(line.size)
        if not line.done:
            return whole
        done = formatting.size(line.done)
        return self.tr("{done} of {total}").format(done=done, total=whole)

    def _next(self, line: Line) -> str:
        if line.next_try is None:
            return ""
        if line.next_try <= self._now().timestamp():
            return ""
        return self.tr("next try at {time}").format(time=self.moment(line.next_try))

    def _at(self, stage: Stage | None) -> str:
        words = {
            Stage.ASKING: self.tr("Asking"),
            Stage.WAITING: self.tr("Reconnecting"),
            Stage.RESUMING: self.tr("Checking"),
            Stage.SERVER_VERIFYING: self.tr("Verifying"),
            Stage.VERIFYING: self.tr("Verifying"),
        }
        return words.get(stage, self.tr("Copying")) if stage is not None else self.tr("Copying")
