"""German and Japanese say everything that English says, with the same values in it."""

from __future__ import annotations

import re
import runpy

import pytest

from kuroibara_desktop.ui.language import FOLDER, NAMES, read
from kuroibara_desktop.ui.saying import Sayings
from tests.support.pins import ROOT

SCRIPT = runpy.run_path(str(ROOT / "packaging" / "translations.py"))
WORDS = SCRIPT["of_window"]() | SCRIPT["from_below"]()
LANGUAGES = sorted(set(NAMES) - {"en"})
UPDATE = "run `python packaging/translations.py` and translate what is unfinished"


def holes(text: str) -> list[str]:
    return sorted(set(re.findall(r"\{\w+\}", text)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_translated_and_no_translation_is_left_over(language: str) -> None:
    translated = set(read(FOLDER / f"{language}.ts"))
    assert sorted(WORDS - translated) == [], UPDATE
    assert sorted(translated - WORDS) == [], UPDATE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_values_of_the_english(language: str) -> None:
    words = read(FOLDER / f"{language}.ts")
    wrong = {key: text for key, text in words.items() if holes(key[1]) != holes(text)}
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_what_the_english_ends_with(language: str) -> None:
    """A title stays a title, a sentence a sentence, and what opens a dialog says so."""
    ends = {"…": "…", ":": "::", ".": ".。", "?": "?"}
    wrong = {
        key: text
        for key, text in read(FOLDER / f"{language}.ts").items()
        if (end := ends.get(key[1][-1])) is not None and len(key[1]) > 3 and text[-1] not in end
    }
    assert wrong == {}


def test_every_text_is_one_literal_without_a_count() -> None:
    """English has no file of its own, so Qt's `%n` would stay in it as it is."""
    assert [text for _, text in WORDS if "%n" in text or "%1" in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_below_the_window_is_found_again_by_its_pattern(language: str) -> None:
    """No pattern takes what another one is there for."""
    words = {
        text: told
        for (context, text), told in read(FOLDER / f"{language}.ts").items()
        if context == "said"
    }
    sayings = Sayings(words)
    for english, told in words.items():
        values = {hole: f"V{number}X" for number, hole in enumerate(holes(english))}
        expected, text = told, english
        for hole, value in values.items():
            expected, text = expected.replace(hole, value), text.replace(hole, value)
        assert sayings.said(text) == expected, english


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_as_the_script_writes_it(language: str) -> None:
    file = FOLDER / f"{language}.ts"
    text = file.read_text(encoding="utf-8")
    assert SCRIPT["written"](language, WORDS, SCRIPT["read"](file)) == text, UPDATE


def test_numbers_and_times_reach_the_window_in_its_language() -> None:
    """What `core.formatting` writes is English: only `ui.formatting` takes it from there."""
    english = re.compile(r"^from kuroibara_desktop\.core import .*\bformatting\b", re.MULTILINE)
    window = ROOT / "kuroibara_desktop" / "ui"
    files = [file for file in window.rglob("*.py") if english.search(file.read_text("utf-8"))]
    # The second has no window: what it says is said again by `saying`.
    assert {file.name for file in files} <= {"formatting.py", "listing.py"}, files
