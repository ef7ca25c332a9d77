"""A swap reaches wholly one state or the other, wherever it was cut and whatever came between."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.storage.moves import Move, Seen, Unit, backward, forward, read, written

Places = dict[str, str]
"""What lies where: `live`, `aside`, `incoming`; its value says what it is."""


Decide = Callable[[Unit, Seen], Move | None]


def seen(places: Places) -> Seen:
    return Seen(**{name: name in places for name in ("live", "aside", "incoming")})


def carry_out(places: Places, move: Move, strays: list[str]) -> None:
    source, target = move.value
    thing = places.pop(source)
    if target == "astray":
        strays.append(thing)
    else:
        assert target not in places, "a rename would have destroyed something"
        places[target] = thing


def run(unit: Unit, places: Places, decide: Decide, most: int, strays: list[str]) -> bool:
    """At most so many moves; True when the end was reached."""
    for _ in range(most):
        move = decide(unit, seen(places))
        if move is None:
            return True
        carry_out(places, move, strays)
    return decide(unit, seen(places)) is None


@given(
    had_live=st.booleans(),
    had_incoming=st.booleans(),
    cuts=st.lists(st.integers(0, 2), max_size=4),
    back=st.booleans(),
)
def test_cut_anywhere_it_ends_wholly_old_or_wholly_new(
    had_live: bool, had_incoming: bool, cuts: list[int], back: bool
) -> None:
    unit = Unit(b"x", had_live, had_incoming)
    start = {"live": "old"} if had_live else {}
    start |= {"incoming": "new"} if had_incoming else {}
    places, strays = dict(start), list[str]()
    for number, cut in enumerate(cuts):  # killed, and begun again in either direction
        run(unit, places, backward if number % 2 else forward, cut, strays)
    assert run(unit, places, backward if back else forward, 9, strays)
    end = dict(start)
    if not back:
        end = {"aside": "old"} if had_live else {}
        end |= {"live": "new"} if had_incoming else {}
    assert (places, strays) == (end, [])


@given(had_incoming=st.booleans(), cut=st.integers(0, 2), back=st.booleans())
def test_what_somebody_makes_in_the_gap_is_kept(had_incoming: bool, cut: int, back: bool) -> None:
    unit = Unit(b"x", live=True, incoming=had_incoming)
    places, strays = {"live": "old"}, list[str]()
    if had_incoming:
        places["incoming"] = "new"
    run(unit, places, forward, cut, strays)
    if "live" not in places:
        places["live"] = "somebody's"
    before = sorted(places.values())
    assert run(unit, places, backward if back else forward, 9, strays)
    assert sorted([*places.values(), *strays]) == before
    if back:
        assert places["live"] == "old"
    elif had_incoming:
        assert places["live"] == "new"
    else:
        assert places["aside"] == "old"


def test_the_new_one_stays_where_the_old_one_vanished_before_it_was_moved() -> None:
    unit = Unit(b"x", live=True, incoming=True)
    places, strays = {"incoming": "new"}, list[str]()
    assert run(unit, places, forward, 9, strays)
    assert run(unit, places, forward, 9, strays)
    assert places == {"live": "new"}
    assert run(unit, places, backward, 9, strays)
    assert places == {"incoming": "new"}


@given(path=st.binary(min_size=1), live=st.booleans(), incoming=st.booleans())
def test_a_unit_is_read_as_it_was_written(path: bytes, live: bool, incoming: bool) -> None:
    line = written(Unit(path, live, incoming))
    assert line.count(b"\n") == 1
    assert read(line) == Unit(path, live, incoming)
