"""How the demo and the tests use the window: by the mouse, by the keys, by what can be read.

A pilot sees only what a person sees: visible widgets, found by the name a screen reader would say.
It presses through the window system's own events, so a button that lies behind something else, or
a dialog that is not in front, cannot be pressed.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

W = TypeVar("W", bound=QWidget)
_TICK = 20  # milliseconds
_PATIENCE = 30.0  # seconds


class LostError(AssertionError):
    """What the pilot was to press or to wait for did not appear."""


def name_of(widget: QWidget) -> str:
    """The name that assistive technology gives this widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def rest(milliseconds: int) -> None:
    """Let the window live for a while.

    Not `QTest.qWait`: that keeps Python's lock, so every other thread stands still meanwhile.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Pilot:
    """Sits before the screen, whichever window is in front."""

    def __init__(
        self, *, patience: float = _PATIENCE, check: Callable[[], None] = lambda: None
    ) -> None:
        """`check` is asked between two looks, and raises when there is no use in going on."""
        self._patience = patience
        self._check = check

    # Looking

    def front(self) -> QWidget:
        """The window that takes the input now: an open menu, a dialog, else the main window."""
        popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if popup is not None:
            return popup
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
        if not shown:
            raise LostError("no window is open")
        return max(shown, key=lambda w: w.width() * w.height())

    def sees(self, kind: type[W], name: str) -> W | None:
        """The visible widget of this name in the front window, or None."""
        for widget in self.front().findChildren(kind):
            if widget.isVisible() and name_of(widget) == name:
                return widget
        return None

    def reads(self, words: str) -> bool:
        """Whether a visible text in the front window holds these words."""
        return any(
            words in label.text()
            for label in self.front().findChildren(QLabel)
            if label.isVisible()
        )

    def can_press(self, name: str) -> bool:
        return self._pressable(name) is not None

    def focused(self) -> QWidget | None:
        """What the next key goes to."""
        return QApplication.focusWidget()

    def texts(self) -> list[str]:
        """Every visible text of the front window, for a message about what was seen instead."""
        labels = (w.text() for w in self.front().findChildren(QLabel) if w.isVisible())
        return [text for text in labels if text]

    def rows(self, table_name: str) -> list[list[str]]:
        """What stands in a table, row by row."""
        table = self._await(QTableView, table_name)
        model = table.model()
        columns = range(model.columnCount())
        return [
            [str(model.index(row, column).data()) for column in columns]
            for row in range(model.rowCount())
        ]

    def wait(self, what: str, true: Callable[[], bool], *, patience: float | None = None) -> None:
        """Let the window live until `true`; `what` completes "waited for"."""
        end = time.monotonic() + (patience or self._patience)
        while not true():
            self._check()
            if time.monotonic() > end:
                raise LostError(f"waited for {what}; the window says {self.texts()}")
            rest(_TICK)

    # Pressing

    def click(self, name: str) -> None:
        """Press the button of this name, once it can be pressed."""
        self.wait(f"the button {name!r}", lambda: self._pressable(name) is not None)
        button = self._pressable(name)
        if button is not None:
            self._click_at(button, button.rect().center())

    def click_first(self, beginning: str) -> None:
        """Press the button whose name begins so."""
        for button in self.front().findChildren(QAbstractButton):
            if button.isVisible() and name_of(button).startswith(beginning):
                self._click_at(button, button.rect().center())
                return
        raise LostError(f"no button begins with {beginning!r}")

    def click_row(self, table_name: str, row: int, *, column: int = 0) -> None:
        table = self._await(QTableView, table_name)
        cell = table.visualRect(table.model().index(row, column))
        self._click_at(table.viewport(), cell.center())

    def click_menu(self, text: str) -> None:
        """Press an entry of the open menu."""
        self.wait("an open menu", lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            for action in menu.actions():
                if action.text() == text:
                    self._click_at(menu, menu.actionGeometry(action).center())
                    return
        raise LostError(f"the menu has no entry {text!r}")

    def fill(self, name: str, text: str) -> None:
        """Click into the field, select what is there, and type."""
        field = self._await(QLineEdit, name)
        self.wait(f"the field {name!r}", field.isEnabled)
        self._click_at(field, field.rect().center())
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type_text(text)

    def type_text(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        for letter in text:
            # Qt's own typing helper takes a widget; the window decides here who gets the key.
            QTest.keyClick(self._keyboard(), letter)  # type: ignore[call-overload]  # see above

    def key(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        QTest.keyClick(self._keyboard(), key, modifier)

    def picture(self, file: Path) -> Path:
        """Save what the main window shows now, dialogs in front of it included."""
        rest(_TICK * 3)
        front = self.front()
        behind = front.parentWidget()
        main = behind.window() if behind is not None else front
        image = main.grab()
        if front is not main:
            front.render(image, main.mapFromGlobal(front.mapToGlobal(QPoint(0, 0))))
        if not image.save(str(file)):
            raise LostError(f"the picture {file} could not be written")
        return file

    def _pressable(self, name: str) -> QAbstractButton | None:
        button = self.sees(QAbstractButton, name)
        return button if button is not None and button.isEnabled() else None

    def _await(self, kind: type[W], name: str) -> W:
        self.wait(f"{name!r}", lambda: self.sees(kind, name) is not None)
        found = self.sees(kind, name)
        if found is None:
            raise LostError(f"{name!r} went away")
        return found

    def _click_at(self, widget: QWidget, place: QPoint) -> None:
        window = widget.window()
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(window.windowHandle(), left, none, widget.mapTo(window, place))
        rest(_TICK)

    def _keyboard(self) -> QWindow:
        """Where keys go; a window in front without the keyboard gets it, as from a desktop."""
        if QApplication.focusWindow() is None:  # type: ignore[redundant-expr,unused-ignore]  # none has it yet
            self.front().activateWindow()
            rest(_TICK)
        return QGuiApplication.focusWindow() or self.front().windowHandle()
