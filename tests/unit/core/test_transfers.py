"""Only the moves that are drawn are possible."""

from __future__ import annotations

import itertools

import pytest

from kuroibara_desktop.core.transfers import NEXT, Transfer, TransferId, TransferState


def transfer(state: TransferState) -> Transfer:
    return Transfer(id=TransferId("1"), server="s", filename="a.tar.gz", size=1, state=state)


@pytest.mark.parametrize(("old", "new"), list(itertools.product(TransferState, repeat=2)))
def test_a_move_is_possible_exactly_when_it_is_drawn(
    old: TransferState, new: TransferState
) -> None:
    if new in NEXT[old]:
        assert transfer(old).moved_to(new).state is new
    else:
        with pytest.raises(ValueError, match=f"a {old.value} transfer cannot become {new.value}"):
            transfer(old).moved_to(new)


def test_every_state_can_still_end() -> None:
    ends = {state for state in TransferState if state.over}
    assert ends == {TransferState.DONE, TransferState.CANCELLED}
    for state in set(TransferState) - ends:
        seen: set[TransferState] = set()
        reach = {state}
        while reach - seen:
            seen |= reach
            reach = {after for one in reach for after in NEXT[one]}
        assert seen & ends
