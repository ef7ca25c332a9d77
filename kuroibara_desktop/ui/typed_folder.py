"""A field in which a folder is typed, with the button that chooses one in the system's dialog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit

from kuroibara_desktop.ui.pieces import button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_PAUSE = 250  # milliseconds after the last key before a folder is looked at
_LONGEST = 4096  # letters; no system has longer paths


class TypedFolder(QObject):
    """Its two parts stand where `parent` puts them. `settled` comes when nobody types any more."""

    changed = Signal()
    settled = Signal(object)  # Path

    def __init__(self, parent: QWidget, *, choosing: str = "", suggestion: str = "") -> None:
        """`choosing` is the title of the system's dialog."""
        super().__init__(parent)
        self._window = parent
        self._choosing = choosing or self.tr("Choose a folder")
        self.field = QLineEdit(suggestion)
        self.field.setMaxLength(_LONGEST)
        self.browse = button(self.tr("Choose…"), icon="folder")
        self.browse.setAccessibleName(self.tr("Choose a folder"))
        self.browse.clicked.connect(self._browse)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.settle)
        self.field.textChanged.connect(self._typed)

    def path(self) -> Path:
        """What is typed, whatever it is."""
        typed = self.field.text().strip().replace("\0", "")
        try:
            return Path(typed).expanduser()
        except RuntimeError:  # a home of nobody, such as ~nobody-at-all
            return Path(typed)

    def settle(self) -> None:
        """Have what is typed looked at now; nothing where nothing is."""
        if self.field.text().strip():
            self.settled.emit(self.path())

    def _typed(self) -> None:
        self.changed.emit()
        self._pause.start()

    def _browse(self) -> None:
        start = self.path() if self.field.text().strip() else Path.home()
        dialog = QFileDialog(self._window, self._choosing, str(start))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.field.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
