"""The first question: is there a server, or only a drive with backups?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from kuroibara_desktop.ui.welcome.frame import Step
from kuroibara_desktop.ui.welcome.pressing import ChoiceButton


class FirstStep(Step):
    """Each answer is one press."""

    server_chosen = Signal()
    drive_chosen = Signal()

    def __init__(self) -> None:
        super().__init__(back=False)
        self.title.setText(self.tr("What do you have?"))
        self.sentence.setText(
            self.tr("Kuroibara keeps copies of your library's backups away from its server.")
        )
        self.server = ChoiceButton(
            "server",
            self.tr("I have a server"),
            self.tr("Sign in to Kuroibara, and copy its backups to a drive of yours."),
        )
        self.drive = ChoiceButton(
            "drive",
            self.tr("I have backups on a drive"),
            self.tr("Look at them, check them and copy them. No server is needed."),
        )
        self.server.clicked.connect(self.server_chosen)
        self.drive.clicked.connect(self.drive_chosen)
        self.body.setSpacing(10)
        self.body.addWidget(self.server)
        self.body.addWidget(self.drive)
        self.follow(self.server, self.drive)
        self.next.hide()

    def start(self) -> None:
        self.server.setFocus(Qt.FocusReason.OtherFocusReason)
