"""A question before something is done that cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.dialogs import Dialog
from kuroibara_desktop.ui.pieces import Icon, button, column, label, row
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Question(Dialog):
    """`accepted` when the deed is wanted; Enter and Escape leave everything as it is."""

    def __init__(self, title: str, sentence: str, deed: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        words = column(gap=6)
        words.addWidget(label(title, Type.CARD_TITLE, wrap=True))
        words.addWidget(label(sentence, wrap=True))
        head = row(gap=16)
        head.addWidget(Icon("warning", "warn", 28), alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        stay = button(self.tr("Cancel"), "primary")
        stay.setDefault(True)
        stay.clicked.connect(self.reject)
        act = button(deed)
        act.clicked.connect(self.accept)
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(act)
        foot.addWidget(stay)
        whole = column(self, margins=24, gap=18)
        whole.addLayout(head)
        whole.addLayout(foot)
        self.setMinimumWidth(round(460 * theme.current().scale))
        stay.setFocus()
