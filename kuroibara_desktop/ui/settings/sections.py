"""Every section of the Settings page with what stands behind it; each is made when it is wanted."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.settings.app_section import AppSection
    from kuroibara_desktop.ui.settings.copies_section import CopiesSection
    from kuroibara_desktop.ui.settings.diagnostics_section import DiagnosticsSection
    from kuroibara_desktop.ui.settings.folders_section import FoldersSection
    from kuroibara_desktop.ui.settings.offered_door import OfferedDoor
    from kuroibara_desktop.ui.settings.offered_section import OfferedSection
    from kuroibara_desktop.ui.settings.page import SettingsPage
    from kuroibara_desktop.ui.settings.reminders_section import RemindersSection
    from kuroibara_desktop.ui.settings.servers_door import ServersDoor
    from kuroibara_desktop.ui.settings.servers_section import ServersSection
    from kuroibara_desktop.ui.settings.wishing import Wishing
    from kuroibara_desktop.ui.tasks import Tasks
    from kuroibara_desktop.ui.works import Works

# The imports stand in the methods: all of them at once would hold up whoever opens the settings.


class Sections(QObject):
    """Puts them into the page, in their order; to ask for one of them is to make it."""

    folders_changed = Signal()
    theme_chosen = Signal(object)  # ThemeChoice
    autostart_chosen = Signal(bool)

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
        self._desk, self._tasks, self._works, self._window = desk, tasks, works, window
        self._wishing, self._servers = wishing, servers
        self._offered: OfferedDoor | None = None
        self._app: AppSection | None = None
        self._autostart: bool | None = None  # None: it cannot be chosen here

    def fill(self, page: SettingsPage) -> None:
        """Add them all to the list of the page, which asks for each when it is to be shown."""
        page.add("app", "appearance", self.tr("This app"), lambda: self.app)
        page.add("copies", "copy-here", self.tr("Automatic copies"), lambda: self.copies)
        page.add("reminders", "bell", self.tr("Reminders"), lambda: self.reminders)
        page.add("folders", "drive", self.tr("Archive folders"), lambda: self.folders)
        page.add("servers", "server", self.tr("Servers"), lambda: self.servers)
        page.add("offered", "clock", self.tr("On the server"), lambda: self.offered)
        page.add("diagnostics", "info", self.tr("Diagnostics"), lambda: self.diagnostics)

    def begin_anew(self) -> None:
        """Another server is in use."""
        if self._offered is not None:
            self._offered.begin_anew()

    def offer_autostart(self, *, on: bool) -> None:
        """Starting at log-in can be chosen; `on` is how it is now."""
        self._autostart = on
        if self._app is not None:
            self._app.offer_autostart(on=on)

    @cached_property
    def app(self) -> AppSection:
        from kuroibara_desktop.ui.settings.app_section import AppSection

        made = self._app = AppSection()
        self._wishing.attach(made)
        made.theme_chosen.connect(self.theme_chosen)
        made.autostart_chosen.connect(self.autostart_chosen)
        if self._autostart is not None:
            made.offer_autostart(on=self._autostart)
        return made

    @cached_property
    def copies(self) -> CopiesSection:
        from kuroibara_desktop.ui.settings.copies_section import CopiesSection

        made = CopiesSection()
        self._wishing.attach(made)
        self._wishing.attach_speed(made)
        return made

    @cached_property
    def reminders(self) -> RemindersSection:
        from kuroibara_desktop.ui.settings.reminders_section import RemindersSection

        made = RemindersSection()
        self._wishing.attach(made)
        return made

    @cached_property
    def folders(self) -> FoldersSection:
        from kuroibara_desktop.ui.settings.folders_door import FoldersDoor
        from kuroibara_desktop.ui.settings.folders_section import FoldersSection

        made = FoldersSection()
        door = FoldersDoor(self._desk, self._tasks, self._works, made, self._window)
        door.changed.connect(self.folders_changed)
        return made

    @cached_property
    def servers(self) -> ServersSection:
        from kuroibara_desktop.ui.settings.servers_section import ServersSection

        made = ServersSection()
        self._servers.attach(made)
        return made

    @cached_property
    def offered(self) -> OfferedSection:
        from kuroibara_desktop.ui.settings.offered_door import OfferedDoor
        from kuroibara_desktop.ui.settings.offered_section import OfferedSection

        made = OfferedSection()
        self._offered = OfferedDoor(self._desk, self._tasks, self._works, made, self._window)
        return made

    @cached_property
    def diagnostics(self) -> DiagnosticsSection:
        from kuroibara_desktop.ui.settings.diagnostics_section import DiagnosticsSection

        made = DiagnosticsSection()
        made.opened.connect(self._diagnose)
        return made

    def _diagnose(self) -> None:
        from kuroibara_desktop.ui.settings.diagnostics import diagnose

        self._tasks.call(partial(diagnose, self._desk), succeeded=self.diagnostics.show_diagnosis)
