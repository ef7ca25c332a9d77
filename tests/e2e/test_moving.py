"""A library moves to another server in the real window; and comes back when its server is gone."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kuroibara_backup.service.engine import opened
from kuroibara_desktop.demo.pilot import rest
from tests.e2e.steps import give_password, set_up
from tests.support.engine import new_user, serving
from tests.support.faulty import Fault
from tests.support.restoring import backed_up, other_server, server_with_sample, whole
from tests.support.standing import held_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample
    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import User
    from tests.support.faulty import FaultyProxy
    from tests.support.restoring import Server as Settled

pytestmark = pytest.mark.usefixtures("session_bus")


@pytest.fixture
def old(
    tmp_path: Path,
    postgres: EmbeddedPostgres,
    sample_template: tuple[str, Sample],
) -> Iterator[tuple[Settled, User, str]]:
    """The old server, whose administrator is `mika`, with a full backup."""
    with server_with_sample(tmp_path / "old", postgres, sample_template) as settled:
        mika = new_user(settled.url, "mika_of_old", superuser=True)
        backed_up(settled, name="all_of_it")
        with opened(settled.settings) as service:
            service.start()
            with serving(service) as url:
                yield settled, mika, url


@pytest.fixture
def new(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[tuple[Settled, str]]:
    more = {"backup_daily_enabled": True}
    with other_server(tmp_path / "new", postgres, kuroibara_template, **more) as settled:
        with opened(settled.settings) as service:
            service.start()
            with serving(service) as url:
                yield settled, url


def add_on_the_way(pilot: Pilot, address: str, owner: User | None) -> None:
    """Choose to move, and set up the server that it goes to."""
    assert owner is not None
    pilot.click("Restore")
    pilot.click("Move…")
    pilot.wait("the choice", lambda: pilot.reads("Which backup moves?"))
    pilot.click("Add a server…")
    pilot.fill("Server address", address)
    pilot.key(Qt.Key.Key_Return)
    give_password(pilot, owner.username, owner.password)
    pilot.wait("the way back", lambda: pilot.reads("Where to?"))


def name_of_the_server(pilot: Pilot) -> str:
    pilot.wait("the plan", lambda: pilot.can_press("Replace what is there…"))
    [title] = [text for text in pilot.texts() if text.startswith("What would change on ")]
    return title.removeprefix("What would change on ")


@pytest.mark.slow
def test_a_library_moves_to_a_server_that_is_added_on_the_way(
    old: tuple[Settled, User, str],
    new: tuple[Settled, str],
    open_window: OpenWindow,
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    window = open_window()
    _, mika, old_url = old
    set_up(pilot, old_url, mika.username, mika.password, tmp_path / "archive")
    pilot.click("Copy offsite now")
    pilot.wait("the copy", lambda: bool(list((tmp_path / "archive").glob("*/*.tar.gz"))))
    add_on_the_way(pilot, new[1], new[0].owner)
    pilot.click("Check the backup")
    pilot.click("See what would change")
    name = name_of_the_server(pilot)
    pilot.click("Replace what is there…")
    pilot.fill("Name of the server", name)
    pilot.click("Restore now")
    pilot.wait("the end", lambda: pilot.reads("Restored"))
    assert whole(new[0].settings).files == whole(old[0].settings).files

    pilot.click("Compare with the backup")
    pilot.wait("the sign-in", lambda: pilot.reads("the accounts are now those of the backup"))
    pilot.click("Sign in…")
    give_password(pilot, mika.username, mika.password)
    pilot.wait("the page", lambda: pilot.can_press("Compare with the backup"))
    pilot.click("Compare with the backup")
    pilot.wait("the list", lambda: pilot.can_press("Copy the list"))
    rest(100)
    pilot.click("Copy the list")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line[:3] for line in lines] == ["[x]"] * 5, lines
    assert window.doors.restore.door.page.face is window.doors.restore.door.page.outcome


@pytest.mark.slow
def test_a_move_that_is_cancelled_at_any_step_leaves_both_servers_as_they_were(
    old: tuple[Settled, User, str],
    new: tuple[Settled, str],
    open_window: OpenWindow,
    faulty: Callable[[str], FaultyProxy],
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    open_window()
    here, mika, old_url = old
    there, proxy = new[0], faulty(new[1])
    set_up(pilot, old_url, mika.username, mika.password, tmp_path / "archive")
    pilot.click("Copy offsite now")
    pilot.wait("the copy", lambda: bool(list((tmp_path / "archive").glob("*/*.tar.gz"))))
    add_on_the_way(pilot, proxy.url, there.owner)
    before = whole(here.settings), whole(there.settings)

    def nothing_happened() -> bool:
        return (whole(here.settings), whole(there.settings)) == before

    # Before anything was chosen.
    pilot.click("Back")
    pilot.wait("the start", lambda: pilot.can_press("Move…"))

    # While the backup is sent.
    pilot.click("Move…")
    pilot.click("Check the backup")
    proxy.misbehave(Fault(only="/backup/uploads", method="PUT", delay=1.0))
    pilot.click("See what would change")
    pilot.wait("the sending", lambda: bool(proxy.passed("/backup/uploads", "POST")))
    pilot.click("Stop")
    pilot.wait("the list", lambda: pilot.reads("Given up"))
    proxy.misbehave()
    assert not pilot.can_press("Go on: all_of_it.tar.gz")
    assert nothing_happened()

    # Where the name is asked for; and the plan is left.
    pilot.click("Move…")
    pilot.click("Check the backup")
    pilot.click("See what would change")
    name_of_the_server(pilot)
    pilot.click("Replace what is there…")
    pilot.click("Cancel")
    pilot.click("Back")
    pilot.wait("the wish", lambda: pilot.can_press("See what would change"))
    assert [r.path for r in proxy.passed("/backup/restores", "POST") if "plan" not in r.path] == []
    assert nothing_happened()

    # While the new server restores; it can still go back on it, and says so.
    pilot.click("See what would change")
    name = name_of_the_server(pilot)
    with held_up(there):
        pilot.click("Replace what is there…")
        pilot.fill("Name of the server", name)
        pilot.click("Restore now")
        pilot.wait("the restore", lambda: pilot.reads("Safe to close: the server goes on"))
        pilot.click("Stop")
        pilot.wait("the word", lambda: bool(proxy.passed("/cancel", "POST")))
    pilot.wait("the end", lambda: pilot.reads("Nothing was changed"))
    assert not pilot.can_press("Roll back…")
    assert nothing_happened()
    pilot.click("Done")
    pilot.wait("the start", lambda: pilot.can_press("Move…"))


@pytest.mark.slow
def test_after_a_day_without_the_server_the_way_to_a_new_one_is_offered(
    old: tuple[Settled, User, str],
    open_window: OpenWindow,
    home: Home,
    faulty: Callable[[str], FaultyProxy],
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    first = open_window()
    _, mika, url = old
    proxy = faulty(url)
    set_up(pilot, proxy.url, mika.username, mika.password, tmp_path / "archive")
    pilot.click("Copy offsite now")
    pilot.wait("the copy", lambda: bool(list((tmp_path / "archive").glob("*/*.tar.gz"))))
    first.leave()
    proxy.refuse()
    long_ago(home)
    window = open_window()
    pilot.click("My server is gone…: The server does not answer.")
    pilot.wait("the choice", lambda: pilot.reads("Use all_of_it.tar.gz"))
    assert pilot.reads("every byte was read back here")
    pilot.click("Copy as text")
    page = QGuiApplication.clipboard().text()
    assert "sha256sum -c 'all_of_it.tar.gz.sha256'" in page
    for name, begins in (("page.pdf", b"%PDF-"), ("page.html", b"<!DOCTYPE html>")):
        window.doors.restore.door.leaving.save_page(tmp_path / name)
        pilot.wait("the page", partial(pilot.reads, f"saved as {name}"))
        assert (tmp_path / name).read_bytes().startswith(begins)
    pilot.click("Move to another server…")
    pilot.wait("the choice", lambda: pilot.reads("Which backup moves?"))


def long_ago(home: Home) -> None:
    """As if the server had last answered two days ago."""
    watch = home.data / "watch.json"
    told = json.loads(watch.read_text())
    told["server_seen"] = (datetime.now(UTC) - timedelta(days=2)).isoformat()
    watch.write_text(json.dumps(told))
