"""What is behind the window: the door of each page, and what a press at one asks of another.

Most modules of the app come with this one: the window shows itself before it is loaded.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop import wishes
from kuroibara_desktop.ui.background import Background
from kuroibara_desktop.ui.backups.door import BackupsDoor
from kuroibara_desktop.ui.backups.page import Shown
from kuroibara_desktop.ui.faces import Faces
from kuroibara_desktop.ui.home.door import HomeDoor
from kuroibara_desktop.ui.looking import Looks, Seen, seen
from kuroibara_desktop.ui.restore.arriving import Arriving
from kuroibara_desktop.ui.restore.entry import RestoreEntry
from kuroibara_desktop.ui.settings.door import SettingsDoor
from kuroibara_desktop.ui.sidebar import Connection
from kuroibara_desktop.ui.transfers.door import TransfersDoor
from kuroibara_desktop.ui.trouble import TroubleDialog
from kuroibara_desktop.ui.welcome.first_copy import FirstCopy

if TYPE_CHECKING:
    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.ui.desk import Desk, Standing
    from kuroibara_desktop.ui.window import MainWindow
    from kuroibara_desktop.ui.works import Work


class Doors(QObject):
    """Holds them, puts their pages into the window, and passes wishes from each to each."""

    ready = Signal()  # the Backups page has its first list

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self.desk, self._window = desk, window
        tasks, works = window.tasks, window.works
        self.faces = Faces(desk, tasks, window.faces, window.inside)
        self.home = HomeDoor(
            window.home_page, desk.watch_file, tasks, works, partial(wishes.load, desk.home)
        )
        self.transfers = TransfersDoor(desk, tasks, works, window)
        self.background = Background(desk, tasks, works, self.transfers, self)
        self.backups = BackupsDoor(desk, tasks, works, self.transfers.running, window)
        self.page = self.backups.page
        self.restore = RestoreEntry(desk, tasks, works, window)
        self.arriving = Arriving(
            desk, tasks, works, window, at_restore=lambda: window.pages.key == "restore"
        )
        self._first_copy = FirstCopy(desk, works, self.transfers.running, window)
        self.settings = SettingsDoor(desk, tasks, works, window)
        self.looks = Looks(
            tasks,
            partial(seen, desk, self.page.model, self.home.watching),
            impatient=lambda: self.page.shown() is Shown.LOADING,
            parent=self,
        )
        self._fill()
        self._connect_faces()
        self._connect_menu()
        self._connect_pages()
        self._connect_work()

    def start(self) -> None:
        """Find out what is set up, and begin to look."""
        self.background.around.start()
        self.faces.start()

    def refresh(self) -> None:
        """Look again at the archive folder and at the server; one look at a time."""
        if self._window.at_pages():
            self.looks.refresh()

    def stop(self) -> None:
        """End what runs by itself; then every task, and what they used."""
        self.looks.stop()
        self.home.stop()
        self.background.stop()
        self._window.tasks.stop()
        self.desk.close()

    def _fill(self) -> None:
        pages, transfers = self._window.pages, self.transfers.page
        pages.put("backups", self.page, begin=self.page.table)
        pages.put("transfers", transfers, begin=transfers.table)
        pages.put("restore", self.restore.page)
        pages.put("settings", self.settings.page)
        self.settings.page_turned(pages.key)  # somebody may have gone there already

    def _connect_faces(self) -> None:
        faces = self.faces
        faces.moved.connect(self._begin_anew)
        faces.stood.connect(self._stood)
        faces.entered.connect(self._entered)
        faces.left.connect(self.looks.stop)
        faces.titled.connect(self._window.setWindowTitle)
        faces.first_copy_asked.connect(self._first_copy.begin)
        servers = self.settings.servers
        servers.changed.connect(faces.start)
        servers.sign_in_asked.connect(faces.sign_in_to)
        servers.add_asked.connect(faces.add_server)
        for asks in (self.home, self.backups, self.restore):
            asks.sign_in_asked.connect(faces.sign_in_again)
            asks.server_asked.connect(faces.add_server)
        for wants in (self.home, self.transfers):
            wants.folder_asked.connect(faces.choose_folder)

    def _connect_menu(self) -> None:
        menu, faces, servers = self._window.menu, self.faces, self.settings.servers
        servers.listed.connect(menu.offer_servers)
        menu.server_chosen.connect(servers.use)
        menu.settings_asked.connect(lambda: self._open_settings())
        menu.refresh_asked.connect(self.refresh)
        menu.folder_asked.connect(lambda: self.backups.open_folder(None))
        menu.other_folder_asked.connect(faces.choose_folder)
        menu.sign_out_asked.connect(faces.sign_out)
        menu.server_asked.connect(faces.add_server)

    def _connect_pages(self) -> None:
        window, home, backups = self._window, self.home, self.backups
        window.pages.turned.connect(self.settings.page_turned)
        self.settings.open_asked.connect(lambda: self._open_settings())
        self.settings.theme_chosen.connect(window.choose_theme)
        self.settings.wishing.changed.connect(home.heed)
        self.settings.wishing.changed.connect(lambda _wishes: self.background.reconsider())
        self.settings.folders_changed.connect(self.refresh)
        backups.refresh_asked.connect(self.refresh)
        backups.restore_asked.connect(self.restore.restore_asked)
        self.restore.refresh_asked.connect(self.refresh)
        self.restore.front_asked.connect(lambda: window.pages.go("restore"))
        self.restore.use_asked.connect(self.settings.servers.use)
        self.arriving.restore_asked.connect(self.restore.open_file)
        self.arriving.keeping.connect(lambda: window.pages.go("backups"))
        self.arriving.kept.connect(backups.show_kept)
        home.shown.connect(self.restore.heed)
        home.rescue_asked.connect(self.restore.show_gone)
        home.open_asked.connect(window.come_forward)
        home.copy_asked.connect(backups.copy)
        home.create_asked.connect(backups.ask_create)
        home.refresh_asked.connect(self.refresh)
        home.settings_asked.connect(self._open_settings)
        home.backups_asked.connect(lambda: window.pages.go("backups"))
        home.resume_asked.connect(lambda: self.transfers.pause_all(False))

    def _connect_work(self) -> None:
        window, works, transfers = self._window, self._window.works, self.transfers
        self.looks.half.connect(self._half_looked)
        self.looks.done.connect(self._looked)
        self.looks.failed.connect(self.backups.show_failed_look)
        self.looks.failed.connect(self._say_connection)
        works.failed.connect(self._work_failed)
        works.succeeded.connect(lambda _work, _result: self.refresh())
        works.cancelled.connect(lambda _work: self.refresh())
        transfers.news.connect(self.refresh)
        transfers.counted.connect(partial(window.sidebar.show_count, "transfers"))
        transfers.backups_asked.connect(lambda: window.pages.go("backups"))
        transfers.settings_asked.connect(lambda: self._open_settings("copies"))
        transfers.troubled.connect(self.home.tell_failure)
        self.background.troubled.connect(self.home.tell_failure)
        self.background.refresh_asked.connect(self.refresh)
        self.background.held_changed.connect(self.home.hold_back)
        self.background.tidied.connect(self.page.say_done)

    # Faces

    def _begin_anew(self) -> None:
        self.looks.begin_anew()
        self.home.begin_anew()
        self.backups.begin_anew()
        self.settings.begin_anew()

    def _stood(self, standing: Standing) -> None:
        self.settings.servers.look()
        self._window.menu.offer_sign_out(standing.found is not None)
        if standing.signed_in:
            words = self.tr("Connecting…")
            self._window.sidebar.server.say(standing.name, words, Connection.CONNECTING)

    def _entered(self) -> None:
        self._window.setWindowTitle(self._window.pages.title)
        self.looks.start()
        self.restore.begin()
        self.arriving.begin()

    # The list

    def _half_looked(self, here: Seen) -> None:
        self.home.show_view(here.home)
        self.backups.show_half(here)

    def _looked(self, found: Seen) -> None:
        self.home.show_view(found.home)
        self.backups.show_seen(found)
        standing = self.faces.standing
        invited = standing is not None and standing.username is None
        self._first_copy.follow(found.look, invited=invited)
        self.background.take_look(found)
        self._say_connection(found.look.server_error)
        self.ready.emit()

    def _say_connection(self, error: BackupError | None) -> None:
        standing, server = self.faces.standing, self._window.sidebar.server
        if standing is not None and standing.found is None:
            server.alone(standing.place)
        elif standing is not None:
            server.report(standing.name, standing.username, error, self.desk.keeping.now)

    def _work_failed(self, work: Work, error: BackupError) -> None:
        if self.backups.take_failure(work, error) or self.background.take_failure(work, error):
            return
        dialog = TroubleDialog(error, self._window, can_retry=True)
        dialog.again.connect(lambda: self._window.works.add(work.again()))
        if not self._window.open_when_seen(dialog):
            self.home.tell_failure(work.title, error)
        self.refresh()

    def _open_settings(self, section: str = "") -> None:
        if self._window.at_pages():
            self._window.pages.go("settings")
            if section:
                self.settings.page.show_section(section)
