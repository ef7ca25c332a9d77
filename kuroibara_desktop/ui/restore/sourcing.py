"""Which backup is to come back: a file on this computer, or one that lies on the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_backup.errors import NotFound
from kuroibara_desktop.core.stored import lies_there
from kuroibara_desktop.ui.restore.picking import pick
from kuroibara_desktop.ui.restore.there import ThereDialog
from kuroibara_desktop.ui.trouble import TroubleDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.ui.restore.bench import RestoreBench
    from kuroibara_desktop.ui.restore.page import RestorePage
    from kuroibara_desktop.ui.tasks import Tasks


class Sourcing(QObject):
    """What lies on the server is taken there; only what does not is sent from here."""

    file_chosen = Signal(object)  # Path
    there_chosen = Signal(object)  # Backup, which lies on the server in use

    def __init__(
        self, page: RestorePage, bench: RestoreBench, tasks: Tasks, window: QWidget
    ) -> None:
        super().__init__(page)
        self._page, self._bench, self._tasks, self._window = page, bench, tasks, window
        page.start.choose_asked.connect(self.choose_file)
        page.start.there_asked.connect(self.choose_there)

    def look_again(self) -> None:
        """Offer the server's own backups where it can restore them: with the engine."""
        self._tasks.call(self._bench.has_engine, succeeded=self._page.start.there.setVisible)

    def restore_asked(self, backup: Backup) -> None:
        """Bring back a backup of the list, from where its bytes are."""
        if lies_there(backup):
            self.there_chosen.emit(backup)
        elif backup.local is not None:
            self.file_chosen.emit(backup.local.path)
        else:
            error = NotFound(
                self.tr("{name} is not on this computer yet.").format(name=backup.name),
                remedy=self.tr("Copy it here first, then restore it from here."),
            )
            TroubleDialog(error, self._window).open()

    def choose_file(self) -> None:
        """Let a file be chosen in the system's own dialog."""
        pick(self._window, self.tr("Choose the backup to restore"), self.file_chosen.emit)

    def choose_there(self) -> None:
        """Let one of the server's backups be chosen."""
        dialog = ThereDialog(self._window)
        dialog.chosen.connect(self.there_chosen)
        dialog.read(self._tasks, self._bench.on_the_server)
