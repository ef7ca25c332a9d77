"""Every copy is read again in its turn, whatever the clock did."""

from __future__ import annotations

from datetime import timedelta

from kuroibara_desktop.core.backups import CopyState, LocalCopy
from kuroibara_desktop.core.rolling import next_to_verify
from tests.unit.core.test_libraries import NOW, copy


def seen(day: int, *, size: int = 1000, state: CopyState = CopyState.VERIFIED) -> LocalCopy:
    return copy(day, verified_at=NOW - timedelta(days=day), size=size, state=state)


def names(*copies: LocalCopy, at_most: int = 10**9) -> list[str]:
    return [c.name for c in next_to_verify(copies, NOW, at_most=at_most)]


def test_longest_ago_first_and_never_read_before_all() -> None:
    never = copy(1, verified_at=None)
    assert names(seen(40), seen(90), seen(5), never) == [
        "home-aaaa-1",
        "home-aaaa-90",
        "home-aaaa-40",
    ]


def test_a_run_is_bounded_but_never_does_nothing() -> None:
    copies = [seen(40, size=600), seen(50, size=600), seen(60, size=600)]
    assert names(*copies, at_most=1200) == ["home-aaaa-60", "home-aaaa-50"]
    assert names(*copies, at_most=1) == ["home-aaaa-60"]


def test_known_damage_is_not_read_again() -> None:
    assert names(seen(40, state=CopyState.DAMAGED)) == []


def test_a_look_in_the_future_counts_for_nothing() -> None:
    assert names(copy(3, verified_at=NOW + timedelta(days=300))) == ["home-aaaa-3"]
