"""What does the app cost that somebody leaves running? Signed in, its window open, nothing to do.

Once a minute it looks at both sides; that look is part of what is measured.
"""

from __future__ import annotations

import faulthandler
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from statistics import linear_regression, median
from typing import TYPE_CHECKING

import pytest

from tests.support.display import Windows, display
from tests.support.process import processor_seconds, resident_bytes, wake_ups
from tests.support.settled import settled_home
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.engine import RunningEngine

pytestmark = pytest.mark.benchmark

ROUNDS, MINUTE = 5, 60  # each with one look in it
SETTLES = 20  # seconds
MOST_SHARE = 0.005  # of one processor
WARM_UP, WATCHED = 180, 600  # seconds
MOST_GROWTH = 2**20  # bytes in ten minutes


@pytest.fixture(autouse=True)
def patience() -> None:
    """It is no hanging test that takes more than five minutes here."""
    faulthandler.cancel_dump_traceback_later()


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
        shares, woken = [], []
        for number in range(ROUNDS):
            used = processor_seconds(app.pid)
            woken.append(wake_ups(app.pid, MINUTE))
            shares.append((processor_seconds(app.pid) - used) / MINUTE)
            print(
                f"\nminute {number + 1}: {shares[-1]:.2%} of a processor, {woken[-1]} wake-ups",
                end="",
            )
    print()
    assert median(shares) <= MOST_SHARE
    assert median(woken) <= MINUTE


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
