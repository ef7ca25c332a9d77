"""What stands between the faces about another server and the rest, the checklist included."""

from __future__ import annotations

import time
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from kuroibara_desktop.core.errors import SignInRequired
from kuroibara_desktop.core.migration import Arrival, checklist
from kuroibara_desktop.core.progress import Meter, Progress
from kuroibara_desktop.ui.restore.options import Options, options
from kuroibara_desktop.ui.restore.picking import pick
from kuroibara_desktop.ui.restore.sheet import save_sheet
from kuroibara_desktop.ui.saying import told
from kuroibara_desktop.ui.trouble import TroubleDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.restores import Restore
    from kuroibara_desktop.core.restoring import Journey
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.restore.bench import RestoreBench
    from kuroibara_desktop.ui.restore.face import Face
    from kuroibara_desktop.ui.restore.page import RestorePage
    from kuroibara_desktop.ui.tasks import Task, Tasks
    from kuroibara_desktop.ui.works import Works


class Leaving(QObject):
    """Another server for the library: chosen, gone to, and looked at afterwards."""

    file_chosen = Signal(object, str)  # Path, and the address it is for
    server_asked = Signal()  # one more has to be set up first
    sign_in_asked = Signal(str)  # at this address

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        works: Works,
        page: RestorePage,
        bench: RestoreBench,
        window: QWidget,
    ) -> None:
        super().__init__(page)
        self._desk, self._tasks, self._works = desk, tasks, works
        self._page, self._bench, self._window = page, bench, window
        self._options: Options | None = None
        self._ended: tuple[Journey, Restore] | None = None
        self._comparing: Task | None = None
        self._meter = Meter()
        self.checklist = page.outcome.checklist
        page.start.move_asked.connect(self.move)
        page.start.gone_asked.connect(self.gone)
        page.move_face.go_asked.connect(self.file_chosen)
        page.move_face.server_asked.connect(self.server_asked)
        page.move_face.file_asked.connect(self._choose_file)
        page.gone.move_asked.connect(self.move)
        page.gone.save_asked.connect(self._choose_place)
        page.gone.copy_asked.connect(self._copy_page)
        self.checklist.compare_asked.connect(self.compare)
        self.checklist.copy_asked.connect(self._copy_list)
        self.checklist.sign_in_asked.connect(self._ask_sign_in)

    def move(self) -> None:
        """Show what could move, and where to."""
        self._page.move_face.choose_file(None)
        self._show(self._page.move_face)

    def gone(self) -> None:
        """Show what brings the library back."""
        self._show(self._page.gone)

    def look_again(self) -> None:
        """A server may have been added, or a drive connected, since the face was shown."""
        face = self._page.face
        if face in (self._page.move_face, self._page.gone):
            # Whoever leaves the face meanwhile is not brought back to it.
            self._show(face, wanted=lambda: self._page.face is face)

    def follow(self, journey: Journey, seen: Restore) -> None:
        """A restore ended here: from now on the checklist is about it."""
        if self._comparing is not None:
            self._comparing.signals.blockSignals(True)
            self._comparing.cancel()
            self._comparing = None
        self._ended = (journey, seen)
        self.checklist.clear()

    def compare(self) -> None:
        """Have the boxes filled in."""
        if self._ended is None or self._comparing is not None:
            return
        self._meter = Meter()
        self.checklist.work(True)
        self._page.reveal(self.checklist.compare)
        self._comparing = self._tasks.run(
            partial(self._bench.arrived, *self._ended),
            progressed=self._progressed,
            succeeded=self._arrived,
            failed=self._not_compared,
        )

    # How

    def _show(self, face: Face, wanted: Callable[[], bool] = lambda: True) -> None:
        def looked(found: Options) -> None:
            self._options = found
            self._page.move_face.show_options(found)
            self._page.gone.show_options(found)
            if wanted():
                self._page.turn_to(face)

        self._tasks.call(partial(options, self._desk), succeeded=looked, failed=self._show_error)

    def _choose_file(self) -> None:
        title = self.tr("Choose the backup that moves")
        pick(self._window, title, self._page.move_face.choose_file)

    def _choose_place(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Save the page"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("PDF (*.pdf)"), self.tr("Web page (*.html)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile("kuroibara-is-gone.pdf")
        dialog.fileSelected.connect(lambda name: self.save_page(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_page(self, file: Path) -> None:
        """Write the page for whoever runs the server."""
        found = self._options
        if found is None or found.rescue is None or found.needs is None:
            return
        html = self._page.gone_wording.html(
            found.rescue, found.needs, found.gone, datetime.now().astimezone()
        )
        saved = self.tr("The page was saved as {name}.").format(name=file.name)
        self._tasks.call(
            partial(save_sheet, html, file),
            succeeded=lambda _: self._page.say(saved, "ok"),
            failed=self._show_error,
        )

    def _copy_page(self) -> None:
        found = self._options
        if found is not None and found.rescue is not None and found.needs is not None:
            QGuiApplication.clipboard().setText(
                self._page.gone_wording.text(
                    found.rescue, found.needs, found.gone, datetime.now().astimezone()
                )
            )
            self._page.say(self.tr("The page is in the clipboard."), "ok")

    def _progressed(self, step: Progress) -> None:
        self._meter.note(time.monotonic(), step.done)
        self.checklist.show_progress(self._works.sentence(step, self._meter), step.fraction)

    def _arrived(self, arrival: Arrival) -> None:
        self._comparing = None
        self.checklist.show_findings(checklist(arrival))
        self._page.reveal(self.checklist.copy)

    def _not_compared(self, error: BackupError) -> None:
        self._comparing = None
        wanted = isinstance(error, SignInRequired)
        words = told(error).whole
        if wanted:
            words = self.tr(
                "Sign in as an administrator of the restored library: the accounts are now those "
                "of the backup."
            )
        self.checklist.show_trouble(words, sign_in=wanted)
        self._page.reveal(self.checklist.compare)

    def _ask_sign_in(self) -> None:
        if self._ended is not None:
            self.sign_in_asked.emit(self._ended[0].server)

    def _copy_list(self) -> None:
        QGuiApplication.clipboard().setText(self.checklist.text())
        self._page.say(self.tr("The list is in the clipboard."), "ok")

    def _show_error(self, error: BackupError) -> None:
        TroubleDialog(error, self._window).open()
