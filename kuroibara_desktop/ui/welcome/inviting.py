"""The steps for somebody without rights of their own: an invitation, and how to ask for one."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.pieces import button
from kuroibara_desktop.ui.welcome.frame import Step

_LETTERS = 12  # of a code, without the strokes between them


class InvitationStep(Step):
    """The code of an invitation, however it was written down."""

    def __init__(self) -> None:
        super().__init__(number=2)
        self.title.setText(self.tr("Hand in an invitation"))
        self.sentence.setText(
            self.tr(
                "An administrator of the server gave you a code. It is good once, for a quarter "
                "of an hour, and lets this computer list and copy backups."
            )
        )
        self.next.setText(self.tr("Hand in"))
        self.code = QLineEdit()
        self.code.setMaxLength(200)
        self.code.setPlaceholderText("ABCD-EFGH-JKMN")
        self.add_field(self.tr("Code of the invitation"), self.code)
        self.code.textChanged.connect(self._changed)
        self._changed()

    def typed(self) -> str:
        """The code as the server writes it: without what people add when they read it out."""
        letters = re.sub(r"[\s\W_]", "", self.code.text()).upper()
        return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))

    def _changed(self) -> None:
        count = len(self.typed().replace("-", ""))
        if count > _LETTERS:
            self.say(self.tr("A code has twelve letters and digits; this is longer."), "warn")
        else:
            self.say("")
        self.set_ready(count == _LETTERS)


class NotAllowedStep(Step):
    """Signed in, but without the right: says whom to ask, and what to write to them."""

    invitation_asked = Signal()

    def __init__(self) -> None:
        super().__init__(number=2)
        self.title.setText(self.tr("You need an invitation"))
        self.next.setText(self.tr("Copy the message"))
        self.message = QPlainTextEdit()
        self.message.setReadOnly(True)
        self.message.setTabChangesFocus(True)
        self.message.setFixedHeight(round(168 * theme.current().scale))
        self.add_field(self.tr("Message to an administrator"), self.message)
        self.invitation = button(self.tr("I have an invitation"), "link")
        self.invitation.clicked.connect(self.invitation_asked)
        self.add_beside(self.invitation)
        self.next_asked.connect(self._copy)

    def show_account(self, username: str, host: str) -> None:
        sentence = self.tr(
            "{user} may sign in at {host}, but not take backups here. Ask an administrator for an "
            "invitation."
        )
        self.sentence.setText(sentence.format(user=username, host=host))
        message = self.tr(
            "Hello, I would like to keep copies of the backups of {host} on my computer. Could "
            "you make an invitation for me (in the app: Settings, Devices; or allow my account "
            "with `kuroibara-backup admin grant {user}`)? Its code is good for 15 minutes, so "
            "please send it when I am there."
        )
        self.message.setPlainText(message.format(user=username, host=host))

    def start(self) -> None:
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.message.toPlainText())
        self.say(self.tr("The message is in the clipboard."), "ok")
