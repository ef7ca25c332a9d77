"""What a day is called."""

from __future__ import annotations

from datetime import UTC, date, timedelta, timezone

import pytest

from kuroibara_desktop.core.backups import Backup, RemoteStatus
from kuroibara_desktop.core.strip import DAYS, Mark, strip
from tests.unit.ui.samples import both, damaged_here, here, on_server

TODAY = date(2026, 11, 22)
THEN = date(2026, 11, 20)


def mark(*backups: Backup, failed: int = 0) -> Mark:
    days = strip(backups, {THEN: failed} if failed else {}, today=TODAY, zone=UTC)
    return next(day.mark for day in days if day.date == THEN)


@pytest.mark.parametrize(
    ("backups", "failed", "found"),
    [
        ((), 0, Mark.NOTHING),
        ((), 2, Mark.FAILED),
        ((on_server("a"),), 0, Mark.FULL),
        ((on_server("a", includes_storage=False),), 0, Mark.DATABASE),
        ((on_server("a", includes_storage=False), both("b")), 1, Mark.FULL),
        ((on_server("a", suspect=True),), 0, Mark.SUSPECT),
        ((on_server("a", status=RemoteStatus.DAMAGED),), 0, Mark.SUSPECT),
        ((damaged_here("a", on_the_server=False),), 0, Mark.SUSPECT),
        ((damaged_here("a"),), 0, Mark.FULL),
        ((on_server("a", suspect=True),), 1, Mark.FAILED),
    ],
)
def test_a_day_is_called_by_the_best_of_it(
    backups: tuple[Backup, ...], failed: int, found: Mark
) -> None:
    assert mark(*backups, failed=failed) is found


def test_there_are_sixty_days_and_today_is_the_last() -> None:
    days = strip([], {}, today=TODAY)
    assert len(days) == DAYS
    assert (days[0].date, days[-1].date) == (TODAY - timedelta(days=59), TODAY)


def test_a_day_begins_at_midnight_here() -> None:
    east = timezone(timedelta(hours=13))
    days = strip([on_server("a")], {}, today=TODAY, zone=east)  # made at noon UTC on the 20th
    assert [day.date for day in days if day.mark is Mark.FULL] == [date(2026, 11, 21)]


def test_a_day_tells_whether_it_was_copied() -> None:
    days = strip([here("a")], {}, today=TODAY, zone=UTC)
    assert [day.date for day in days if day.here] == [THEN]
