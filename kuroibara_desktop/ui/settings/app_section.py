"""How the app itself looks and when it starts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kuroibara_desktop.ui import language, theme
from kuroibara_desktop.ui.settings.pieces import Choice, Section
from kuroibara_desktop.ui.theme import ThemeChoice

if TYPE_CHECKING:
    from kuroibara_desktop.wishes import Wishes


class AppSection(Section):
    """Shows what is so, and says what is chosen."""

    theme_chosen = Signal(object)  # ThemeChoice
    autostart_chosen = Signal(bool)
    changed = Signal(object, str)  # (Wishes) -> Wishes, and what to say once that is kept

    def __init__(self) -> None:
        super().__init__()
        self.describe(self.tr("Every change is in force at once, and is remembered."))
        looks = self.add_card(self.tr("Appearance"))
        self.theme: Choice[ThemeChoice] = Choice(
            [
                (ThemeChoice.SYSTEM, self.tr("As the system")),
                (ThemeChoice.LIGHT, self.tr("Light")),
                (ThemeChoice.DARK, self.tr("Dark")),
            ]
        )
        self.theme.chosen.connect(self._choose_theme)
        looks.setting(self.tr("Theme"), self.tr("Light or dark, as you like to read."), self.theme)
        system = (("", self.tr("As the system")),)
        self.language: Choice[str] = Choice([*system, *language.NAMES.items()])
        self.language.chosen.connect(self._choose_language)
        looks.setting(
            self.tr("Language"),
            self.tr("Spoken from the next start of the app on."),
            self.language,
        )
        self.starting = self.add_card(self.tr("Start"))
        self.autostart = self.starting.check(
            self.tr("Start when I log in"),
            self.tr("In the background, so that copies are made without you thinking of them."),
        )
        self.autostart.clicked.connect(self._choose_autostart)
        self.starting.hide()
        theme.current().changed.connect(self.show_theme)
        self.show_theme()

    def show_theme(self) -> None:
        self.theme.set_value(theme.current().choice)

    def show_wishes(self, wishes: Wishes) -> None:
        self.language.set_value(wishes.language)

    def offer_autostart(self, *, on: bool) -> None:
        """Show the setting, with what is so now."""
        self.starting.show()
        self.autostart.setChecked(on)

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self.theme_chosen.emit(choice)
        self.say(self.tr("The theme was changed."))

    def _choose_language(self, code: str) -> None:
        words = self.tr("Noted. Quit the app and start it again to read it in this language.")
        self.changed.emit(lambda old: replace(old, language=code), words)

    def _choose_autostart(self, on: bool) -> None:
        self.autostart_chosen.emit(on)
        if self.autostart.isChecked() is not on:
            self.say(self.tr("The system does not let the entry for the log-in be written."), "bad")
        elif on:
            self.say(self.tr("The app starts when you log in."))
        else:
            self.say(self.tr("The app no longer starts when you log in."))
