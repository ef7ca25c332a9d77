"""The Home page of the real window, on a real engine: from nothing to protected."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kuroibara_desktop.ui.home import memory
from tests.e2e.steps import TABLE, WHERE, set_up, wait_for_rows
from tests.unit.ui.samples import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine

pytestmark = pytest.mark.usefixtures("session_bus")


@pytest.fixture
def drive() -> Iterator[Path]:
    """A folder on another file system than the server's, as a drive would be."""
    other = Path("/dev/shm")
    if not other.is_dir() or other.stat().st_dev == Path("/").stat().st_dev:
        pytest.skip("there is no second file system here")
    with TemporaryDirectory(dir=other, prefix="kuroibara-") as folder:
        yield Path(folder)


def test_from_nothing_to_protected(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, drive: Path
) -> None:
    window = open_window()
    set_up(pilot, engine.url, engine.admin.username, engine.admin.password, drive / "archive")
    pilot.click("Home")
    pilot.wait("the answer", lambda: pilot.reads("The server has no backup yet"))
    pilot.click("Create the first backup")
    pilot.wait("the dialog", lambda: pilot.reads("Name, if you like"))
    pilot.click("Create backup")
    wait_for_rows(pilot)
    pilot.click("Home")
    pilot.wait("the answer", lambda: pilot.reads("none of them is on this computer"))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    pilot.wait("the button", lambda: pilot.can_press("Copy offsite now"))
    pilot.key(Qt.Key.Key_C, both)
    pilot.wait("the answer", lambda: pilot.reads("Your library is protected"))
    assert pilot.reads("A verified copy of today's full backup is on “")
    assert window.doors.home.page.strip.accessibleDescription().count("full backup: 1") == 1
    # The drive goes into a drawer: still protected, and that it is away is in the list.
    (drive / "archive").rename(drive / "away")
    pilot.key(Qt.Key.Key_F5)
    pilot.wait("the answer", lambda: pilot.reads("is not connected"))
    assert pilot.reads("Your library is protected")
    pilot.wait("the clock", lambda: window.doors.home.page.here.pill.text() == "Drive away")
    (drive / "away").rename(drive / "archive")
    pilot.click("Look again")
    pilot.wait("it is back", lambda: not pilot.reads("is not connected"))
    wait_for_rows(pilot)
    pilot.wait("it is back in the list", lambda: pilot.rows(TABLE)[0][WHERE] == "Both")


def test_copies_beside_the_server_are_no_protection(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    engine.create("weekly")
    open_window()
    set_up(pilot, engine.url, engine.admin.username, engine.admin.password, tmp_path / "archive")
    pilot.click("Home")
    pilot.click("Copy offsite now")
    pilot.wait("the answer", lambda: pilot.reads("on the server's own machine"))
    assert pilot.can_press("Choose a folder")


def test_what_was_seen_is_remembered_over_a_restart(
    engine: RunningEngine, open_window: OpenWindow, pilot: Pilot, home: Home, drive: Path
) -> None:
    engine.create("weekly")
    first = open_window()
    set_up(pilot, engine.url, engine.admin.username, engine.admin.password, drive / "archive")
    pilot.click("Home")
    pilot.click("Copy offsite now")
    pilot.wait("the answer", lambda: pilot.reads("Your library is protected"))
    first.close()
    shutil.move(drive / "archive", drive / "away")
    open_window()
    pilot.wait("the answer", lambda: pilot.reads("Your library is protected"))
    assert pilot.reads("The drive was here")
    assert [copy.name for copy in memory.load(home.data / "watch.json", NOW).copies] == ["weekly"]
