"""A backup that lies on the server comes back in the real window, and no byte of it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QMenu

from kuroibara_backup.service.engine import opened
from kuroibara_desktop.core.stored import stored
from kuroibara_desktop.secrets import SessionStore, Tickets
from kuroibara_desktop.server import Server
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.journeys import journeys
from kuroibara_desktop.transfers.restoring import Restoring
from tests.e2e.steps import TABLE, give_address, give_password, set_up, wait_for_rows
from tests.support.engine import new_user, serving
from tests.support.faulty import Fault
from tests.support.finished import finished
from tests.support.postgres import execute
from tests.support.restoring import backed_up, server_with_sample, whole
from tests.support.rights import Clock
from tests.support.standing import held_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample
    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from kuroibara_desktop.ui.window import MainWindow
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import User
    from tests.support.faulty import FaultyProxy
    from tests.support.plain_kuroibara import PlainKuroibara
    from tests.support.restoring import Server as Settled
    from tests.support.restoring import Whole

pytestmark = pytest.mark.usefixtures("session_bus")

FIGURES = "What would change"


class There:
    """A library that was backed up on its own server, and has lost something since."""

    def __init__(self, settled: Settled, mika: User, proxy: FaultyProxy, clock: Clock) -> None:
        self.settled, self.mika, self.proxy, self.clock = settled, mika, proxy, clock
        self.held = self.state()
        execute(settled.url, "DELETE FROM reading_progress")
        execute(settled.url, "UPDATE manga SET title = 'lost'")
        sorted(settled.settings.storage_path.rglob("*.cbz"))[0].unlink()
        self.spoiled = self.state()

    def state(self) -> Whole:
        return whole(self.settled.settings)

    def was_left_in_peace(self) -> bool:
        """Whether no backup went over the line, in either direction."""
        moving = ("/backup/uploads", "/backup/download", "/backup/upload-restore")
        return not any(path in request.path for request in self.proxy.requests for path in moving)


@pytest.fixture
def there(
    tmp_path: Path,
    postgres: EmbeddedPostgres,
    sample_template: tuple[str, Sample],
    faulty: Callable[[str], FaultyProxy],
) -> Iterator[There]:
    clock = Clock()
    with server_with_sample(tmp_path / "there", postgres, sample_template) as settled:
        mika = new_user(settled.url, "mika_of_here", superuser=True)
        backed_up(settled, name="before_it_was_lost")
        with opened(settled.settings, now=clock) as service:
            service.start()
            with serving(service) as url:
                yield There(settled, mika, faulty(url), clock)


@pytest.fixture
def window(open_window: OpenWindow, there: There, pilot: Pilot, tmp_path: Path) -> MainWindow:
    """Mika's, set up and signed in."""
    made = open_window()
    mika = there.mika
    set_up(pilot, there.proxy.url, mika.username, mika.password, tmp_path / "archive")
    wait_for_rows(pilot)
    return made


def choose_there(pilot: Pilot) -> None:
    """By the Restore page's own list."""
    pilot.click("Restore")
    pilot.click("Choose…")
    pilot.wait("the list", lambda: pilot.reads("One backup can be restored where it lies."))
    pilot.click("Use this one")
    pilot.wait("the facts", lambda: pilot.can_press("See what would change"))


def choose_in_the_list(pilot: Pilot) -> None:
    """By the menu of the Backups page."""
    pilot.click_row(TABLE, 0)
    pilot.key(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    pilot.wait("the menu", lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    pilot.click_menu("Restore…")
    pilot.wait("the facts", lambda: pilot.can_press("See what would change"))


def see_the_plan(pilot: Pilot) -> str:
    """What the page calls the server."""
    pilot.click("See what would change")
    return name_of_the_plan(pilot)


def name_of_the_plan(pilot: Pilot) -> str:
    pilot.wait("the plan", lambda: pilot.can_press("Replace what is there…"))
    [title] = [text for text in pilot.texts() if text.startswith("What would change on ")]
    return title.removeprefix("What would change on ")


def confirm(pilot: Pilot, name: str) -> None:
    pilot.click("Replace what is there…")
    pilot.fill("Name of the server", name)
    pilot.click("Restore now")


@pytest.mark.usefixtures("session_bus", "window")
def test_a_backup_of_the_server_comes_back_where_it_lies_and_one_click_returns(
    there: There, pilot: Pilot
) -> None:
    choose_there(pilot)
    assert pilot.reads("before_it_was_lost.tar.gz")
    assert pilot.reads("By the server, to the last byte")
    name = see_the_plan(pilot)
    assert pilot.reads("nothing was sent from this computer")
    assert pilot.reads("The server itself read every byte of it")
    rows = {row[0]: row[1:] for row in pilot.rows(FIGURES)}
    assert rows["Reading progress"][0] == "0"
    assert rows["Files"][2] == "+1"
    assert there.state() == there.spoiled

    there.clock.advance(minutes=10)
    confirm(pilot, name)
    pilot.wait("the question", lambda: pilot.reads("Your password once more"))
    pilot.fill("Password", there.mika.password)
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the end", lambda: pilot.reads("Restored"))
    assert there.state() == there.held
    assert there.was_left_in_peace()

    pilot.click("Roll back…")
    pilot.wait("the question", lambda: pilot.can_press("Roll back"))
    pilot.click("Roll back")
    pilot.wait("the way back", lambda: pilot.reads("What was there before is there again"))
    assert there.state() == there.spoiled


@pytest.mark.slow
@pytest.mark.usefixtures("session_bus", "window")
def test_chosen_series_come_back_from_a_backup_that_lies_on_the_server(
    there: There, pilot: Pilot
) -> None:
    choose_there(pilot)
    pilot.click("The files of chosen series")
    pilot.click("See what would change")
    pilot.wait("the list", lambda: pilot.reads("0 of 5 chosen"))
    pilot.key(Qt.Key.Key_Tab)
    pilot.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    pilot.wait("the choice", lambda: pilot.reads("5 of 5 chosen"))
    pilot.click("Use these")
    confirm(pilot, name_of_the_plan(pilot))
    pilot.wait("the end", lambda: pilot.reads("Restored"))
    state = there.state()
    assert state.tables == there.spoiled.tables
    assert state.files == there.held.files
    assert there.was_left_in_peace()


@pytest.mark.slow
def test_from_the_list_a_backup_in_both_places_is_taken_where_the_server_has_it(
    window: MainWindow, there: There, pilot: Pilot, tmp_path: Path
) -> None:
    pilot.click("Copy offsite now")
    pilot.wait("the copy", lambda: bool(list((tmp_path / "archive").glob("*/*.tar.gz"))))
    pilot.wait("the row", lambda: pilot.rows(TABLE)[0][4].startswith("Both"))
    choose_in_the_list(pilot)
    assert pilot.reads("and the same bytes here: nothing is sent")
    pilot.click("The files of chosen series")  # their titles are read from the copy here
    pilot.click("See what would change")
    pilot.wait("the list", lambda: pilot.reads("0 of 5 chosen"))
    pilot.key(Qt.Key.Key_Escape)
    pilot.click("Everything")
    confirm(pilot, see_the_plan(pilot))
    pilot.wait("the end", lambda: pilot.reads("Restored"))
    assert there.state() == there.held
    assert not there.proxy.passed("/backup/uploads", "POST")
    pilot.click("Done")
    pilot.click("Show: before_it_was_lost.tar.gz")
    pilot.wait("the way back", lambda: pilot.can_press("Roll back…"))


@pytest.mark.slow
@pytest.mark.usefixtures("session_bus", "window")
def test_what_the_command_has_begun_is_followed_and_not_begun_twice(
    there: There, home: Home, pilot: Pilot, tmp_path: Path
) -> None:
    journal = Journal(home.journal_file)
    with Server(there.proxy.url, tokens=SessionStore(), lock=tmp_path / "lock") as server:
        server.sign_in(there.mika.username, there.mika.password)
        [remote] = server.backups()
        restoring = Restoring(server, journal=journal, tickets=Tickets(SessionStore()))
        chosen = restoring.choose(stored(remote, here_too=False))
        journey, plan = finished(restoring.prepare(chosen, check=lambda: None))
        choose_there(pilot)
        with held_up(there.settled):
            restoring.confirm(journey, plan, typed=plan.server_name)
            pilot.click("See what would change")
            pilot.wait("the restore", lambda: pilot.reads("Safe to close: the server goes on"))
    pilot.wait("the end", lambda: pilot.reads("Restored"))
    assert len(journeys(journal)) == 1
    assert there.state() == there.held


@pytest.mark.slow
def test_closed_at_any_step_the_next_window_goes_on_with_it(
    window: MainWindow, there: There, open_window: OpenWindow, pilot: Pilot
) -> None:
    choose_in_the_list(pilot)
    there.proxy.misbehave(Fault(only="/backup/jobs/", method="GET", silent=True))
    pilot.click("See what would change")
    pilot.wait("the work", lambda: pilot.reads("Safe to close: it goes on from here"))
    pilot.wait("the plan", lambda: bool(there.proxy.passed("/backup/restores/plan", "POST")))
    window.leave()
    there.proxy.misbehave()
    second = open_window()
    pilot.wait("the plan", lambda: pilot.can_press("Replace what is there…"))
    assert there.state() == there.spoiled

    [title] = [text for text in pilot.texts() if text.startswith("What would change on ")]
    there.proxy.misbehave(Fault(only="/backup/restores/", method="GET", silent=True))
    confirm(pilot, title.removeprefix("What would change on "))
    pilot.wait("the restore", lambda: pilot.reads("Safe to close: the server goes on by itself"))
    second.leave()
    there.proxy.misbehave()
    open_window()
    pilot.wait("the outcome", lambda: pilot.reads("Restored"))
    assert there.state() == there.held
    assert there.was_left_in_peace()


@pytest.mark.slow
@pytest.mark.usefixtures("session_bus", "window")
def test_one_that_is_gone_from_the_server_by_then_is_said_and_changes_nothing(
    there: There, pilot: Pilot
) -> None:
    choose_there(pilot)
    for file in (there.settled.settings.backup_path / "engine").glob("before_it_was_lost*"):
        file.unlink()
    pilot.click("See what would change")
    pilot.wait("the refusal", lambda: pilot.reads("There is no backup with this id."))
    pilot.click("Give up")
    pilot.wait("the start", lambda: pilot.reads("Given up"))
    assert there.state() == there.spoiled


@pytest.mark.slow
@pytest.mark.usefixtures("session_bus", "window")
def test_a_server_that_does_not_answer_is_said_where_its_backups_are_chosen(
    there: There, pilot: Pilot
) -> None:
    pilot.click("Restore")
    pilot.wait("the page", lambda: pilot.can_press("Choose…"))
    there.proxy.refuse()
    pilot.click("Choose…")
    pilot.wait("the sentence", lambda: pilot.reads("Nothing answers"))
    assert not pilot.can_press("Use this one")
    assert pilot.sees(QListWidget, "Backups on the server") is not None
    pilot.key(Qt.Key.Key_Escape)
    there.proxy.listen()
    choose_there(pilot)


@pytest.mark.slow
def test_a_plain_kuroibara_offers_none_of_it(
    plain_kuroibara: PlainKuroibara, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    plain_kuroibara.add_backup("mine")
    open_window()
    give_address(pilot, plain_kuroibara.url)
    give_password(pilot, "anna", "anna-password")
    pilot.fill("Archive folder", str(tmp_path / "archive"))
    pilot.click("Use this folder")
    pilot.click("Only save")
    pilot.click("Restore")
    pilot.wait("the page", lambda: pilot.can_press("Choose a file…"))
    assert not pilot.can_press("Choose…")
