"""The main window: which page is in front, and what each press starts."""

from __future__ import annotations

import base64
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from kuroibara_desktop import wishes
from kuroibara_desktop.core.errors import PassphraseNeeded
from kuroibara_desktop.ui import icons, preferences, theme
from kuroibara_desktop.ui.background import Background
from kuroibara_desktop.ui.backups.door import BackupsDoor
from kuroibara_desktop.ui.backups.page import Shown
from kuroibara_desktop.ui.fitting import fit
from kuroibara_desktop.ui.home.door import HomeDoor
from kuroibara_desktop.ui.looking import Looks, Seen, seen
from kuroibara_desktop.ui.pages import Pages
from kuroibara_desktop.ui.pieces import row
from kuroibara_desktop.ui.restore.arriving import Arriving
from kuroibara_desktop.ui.restore.entry import RestoreEntry
from kuroibara_desktop.ui.server_menu import ServerMenu
from kuroibara_desktop.ui.settings.door import SettingsDoor
from kuroibara_desktop.ui.sidebar import Connection, Sidebar
from kuroibara_desktop.ui.tasks import Tasks
from kuroibara_desktop.ui.transfers.door import TransfersDoor
from kuroibara_desktop.ui.trouble import TroubleDialog
from kuroibara_desktop.ui.welcome.first_copy import FirstCopy
from kuroibara_desktop.ui.welcome.flow import WelcomeFlow
from kuroibara_desktop.ui.works import Work, Works

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.server import Found
    from kuroibara_desktop.ui.desk import Desk, Standing
    from kuroibara_desktop.ui.theme import ThemeChoice


class MainWindow(QMainWindow):
    """Shows first the steps that are missing, then the pages."""

    ready = Signal()  # the Backups page has its first list
    file_given = Signal(object)  # Path: a second start was given it
    closed = Signal()  # for good, not into the tray

    def __init__(self, desk: Desk, preferences_file: Path) -> None:
        super().__init__()
        self._desk = desk
        self._preferences_file = preferences_file
        self._unseen: list[TroubleDialog] = []  # of work that failed while nobody looked
        self.stays = False  # in the tray, when its window is closed
        self._standing: Standing | None = None
        self._later = False  # what is here is enough for now, the user said
        self._asks = False  # the user asked to be asked where the sign-in is kept
        self.setWindowTitle("Kuroibara")
        self.setWindowIcon(icons.app_icon())
        self.tasks = Tasks(self)
        self.works = Works(self.tasks, self)
        self.welcome = WelcomeFlow(desk, self.tasks)
        self.home = HomeDoor(
            desk.watch_file, self.tasks, self.works, partial(wishes.load, desk.home)
        )
        self.transfers = TransfersDoor(desk, self.tasks, self.works, self)
        self.background = Background(desk, self.tasks, self.works, self.transfers, self)
        self.backups = BackupsDoor(desk, self.tasks, self.works, self.transfers.running, self)
        self.restore = RestoreEntry(desk, self.tasks, self.works, self)
        self.arriving = Arriving(
            desk,
            self.tasks,
            self.works,
            self,
            at_restore=lambda: self.pages.key == "restore",
        )
        self.page = self.backups.page
        self._first_copy = FirstCopy(desk, self.works, self.transfers.running, self)
        self.settings = SettingsDoor(desk, self.tasks, self.works, self)
        self.menu = ServerMenu(self)
        self.sidebar = Sidebar(self.menu)
        self.pages = Pages(self.sidebar)
        self.pages.add("home", self.tr("Home"), "home", self.home.page)
        backups, transfers = self.page, self.transfers.page
        self.pages.add("backups", self.tr("Backups"), "backups", backups, begin=backups.table)
        self.pages.add(
            "transfers", self.tr("Transfers"), "transfers", transfers, begin=transfers.table
        )
        self.pages.add("restore", self.tr("Restore"), "restore", self.restore.page)
        self.pages.add("settings", self.tr("Settings"), "settings", self.settings.page)
        self.addAction(self.menu.leave)  # its shortcut works while the menu is closed
        inside = QWidget()
        halves = row(inside)
        halves.addWidget(self.sidebar)
        halves.addWidget(self.pages, 1)
        self._faces = QStackedWidget()
        self._faces.addWidget(QWidget())  # nothing yet, for the moment it takes to look
        self._faces.addWidget(self.welcome)
        self._faces.addWidget(inside)
        self._inside = inside
        self.setCentralWidget(self._faces)
        fit(self, preferences.load(preferences_file).geometry_bytes)
        self.looks = Looks(
            self.tasks,
            partial(seen, desk, self.page.model, self.home.watching),
            impatient=lambda: self.page.shown() is Shown.LOADING,
            parent=self,
        )
        self._connect()

    def start(self) -> None:
        """Find out what is set up; the window may be shown already."""
        self.background.around.start()
        self.tasks.call(self._desk.standing, succeeded=self._stand, failed=self._no_standing)

    def come_forward(self) -> None:
        """Be seen: out of the tray, out of the task bar, before other windows."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        while self._unseen:
            self._unseen.pop().open()

    def at_backups(self) -> bool:
        return self._faces.currentWidget() is self._inside

    # Which face

    def _connect(self) -> None:
        self.welcome.finished.connect(self.start)
        self.welcome.titled.connect(self.setWindowTitle)
        self.welcome.opened.connect(self._open_sign_in)
        self.welcome.put_off.connect(self._put_off)
        self.welcome.first_copy_asked.connect(self._first_copy.begin)
        self.welcome.left.connect(self.start)
        self.pages.turned.connect(lambda _key: self.setWindowTitle(self.pages.title))
        self.pages.turned.connect(self.settings.page_turned)
        self.settings.open_asked.connect(lambda: self._open_settings())
        self.settings.theme_chosen.connect(self._choose_theme)
        self.settings.wishing.changed.connect(self.home.heed)
        self.settings.folders_changed.connect(self.refresh)
        self.settings.servers.changed.connect(self.start)
        self.settings.servers.listed.connect(self.menu.offer_servers)
        self.settings.servers.sign_in_asked.connect(self._sign_in_elsewhere)
        self.settings.servers.add_asked.connect(self._add_server)
        self.menu.server_chosen.connect(self.settings.servers.use)
        self.menu.settings_asked.connect(lambda: self._open_settings())
        self.menu.refresh_asked.connect(self.refresh)
        self.menu.folder_asked.connect(lambda: self.backups.open_folder(None))
        self.menu.other_folder_asked.connect(self._choose_folder)
        self.menu.theme_chosen.connect(self._choose_theme)
        self.menu.sign_out_asked.connect(self._sign_out)
        self.menu.server_asked.connect(self._add_server)
        self.menu.leave.triggered.connect(self.leave)
        self.backups.refresh_asked.connect(self.refresh)
        self.backups.restore_asked.connect(self.restore.restore_asked)
        self.restore.refresh_asked.connect(self.refresh)
        self.restore.front_asked.connect(lambda: self.pages.go("restore"))
        self._faces.currentChanged.connect(self._face_turned)
        self.restore.server_asked.connect(self._add_server)
        self.restore.sign_in_asked.connect(self._sign_in_again)
        self.restore.use_asked.connect(self.settings.servers.use)
        self.home.shown.connect(self.restore.heed)
        self.home.rescue_asked.connect(self.restore.show_gone)
        self.file_given.connect(self.arriving.take)
        self.arriving.restore_asked.connect(self.restore.open_file)
        self.arriving.keeping.connect(lambda: self.pages.go("backups"))
        self.arriving.kept.connect(self.backups.show_kept)
        self.backups.sign_in_asked.connect(self._sign_in_again)
        self.looks.half.connect(self._half_looked)
        self.looks.done.connect(self._looked)
        self.looks.failed.connect(self.backups.show_failed_look)
        self.looks.failed.connect(self._say_connection)
        self.home.open_asked.connect(self.come_forward)
        self.home.copy_asked.connect(self.backups.copy)
        self.home.create_asked.connect(self.backups.ask_create)
        self.home.sign_in_asked.connect(self._sign_in_again)
        self.home.refresh_asked.connect(self.refresh)
        self.home.folder_asked.connect(self._choose_folder)
        self.home.server_asked.connect(self._add_server)
        self.home.settings_asked.connect(self._open_settings)
        self.backups.server_asked.connect(self._add_server)
        self.home.backups_asked.connect(lambda: self.pages.go("backups"))
        self.works.failed.connect(self._work_failed)
        self.transfers.news.connect(self.refresh)
        self.transfers.folder_asked.connect(self._choose_folder)
        self.transfers.counted.connect(partial(self.sidebar.show_count, "transfers"))
        self.transfers.backups_asked.connect(lambda: self.pages.go("backups"))
        self.transfers.settings_asked.connect(lambda: self._open_settings("copies"))
        self.transfers.troubled.connect(self.home.tell_failure)
        self.background.troubled.connect(self.home.tell_failure)
        self.background.refresh_asked.connect(self.refresh)
        self.background.held_changed.connect(self.home.hold_back)
        self.background.tidied.connect(self.page.say_done)
        self.home.resume_asked.connect(lambda: self.transfers.pause_all(False))
        self.settings.wishing.changed.connect(lambda _wishes: self.background.reconsider())
        self.works.succeeded.connect(lambda _work, _result: self.refresh())
        self.works.cancelled.connect(lambda _work: self.refresh())

    def _face_turned(self) -> None:
        if self.at_backups():
            self.restore.begin()
            self.arriving.begin()

    def _stand(self, standing: Standing) -> None:
        before, self._standing = self._standing, standing
        if before is not None and before.address != standing.address:
            self.looks.begin_anew()
            self.home.begin_anew()
            self.backups.begin_anew()
            self.settings.begin_anew()
        self.settings.servers.look()
        self.menu.offer_sign_out(standing.found is not None)
        if standing.found is None and standing.folder is not None:
            self._enter()  # a drive with backups is enough
        elif standing.found is None:
            self._faces.setCurrentWidget(self.welcome)
            self.welcome.begin()
        elif not standing.signed_in:
            error = standing.keyring_error
            if error is not None and standing.folder is not None and not self._must_ask(error):
                self._enter()
                return
            self._faces.setCurrentWidget(self.welcome)
            if standing.keyring_error is not None:
                self.welcome.ask_keyring(
                    standing.found,
                    standing.username,
                    standing.keyring_error,
                    has_folder=standing.folder is not None,
                )
                return
            self.welcome.sign_in_again(
                standing.found, standing.username, has_folder=standing.folder is not None
            )
        elif standing.folder is None:
            self._faces.setCurrentWidget(self.welcome)
            self.welcome.ask_folder()
        else:
            self._asks = False
            self._enter()
            self.sidebar.server.say(standing.name, self.tr("Connecting…"), Connection.CONNECTING)

    def _enter(self) -> None:
        self._faces.setCurrentWidget(self._inside)
        self.setWindowTitle(self.pages.title)
        self.looks.start()

    def _no_standing(self, error: BackupError) -> None:
        self._faces.setCurrentWidget(self.welcome)
        self.welcome.show_trouble(error)

    # The list

    def refresh(self) -> None:
        """Look again at the archive folder and at the server; one look at a time."""
        if self.at_backups():
            self.looks.refresh()

    def _half_looked(self, here: Seen) -> None:
        self.home.show_view(here.home)
        self.backups.show_half(here)

    def _looked(self, found: Seen) -> None:
        self.home.show_view(found.home)
        self.backups.show_seen(found)
        standing = self._standing
        invited = standing is not None and standing.username is None
        self._first_copy.follow(found.look, invited=invited)
        self.background.take_look(found)
        self._say_connection(found.look.server_error)
        self.ready.emit()

    def _say_connection(self, error: BackupError | None) -> None:
        if (found := self._standing) is not None and found.found is None:
            self.sidebar.server.alone(found.place)
        elif found is not None:
            self.sidebar.server.report(found.name, found.username, error, self._desk.keeping.now)

    def _show_error(self, error: BackupError) -> None:
        TroubleDialog(error, self).open()

    def _work_failed(self, work: Work, error: BackupError) -> None:
        if self.backups.take_failure(work, error) or self.background.take_failure(work, error):
            return
        dialog = TroubleDialog(error, self, can_retry=True)
        dialog.again.connect(lambda: self.works.add(work.again()))
        if self.isVisible():
            dialog.open()
        else:  # nothing pops up out of nowhere
            self._unseen.append(dialog)
            self.home.tell_failure(work.title, error)
        self.refresh()

    # The server's menu

    def _open_settings(self, section: str = "") -> None:
        if self.at_backups():
            self.pages.go("settings")
            if section:
                self.settings.page.show_section(section)

    def _choose_theme(self, choice: ThemeChoice) -> None:
        theme.current().choose(choice)
        self._remember()

    def _choose_folder(self) -> None:
        self.looks.stop()
        self._faces.setCurrentWidget(self.welcome)
        self.welcome.ask_other_folder()

    def _add_server(self) -> None:
        standing = self._standing
        self.looks.stop()
        self._faces.setCurrentWidget(self.welcome)
        self.welcome.add_server(
            first=standing is None or standing.found is None,
            has_folder=standing is not None and standing.folder is not None,
        )

    def _must_ask(self, error: BackupError) -> bool:
        """A keyring that is late is tried again with each look; a passphrase must be typed."""
        return self._asks or (isinstance(error, PassphraseNeeded) and not self._later)

    def _put_off(self) -> None:
        self._later, self._asks = True, False
        self.start()

    def _open_sign_in(self) -> None:
        self._asks = True
        self.start()

    def _sign_in_again(self) -> None:
        standing = self._standing
        if standing is None or standing.found is None:
            return
        if standing.keyring_error is not None:
            self._open_sign_in()
            return
        self.looks.stop()
        self._faces.setCurrentWidget(self.welcome)
        self.welcome.sign_in_again(
            standing.found, standing.username, has_folder=standing.folder is not None
        )

    def _sign_in_elsewhere(self, found: Found, username: str | None) -> None:
        standing = self._standing
        self.looks.stop()
        self._faces.setCurrentWidget(self.welcome)
        has_folder = standing is not None and standing.folder is not None
        self.welcome.sign_in_again(found, username, has_folder=has_folder)

    def _sign_out(self) -> None:
        self.looks.stop()
        self.tasks.call(
            self._desk.sign_out, succeeded=lambda _: self.start(), failed=self._show_error
        )

    # The end

    def _remember(self) -> None:
        geometry = base64.b64encode(self.saveGeometry().data()).decode()
        kept = preferences.Preferences(theme=theme.current().choice.value, geometry=geometry)
        preferences.save(self._preferences_file, kept)

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
        self.looks.stop()
        self.hide()
        event.accept()
        self.stop()
        self.closed.emit()

    def stop(self) -> None:
        """End every task; also called when the session ends without closing the window."""
        self.home.stop()
        self.background.stop()
        self.tasks.stop()
        self._desk.close()
