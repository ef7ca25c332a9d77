"""The queue in the real window: ordered, paused, cancelled and gone on with, to the byte."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kuroibara_desktop.ui.desk import Desk
from tests.e2e.steps import TABLE, set_up, to_backups, wait_for_rows
from tests.support.faulty import UNAUTHORIZED, Fault, FaultyProxy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from kuroibara_desktop.ui.window import MainWindow
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine

pytestmark = pytest.mark.usefixtures("session_bus")

DOWNLOAD = "/backup/download"
SLOW = Fault(only=DOWNLOAD, bytes_per_second=60_000)
NAMES = ["three", "two", "one"]  # the newest first, as the table has them


@pytest.fixture
def window(
    engine: RunningEngine,
    proxy: FaultyProxy,
    open_window: OpenWindow,
    pilot: Pilot,
    tmp_path: Path,
) -> MainWindow:
    """Signed in through the proxy, with three full backups on the server."""
    for name in reversed(NAMES):
        engine.create(name)
    made = open_window()
    set_up(pilot, proxy.url, engine.admin.username, engine.admin.password, tmp_path / "archive")
    wait_for_rows(pilot, 3)
    return made


def copy_all(pilot: Pilot) -> None:
    pilot.click_row(TABLE, 0)
    pilot.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    pilot.click("Copy offsite now")
    pilot.click("Transfers")
    pilot.wait("three transfers", lambda: len(pilot.rows("Transfers")) == 3)
    pilot.wait("the first to run", lambda: "Copying" in states(pilot))


def names(pilot: Pilot) -> list[str]:
    return [row[0] for row in pilot.rows("Transfers")]


def states(pilot: Pilot) -> list[str]:
    return [row[2] for row in pilot.rows("Transfers")]


def row_of(pilot: Pilot, name: str) -> int:
    return names(pilot).index(name)


def same_bytes(engine: RunningEngine, archive: Path, *wanted: str) -> bool:
    def sha256(path: Path) -> str:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    here = {path.name.removesuffix(".tar.gz"): path for path in archive.glob("*/*.tar.gz")}
    assert here.keys() == set(wanted)
    return all(
        sha256(here[name]) == sha256(engine.engine_folder / f"{name}.tar.gz") for name in wanted
    )


@pytest.mark.slow
def test_they_are_reordered_paused_and_cancelled_by_mouse_and_keys(
    window: MainWindow, engine: RunningEngine, proxy: FaultyProxy, pilot: Pilot, tmp_path: Path
) -> None:
    proxy.misbehave(SLOW)
    copy_all(pilot)
    first, second, third = names(pilot)
    pilot.click_row("Transfers", 2)
    pilot.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    pilot.wait("the new order", lambda: names(pilot) == [first, third, second])
    pilot.click_row("Transfers", row_of(pilot, second))
    pilot.click("Cancel")
    pilot.wait("its end", lambda: states(pilot)[row_of(pilot, second)] == "Cancelled")
    pilot.click_row("Transfers", row_of(pilot, first))
    pilot.key(Qt.Key.Key_Space)
    pilot.wait("the pause", lambda: states(pilot)[row_of(pilot, first)] == "Paused")
    pilot.wait("the next one", lambda: states(pilot)[row_of(pilot, third)] == "Copying")
    proxy.misbehave()
    pilot.wait("its copy", lambda: states(pilot)[row_of(pilot, third)] == "Copied")
    pilot.click_row("Transfers", row_of(pilot, first))
    pilot.click("Go on")
    pilot.wait("the other", lambda: states(pilot)[row_of(pilot, first)] == "Copied")
    assert same_bytes(engine, tmp_path / "archive", first, third)
    assert proxy.passed(f"{first}.tar.gz")[-1].range is not None, "no byte came twice"
    pilot.click("Clear finished")
    pilot.wait("the empty page", lambda: pilot.reads("Nothing is being copied"))


@pytest.mark.slow
def test_all_are_paused_and_gone_on_with(
    window: MainWindow, engine: RunningEngine, proxy: FaultyProxy, pilot: Pilot, tmp_path: Path
) -> None:
    proxy.misbehave(SLOW)
    copy_all(pilot)
    pilot.click("Pause all")
    pilot.wait("the pause", lambda: states(pilot) == ["Paused"] * 3)
    proxy.misbehave()
    pilot.click("Resume all")
    pilot.wait("the copies", lambda: states(pilot) == ["Copied"] * 3)
    assert same_bytes(engine, tmp_path / "archive", *NAMES)


@pytest.mark.slow
def test_a_card_on_every_page_pauses_what_runs(
    window: MainWindow, proxy: FaultyProxy, pilot: Pilot
) -> None:
    proxy.misbehave(SLOW)
    copy_all(pilot)
    [running] = [row[0] for row in pilot.rows("Transfers") if row[2] == "Copying"]
    pilot.click("Home")
    pilot.wait("the card", lambda: pilot.reads(f"Copying {running}"))
    pilot.click(f"Pause: Copying {running}")
    pilot.click("Transfers")
    pilot.wait("the pause", lambda: states(pilot)[row_of(pilot, running)] == "Paused")


def test_a_token_that_runs_out_in_mid_file_is_renewed_and_no_byte_comes_twice(
    window: MainWindow, engine: RunningEngine, proxy: FaultyProxy, pilot: Pilot, tmp_path: Path
) -> None:
    proxy.misbehave(
        Fault(only=DOWNLOAD, cut_after=100_000, times=1),
        Fault(only=DOWNLOAD, answer=UNAUTHORIZED, times=1, then=True),
    )
    pilot.click_row(TABLE, 0)
    pilot.click("Copy offsite now")
    pilot.click("Transfers")
    pilot.wait("the copy", lambda: states(pilot) == ["Copied"])
    assert proxy.passed("three.tar.gz")[-1].range == "bytes=100000-"
    assert same_bytes(engine, tmp_path / "archive", "three")


@pytest.mark.slow
def test_a_drive_that_goes_and_comes_back_costs_nothing(
    window: MainWindow, engine: RunningEngine, proxy: FaultyProxy, pilot: Pilot, tmp_path: Path
) -> None:
    proxy.misbehave(SLOW)
    copy_all(pilot)
    archive, away = tmp_path / "archive", tmp_path / "unplugged"
    pilot.click("Pause all")
    pilot.wait("the pause", lambda: states(pilot) == ["Paused"] * 3)
    archive.rename(away)
    proxy.misbehave()
    pilot.click("Resume all")
    pilot.wait("the dialog", lambda: pilot.reads("The archive folder is not there"))
    pilot.click("Close")
    assert pilot.reads("Connect the drive")
    assert not archive.exists()
    away.rename(archive)
    to_backups(pilot)
    pilot.click("Refresh the list")
    pilot.click("Transfers")
    pilot.wait("the copies", lambda: states(pilot) == ["Copied"] * 3)
    assert not pilot.reads("Connect the drive")
    assert same_bytes(engine, archive, *NAMES)


def begun(archive: Path) -> int:
    return sum(part.stat().st_size for part in archive.glob("*/*.part"))


def copy_first(pilot: Pilot, archive: Path) -> None:
    """Begin with the newest, until some of it is here."""
    pilot.click_row(TABLE, 0)
    pilot.click("Copy offsite now")
    pilot.click("Transfers")
    pilot.wait("some bytes", lambda: begun(archive) > 50_000)


@pytest.mark.slow
def test_a_server_that_goes_away_in_mid_copy_is_waited_for(
    window: MainWindow, engine: RunningEngine, proxy: FaultyProxy, pilot: Pilot, tmp_path: Path
) -> None:
    proxy.misbehave(SLOW)
    copy_first(pilot, tmp_path / "archive")
    proxy.refuse()
    pilot.wait("the word for it", lambda: states(pilot) in (["Reconnecting"], ["Waiting"]))
    proxy.misbehave()
    proxy.listen()
    pilot.wait("the copy", lambda: states(pilot) == ["Copied"], patience=60)
    assert same_bytes(engine, tmp_path / "archive", "three")
    assert proxy.passed("three.tar.gz")[-1].range is not None


@pytest.mark.slow
def test_a_server_under_a_new_address_is_gone_on_with(
    window: MainWindow,
    home: Home,
    engine: RunningEngine,
    proxy: FaultyProxy,
    faulty: Callable[[str], FaultyProxy],
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    proxy.misbehave(SLOW)
    copy_first(pilot, tmp_path / "archive")
    pilot.click("Pause all")
    pilot.wait("the pause", lambda: states(pilot) == ["Paused"])
    proxy.refuse()
    moved = faulty(engine.url)
    desk = Desk(home)
    desk.sign_in(desk.probe(moved.url), engine.admin.username, engine.admin.password, None)
    desk.close()
    pilot.click("Resume all")
    pilot.wait("the copy", lambda: states(pilot) == ["Copied"])
    assert moved.passed("three.tar.gz")[-1].range is not None, "it goes on from what was here"
    [copy] = (tmp_path / "archive").glob("*/*.tar.gz")
    assert copy.read_bytes() == (engine.engine_folder / "three.tar.gz").read_bytes()


@pytest.mark.slow
def test_what_the_command_copies_is_shown_here(
    window: MainWindow,
    engine: RunningEngine,
    proxy: FaultyProxy,
    session_bus: dict[str, str],
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    proxy.misbehave(SLOW)
    pilot.click("Transfers")
    environment = {**os.environ, **session_bus, "KUROIBARA_DESKTOP_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "kuroibara_desktop", "pull", "three"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as pulling:
        pilot.wait("how far it is", lambda: bool(pilot.rows("Transfers")[0][1]))
        assert states(pilot) == ["Copying"]
        pilot.wait("who copies it", lambda: pilot.reads("Another window or the command"))
        assert pulling.wait(timeout=60) == 0
    pilot.wait("its end", lambda: states(pilot) == ["Copied"])
    assert same_bytes(engine, tmp_path / "archive", "three")
