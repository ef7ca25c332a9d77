"""The dialog that asks for a folder, and says at each change what speaks against it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from kuroibara_desktop.ui import formatting, theme
from kuroibara_desktop.ui.dialogs import Dialog
from kuroibara_desktop.ui.pieces import Notice, button, column, label, row
from kuroibara_desktop.ui.saying import said
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.vault.surveying import Holding

if TYPE_CHECKING:
    from kuroibara_desktop.ui.settings.folders_work import Candidate

_PAUSE = 300  # milliseconds after the last key


class FolderDialog(Dialog):
    """`weigh_asked` for each folder typed; `chosen` for the one that is pressed for."""

    weigh_asked = Signal(object)  # Path
    chosen = Signal(object)  # Candidate

    def __init__(self, title: str, sentence: str, action: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._candidate: Candidate | None = None
        self.setWindowTitle(title)
        self.folder = QLineEdit()
        self.folder.setAccessibleName(self.tr("Folder"))
        self.browse = button(self.tr("Choose…"), icon="folder")
        self.browse.setAccessibleName(self.tr("Choose a folder"))
        self.browse.clicked.connect(self._browse)
        self.holds = Notice()
        self.notice = Notice()
        self.accept_button = button(action, "primary")
        self.accept_button.setDefault(True)
        self.accept_button.setEnabled(False)
        self.accept_button.clicked.connect(self._choose)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        caption = label(self.tr("Folder"), Type.STRONG)
        caption.setBuddy(self.folder)
        head = column(gap=6)
        head.addWidget(label(title, Type.FIGURE, wrap=True))
        head.addWidget(label(sentence, tone="muted", wrap=True))
        field = column(gap=6)
        field.addWidget(caption)
        line = row(gap=8)
        line.addWidget(self.folder, 1)
        line.addWidget(self.browse)
        field.addLayout(line)
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.accept_button)
        whole = column(self, margins=24, gap=18)
        whole.addLayout(head)
        whole.addLayout(field)
        whole.addWidget(self.holds)
        whole.addWidget(self.notice)
        whole.addStretch(1)
        whole.addLayout(foot)
        self.holds.hide()
        self.notice.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.folder.textChanged.connect(self._changed)
        self.setFixedWidth(round(520 * theme.current().scale))
        self.folder.setFocus()

    def path(self) -> Path:
        return Path(self.folder.text().strip()).expanduser().absolute()

    def show_candidate(self, found: Candidate, *, taking_up: bool) -> None:
        """What was found out about a folder; nothing where another one was typed since."""
        if found.typed != self.path():
            return
        self._candidate = found
        self.holds.say(self._holding(found) if taking_up else "", "")
        text = " ".join(map(said, found.objections or found.remarks))
        self.notice.say(text, "bad" if found.objections else "warn" if text else "")
        self.accept_button.setEnabled(not found.objections)
        self.adjustSize()

    def _holding(self, found: Candidate) -> str:
        size = formatting.size(found.found.size)
        if found.found.holding is Holding.ARCHIVE:
            sentence = self.tr("This is an archive already, with {count} copies ({size}).")
        elif found.found.holding is Holding.COPIES:
            sentence = self.tr(
                "Its marker is lost, but {count} copies ({size}) lie here: the archive is rebuilt "
                "around them, and none of them is changed."
            )
        elif found.found.holding is Holding.LOOSE:
            sentence = self.tr(
                "There are {count} backup files here, in no server's folder. They stay as they "
                "are; drop them on the window to take them into the archive."
            )
        else:
            return ""
        return sentence.format(count=found.found.count, size=size)

    def _changed(self) -> None:
        self._candidate = None
        self.accept_button.setEnabled(False)
        self._pause.start()

    def _ask(self) -> None:
        if self.folder.text().strip():
            self.weigh_asked.emit(self.path())

    def _choose(self) -> None:
        if self._candidate is not None:
            self.chosen.emit(self._candidate)
            self.accept()

    def _browse(self) -> None:
        start = self.folder.text().strip() or str(Path.home())
        dialog = QFileDialog(self, self.tr("Choose a folder"), start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
