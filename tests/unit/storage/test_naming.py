"""Names tell what they can, and nothing is made up where they are silent."""

from __future__ import annotations

import unicodedata

import pytest

from kuroibara_backup.storage.naming import Named, natural, plain_number, read_names, uuid_named


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "Tower of Paper/Volume 1/1 - Untitled/1 - Untitled",
            Named(title="Tower of Paper", volume="1", number="1"),
        ),
        (
            "T/Volume 12/003.50 - The Sea/3.5 - The Sea",
            Named(title="T", volume="12", number="3.5", name="The Sea"),
        ),
        ("T/ch.7/7 - A", Named(title="T", number="7", name="A")),
        ("T/Chapter 7", Named(title="T", number="7")),
        ("T/8", Named(title="T", number="8")),
        ("T/T v02 c015 (2019)", Named(title="T", volume="2", number="15")),
        ("T/Prologue", Named(title="T", name="Prologue")),
        (
            "86/Volume 1/2 - Eighty-Six",
            Named(title="86", volume="1", number="2", name="Eighty-Six"),
        ),
        ("2019/T/3 - A", Named(title="T", number="3", name="A")),
        ("2019/3 - A", Named(title="2019", number="3", name="A")),
        ("1 - A", Named(number="1", name="A")),
        ("T/4 - 5 - 6", Named(title="T", number="4", name="5 - 6")),
        ("T/4 -", Named(title="T", number="4")),
        ("T/Volume 2/5", Named(title="T", volume="2", number="5")),
        ("T/٣ - A", Named(title="T", name="٣ - A")),
    ],
)
def test_names_are_read(path: str, expected: Named) -> None:
    assert read_names(path.split("/")) == expected


def test_decomposed_names_are_composed() -> None:
    parts = unicodedata.normalize("NFD", "Café/1 - Été").split("/")
    assert read_names(parts) == Named(title="Café", number="1", name="Été")


def test_numbers_are_as_kuroibara_writes_them() -> None:
    written = ["007", "0", "000", "3.50", "10.0", "12"]
    assert [plain_number(one) for one in written] == ["7", "0", "0", "3.5", "10", "12"]


def test_pages_sort_by_their_numbers() -> None:
    assert sorted(["p10.png", "p2.png", "p1.png"], key=natural) == ["p1.png", "p2.png", "p10.png"]
    assert sorted(["a", "1", "1a", ""], key=natural) == ["", "a", "1", "1a"]


@pytest.mark.parametrize(
    "text",
    [
        "{12345678-1234-4234-8234-123456789abc}",
        "12345678123442348234123456789abc",
        "urn:uuid:12345678-1234-4234-8234-123456789abc",
        "",
        "..",
    ],
)
def test_only_the_usual_form_is_an_id(text: str) -> None:
    assert uuid_named(text) is None
    assert uuid_named("12345678-1234-4234-8234-123456789ABC") is not None
