"""Every page, for eyes and for hands: walked as it is in a window that is signed in and in use."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QStackedWidget

from kuroibara_desktop.demo.pilot import Pilot, rest
from kuroibara_desktop.profile import Home
from kuroibara_desktop.ui import language, theme
from kuroibara_desktop.ui.desk import Desk
from kuroibara_desktop.ui.theme import ThemeChoice
from tests.e2e.conftest import opened_window
from tests.support import looking, pseudo
from tests.support.keyring_session import KeyringState, keyring_session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from kuroibara_desktop.ui.window import MainWindow
    from tests.support.engine import RunningEngine

WIDE, NARROW = (1280, 800), (900, 640)
SMALLEST = (800, 600)  # a screen of 1280 at 150 % has little more


@pytest.fixture(scope="module")
def furnished(
    shared_engine: RunningEngine, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Home]:
    """A home that is signed in, with an archive, a backup on each side and one on both."""
    folder = tmp_path_factory.mktemp("furnished")
    home = Home(config=folder / "config", data=folder / "data")
    with ExitStack() as stack:
        env = stack.enter_context(keyring_session(folder / "keyring", KeyringState.UNLOCKED))
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", env["DBUS_SESSION_BUS_ADDRESS"])
        desk = Desk(home)
        stack.callback(desk.close)
        found = desk.probe(shared_engine.url)
        desk.sign_in(found, shared_engine.admin.username, shared_engine.admin.password, None)
        desk.adopt(folder / "archive")
        shared_engine.create("weekly_full")
        shared_engine.create("daily_database", include_storage=False)
        yield home


@contextmanager
def entered(home: Home, size: tuple[int, int]) -> Iterator[MainWindow]:
    with opened_window(home) as window:
        window.resize(*size)
        pilot = Pilot()
        pilot.wait("the pages", window.at_pages)
        pilot.wait("the list", lambda: window.doors.page.model.rowCount() >= 2)
        yield window


def scenes(window: MainWindow) -> Iterator[str]:
    """Every page in turn, and every face that a page can show, each by a name."""
    for place in range(window.pages.count()):
        window.pages.go(list(window.pages._titles)[place])
        settled(window)
        page = window.pages.currentWidget()
        assert page is not None
        yield window.pages.key
        sections = [b for b in page.findChildren(QAbstractButton) if b.property("kind") == "nav"]
        for section in sections:
            section.click()
            settled(window)
            yield f"{window.pages.key}, {section.accessibleName()}"
        for stack in () if sections else page.findChildren(QStackedWidget):
            before = stack.currentIndex()
            for number in range(stack.count()):
                if number != before:
                    stack.setCurrentIndex(number)
                    rest(20)
                    yield f"{window.pages.key}, {type(stack.currentWidget()).__name__} {number}"
            stack.setCurrentIndex(before)
    window.doors.looks.stop()
    window.faces.setCurrentWidget(window.doors.faces.welcome)
    for step in window.doors.faces.welcome._steps:
        window.doors.faces.welcome._show(step)
        rest(20)
        yield type(step).__name__


def settled(window: MainWindow) -> None:
    """Until all of what it shows is there and laid out."""
    Pilot().wait("what it shows", lambda: window.tasks.busy == 0)
    rest(20)


def walked(window: MainWindow, *checks: Callable[[QWidget], list[str]]) -> str:
    """What the checks complain of, a line each."""
    found = [
        f"{scene}: {check.__name__}: {what}"
        for scene in scenes(window)
        for check in checks
        for what in check(window)
    ]
    return "\n".join(found)


@contextmanager
def larger_text(app: QApplication, percent: int) -> Iterator[None]:
    """What somebody set whose eyes want larger letters."""
    before = app.font()
    font = QFont(before)
    font.setPixelSize(14 * percent // 100)
    app.setFont(font)
    theme.start(app, ThemeChoice.LIGHT)
    try:
        yield
    finally:
        app.setFont(before)
        theme.start(app, ThemeChoice.LIGHT)


@pytest.mark.usefixtures("look")
def test_every_page_can_be_used_without_a_mouse_and_without_eyes(furnished: Home) -> None:
    with entered(furnished, WIDE) as window:
        found = walked(
            window,
            looking.nameless,
            looking.unreached,
            looking.against_the_eye,
            looking.doubled_shortcuts,
            looking.unseen_focus,
        )
    assert not found, found


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize(
    "theme_choice", [ThemeChoice.LIGHT, pytest.param(ThemeChoice.DARK, marks=pytest.mark.slow)]
)
def test_every_word_can_be_read_on_its_ground(
    furnished: Home, look: theme.Appearance, theme_choice: ThemeChoice
) -> None:
    look.choose(theme_choice)
    with entered(furnished, WIDE) as window:
        found = walked(window, looking.faint_words)
    assert not found, found


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize(
    ("size", "percent"),
    [
        pytest.param(WIDE, 100, marks=pytest.mark.slow, id="wide"),
        pytest.param(NARROW, 100, marks=pytest.mark.slow, id="narrow"),
        pytest.param(WIDE, 150, id="large"),
    ],
)
def test_no_word_is_cut_in_a_language_that_needs_more_room(
    furnished: Home, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    with larger_text(qapp, percent), pseudo.spoken(qapp), entered(furnished, size) as window:
        found = walked(window, looking.cut, looking.overlapping)
    assert not found, found


@pytest.mark.slow
@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("code", sorted(set(language.NAMES) - {"en"}))
def test_no_word_is_cut_in_a_small_window(furnished: Home, qapp: QApplication, code: str) -> None:
    speaking = language.start(qapp, code)
    try:
        with entered(furnished, NARROW) as window:
            found = walked(window, looking.cut, looking.overlapping)
    finally:
        speaking.stop()
    assert not found, found


def beyond(root: QWidget) -> list[str]:
    """What is wider than its view, and can be scrolled up and down only."""
    return [
        f"{type(area).__name__}: {inside.width()} of {area.viewport().width()}"
        for area in root.findChildren(QScrollArea)
        if area.isVisible()
        and (inside := area.widget()) is not None
        and inside.width() > area.viewport().width()
    ]


@pytest.mark.slow
@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("code", sorted(language.NAMES))
def test_no_page_is_wider_than_a_small_screen(
    furnished: Home, qapp: QApplication, code: str
) -> None:
    speaking = language.start(qapp, code)
    try:
        with entered(furnished, SMALLEST) as window:
            found = walked(window, beyond)
    finally:
        speaking.stop()
    assert not found, found


@pytest.mark.slow
@pytest.mark.usefixtures("look")
def test_nothing_is_left_in_english(furnished: Home, qapp: QApplication) -> None:
    with pseudo.spoken(qapp), entered(furnished, WIDE) as window:
        found = walked(window, looking.untranslated)
    assert not found, found


@pytest.mark.slow
@pytest.mark.usefixtures("look")
def test_a_language_from_right_to_left_is_laid_out_without_overlap(
    furnished: Home, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        with entered(furnished, WIDE) as window:
            found = walked(window, looking.cut, looking.overlapping, looking.against_the_eye)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert not found, found
