"""What stands between the Settings page and the rest, also before the page was ever opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from kuroibara_desktop.ui.settings.page import SettingsPage
from kuroibara_desktop.ui.settings.servers_door import ServersDoor
from kuroibara_desktop.ui.settings.wishing import Wishing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.settings.sections import Sections
    from kuroibara_desktop.ui.tasks import Tasks
    from kuroibara_desktop.ui.works import Works


class SettingsDoor(QObject):
    """Holds the page; its sections are made when it first opens. Wishes come out as signals."""

    open_asked = Signal()  # Ctrl+, was pressed
    theme_chosen = Signal(object)  # ThemeChoice
    autostart_chosen = Signal(bool)
    folders_changed = Signal()  # another archive is in use, or it holds something else

    def __init__(self, desk: Desk, tasks: Tasks, works: Works, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._works, self._window = desk, tasks, works, window
        self._autostart: bool | None = None  # None: it cannot be chosen here
        self.sections: Sections | None = None
        self.page = SettingsPage(self._fill)
        self.wishing = Wishing(desk.home, tasks, self)
        self.servers = ServersDoor(desk, tasks, window)
        action = QAction(self.page.accessibleName(), window)
        action.setShortcut(QKeySequence("Ctrl+,"))
        action.triggered.connect(self.open_asked)
        window.addAction(action)

    def page_turned(self, key: str) -> None:
        """Look anew at what the section in front shows, whenever the page comes to the front."""
        if key == "settings":
            self.page.show_section(self.page.key)

    def begin_anew(self) -> None:
        """Another server is in use."""
        if self.sections is not None:
            self.sections.begin_anew()

    def offer_autostart(self, *, on: bool) -> None:
        """Starting at log-in can be chosen; `on` is how it is now."""
        self._autostart = on
        if self.sections is not None:
            self.sections.offer_autostart(on=on)

    def _fill(self) -> None:
        # Not at the top: the first window does not need them.
        from kuroibara_desktop.ui.settings.sections import Sections

        made = Sections(
            self._desk,
            self._tasks,
            self._works,
            self._window,
            wishing=self.wishing,
            servers=self.servers,
        )
        made.theme_chosen.connect(self.theme_chosen)
        made.autostart_chosen.connect(self.autostart_chosen)
        made.folders_changed.connect(self.folders_changed)
        self.sections = made
        if self._autostart is not None:
            made.offer_autostart(on=self._autostart)
        made.fill(self.page)
