"""The steps that lead to a sign-in: where the server is, who one is there, and a code."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.pieces import Check, Icon, Notice, button, column, label, row
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.welcome.frame import Step


class AddressStep(Step):
    def __init__(self) -> None:
        super().__init__(number=1)
        self.title.setText(self.tr("Where is your library?"))
        self.sentence.setText(
            self.tr("Type the address you open Kuroibara with, or that of its backup engine.")
        )
        self.address = QLineEdit()
        self.address.setPlaceholderText("https://manga.example.net")
        self.add_field(self.tr("Server address"), self.address)
        self.address.textChanged.connect(self._changed)
        self._add_advanced()
        self._changed()

    def _add_advanced(self) -> None:
        self.advanced = button(self.tr("Advanced"), "link")
        self.advanced.setCheckable(True)
        self.body.addSpacing(4)
        self.body.addWidget(self.advanced, alignment=Qt.AlignmentFlag.AlignLeading)
        self.follow(self.advanced)
        self.proxy = QLineEdit()
        self.proxy.setPlaceholderText(self.tr("As the system says; “direct” for none"))
        self.headers = QPlainTextEdit()
        self.headers.setTabChangesFocus(True)
        self.headers.setFixedHeight(round(76 * theme.current().scale))
        self.headers.setPlaceholderText("CF-Access-Client-Id: …")
        self._more = QWidget()
        inside = column(self._more, gap=6)
        for title, field in (
            (self.tr("Proxy"), self.proxy),
            (self.tr("Headers that a gateway wants, one a line"), self.headers),
        ):
            caption = label(title, Type.STRONG, wrap=True)
            caption.setBuddy(field)
            field.setAccessibleName(title)
            field.textChanged.connect(self._changed)
            inside.addWidget(caption)
            inside.addWidget(field)
            self.fields.append(field)
            self.follow(field)
        self.body.addWidget(self._more)
        self.proxy.returnPressed.connect(self.next.click)
        self._more.hide()
        self.advanced.toggled.connect(self._more.setVisible)

    def typed(self) -> tuple[str, str, str]:
        """Everything that was typed: another word of it is another question."""
        return self.address.text(), self.proxy.text(), self.headers.toPlainText()

    def clear_way(self) -> None:
        """Forget the proxy and the headers, which may hold secrets."""
        self.proxy.clear()
        self.headers.clear()
        self.advanced.setChecked(False)

    def start(self) -> None:
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        self.address.selectAll()

    def confirm(self, note: str) -> None:
        """Say what is unsafe about this address, and ask once more."""
        self.say(note, "warn")
        self._ask_by(self.tr("Continue without encryption"))

    def ask_certificate(self, host: str, pairs: str) -> None:
        """Show the fingerprint of a certificate that nobody vouches for."""
        quarters = "\n".join(pairs[at : at + 24].strip(":") for at in range(0, len(pairs), 24))
        self.say(
            self.tr(
                "No authority vouches for the certificate of {host}. Ask whoever runs the server "
                "for its SHA-256 fingerprint, and go on only if it is this one:"
            ).format(host=host)
            + f"\n\n{quarters}",
            "warn",
        )
        self._ask_by(self.tr("Trust this certificate"))

    def _ask_by(self, words: str) -> None:
        """The keyboard goes to the button: its words are read out, and Return agrees to nothing."""
        self.next.setText(words)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        self.next.setText(self.tr("Continue"))
        self.set_ready(bool(self.address.text().strip()))
        self.say("")


class SignInStep(Step):
    invitation_asked = Signal()

    def __init__(self) -> None:
        super().__init__(number=2)
        self.title.setText(self.tr("Sign in"))
        self.sentence.setText(self.tr("With your Kuroibara user name and password."))
        self.next.setText(self.tr("Sign in"))
        self._host = label("", Type.STRONG)
        self._found = label("", Type.SMALL, tone="muted")
        words = column(gap=1)
        words.addWidget(self._host)
        words.addWidget(self._found)
        found = row(gap=12)
        found.addWidget(Icon("server", "accent", 22))
        found.addLayout(words, 1)
        self.body.addLayout(found)
        self.note = Notice()
        self.body.addSpacing(4)
        self.body.addWidget(self.note)
        self.body.addSpacing(6)
        self.user = QLineEdit()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field(self.tr("User name"), self.user)
        self.add_field(self.tr("Password"), self.password)
        self.stay = Check(self.tr("Stay signed in"))
        self.stay_means = label(
            self.tr(
                "A sign-in at this server ends when the app was not used for seven days. To stay, "
                "your password is kept where the sign-in is kept."
            ),
            Type.SMALL,
            tone="muted",
            wrap=True,
        )
        self.stay.setAccessibleDescription(self.stay_means.text())
        self.body.addSpacing(6)
        self.body.addWidget(self.stay)
        self.body.addWidget(self.stay_means)
        self.follow(self.stay)
        self.invitation = button(self.tr("I have an invitation"), "link")
        self.invitation.clicked.connect(self.invitation_asked)
        self.add_beside(self.invitation)
        for field in (self.user, self.password):
            field.textChanged.connect(self._changed)
        self._changed()

    def show_found(self, host: str, what: str, note: str, *, engine: bool) -> None:
        """Only the engine knows invitations, and keeps a computer signed in by itself."""
        self.invitation.setVisible(engine)
        self.stay.setVisible(not engine)
        self.stay_means.setVisible(not engine)
        self.stay.setChecked(False)
        self._host.setText(host)
        self._found.setText(what)
        self.note.say(note, "warn" if note else "")

    def _changed(self) -> None:
        self.set_ready(bool(self.user.text().strip() and self.password.text()))


class CodeStep(Step):
    def __init__(self) -> None:
        super().__init__(number=2)
        self.title.setText(self.tr("One more step"))
        self.sentence.setText(
            self.tr("Type the six digits that your authenticator app shows for this server.")
        )
        self.next.setText(self.tr("Sign in"))
        self.code = QLineEdit()
        self.code.setProperty("kind", "code")
        self.code.setMaxLength(6)
        self.code.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,6}"), self))
        self.add_field(self.tr("Code"), self.code)
        self.code.textChanged.connect(self._changed)
        self._changed()

    def say_it_ends(self) -> None:
        """Who wanted to stay signed in cannot, where a code is asked for."""
        self.say(
            self.tr(
                "With a code you cannot stay signed in here for good: the sign-in ends when the "
                "app was not used for seven days. You are reminded the day before."
            )
        )

    def _changed(self) -> None:
        self.set_ready(len(self.code.text()) == 6)
