"""What comes by itself is what the rules say, once, and never what the user has just declined."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuroibara_desktop.core.automatic import (
    CopyRules,
    Databases,
    Fulls,
    Hold,
    Surroundings,
    held_back,
    wanted,
)
from kuroibara_desktop.core.backups import Backup, RemoteStatus
from kuroibara_desktop.core.queue import Wanted
from kuroibara_desktop.core.transfers import TransferId, TransferState
from tests.unit.ui.samples import NOW, both, damaged_here, here, on_server

S = TransferState
USUAL = CopyRules()
ALL = CopyRules(fulls=Fulls.EVERY)
NOTHING = CopyRules(databases=Databases.NONE, fulls=Fulls.NONE)


def database(name: str, day: int, **more: object) -> Backup:
    return on_server(name, day=day, includes_storage=False, **more)


def names(rows: list[Backup], rules: CopyRules = USUAL, *asked: Wanted) -> list[str]:
    return [row.name for row in wanted(NOW, rows, rules, asked)]


def asked(name: str, state: TransferState, *, ended: float | None = None) -> Wanted:
    return Wanted(
        id=TransferId(name),
        server="one",
        folder="one-1",
        filename=f"{name}.tar.gz",
        size=1000,
        backup_id=name,
        state=state,
        ended_at=ended,
    )


def ago(**length: float) -> float:
    return (NOW - timedelta(**length)).timestamp()


@pytest.mark.parametrize(
    ("rows", "rules", "expected"),
    [
        ([], USUAL, []),
        # The first time the newest of each kind comes, the small one first.
        ([on_server("f", day=21), on_server("g", day=14), database("d", 20)], USUAL, ["d", "f"]),
        ([database("d", 20), database("e", 19)], USUAL, ["d"]),
        # From then on every database, and a full one once a week.
        (
            [
                both("a", day=17, includes_storage=False),
                database("b", 18),
                database("c", 19),
                both("f", day=16),
                on_server("g", day=21),
            ],
            USUAL,
            ["c", "b"],
        ),
        ([both("f", day=15), on_server("g", day=16), on_server("h", day=21)], USUAL, ["h"]),
        ([both("f", day=16), on_server("g", day=17), on_server("h", day=21)], USUAL, []),
        ([both("f", day=16), on_server("g", day=17), on_server("h", day=21)], ALL, ["h", "g"]),
        ([on_server("f", day=21), database("d", 20)], NOTHING, []),
        ([on_server("f", day=21)], CopyRules(fulls=Fulls.NONE), []),
        ([database("d", 21)], CopyRules(databases=Databases.NONE), []),
        # What nobody knows the contents of may be a full one.
        ([on_server("x", day=21, includes_storage=None)], USUAL, ["x"]),
        # A copy that is damaged does not count as one.
        ([damaged_here("f")], USUAL, ["f"]),
        # A suspect copy does not either; a suspect backup comes only when a person asks for it.
        ([on_server("s", day=21, suspect=True), on_server("f", day=20)], USUAL, ["f"]),
        ([both("s", day=21, suspect=True), both("e", day=2), on_server("f", day=20)], USUAL, ["f"]),
        # What is not whole there is not wanted, nor what local retention removed here.
        ([on_server("w", day=21, status=RemoteStatus.BEING_WRITTEN)], USUAL, []),
        ([on_server("w", day=21, status=RemoteStatus.DAMAGED)], USUAL, []),
        ([database("old", 11), here("kept", day=21, includes_storage=False)], USUAL, []),
    ],
)
def test_the_rules_want(rows: list[Backup], rules: CopyRules, expected: list[str]) -> None:
    assert names(rows, rules) == expected


@pytest.mark.parametrize("state", [S.QUEUED, S.RUNNING, S.WAITING, S.PAUSED, S.FAILED, S.CANCELLED])
def test_what_the_queue_knows_is_not_asked_for_twice_and_nothing_older_instead(
    state: TransferState,
) -> None:
    rows = [on_server("new", day=21), on_server("old", day=20)]
    ended = ago(days=6) if state is S.CANCELLED else None
    assert names(rows, USUAL, asked("new", state, ended=ended)) == []


def test_what_was_cancelled_a_week_ago_is_wanted_again() -> None:
    rows = [on_server("new", day=21)]
    assert names(rows, USUAL, asked("new", S.CANCELLED, ended=ago(days=7))) == ["new"]


def test_a_copy_that_came_and_vanished_is_wanted_again() -> None:
    rows = [on_server("new", day=21)]
    assert names(rows, USUAL, asked("new", S.DONE, ended=ago(hours=1))) == ["new"]


def test_without_ids_the_name_and_size_tell() -> None:
    plain = on_server("new", day=21, backup_id=None)
    assert names([plain], USUAL, asked("new", S.QUEUED)) == []
    assert names([on_server("new", day=21, backup_id=None, size=7)], USUAL) == ["new"]


def test_a_backup_from_the_future_hides_none_of_today() -> None:
    future = on_server("ahead", day=28)
    assert names([future, on_server("new", day=21)]) == ["new"]


MADE = st.lists(
    st.tuples(st.integers(1, 22), st.booleans(), st.booleans()), max_size=12, unique_by=lambda t: t
)


@settings(deadline=None)  # another process may have the processor
@given(MADE, st.sampled_from([USUAL, ALL, NOTHING]))
def test_once_the_wanted_are_here_nothing_more_is(
    made: list[tuple[int, bool, bool]], rules: CopyRules
) -> None:
    rows = [
        (both if is_here else on_server)(f"{day}{full}{is_here}", day=day, includes_storage=full)
        for day, full, is_here in made
    ]
    coming = {row.key for row in wanted(NOW, rows, rules)}
    after = [
        both(row.name, day=row.created_at.day, includes_storage=row.includes_storage)
        if row.key in coming and row.created_at is not None
        else row
        for row in rows
    ]
    assert wanted(NOW, after, rules) == ()


@pytest.mark.parametrize(
    ("around", "wishes", "expected"),
    [
        (Surroundings(), {}, ()),
        (Surroundings(metered=False, on_battery=False), {}, ()),
        (Surroundings(metered=True), {}, (Hold.METERED,)),
        (Surroundings(metered=True), {"metered_too": True}, ()),
        (Surroundings(on_battery=True), {}, (Hold.BATTERY,)),
        (Surroundings(on_battery=True), {"battery_too": True}, ()),
        (Surroundings(), {"paused": True}, (Hold.PAUSED,)),
        (
            Surroundings(metered=True, on_battery=True),
            {"paused": True},
            (Hold.PAUSED, Hold.METERED, Hold.BATTERY),
        ),
    ],
)
def test_copies_are_held_back_by(
    around: Surroundings, wishes: dict[str, bool], expected: tuple[Hold, ...]
) -> None:
    given = {"paused": False, "metered_too": False, "battery_too": False} | wishes
    assert held_back(around, **given) == expected
