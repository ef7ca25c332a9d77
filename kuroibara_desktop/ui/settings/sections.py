"""Every section of the Settings page with what stands behind it; made when the page first opens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop.ui.settings.app_section import AppSection
from kuroibara_desktop.ui.settings.copies_section import CopiesSection
from kuroibara_desktop.ui.settings.diagnostics import diagnose
from kuroibara_desktop.ui.settings.diagnostics_section import DiagnosticsSection
from kuroibara_desktop.ui.settings.folders_door import FoldersDoor
from kuroibara_desktop.ui.settings.folders_section import FoldersSection
from kuroibara_desktop.ui.settings.offered_door import OfferedDoor
from kuroibara_desktop.ui.settings.offered_section import OfferedSection
from kuroibara_desktop.ui.settings.reminders_section import RemindersSection
from kuroibara_desktop.ui.settings.servers_section import ServersSection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.settings.page import SettingsPage
    from kuroibara_desktop.ui.settings.servers_door import ServersDoor
    from kuroibara_desktop.ui.settings.wishing import Wishing
    from kuroibara_desktop.ui.tasks import Tasks
    from kuroibara_desktop.ui.works import Works


class Sections(QObject):
    """Puts them into the page, in their order."""

    folders_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        works: Works,
        window: QWidget,
        *,
        wishing: Wishing,
        servers: ServersDoor,
    ) -> None:
        super().__init__(window)
        self._desk, self._tasks = desk, tasks
        self.app = AppSection()
        self.copies, self.reminders = CopiesSection(), RemindersSection()
        wishing.attach(self.app, self.copies, self.reminders)
        self.folders = FoldersSection()
        self._folders = FoldersDoor(desk, tasks, works, self.folders, window)
        self._folders.changed.connect(self.folders_changed)
        self.servers = ServersSection()
        servers.attach(self.servers)
        self.offered = OfferedSection()
        self._offered = OfferedDoor(desk, tasks, works, self.offered, window)
        self.diagnostics = DiagnosticsSection()
        self.diagnostics.opened.connect(self._diagnose)

    def fill(self, page: SettingsPage) -> None:
        for key, icon, section in (
            ("app", "appearance", self.app),
            ("copies", "copy-here", self.copies),
            ("reminders", "bell", self.reminders),
            ("folders", "drive", self.folders),
            ("servers", "server", self.servers),
            ("offered", "clock", self.offered),
            ("diagnostics", "info", self.diagnostics),
        ):
            page.add(key, icon, section)

    def begin_anew(self) -> None:
        """Another server is in use."""
        self._offered.begin_anew()

    def _diagnose(self) -> None:
        self._tasks.call(partial(diagnose, self._desk), succeeded=self.diagnostics.show_diagnosis)
