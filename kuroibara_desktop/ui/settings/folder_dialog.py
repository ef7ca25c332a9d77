"""The dialog that asks for a folder, and says at each change what speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kuroibara_desktop.ui import formatting, theme
from kuroibara_desktop.ui.pieces import Notice
from kuroibara_desktop.ui.question import Question
from kuroibara_desktop.ui.saying import said
from kuroibara_desktop.ui.typed_folder import TypedFolder
from kuroibara_desktop.vault.surveying import Holding

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kuroibara_desktop.ui.settings.folders_work import Candidate


class FolderDialog(Question):
    """`weigh_asked` for each folder typed; `chosen` for the one that is pressed for."""

    weigh_asked = Signal(object)  # Path
    chosen = Signal(object)  # Candidate

    def __init__(self, title: str, sentence: str, action: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._candidate: Candidate | None = None
        self.ask(title, sentence, action)
        self._typed = TypedFolder(self)
        self.add_field(self.tr("Folder"), self._typed.field, beside=self._typed.browse)
        self.holds = Notice()
        self.body.addSpacing(6)
        self.body.addWidget(self.holds)
        self.yes.setDefault(True)
        self.yes.setEnabled(False)
        self.yes.clicked.connect(self._choose)
        self._typed.changed.connect(self._changed)
        self._typed.settled.connect(lambda _: self.weigh_asked.emit(self.path()))
        self.setFixedWidth(round(520 * theme.current().scale))
        self._typed.field.setFocus()

    def path(self) -> Path:
        return self._typed.path().absolute()

    def show_candidate(self, found: Candidate, *, taking_up: bool) -> None:
        """What was found out about a folder; nothing where another one was typed since."""
        if found.typed != self.path():
            return
        self._candidate = found
        self.holds.say(self._holding(found) if taking_up else "", "")
        text = " ".join(map(said, found.objections or found.remarks))
        self.notice.say(text, "bad" if found.objections else "warn" if text else "")
        self.yes.setEnabled(not found.objections)
        self.fit()

    def _holding(self, found: Candidate) -> str:
        one, many = {
            Holding.ARCHIVE: (
                self.tr("This is an archive already, with 1 copy ({size})."),
                self.tr("This is an archive already, with {count} copies ({size})."),
            ),
            Holding.COPIES: (
                self.tr(
                    "Its marker is lost, but 1 copy ({size}) lies here: the archive is rebuilt "
                    "around it, and it is not changed."
                ),
                self.tr(
                    "Its marker is lost, but {count} copies ({size}) lie here: the archive is "
                    "rebuilt around them, and none of them is changed."
                ),
            ),
            Holding.LOOSE: (
                self.tr(
                    "There is 1 backup file here, in no server's folder. It stays as it is; drop "
                    "it on the window to take it into the archive."
                ),
                self.tr(
                    "There are {count} backup files here, in no server's folder. They stay as they "
                    "are; drop them on the window to take them into the archive."
                ),
            ),
        }.get(found.found.holding, ("", ""))
        count = found.found.count
        size = formatting.size(found.found.size)
        return (one if count == 1 else many).format(count=count, size=size)

    def _changed(self) -> None:
        self._candidate = None
        self.yes.setEnabled(False)

    def _choose(self) -> None:
        if self._candidate is not None:
            self.chosen.emit(self._candidate)
            self.accept()
