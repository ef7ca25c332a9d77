"""Every transfer is said as it is: what moves, what waits, what stands still, what ended."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kuroibara_desktop.core.progress import Stage
from kuroibara_desktop.core.queue import HourLimit, SpeedRules, Wish
from kuroibara_desktop.core.transfers import TransferState
from kuroibara_desktop.ui.transfers.view import Phase, lines, total
from kuroibara_desktop.ui.transfers.wording import LOOKS, TransferWording
from tests.unit.ui.transfers.rows import MIB, pulse, shown, told, wanted

S = TransferState
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
WORDS = TransferWording(now=lambda: NOW)


@pytest.mark.parametrize(
    ("state", "phase"),
    [
        (S.QUEUED, Phase.QUEUED),
        (S.RUNNING, Phase.COPYING),
        (S.WAITING, Phase.WAITING),
        (S.PAUSED, Phase.PAUSED),
        (S.FAILED, Phase.FAILED),
        (S.DONE, Phase.DONE),
        (S.CANCELLED, Phase.CANCELLED),
    ],
)
def test_every_state_has_a_word_and_a_sign(state: TransferState, phase: Phase) -> None:
    [line] = shown(wanted("a", state))
    assert line.phase is phase
    assert WORDS.state(line)
    assert all(LOOKS[phase])


def test_a_copy_that_runs_tells_how_far_how_fast_and_how_long() -> None:
    row = wanted("a", S.RUNNING)
    [line] = lines(told(row), pulse("a", 40 * MIB))
    assert (line.phase, line.fraction, line.rate) == (Phase.COPYING, 0.4, MIB)
    assert WORDS.detail(line) == "40.0 MiB of 100 MiB · 1.00 MiB/s · 1 min left"
    assert WORDS.percent(line) == "40 %"


def test_nearly_whole_is_not_whole() -> None:
    [line] = lines(told(wanted("a", S.RUNNING)), pulse("a", 100 * MIB - 1))
    assert WORDS.percent(line) == "99 %"


def test_a_copy_that_does_not_move_is_stalled_not_failed() -> None:
    [line] = lines(told(wanted("a", S.RUNNING)), pulse("a", 40 * MIB, stalled=True))
    assert line.phase is Phase.STALLED
    assert "goes on by itself" in WORDS.detail(line)
    assert line.rate is None
    assert LOOKS[line.phase][0] != "bad"


def test_a_lost_connection_is_said_while_it_is_waited_for() -> None:
    note = "Nothing answers there. Next try in 5 s."
    [line] = lines(
        told(wanted("a", S.RUNNING)), pulse("a", 40 * MIB, stage=Stage.WAITING, note=note)
    )
    assert (WORDS.state(line), line.done) == ("Reconnecting", 40 * MIB)
    assert WORDS.detail(line) == note


def test_what_waits_says_why_and_until_when() -> None:
    soon = NOW.timestamp() + 240
    row = wanted("a", S.WAITING, next_try=soon, problem="Nothing answers.")
    [line] = lines(told(row, received={"a": 7 * MIB}), None)
    at = f"{datetime.fromtimestamp(soon).astimezone():%H:%M}"
    assert WORDS.detail(line) == f"Nothing answers. · next try at {at}"
    assert (line.retryable, line.pausable, line.done) == (True, True, 7 * MIB)


def test_a_wish_that_is_not_heard_yet_is_shown_at_once() -> None:
    [line] = shown(wanted("a", S.RUNNING, wish=Wish.CANCEL))
    assert line.phase is Phase.STOPPING
    assert (line.cancellable, line.pausable, line.movable) == (False, False, False)


def test_what_another_process_copies_is_told_by_the_bytes_that_are_here() -> None:
    [line] = lines(told(wanted("a", S.RUNNING), received={"a": 25 * MIB}), None)
    assert line.fraction == 0.25


def test_what_is_wanted_comes_first_in_its_order_then_what_ended_the_latest_first() -> None:
    found = shown(
        wanted("old", S.DONE, 0, ended_at=1.0),
        wanted("first", S.PAUSED, 1),
        wanted("new", S.CANCELLED, 2, ended_at=2.0),
        wanted("second", S.QUEUED, 3),
    )
    assert [line.name for line in found] == ["first", "second", "new", "old"]


def test_the_total_counts_what_comes_by_itself() -> None:
    rows = [
        wanted("a", S.RUNNING),
        wanted("b", S.QUEUED, 1),
        wanted("c", S.PAUSED, 2),
        wanted("d", S.FAILED, 3),
        wanted("e", S.DONE, 4, ended_at=1.0),
    ]
    found = total(lines(told(*rows), pulse("a", 40 * MIB)))
    assert (found.count, found.size, found.seconds) == (2, 160 * MIB, 160.0)
    assert WORDS.total(found) == "2 copies to come · 160 MiB left · about 2 min 40 s"
    assert WORDS.total(total(())) == "Nothing is waiting to be copied"


def test_what_was_paused_is_not_forgotten_in_the_total() -> None:
    held = lines(
        told(wanted("a", S.PAUSED), wanted("b", S.PAUSED, 1), received={"a": 40 * MIB}), None
    )
    assert WORDS.total(total(held)) == "Paused · 160 MiB left"


def test_the_limit_is_said_on_its_button() -> None:
    night = HourLimit(begins=NOW.time(), ends=NOW.time().replace(hour=18), bytes_per_second=None)
    assert WORDS.speed(SpeedRules()) == "Speed: no limit"
    assert WORDS.speed(SpeedRules(always=5 * MIB)) == "Speed: 5.00 MiB/s"
    assert WORDS.speed(SpeedRules(hours=(night,))) == "Speed: by the hour"
