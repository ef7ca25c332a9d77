"""The dialog that asks what a server is called on this computer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.dialogs import Dialog
from kuroibara_desktop.ui.pieces import button, column, label, row
from kuroibara_desktop.ui.theme import Type


class NamingDialog(Dialog):
    """`named` once, with whatever was typed."""

    named = Signal(str)

    def __init__(self, before: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rename the server"))
        self.name = QLineEdit(before)
        self.name.setMaxLength(80)
        self.name.selectAll()
        caption = label(self.tr("Name"), Type.STRONG)
        caption.setBuddy(self.name)
        self.name.setAccessibleName(self.tr("Name"))
        keep = button(self.tr("Rename"), "primary")
        keep.setDefault(True)
        keep.clicked.connect(self._keep)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(keep)
        words = column(gap=6)
        words.addWidget(label(self.tr("Rename the server"), Type.FIGURE))
        sentence = self.tr("On this computer only. Without a name it is called by its host.")
        words.addWidget(label(sentence, tone="muted", wrap=True))
        field = column(gap=6)
        field.addWidget(caption)
        field.addWidget(self.name)
        whole = column(self, margins=24, gap=18)
        for part in (words, field, foot):
            whole.addLayout(part)
        self.setMinimumWidth(round(420 * theme.current().scale))
        self.name.setFocus()

    def _keep(self) -> None:
        self.named.emit(self.name.text().strip())
        self.accept()
