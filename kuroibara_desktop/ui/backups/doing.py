"""What is done with backups beyond making and copying them: each wish carried out, and told."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.transfers import copy_elsewhere, import_file, repair
from kuroibara_desktop.transfers.rehearsing import rehearsed, verified_there
from kuroibara_desktop.ui.backups.create import prospects
from kuroibara_desktop.ui.backups.deciding import Deciding
from kuroibara_desktop.ui.backups.deeds import Deed, Side
from kuroibara_desktop.ui.backups.properties import PropertiesDialog
from kuroibara_desktop.ui.trouble import TroubleDialog
from kuroibara_desktop.ui.works import Lane, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from kuroibara_desktop.core.backups import Backup, LocalCopy
    from kuroibara_desktop.core.checks import Drill
    from kuroibara_desktop.core.progress import Progress
    from kuroibara_desktop.ui.backups.create import CreateDialog, Prospects
    from kuroibara_desktop.ui.backups.deeds import Offered
    from kuroibara_desktop.ui.backups.page import BackupsPage
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.tasks import Check, Steps, Tasks
    from kuroibara_desktop.ui.works import Works

    Working = Generator[Progress, None, Any]


class Doing(QObject):
    """Owns the dialogs of the deeds; the page shows what came of them."""

    restore_asked = Signal(object)  # Backup
    folder_asked = Signal(object)  # Backup
    refresh_asked = Signal()
    kept = Signal(object)  # LocalCopy: a file from elsewhere that is in the archive now

    def __init__(
        self, desk: Desk, tasks: Tasks, works: Works, page: BackupsPage, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._works = desk, tasks, works
        self._page, self._window = page, window
        self.deciding = Deciding(desk, tasks, page, window)
        self.deciding.refresh_asked.connect(self.refresh_asked)
        page.deed_asked.connect(self.do)
        page.properties_asked.connect(self.show_properties)
        page.import_asked.connect(self.ask_file)

    def do(self, offer: Offered) -> None:
        """Carry out what the menu offered, or ask before."""
        if offer.bar is not None:
            return
        deeds: dict[Deed, Callable[[Sequence[Backup]], None]] = {
            Deed.REPAIR: self.repair,
            Deed.RESTORE: lambda backups: self.restore_asked.emit(backups[0]),
            Deed.VERIFY_THERE: self.verify_there,
            Deed.PROVE: self.prove,
            Deed.ACCEPT: self.deciding.ask_accept,
            Deed.PIN: lambda backups: self.deciding.pin(backups, pinned=True),
            Deed.UNPIN: lambda backups: self.deciding.pin(backups, pinned=False),
            Deed.NOTE: lambda backups: self.deciding.ask_note(backups[0]),
            Deed.ELSEWHERE: self.ask_place,
            Deed.DELETE_THERE: lambda backups: self.deciding.ask_delete(backups, Side.THERE),
            Deed.DELETE_HERE: lambda backups: self.deciding.ask_delete(backups, Side.HERE),
        }
        deeds[offer.deed](offer.backups)

    # Properties

    def show_properties(self, backup: Backup) -> None:
        dialog = PropertiesDialog(backup, self._page.model.words, self._window)
        dialog.folder_asked.connect(self.folder_asked)
        dialog.open()
        identity = backup.remote.backup_id if backup.remote else None
        if identity is not None and self._page.powers.bar("drill") is None:
            self._tasks.call(
                lambda: self._desk.server().archives.last_drill(identity),
                succeeded=lambda drill: dialog.show_drill(drill) if isValid(dialog) else None,
                failed=lambda _: None,  # none was held, or the server is away: the rest stands
            )

    # Making

    def show_prospects(self, dialog: CreateDialog, free_here: int | None) -> None:
        """Have the dialog tell what room there is, once the server has said what it knows."""
        dialog.show_prospects(prospects(free_here, None, None))
        if self._page.powers.bar("statistics") is not None:
            return

        def ask() -> Prospects:
            rules = self._desk.server().rules
            return prospects(free_here, rules.statistics().disk, rules.schedules())

        self._tasks.call(
            ask,
            succeeded=lambda found: dialog.show_prospects(found) if isValid(dialog) else None,
            failed=lambda _: None,  # it is only a help: the server itself judges the room
        )

    # Long work

    def prove(self, backups: Sequence[Backup]) -> None:
        """Have restores rehearsed, one after the other."""
        for backup, identity in _identified(backups):
            self._add(
                self.tr("Rehearsing a restore of {name}"),
                backup,
                partial(self._rehearse, identity),
                partial(self._rehearsed, backup),
                lane=Lane.SERVER,
            )

    def _rehearse(self, identity: str, check: Check) -> Working:
        return rehearsed(self._desk.server(), identity, check=check)

    def _rehearsed(self, backup: Backup, drill: Drill) -> None:
        if drill.proved:
            sentence = self.tr("{name} is proved: a rehearsed restore of it went well.")
            self._page.say_done(sentence.format(name=backup.name))
            return
        reason = drill.reason
        self._show_error(
            BackupError(
                (reason.detail if reason else "")
                or self.tr("A restore of {name} did not go well.").format(name=backup.name),
                remedy=reason.remedy if reason else "",
            )
        )

    def verify_there(self, backups: Sequence[Backup]) -> None:
        for backup, identity in _identified(backups):
            self._add(
                self.tr("Verifying {name} on the server"),
                backup,
                partial(self._verify_there, identity),
                partial(self._verified_there, backup),
                lane=Lane.SERVER,
            )

    def _verify_there(self, identity: str, check: Check) -> Working:
        return verified_there(self._desk.server(), identity, check=check)

    def _verified_there(self, backup: Backup, whole: bool) -> None:
        if whole:
            sentence = self.tr("{name} is whole on the server, to the last byte.")
            self._page.say_done(sentence.format(name=backup.name))
            return
        sentence = self.tr("{name} is damaged on the server.")
        remedy = self.tr("Rely on another backup or a copy here, and have a new one made.")
        self._show_error(BackupError(sentence.format(name=backup.name), remedy=remedy))

    def repair(self, backups: Sequence[Backup]) -> None:
        """Fetch what is damaged here again, while the server has it."""
        for backup in backups:
            if (local := backup.local) is not None:
                self._add(
                    self.tr("Repairing {name}"),
                    backup,
                    partial(self._repair, local),
                    self._repaired,
                )

    def _repair(self, copy: LocalCopy, check: Check) -> Working:
        return repair(self._desk.server(), copy, self._desk.vault(), check=check)

    def _repaired(self, copy: LocalCopy) -> None:
        sentence = self.tr("{name} is whole again, and every byte of it was checked.")
        self._page.say_done(sentence.format(name=copy.name))

    # Files

    def ask_place(self, backups: Sequence[Backup]) -> None:
        dialog = QFileDialog(self._window, self.tr("Choose the other place"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self.copy_to(backups, Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def copy_to(self, backups: Sequence[Backup], folder: Path) -> None:
        """Copies of the copies, checked on the way, with their checksums beside them."""
        copies = [backup.local for backup in backups if backup.local]
        self._works.add(
            Work(
                title=self.tr("Copying {name} to {place}").format(
                    name=self._names(backups), place=folder.name or str(folder)
                ),
                lane=Lane.HERE,
                icon="drive",
                steps=lambda check: copy_elsewhere(self._desk.vault(), copies, folder, check=check),
                done=partial(self._placed, folder),
            )
        )

    def _placed(self, folder: Path, made: Sequence[Path]) -> None:
        names = ", ".join(path.name for path in made[:3])
        sentence = self.tr("In {place} now, checked: {names}")
        self._page.say_done(sentence.format(place=str(folder), names=names))

    def ask_file(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Choose backups to take into the archive"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Backups (*.tar.gz)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.take_in(Path(name) for name in names))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_in(self, files: Iterable[Path]) -> None:
        """Put backup files from anywhere into the archive, each checked to its last byte first."""
        for file in files:
            self._works.add(
                Work(
                    title=self.tr("Taking in {name}").format(name=file.name),
                    lane=Lane.HERE,
                    icon="copy-here",
                    steps=partial(self._take_in, file),
                    done=self.kept.emit,
                )
            )

    def _take_in(self, file: Path, check: Check) -> Working:
        return import_file(self._desk.vault(), file, check=check)

    # How

    def _add(
        self,
        title: str,
        backup: Backup,
        steps: Steps,
        done: Callable[[Any], None],
        *,
        lane: Lane = Lane.HERE,
    ) -> None:
        if backup.key in self._works.busy_keys():
            return
        self._works.add(
            Work(
                title=title.format(name=backup.name),
                lane=lane,
                key=backup.key,
                icon="verify",
                steps=steps,
                done=done,
            )
        )

    def _names(self, backups: Sequence[Backup]) -> str:
        if len(backups) == 1:
            return backups[0].name
        return self.tr("{count} backups").format(count=len(backups))

    def _show_error(self, error: BackupError) -> None:
        TroubleDialog(error, self._window).open()


def _identified(backups: Sequence[Backup]) -> list[tuple[Backup, str]]:
    found = []
    for backup in backups:
        identity = backup.remote.backup_id if backup.remote else None
        if identity is not None:
            found.append((backup, identity))
    return found
