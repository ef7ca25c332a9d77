"""Numbers and times as a person reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kuroibara_desktop.core import formatting

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (512, "512 bytes"),
        (999, "999 bytes"),
        (1000, "0.98 KiB"),
        (1536, "1.50 KiB"),
        (1024**2, "1.00 MiB"),
        (10 * 1024**2, "10.0 MiB"),
        (1023 * 1024**2, "1.00 GiB"),
        (5 * 1024**4, "5.00 TiB"),
        (5000 * 1024**4, "5000 TiB"),
    ],
)
def test_size_has_three_figures(count: int, text: str) -> None:
    assert formatting.size(count) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""),
        (0, "0 s"),
        (0.4, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (200, "3 min 20 s"),
        (3600, "1 h"),
        (3661, "1 h 1 min"),
        (90_000, "1 d 1 h"),
        (-5, "0 s"),
    ],
)
def test_duration_has_two_units_at_most(seconds: float | None, text: str) -> None:
    assert formatting.duration(seconds) == text


@pytest.mark.parametrize(
    ("passed", "text"),
    [
        (timedelta(seconds=10), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=23), "23 hours ago"),
        (timedelta(days=1), "1 day ago"),
        (timedelta(days=45), "1 month ago"),
        (timedelta(days=800), "2 years ago"),
        (timedelta(minutes=-1), "just now"),
        (timedelta(hours=-1), "in the future"),
    ],
)
def test_age_is_the_largest_unit(passed: timedelta, text: str) -> None:
    assert formatting.age(NOW - passed, NOW) == text


def test_a_guessed_time_says_so() -> None:
    assert formatting.moment(NOW) == "2026-11-23 12:00"
    assert formatting.moment(NOW, guessed=True) == "2026-11-23 12:00 (server time)"


def test_contents_are_told_in_words() -> None:
    assert [formatting.contents(x) for x in (True, False, None)] == [
        "Full",
        "Database only",
        "Unknown",
    ]


def test_skew_is_told_from_five_minutes_on() -> None:
    assert formatting.skew_sentence(timedelta(minutes=5)) == ""
    assert "10 min ahead of" in formatting.skew_sentence(timedelta(minutes=10))
    assert "1 h behind" in formatting.skew_sentence(timedelta(hours=-1))
    assert "1 h ahead" in formatting.skew_sentence(timedelta(minutes=59, seconds=58.6))


def test_unknown_rates_and_times_are_left_out() -> None:
    assert formatting.rate(None) == ""
    assert formatting.rate(1536) == "1.50 KiB/s"
    assert formatting.time_left(None) == ""
    assert formatting.time_left(61) == "1 min 1 s left"
