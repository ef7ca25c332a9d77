"""The main window: its frame and Home at once, and what is behind them a moment later."""

from __future__ import annotations

import base64
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from kuroibara_backup.errors import BackupError
from kuroibara_desktop import profile
from kuroibara_desktop.ui import icons, preferences, theme
from kuroibara_desktop.ui.fitting import fit
from kuroibara_desktop.ui.home.page import HomePage
from kuroibara_desktop.ui.pages import Pages
from kuroibara_desktop.ui.pieces import row
from kuroibara_desktop.ui.server_menu import ServerMenu
from kuroibara_desktop.ui.sidebar import Connection, Sidebar
from kuroibara_desktop.ui.tasks import Tasks
from kuroibara_desktop.ui.works import Works

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QDialog

    from kuroibara_desktop.profile import Home
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.doors import Doors
    from kuroibara_desktop.ui.theme import ThemeChoice


class MainWindow(QMainWindow):
    """Shows first the steps that are missing, then the pages."""

    completed = Signal()  # every page is there
    closed = Signal()  # for good, not into the tray

    def __init__(self, home: Home, desk: Callable[[], Desk]) -> None:
        """`desk` is called once, when the pages are made."""
        super().__init__()
        self._home, self._open_desk = home, desk
        self._doors: Doors | None = None
        self._unseen: list[QDialog] = []  # of work that failed while nobody looked
        self.stays = False  # in the tray, when its window is closed
        self.setWindowTitle("Kuroibara")
        self.setWindowIcon(icons.app_icon())
        self.tasks = Tasks(self)
        self.works = Works(self.tasks, self)
        self.menu = ServerMenu(self)
        self.menu.theme_chosen.connect(self.choose_theme)
        self.menu.leave.triggered.connect(self.leave)
        self.addAction(self.menu.leave)  # its shortcut works while the menu is closed
        self.sidebar = Sidebar(self.menu)
        self.home_page = HomePage()
        self.pages = Pages(self.sidebar)
        self.pages.add("home", self.tr("Home"), "home")
        self.pages.add("backups", self.tr("Backups"), "backups")
        self.pages.add("transfers", self.tr("Transfers"), "transfers")
        self.pages.add("restore", self.tr("Restore"), "restore")
        self.pages.add("settings", self.tr("Settings"), "settings")
        self.pages.put("home", self.home_page)
        self.pages.turned.connect(lambda _key: self.setWindowTitle(self.pages.title))
        self.inside = QWidget()
        halves = row(self.inside)
        halves.addWidget(self.sidebar)
        halves.addWidget(self.pages, 1)
        self.faces = QStackedWidget()
        self.faces.addWidget(QWidget())  # nothing yet, for the moment it takes to look
        self.faces.addWidget(self.inside)
        self.setCentralWidget(self.faces)
        fit(self, preferences.load(preferences.file_of(home)).geometry_bytes)

    @property
    def doors(self) -> Doors:
        """What is behind the pages; made when it is first asked for."""
        if self._doors is None:
            # Not at the top: this is most of the app, and the window is there before it.
            from kuroibara_desktop.ui.doors import Doors

            self._doors = Doors(self._open_desk(), self)
            self.completed.emit()
        return self._doors

    def complete(self) -> Doors:
        """Have every page now, in place of soon."""
        return self.doors

    def start(self) -> None:
        """Be of use at once, and complete soon; the window may be shown already."""
        self._expect_pages()
        self.tasks.call(
            _load_the_rest, succeeded=lambda _: self.doors.start(), failed=self._incomplete
        )

    def come_forward(self) -> None:
        """Be seen: out of the tray, out of the task bar, before other windows."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        while self._unseen:
            self._unseen.pop().open()

    def open_when_seen(self, dialog: QDialog) -> bool:
        """Open it, now or when the user comes: nothing pops up out of nowhere. True: now."""
        if self.isVisible():
            dialog.open()
        else:
            self._unseen.append(dialog)
        return self.isVisible()

    def at_pages(self) -> bool:
        return self.faces.currentWidget() is self.inside

    def choose_theme(self, choice: ThemeChoice) -> None:
        theme.current().choose(choice)
        self._remember()

    def _expect_pages(self) -> None:
        """Where something was set up, its pages come first: nearly always that is still so."""
        try:
            known = profile.load(self._home)
        except BackupError:  # told by whoever looks closely
            return
        if known.server is not None and known.archive is not None:
            words = self.tr("Connecting…")
            self.sidebar.server.say(known.server.label, words, Connection.CONNECTING)
        if known.archive is not None:
            self.faces.setCurrentWidget(self.inside)
            self.setWindowTitle(self.pages.title)

    def _incomplete(self, error: BackupError) -> None:
        """The app is not wholly installed."""
        from kuroibara_desktop.ui.trouble import TroubleDialog  # as above

        TroubleDialog(error, self).open()

    # The end

    def _remember(self) -> None:
        geometry = base64.b64encode(self.saveGeometry().data()).decode()
        kept = preferences.Preferences(theme=theme.current().choice.value, geometry=geometry)
        preferences.save(preferences.file_of(self._home), kept)

    def leave(self) -> None:
        """Quit, also where closing the window would only put it into the tray."""
        self.stays = False
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Vanish at once; what was being copied goes on from there next time.

        While the app `stays`, only the window goes, and the work goes on.
        """
        self._remember()
        if self.stays:
            event.ignore()
            self.hide()
            return
        self.hide()
        event.accept()
        self.stop()
        self.closed.emit()

    def stop(self) -> None:
        """End every task; also called when the session ends without closing the window."""
        if self._doors is not None:
            self._doors.stop()
        else:
            self.tasks.stop()


def _load_the_rest() -> None:
    for name in ("desk", "doors", "staying"):
        import_module(f"kuroibara_desktop.ui.{name}")
