"""Which face of the window is in front: the pages, or the steps that are missing?"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop.core.errors import PassphraseNeeded
from kuroibara_desktop.ui.trouble import TroubleDialog
from kuroibara_desktop.ui.welcome.flow import WelcomeFlow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.server import Found
    from kuroibara_desktop.ui.desk import Desk, Standing
    from kuroibara_desktop.ui.tasks import Tasks


class Faces(QObject):
    """Finds out what is set up, and turns to it."""

    moved = Signal()  # another server is in use than before
    stood = Signal(object)  # Standing: what is set up; no face was turned to yet
    entered = Signal()  # the pages are in front
    left = Signal()  # the steps are
    titled = Signal(str)  # what the step in front asks
    first_copy_asked = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, stack: QStackedWidget, pages: QWidget) -> None:
        super().__init__(stack)
        self._desk, self._tasks, self._stack, self._pages = desk, tasks, stack, pages
        self._later = False  # what is here is enough for now, the user said
        self._asks = False  # the user asked to be asked where the sign-in is kept
        self.standing: Standing | None = None

    @cached_property
    def welcome(self) -> WelcomeFlow:
        """The steps; most starts of the app never come to them."""
        made = WelcomeFlow(self._desk, self._tasks)
        self._stack.addWidget(made)
        made.finished.connect(self.start)
        made.left.connect(self.start)
        made.titled.connect(self.titled)
        made.opened.connect(self.open_sign_in)
        made.put_off.connect(self._put_off)
        made.first_copy_asked.connect(self.first_copy_asked)
        return made

    def start(self) -> None:
        """Find out what is set up, now or anew."""
        self._tasks.call(self._desk.standing, succeeded=self._stand, failed=self._no_standing)

    def choose_folder(self) -> None:
        self._turn_to_steps()
        self.welcome.ask_other_folder()

    def add_server(self) -> None:
        """One more, or the first."""
        standing = self.standing
        self._turn_to_steps()
        self.welcome.add_server(
            first=standing is None or standing.found is None, has_folder=self._has_folder
        )

    def sign_in_again(self) -> None:
        standing = self.standing
        if standing is None or standing.found is None:
            return
        if standing.keyring_error is not None:
            self.open_sign_in()
            return
        self.sign_in_to(standing.found, standing.username)

    def sign_in_to(self, found: Found, username: str | None) -> None:
        self._turn_to_steps()
        self.welcome.sign_in_again(found, username, has_folder=self._has_folder)

    def sign_out(self) -> None:
        self.left.emit()
        self._tasks.call(
            self._desk.sign_out, succeeded=lambda _: self.start(), failed=self._show_error
        )

    def open_sign_in(self) -> None:
        """Ask where the sign-in is kept, even if the user put that off before."""
        self._asks = True
        self.start()

    def _put_off(self) -> None:
        self._later, self._asks = True, False
        self.start()

    @property
    def _has_folder(self) -> bool:
        return self.standing is not None and self.standing.folder is not None

    def _turn_to_steps(self) -> None:
        self.left.emit()
        self._stack.setCurrentWidget(self.welcome)

    def _turn_to_pages(self) -> None:
        self._stack.setCurrentWidget(self._pages)
        self.entered.emit()

    def _stand(self, standing: Standing) -> None:
        before, self.standing = self.standing, standing
        if before is not None and before.address != standing.address:
            self.moved.emit()
        self.stood.emit(standing)
        found, error = standing.found, standing.keyring_error
        if found is None:
            if standing.folder is not None:
                self._turn_to_pages()  # a drive with backups is enough
            else:
                self._turn_to_steps()
                self.welcome.begin()
        elif error is not None:
            if standing.folder is not None and not self._must_ask(error):
                self._turn_to_pages()
                return
            self._turn_to_steps()
            self.welcome.ask_keyring(
                found, standing.username, error, has_folder=standing.folder is not None
            )
        elif not standing.signed_in:
            self.sign_in_to(found, standing.username)
        elif standing.folder is None:
            self._turn_to_steps()
            self.welcome.ask_folder()
        else:
            self._asks = False
            self._turn_to_pages()

    def _no_standing(self, error: BackupError) -> None:
        self._turn_to_steps()
        self.welcome.show_trouble(error)

    def _must_ask(self, error: BackupError) -> bool:
        """A keyring that is late is tried again with each look; a passphrase must be typed."""
        return self._asks or (isinstance(error, PassphraseNeeded) and not self._later)

    def _show_error(self, error: BackupError) -> None:
        TroubleDialog(error, self._stack.window()).open()
