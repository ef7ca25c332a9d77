from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.core import formatting as english
from kuroibara_desktop.ui import formatting, language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SIZES = [0, 1, 512, 1023, 1536, 5_000_000, 1_610_612_736, 3 << 40]
LENGTHS = [0, 59, 61, 200, 3600, 86_400 * 2 + 7200]
AGES = [timedelta(minutes=-9), timedelta(), *(timedelta(hours=n) for n in (1, 5, 30, 900, 9999))]


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    speaking = language.start(qapp, "de")
    yield
    speaking.stop()


def test_in_english_they_are_what_the_command_prints(qapp: QApplication) -> None:
    assert [formatting.size(n) for n in SIZES] == [english.size(n) for n in SIZES]
    assert [formatting.duration(n) for n in LENGTHS] == [english.duration(n) for n in LENGTHS]
    assert [formatting.age(NOW - a, NOW) for a in AGES] == [english.age(NOW - a, NOW) for a in AGES]
    assert formatting.moment(NOW) == english.moment(NOW)
    assert formatting.rate(1536) == "1.50 KiB/s"
    assert formatting.time_left(200) == english.time_left(200)


def test_nothing_is_said_of_what_is_unknown(qapp: QApplication) -> None:
    assert formatting.rate(None) == formatting.duration(None) == formatting.time_left(None) == ""


def test_a_size_has_the_comma_of_the_language(german: None) -> None:
    assert formatting.size(1_610_612_736) == "1,50 GiB"
    assert formatting.number(1_234_567) == "1.234.567"
    assert formatting.rate(1536) == "1,50 KiB/s"
    assert formatting.in_language("1,234,567") == "1.234.567"  # else it reads as a fraction


def test_only_what_was_formatted_here_is_taken_for_it() -> None:
    assert formatting.in_language("1.50 GiB of files") is None
    assert formatting.in_language("my 3 days ago") is None
    assert formatting.in_language("1,23") is None


def test_a_folder_of_the_user_is_told_from_home_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert formatting.place(tmp_path / "Backups") == "~/Backups"
    assert formatting.place(Path("/media/elements")) == "/media/elements"
