"""What a person decides about backups: each is asked where it must be, carried out, and told."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from kuroibara_desktop.core.errors import (
    CodeRequired,
    CodeWrong,
    PasswordRequired,
    VaultBusy,
    WrongPassword,
)
from kuroibara_desktop.core.restores import Deed as ServerDeed
from kuroibara_desktop.transfers.deciding import Touched, accept, delete_there, pin
from kuroibara_desktop.ui.backups.asking import AcceptDialog, DeleteDialog, NoteDialog
from kuroibara_desktop.ui.backups.deeds import Side, loss
from kuroibara_desktop.ui.restore.asking import PasswordDialog
from kuroibara_desktop.ui.trouble import TroubleDialog
from kuroibara_desktop.vault.pruning import remove

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.backups import Backup, LocalCopy, RemoteBackup
    from kuroibara_desktop.ui.backups.deeds import Powers
    from kuroibara_desktop.ui.backups.page import BackupsPage
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.question import Question
    from kuroibara_desktop.ui.restore.secret import Secret
    from kuroibara_desktop.ui.tasks import Tasks


class Deciding(QObject):
    """Owns the questions. A refusal is said in the question that it answers."""

    refresh_asked = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, page: BackupsPage, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks = desk, tasks
        self._page, self._window = page, window

    def pin(self, backups: Sequence[Backup], *, pinned: bool) -> None:
        """On both sides where both hold it; it can be taken back."""
        there = self._powers.bar("pins") is None and any(b.remote for b in backups)
        here = any(b.local for b in backups)

        def work() -> Touched:
            server = self._desk.server() if there else None
            return pin(server, self._desk.vault() if here else None, backups, pinned)

        def done(touched: Touched) -> None:
            self._page.say_done(
                self._pinned(backups, touched, pinned=pinned),
                undo=partial(self.pin, _after(backups, pinned=pinned), pinned=not pinned),
            )
            self.refresh_asked.emit()

        self._tasks.call(work, succeeded=done, failed=self._show_error)

    def _pinned(self, backups: Sequence[Backup], touched: Touched, *, pinned: bool) -> str:
        if touched.there and touched.here:
            where = self.tr("on the server and here")
        elif touched.there:
            where = self.tr("on the server")
        else:
            where = self.tr("here")
        sentence = (
            self.tr("Pinned {where}: {name}") if pinned else self.tr("Unpinned {where}: {name}")
        )
        return sentence.format(where=where, name=self._names(backups))

    def ask_accept(self, backups: Sequence[Backup]) -> None:
        there = self._powers.bar("pins") is None
        dialog = AcceptDialog(backups, self._window)

        def work() -> Touched:
            local = any(b.local and b.local.suspect for b in backups)
            return accept(
                self._desk.server() if there else None,
                self._desk.vault() if local else None,
                backups,
            )

        sentence = self.tr("{name} counts as good from now on.")
        told = sentence.format(name=self._names(backups))
        dialog.confirmed.connect(lambda: self._carry_out(dialog, work, told))
        dialog.open()

    def ask_note(self, backup: Backup) -> None:
        identity = backup.remote.backup_id if backup.remote else None
        if identity is None:
            return
        dialog = NoteDialog(backup, self._window)

        def write(note: str) -> None:
            self._carry_out(
                dialog,
                lambda: self._desk.server().archives.decide(identity, note=note),
                self.tr("The note about {name} is kept on the server.").format(name=backup.name),
            )

        dialog.written.connect(write)
        dialog.open()

    # Deletion

    def ask_delete(self, backups: Sequence[Backup], side: Side) -> None:
        lost = loss(backups, self._page.model.backups(), side)
        dialog = DeleteDialog(backups, lost, side, self._window)
        if side is Side.THERE:
            going = [backup.remote for backup in backups if backup.remote]
            told = self.tr("Deleted on the server: {name}").format(name=self._names(backups))
            dialog.confirmed.connect(lambda _: self._delete_there(dialog, going, told, None))
        else:
            copies = [backup.local for backup in backups if backup.local]
            told = self.tr("Deleted here: {name}").format(name=self._names(backups))
            dialog.confirmed.connect(
                lambda last_too: self._carry_out(
                    dialog, partial(self._remove, copies, last_too=last_too), told
                )
            )
        dialog.open()

    def _remove(self, copies: Sequence[LocalCopy], *, last_too: bool) -> None:
        gone = remove(self._desk.vault(), copies, check=lambda: None, last_too=last_too)
        if len(gone) < len(copies):
            raise VaultBusy(
                "Not all of it was deleted: another window or command is at work on some copies, "
                "or has changed them.",
                remedy="Look at the list again, and try again when that has ended.",
            )

    def _delete_there(
        self,
        dialog: DeleteDialog,
        going: Sequence[RemoteBackup],
        told: str,
        secret: Secret | None,
        asking: PasswordDialog | None = None,
    ) -> None:
        def work() -> int:
            server = self._desk.server()
            proof = None
            if secret is not None:
                proof = server.prove(ServerDeed.DELETE, secret.password, secret.code)
            return delete_there(server, going, proof=proof, check=lambda: None)

        def failed(error: BackupError) -> None:
            self.refresh_asked.emit()
            if not isValid(dialog):
                self._show_error(error)
                return
            if asking is not None and isinstance(error, WrongPassword | CodeRequired | CodeWrong):
                asking.show_error(error)
                return
            if asking is not None:
                asking.close()
            if isinstance(error, PasswordRequired):
                self._ask_password(dialog, partial(self._delete_there, dialog, going, told))
                return
            dialog.show_error(error)

        def done(_deleted: int) -> None:
            if isValid(dialog):
                dialog.accept()  # and what asks for the password in front of it
            self._page.say_done(told)
            self.refresh_asked.emit()

        self._tasks.call(work, succeeded=done, failed=failed)

    def _ask_password(
        self, dialog: DeleteDialog, again: Callable[[Secret, PasswordDialog], None]
    ) -> None:
        asking = PasswordDialog(dialog)
        asking.ask(
            self.tr("Your password once more"),
            self.tr("Deleting a backup wants it. It is sent to the server only."),
            self.tr("Delete"),
        )
        asking.given.connect(lambda secret: again(secret, asking))
        asking.rejected.connect(lambda: dialog.work(False))
        asking.open()

    # How

    @property
    def _powers(self) -> Powers:
        return self._page.powers

    def _carry_out(self, dialog: Question, work: Callable[[], object], told: str) -> None:
        """Do it while its dialog waits; a refusal is said there, where it was asked."""

        def done(_result: object) -> None:
            if isValid(dialog):
                dialog.accept()
            self._page.say_done(told)
            self.refresh_asked.emit()

        def failed(error: BackupError) -> None:
            if isValid(dialog):
                dialog.show_error(error)
            else:
                self._show_error(error)
            self.refresh_asked.emit()

        self._tasks.call(work, succeeded=done, failed=failed)

    def _names(self, backups: Sequence[Backup]) -> str:
        if len(backups) == 1:
            return backups[0].name
        return self.tr("{count} backups").format(count=len(backups))

    def _show_error(self, error: BackupError) -> None:
        TroubleDialog(error, self._window).open()


def _after(backups: Sequence[Backup], *, pinned: bool) -> list[Backup]:
    """The sides that were pinned or unpinned, as they are afterwards: what an undo is about."""
    changed = []
    for backup in backups:
        remote, local = backup.remote, backup.local
        there = replace(remote, pinned=pinned) if remote and remote.pinned is not pinned else None
        here = replace(local, pinned=pinned) if local and local.pinned is not pinned else None
        if there or here:
            changed.append(replace(backup, remote=there, local=here))
    return changed
