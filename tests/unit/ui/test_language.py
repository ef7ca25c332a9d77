from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject

from kuroibara_desktop.ui import language, saying
from kuroibara_desktop.ui.language import FOLDER, NAMES, Catalogue, chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


class Greeting(QObject):
    def text(self) -> str:
        return self.tr("Good morning")


class Later(Greeting):
    """Says what its parent says."""


@pytest.fixture
def german(qapp: QApplication) -> Iterator[language.Language]:
    speaking = language.start(qapp, "de")
    yield speaking
    speaking.stop()


@pytest.mark.parametrize(
    ("wish", "system", "spoken"),
    [
        ("", ["de-AT", "de", "en"], "de"),
        ("", ["ja_JP"], "ja"),
        ("", ["fr-FR", "fr", "de-DE"], "de"),
        ("", ["C"], "en"),
        ("", [], "en"),
        ("ja", ["de-DE"], "ja"),
        ("tlh", ["de-DE"], "de"),
    ],
)
def test_the_wish_goes_before_the_system_and_the_system_before_english(
    wish: str, system: list[str], spoken: str
) -> None:
    assert chosen(wish, system) == spoken


def test_every_language_has_a_name_in_itself_and_a_file() -> None:
    assert {file.stem for file in FOLDER.glob("*.ts")} == set(NAMES) - {"en"}


def test_a_class_says_its_own_words_and_those_of_its_parents(qapp: QApplication) -> None:
    catalogue = Catalogue({("Greeting", "Good morning"): "Guten Morgen"}, qapp)
    qapp.installTranslator(catalogue)
    try:
        assert Greeting().text() == "Guten Morgen"
        assert Later().text() == "Guten Morgen"
    finally:
        qapp.removeTranslator(catalogue)
    assert Greeting().text() == "Good morning"


def test_the_dialogs_of_qt_speak_the_language_too(german: language.Language) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_numbers_are_those_of_the_language(german: language.Language) -> None:
    assert QLocale().toString(1.5, "f", 2) == "1,50"


def test_what_nobody_translated_stays_english(german: language.Language) -> None:
    assert Greeting().text() == "Good morning"


def test_a_stopped_language_leaves_nothing_behind(qapp: QApplication) -> None:
    before = QLocale()
    language.start(qapp, "ja").stop()
    assert QLocale() == before
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert saying.said("The server is busy") == "The server is busy"


def test_english_reads_no_file(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "FOLDER", FOLDER / "is not there")
    speaking = language.start(qapp, "en")
    speaking.stop()
