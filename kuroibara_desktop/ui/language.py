"""In which language does the window speak, and where do its words come from?

English is in the sources. Each other language is one file of `translations/`, in the format of Qt
Linguist, read as it is: nothing has to be compiled, and nothing is read while English is spoken.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator

from kuroibara_desktop.ui import saying

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QCoreApplication

log = logging.getLogger(__name__)

NAMES = {"en": "English", "de": "Deutsch", "ja": "日本語"}  # each in itself: so it is found again
FOLDER = Path(__file__).parent / "translations"
SAID = "said"  # the context of the texts that are made below the window


def chosen(wish: str, system: Sequence[str]) -> str:
    """The code of the language to speak: the wish, else the system's first that is spoken here."""
    for code in (wish, *system):
        language = code.replace("_", "-").partition("-")[0].lower()
        if language in NAMES:
            return language
    return "en"


def read(file: Path) -> dict[tuple[str, str], str]:
    """The translations in a file of Qt Linguist, by context and English; OSError, SyntaxError."""
    from xml.etree import ElementTree  # not at the top: English needs none

    found: dict[tuple[str, str], str] = {}
    for context in ElementTree.parse(file).getroot().iter("context"):  # noqa: S314  # our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            if translated := message.findtext("translation", ""):
                found[name, message.findtext("source", "")] = translated
    return found


class Catalogue(QTranslator):
    """The words of one language, as Qt asks for them: by the class that says them."""

    def __init__(self, words: Mapping[tuple[str, str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._words = words

    def isEmpty(self) -> bool:
        return not self._words

    def translate(self, context: str, source: str, *_: object) -> str | None:
        """None is Qt's null string: then the next translator is asked, or the English is taken."""
        return self._words.get((context, source))


class Language(QObject):
    """Speaks one language from when it is made until it is stopped."""

    def __init__(self, app: QCoreApplication, code: str) -> None:
        super().__init__(app)
        self.code = code
        self._app = app
        self._translators: list[QTranslator] = []
        self._before = QLocale()
        QLocale.setDefault(_place(code))
        if code != "en":
            self._load()

    def _load(self) -> None:
        qt = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if qt.load(QLocale(self.code), "qtbase", "_", folder):  # its own dialogs and menus
            self._install(qt)
        try:
            words = read(FOLDER / f"{self.code}.ts")
        except (OSError, SyntaxError):
            log.exception("The words of the language could not be read")
            return
        self._install(Catalogue(words, self))
        saying.speak({english: told for (name, english), told in words.items() if name == SAID})

    def _install(self, translator: QTranslator) -> None:
        self._app.installTranslator(translator)
        self._translators.append(translator)

    def stop(self) -> None:
        """Speak English again; what is shown already stays as it is."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators.clear()
        saying.speak({})
        QLocale.setDefault(self._before)


def _place(code: str) -> QLocale:
    """The language with the numbers of the place: in Germany, English has its `1,5 GiB` too."""
    place, language = QLocale.system(), QLocale(code).language()
    return place if place.language() == language else QLocale(language, place.territory())


def start(app: QCoreApplication, wish: str = "") -> Language:
    """Speak the wished language, or the system's, in every window made from now on."""
    return Language(app, chosen(wish, QLocale.system().uiLanguages()))
