"""The checklist after a move, on the page of how a restore ended: each line with what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kuroibara_desktop.core.migration import Finding, Item, Mark
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.pieces import Icon, Notice, button, column, label, row
from kuroibara_desktop.ui.progress import Bar
from kuroibara_desktop.ui.restore.face import emptied
from kuroibara_desktop.ui.restore.pieces import TitledCard
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGNS = {
    Mark.RIGHT: ("check", "ok"),
    Mark.WRONG: ("warning", "bad"),
    Mark.OPEN: ("clock", "muted"),
}


class ChecklistWording(QObject):
    """The lines of the list, and what was found of each."""

    def title(self, item: Item) -> str:
        return {
            Item.MANGA: self.tr("All manga appear in the library"),
            Item.PROGRESS: self.tr("Reading progress preserved"),
            Item.SETTINGS: self.tr("User settings intact"),
            Item.FILES: self.tr("File access working"),
            Item.SCHEDULES: self.tr("Scheduled backups configured"),
        }[item]

    def mark(self, mark: Mark) -> str:
        return {
            Mark.RIGHT: self.tr("Right"),
            Mark.WRONG: self.tr("Not right"),
            Mark.OPEN: self.tr("Not known yet"),
        }[mark]

    def detail(self, finding: Finding) -> str:
        if finding.item is Item.SCHEDULES:
            return self._schedule(finding)
        if finding.found is None or finding.expected is None:
            return self.tr("The backup held none, or nobody could count them.")
        words = {
            Item.MANGA: self.tr("{found} series are there; the backup held {expected}."),
            Item.PROGRESS: self.tr("{found} places in chapters; the backup held {expected}."),
            Item.SETTINGS: self.tr(
                "{found} users with their settings; the backup held {expected}."
            ),
            Item.FILES: self.tr("{found} files are there; the backup held {expected}."),
        }[finding.item]
        told = words.format(
            found=formatting.number(finding.found), expected=formatting.number(finding.expected)
        )
        if finding.item is Item.SETTINGS and finding.mark is Mark.OPEN:
            told += " " + self.tr("Restart Kuroibara there: it brings an older backup up to date.")
        return told

    def line(self, finding: Finding) -> str:
        """One line of the list as plain text."""
        box = {Mark.RIGHT: "[x]", Mark.WRONG: "[!]", Mark.OPEN: "[ ]"}[finding.mark]
        return f"{box} {self.title(finding.item)}: {self.detail(finding)}"

    def _schedule(self, finding: Finding) -> str:
        if finding.mark is Mark.OPEN:
            return self.tr("The server does not tell its schedule.")
        if finding.next_due is None:
            return self.tr("The new server makes no backups by itself: switch its schedule on.")
        due = formatting.moment(finding.next_due.astimezone())
        return self.tr("The next backup is due {time}.").format(time=due)


class ChecklistCard(TitledCard):
    """Empty boxes until somebody has them filled in."""

    compare_asked = Signal()
    sign_in_asked = Signal()
    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.title.setText(self.tr("Did everything arrive?"))
        self.wording = ChecklistWording()
        self._findings: tuple[Finding, ...] = ()
        self._about = label(
            self.tr("The server counts again, and the list says what is there of the backup."),
            tone="muted",
            wrap=True,
        )
        self._lines = column(gap=10)
        self._bar = Bar()
        self._bar.setAccessibleName(self.tr("Progress"))
        self._detail = label("", Type.DETAIL, tone="muted")
        self.notice = Notice()
        for part in (self._about, self._bar, self._detail, self.notice):
            self.body.addWidget(part)
        self.body.insertLayout(1, self._lines)
        self.compare = button(self.tr("Compare with the backup"), icon="verify")
        self.compare.clicked.connect(self.compare_asked)
        self.sign_in = button(self.tr("Sign in…"))
        self.sign_in.clicked.connect(self.sign_in_asked)
        self.copy = button(self.tr("Copy the list"), "quiet")
        self.copy.clicked.connect(self.copy_asked)
        self.end_with(self.compare, self.sign_in, self.copy)
        self.clear()

    def clear(self) -> None:
        """Nothing was compared yet."""
        self._findings = ()
        emptied(self._lines)
        self.notice.say("")
        self.work(False)
        self.sign_in.hide()
        self.copy.hide()

    def work(self, busy: bool) -> None:
        self._bar.setVisible(busy)
        self._detail.setVisible(busy)
        self.compare.setEnabled(not busy)
        if busy:
            self.notice.say("")
            self.show_progress("", None)

    def show_progress(self, detail: str, fraction: float | None) -> None:
        self._detail.setText(detail)
        self._bar.setAccessibleDescription(detail)
        self._bar.show_fraction(fraction)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self.clear()
        self._findings = tuple(findings)
        for finding in findings:
            self._lines.addWidget(self._line(finding))
        self.copy.setVisible(bool(findings))

    def show_trouble(self, sentence: str, *, sign_in: bool) -> None:
        """Why the boxes are still empty, and whether a sign-in would fill them."""
        self.work(False)
        self.notice.say(sentence, "warn")
        self.sign_in.setVisible(sign_in)

    def text(self) -> str:
        """The list as plain text, for a note or a message."""
        return "\n".join(self.wording.line(finding) for finding in self._findings)

    def _line(self, finding: Finding) -> QWidget:
        made = QWidget()
        inner = row(made, gap=12)
        icon, tone = _SIGNS[finding.mark]
        inner.addWidget(Icon(icon, tone, 20))
        words = column(gap=1)
        title = label(self.wording.title(finding.item), Type.STRONG)
        title.setAccessibleName(f"{title.text()}: {self.wording.mark(finding.mark)}")
        words.addWidget(title)
        words.addWidget(label(self.wording.detail(finding), Type.DETAIL, tone="muted", wrap=True))
        inner.addLayout(words, 1)
        state = label(
            self.wording.mark(finding.mark), Type.DETAIL, tone="muted" if tone == "muted" else tone
        )
        inner.addWidget(state)
        return made
