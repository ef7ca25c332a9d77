"""What the computer says of itself is told; what it does not say is not made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.ui.surroundings import Surroundings, on_battery

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

BATTERY = {"type": "Battery"}
MOUSE = {"type": "Battery", "scope": "Device"}
PLUGGED, UNPLUGGED = {"type": "Mains", "online": "1"}, {"type": "Mains", "online": "0"}
USB_C = {"type": "USB", "online": "1"}


@pytest.mark.parametrize(
    ("supplies", "expected"),
    [
        ([BATTERY, UNPLUGGED], True),
        ([BATTERY, PLUGGED], False),
        ([BATTERY, UNPLUGGED, USB_C], False),
        ([BATTERY], True),
        ([PLUGGED], None),
        ([MOUSE, PLUGGED], None),
        ([], None),
    ],
)
def test_battery_is_read_off_the_supplies(
    tmp_path: Path, supplies: list[dict[str, str]], expected: bool | None
) -> None:
    for number, facts in enumerate(supplies):
        folder = tmp_path / f"supply{number}"
        folder.mkdir()
        for name, value in facts.items():
            (folder / name).write_text(f"{value}\n")
    assert on_battery(tmp_path) is expected


def test_where_nothing_tells_of_power_nothing_is_known(tmp_path: Path) -> None:
    assert on_battery(tmp_path / "none") is None


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        self.now += 0.02
        return self.now


def test_a_clock_that_ran_ahead_means_that_the_computer_slept(qtbot: QtBot) -> None:
    clock = Clock()
    around = Surroundings(clock=clock, every=20)
    around.start()
    with qtbot.assertNotEmitted(around.woke, wait=200):
        pass
    with qtbot.waitSignal(around.woke):
        clock.now += 8 * 3600
    with qtbot.assertNotEmitted(around.woke, wait=200):
        pass
    around.stop()


def test_a_network_of_which_nobody_tells_is_unknown_not_unmetered(qtbot: QtBot) -> None:
    assert Surroundings().metered is None
