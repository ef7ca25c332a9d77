"""The states of a restore: every drawn move is possible, and no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest

from kuroibara_desktop.core.restores import Phase
from kuroibara_desktop.core.restoring import (
    FORGOTTEN_AFTER,
    NEXT,
    Journey,
    JourneyId,
    JourneyState,
    RestoreFile,
    is_forgotten,
    names_match,
    told_by,
)

JOURNEY = Journey(
    id=JourneyId("1"),
    server="https://nas",
    source=RestoreFile(
        path=Path("a.tar.gz"),
        size=1,
        mtime_ns=1,
        sha256="0" * 64,
        format=2,
        includes_storage=True,
    ),
)


@pytest.mark.parametrize(("one", "other"), list(product(JourneyState, JourneyState)))
def test_only_drawn_moves_are_possible(one: JourneyState, other: JourneyState) -> None:
    journey = replace(JOURNEY, state=one)
    if other in NEXT[one]:
        assert journey.moved_to(other).state is other
    else:
        with pytest.raises(ValueError, match="cannot become"):
            journey.moved_to(other)


def test_what_the_server_may_be_working_on_can_never_be_abandoned_here() -> None:
    for state in JourneyState:
        if state.at_the_server:
            assert JourneyState.ABANDONED not in NEXT[state]
            assert JourneyState.FAILED not in NEXT[state]


@pytest.mark.parametrize(("state", "phase"), list(product(JourneyState, Phase)))
def test_no_word_of_a_server_breaks_a_journey(state: JourneyState, phase: Phase) -> None:
    journey = replace(JOURNEY, state=state)
    after = told_by(journey, phase)
    assert after.state is state or after.state in NEXT[state] | NEXT[JourneyState.RUNNING]


@pytest.mark.parametrize(
    ("state", "phase", "after"),
    [
        (JourneyState.BEGINNING, Phase.PLANNED, JourneyState.PLANNED),
        (JourneyState.BEGINNING, Phase.WAITING, JourneyState.RUNNING),
        (JourneyState.BEGINNING, Phase.RESTORED, JourneyState.RESTORED),
        (JourneyState.RUNNING, Phase.SWAPPING, JourneyState.RUNNING),
        (JourneyState.RUNNING, Phase.UNCHANGED, JourneyState.UNCHANGED),
        (JourneyState.RUNNING, Phase.OVER, JourneyState.RESTORED),
        (JourneyState.RETURNING, Phase.RETURNING, JourneyState.RETURNING),
        (JourneyState.RETURNING, Phase.ROLLED_BACK, JourneyState.ROLLED_BACK),
        (JourneyState.RETURNING, Phase.RESTORED, JourneyState.RESTORED),
    ],
)
def test_the_server_s_word_moves_the_state(
    state: JourneyState, phase: Phase, after: JourneyState
) -> None:
    assert told_by(replace(JOURNEY, state=state), phase).state is after


def test_a_name_has_to_be_typed_as_it_is() -> None:
    assert names_match(" kuroibara@nas\n", "kuroibara@nas")
    assert not names_match("Kuroibara@nas", "kuroibara@nas")
    assert not names_match("", "kuroibara@nas")


@pytest.mark.parametrize("state", list(JourneyState))
def test_only_what_nobody_goes_on_with_is_forgotten_and_only_after_its_time(
    state: JourneyState,
) -> None:
    changed = datetime(2026, 11, 16, 9, tzinfo=UTC)
    forgotten = is_forgotten(state, changed, changed + FORGOTTEN_AFTER)
    assert forgotten is state.stands_still
    assert not is_forgotten(state, changed, changed + FORGOTTEN_AFTER - timedelta(seconds=1))
    if forgotten:  # nothing at the server depends on the row: no ticket, and nothing under way
        assert not state.at_the_server
        assert JourneyState.RESTORED not in NEXT[state]


def test_what_lies_on_the_server_is_planned_without_being_sent() -> None:
    assert JOURNEY.moved_to(JourneyState.PLANNING).state is JourneyState.PLANNING
    assert not JOURNEY.lies_there
