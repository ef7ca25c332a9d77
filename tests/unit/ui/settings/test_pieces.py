"""The controls of the settings tell what a person did, and nothing else."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from kuroibara_desktop.ui.settings.pieces import Choice, Hour, Number

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.theme import Appearance


def turned(widget: QWidget) -> None:
    """The wheel, over the middle of it."""
    middle = QPointF(widget.rect().center())
    buttons, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    down = QPoint(0, -120)
    turn = QWheelEvent(middle, middle, QPoint(), down, buttons, none, phase, False)
    QApplication.sendEvent(widget, turn)


def test_a_choice_tells_only_what_a_person_chose(look: Appearance, qtbot: QtBot) -> None:
    choice = Choice([("a", "First"), ("b", "Second")])
    qtbot.addWidget(choice)
    heard: list[str] = []
    choice.chosen.connect(heard.append)
    choice.set_value("b")
    choice.set_value("unheard of")
    assert (choice.value(), heard) == ("b", [])
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert (choice.value(), heard) == ("a", ["a"])


def test_other_options_keep_the_value_that_is_still_offered(look: Appearance, qtbot: QtBot) -> None:
    choice = Choice([(1, "One"), (2, "Two")])
    qtbot.addWidget(choice)
    choice.set_value(2)
    choice.offer([(3, "Three"), (2, "Two again")])
    assert (choice.value(), choice.currentText()) == (2, "Two again")
    choice.offer([])
    assert choice.value() is None


def test_a_number_is_told_once_it_is_typed_to_its_end(look: Appearance, qtbot: QtBot) -> None:
    number = Number(1, 90, one=" day", many=" days")
    qtbot.addWidget(number)
    heard: list[int] = []
    number.chosen.connect(heard.append)
    number.set_number(8)
    number.selectAll()
    qtbot.keyClicks(number, "14")
    assert heard == []
    qtbot.keyClick(number, Qt.Key.Key_Return)
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert (heard, number.text()) == ([14], "14 days")
    number.set_number(1)
    assert number.text() == "1 day"


def test_no_number_at_all_has_its_own_word(look: Appearance, qtbot: QtBot) -> None:
    number = Number(1, 90, none="all")
    qtbot.addWidget(number)
    number.set_number(None)
    assert (number.number(), number.text()) == (None, "all")
    number.set_number(1)
    assert number.number() == 1


def test_a_time_is_told_once_it_is_typed_to_its_end(look: Appearance, qtbot: QtBot) -> None:
    hour = Hour()
    qtbot.addWidget(hour)
    heard: list[time] = []
    hour.chosen.connect(lambda: heard.append(hour.moment()))
    hour.set_moment(time(22, 0))
    qtbot.keyClick(hour, Qt.Key.Key_Up)
    qtbot.keyClick(hour, Qt.Key.Key_Return)
    assert heard == [time(23, 0)]


def test_scrolling_past_a_control_changes_nothing(look: Appearance, qtbot: QtBot) -> None:
    choice, number, hour = Choice([(1, "One"), (2, "Two")]), Number(1, 9), Hour()
    number.set_number(5)
    hour.set_moment(time(12))
    for widget in (choice, number, hour):
        qtbot.addWidget(widget)
        widget.show()
        turned(widget)
    assert (choice.value(), number.number(), hour.moment()) == (1, 5, time(12))
