"""The questions before something is decided about backups: deletion, acceptance, a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kuroibara_desktop.core.errors import LastCopy
from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.backups.deeds import Loss, Side
from kuroibara_desktop.ui.pieces import Check, label
from kuroibara_desktop.ui.question import Question
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.backups import Backup

_NAMED = 5
_NOTE_AT_MOST = 500


class DeleteDialog(Question):
    """Says what is deleted and what stays where. The last good one needs a tick of its own."""

    confirmed = Signal(bool)  # whether the last good one is to go, too

    def __init__(self, going: Sequence[Backup], lost: Loss, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        self._side = side
        one = len(going) == 1
        if side is Side.THERE:
            title = (
                self.tr("Delete {name} on the server?")
                if one
                else self.tr("Delete {count} backups on the server?")
            )
        else:
            title = (
                self.tr("Delete the copy of {name} here?")
                if one
                else self.tr("Delete {count} copies here?")
            )
        size = sum(_size(backup, side) for backup in going)
        freed = self.tr("It cannot be undone. {size} become free.")
        self.ask(
            title.format(name=one_line(going[0].name, 60), count=len(going)),
            freed.format(size=formatting.size(size)),
            self.tr("Delete"),
        )
        if not one:
            for backup in going[:_NAMED]:
                self.body.addWidget(label(f"• {backup.name}", Type.DETAIL, wrap=True))
            if len(going) > _NAMED:
                more = self.tr("and {count} more").format(count=len(going) - _NAMED)
                self.body.addWidget(label(more, Type.DETAIL, tone="muted"))
        self.told = label(self._what_stays(going, lost), wrap=True)
        self.body.addWidget(self.told)
        self.warning = label("", tone="bad", wrap=True)
        self.tick = Check(self.tr("Delete it all the same"))
        self.tick.toggled.connect(self._weigh)
        self.body.addWidget(self.warning)
        self.body.addWidget(self.tick)
        self.yes.clicked.connect(self._go)
        self._want_tick(self._last(lost) if lost.last else "")
        self.no.setFocus()

    def show_error(self, error: BackupError) -> None:
        """Say why nothing was deleted; for the last good copy, ask for the tick."""
        if isinstance(error, LastCopy):
            self.work(False)
            self._want_tick(self._last_here())
            return
        super().show_error(error)
        self._weigh()

    def work(self, busy: bool) -> None:
        super().work(busy)
        self.tick.setEnabled(not busy)

    def _what_stays(self, going: Sequence[Backup], lost: Loss) -> str:
        kept, gone = len(lost.elsewhere), len(lost.gone)
        here = self._side is Side.THERE
        if not gone:
            if here:
                one, many = (
                    self.tr("A verified copy stays here."),
                    self.tr("A verified copy of each stays here."),
                )
            else:
                one, many = (
                    self.tr("The server still has it, whole."),
                    self.tr("The server still has each of them, whole."),
                )
            return one if len(going) == 1 else many
        if not kept:
            return (
                self.tr("No other good copy of it is known: afterwards this backup is gone.")
                if gone == 1
                else self.tr("No other good copies of them are known: they will be gone.")
            )
        sentence = (
            self.tr("Of {kept} of them a verified copy stays here; {gone} will be gone.")
            if here
            else self.tr("{kept} of them stay on the server; {gone} will be gone.")
        )
        return sentence.format(kept=kept, gone=gone)

    def _last(self, lost: Loss) -> str:
        if self._side is Side.HERE:
            return self._last_here()
        name = one_line(lost.last[0].name, 60)
        return self.tr(
            "{name} is the last verified backup on the server that holds as much of the library."
        ).format(name=name)

    def _last_here(self) -> str:
        return self.tr(
            "No other verified copy here holds as much of this library. "
            "Should the server be lost, nothing could bring it back."
        )

    def _want_tick(self, why: str) -> None:
        self.warning.setText(why)
        self.warning.setVisible(bool(why))
        self.tick.setVisible(bool(why))
        self._weigh()
        self.adjustSize()

    def _weigh(self) -> None:
        wanted = self.tick.isVisibleTo(self)
        self.yes.setEnabled(self.tick.isChecked() or not wanted)

    def _go(self) -> None:
        self.work(True)
        self.confirmed.emit(self.tick.isVisibleTo(self) and self.tick.isChecked())


class AcceptDialog(Question):
    """A suspect backup is taken for good only after somebody looked."""

    confirmed = Signal()

    def __init__(self, backups: Sequence[Backup], parent: QWidget) -> None:
        super().__init__(parent)
        one = len(backups) == 1
        title = self.tr("Accept {name}?") if one else self.tr("Accept {count} suspect backups?")
        self.ask(
            title.format(name=one_line(backups[0].name, 60), count=len(backups)),
            self.tr(
                "It holds much less than the one before it: perhaps a drive was not mounted when "
                "it was made. Once accepted it counts as good, later ones are measured by it, and "
                "rules may remove older ones for it. That cannot be taken back."
            ),
            self.tr("Accept"),
        )
        self.yes.clicked.connect(self._go)
        self.no.setFocus()

    def _go(self) -> None:
        self.work(True)
        self.confirmed.emit()


class NoteDialog(Question):
    """A few words that the server keeps with a backup."""

    written = Signal(str)

    def __init__(self, backup: Backup, parent: QWidget) -> None:
        super().__init__(parent)
        self.ask(
            self.tr("Note about {name}").format(name=one_line(backup.name, 60)),
            self.tr("Everybody who may see the backups of this server can read it."),
            self.tr("Save note"),
        )
        before = (backup.remote.note if backup.remote else None) or ""
        self.note = QLineEdit(before)
        self.note.setMaxLength(_NOTE_AT_MOST)
        self.add_field(self.tr("Note"), self.note)
        self.note.returnPressed.connect(self._go)
        self.yes.clicked.connect(self._go)
        self.note.setFocus()

    def _go(self) -> None:
        self.work(True)
        self.written.emit(self.note.text().strip())


def _size(backup: Backup, side: Side) -> int:
    of = backup.local if side is Side.HERE else backup.remote
    return of.size if of else 0
