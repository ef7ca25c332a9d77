"""Copies go by the rules, never the last good one, and none while a question is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_backup.retention import Policy
from kuroibara_desktop.core.backups import CopyState, LocalCopy, RemoteBackup
from kuroibara_desktop.core.keeping import (
    WayOut,
    judge_copies,
    room_by_replacing,
    room_by_rules,
    summary,
    ways_out,
)
from kuroibara_desktop.core.libraries import Doubt, Library
from tests.unit.core.test_libraries import NOW, copy

if TYPE_CHECKING:
    from collections.abc import Iterable

TWO_DAYS = Policy(daily=2, weekly=1, monthly=1, yearly=1, most=3, manual_too=True)
DOUBT = Doubt(key="B", address="x", sentence="?")


def library(*copies: LocalCopy, doubts: tuple[Doubt, ...] = ()) -> Library:
    return Library(copies=tuple(sorted(copies, key=lambda c: str(c.created_at))), doubts=doubts)


def going(libraries: Iterable[Library], policy: Policy | None = TWO_DAYS) -> list[str]:
    return [v.copy.name for v in judge_copies(libraries, policy, NOW) if not v.kept]


def test_as_many_as_fit_is_all_of_them() -> None:
    copies = [copy(day) for day in range(400)]
    assert going([library(*copies)], None) == []


def test_rules_take_the_day_a_copy_was_made_on() -> None:
    assert going([library(*(copy(day) for day in range(6)))]) == [
        f"home-aaaa-{day}" for day in (2, 3, 4, 5)
    ]


def test_database_only_copies_take_no_place_of_full_ones() -> None:
    fulls = [copy(day) for day in range(10, 13)]
    databases = [copy(day, includes_storage=False) for day in range(8)]
    gone = going([library(*fulls, *databases)])
    assert "home-aaaa-10" not in gone
    assert "home-aaaa-0" not in gone


def test_the_last_good_one_of_each_library_stays_whatever_came_after_it() -> None:
    bad = [copy(day, suspect=True) for day in range(3)]
    worse = [copy(day, state=CopyState.DAMAGED) for day in range(3, 6)]
    unproved = [copy(day, state=CopyState.UNVERIFIED) for day in range(6, 9)]
    assert going([library(copy(50), *bad, *worse, *unproved)]) == []
    other = copy(60, server="home-bbbb")
    assert "home-bbbb-60" not in going([library(copy(1), copy(2)), library(other)])


def test_pinned_and_undated_copies_stay() -> None:
    copies = [copy(0), copy(1), copy(30, pinned=True), copy(31, created_at=None)]
    assert going([library(*copies)]) == []


def test_nothing_goes_while_a_question_is_open() -> None:
    verdicts = judge_copies(
        [library(*(copy(day) for day in range(30)), doubts=(DOUBT,))], TWO_DAYS, NOW
    )
    assert all(v.kept and v.frozen for v in verdicts)
    assert "before you say" in verdicts[0].reasons[0]


def test_reasons_are_of_this_computer_not_of_the_engine() -> None:
    verdicts = judge_copies(
        [library(copy(0), copy(1, state=CopyState.UNVERIFIED), copy(2, suspect=True))],
        TWO_DAYS,
        NOW,
    )
    told = " ".join(reason for v in verdicts for reason in v.reasons)
    assert "adopt" not in told
    assert "engine" not in told


def test_the_preview_says_how_much_is_freed() -> None:
    verdicts = judge_copies([library(*(copy(day) for day in range(6)))], TWO_DAYS, NOW)
    assert summary(verdicts) == "4 copies go, which frees 3.91 KiB."
    assert summary(verdicts[:1]) == "Nothing goes."


# Room


def remote(**more: Any) -> RemoteBackup:
    facts: dict[str, Any] = {
        "filename": "new.tar.gz",
        "size": 1000,
        "created_at": NOW,
        "includes_storage": True,
        "verified_at": NOW,
    }
    return RemoteBackup(**(facts | more))


def room(*copies: LocalCopy, lacking: int, policy: Policy | None = None) -> list[str]:
    chosen = room_by_rules(remote(), library(*copies), policy, NOW, lacking=lacking)
    return [c.name for c in chosen]


def test_oldest_go_first_and_only_as_many_as_needed() -> None:
    copies = [copy(day) for day in range(1, 6)]
    assert room(*copies, lacking=1500) == ["home-aaaa-5", "home-aaaa-4"]
    assert room(*copies, lacking=0) == []


def test_one_full_copy_stays_until_the_next_is_here() -> None:
    assert room(copy(5), lacking=10) == []
    assert room(copy(5), copy(6), lacking=1500) == []
    databases = [copy(day, includes_storage=False) for day in (1, 2)]
    assert room(copy(5), *databases, lacking=2500) == []


def test_rules_are_not_overruled_by_a_lack_of_room() -> None:
    copies = [copy(day) for day in range(1, 4)]
    assert room(*copies, lacking=500, policy=Policy()) == []


def test_a_question_frees_nothing() -> None:
    asked = library(*(copy(day) for day in range(1, 6)), doubts=(DOUBT,))
    assert room_by_rules(remote(), asked, None, NOW, lacking=10) == ()
    assert room_by_replacing(remote(), asked, lacking=10) == ()


@pytest.mark.parametrize(
    ("changes", "replaced"),
    [({}, 1), ({"verified_at": None}, 0), ({"suspect": True}, 0), ({"includes_storage": False}, 0)],
)
def test_only_what_the_server_verified_may_replace_the_last_copy(
    changes: dict[str, object], replaced: int
) -> None:
    chosen = room_by_replacing(remote(**changes), library(copy(5)), lacking=10)
    assert len(chosen) == replaced


def test_replacing_spares_pins_and_what_is_newer() -> None:
    newer = copy(-1)
    assert room_by_replacing(remote(), library(copy(5, pinned=True), newer), lacking=10) == ()


def test_ways_out_fit_the_case() -> None:
    assert ways_out(remote(), [copy(5)]) == (
        WayOut.ANOTHER_DRIVE,
        WayOut.DATABASE_ONLY,
        WayOut.REPLACE,
    )
    assert ways_out(remote(includes_storage=False), []) == (WayOut.ANOTHER_DRIVE,)
