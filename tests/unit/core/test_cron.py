"""Simple schedules are read as a person says them; the others are left as they are."""

from __future__ import annotations

from datetime import time

import pytest

from kuroibara_desktop.core.cron import Slot, read, written

SLOTS = [
    ("0 2 * * *", Slot(at=time(2))),
    ("30 23 * * sun", Slot(at=time(23, 30), weekday=7)),
    ("5 4 1 * *", Slot(at=time(4, 5), day=1)),
]


@pytest.mark.parametrize(("cron", "slot"), SLOTS)
def test_a_slot_is_read_and_written_back(cron: str, slot: Slot) -> None:
    assert read(cron) == slot
    assert written(slot) == cron


@pytest.mark.parametrize(
    ("cron", "weekday"), [("0 3 * * 0", 7), ("0 3 * * 7", 7), ("0 3 * * 1", 1), ("0 3 * * SAT", 6)]
)
def test_weekdays_are_known_by_number_and_by_name(cron: str, weekday: int) -> None:
    assert read(cron) == Slot(at=time(3), weekday=weekday)


@pytest.mark.parametrize(
    "cron",
    [
        "",
        "nonsense",
        "*/5 * * * *",
        "0 3 * 2 *",
        "0 3 1 * mon",
        "0 3 1,15 * *",
        "0 25 * * *",
        "0 3 32 * *",
        "0 3 * * 8",
        "٣ 3 * * *",
    ],
)
def test_what_says_more_than_a_slot_is_left_alone(cron: str) -> None:
    assert read(cron) is None
