"""What stands between the Backups page and the rest: what each press starts, and what it says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from kuroibara_backup.errors import BackupError, NoConnection
from kuroibara_desktop.core.backups import Backup, CopyState, Where
from kuroibara_desktop.core.errors import CopyDamaged, NotSetUp, SignInRequired, VaultMissing
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.backups.create import CreateDialog
from kuroibara_desktop.ui.backups.deeds import Powers
from kuroibara_desktop.ui.backups.doing import Doing
from kuroibara_desktop.ui.backups.model import BackupModel
from kuroibara_desktop.ui.backups.page import BackupsPage
from kuroibara_desktop.ui.backups.telling import Tell
from kuroibara_desktop.ui.saying import said
from kuroibara_desktop.ui.trouble import TroubleDialog
from kuroibara_desktop.ui.works import Lane, Work, Works

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kuroibara_desktop.core.backups import LocalCopy
    from kuroibara_desktop.core.queue import Wanted
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.listing import Begun, Look
    from kuroibara_desktop.ui.looking import Seen
    from kuroibara_desktop.ui.tasks import Tasks
    from kuroibara_desktop.ui.transfers.running import Running


class BackupsDoor(QObject):
    """Holds the page and its dialogs; looks go in, wishes that others grant come out."""

    refresh_asked = Signal()
    sign_in_asked = Signal()
    server_asked = Signal()  # the first one: there is only what is here

    restore_asked = Signal(object)  # Backup

    def __init__(
        self, desk: Desk, tasks: Tasks, works: Works, running: Running, window: QWidget
    ) -> None:
        super().__init__(window)
        self._running = running
        self._desk, self._works, self._window = desk, works, window
        self.page = BackupsPage(BackupModel())
        self.doing = Doing(desk, tasks, works, self.page, window)
        self.doing.refresh_asked.connect(self.refresh_asked)
        self.doing.restore_asked.connect(self.restore_asked)
        self.doing.folder_asked.connect(self.open_folder)
        self.doing.kept.connect(self.show_kept)
        self._look: Look | None = None
        self._choose_next: str | None = None
        self._asked: Work | None = None  # a request that its dialog still waits for
        self.dialog: CreateDialog | None = None
        self.page.create_asked.connect(self.ask_create)
        self.page.copy_asked.connect(self.copy)
        self.page.verify_asked.connect(self.verify)
        self.page.folder_asked.connect(self.open_folder)
        self.page.refresh_asked.connect(self.refresh_asked)
        self.page.server_asked.connect(self.server_asked)
        running.copied.connect(self._copied)
        works.added.connect(self.page.add_work)
        works.removed.connect(self.page.remove_work)
        works.changed.connect(self._mark_busy)

    # Looks

    def begin_anew(self) -> None:
        """Another server is in use: nothing is shown of it before its first look."""
        self._look = None
        self._choose_next = None
        self.page.begin_anew()

    def show_half(self, here: Seen) -> None:
        """What is here, while the server is still being asked."""
        self.page.take(here.rows)
        self.page.tell(Tell(self.tr("The server is still being asked for its list…")))

    def show_seen(self, found: Seen) -> None:
        self._look = found.look
        error = found.look.vault_error
        self.page.model.read_archive(error is None or isinstance(error, NotSetUp))
        self.page.take(found.rows)
        self.page.set_server(found.look.has_server)
        connected = found.look.has_server and found.look.server_error is None
        self.page.set_connected(connected)
        self.page.powers = Powers(abilities=found.look.abilities, connected=connected)
        if self._choose_next is not None:
            self.page.choose(self._choose_next)
            self._choose_next = None
        self._tell(found.look)

    def _mark_busy(self) -> None:
        self.page.mark_busy(self._works.busy_keys())
        if self._look is not None:
            self._tell(self._look)  # what goes on is no longer told to be unfinished

    def show_failed_look(self, error: BackupError) -> None:
        self.page.set_connected(False)
        self.page.show_backups(self.page.model.backups())
        self.page.tell(self._trouble(error))

    def _tell(self, look: Look) -> None:
        tells = [self._trouble(e) for e in (look.server_error, look.vault_error) if e is not None]
        tells += [Tell(note) for note in look.notes]
        busy = self._works.busy_keys()
        tells += [self._unfinished(begun) for begun in look.begun if begun.backup.key not in busy]
        self.page.tell(*tells)

    def _unfinished(self, begun: Begun) -> Tell:
        """What to tell of a copy that was begun and not ended."""
        sentence = self.tr("The copy of {name} is not complete: {here} of {all} are here already.")
        here, whole = formatting.size(begun.received), formatting.size(begun.backup.size)
        text = sentence.format(name=begun.backup.name, here=here, all=whole)
        act = partial(self.copy, (begun.backup,))
        return Tell(text, action=self.tr("Go on copying"), act=act)

    def _trouble(self, error: BackupError) -> Tell:
        text = f"{error.sentence} {error.remedy}".strip()
        if isinstance(error, SignInRequired):
            return Tell(text, "warn", self.tr("Sign in"), self.sign_in_asked.emit)
        if isinstance(error, VaultMissing):
            return Tell(text, "warn", self.tr("Look again"), self.refresh_asked.emit)
        if isinstance(error, NoConnection):
            return Tell(text, "bad", self.tr("Try again"), self.refresh_asked.emit)
        return Tell(text, "bad", self.tr("Details"), partial(self._show_error, error))

    def _show_error(self, error: BackupError) -> None:
        TroubleDialog(error, self._window).open()

    # Work

    def ask_create(self) -> None:
        if self.dialog is not None:
            self.dialog.raise_()
            return
        self.dialog = CreateDialog(self.page.model.backups(), self._window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.create_asked.connect(self._create)
        self.dialog.finished.connect(self._dialog_gone)
        self.dialog.open()
        self.doing.show_prospects(self.dialog, self._look.free if self._look else None)

    def _dialog_gone(self) -> None:
        self.dialog = None

    def _create(self, name: str, include_storage: bool) -> None:
        title = self.tr("Making {name}").format(name=name) if name else self.tr("Making a backup")
        self._asked = Work(
            title=title,
            lane=Lane.SERVER,
            icon="server",
            steps=lambda check: self._desk.create(name or None, include_storage, check),
            begun=self._begun,
            done=self._made,
        )
        self._works.add(self._asked)

    def _begun(self) -> None:
        """The server took the request: the dialog has done its part."""
        self._asked = None
        if self.dialog is not None:
            self.dialog.accept()

    def _made(self, key: str) -> None:
        self._begun()
        self._choose_next = key
        self.page.say_done(self.tr("The backup was made and checked on the server."))

    def copy(self, backups: tuple[Backup, ...]) -> None:
        self._running.want(backups)

    def verify(self, backups: tuple[Backup, ...]) -> None:
        for backup in backups:
            self._works.add(
                Work(
                    title=self.tr("Verifying {name}").format(name=backup.name),
                    lane=Lane.HERE,
                    key=backup.key,
                    icon="verify",
                    steps=partial(self._desk.verify, backup),
                    done=self._verified,
                )
            )

    def _copied(self, _row: Wanted, copy: LocalCopy) -> None:
        self.page.say_done(
            self.tr("{name} is here, and every byte of it was checked.").format(name=copy.name)
        )

    def _verified(self, copy: LocalCopy) -> None:
        if copy.state is CopyState.VERIFIED:
            sentence = self.tr("{name} is whole: every byte was read again and is right.")
            self.page.say_done(sentence.format(name=copy.name))
        else:
            sentence = self.tr("The copy of {name} is damaged. {what}")
            what = said(copy.damages[0]) if copy.damages else ""
            self._show_error(
                CopyDamaged(
                    sentence.format(name=copy.name, what=what).strip(),
                    remedy=self.tr("Copy it again while the server still holds it."),
                )
            )

    def show_kept(self, copy: LocalCopy) -> None:
        """A file from elsewhere is now among the copies: show which one it is."""
        self._choose_next = Backup(where=Where.HERE, local=copy).key
        self.page.say_done(self.tr("{name} is in your archive now.").format(name=copy.name))

    def take_failure(self, work: Work, error: BackupError) -> bool:
        """Tell a failed request in the dialog that it came from, if that is still open."""
        if work is not self._asked or self.dialog is None:
            return False
        self._asked = None
        self.dialog.show_error(error)
        return True

    def open_folder(self, backup: Backup | None) -> None:
        folder = self._desk.folder_of(backup)
        if folder is None or not folder.is_dir():
            missing = VaultMissing("The folder cannot be opened, because it is not there.")
            self._show_error(missing)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
