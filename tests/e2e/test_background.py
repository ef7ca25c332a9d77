"""What the app does by itself: copies by the rules, once; damage found and mended; old ones go."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.retention import Policy
from kuroibara_desktop import wishes
from kuroibara_desktop.core.automatic import CopyRules, Fulls, Hold
from kuroibara_desktop.vault import Vault
from kuroibara_desktop.vault.pruning import keep_by
from kuroibara_desktop.wishes import Wishes
from tests.e2e.steps import NAME, TABLE, WHERE, set_up, to_backups, wait_for_rows
from tests.support.faulty import Fault, FaultyProxy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine

pytestmark = pytest.mark.usefixtures("session_bus")

DOWNLOAD = "/backup/download"


@pytest.fixture(autouse=True)
def usual(home: Home) -> None:
    wishes.save(home, Wishes())


@pytest.fixture
def signed_in(
    engine: RunningEngine,
    proxy: FaultyProxy,
    open_window: OpenWindow,
    pilot: Pilot,
    tmp_path: Path,
) -> Callable[[], None]:
    def open_and_sign_in() -> None:
        open_window()
        admin = engine.admin
        set_up(pilot, proxy.url, admin.username, admin.password, tmp_path / "archive")

    return open_and_sign_in


def where(pilot: Pilot) -> dict[str, str]:
    return {row[NAME]: row[WHERE] for row in pilot.rows(TABLE)}


def transfers(pilot: Pilot) -> dict[str, str]:
    return {row[0]: row[2] for row in pilot.rows("Transfers")}


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@pytest.mark.slow
def test_what_the_rules_want_comes_by_itself(
    engine: RunningEngine, signed_in: Callable[[], None], pilot: Pilot, tmp_path: Path
) -> None:
    engine.create("older", include_storage=False)
    engine.create("weekly")
    engine.create("daily", include_storage=False)
    signed_in()
    wait_for_rows(pilot, 3)
    pilot.wait(
        "the newest of each kind",
        lambda: where(pilot) == {"daily": "Both", "weekly": "Both", "older": "On the server"},
    )
    engine.create("daily_2", include_storage=False)
    engine.create("weekly_2")
    pilot.click("Refresh the list")
    pilot.wait("the next database", lambda: where(pilot).get("daily_2") == "Both")
    assert where(pilot)["weekly_2"] == "On the server", "this week's full one is here already"
    archive = tmp_path / "archive"
    for name in ("daily", "weekly", "daily_2"):
        [copy] = archive.glob(f"*/{name}.tar.gz")
        assert sha256(copy) == sha256(engine.engine_folder / copy.name)


@pytest.mark.slow
def test_what_the_user_cancelled_does_not_come_again_by_itself(
    engine: RunningEngine, signed_in: Callable[[], None], proxy: FaultyProxy, pilot: Pilot
) -> None:
    engine.create("weekly")
    proxy.misbehave(Fault(only=DOWNLOAD, bytes_per_second=50_000))
    signed_in()
    pilot.click("Transfers")
    pilot.wait("the copy to begin", lambda: transfers(pilot).get("weekly") == "Copying")
    pilot.click_row("Transfers", 0)
    pilot.click("Cancel")
    pilot.wait("its end", lambda: transfers(pilot) == {"weekly": "Cancelled"})
    pilot.click("Clear finished")
    pilot.wait("the empty page", lambda: pilot.reads("Nothing is being copied"))
    proxy.misbehave()
    engine.create("daily", include_storage=False)
    to_backups(pilot)
    pilot.click("Refresh the list")
    pilot.wait("another one", lambda: where(pilot).get("daily") == "Both")
    assert where(pilot)["weekly"] == "On the server"


def test_while_paused_nothing_comes_and_home_says_so(
    engine: RunningEngine,
    signed_in: Callable[[], None],
    home: Home,
    proxy: FaultyProxy,
    pilot: Pilot,
) -> None:
    wishes.save(home, Wishes(paused=True))
    engine.create("daily", include_storage=False)
    signed_in()
    wait_for_rows(pilot)
    pilot.click("Home")
    pilot.wait("the line", lambda: pilot.reads("Copying is paused"))
    assert not proxy.passed(DOWNLOAD)
    pilot.click_first("Go on")
    pilot.wait("no more of it", lambda: not pilot.reads("Copying is paused"))
    to_backups(pilot)
    pilot.wait("the copy", lambda: where(pilot) == {"daily": "Both"})
    assert not wishes.load(home).paused


@pytest.mark.slow
def test_a_rotten_copy_is_found_and_fetched_anew(
    engine: RunningEngine,
    signed_in: Callable[[], None],
    home: Home,
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    engine.create("weekly")
    signed_in()
    wait_for_rows(pilot)
    pilot.wait("the copy", lambda: where(pilot) == {"weekly": "Both"})
    vault = Vault.open(tmp_path / "archive", catalog=home.catalog_file, locks=home.locks)
    [copy] = vault.copies()
    with copy.path.open("r+b") as file:
        file.seek(200_000)
        byte = file.read(1)
        file.seek(200_000)
        file.write(bytes([byte[0] ^ 1]))
    vault.update(replace(copy, verified_at=datetime.now(UTC) - timedelta(days=31)))
    pilot.click("Refresh the list")
    pilot.wait("its end", lambda: copy.path.exists() and sha256(copy.path) == copy.sha256)
    pilot.click("Refresh the list")
    pilot.wait("the row", lambda: where(pilot) == {"weekly": "Both"})
    assert sha256(copy.path) == sha256(engine.engine_folder / "weekly.tar.gz")


@pytest.mark.slow
def test_after_a_copy_older_ones_go_by_the_rules_of_the_archive(
    engine: RunningEngine,
    signed_in: Callable[[], None],
    home: Home,
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    wishes.save(home, Wishes(copies=CopyRules(fulls=Fulls.NONE)))
    engine.create("first", include_storage=False)
    signed_in()
    wait_for_rows(pilot)
    pilot.wait("the copy", lambda: where(pilot) == {"first": "Both"})
    vault = Vault.open(tmp_path / "archive", catalog=home.catalog_file, locks=home.locks)
    keep_by(vault, Policy(daily=1, weekly=1, monthly=1, yearly=1, most=1, manual_too=True))
    engine.create("second", include_storage=False)
    pilot.click("Refresh the list")
    pilot.wait("the sentence", lambda: pilot.reads("went by the rules of the archive"))
    pilot.wait("both rows", lambda: where(pilot) == {"second": "Both", "first": "On the server"})
    assert [copy.name for copy in vault.copies()] == ["second"]


@pytest.mark.slow
def test_a_network_that_becomes_metered_stops_what_came_by_itself_until_a_person_says(
    engine: RunningEngine,
    open_window: OpenWindow,
    proxy: FaultyProxy,
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    engine.create("weekly")
    proxy.misbehave(Fault(only=DOWNLOAD, bytes_per_second=60_000))
    window = open_window()
    admin = engine.admin
    set_up(pilot, proxy.url, admin.username, admin.password, tmp_path / "archive")
    pilot.click("Transfers")
    pilot.wait("the copy to begin", lambda: transfers(pilot).get("weekly") == "Copying")
    window.doors.looks.stop()  # the next look would see the network of this computer
    window.doors.transfers.hold_back((Hold.METERED,))
    pilot.wait("it to wait", lambda: transfers(pilot) == {"weekly": "In the queue"})
    pilot.wait("why", lambda: pilot.reads("This network is metered"))
    proxy.misbehave()
    pilot.click("Copy anyway")
    pilot.wait("the copy", lambda: transfers(pilot) == {"weekly": "Copied"})
    assert proxy.passed(DOWNLOAD)[-1].range is not None


@pytest.mark.slow
def test_after_sleep_what_waited_is_tried_at_once(
    engine: RunningEngine,
    open_window: OpenWindow,
    proxy: FaultyProxy,
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    window = open_window()
    admin = engine.admin
    set_up(pilot, proxy.url, admin.username, admin.password, tmp_path / "archive")
    pilot.wait("the empty page", lambda: pilot.reads("No backups yet"))
    engine.create("daily", include_storage=False)
    window.doors.background.around.woke.emit()
    wait_for_rows(pilot)
    pilot.wait("the copy", lambda: where(pilot) == {"daily": "Both"})
