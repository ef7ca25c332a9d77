"""Which backup brings a library back: the one that least speaks against, and why no other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kuroibara_desktop.core.backups import CopyState, LocalCopy
from kuroibara_desktop.core.rescue import Rescue, Why, choose, may_be_gone, needs

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def copy(name: str, day: int, *, full: bool = True, **more: Any) -> LocalCopy:
    given: dict[str, Any] = {
        "path": Path(f"/archive/home/{name}.tar.gz"),
        "remote_name": f"{name}.tar.gz",
        "server": "home",
        "size": 1000,
        "sha256": "a" * 64,
        "created_at": datetime(2026, 11, day, 3, tzinfo=UTC),
        "state": CopyState.VERIFIED,
        "includes_storage": full,
    }
    return LocalCopy(**(given | more))


def chosen(*copies: LocalCopy) -> Rescue:
    found = choose(copies)
    assert found is not None
    return found


def test_the_newest_full_one_comes_first_and_the_younger_database_over_it() -> None:
    old, full = copy("old", 1), copy("full", 15)
    rows = copy("rows", 22, full=False)
    found = chosen(old, rows, copy("rows_before", 20, full=False), full)
    assert (found.copy, found.then, found.against) == (full, rows, ())


@pytest.mark.parametrize(
    ("worse", "why"),
    [
        ({"state": CopyState.DAMAGED}, Why.DAMAGED),
        ({"state": CopyState.UNVERIFIED}, Why.NOT_VERIFIED),
        ({"suspect": True}, Why.SUSPECT),
    ],
)
def test_an_older_good_one_goes_before_a_newer_doubtful_one(
    worse: dict[str, Any], why: Why
) -> None:
    good, doubtful = copy("good", 10), copy("doubtful", 20, **worse)
    found = chosen(doubtful, good)
    assert found.copy == good
    assert [(one.copy, one.why) for one in found.passed] == [(doubtful, why)]


def test_a_doubtful_full_one_goes_before_a_database_alone() -> None:
    full = copy("full", 10, state=CopyState.UNVERIFIED, suspect=True)
    found = chosen(full, copy("rows", 20, full=False))
    assert found.copy == full
    assert found.against == (Why.NOT_VERIFIED, Why.SUSPECT)


def test_a_database_alone_is_better_than_nothing_and_says_so() -> None:
    rows = copy("rows", 20, full=False)
    found = chosen(copy("full", 21, state=CopyState.DAMAGED), rows)
    assert (found.copy, found.then, found.against) == (rows, None, (Why.NO_FILES,))


def test_with_nothing_that_could_be_restored_nothing_is_chosen() -> None:
    assert choose([]) is None
    assert choose([copy("bad", 1, state=CopyState.DAMAGED)]) is None


def test_copies_without_a_date_come_last() -> None:
    undated = copy("undated", 1, created_at=None)
    assert chosen(undated, copy("dated", 1)).copy.name == "dated"


def test_what_the_new_server_needs_is_read_off_the_backup() -> None:
    said = {
        "kuroibara_version": "0.7.0",
        "postgresql_version": "15.4 (Debian)",
        "storage_size": 5000,
        "database_size": 100,
    }
    found = needs(chosen(copy("full", 10, metadata=said), copy("rows", 12, full=False, size=7)))
    assert (found.kuroibara, found.postgresql) == ("0.7.0", 15)
    assert found.space == 1000 + 5000 + 300 + 7


@pytest.mark.parametrize(
    "said",
    [{}, {"postgresql_version": "unknown", "kuroibara_version": "unknown", "storage_size": "x"}],
)
def test_a_backup_that_says_nothing_asks_for_room_all_the_same(said: dict[str, object]) -> None:
    found = needs(chosen(copy("full", 10, metadata=said)))
    assert (found.kuroibara, found.postgresql, found.space) == (None, None, 3000)


def test_a_server_is_given_up_only_after_a_day_without_a_word() -> None:
    day = timedelta(hours=24)
    assert may_be_gone(NOW, NOW - day, answers=False)
    assert not may_be_gone(NOW, NOW - day + timedelta(minutes=1), answers=False)
    assert not may_be_gone(NOW, NOW - day, answers=True)
    assert not may_be_gone(NOW, None, answers=False)
