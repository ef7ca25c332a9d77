"""A backup comes back in the real window, on a real engine, by mouse and keys; and goes again."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.e2e.steps import drop, give_address, give_password, hold_over, set_up
from tests.support.faulty import BAD_GATEWAY, UNAUTHORIZED, Fault
from tests.support.restoring import backed_up, server_with_sample
from tests.support.standing import There, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample
    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.ui.window import MainWindow
    from tests.e2e.conftest import OpenWindow
    from tests.support.faulty import FaultyProxy
    from tests.support.plain_kuroibara import PlainKuroibara

pytestmark = pytest.mark.usefixtures("session_bus")

FIGURES = "What would change"


@pytest.fixture(scope="module")
def made(
    tmp_path_factory: pytest.TempPathFactory,
    postgres: EmbeddedPostgres,
    sample_template: tuple[str, Sample],
) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("source")
    with server_with_sample(folder, postgres, sample_template) as server:
        yield backed_up(server)


@pytest.fixture
def backup(made: Path, tmp_path: Path) -> Path:
    path = tmp_path / "drive" / "the library.tar.gz"
    path.parent.mkdir()
    shutil.copy(made, path)
    return path


@pytest.fixture
def there(
    tmp_path: Path,
    postgres: EmbeddedPostgres,
    kuroibara_template: str,
    faulty: Callable[[str], FaultyProxy],
) -> Iterator[There]:
    with standing(tmp_path / "there", postgres, kuroibara_template, faulty) as there:
        yield there


@pytest.fixture
def window(open_window: OpenWindow, there: There, pilot: Pilot, tmp_path: Path) -> MainWindow:
    """The window of Olga, set up and signed in."""
    made = open_window()
    owner = there.owner
    set_up(pilot, there.proxy.url, owner.username, owner.password, tmp_path / "archive")
    pilot.click("Restore")
    pilot.wait("the page", lambda: pilot.reads("Drop a backup here"))
    return made


def server_name(pilot: Pilot) -> str:
    """What the page calls the server."""
    [title] = [text for text in pilot.texts() if text.startswith("What would change on ")]
    return title.removeprefix("What would change on ")


def see_the_plan(pilot: Pilot) -> str:
    pilot.click("See what would change")
    pilot.wait("the plan", lambda: pilot.can_press("Replace what is there…"))
    return server_name(pilot)


def confirm(pilot: Pilot, name: str) -> None:
    pilot.click("Replace what is there…")
    pilot.fill("Name of the server", name)
    pilot.click("Restore now")


def test_a_file_becomes_the_library_and_one_click_returns(
    window: MainWindow, there: There, backup: Path, pilot: Pilot
) -> None:
    before = there.state()
    choose(window, backup, pilot)
    assert pilot.reads("Made by the backup engine (format 2)")
    name = see_the_plan(pilot)
    rows = {row[0]: row[1:] for row in pilot.rows(FIGURES)}
    assert (rows["Users"], rows["Series"]) == (["1", "3", "+2"], ["0", "5", "+5"])
    assert there.state() == before
    confirm(pilot, name)
    pilot.wait("the end", lambda: pilot.reads("Restored"))
    assert pilot.reads("3 people can sign in.")
    assert there.state() != before
    pilot.click("Roll back…")
    pilot.wait("the question", lambda: pilot.reads("Nothing was made on the server since"))
    pilot.click("Roll back")
    pilot.wait("the way back", lambda: pilot.reads("What was there before is there again"))
    assert there.state() == before


def test_a_file_let_go_anywhere_is_asked_about_and_kept(
    window: MainWindow, backup: Path, pilot: Pilot, tmp_path: Path
) -> None:
    pilot.click("Backups")
    hold_over(window, backup)
    assert window.doors.arriving.dropping.overlay.isVisible()
    drop(window, backup)
    pilot.wait("the question", lambda: pilot.reads("What should become of it?"))
    pilot.click("Keep in my archive")
    pilot.wait("the copy", lambda: pilot.reads("is in your archive now"))
    [copy] = (tmp_path / "archive").glob("*/*.tar.gz")
    assert copy.read_bytes() == backup.read_bytes()


@pytest.mark.slow
def test_a_file_given_at_the_start_waits_for_the_pages_and_is_asked_about(
    there: There, open_window: OpenWindow, backup: Path, pilot: Pilot, tmp_path: Path
) -> None:
    window = open_window()
    window.doors.arriving.take(backup)
    owner = there.owner
    give_address(pilot, there.proxy.url)
    give_password(pilot, owner.username, owner.password)
    pilot.fill("Archive folder", str(tmp_path / "archive"))
    pilot.click("Use this folder")
    pilot.click("Only save")
    pilot.wait("the question", lambda: pilot.reads("What should become of it?"))
    pilot.click("Restore")
    pilot.wait("the facts", lambda: pilot.can_press("See what would change"))


@pytest.mark.slow
def test_what_is_no_backup_is_answered_in_a_sentence(
    window: MainWindow, backup: Path, pilot: Pilot, tmp_path: Path
) -> None:
    holiday = tmp_path / "holiday.jpg"
    holiday.write_bytes(b"\xff\xd8\xff\xe0 a beach")
    hostile = tmp_path / "<b>.. .. \u202ex\nrm -rf.tar.gz"
    hostile.write_bytes(b"\x1f\x8bno gzip at all")
    for paths, url, sentence in (
        ((backup, holiday), "", "2 files were dropped"),
        ((backup.parent,), "", "is a folder"),
        ((holiday,), "", "is not a backup"),
        ((tmp_path / "gone.tar.gz",), "", "cannot be read"),
        ((), "https://example.net/a.tar.gz", "is no file of this computer"),
    ):
        drop(window, *paths, url=url)
        pilot.wait(sentence, partial(pilot.reads, sentence))
        pilot.click("Close")
    drop(window, hostile)
    pilot.wait("the refusal", lambda: pilot.can_press("Try again"))
    assert not pilot.can_press("See what would change")


def choose(window: MainWindow, backup: Path, pilot: Pilot) -> None:
    """Let go of on the Restore page, a file is checked at once."""
    drop(window, backup)
    pilot.wait("the facts", lambda: pilot.can_press("See what would change"))


def test_a_wrong_name_begins_nothing(
    window: MainWindow, there: There, backup: Path, pilot: Pilot
) -> None:
    before = there.state()
    choose(window, backup, pilot)
    name = see_the_plan(pilot)
    pilot.click("Replace what is there…")
    pilot.fill("Name of the server", name.upper() + "x")
    assert not pilot.can_press("Restore now")
    pilot.key(Qt.Key.Key_Return)
    assert pilot.reads("That is not the server's name: nothing was begun.")
    pilot.click("Cancel")
    assert there.state() == before


@pytest.mark.slow
def test_the_password_is_asked_for_once_more_and_a_wrong_one_begins_nothing(
    window: MainWindow, there: There, backup: Path, pilot: Pilot
) -> None:
    before = there.state()
    choose(window, backup, pilot)
    name = see_the_plan(pilot)
    there.clock.advance(minutes=10)
    confirm(pilot, name)
    pilot.wait("the question", lambda: pilot.reads("Your password once more"))
    pilot.fill("Password", "not this one")
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the refusal", lambda: pilot.reads("capital letters matter"))
    assert there.state() == before
    pilot.fill("Password", there.owner.password)
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the end", lambda: pilot.reads("Restored"))


def test_a_damaged_file_is_found_here_and_never_sent(
    window: MainWindow, there: There, backup: Path, pilot: Pilot
) -> None:
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    backup.write_bytes(data)
    drop(window, backup)
    pilot.wait("the refusal", lambda: pilot.reads("is damaged, so nothing was sent"))
    assert not there.proxy.passed("/backup/uploads", "POST")
    pilot.click("Give up")
    pilot.wait("the start", lambda: pilot.reads("Drop a backup here"))


def send_slowly(there: There, pilot: Pilot, delay: float) -> None:
    """Press for the plan; when this returns, the file is on its way, `delay` seconds a piece."""
    there.proxy.misbehave(Fault(only="/backup/uploads", method="PUT", delay=delay))
    pilot.click("See what would change")
    pilot.wait("the sending", lambda: bool(there.proxy.passed("/backup/uploads", "POST")))


@pytest.mark.slow
def test_a_server_that_goes_away_while_the_file_is_sent_is_waited_for(
    window: MainWindow, there: There, backup: Path, pilot: Pilot
) -> None:
    choose(window, backup, pilot)
    send_slowly(there, pilot, 1.0)
    there.proxy.refuse()
    pilot.wait("the waiting", lambda: pilot.reads("Next try in"))
    assert pilot.reads("Safe to close: it goes on from here when you come back.")
    there.proxy.misbehave()
    there.proxy.listen()
    pilot.wait("the plan", lambda: pilot.can_press("Replace what is there…"), patience=60)


@pytest.mark.slow
def test_closed_while_the_file_is_sent_it_goes_on_in_the_next_window(
    window: MainWindow, there: There, backup: Path, open_window: OpenWindow, pilot: Pilot
) -> None:
    choose(window, backup, pilot)
    send_slowly(there, pilot, 2.0)
    window.leave()
    there.proxy.misbehave()
    open_window()
    pilot.wait("the plan", lambda: pilot.can_press("Replace what is there…"))


@pytest.mark.slow
def test_closed_while_the_server_restores_the_next_window_tells_how_it_ended(
    window: MainWindow, there: There, backup: Path, open_window: OpenWindow, pilot: Pilot
) -> None:
    before = there.state()
    choose(window, backup, pilot)
    name = see_the_plan(pilot)
    there.proxy.misbehave(Fault(only="/backup/restores/", method="GET", silent=True))
    confirm(pilot, name)
    pilot.wait("the restore", lambda: pilot.reads("Safe to close: the server goes on by itself"))
    window.leave()
    there.proxy.misbehave()
    open_window()
    pilot.wait("the outcome", lambda: pilot.reads("Restored"))
    assert there.state() != before
    pilot.click("Roll back…")
    pilot.click("Roll back")
    pilot.wait("the way back", lambda: pilot.reads("What was there before is there again"))
    assert there.state() == before


@pytest.mark.slow
def test_what_was_restored_earlier_can_be_shown_and_rolled_back(
    window: MainWindow, there: There, backup: Path, pilot: Pilot
) -> None:
    choose(window, backup, pilot)
    confirm(pilot, see_the_plan(pilot))
    pilot.wait("the end", lambda: pilot.reads("Restored"))
    pilot.click("Done")
    pilot.wait("the list", lambda: pilot.reads("Earlier restores"))
    pilot.click(f"Show: {backup.name}")
    pilot.wait("the way back", lambda: pilot.can_press("Roll back…"))


@pytest.mark.slow
def test_a_plain_kuroibara_is_given_a_file_of_its_own_only_after_a_plain_yes(
    plain_kuroibara: PlainKuroibara,
    open_window: OpenWindow,
    backup: Path,
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    plain_kuroibara.behaviour.restore_freezes = False
    mine = tmp_path / "mine.tar.gz"
    shutil.move(plain_kuroibara.add_backup("mine"), mine)
    window = open_window()
    give_address(pilot, plain_kuroibara.url)
    give_password(pilot, "anna", "anna-password")
    pilot.fill("Archive folder", str(tmp_path / "archive"))
    pilot.click("Use this folder")
    pilot.click("Only save")
    pilot.click("Restore")
    drop(window, backup)
    pilot.wait("the refusal", lambda: pilot.reads("into the wrong database"))
    assert not pilot.can_press("Send it to Kuroibara")
    pilot.click("Another file")
    drop(window, mine)
    pilot.wait("the warning", lambda: pilot.reads("Nothing can be undone from here"))
    assert not pilot.can_press("Send it to Kuroibara")
    pilot.click("I know this, and want it all the same")
    pilot.click("Send it to Kuroibara")
    pilot.wait("the end", lambda: pilot.reads("It does not say what became of it"), patience=60)
    assert len(plain_kuroibara.asked("/backup/upload-restore", "POST")) == 1


@pytest.mark.slow
def test_only_the_files_of_chosen_series_come_back(
    window: MainWindow, there: There, backup: Path, pilot: Pilot
) -> None:
    before = there.state()
    choose(window, backup, pilot)
    pilot.click("The files of chosen series")
    pilot.click("See what would change")
    pilot.wait("the list", lambda: pilot.reads("0 of 5 chosen"))
    pilot.key(Qt.Key.Key_Tab)
    pilot.key(Qt.Key.Key_Space)
    assert pilot.reads("1 of 5 chosen")
    pilot.click("Use these")
    pilot.wait("the plan", lambda: pilot.can_press("Replace what is there…"))
    assert [row[0] for row in pilot.rows(FIGURES)] == ["Files", "Size of the files"]
    confirm(pilot, server_name(pilot))
    pilot.wait("the end", lambda: pilot.reads("Restored"))
    after = there.state()
    assert after.tables == before.tables
    added = {name.split("/")[1] for name in after.files.keys() - before.files.keys()}
    assert len(added) == 1


@pytest.mark.slow
def test_a_sign_in_that_ends_on_the_way_is_made_again_and_the_restore_goes_on(
    window: MainWindow, there: There, backup: Path, pilot: Pilot
) -> None:
    choose(window, backup, pilot)
    there.proxy.misbehave(
        Fault(only="/backup/uploads", answer=UNAUTHORIZED),
        Fault(only="/auth/refresh", answer=UNAUTHORIZED),
    )
    pilot.click("See what would change")
    pilot.click("Sign in…")
    there.proxy.misbehave()
    give_password(pilot, there.owner.username, there.owner.password)
    pilot.wait("the plan", lambda: pilot.can_press("Replace what is there…"))


@pytest.mark.slow
def test_a_confirmation_that_never_arrived_is_said_and_can_be_given_again(
    window: MainWindow, there: There, backup: Path, pilot: Pilot
) -> None:
    before = there.state()
    choose(window, backup, pilot)
    name = see_the_plan(pilot)
    there.proxy.misbehave(
        Fault(only="/backup/restores", method="POST", answer=BAD_GATEWAY, times=1)
    )
    confirm(pilot, name)
    pilot.wait("the sentence", lambda: pilot.reads("Nothing was begun"))
    pilot.click("Close")
    assert there.state() == before
    confirm(pilot, name)
    pilot.wait("the end", lambda: pilot.reads("Restored"))


@pytest.mark.slow
def test_stopped_while_the_file_is_sent_nothing_is_left_to_go_on_with(
    window: MainWindow, there: There, backup: Path, pilot: Pilot
) -> None:
    before = there.state()
    choose(window, backup, pilot)
    send_slowly(there, pilot, 1.0)
    pilot.click("Stop")
    pilot.wait("the list", lambda: pilot.reads("Given up"))
    assert not pilot.can_press(f"Go on: {backup.name}")
    assert there.state() == before
