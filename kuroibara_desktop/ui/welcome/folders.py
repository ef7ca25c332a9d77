"""The steps that ask for a folder: one for copies to come, or one with backups in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.typed_folder import TypedFolder
from kuroibara_desktop.ui.welcome.frame import Step
from kuroibara_desktop.vault.surveying import Holding

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.vault.surveying import Survey


class _FolderField(Step):
    """A folder that is typed or chosen; has it looked at each time it changes."""

    looked_for = Signal(object)  # Path

    def _ask_for_folder(self, title: str, choosing: str, suggestion: str) -> None:
        self._typed = TypedFolder(self, choosing=choosing, suggestion=suggestion)
        self._typed.changed.connect(self._changed)
        self._typed.settled.connect(self.looked_for)
        self.folder = self._typed.field
        self.add_field(title, self.folder, beside=self._typed.browse)
        self.set_ready(False)

    def path(self) -> Path:
        return self._typed.path()

    def look(self) -> None:
        """Have the folder looked at now; called when the step opens."""
        self._typed.settle()

    def _changed(self) -> None:
        self.set_ready(False)
        self.say("")


class FolderStep(_FolderField):
    """Where copies are to go."""

    def __init__(self, suggestion: Path) -> None:
        super().__init__(number=3)
        self.title.setText(self.tr("Where should copies go?"))
        self.sentence.setText(
            self.tr(
                "Choose a folder for your offsite archive, best on a drive of its own. "
                "The copies hold every user's data and password hashes: keep them private."
            )
        )
        self.next.setText(self.tr("Use this folder"))
        self._ask_for_folder(
            self.tr("Archive folder"), self.tr("Choose the archive folder"), str(suggestion)
        )

    def show_judgement(self, folder: Path, objections: tuple[str, ...], remarks: str) -> None:
        """An objection forbids the folder; a remark only has to be read."""
        if folder != self.path():
            return  # typed on since
        if objections:
            self.say(" ".join(objections), "bad")
        else:
            self.say(remarks, "warn" if remarks else "")
        self.set_ready(not objections)


class DriveStep(_FolderField):
    """Where backups are already."""

    def __init__(self) -> None:
        super().__init__()
        self.title.setText(self.tr("Where are your backups?"))
        self.sentence.setText(
            self.tr(
                "Choose the drive, or the folder on it that holds the page HOW-TO-RESTORE.txt. "
                "Nothing on it is changed."
            )
        )
        self.next.setText(self.tr("Open these backups"))
        self.survey: Survey | None = None
        self._ask_for_folder(
            self.tr("Folder with backups"), self.tr("Choose the folder with your backups"), ""
        )

    def show_survey(self, found: Survey) -> None:
        """Say what lies there; only an archive, or what can be made one, may be opened."""
        if found.asked != self.path().absolute():
            return  # typed on since
        self.survey = found if found.usable else None
        self.say(self._sentence(found), "ok" if found.usable else "bad")
        self.set_ready(found.usable)

    def show_read(self, done: int, total: int) -> None:
        """How many copies were read so far."""
        self.show_progress(done / total if total else None)
        self.notice.say(
            self.tr("{done} of {all} copies were read.").format(done=done, all=max(done, total))
        )

    def _changed(self) -> None:
        self.survey = None
        super()._changed()

    def _sentence(self, found: Survey) -> str:
        if found.holding is Holding.AWAY:
            return found.trouble
        if found.holding is Holding.LOOSE:
            return self.tr(
                "There are backup files in this folder, but it is no archive of this app. Make an "
                "archive with “I have a server”, or by `kuroibara-desktop vault add FOLDER`, and "
                "take them in with `kuroibara-desktop import`."
            )
        if found.holding is Holding.NOTHING:
            told = self.tr("There are no backups in this folder.")
            return f"{found.trouble} {told}".strip()
        one = found.count == 1
        what = self.tr("1 copy") if one else self.tr("{count} copies").format(count=found.count)
        sentence = self.tr("{what} of {servers}, {size}, in {folder}.").format(
            what=what,
            servers=", ".join(found.servers[:3]) or self.tr("no server yet"),
            size=formatting.size(found.size),
            folder=found.folder,
        )
        if found.holding is Holding.COPIES:
            sentence += " " + self.tr(
                "The marker of the archive was lost; a new one is written beside the copies."
            )
        return sentence
