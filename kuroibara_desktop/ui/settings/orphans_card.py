"""Manga that the server's library has and its database has not: looked for, and entered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.pieces import button, label
from kuroibara_desktop.ui.saying import said
from kuroibara_desktop.ui.settings.pieces import Card
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from kuroibara_desktop.core.checks import Orphans, Recovered


_LINES = 10  # of a list; a library can have thousands


class OrphansCard(Card):
    """Shows a number, and reports; says what is asked for."""

    survey_asked = Signal()
    try_asked = Signal(str)  # for which user
    recover_asked = Signal(str)

    def __init__(self, count: int, username: str) -> None:
        super().__init__()
        self.entitle(
            self.tr("Manga without entries"),
            self.tr("Folders in the library that the database does not know, as after a loss."),
        )
        if count == 0:
            text = self.tr("There is none.")
        elif count == 1:
            text = self.tr("One folder is in the library but not in the database.")
        else:
            text = self.tr("{count} folders are in the library but not in the database.")
        words = label(text.format(count=count), wrap=True)
        words.setContentsMargins(0, 4, 0, 8)
        self.add(words)
        self.report = label("", Type.DETAIL, tone="muted", wrap=True)
        self.report.setContentsMargins(0, 0, 0, 8)
        self.report.hide()
        self.add(self.report, line=False)
        self.survey = button(self.tr("Look through the library"), icon="search")
        self.survey.clicked.connect(self.survey_asked)
        self.user = QLineEdit(username)
        self.user.setFixedWidth(round(200 * theme.current().scale))
        self.user.textChanged.connect(self._weigh)
        self._whom = self.setting(
            self.tr("Enter them for"),
            self.tr("The user in whose library they appear; files are not touched."),
            self.user,
        )
        self.trial = button(self.tr("Try it out"))
        self.trial.clicked.connect(lambda: self.try_asked.emit(self.user.text().strip()))
        self.recover = button(self.tr("Enter them…"))
        self.recover.clicked.connect(lambda: self.recover_asked.emit(self.user.text().strip()))
        self.foot(self.survey, self.trial, self.recover)
        self._offer(count > 0)
        self._weigh()

    def show_survey(self, found: Orphans) -> None:
        """What was found; chapters of a known manga are no folder of their own, but can come in."""
        lines = [
            self.tr("Found: {manga} · to be entered: {recoverable} · chapters: {chapters}").format(
                manga=found.manga, recoverable=found.recoverable, chapters=found.chapters
            )
        ]
        one_of = self.tr("{title} · chapters: {count}")
        lines += self._first(
            [one_of.format(title=one.title, count=one.chapters) for one in found.folders],
            found.manga,
        )
        lines += self._left_out([why for one in found.folders for why in one.problems])
        if found.gone:
            gone = self.tr("Files that the database names and the library has not: {count}")
            lines += ["", gone.format(count=found.gone)]
        self._offer(found.recoverable > 0)
        self._tell("\n".join(lines))

    def show_recovered(self, found: Recovered) -> None:
        if found.dry_run:
            text = self.tr("Would be entered for {user}: manga: {manga} · chapters: {chapters}")
        else:
            text = self.tr("Entered for {user}: manga: {manga} · chapters: {chapters}")
        user = one_line(found.user or "")
        done = text.format(manga=found.manga, chapters=found.chapters, user=user)
        self._tell("\n".join([done, *self._left_out(list(found.problems))]))

    def go_on(self, before: OrphansCard) -> None:
        """Take over what was typed and told in the card that stood here before."""
        self.user.setText(before.user.text())
        if told := before.report.text():
            self._tell(told)

    def _left_out(self, problems: list[str]) -> list[str]:
        if not problems:
            return []
        return [
            "",
            self.tr("Left out:"),
            *self._first([said(why) for why in problems], len(problems)),
        ]

    def _first(self, lines: list[str], count: int) -> list[str]:
        shown = [f"• {one_line(line)}" for line in lines[:_LINES]]
        if count > len(shown):
            shown.append("• " + self.tr("and more: {count}").format(count=count - len(shown)))
        return shown

    def _offer(self, there: bool) -> None:
        for part in (self._whom, self.trial, self.recover):
            part.setVisible(there)

    def _tell(self, text: str) -> None:
        self.report.setText(text)
        self.report.setVisible(True)

    def _weigh(self) -> None:
        typed = bool(self.user.text().strip())
        self.trial.setEnabled(typed)
        self.recover.setEnabled(typed)
