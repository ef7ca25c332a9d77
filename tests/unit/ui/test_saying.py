from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.core.errors import ServerUnreachable
from kuroibara_desktop.ui import saying
from kuroibara_desktop.ui.saying import Sayings, said, told

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = {
    "Nothing answers at {host}.": "Unter {host} antwortet nichts.",
    "The connection to {host} was lost while {doing}.": "{doing}: {host} ist nicht mehr zu sehen.",
    "asking for {what}": "Frage nach {what}",
    "the list of backups": "der Liste der Sicherungen",
    "{sentence} It was last seen {seen}, on {drive}.": "{sentence} Zuletzt {seen} auf {drive}.",
    "{where} is damaged.": "{where} ist beschädigt.",
    "{where} is damaged at byte {at} of the file.": "{where} ist ab Byte {at} beschädigt.",
    "the index": "das Verzeichnis",
    "The server cannot be reached": "Der Server ist nicht zu erreichen",
    "Try again.": "Versuchen Sie es noch einmal.",
    "{count} of {count} copies go.": "{count} Kopien gehen.",
}


@pytest.fixture
def german() -> Iterator[Sayings]:
    saying.speak(WORDS)
    yield Sayings(WORDS)
    saying.speak({})


@pytest.mark.parametrize(
    ("english", "german_text"),
    [
        ("Try again.", "Versuchen Sie es noch einmal."),
        ("Nothing answers at manga.example.", "Unter manga.example antwortet nichts."),
        (
            "The connection to a.example was lost while asking for the list of backups.",
            "Frage nach der Liste der Sicherungen: a.example ist nicht mehr zu sehen.",
        ),
        ("The index is damaged.", "Das Verzeichnis ist beschädigt."),
        ("x.cbz is damaged at byte 7 of the file.", "x.cbz ist ab Byte 7 beschädigt."),
        ("3 of 3 copies go.", "3 Kopien gehen."),
    ],
)
def test_a_known_text_keeps_its_values(german: Sayings, english: str, german_text: str) -> None:
    assert said(english) == german_text


def test_sentences_that_follow_each_other_are_said_one_by_one(german: Sayings) -> None:
    assert said("Nothing answers at nas. Try again.") == (
        "Unter nas antwortet nichts. Versuchen Sie es noch einmal."
    )
    assert said("Try again.\nTry again.").count("Versuchen") == 2


def test_a_sentence_within_a_pattern_is_said_too(german: Sayings) -> None:
    assert said("Nothing answers at nas. It was last seen 3 days ago, on Red.") == (
        "Unter nas antwortet nichts. Zuletzt 3 days ago auf Red."
    )


def test_what_is_not_known_is_said_as_it_is(german: Sayings) -> None:
    assert said("Somebody's own words {host}.") == "Somebody's own words {host}."
    assert said("Somebody's own words. Try again.").endswith("Versuchen Sie es noch einmal.")


def test_a_value_that_looks_like_a_pattern_is_only_a_value(german: Sayings) -> None:
    assert said("Nothing answers at {host}.") == "Unter {host} antwortet nichts."
    assert said(r"Nothing answers at \g<0>.") == r"Unter \g<0> antwortet nichts."


def test_an_error_is_told_in_its_three_parts(german: Sayings) -> None:
    words = told(ServerUnreachable("Nothing answers at nas.", remedy="Try again."))
    assert words.title == "Der Server ist nicht zu erreichen"
    assert words.whole == "Unter nas antwortet nichts. Versuchen Sie es noch einmal."


def test_english_is_said_as_it_is() -> None:
    assert said("Nothing answers at nas.") == "Nothing answers at nas."
