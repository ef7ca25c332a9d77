"""The steps about where the sign-in is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kuroibara_desktop.ui.pieces import button
from kuroibara_desktop.ui.welcome.frame import Step


class SessionOnlyStep(Step):
    """No keyring to keep the sign-in in: the user chooses, and is told what it means."""

    def __init__(self) -> None:
        super().__init__(number=2)
        self.title.setText(self.tr("Your sign-in cannot be kept"))
        self.sentence.setText(
            self.tr(
                "You can stay signed in until you close this window. "
                "Nothing is written to the disk; next time you sign in again."
            )
        )
        self.next.setText(self.tr("This session only"))
        self.again = button(self.tr("Try the keyring again"))
        self.body.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignLeading)
        self.follow(self.again)
