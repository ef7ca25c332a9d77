"""Rate and time left follow the last seconds; time is an argument."""

from __future__ import annotations

from kuroibara_desktop.core.progress import Meter, Progress, Stage


def test_rate_is_that_of_the_last_seconds() -> None:
    meter = Meter(window=10)
    for second in range(30):
        meter.note(second, second * 100)
    assert meter.rate == 100
    for second in range(30, 60):
        meter.note(second, 2900)
    assert meter.rate == 0
    assert meter.seconds_left(10_000) is None


def test_time_left_is_what_remains_at_that_rate() -> None:
    meter = Meter()
    meter.note(0, 0)
    assert meter.rate is None
    meter.note(0.2, 20)
    assert meter.rate is None  # too early to tell
    meter.note(1, 100)
    assert meter.seconds_left(1100) == 10
    assert meter.seconds_left(None) is None
    assert meter.seconds_left(50) == 0


def test_a_new_beginning_forgets_the_old_rate() -> None:
    meter = Meter()
    meter.note(0, 0)
    meter.note(1, 1000)
    meter.note(2, 0)
    assert meter.rate is None


def test_fraction_is_never_over_one_and_unknown_without_a_total() -> None:
    assert Progress(stage=Stage.COPYING, done=5, total=10).fraction == 0.5
    assert Progress(stage=Stage.COPYING, done=11, total=10).fraction == 1
    assert Progress(stage=Stage.COPYING, done=5).fraction is None
    assert Progress(stage=Stage.COPYING, done=0, total=0).fraction is None
