"""A question before something is done that cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_desktop.ui import question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Question(question.Question):
    """`accepted` when the deed is wanted; Enter and Escape leave everything as it is."""

    def __init__(self, title: str, sentence: str, deed: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.ask(title, sentence, deed)
        self.yes.clicked.connect(self.accept)
        self.no.setDefault(True)
        self.no.setFocus()
