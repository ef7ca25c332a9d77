"""What is chosen in the settings is in the file at once, beside what others chose meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kuroibara_desktop import wishes
from kuroibara_desktop.core.automatic import Databases, Fulls
from kuroibara_desktop.core.queue import HourLimit, SpeedRules
from kuroibara_desktop.core.reminders import Condition
from kuroibara_desktop.demo.pilot import rest
from kuroibara_desktop.profile import Home
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.queue import Queue
from kuroibara_desktop.ui.settings.app_section import AppSection
from kuroibara_desktop.ui.settings.copies_section import CopiesSection
from kuroibara_desktop.ui.settings.reminders_section import RemindersSection
from kuroibara_desktop.ui.settings.wishing import Wishing
from kuroibara_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.theme import Appearance
    from kuroibara_desktop.wishes import Wishes


class Shown:
    """The two sections on one home."""

    def __init__(self, home: Home, tasks: Tasks) -> None:
        self.home = home
        self.tasks = tasks
        self.app = AppSection()
        self.copies, self.reminders = CopiesSection(), RemindersSection()
        self.wishing = Wishing(home, tasks, tasks)
        for section in (self.app, self.copies, self.reminders):
            self.wishing.attach(section)
        self.wishing.attach_speed(self.copies)

    def settled(self) -> Wishes:
        """What is in the file once nothing is under way any more."""
        while self.tasks.busy:
            rest(5)
        return wishes.load(self.home)

    def speed(self) -> SpeedRules:
        self.settled()
        return Queue(Journal(self.home.journal_file), "any", locks=self.home.locks).speed


@pytest.fixture
def shown(look: Appearance, qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    tasks = Tasks()
    made = Shown(Home(config=tmp_path / "config", data=tmp_path / "data"), tasks)
    for section in (made.app, made.copies, made.reminders):
        qtbot.addWidget(section)
        section.show()
    made.wishing.look()
    made.settled()
    yield made
    tasks.stop()


@pytest.mark.parametrize(
    ("act", "read", "expected"),
    [
        (lambda s: s.app.language.chosen.emit("ja"), lambda w: w.language, "ja"),
        (
            lambda s: s.copies.databases.chosen.emit(Databases.NONE),
            lambda w: w.copies.databases,
            Databases.NONE,
        ),
        (lambda s: s.copies.fulls.chosen.emit(Fulls.EVERY), lambda w: w.copies.fulls, Fulls.EVERY),
        (lambda s: s.copies.metered.click(), lambda w: w.metered, True),
        (lambda s: s.copies.battery.click(), lambda w: w.on_battery, True),
        (lambda s: s.copies.paused.click(), lambda w: w.paused, True),
        (lambda s: s.copies.verify.chosen.emit(7), lambda w: w.verify_every_days, 7),
        (lambda s: s.reminders.notifications.click(), lambda w: w.notifications, False),
        (
            lambda s: s.reminders.checks[Condition.SUSPECT].click(),
            lambda w: w.reminders.off,
            frozenset({Condition.SUSPECT}),
        ),
        (
            lambda s: s.reminders.lengths[Condition.HERE_STALE].chosen.emit(20),
            lambda w: w.reminders.here,
            timedelta(days=20),
        ),
        (
            lambda s: s.reminders.lengths[Condition.SIGNED_OUT].chosen.emit(5),
            lambda w: w.reminders.signed_out,
            timedelta(hours=5),
        ),
        (
            lambda s: s.reminders.quiet.click(),
            lambda w: w.reminders.quiet,
            (time(22), time(8)),
        ),
    ],
)
def test_each_choice_is_kept_and_said(
    act: Callable[[Shown], None],
    read: Callable[[Wishes], object],
    expected: object,
    shown: Shown,
    qtbot: QtBot,
) -> None:
    assert read(shown.settled()) != expected
    with qtbot.waitSignal(shown.wishing.changed) as heard:
        act(shown)
    assert read(shown.settled()) == expected
    assert heard.args == [shown.settled()]
    sections = (shown.app, shown.copies, shown.reminders)
    assert any(section.notice.text().startswith("Noted.") for section in sections)


def test_what_another_process_chose_meanwhile_stays(shown: Shown, qtbot: QtBot) -> None:
    wishes.save(shown.home, replace(shown.settled(), paused=True, language="de"))
    with qtbot.waitSignal(shown.wishing.changed):
        shown.copies.metered.click()
    found = shown.settled()
    assert (found.metered, found.paused, found.language) == (True, True, "de")


def test_what_is_in_force_is_shown_when_the_section_opens(shown: Shown) -> None:
    before = shown.settled()
    rules = replace(
        before.reminders,
        here=timedelta(days=33),
        quiet=(time(21, 30), time(7)),
        off=frozenset({Condition.DRIVE_MISSING}),
    )
    wishes.save(shown.home, replace(before, reminders=rules, verify_every_days=45, metered=True))
    shown.reminders.opened.emit()
    shown.settled()
    assert shown.reminders.lengths[Condition.HERE_STALE].text() == "33 days"
    assert not shown.reminders.checks[Condition.DRIVE_MISSING].isChecked()
    assert not shown.reminders.lengths[Condition.DRIVE_MISSING].isEnabled()
    assert shown.reminders.begins.moment() == time(21, 30)
    assert shown.copies.verify.currentText() == "Every 45 days"
    assert shown.copies.metered.isChecked()


def test_speed_limits_reach_the_queue_of_every_archive(shown: Shown) -> None:
    shown.copies.limit.chosen.emit(2 * 1024 * 1024)
    shown.copies.add_hours.click()
    hours = HourLimit(begins=time(8), ends=time(18), bytes_per_second=1024 * 1024)
    assert shown.speed() == SpeedRules(always=2 * 1024 * 1024, hours=(hours,))
    shown.wishing.look()
    shown.settled()
    assert shown.copies.limit.currentText() == "2.00 MiB/s"


def test_of_many_changes_in_a_row_the_last_one_stands(shown: Shown) -> None:
    for limit in (*range(1, 30), 7):
        shown.copies.limit.chosen.emit(limit * 1024)
        shown.copies.verify.chosen.emit(limit)
    assert shown.speed().always == 7 * 1024
    assert shown.settled().verify_every_days == 7


def test_a_limit_by_hour_is_edited_and_removed(shown: Shown, qtbot: QtBot) -> None:
    shown.copies.add_hours.click()
    begins = shown.copies.findChildren(type(shown.reminders.begins))[0]
    qtbot.keyClick(begins, Qt.Key.Key_Up)
    qtbot.keyClick(begins, Qt.Key.Key_Return)
    assert [hour.begins for hour in shown.speed().hours] == [time(9)]
    remove = next(
        press
        for press in shown.copies.findChildren(type(shown.copies.add_hours))
        if press.accessibleName() == "Remove these hours"
    )
    remove.click()
    assert shown.speed().hours == ()


def test_a_choice_that_cannot_be_kept_is_said_and_taken_back(shown: Shown) -> None:
    shown.home.config.touch()  # a file in the place of the folder
    shown.copies.metered.click()
    shown.settled()
    assert "was not kept" in shown.copies.notice.text()
    assert not shown.copies.metered.isChecked()
