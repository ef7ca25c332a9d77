"""What comes to this computer by itself, when that may be, how fast, and how often it is read."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kuroibara_desktop.core.automatic import Databases, Fulls
from kuroibara_desktop.core.queue import HourLimit, SpeedRules
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.pieces import button, column, label, row
from kuroibara_desktop.ui.settings.pieces import Choice, Hour, Section, clear
from kuroibara_desktop.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_desktop.wishes import Wishes

_KIB, _MIB = 1024, 1024 * 1024
_LIMITS = (256 * _KIB, 512 * _KIB, _MIB, 2 * _MIB, 5 * _MIB, 10 * _MIB, 20 * _MIB, 50 * _MIB)
_INTERVALS = (0, 7, 14, 30, 60, 90, 180)


class CopiesSection(Section):
    """Shows the wishes of this computer. `changed` carries what turns the old ones into new ones.

    A function, not values: the tray or the command may have changed others meanwhile.
    """

    changed = Signal(object, str)  # (Wishes) -> Wishes, and what to say once that is kept
    speed_changed = Signal(object)  # SpeedRules

    def __init__(self) -> None:
        super().__init__()
        self.describe(
            self.tr("What comes to this computer without being asked for, and when it may.")
        )
        self._speed = SpeedRules()
        self._lines: list[_HourLine] = []
        self._what()
        self._when()
        self._how_fast()
        again = self.add_card(self.tr("Checked again"))
        self.verify: Choice[int] = Choice([(days, self._interval(days)) for days in _INTERVALS])
        self.verify.chosen.connect(self._choose_interval)
        again.setting(
            self.tr("Read every copy again"),
            self.tr("Drives rot in silence. What is found damaged is set aside and fetched anew."),
            self.verify,
        )

    def show_wishes(self, wishes: Wishes) -> None:
        self.databases.set_value(wishes.copies.databases)
        self.fulls.set_value(wishes.copies.fulls)
        self.paused.setChecked(wishes.paused)
        self.metered.setChecked(wishes.metered)
        self.battery.setChecked(wishes.on_battery)
        if wishes.verify_every_days not in _INTERVALS:
            days = sorted({*_INTERVALS, wishes.verify_every_days})
            self.verify.offer([(one, self._interval(one)) for one in days])
        self.verify.set_value(wishes.verify_every_days)

    def show_speed(self, rules: SpeedRules) -> None:
        self._speed = rules
        self.limit.offer(self._limits(rules.always))
        self.limit.set_value(rules.always or 0)
        self._show_hours()

    # The cards

    def _what(self) -> None:
        card = self.add_card(self.tr("What comes by itself"))
        self.databases: Choice[Databases] = Choice(
            [(Databases.EVERY, self.tr("Every new one")), (Databases.NONE, self.tr("None"))]
        )
        self.databases.chosen.connect(
            lambda value: self._change(
                lambda old: replace(old, copies=replace(old.copies, databases=value))
            )
        )
        card.setting(
            self.tr("Database-only backups"),
            self.tr("Accounts, progress and settings; they are small."),
            self.databases,
        )
        self.fulls: Choice[Fulls] = Choice(
            [
                (Fulls.WEEKLY, self.tr("The newest, once a week")),
                (Fulls.EVERY, self.tr("Every new one")),
                (Fulls.NONE, self.tr("None")),
            ]
        )
        self.fulls.chosen.connect(
            lambda value: self._change(
                lambda old: replace(old, copies=replace(old.copies, fulls=value))
            )
        )
        card.setting(
            self.tr("Full backups"),
            self.tr("With the manga files: only these bring the whole library back."),
            self.fulls,
        )

    def _when(self) -> None:
        card = self.add_card(self.tr("When that may be"))
        self.metered = card.check(
            self.tr("Also on a metered network"),
            self.tr("Such as a phone's. Otherwise copies wait for another network."),
        )
        self.metered.clicked.connect(
            lambda on: self._change(lambda old: replace(old, metered=bool(on)))
        )
        self.battery = card.check(
            self.tr("Also on battery"), self.tr("Otherwise copies wait for the mains.")
        )
        self.battery.clicked.connect(
            lambda on: self._change(lambda old: replace(old, on_battery=bool(on)))
        )
        self.paused = card.check(
            self.tr("Pause automatic copies"),
            self.tr("Nothing comes by itself until you let it again; you can still copy by hand."),
        )
        self.paused.clicked.connect(
            lambda on: self._change(lambda old: replace(old, paused=bool(on)))
        )

    def _how_fast(self) -> None:
        card = self.add_card(self.tr("How fast"))
        self.limit: Choice[int] = Choice(self._limits(None))
        self.limit.chosen.connect(
            lambda value: self._change_speed(replace(self._speed, always=value or None))
        )
        card.setting(
            self.tr("Speed limit"), self.tr("So that others can use the network, too."), self.limit
        )
        hours = QWidget()
        self._hours = column(hours, gap=6)
        card.add(hours, line=False)
        self.add_hours = button(self.tr("Another limit at some hours"), icon="plus")
        self.add_hours.clicked.connect(self._add_hours)
        card.foot(self.add_hours)

    # Changes

    def _change(self, change: Callable[[Wishes], Wishes]) -> None:
        self.changed.emit(change, self.tr("Noted. It is in force from now on."))

    def _choose_interval(self, days: int) -> None:
        self._change(lambda old: replace(old, verify_every_days=days))

    def _interval(self, days: int) -> str:
        if days == 0:
            return self.tr("Never")
        return self.tr("Every {count} days").format(count=days)

    def _limits(self, also: int | None) -> list[tuple[int, str]]:
        """What can be chosen; 0 is no limit."""
        found = sorted({*_LIMITS, *([also] if also else [])})
        return [(0, self.tr("No limit")), *((one, formatting.rate(one)) for one in found)]

    def _change_speed(self, rules: SpeedRules) -> None:
        self._speed = rules
        self.speed_changed.emit(rules)

    def _add_hours(self) -> None:
        fresh = HourLimit(begins=time(8), ends=time(18), bytes_per_second=_MIB)
        self._change_speed(replace(self._speed, hours=(*self._speed.hours, fresh)))
        self._show_hours()
        self._lines[-1].begins.setFocus()

    def _show_hours(self) -> None:
        if tuple(one.rule() for one in self._lines) == self._speed.hours:
            return  # the keyboard stays where it is
        clear(self._hours)
        self._lines = []
        for rule in self._speed.hours:
            line = _HourLine(rule, self._limits(rule.bytes_per_second))
            line.changed.connect(self._hours_changed)
            line.removed.connect(self._hours_removed)
            self._lines.append(line)
            self._hours.addWidget(line)

    def _hours_changed(self) -> None:
        hours = tuple(line.rule() for line in self._lines)
        self._change_speed(replace(self._speed, hours=hours))

    def _hours_removed(self, gone: QWidget) -> None:
        hours = tuple(line.rule() for line in self._lines if line is not gone)
        self._change_speed(replace(self._speed, hours=hours))
        self._show_hours()
        self.add_hours.setFocus()


class _HourLine(QWidget):
    """One limit between two times of day."""

    changed = Signal()
    removed = Signal(object)  # itself

    def __init__(self, rule: HourLimit, limits: list[tuple[int, str]]) -> None:
        super().__init__()
        self.begins, self.ends = Hour(), Hour()
        self.begins.setAccessibleName(self.tr("From"))
        self.ends.setAccessibleName(self.tr("Until"))
        self.begins.set_moment(rule.begins)
        self.ends.set_moment(rule.ends)
        self.limit: Choice[int] = Choice(limits)
        self.limit.setAccessibleName(self.tr("Speed limit at these hours"))
        self.limit.set_value(rule.bytes_per_second or 0)
        remove = button(self.tr("Remove"), "quiet")
        remove.setAccessibleName(self.tr("Remove these hours"))
        remove.clicked.connect(lambda: self.removed.emit(self))
        for field in (self.begins, self.ends, self.limit):
            field.chosen.connect(self.changed)
        hours = QWidget()
        times = row(hours, gap=8)
        times.addWidget(label(self.tr("From")))
        times.addWidget(self.begins)
        times.addWidget(label(self.tr("until")))
        times.addWidget(self.ends)
        inner = WrappingRow(gap=8, from_start=True)
        inner.setContentsMargins(0, 0, 0, 0)
        self.setLayout(inner)
        for part in (hours, self.limit, remove):
            inner.addWidget(part)

    def rule(self) -> HourLimit:
        return HourLimit(
            begins=self.begins.moment(),
            ends=self.ends.moment(),
            bytes_per_second=self.limit.value() or None,
        )
