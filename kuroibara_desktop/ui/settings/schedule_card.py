"""When the server makes backups by itself: shown in words, changed on the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kuroibara_desktop.core import cron
from kuroibara_desktop.core.cron import Slot
from kuroibara_desktop.core.rules import Schedule, ScheduleChange
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.pieces import Check, button, column, label, row
from kuroibara_desktop.ui.saying import said
from kuroibara_desktop.ui.settings.pieces import Card, Choice, Hour, Number
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from collections.abc import Sequence


class ScheduleCard(Card):
    """Three kinds of backups; nothing is changed before it is saved."""

    save_asked = Signal(object)  # dict: kind -> ScheduleChange, or None for the server's own

    def __init__(self, schedules: Sequence[Schedule]) -> None:
        super().__init__()
        zones = sorted({one.timezone for one in schedules})
        self.entitle(
            self.tr("Backups the server makes"),
            self.tr("Times are those of the server ({zone}).").format(zone=", ".join(zones)),
        )
        self.rows = [ScheduleRow(one) for one in schedules]
        for one in self.rows:
            one.changed.connect(self.weigh)
            one.reset_asked.connect(lambda kind: self.save_asked.emit({kind: None}))
            self.add(one)
        self.save = button(self.tr("Save on the server"), "primary")
        self.save.clicked.connect(self._save)
        self.foot(self.save)
        self.weigh()

    def _changes(self) -> dict[str, ScheduleChange]:
        found = {one.schedule.kind: one.change() for one in self.rows}
        return {kind: change for kind, change in found.items() if change is not None}

    def weigh(self) -> None:
        """There is something to save, or there is not."""
        self.save.setEnabled(bool(self._changes()))

    def _save(self) -> None:
        self.save.setEnabled(False)
        self.save_asked.emit(self._changes())


class ScheduleRow(QWidget):
    """One kind of backups."""

    changed = Signal()
    reset_asked = Signal(str)  # its kind

    def __init__(self, schedule: Schedule) -> None:
        super().__init__()
        self.schedule = schedule
        self._slot = cron.read(schedule.cron)
        title = {
            "daily": self.tr("Daily"),
            "weekly": self.tr("Weekly"),
            "monthly": self.tr("Monthly"),
        }.get(schedule.kind, schedule.kind)
        self.enabled = Check(title)
        self.enabled.setChecked(schedule.enabled)
        self.enabled.clicked.connect(lambda: self.changed.emit())
        self.contents: Choice[bool] = Choice(
            [(False, self.tr("Database only")), (True, self.tr("Full"))]
        )
        self.contents.setAccessibleName(self.tr("{kind}: what it holds").format(kind=title))
        self.contents.set_value(schedule.include_storage)
        self.contents.chosen.connect(lambda: self.changed.emit())
        self.at = Hour()
        self.at.setAccessibleName(self.tr("{kind}: at").format(kind=title))
        self.at.chosen.connect(lambda: self.changed.emit())
        self.weekday: Choice[int] = Choice(
            [(number, QLocale().dayName(number)) for number in range(1, 8)]
        )
        self.weekday.setAccessibleName(self.tr("{kind}: on which weekday").format(kind=title))
        self.weekday.chosen.connect(lambda: self.changed.emit())
        self.day = Number(1, 31)
        self.day.setAccessibleName(self.tr("{kind}: on which day of the month").format(kind=title))
        self.day.chosen.connect(lambda: self.changed.emit())
        self._show_slot()
        head = WrappingRow(gap=8)
        self.enabled.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for control in (self.enabled, self.weekday, self.day, self.at, self.contents):
            head.addWidget(control)
        whole = column(self, gap=4)
        whole.setContentsMargins(0, 8, 0, 8)
        whole.addLayout(head)
        beneath = row(gap=8)
        beneath.setContentsMargins(32, 0, 0, 0)
        self.words = label(self._state(), Type.SMALL, tone=self._tone(), wrap=True)
        beneath.addWidget(self.words, 1)
        if schedule.edited:
            reset = button(self.tr("Back to the server's own"), "link")
            reset.setAccessibleName(self.tr("{kind}: back to the server's own").format(kind=title))
            reset.clicked.connect(lambda: self.reset_asked.emit(schedule.kind))
            beneath.addWidget(reset)
        whole.addLayout(beneath)

    def change(self) -> ScheduleChange | None:
        """What differs from what the server has; None when nothing does."""
        old, typed = self.schedule, self._typed()
        found = ScheduleChange(
            cron=None if typed is None or typed == self._slot else cron.written(typed),
            enabled=None if self.enabled.isChecked() is old.enabled else self.enabled.isChecked(),
            include_storage=None
            if self.contents.value() is old.include_storage
            else self.contents.value(),
        )
        return None if found == ScheduleChange() else found

    def _show_slot(self) -> None:
        slot = self._slot
        self.at.setVisible(slot is not None)
        self.weekday.setVisible(slot is not None and slot.weekday is not None)
        self.day.setVisible(slot is not None and slot.day is not None)
        if slot is None:
            return
        self.at.set_moment(slot.at)
        if slot.weekday is not None:
            self.weekday.set_value(slot.weekday)
        if slot.day is not None:
            self.day.set_number(slot.day)

    def _typed(self) -> Slot | None:
        slot = self._slot
        if slot is None:
            return None
        return Slot(
            at=self.at.moment(),
            weekday=None if slot.weekday is None else self.weekday.value(),
            day=None if slot.day is None else self.day.number(),
        )

    def _state(self) -> str:
        schedule = self.schedule
        parts = []
        if self._slot is None:
            parts.append(self.tr("By the rule “{cron}”").format(cron=schedule.cron))
        if schedule.overdue:
            parts.append(self.tr("Overdue"))
        if schedule.enabled and schedule.next_due is not None:
            when = formatting.moment(schedule.next_due.astimezone())
            parts.append(self.tr("Next here: {when}").format(when=when))
        if schedule.last_success is not None:
            when = formatting.moment(schedule.last_success.astimezone())
            parts.append(self.tr("last made {when}").format(when=when))
        if schedule.last_error:
            parts.append(said(schedule.last_error))
        return " · ".join(parts) or self.tr("Not made yet")

    def _tone(self) -> str:
        return "warn" if self.schedule.overdue or self.schedule.last_error else "muted"
