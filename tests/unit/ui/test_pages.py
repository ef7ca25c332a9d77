"""The sidebar and the pages keep step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from kuroibara_desktop.demo.pilot import Pilot, rest
from kuroibara_desktop.ui.pages import Pages
from kuroibara_desktop.ui.sidebar import Sidebar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.theme import Appearance


@pytest.fixture
def sidebar(look: Appearance, qtbot: QtBot) -> Sidebar:
    made = Sidebar(QMenu())
    qtbot.addWidget(made)
    return made


@pytest.fixture
def pages(sidebar: Sidebar) -> Pages:
    made = Pages(sidebar)
    inside = sidebar.layout()
    assert inside is not None
    inside.addWidget(made)
    made.add("one", "One", "backups")
    made.put("one", QLabel("first"))
    made.add("two", "Two", "drive")
    made.put("two", QLabel("second"))
    return made


def test_the_first_page_is_in_front(pages: Pages) -> None:
    assert (pages.key, pages.title) == ("one", "One")


def test_a_press_in_the_sidebar_turns_the_page_once(
    pages: Pages, sidebar: Sidebar, qtbot: QtBot
) -> None:
    heard: list[str] = []
    pages.turned.connect(heard.append)
    sidebar.chosen.emit("two")
    sidebar.chosen.emit("two")
    assert heard == ["two"]
    assert pages.title == "Two"


def test_every_page_is_reached_by_its_number(pages: Pages, sidebar: Sidebar) -> None:
    sidebar.show()
    pilot = Pilot()
    pilot.wait("the window", sidebar.isVisible)
    for key, page in ((Qt.Key.Key_2, "two"), (Qt.Key.Key_1, "one")):
        pilot.key(key, Qt.KeyboardModifier.ControlModifier)
        assert pages.key == page


def page_of_two() -> tuple[QWidget, list[QLineEdit]]:
    page, lines = QWidget(), [QLineEdit(), QLineEdit()]
    inside = QVBoxLayout(page)
    for line in lines:
        inside.addWidget(line)
    return page, lines


def test_the_keyboard_goes_on_where_the_page_says(pages: Pages, sidebar: Sidebar) -> None:
    (third, old), (fourth, new) = page_of_two(), page_of_two()
    pages.add("three", "Three", "drive")
    pages.put("three", third)
    pages.add("four", "Four", "drive")
    pages.put("four", fourth, begin=new[1])
    sidebar.show()
    sidebar.activateWindow()
    pilot = Pilot()
    pilot.wait("the window", sidebar.isActiveWindow)
    pages.go("three")
    old[0].setFocus()
    pages.go("four")
    assert new[1].hasFocus()


@pytest.mark.parametrize("taken", ["disabled", "hidden"])
def test_a_button_that_cannot_be_pressed_again_does_not_send_the_keyboard_to_the_sidebar(
    pages: Pages, sidebar: Sidebar, taken: str
) -> None:
    page = QWidget()
    inside = QVBoxLayout(page)
    field, press = QLineEdit(), QPushButton("Copy")
    inside.addWidget(field)
    inside.addWidget(press)
    pages.add("three", "Three", "backups")
    pages.put("three", page, begin=field)
    sidebar.show()
    pilot = Pilot()
    pilot.wait("the window", sidebar.isActiveWindow)
    pages.go("three")
    press.setFocus()
    press.clicked.connect(lambda: press.setEnabled(False) if taken == "disabled" else press.hide())
    pilot.key(Qt.Key.Key_Space)
    pilot.wait("the keyboard on the page", field.hasFocus)


def test_whoever_leaves_a_page_by_tab_comes_to_the_sidebar(pages: Pages, sidebar: Sidebar) -> None:
    page = QWidget()
    inside = QVBoxLayout(page)
    field, last = QLineEdit(), QPushButton("Last")
    inside.addWidget(field)
    inside.addWidget(last)
    pages.add("three", "Three", "backups")
    pages.put("three", page, begin=field)
    sidebar.show()
    pilot = Pilot()
    pilot.wait("the window", sidebar.isActiveWindow)
    pages.go("three")
    last.setFocus()
    pilot.key(Qt.Key.Key_Tab)
    rest(50)
    at = pilot.focused()
    assert at is not None
    assert not pages.isAncestorOf(at)
