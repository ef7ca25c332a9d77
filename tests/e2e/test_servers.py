"""Several servers in the real window: one shown at a time, and never the list of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kuroibara_desktop import profile as profiles
from tests.e2e.steps import NAME, TABLE, give_password, set_up, wait_for_rows
from tests.support.engine import running_engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from kuroibara_desktop.ui.window import MainWindow
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine

pytestmark = pytest.mark.usefixtures("session_bus")


@pytest.fixture
def other(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[RunningEngine]:
    """A second server."""
    folder = tmp_path / "other"
    folder.mkdir()
    with running_engine(folder, postgres, kuroibara_template) as running:
        yield running


@pytest.fixture
def window(
    engine: RunningEngine,
    other: RunningEngine,
    open_window: OpenWindow,
    pilot: Pilot,
    tmp_path: Path,
) -> MainWindow:
    """Both are set up, each with one backup; the second is in use."""
    engine.create("mine", include_storage=False)
    other.create("theirs", include_storage=False)
    window = open_window()
    admin = engine.admin
    set_up(pilot, engine.url, admin.username, admin.password, tmp_path / "archive")
    wait_for_rows(pilot)
    pilot.key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    pilot.click("Servers")
    pilot.click("Add a server…")
    pilot.fill("Server address", other.url)
    pilot.key(Qt.Key.Key_Return)
    give_password(pilot, other.admin.username, other.admin.password)
    pilot.click("Backups")
    pilot.wait("the other list", lambda: names(pilot) == ["theirs"])
    return window


def names(pilot: Pilot) -> list[str]:
    return [row[NAME] for row in pilot.rows(TABLE)] if pilot.reads("Backups") else []


def offered(window: MainWindow) -> set[str]:
    """The servers that the open menu can switch to, among what else can be ticked in it."""
    return {action.text() for action in window.menu.actions() if action.isCheckable()}


def short(engine: RunningEngine) -> str:
    return engine.url.removeprefix("http://")


def test_switching_by_the_keys_shows_the_other_server_everywhere_at_once(
    window: MainWindow, engine: RunningEngine, other: RunningEngine, pilot: Pilot, home: Home
) -> None:
    assert short(other) in window.sidebar.server.accessibleName()
    window.sidebar.server.setFocus()
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the menu", window.menu.isVisible)
    pilot.wait("both servers in it", lambda: {short(engine), short(other)} <= offered(window))
    pilot.click_menu(short(engine))
    pilot.wait("the switch", lambda: short(engine) in window.sidebar.server.accessibleName())
    assert "theirs" not in names(pilot)
    pilot.wait("its list", lambda: names(pilot) == ["mine"])
    assert profiles.load(home).servers[0].address == engine.url
    assert len(profiles.load(home).servers) == 2
    pilot.wait("the answer", lambda: window.doors.home.page.view is not None)


@pytest.mark.slow
def test_a_list_that_comes_late_is_not_shown_for_the_other_server(
    window: MainWindow, engine: RunningEngine, pilot: Pilot
) -> None:
    window.doors.refresh()  # of the server in use; its answer is on its way
    window.doors.settings.servers.use(engine.url)
    pilot.wait("its list", lambda: names(pilot) == ["mine"])
    pilot.wait("quiet", lambda: window.tasks.busy == 0)
    assert names(pilot) == ["mine"]


@pytest.mark.slow
def test_a_server_is_renamed_and_forgotten_and_its_sign_in_stays(
    window: MainWindow, engine: RunningEngine, other: RunningEngine, pilot: Pilot, home: Home
) -> None:
    pilot.key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    pilot.click("Servers")
    pilot.click(f"Rename: {short(other)}")
    pilot.fill("Name", "The attic")
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the name", lambda: "The attic" in window.sidebar.server.accessibleName())
    pilot.click("Forget: The attic")
    pilot.wait("the question", lambda: pilot.reads("your sign-in stays in the keyring"))
    pilot.click("Forget it")
    pilot.wait("the other", lambda: short(engine) in window.sidebar.server.accessibleName())
    assert [one.address for one in profiles.load(home).servers] == [engine.url]
    pilot.click("Add a server…")
    pilot.fill("Server address", other.url)
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the sign-in", lambda: pilot.reads("backup engine"))


@pytest.mark.slow
def test_a_server_that_nobody_is_signed_in_at_asks_for_it_and_back_leads_back(
    window: MainWindow, engine: RunningEngine, other: RunningEngine, pilot: Pilot, home: Home
) -> None:
    pilot.key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    pilot.click("Servers")
    pilot.click(f"Sign out: {short(engine)}")
    pilot.wait("the button", lambda: not pilot.can_press(f"Sign out: {short(engine)}"))
    pilot.click(f"Use this server: {short(engine)}")
    pilot.wait("the sign-in", lambda: pilot.can_press("Back"))
    pilot.click("Back")
    pilot.click("Back")
    pilot.wait("the settings", lambda: pilot.can_press(f"Use this server: {short(engine)}"))
    assert profiles.load(home).servers[0].address == other.url
    pilot.click(f"Use this server: {short(engine)}")
    give_password(pilot, engine.admin.username, engine.admin.password)
    pilot.wait("the switch", lambda: short(engine) in window.sidebar.server.accessibleName())
    assert profiles.load(home).servers[0].address == engine.url
