"""The steps about where the sign-in is kept, for a computer whose keyring does not answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from kuroibara_desktop.ui.pieces import button
from kuroibara_desktop.ui.welcome.frame import Step
from kuroibara_desktop.ui.welcome.pressing import ChoiceButton

_SHORTEST = 8  # letters of a passphrase
_LONGEST = 1024


class KeepStep(Step):
    """The user chooses, and is told what each way means."""

    again_chosen = Signal()
    seal_chosen = Signal()
    session_chosen = Signal()

    def __init__(self) -> None:
        super().__init__(number=2)
        self.title.setText(self.tr("Your sign-in cannot be kept"))
        self.sentence.setText(self.tr("Choose where it goes instead."))
        self.again = ChoiceButton(
            "refresh",
            self.tr("Try the keyring again"),
            self.tr("Unlock it first; mostly it opens with the password you log in with."),
        )
        self.seal = ChoiceButton(
            "lock",
            self.tr("Seal it with a passphrase"),
            self.tr("It is kept in a file; the app asks for the passphrase each time it starts."),
        )
        self.session = ChoiceButton(
            "clock",
            self.tr("This session only"),
            self.tr("Nothing is written to the disk; next time you sign in again."),
        )
        self.body.setSpacing(10)
        for choice, chosen in (
            (self.again, self.again_chosen),
            (self.seal, self.seal_chosen),
            (self.session, self.session_chosen),
        ):
            choice.clicked.connect(chosen)
            self.body.addWidget(choice)
            self.fields.append(choice)
        self.follow(self.again, self.seal, self.session)
        self.next.hide()

    def start(self) -> None:
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)


class SealStep(Step):
    """A new passphrase, typed twice."""

    def __init__(self) -> None:
        super().__init__(number=2)
        self.title.setText(self.tr("Choose a passphrase"))
        self.sentence.setText(
            self.tr(
                "It opens your sign-in each time the app starts. Nobody can tell it to you again; "
                "if it is lost, you sign in anew."
            )
        )
        self.next.setText(self.tr("Seal and go on"))
        self.passphrase = _secret()
        self.again = _secret()
        self.add_field(self.tr("Passphrase"), self.passphrase)
        self.add_field(self.tr("The same once more"), self.again)
        for field in (self.passphrase, self.again):
            field.textChanged.connect(self._changed)
        self._changed()

    def clear(self) -> None:
        """Keep nothing of it longer than needed."""
        self.passphrase.clear()
        self.again.clear()

    def _changed(self) -> None:
        one, other = self.passphrase.text(), self.again.text()
        short = len(one) < _SHORTEST
        if one and short:
            self.say(self.tr("At least {count} letters are needed.").format(count=_SHORTEST))
        elif other and not one.startswith(other):
            self.say(self.tr("The two are not the same."), "warn")
        else:
            self.say("")
        self.set_ready(not short and one == other)


class PassphraseStep(Step):
    """The passphrase of a file that is there."""

    def __init__(self) -> None:
        super().__init__()
        self.title.setText(self.tr("Open your sign-in"))
        self.sentence.setText(self.tr("Type the passphrase that you sealed it with."))
        self.next.setText(self.tr("Open"))
        self.passphrase = _secret()
        self.add_field(self.tr("Passphrase"), self.passphrase)
        self.anew = button(self.tr("Sign in anew"), "link")
        self.anew.setToolTip(self.tr("The sealed sign-in is removed; you are asked again."))
        self.add_beside(self.anew)
        self.passphrase.textChanged.connect(self._changed)
        self._changed()

    def _changed(self) -> None:
        self.set_ready(bool(self.passphrase.text()))


def _secret() -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setMaxLength(_LONGEST)
    return made
