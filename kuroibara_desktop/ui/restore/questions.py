"""Which question of a restore is open: the server's name, the password, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop.core.errors import PasswordRequired
from kuroibara_desktop.ui.restore.asking import ConfirmDialog, PasswordDialog, RollBackDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.restores import RestorePlan
    from kuroibara_desktop.ui.restore.secret import Secret


class Questions(QObject):
    """Opens each dialog at most once, over the window, and closes them when all is answered."""

    declined = Signal()  # the password was not given

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._confirm: ConfirmDialog | None = None
        self._password: PasswordDialog | None = None
        self._answered = False

    def ask_name(self, plan: RestorePlan, confirmed: Callable[[str], None]) -> None:
        """Have the server's name typed before anything is replaced."""
        if self._confirm is not None:
            return
        sentence = self.tr(
            "What is on {server} now is replaced by what {name} holds. It is kept for a while, "
            "so that you can return to it."
        )
        words = sentence.format(server=plan.server_name, name=plan.backup.filename)
        self._confirm = ConfirmDialog(plan.server_name, words, self._window)
        self._confirm.confirmed.connect(confirmed)
        self._confirm.finished.connect(self._confirm_gone)
        self._confirm.open()

    def ask_way_back(self, lost: str, agreed: Callable[[], None]) -> None:
        dialog = RollBackDialog(lost, self._window)
        dialog.accepted.connect(agreed)
        dialog.open()

    def takes(self, error: BackupError, given: Callable[[Secret], None]) -> bool:
        """Whether `error` is about the password, and is now being answered in its dialog."""
        if self._password is not None:
            self._password.show_error(error)
            return True
        if not isinstance(error, PasswordRequired):
            return False
        self._answered = False
        self._password = PasswordDialog(self._window)
        self._password.given.connect(given)
        self._password.finished.connect(self._password_gone)
        self._password.open()
        return True

    def close(self) -> None:
        """All was answered."""
        self._answered = True
        for dialog in (self._password, self._confirm):
            if dialog is not None:
                dialog.accept()

    def _confirm_gone(self) -> None:
        self._confirm = None

    def _password_gone(self) -> None:
        self._password = None
        if self._answered:
            return
        if self._confirm is not None:
            self._confirm.work(False)
        self.declined.emit()
