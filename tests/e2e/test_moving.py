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
from tests.support.restoring import backed_up, other_server, server_with_sample, whole

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
    pilot.click("Restore")
    pilot.click("Move…")
    pilot.wait("the choice", lambda: pilot.reads("Which backup moves?"))
    pilot.click("Add a server…")
    pilot.fill("Server address", new[1])
    pilot.key(Qt.Key.Key_Return)
    owner = new[0].owner
    assert owner is not None
    give_password(pilot, owner.username, owner.password)
    pilot.wait("the way back", lambda: pilot.reads("Where to?"))
    pilot.click("Check the backup")
    pilot.click("See what would change")
    pilot.wait("the plan", lambda: pilot.can_press("Replace what is there…"))
    [title] = [text for text in pilot.texts() if text.startswith("What would change on ")]
    pilot.click("Replace what is there…")
    pilot.fill("Name of the server", title.removeprefix("What would change on "))
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
