"""The Settings page alone in a window, on a home of the test's own."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from kuroibara_desktop.demo.pilot import Pilot
from kuroibara_desktop.ui.desk import Desk
from kuroibara_desktop.ui.settings.door import SettingsDoor
from kuroibara_desktop.ui.tasks import Tasks
from kuroibara_desktop.ui.works import Works

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_desktop.profile import Home
    from kuroibara_desktop.ui.settings.sections import Sections


class Opened:
    """What a test needs of it."""

    def __init__(self, home: Home) -> None:
        self.window = QWidget()
        self.desk = Desk(home)
        self.tasks = Tasks(self.window)
        self.works = Works(self.tasks, self.window)
        self.door = SettingsDoor(self.desk, self.tasks, self.works, self.window)
        self.page = self.door.page
        self.pilot = Pilot()
        inside = QHBoxLayout(self.window)
        inside.addWidget(self.page)

    @property
    def sections(self) -> Sections:
        assert self.door.sections is not None
        return self.door.sections

    def turn(self, key: str) -> None:
        self.page.show_section(key)
        self.settle()

    def press(self, name: str) -> None:
        """Press a button by the keys, wherever it is on the page."""
        self.pilot.wait(f"the button {name!r}", lambda: self.pilot.can_press(name))
        found = self.pilot.sees(QAbstractButton, name)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)
            self.pilot.key(Qt.Key.Key_Space)

    def settle(self) -> None:
        """Until nothing is under way any more."""
        self.pilot.wait("the end of all tasks", lambda: self.tasks.busy == 0)


@contextmanager
def settings_page(home: Home) -> Iterator[Opened]:
    opened = Opened(home)
    opened.window.resize(1100, 800)
    opened.window.show()
    opened.window.activateWindow()
    try:
        yield opened
    finally:
        opened.tasks.stop()
        opened.desk.close()
        opened.window.close()
        opened.window.deleteLater()
