"""Notifications as a real daemon shows them, and its buttons as a real daemon answers."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_desktop.core.reminders import Condition, Rules
from kuroibara_desktop.core.watch import Watch
from kuroibara_desktop.ui.home.lines import Act, NoticeWording
from kuroibara_desktop.ui.home.ringing import Ringing
from kuroibara_desktop.ui.home.view import HomeView, viewed
from kuroibara_desktop.ui.listing import Look
from kuroibara_desktop.ui.notifications import Bell, Ring
from tests.unit.ui.samples import NOW, both, on_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.support.notification_daemon import NotificationDaemon

STALE = Ring(
    key="HERE_STALE",
    title="No fresh full copy here for 9 days",
    body="“weekly” <b>& more</b>",
    actions=(("default", "Open"), ("COPY", "Copy offsite now"), ("later", "In 1 hour")),
)


@pytest.fixture
def bell(notified: NotificationDaemon, qtbot: QtBot) -> Iterator[Bell]:
    made = Bell()
    made.listen(Bell.connection())
    yield made
    made.close()


def test_a_notification_is_shown_with_its_words_and_its_buttons(
    bell: Bell, notified: NotificationDaemon, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(bell.raised):
        bell.ring(STALE)
    qtbot.waitUntil(lambda: notified.shown() != [])
    assert notified.shown() == [STALE.title, STALE.body, "NORMAL"]
    with qtbot.waitSignal(bell.acted) as pressed:
        notified.press("Copy offsite now")
    assert pressed.args == ["HERE_STALE", "COPY"]
    assert set(notified.offered()) == {"Open", "Copy offsite now", "In 1 hour"}


def test_a_press_on_the_notification_itself_opens(
    bell: Bell, notified: NotificationDaemon, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(bell.raised):
        bell.ring(STALE)
    with qtbot.waitSignal(bell.acted) as pressed:
        notified.press_itself()
    assert pressed.args == ["HERE_STALE", "default"]


def test_the_same_again_replaces_and_what_is_solved_goes(
    bell: Bell, notified: NotificationDaemon, qtbot: QtBot
) -> None:
    for title in ("for 9 days", "for 10 days"):
        with qtbot.waitSignal(bell.raised):
            bell.ring(Ring(key="HERE_STALE", title=title, urgent=True))
    qtbot.waitUntil(lambda: notified.shown()[:1] == ["for 10 days"])
    assert notified.shown()[2] == "CRITICAL"
    assert notified.count() == 1
    bell.withdraw("HERE_STALE")
    qtbot.waitUntil(lambda: notified.count() == 0)
    assert notified.history() == ["for 10 days"]


def test_a_press_on_another_programs_notification_is_not_ours(
    bell: Bell, notified: NotificationDaemon, qtbot: QtBot
) -> None:
    other = Bell()
    other.listen(Bell.connection())
    with qtbot.waitSignal(other.raised):
        other.ring(STALE)
    with qtbot.assertNotEmitted(bell.acted), qtbot.waitSignal(other.acted):
        notified.press_itself()
    other.close()


def test_quitting_takes_back_what_nobody_would_answer(
    notified: NotificationDaemon, qtbot: QtBot
) -> None:
    made = Bell()
    made.listen(Bell.connection())
    with qtbot.waitSignal(made.raised):
        made.ring(STALE)
    made.close()
    qtbot.waitUntil(lambda: notified.count() == 0)


def test_without_a_bus_nothing_happens(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    made = Bell()
    made.ring(STALE)
    made.listen(Bell.connection())
    made.ring(STALE)
    made.withdraw("HERE_STALE")
    made.close()


def test_without_a_daemon_nothing_happens(
    keyring_env: dict[str, str], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", keyring_env["DBUS_SESSION_BUS_ADDRESS"])
    made = Bell()
    made.listen(Bell.connection())
    made.ring(STALE)
    qtbot.waitUntil(lambda: not made.listening)
    made.ring(STALE)


def view_of(watch: Watch, **look: Any) -> tuple[HomeView, Watch]:
    given: dict[str, Any] = {"backups": (on_server("weekly", day=21),), "place": "Elements"}
    given |= {"free": 2**40} | look
    return viewed(Look(**given), watch, Rules(), now=NOW)


def test_a_reminder_knocks_once_and_is_taken_back_when_solved(
    bell: Bell, notified: NotificationDaemon, qtbot: QtBot, qapp: QApplication
) -> None:
    ringing = Ringing(bell, NoticeWording(), bell)
    watch = Watch(began=NOW - timedelta(days=30))
    view, watch = view_of(watch)
    with qtbot.waitSignal(bell.raised):
        ringing.follow(view, loud=True)
    qtbot.waitUntil(lambda: notified.shown() != [])
    assert notified.shown()[:2] == [
        "No fresh copy on this computer",
        "There is no full copy here yet that could be relied upon.",
    ]
    view, watch = view_of(watch)
    with qtbot.assertNotEmitted(bell.raised, wait=300):
        ringing.follow(view, loud=True)
    view, watch = view_of(watch, backups=(both("weekly", day=21),))
    ringing.follow(view, loud=True)
    qtbot.waitUntil(lambda: notified.count() == 0)


def test_without_notifications_it_is_quiet_and_takes_back_what_rang(
    bell: Bell, notified: NotificationDaemon, qtbot: QtBot, qapp: QApplication
) -> None:
    ringing = Ringing(bell, NoticeWording(), bell)
    view, _ = view_of(Watch(began=NOW - timedelta(days=30)))
    with qtbot.waitSignal(bell.raised):
        ringing.follow(view, loud=True)
    qtbot.waitUntil(lambda: notified.count() == 1)
    with qtbot.assertNotEmitted(bell.raised, wait=300):
        ringing.follow(view, loud=False)
    qtbot.waitUntil(lambda: notified.count() == 0)


def test_its_buttons_do_what_they_say(
    bell: Bell, notified: NotificationDaemon, qtbot: QtBot, qapp: QApplication
) -> None:
    ringing = Ringing(bell, NoticeWording(), bell)
    view, _ = view_of(Watch(began=NOW - timedelta(days=30)))
    with qtbot.waitSignal(bell.raised):
        ringing.follow(view, loud=True)
    with qtbot.waitSignal(ringing.act_asked) as asked, qtbot.assertNotEmitted(ringing.open_asked):
        notified.press("Copy offsite now")
    assert asked.args == [Act.COPY]
    with qtbot.waitSignal(bell.raised):
        ringing.follow(view, loud=True)
    with qtbot.waitSignal(ringing.snooze_asked) as asked:
        notified.press("In 1 hour")
    assert asked.args == [Condition.HERE_STALE, timedelta(hours=1)]
