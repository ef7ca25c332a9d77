"""What stands between the Settings page and the rest: one small door for each section."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from kuroibara_desktop.ui.settings.app_section import AppSection
from kuroibara_desktop.ui.settings.copies_section import CopiesSection
from kuroibara_desktop.ui.settings.diagnostics import diagnose
from kuroibara_desktop.ui.settings.diagnostics_section import DiagnosticsSection
from kuroibara_desktop.ui.settings.folders_door import FoldersDoor
from kuroibara_desktop.ui.settings.folders_section import FoldersSection
from kuroibara_desktop.ui.settings.offered_door import OfferedDoor
from kuroibara_desktop.ui.settings.offered_section import OfferedSection
from kuroibara_desktop.ui.settings.page import SettingsPage
from kuroibara_desktop.ui.settings.reminders_section import RemindersSection
from kuroibara_desktop.ui.settings.servers_door import ServersDoor
from kuroibara_desktop.ui.settings.servers_section import ServersSection
from kuroibara_desktop.ui.settings.wishing import Wishing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.tasks import Tasks
    from kuroibara_desktop.ui.works import Works


class SettingsDoor(QObject):
    """Holds the page and its sections; wishes that others grant come out as signals."""

    open_asked = Signal()  # Ctrl+, was pressed
    theme_chosen = Signal(object)  # ThemeChoice
    autostart_chosen = Signal(bool)
    folders_changed = Signal()  # another archive is in use, or it holds something else

    def __init__(self, desk: Desk, tasks: Tasks, works: Works, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks = desk, tasks
        self.page = SettingsPage()
        self.app = AppSection()
        self.app.theme_chosen.connect(self.theme_chosen)
        self.app.autostart_chosen.connect(self.autostart_chosen)
        self.diagnostics = DiagnosticsSection()
        self.diagnostics.opened.connect(self._diagnose)
        self.copies, self.reminders = CopiesSection(), RemindersSection()
        self.wishing = Wishing(desk.home, tasks, self.app, self.copies, self.reminders)
        self.page.add("app", "appearance", self.app)
        self.page.add("copies", "copy-here", self.copies)
        self.page.add("reminders", "bell", self.reminders)
        self.folders = FoldersSection()
        self._folders = FoldersDoor(desk, tasks, works, self.folders, window)
        self._folders.changed.connect(self.folders_changed)
        self.page.add("folders", "drive", self.folders)
        self.server_list = ServersSection()
        self.servers = ServersDoor(desk, tasks, self.server_list, window)
        self.page.add("servers", "server", self.server_list)
        self.offered = OfferedSection()
        self._offered = OfferedDoor(desk, tasks, works, self.offered, window)
        self.page.add("offered", "clock", self.offered)
        self.page.add("diagnostics", "info", self.diagnostics)
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
        self._offered.begin_anew()

    def _diagnose(self) -> None:
        self._tasks.call(partial(diagnose, self._desk), succeeded=self.diagnostics.show_diagnosis)
