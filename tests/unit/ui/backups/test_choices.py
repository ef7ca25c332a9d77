from __future__ import annotations

import pytest

from kuroibara_desktop.core.backups import Backup, CopyState, RemoteStatus, Where
from kuroibara_desktop.ui.backups.choices import Condition, condition, offer
from tests.unit.ui.samples import both, damaged_here, here, local, on_server, remote

BEING_WRITTEN = on_server("w", status=RemoteStatus.BEING_WRITTEN)


@pytest.mark.parametrize(
    ("backup", "expected"),
    [
        (on_server("a"), Condition.NOT_COPIED),
        (both("a"), Condition.VERIFIED),
        (here("a"), Condition.VERIFIED),
        (damaged_here("a"), Condition.DAMAGED_HERE),
        (BEING_WRITTEN, Condition.BEING_WRITTEN),
        (on_server("a", status=RemoteStatus.DAMAGED), Condition.DAMAGED_ON_SERVER),
        (on_server("a", suspect=True), Condition.SUSPECT),
        (
            Backup(where=Where.HERE, local=local("a", state=CopyState.UNVERIFIED)),
            Condition.UNVERIFIED,
        ),
    ],
)
def test_the_worst_that_holds_is_told(backup: Backup, expected: Condition) -> None:
    assert condition(backup) is expected


def test_damage_here_outweighs_everything() -> None:
    broken = Backup(
        where=Where.DAMAGED,
        remote=remote("a", suspect=True),
        local=local("a", state=CopyState.DAMAGED),
    )
    assert condition(broken) is Condition.DAMAGED_HERE


def test_only_whole_backups_without_a_good_copy_are_offered_for_copying() -> None:
    chosen = [on_server("a"), both("b"), here("c"), damaged_here("d"), BEING_WRITTEN]
    assert [b.name for b in offer(chosen, chosen).copy] == ["a", "d"]


def test_only_what_is_here_is_offered_for_verifying() -> None:
    chosen = [on_server("a"), both("b"), here("c"), damaged_here("d")]
    assert [b.name for b in offer(chosen, chosen).verify] == ["b", "c", "d"]


def test_without_a_choice_the_newest_that_is_not_here_is_meant() -> None:
    everything = [on_server("old", day=1), both("newest", day=21), on_server("newer", day=15)]
    assert [b.name for b in offer([], everything).copy] == ["newer"]


def test_a_damaged_copy_whose_original_is_gone_is_not_offered_again() -> None:
    chosen = [damaged_here("a", on_the_server=False)]
    assert offer(chosen, chosen).copy == ()
