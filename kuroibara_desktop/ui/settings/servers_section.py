"""The servers that are set up: which one is in use, and what can be done with each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from kuroibara_desktop.ui.pieces import PADDING, Icon, button, column, label, row
from kuroibara_desktop.ui.settings.keyboard import keyboard_kept
from kuroibara_desktop.ui.settings.pieces import Section, clear
from kuroibara_desktop.ui.tabbing import tab_as_read
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from kuroibara_desktop.ui.settings.servers_work import Seen


class ServersSection(Section):
    """Shows them, and says what is asked for, with the server it is about."""

    add_asked = Signal()
    use_asked = Signal(object)  # Seen
    rename_asked = Signal(object)
    way_asked = Signal(object)
    sign_out_asked = Signal(object)
    forget_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.describe(
            self.tr("The pages show one of them at a time. Copies of all are kept side by side.")
        )
        self._shown: tuple[Seen, ...] | None = None
        self._cards = column(gap=16)
        self.body.addLayout(self._cards)
        self.add_button = button(self.tr("Add a server…"), icon="plus")
        self.add_button.clicked.connect(self.add_asked)
        foot = row()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def show_servers(self, servers: Sequence[Seen]) -> None:
        """Show them anew where something changed; else the keyboard stays where it is."""
        if tuple(servers) == self._shown:
            return
        self._shown = tuple(servers)
        with keyboard_kept(self):
            clear(self._cards)
            if not servers:
                words = self.tr("No server is set up: only what is in the archive folder is shown.")
                self._cards.addWidget(label(words, tone="muted", wrap=True))
            for one in servers:
                self._cards.addWidget(_ServerCard(one, self))
        if (layout := self.layout()) is not None:
            tab_as_read(layout)


class _ServerCard(QFrame):
    """One server."""

    def __init__(self, seen: Seen, section: ServersSection) -> None:
        super().__init__()
        self._seen = seen
        self.setProperty("kind", "card")
        name = seen.known.label
        self.setAccessibleName(self.tr("Server {name}").format(name=name))
        whole = column(self, gap=10)
        whole.setContentsMargins(PADDING, PADDING - 4, PADDING, PADDING - 4)
        head = row(gap=12)
        role = "accent" if seen.in_use else "muted"
        head.addWidget(Icon("server", role, 22), alignment=Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        words.addWidget(label(name, Type.CARD_TITLE, wrap=True))
        words.addWidget(label(seen.known.address, Type.SMALL, tone="muted", wrap=True))
        words.addWidget(label(self._state(), Type.DETAIL, wrap=True))
        head.addLayout(words, 1)
        if seen.in_use:
            chip = label(self.tr("In use"), Type.SMALL_STRONG, tone="ok")
            head.addWidget(chip, alignment=Qt.AlignmentFlag.AlignTop)
        whole.addLayout(head)
        whole.addWidget(self._buttons(section))

    def _state(self) -> str:
        known = self._seen.known
        parts = [self.tr("Backup engine") if known.engine else self.tr("Kuroibara alone")]
        if self._seen.signed_in is None:
            parts.append(self.tr("the keyring does not say whether you are signed in"))
        elif not self._seen.signed_in:
            parts.append(self.tr("signed out"))
        elif known.username:
            parts.append(self.tr("signed in as {user}").format(user=known.username))
        else:
            parts.append(self.tr("connected by an invitation"))
        if known.pin:
            parts.append(self.tr("with the certificate you agreed to"))
        return " · ".join(parts)

    def _buttons(self, section: ServersSection) -> QWidget:
        made = QWidget()
        line = WrappingRow(gap=8, from_start=True)
        line.setContentsMargins(0, 0, 0, 0)
        made.setLayout(line)
        seen = self._seen
        offered: list[tuple[str, SignalInstance]] = []
        if not seen.in_use:
            offered.append((self.tr("Use this server"), section.use_asked))
        elif seen.signed_in is False:
            offered.append((self.tr("Sign in"), section.use_asked))
        offered.append((self.tr("Rename…"), section.rename_asked))
        offered.append((self.tr("Connection…"), section.way_asked))
        if seen.signed_in:
            offered.append((self.tr("Sign out"), section.sign_out_asked))
        offered.append((self.tr("Forget…"), section.forget_asked))
        for text, asked in offered:
            press = button(text)
            press.setAccessibleName(f"{text.rstrip('…')}: {seen.known.label}")
            press.clicked.connect(partial(asked.emit, seen))
            line.addWidget(press)
        return made
