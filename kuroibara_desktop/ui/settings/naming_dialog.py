"""The dialog that asks what a server is called on this computer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kuroibara_desktop.ui.question import Question


class NamingDialog(Question):
    """`named` once, with whatever was typed."""

    named = Signal(str)

    def __init__(self, before: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.ask(
            self.tr("Rename the server"),
            self.tr("On this computer only. Without a name it is called by its host."),
            self.tr("Rename"),
        )
        self.name = QLineEdit(before)
        self.name.setMaxLength(80)
        self.name.selectAll()
        self.add_field(self.tr("Name"), self.name)
        self.yes.setDefault(True)
        self.yes.clicked.connect(self._keep)
        self.name.setFocus()

    def _keep(self) -> None:
        self.named.emit(self.name.text().strip())
        self.accept()
