"""The Home page by mouse, keys and screen reader."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMenu

from kuroibara_desktop.core.reminders import Condition, Rules
from kuroibara_desktop.core.watch import Watch
from kuroibara_desktop.demo.pilot import name_of
from kuroibara_desktop.ui.home.lines import Act
from kuroibara_desktop.ui.home.page import HomePage
from kuroibara_desktop.ui.home.view import HomeView, viewed
from kuroibara_desktop.ui.listing import Look
from kuroibara_desktop.ui.progress import ProgressCard
from tests.unit.ui.samples import NOW, both, damaged_here, on_server

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.ui.theme import Appearance


def view(*backups: Backup) -> HomeView:
    look = Look(backups=backups, place="Elements", free=2**40)
    return viewed(look, Watch(began=NOW), Rules(), now=NOW)[0]


@pytest.fixture
def page(look: Appearance, qtbot: QtBot) -> HomePage:
    made = HomePage()
    qtbot.addWidget(made)
    made.resize(960, 720)
    made.show()
    return made


def test_before_the_first_look_nothing_is_claimed(page: HomePage) -> None:
    assert page.verdict.title.text() == "Looking…"
    assert not page.verdict.button.isVisible()
    assert not page.there.isVisible()


def test_the_button_copies_what_is_next_once(page: HomePage, qtbot: QtBot) -> None:
    page.show_view(view(on_server("a")))
    with qtbot.waitSignal(page.copy_asked) as asked:
        qtbot.mouseClick(page.verdict.button, Qt.MouseButton.LeftButton)
    assert [backup.name for backup in asked.args[0]] == ["a"]
    page.mark_busy(["a"])
    assert page.verdict.button.text() == "Copying…"
    assert not page.verdict.button.isEnabled()
    page.mark_busy([])
    assert page.verdict.button.isEnabled()


def test_work_under_way_is_seen_here_and_can_be_stopped(page: HomePage, qtbot: QtBot) -> None:
    work = ProgressCard("Copying a")
    qtbot.addWidget(work)
    page.add_work(work)
    work.show_progress("5 of 10 MiB", 0.5)
    [mirror] = page.findChildren(ProgressCard)
    assert (mirror.title(), mirror.detail()) == ("Copying a", "5 of 10 MiB")
    with qtbot.waitSignal(work.cancel_asked):
        mirror.ask()
    page.remove_work(work)
    assert not mirror.isVisible()


def test_what_was_pressed_and_is_gone_leaves_the_keys_to_the_page(
    page: HomePage, qtbot: QtBot
) -> None:
    work = ProgressCard("Copying a", pausable=True)
    qtbot.addWidget(work)
    page.show_view(view(on_server("a")))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.verdict.button.setFocus()
    page.mark_busy(["a"])
    assert page.hasFocus()
    page.add_work(work)
    [mirror] = page.findChildren(ProgressCard)
    mirror.buttons()[0].setFocus()
    page.remove_work(work)
    assert page.hasFocus()


def test_a_reminder_is_put_off_from_its_entry(page: HomePage, qtbot: QtBot) -> None:
    page.show_view(view(damaged_here("weekly"), both("good", day=19)))
    assert page.notices.texts() == ["A copy here is damaged: weekly."]
    [later] = [b for b in buttons(page) if name_of(b).startswith("Remind me later")]
    later.click()
    [menu] = later.findChildren(QMenu)
    with qtbot.waitSignal(page.notices.snooze_asked) as asked:
        menu.actions()[0].trigger()
    menu.close()
    assert asked.args == [Condition.COPY_DAMAGED, timedelta(hours=1)]
    [show] = [b for b in buttons(page) if name_of(b).startswith("Show")]
    with qtbot.waitSignal(page.act_asked) as asked:
        show.click()
    assert asked.args == [Act.SHOW]


def test_the_same_view_again_leaves_the_list_alone(page: HomePage) -> None:
    page.show_view(view(damaged_here("weekly")))
    before = buttons(page)
    page.show_view(view(damaged_here("weekly")))
    assert buttons(page) == before


def test_every_control_has_a_name(page: HomePage) -> None:
    page.show_view(view(damaged_here("weekly"), both("good")))
    assert [b for b in buttons(page) if not name_of(b)] == []
    assert [c for c in (page.strip, page.growth, page.kinds) if not name_of(c)] == []


def test_a_screen_reader_hears_the_answer_first(page: HomePage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.show_view(view(both("a")))
    qtbot.waitUntil(page.hasFocus)
    assert page.accessibleDescription().startswith("Your library is protected. A verified copy")
    page.verdict.button.setFocus()
    page.show_view(view(on_server("b"), both("a")))
    assert page.verdict.button.hasFocus(), "a new look leaves the keyboard where it is"


def test_it_is_read_from_the_top_with_the_tab_key(page: HomePage) -> None:
    page.show_view(view(damaged_here("weekly"), both("good", day=19)))
    seen: list[str] = []
    focus = page.verdict.button.nextInFocusChain()
    while focus is not None and focus is not page.verdict.button:
        if focus.focusPolicy() & Qt.FocusPolicy.TabFocus and focus.isVisible():
            seen.append(name_of(focus))
        focus = focus.nextInFocusChain()
    assert seen.index("The last 60 days") < seen.index("Size by kind")
    assert seen[0].startswith("Show")


def test_with_large_text_the_clocks_stand_above_each_other(page: HomePage, qtbot: QtBot) -> None:
    page.show_view(view(both("a")))
    page.resize(500, 720)
    qtbot.waitUntil(lambda: page.there.y() < page.here.y())
    page.resize(960, 720)
    qtbot.waitUntil(lambda: page.there.y() == page.here.y())


def buttons(page: HomePage) -> list[QAbstractButton]:
    return [b for b in page.findChildren(QAbstractButton) if b.isVisible()]
