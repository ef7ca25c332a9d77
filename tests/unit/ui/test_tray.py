"""The icon's five states, and that it waits before it says a new one."""

from __future__ import annotations

import itertools
from functools import partial
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.errors import NoConnection
from kuroibara_desktop.core.automatic import Hold
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.core.reminders import Rules
from kuroibara_desktop.core.safety import Doing
from kuroibara_desktop.core.watch import Watch
from kuroibara_desktop.profile import Home
from kuroibara_desktop.ui.desk import Desk
from kuroibara_desktop.ui.home.view import HomeView, viewed
from kuroibara_desktop.ui.listing import Look
from kuroibara_desktop.ui.theme import ThemeChoice
from kuroibara_desktop.ui.tray import Tray, state_icon
from kuroibara_desktop.ui.trouble import TroubleDialog
from kuroibara_desktop.ui.window import MainWindow
from kuroibara_desktop.ui.works import Lane, Work
from tests.unit.ui.samples import NOW, both, on_server

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.ui.theme import Appearance


def view(*backups: Backup) -> HomeView:
    look = Look(backups=backups, place="Elements", free=2**40)
    return viewed(look, Watch(began=NOW), Rules(), now=NOW)[0]


@pytest.fixture
def window(look: Appearance, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    home = Home(config=tmp_path, data=tmp_path)
    made = MainWindow(home, partial(Desk, home))
    made.complete()
    qtbot.addWidget(made)
    yield made
    made.leave()


@pytest.fixture
def tray(window: MainWindow) -> Tray:
    return Tray(window)


def test_each_state_has_a_picture_of_its_own_in_every_size(look: Appearance) -> None:
    for size in (16, 22, 24, 32, 48, 64):
        pictures = [state_icon(state).pixmap(size, size).toImage() for state in Doing]
        assert all(picture.width() == size for picture in pictures)
        assert all(one != other for one, other in itertools.combinations(pictures, 2))


def test_the_picture_does_not_depend_on_the_theme(look: Appearance) -> None:
    light = state_icon(Doing.PROTECTED).pixmap(32, 32).toImage()
    look.choose(ThemeChoice.DARK)
    dark = state_icon(Doing.PROTECTED).pixmap(32, 32).toImage()
    look.choose(ThemeChoice.LIGHT)
    assert light == dark, "the panel has a colour of its own"


def test_a_new_state_is_said_after_it_held_for_a_second(
    window: MainWindow, tray: Tray, qtbot: QtBot
) -> None:
    window.doors.home.show_view(view(both("a")))
    assert tray.state is Doing.WAITING
    qtbot.waitUntil(lambda: tray.state is Doing.PROTECTED, timeout=3000)
    assert tray.icon.toolTip() == "Kuroibara\nYour library is protected"
    assert tray.status.text() == "Your library is protected"


def test_what_changes_back_at_once_is_not_said(
    window: MainWindow, tray: Tray, qtbot: QtBot
) -> None:
    window.doors.home.show_view(view(both("a")))
    qtbot.waitUntil(lambda: tray.state is Doing.PROTECTED, timeout=3000)
    window.doors.home.show_view(view(both("a", suspect=True)))
    window.doors.home.show_view(view(both("a")))
    with qtbot.assertNotEmitted(tray.icon.messageClicked, wait=1200):
        pass
    assert tray.state is Doing.PROTECTED


def test_the_menu_copies_and_then_cancels(window: MainWindow, tray: Tray, qtbot: QtBot) -> None:
    window.doors.home.show_view(view(on_server("a")))
    tray.menu.aboutToShow.emit()
    assert (tray.copy.text(), tray.copy.isEnabled()) == ("Copy offsite now", True)

    def long(check: Callable[[], None]) -> Generator[Progress, None, None]:
        while True:
            check()
            yield Progress(stage=Stage.COPYING)

    window.works.add(Work(title="Copying a", lane=Lane.HERE, steps=long, key="a"))
    tray.menu.aboutToShow.emit()
    assert (tray.copy.text(), tray.state) == ("Cancel", Doing.WORKING)
    with qtbot.waitSignal(window.works.cancelled):
        tray.copy.trigger()
    assert not window.works.any


def test_the_menu_pauses_copying_and_goes_on(window: MainWindow, tray: Tray, qtbot: QtBot) -> None:
    tray.menu.aboutToShow.emit()
    assert tray.pause.text() == "Pause copying"
    with qtbot.waitSignal(window.doors.transfers.pause_wished) as asked:
        tray.pause.trigger()
    assert asked.args == [True]
    window.doors.transfers.hold_back((Hold.PAUSED,))
    tray.menu.aboutToShow.emit()
    assert (tray.pause.text(), tray.status.text()) == ("Go on copying", "Copying is paused")
    with qtbot.waitSignal(window.doors.transfers.pause_wished) as asked:
        tray.pause.trigger()
    assert asked.args == [False]


def test_without_a_tray_closing_ends(window: MainWindow, tray: Tray, qtbot: QtBot) -> None:
    tray.start()
    assert not tray.there, "offscreen there is none"
    with qtbot.waitSignal(window.closed):
        window.close()


def test_with_a_tray_closing_only_puts_the_window_away(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    window.stays = True
    with qtbot.assertNotEmitted(window.closed):
        window.close()
    assert not window.isVisible()
    window.come_forward()
    assert window.isVisible()
    window.close()
    with qtbot.waitSignal(window.closed):
        window.leave()


def test_what_fails_while_nobody_looks_waits_to_be_read(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    window.stays = True
    window.close()

    def broken(_check: Callable[[], None]) -> Generator[Progress, None, None]:
        yield Progress(stage=Stage.COPYING)
        raise NoConnection("The server went away.")

    with qtbot.waitSignal(window.works.failed):
        window.works.add(Work(title="Copying a", lane=Lane.HERE, steps=broken, key="a"))
    [dialog] = window.findChildren(TroubleDialog)
    assert not dialog.isVisible()
    window.come_forward()
    assert dialog.isVisible()
    dialog.close()
