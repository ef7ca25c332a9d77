"""Of what the user is reminded, after how long, and when nothing may ring."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kuroibara_desktop.core.reminders import Condition
from kuroibara_desktop.ui.pieces import Check, column, label, row
from kuroibara_desktop.ui.settings.pieces import Card, Hour, Number, Section
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_desktop.core.reminders import Rules
    from kuroibara_desktop.wishes import Wishes

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
_LATE, _EARLY = time(22), time(8)
# Which number of the rules belongs to which reminder, and in which unit it is shown.
_LENGTHS = {
    Condition.HERE_STALE: ("here", _DAY),
    Condition.SERVER_STALE: ("there", _DAY),
    Condition.SERVER_UNSEEN: ("server_unseen", _DAY),
    Condition.DRIVE_MISSING: ("drive_missing", _DAY),
    Condition.SIGNED_OUT: ("signed_out", _HOUR),
}


class RemindersSection(Section):
    """Shows the rules; `changed` carries what turns the old wishes into new ones."""

    changed = Signal(object, str)  # (Wishes) -> Wishes, and what to say once that is kept

    def __init__(self) -> None:
        super().__init__()
        self.describe(self.tr("Each comes once, and goes by itself when its cause is gone."))
        self.checks: dict[Condition, Check] = {}
        self.lengths: dict[Condition, Number] = {}
        card = self.add_card(self.tr("What reminds you"))
        for condition, text, detail in self._conditions():
            self._add(card, condition, text, detail)
        ringing = self.add_card(self.tr("When it may ring"))
        self.notifications = ringing.check(
            self.tr("Show notifications"),
            self.tr("Without them, reminders stand on the Home page alone."),
        )
        self.notifications.clicked.connect(
            lambda on: self._change(lambda old: replace(old, notifications=bool(on)))
        )
        self.quiet = ringing.check(
            self.tr("Keep quiet at some hours"),
            self.tr("What is due meanwhile is listed at once, and rings afterwards."),
        )
        self.quiet.clicked.connect(self._quiet_changed)
        self.begins, self.ends = Hour(), Hour()
        self.begins.setAccessibleName(self.tr("Quiet from"))
        self.ends.setAccessibleName(self.tr("Quiet until"))
        self.begins.set_moment(_LATE)
        self.ends.set_moment(_EARLY)
        for hour in (self.begins, self.ends):
            hour.chosen.connect(self._quiet_changed)
        self._hours = QWidget()
        line = row(self._hours, gap=8)
        line.setContentsMargins(32, 2, 0, 4)
        line.addWidget(label(self.tr("From")))
        line.addWidget(self.begins)
        line.addWidget(label(self.tr("until")))
        line.addWidget(self.ends)
        line.addStretch(1)
        ringing.add(self._hours, line=False)

    def show_wishes(self, wishes: Wishes) -> None:
        rules = wishes.reminders
        for condition, check in self.checks.items():
            on = condition not in rules.off
            check.setChecked(on)
            if condition in self.lengths:
                name, unit = _LENGTHS[condition]
                self.lengths[condition].set_number(max(1, round(getattr(rules, name) / unit)))
                self.lengths[condition].setEnabled(on)
        self.notifications.setChecked(wishes.notifications)
        self.quiet.setChecked(rules.quiet is not None)
        self._hours.setVisible(rules.quiet is not None)
        if rules.quiet is not None:
            self.begins.set_moment(rules.quiet[0])
            self.ends.set_moment(rules.quiet[1])

    def _conditions(self) -> tuple[tuple[Condition, str, str], ...]:
        return (
            (
                Condition.HERE_STALE,
                self.tr("This computer has no fresh full copy"),
                self.tr("Home calls the library protected as long as the copy is no older."),
            ),
            (
                Condition.SERVER_STALE,
                self.tr("The server has made no backup"),
                "",
            ),
            (Condition.SERVER_UNSEEN, self.tr("The server was not seen"), ""),
            (Condition.DRIVE_MISSING, self.tr("The drive is away"), ""),
            (Condition.SIGNED_OUT, self.tr("You are signed out"), ""),
            (
                Condition.SIGN_IN_ENDS,
                self.tr("Your sign-in is about to end"),
                self.tr("The day before."),
            ),
            (
                Condition.COPY_DAMAGED,
                self.tr("A copy is damaged"),
                self.tr("At once."),
            ),
            (
                Condition.SUSPECT,
                self.tr("A backup is suspect"),
                self.tr("At once: it is much smaller than the one before."),
            ),
        )

    def _add(self, card: Card, condition: Condition, text: str, detail: str) -> None:
        part = QWidget()
        line = row(part, gap=16)
        line.setContentsMargins(0, 6, 0, 6)
        check = Check(text)
        check.setAccessibleDescription(detail)
        check.clicked.connect(lambda on: self._switch(condition, on=bool(on)))
        words = column(gap=0)
        words.addWidget(check)
        if detail:
            beneath = row()
            beneath.addSpacing(32)
            beneath.addWidget(label(detail, Type.SMALL, tone="muted", wrap=True), 1)
            words.addLayout(beneath)
        line.addLayout(words, 1)
        self.checks[condition] = check
        if condition in _LENGTHS:
            if _LENGTHS[condition][1] is _HOUR:
                number = Number(1, 365, one=self.tr(" hour"), many=self.tr(" hours"))
            else:
                number = Number(1, 365, one=self.tr(" day"), many=self.tr(" days"))
            number.setAccessibleName(self.tr("{what}: after").format(what=text))
            number.chosen.connect(lambda count: self._wait(condition, count))
            self.lengths[condition] = number
            line.addWidget(label(self.tr("after"), Type.SMALL, tone="muted"))
            line.addWidget(number)
        card.add(part)

    # Changes

    def _change(self, change: Callable[[Wishes], Wishes]) -> None:
        self.changed.emit(change, self.tr("Noted. It is in force from now on."))

    def _rule(self, change: Callable[[Rules], Rules]) -> None:
        self._change(lambda old: replace(old, reminders=change(old.reminders)))

    def _switch(self, condition: Condition, *, on: bool) -> None:
        if condition in self.lengths:
            self.lengths[condition].setEnabled(on)
        mine = frozenset({condition})
        self._rule(lambda old: replace(old, off=old.off - mine if on else old.off | mine))

    def _wait(self, condition: Condition, count: int) -> None:
        name, unit = _LENGTHS[condition]
        length: dict[str, Any] = {name: unit * count}
        self._rule(lambda old: replace(old, **length))

    def _quiet_changed(self) -> None:
        on = self.quiet.isChecked()
        self._hours.setVisible(on)
        hours = (self.begins.moment(), self.ends.moment()) if on else None
        self._rule(lambda old: replace(old, quiet=hours))
