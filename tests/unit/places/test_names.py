"""Names that a backup may have, and names that it makes for itself."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from kuroibara_backup.errors import InvalidRequest
from kuroibara_backup.places.names import checked_name, folded, kind_of, made_name
from kuroibara_backup.retention import Kind


@pytest.mark.parametrize(
    "name",
    [
        "manual_backup_20230710",
        "before update",
        "v1.2-rc",
        "Sicherung für Anna",
        "バックアップ",
        "x" * 200,
    ],
)
def test_ordinary_names_of_any_script_are_used_exactly_as_asked(name: str) -> None:
    assert checked_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "../x", "..\\x", "/etc/x", "a/b", "a\\b", "C:x", "a\0b", "a\nb", "a\tb"),
        *(
            ".hidden",
            "-rf",
            " x",
            "x ",
            "x.",
            "a..b",
            "a*b",
            "a?b",
            'a"b',
            "a|b",
            "<x>",
            "x.tar.gz",
        ),
        *(
            "x.TAR.GZ",
            "x.sha256",
            "x" * 201,
            "é" * 101,
            "CON",
            "nul.x",
            "com1",
            "\u202egpj",
            "\ud800",
        ),
        *("a\u200bb", "a%2fb", "\u0301x", "💾"),
    ],
)
def test_names_that_are_dangerous_somewhere_are_refused(name: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        checked_name(name)
    assert caught.value.code == "invalid_name"
    assert caught.value.remedy


def test_made_names_carry_local_time_of_the_chosen_zone() -> None:
    now = datetime(2026, 7, 10, 22, 30, 5, tzinfo=UTC)
    berlin = ZoneInfo("Europe/Berlin")
    assert made_name(Kind.MANUAL, now, berlin, set()) == "kuroibara_backup_20260711_003005"
    assert made_name(Kind.DAILY, now, berlin, set()) == "daily_20260711_003005"


def test_a_made_name_steps_aside_for_a_taken_one() -> None:
    now = datetime(2026, 7, 10, 22, 30, 5, tzinfo=UTC)
    taken = {"kuroibara_backup_20260710_223005", "kuroibara_backup_20260710_223005_2"}
    made = made_name(Kind.MANUAL, now, ZoneInfo("UTC"), taken)
    assert made == "kuroibara_backup_20260710_223005_3"


def test_names_that_a_file_system_takes_for_one_are_one() -> None:
    assert folded("Ünï") == folded("u\u0308NI\u0308".upper()) == folded("ünï")


@pytest.mark.parametrize(
    ("filename", "kind"),
    [
        ("daily_20260710.tar.gz", Kind.DAILY),
        ("weekly_20260710_030000.tar.gz", Kind.WEEKLY),
        ("monthly_202607.tar.gz", Kind.MONTHLY),
        ("daily_life.tar.gz", None),
        ("mine.tar.gz", None),
    ],
)
def test_kinds_are_read_from_names_as_kuroibara_makes_them(
    filename: str, kind: Kind | None
) -> None:
    assert kind_of(filename) is kind
