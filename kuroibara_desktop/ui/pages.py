"""Which page of the window is in front: one per entry of the sidebar, in the same order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from kuroibara_desktop.ui.sidebar import Sidebar


class Pages(QStackedWidget):
    """Ctrl+1, Ctrl+2, … go to the pages without the mouse."""

    turned = Signal(str)  # the key of the page now in front

    def __init__(self, sidebar: Sidebar) -> None:
        super().__init__()
        self._sidebar = sidebar
        self._titles: dict[str, str] = {}
        self._begin: dict[str, QWidget] = {}
        self._empty: dict[str, QWidget] = {}
        sidebar.chosen.connect(self.go)
        # The signal is the application's, which outlives the window; a method is let go with it.
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._passed)

    def add(self, key: str, title: str, icon: str) -> None:
        """Append a place for a page; the first one is in front until another is asked for.

        It is empty until `put`.
        """
        self._titles[key] = title
        self._empty[key] = QWidget()
        self.addWidget(self._empty[key])
        self._sidebar.add_page(key, title, icon)
        action = QAction(title, self)
        action.setShortcut(QKeySequence(f"Ctrl+{self.count()}"))
        action.triggered.connect(lambda: self.go(key))
        self.addAction(action)
        if self.count() == 1:
            self._sidebar.show_page(key)

    def put(self, key: str, page: QWidget, *, begin: QWidget | None = None) -> None:
        """Put a page into its place.

        The keyboard goes on at `begin`, where there is one, when the page is turned by keys.
        """
        place, empty = list(self._titles).index(key), self._empty.pop(key)
        front = self.currentWidget() is empty
        self.removeWidget(empty)
        empty.deleteLater()
        self.insertWidget(place, page)
        if front:
            self.setCurrentIndex(place)
        if begin is not None:
            self._begin[key] = begin

    def go(self, key: str) -> None:
        """Bring a page to the front; going to where one is changes nothing."""
        self._sidebar.show_page(key)
        place = list(self._titles).index(key)
        if place != self.currentIndex():
            at = QApplication.focusWidget()
            inside = at is not None and self.isAncestorOf(at)
            self.setCurrentIndex(place)
            begin = self._begin.get(key)
            if inside and begin is not None and begin.isVisible():
                begin.setFocus(Qt.FocusReason.OtherFocusReason)  # not on whatever comes first
            self.turned.emit(key)

    def _passed(self, before: QWidget | None, at: QWidget | None) -> None:
        """Look, once it is over, whether the keyboard was taken away rather than moved."""
        page = self.currentWidget()
        if before is None or at is None or page is None or not page.isAncestorOf(before):
            return
        if at.window() is self.window() and not page.isAncestorOf(at):
            QTimer.singleShot(0, self, partial(self._bring_back, page, before, at))

    def _bring_back(self, page: QWidget, before: QWidget, at: QWidget) -> None:
        """What has just been pressed can often not be pressed again: that is no wish to leave.

        Qt goes to whatever comes next, and behind the last button of a page comes the sidebar.
        """
        gone = not isValid(before) or not (before.isEnabled() and before.isVisible())
        if gone and page is self.currentWidget() and QApplication.focusWidget() is at:
            begin = self._begin.get(self.key, page)
            (begin if begin.isVisible() else page).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def key(self) -> str:
        """The key of the page in front."""
        return list(self._titles)[self.currentIndex()]

    @property
    def title(self) -> str:
        """Its title, for the window."""
        return self._titles[self.key]
