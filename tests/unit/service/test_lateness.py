"""What is said of the scheduler, and of Kuroibara's own beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kuroibara_backup.places.local import Identity, Stored
from kuroibara_backup.places.origin import Origin
from kuroibara_backup.retention import Kind
from kuroibara_backup.schedule import Plan
from kuroibara_backup.service.lateness import scheduler_word, second_scheduler
from kuroibara_backup.service.schedules import Scheduled

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAILY = Scheduled(
    kind=Kind.DAILY,
    plan=Plan(cron="0 2 * * *", zone="UTC"),
    edited=(),
    next_due=NOW + timedelta(hours=14),
    last_attempt=None,
    last_success=None,
    last_error=None,
    failures=0,
    overdue=False,
)
ERROR = {"code": "x", "title": "X", "detail": "The disk is full.", "remedy": "Free some space."}


def test_all_is_well_when_somebody_looks_and_nothing_is_late() -> None:
    word = scheduler_word([DAILY], NOW - timedelta(minutes=1), NOW)
    assert word.good
    assert word.sentence == "The next backup is the daily one, 2026-11-24 02:00 UTC."


def test_nobody_looking_is_a_warning_until_something_is_late() -> None:
    asleep = NOW - timedelta(minutes=10)
    for looked_at in (None, asleep):
        word = scheduler_word([DAILY], looked_at, NOW)
        assert (word.good, word.failed) == (False, False)
        assert "worker" in word.remedy
        assert scheduler_word([replace(DAILY, overdue=True)], looked_at, NOW).failed


def test_a_failure_is_told_with_its_own_sentence_and_remedy() -> None:
    failed = replace(DAILY, failures=1, last_error=ERROR, overdue=True)
    word = scheduler_word([failed], NOW, NOW)
    assert word.failed
    assert word.sentence == "The last daily backup was not made. The disk is full."
    assert word.remedy == "Free some space."


def test_what_is_switched_off_is_never_late() -> None:
    off = replace(DAILY, plan=replace(DAILY.plan, enabled=False), next_due=None)
    word = scheduler_word([off], NOW, NOW)
    assert (word.good, word.failed) == (False, False)
    assert "enable" in word.remedy


@pytest.mark.parametrize(
    ("name", "origin", "age", "named"),
    [
        ("daily_20261123.tar.gz", Origin.FOUND, timedelta(hours=10), True),
        ("daily_20261121.tar.gz", Origin.FOUND, timedelta(days=2), False),
        ("weekly_20261122.tar.gz", Origin.FOUND, timedelta(days=2), True),
        ("monthly_202611.tar.gz", Origin.FOUND, timedelta(days=22), True),
        ("monthly_202610.tar.gz", Origin.FOUND, timedelta(days=53), False),
        ("daily_20261123_020000.tar.gz", Origin.ENGINE, timedelta(hours=10), False),
        ("kuroibara_backup_20261123_020000.tar.gz", Origin.FOUND, timedelta(hours=1), False),
    ],
)
def test_kuroibaras_own_scheduler_is_known_by_its_fresh_files(
    name: str, origin: Origin, age: timedelta, named: bool
) -> None:
    made = int((NOW - age).timestamp() * 1e9)
    one = Stored(
        filename=name,
        origin=origin,
        identity=Identity(size=1, mtime_ns=made, inode=1, changed_ns=made),
        being_written=False,
        path=Path(name),
    )
    assert bool(second_scheduler([one], NOW)) is named
