"""What does the app cost that somebody leaves running? Signed in, its window open, nothing to do.

Once a minute it looks at both sides; that look is part of what is measured, and of the wake-ups
it alone may come in a bunch.
"""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import closing, contextmanager
from itertools import pairwise
from statistics import linear_regression
from typing import TYPE_CHECKING

import pytest

from tests.support.display import Windows, display
from tests.support.faulty import until
from tests.support.process import processor_seconds, resident_bytes, wake_ups
from tests.support.settled import settled_home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.engine import RunningEngine

pytestmark = pytest.mark.benchmark

ROUNDS = 5  # of a minute each, with one look in each
SETTLES = 20  # seconds
MOST_SHARE = 0.005  # of one processor
MOST_BUSY = 2  # seconds of a minute in which it wakes more than once: its look
WARM_UP, WATCHED = 180, 600  # seconds
MOST_GROWTH = 2**20  # bytes in ten minutes


@contextmanager
def left_running(
    engine: RunningEngine, environment: dict[str, str], folder: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """The app as a process of its own, with its window open."""
    with display() as name:
        environment = environment | {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        home = settled_home(folder, engine, environment)
        with closing(Windows(name)) as windows:
            with subprocess.Popen(
                [sys.executable, "-m", "kuroibara_desktop"],
                env=environment | {"KUROIBARA_DESKTOP_HOME": str(home)},
                stderr=subprocess.DEVNULL,
            ) as app:
                try:
                    until(lambda: "Home" in windows.titles(), seconds=60)
                    yield app
                finally:
                    app.terminate()


def test_idle_it_takes_next_to_nothing_and_lets_the_machine_sleep(
    engine: RunningEngine, keyring_env: dict[str, str], tmp_path: Path
) -> None:
    with left_running(engine, keyring_env, tmp_path) as app:
        time.sleep(SETTLES)
        shares, busy = [], []
        for number in range(ROUNDS):
            used, woken = processor_seconds(app.pid), [wake_ups(app.pid)]
            for _ in range(60):
                time.sleep(1)
                woken.append(wake_ups(app.pid))
            shares.append((processor_seconds(app.pid) - used) / 60)
            each = [after - before for before, after in pairwise(woken)]
            busy.append(sum(count > 1 for count in each))
            print(
                f"\nminute {number + 1}: {shares[-1]:.2%} of a processor; {sum(each)} wake-ups, "
                f"{max(each)} of them in one second; more than one in {busy[-1]} of 60 seconds",
                end="",
            )
    print()
    assert sorted(shares)[ROUNDS // 2] <= MOST_SHARE
    assert sorted(busy)[ROUNDS // 2] <= MOST_BUSY


def test_in_ten_minutes_it_does_not_grow(
    engine: RunningEngine, keyring_env: dict[str, str], tmp_path: Path
) -> None:
    with left_running(engine, keyring_env, tmp_path) as app:
        time.sleep(WARM_UP)
        began = time.monotonic()
        at, held = [], []
        while (now := time.monotonic() - began) < WATCHED:
            at.append(now)
            held.append(resident_bytes(app.pid))
            time.sleep(5)
    grown = linear_regression(at, held).slope * WATCHED
    print(f"\n{held[-1] / 2**20:.0f} MiB resident, {grown / 2**20:+.2f} MiB in ten minutes")
    assert grown <= MOST_GROWTH
