"""The list of what to see to. It is the truth: a notification is only a knock for an entry here."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QWidget

from kuroibara_desktop.core.reminders import Condition
from kuroibara_desktop.ui.pieces import Icon, button, column, label, row, rule
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuroibara_desktop.core.reminders import Reminder
    from kuroibara_desktop.ui.home.lines import Line

HOUR, EIGHT_HOURS = timedelta(hours=1), timedelta(hours=8)


class NoticeList(QFrame):
    """Entries with what helps and, for reminders, *Later*. Hidden while there is nothing."""

    act_asked = Signal(object)  # Act
    snooze_asked = Signal(object, object)  # Condition, and a timedelta or None: until the drive
    wake_asked = Signal(object)  # Condition

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("What to see to"))
        self._rows = column(self)
        self._rows.setContentsMargins(1, 4, 1, 4)
        self._shown: tuple[tuple[Line, str], ...] = ()
        self._entries: list[QWidget] = []
        self.hide()

    def show_lines(self, lines: Sequence[tuple[Line, str]]) -> None:
        """Each line with the words for how long it keeps quiet, which are empty while it does not.

        The same lines again leave the list, and the keyboard in it, alone.
        """
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        self._entries.clear()
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, (line, silence) in enumerate(lines):
            if number:
                self._rows.addWidget(rule())
            self._entries.append(self._entry(line, silence))
            self._rows.addWidget(self._entries[-1])
        self.setVisible(bool(lines))

    def texts(self) -> list[str]:
        return [line.text for line, _ in self._shown]

    def buttons(self) -> list[QPushButton]:
        """From the top down, line by line."""
        return [press for entry in self._entries for press in entry.findChildren(QPushButton)]

    def _entry(self, line: Line, silence: str) -> QWidget:
        made = QWidget()
        inner = row(made, gap=12)
        inner.setContentsMargins(18, 9, 10, 9)
        tone = "muted" if silence else line.tone or "muted"
        sign = "clock" if silence else "warning" if line.tone else "info"
        inner.addWidget(Icon(sign, tone, 20), alignment=Qt.AlignmentFlag.AlignVCenter)
        words = column(gap=1)
        words.addWidget(label(line.text, tone="muted" if silence else "", wrap=True))
        if detail := silence or line.detail:
            words.addWidget(label(detail, Type.SMALL, tone="muted", wrap=True))
        inner.addLayout(words, 1)
        if line.act is not None:
            act = line.act
            press = button(line.button, "link")
            press.setAccessibleName(f"{line.button}: {line.text}")
            press.clicked.connect(lambda: self.act_asked.emit(act))
            inner.addWidget(press)
        if line.reminder is not None:
            inner.addWidget(self._later(line.reminder, line.text, asleep=bool(silence)))
        return made

    def _later(self, reminder: Reminder, text: str, *, asleep: bool) -> QPushButton:
        condition = reminder.condition
        if asleep:
            press = button(self.tr("Remind me again"), "quiet")
            press.setAccessibleName(self.tr("Remind me again: {what}").format(what=text))
            press.clicked.connect(lambda: self.wake_asked.emit(condition))
            return press
        press = button(self.tr("Later"), "quiet", icon="clock", role="muted")
        press.setAccessibleName(self.tr("Remind me later: {what}").format(what=text))
        menu = QMenu(press)
        for words, length in (
            (self.tr("In 1 hour"), HOUR),
            (self.tr("In 8 hours"), EIGHT_HOURS),
        ):
            entry = menu.addAction(words)
            entry.triggered.connect(lambda _=False, n=length: self.snooze_asked.emit(condition, n))
        if condition in (Condition.DRIVE_MISSING, Condition.HERE_STALE):
            entry = menu.addAction(self.tr("When the drive is in"))
            entry.triggered.connect(lambda: self.snooze_asked.emit(condition, None))
        press.clicked.connect(lambda: menu.popup(press.mapToGlobal(press.rect().bottomLeft())))
        return press
