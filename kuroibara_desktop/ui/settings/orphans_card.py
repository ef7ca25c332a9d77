"""Manga that the server's library has and its database has not: looked for, and entered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.pieces import button, label
from kuroibara_desktop.ui.settings.pieces import Card
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from kuroibara_desktop.core.checks import Orphans, Recovered


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
        self.report.hide()
        self.add(self.report, line=False)
        self.survey = button(self.tr("Look through the library"), icon="search")
        self.survey.clicked.connect(self.survey_asked)
        self.user = QLineEdit(username)
        self.user.setFixedWidth(round(200 * theme.current().scale))
        self.user.textChanged.connect(self._weigh)
        if count:
            self.setting(
                self.tr("Enter them for"),
                self.tr("The user in whose library they appear; files are not touched."),
                self.user,
            )
        self.trial = button(self.tr("Try it out"))
        self.trial.clicked.connect(lambda: self.try_asked.emit(self.user.text().strip()))
        self.recover = button(self.tr("Enter them…"))
        self.recover.clicked.connect(lambda: self.recover_asked.emit(self.user.text().strip()))
        self.foot(self.survey, self.trial, self.recover)
        for press in (self.trial, self.recover):
            press.setVisible(count > 0)
        self._weigh()

    def show_survey(self, found: Orphans) -> None:
        text = self.tr("{manga} folders, {recoverable} can be entered, with {chapters} chapters.")
        lines = [
            text.format(manga=found.manga, recoverable=found.recoverable, chapters=found.chapters)
        ]
        if found.gone:
            gone = self.tr("{count} manga of the database have no folder any more.")
            lines.append(gone.format(count=found.gone))
        lines += [one_line(folder) for folder in found.folders[:10]]
        self._tell("\n".join(lines))

    def show_recovered(self, found: Recovered) -> None:
        if found.dry_run:
            text = self.tr("{manga} manga with {chapters} chapters would be entered for {user}.")
        else:
            text = self.tr("{manga} manga with {chapters} chapters were entered for {user}.")
        user = one_line(found.user or "")
        self._tell(text.format(manga=found.manga, chapters=found.chapters, user=user))

    def _tell(self, text: str) -> None:
        self.report.setText(text)
        self.report.setVisible(True)

    def _weigh(self) -> None:
        typed = bool(self.user.text().strip())
        self.trial.setEnabled(typed)
        self.recover.setEnabled(typed)
