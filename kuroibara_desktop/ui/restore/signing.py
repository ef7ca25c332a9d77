"""The sign-in that a restore waits for: at the server in use, or by way of switching to its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from kuroibara_desktop.ui.restore.bench import RestoreBench
    from kuroibara_desktop.ui.tasks import Tasks


class Signing(QObject):
    """Asks the window for one of the two."""

    sign_in_asked = Signal()  # at the server in use
    use_asked = Signal(str)  # the server at this address, which wants a sign-in
    failed = Signal(object)  # BackupError

    def __init__(self, bench: RestoreBench, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self._tasks = bench, tasks

    def ask(self, address: str) -> None:
        """Have somebody sign in at the server of this address; without one, at that in use."""

        def told_which(in_use: str) -> None:
            if address in ("", in_use):
                self.sign_in_asked.emit()
            else:
                self.use_asked.emit(address)

        self._tasks.call(self._bench.in_use, succeeded=told_which, failed=self.failed.emit)
