"""What the server in use does by itself, and lets this account change."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.pieces import button, label
from kuroibara_desktop.ui.saying import told
from kuroibara_desktop.ui.settings.devices_card import DevicesCard
from kuroibara_desktop.ui.settings.keyboard import keyboard_kept
from kuroibara_desktop.ui.settings.orphans_card import OrphansCard
from kuroibara_desktop.ui.settings.pieces import Section, clear
from kuroibara_desktop.ui.settings.schedule_card import ScheduleCard

if TYPE_CHECKING:
    from kuroibara_desktop.core.rules import KeepRules, Preview
    from kuroibara_desktop.ui.settings.offered_work import Offered


class OfferedSection(Section):
    """One `Offered` at a time; each card speaks through these signals."""

    again_asked = Signal()
    schedule_asked = Signal(object)  # dict: kind -> ScheduleChange or None
    retention_asked = Signal(object)  # KeepRules in force
    revoke_asked = Signal(object)  # Device
    withdraw_asked = Signal(object)  # Invitation
    invite_asked = Signal()
    survey_asked = Signal()
    try_asked = Signal(str)
    recover_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.describe(self.tr("What it does by itself, and who may reach it."))
        self.orphans: OrphansCard | None = None
        self.schedule: ScheduleCard | None = None
        self.offered: Offered | None = None

    def wait(self) -> None:
        """While the server is asked, and nothing of it is known yet."""
        if self.offered is None:
            clear(self.body)
            self._say_calmly(self.tr("The server is being asked…"))

    def forget(self) -> None:
        """Another server is in use."""
        self.offered = None
        self.orphans = self.schedule = None
        clear(self.body)

    def show_offered(self, found: Offered | None) -> None:
        """Show it anew where something changed; else what is being typed stays."""
        if found is not None and found == self.offered:
            return
        with keyboard_kept(self):
            self._show_anew(found)

    def _show_anew(self, found: Offered | None) -> None:
        self.offered, before = found, self.orphans
        self.orphans = self.schedule = None
        clear(self.body)
        if found is None:
            self._say_calmly(self.tr("No server is set up, so there is nothing to show here."))
        elif found.error is not None:
            self._show_trouble(found)
        elif not found.engine:
            self._say_calmly(
                self.tr(
                    "{server} runs Kuroibara alone. Schedule, retention, devices and the recovery "
                    "of manga are what the backup engine adds: ask whoever runs the server to "
                    "install it beside Kuroibara. Until then they are set on Kuroibara's own pages."
                ).format(server=found.label)
            )
        else:
            self._show_engine(found, before)

    def _show_trouble(self, found: Offered) -> None:
        if found.error is None:
            return
        self._say_calmly(told(found.error).whole)
        again = button(self.tr("Try again"), icon="refresh")
        again.clicked.connect(self.again_asked)
        self.body.addWidget(again)

    def _show_engine(self, found: Offered, before: OrphansCard | None) -> None:
        words = self.tr("Backup engine {version}").format(version=found.version)
        if found.kuroibara:
            more = self.tr("Kuroibara {version}").format(version=found.kuroibara)
            words = f"{words} · {more}"
        self._say_calmly(f"{found.label} · {words}")
        if not found.administrator:
            self._say_calmly(
                self.tr(
                    "{user} is connected here, but only administrators see and change when backups "
                    "are made and which are kept, and only they enter lost manga again. Ask one of "
                    "them if something is to be different."
                ).format(user=found.username or self.tr("This device"))
            )
        if found.schedules is not None:
            self.schedule = ScheduleCard(found.schedules)
            self.schedule.save_asked.connect(self.schedule_asked)
            self.body.addWidget(self.schedule)
        if found.keeping is not None:
            self._show_keeping(found.keeping, found.preview)
        if found.devices is not None:
            devices = DevicesCard(
                found.devices,
                found.invitations,
                own=found.own_device,
                now=datetime.now(UTC),
                may_invite=found.administrator,
            )
            devices.revoke_asked.connect(self.revoke_asked)
            devices.withdraw_asked.connect(self.withdraw_asked)
            devices.invite_asked.connect(self.invite_asked)
            self.body.addWidget(devices)
        if found.orphans is not None:
            self.orphans = OrphansCard(found.orphans, found.username or "")
            self.orphans.survey_asked.connect(self.survey_asked)
            self.orphans.try_asked.connect(self.try_asked)
            self.orphans.recover_asked.connect(self.recover_asked)
            if before is not None:
                self.orphans.go_on(before)
            self.body.addWidget(self.orphans)

    def _show_keeping(self, rules: KeepRules, preview: Preview | None) -> None:
        card = self.add_card(self.tr("What the server keeps"))
        change = button(self.tr("Change…"))
        change.setAccessibleName(self.tr("Change what the server keeps"))
        change.clicked.connect(lambda: self.retention_asked.emit(rules))
        card.setting(self._rules(rules), self._outcome(preview), change)
        change.setAccessibleName(self.tr("Change what the server keeps"))

    def _rules(self, rules: KeepRules) -> str:
        if not rules.enabled:
            return self.tr("Every backup: nothing is removed")
        parts = [
            (one if count == 1 else many).format(count=count)
            for count, one, many in (
                (rules.daily, self.tr("1 day"), self.tr("{count} days")),
                (rules.weekly, self.tr("1 week"), self.tr("{count} weeks")),
                (rules.monthly, self.tr("1 month"), self.tr("{count} months")),
                (rules.yearly, self.tr("1 year"), self.tr("{count} years")),
                (rules.at_most, self.tr("at most 1"), self.tr("at most {count}")),
            )
            if count is not None
        ]
        return " · ".join(parts) or self.tr("Every backup: no rule has a number")

    def _outcome(self, preview: Preview | None) -> str:
        if preview is None or not preview.enabled:
            return ""
        count = len(preview.would_remove)
        if count == 0:
            return self.tr("Nothing would go now.")
        size = formatting.size(preview.would_free)
        if count == 1:
            return self.tr("One backup goes after the next one ({size}).").format(size=size)
        return self.tr("{count} backups go after the next one ({size}).").format(
            count=count, size=size
        )

    def _say_calmly(self, words: str) -> None:
        self.body.addWidget(label(words, tone="muted", wrap=True))
