"""What a server offers in the settings: each change is read back there by somebody else."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen:size=1920x1200")

from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kuroibara_backup.service.engine import opened as opened_service
from kuroibara_desktop.core.devices import Right
from kuroibara_desktop.core.ways import Way
from kuroibara_desktop.profile import Home
from kuroibara_desktop.secrets import SessionStore
from kuroibara_desktop.server import Server
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.restore.asking import PasswordDialog
from kuroibara_desktop.ui.settings import servers_work
from kuroibara_desktop.ui.settings.retention_dialog import RetentionDialog
from kuroibara_desktop.ui.settings.schedule_card import ScheduleCard
from kuroibara_desktop.ui.theme import ThemeChoice
from tests.integration.desktop.settings_page import Opened, settings_page
from tests.support.engine import serving
from tests.support.faulty import free_port
from tests.support.rights import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.support.engine import RunningEngine
    from tests.support.plain_kuroibara import PlainKuroibara


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(config=tmp_path / "config", data=tmp_path / "data")


@pytest.fixture
def opened(qapp: QApplication, home: Home, engine: RunningEngine) -> Iterator[Opened]:
    """The section, as an administrator sees it."""
    theme.start(qapp, ThemeChoice.LIGHT)
    with settings_page(home) as opened:
        opened.desk.keeping.for_session()
        admin = engine.admin
        opened.desk.sign_in(opened.desk.probe(engine.url), admin.username, admin.password, None)
        opened.turn("offered")
        yield opened


@pytest.fixture
def somebody_else(engine: RunningEngine, tmp_path: Path) -> Iterator[Server]:
    with Server(engine.url, tokens=SessionStore(), lock=tmp_path / "else") as server:
        server.sign_in(engine.admin.username, engine.admin.password)
        yield server


def test_the_schedule_is_said_in_words_and_changed(opened: Opened, somebody_else: Server) -> None:
    pilot = opened.pilot
    pilot.wait("the zone", lambda: pilot.reads("Times are those of the server (Europe/Berlin)."))
    card = opened.page.section.findChild(ScheduleCard)
    assert isinstance(card, ScheduleCard)
    assert not pilot.can_press("Save on the server")
    daily = next(one for one in card.rows if one.schedule.kind == "daily")
    daily.enabled.click()
    daily.at.set_moment(time(4, 30))
    daily.contents.setCurrentIndex(1)
    daily.contents.activated.emit(1)
    opened.press("Save on the server")
    pilot.wait("the words", lambda: pilot.reads("keeps to its new schedule"))
    found = {one.kind: one for one in somebody_else.rules.schedules()}["daily"]
    assert (found.cron, found.enabled, found.include_storage) == ("30 4 * * *", True, True)
    opened.settle()
    opened.press("Daily: back to the server's own")
    pilot.wait("it is back", lambda: not pilot.can_press("Daily: back to the server's own"))
    assert {one.kind: one.edited for one in somebody_else.rules.schedules()}["daily"] == ()


def test_saving_after_the_sign_in_has_ended_is_said(opened: Opened) -> None:
    pilot = opened.pilot
    pilot.wait("the card", lambda: opened.sections.offered.schedule is not None)
    card = opened.sections.offered.schedule
    assert card is not None
    monthly = next(one for one in card.rows if one.schedule.kind == "monthly")
    monthly.day.set_number(31)
    monthly.enabled.click()
    opened.desk.sign_out()
    opened.press("Save on the server")
    pilot.click("Close")
    pilot.wait("the words", lambda: pilot.reads("You are signed out of this server."))


def test_retention_is_tried_out_before_it_is_saved(
    opened: Opened, engine: RunningEngine, somebody_else: Server
) -> None:
    for name in ("one", "two", "three"):
        engine.create(name, include_storage=False)
    opened.turn("offered")
    pilot = opened.pilot
    opened.press("Change what the server keeps")
    pilot.wait("the dialog", lambda: isinstance(pilot.front(), RetentionDialog))
    dialog = pilot.front()
    assert isinstance(dialog, RetentionDialog)
    pilot.wait("the outcome", lambda: pilot.reads("Nothing goes"))
    before = somebody_else.rules.keeping()
    if not dialog.enabled.isChecked():
        dialog.enabled.click()
    if not dialog.manual.isChecked():
        dialog.manual.click()
    dialog.rules.set_numbers(1, 1, 1, 1, 1)
    dialog.rules.changed.emit()
    pilot.wait("the outcome", lambda: pilot.reads("2 backups would go"))
    assert dialog.list.toPlainText().count("GOES") == 2
    assert somebody_else.rules.keeping() == before
    pilot.click("Save on the server")
    pilot.wait("the words", lambda: pilot.reads("keeps to its new rules"))
    after = somebody_else.rules.keeping()
    assert (after.enabled, after.daily, after.at_most, after.manual) == (True, 1, 1, True)
    pilot.wait("the outcome", lambda: pilot.reads("2 backups go after the next one"))


def test_what_is_being_fetched_stays_under_the_rules_that_are_tried_out(
    opened: Opened, engine: RunningEngine, somebody_else: Server
) -> None:
    for name in ("one", "two", "three"):
        engine.create(name, include_storage=False)
    by_name = {backup.name: backup for backup in somebody_else.backups()}
    somebody_else.archives.lease(by_name["one"].backup_id or "")
    opened.turn("offered")
    pilot = opened.pilot
    opened.press("Change what the server keeps")
    pilot.wait("the dialog", lambda: isinstance(pilot.front(), RetentionDialog))
    dialog = pilot.front()
    assert isinstance(dialog, RetentionDialog)
    dialog.manual.click()
    dialog.rules.set_numbers(1, 1, 1, 1, 1)
    dialog.rules.changed.emit()
    pilot.wait("the outcome", lambda: pilot.reads("One backup would go"))
    lines = dialog.list.toPlainText().splitlines()
    assert [line for line in lines if line.startswith("GOES: two ")]
    assert [line for line in lines if line.startswith("Stays: one ") and "being fetched" in line]
    pilot.click("Save on the server")
    pilot.wait("the words", lambda: pilot.reads("keeps to its new rules"))
    assert somebody_else.rules.apply() == 1
    assert {backup.name for backup in somebody_else.backups()} == {"one", "three"}


def test_rules_whose_outcome_cannot_be_seen_are_not_saved(
    opened: Opened, somebody_else: Server
) -> None:
    pilot = opened.pilot
    opened.press("Change what the server keeps")
    pilot.wait("the dialog", lambda: isinstance(pilot.front(), RetentionDialog))
    pilot.wait("the outcome", lambda: pilot.reads("Nothing goes"))
    dialog = pilot.front()
    assert isinstance(dialog, RetentionDialog)
    opened.desk.sign_out()
    dialog.manual.click()
    pilot.wait("why", lambda: pilot.reads("You are not signed in."))
    assert not pilot.can_press("Save on the server")
    assert somebody_else.rules.keeping().manual is False
    pilot.click("Cancel")


def test_a_friend_is_invited_and_the_device_taken_back(
    opened: Opened, engine: RunningEngine, somebody_else: Server, tmp_path: Path
) -> None:
    pilot = opened.pilot
    opened.press("Invite a friend…")
    pilot.wait("the code", lambda: pilot.can_press("Copy address and code"))
    pilot.click("Copy address and code")
    address, code = QGuiApplication.clipboard().text().split("\n")
    pilot.click("Close")
    pilot.wait("the invitation", lambda: pilot.can_press("Withdraw the invitation"))
    assert not pilot.reads(code), "it is shown once"
    with Server(address, tokens=SessionStore(), lock=tmp_path / "friend") as friend:
        friend.devices.join(code, "Aki's attic")
        assert friend.backups() == []
    opened.turn("offered")
    pilot.wait("the device", lambda: pilot.can_press("Revoke Aki's attic"))
    opened.press("Revoke Aki's attic")
    pilot.click("Revoke it")
    pilot.wait("the words", lambda: pilot.reads("no longer accepted"))
    opened.settle()
    devices, _ = somebody_else.devices.all()
    assert "Aki's attic" not in [one.name for one in devices if one.alive]


@pytest.fixture
def later(
    qapp: QApplication, home: Home, engine: RunningEngine
) -> Iterator[tuple[Opened, RunningEngine]]:
    """The same section, ten minutes after the sign-in."""
    theme.start(qapp, ThemeChoice.LIGHT)
    clock = Clock()
    with opened_service(engine.settings, now=clock) as service, serving(service) as url:
        with settings_page(home) as opened:
            opened.desk.keeping.for_session()
            admin = engine.admin
            opened.desk.sign_in(opened.desk.probe(url), admin.username, admin.password, None)
            clock.advance(minutes=10)
            opened.turn("offered")
            yield opened, engine


def test_the_password_is_asked_for_once_more_before_anybody_is_invited(
    later: tuple[Opened, RunningEngine], somebody_else: Server
) -> None:
    opened, engine = later
    pilot = opened.pilot
    opened.press("Invite a friend…")
    pilot.wait("the question", lambda: pilot.reads("Your password once more"))
    pilot.fill("Password", "not this one")
    pilot.click("Go on")
    pilot.wait("the refusal", lambda: pilot.reads("capital letters matter"))
    assert somebody_else.devices.all()[1] == ()
    pilot.fill("Password", engine.admin.password)
    pilot.key(Qt.Key.Key_Return)
    pilot.wait("the code", lambda: pilot.can_press("Copy address and code"))
    assert len(somebody_else.devices.all()[1]) == 1


def test_who_leaves_the_question_once_it_is_answered_still_sees_the_code(
    later: tuple[Opened, RunningEngine],
) -> None:
    opened, engine = later
    pilot = opened.pilot
    opened.press("Invite a friend…")
    pilot.wait("the question", lambda: pilot.reads("Your password once more"))
    pilot.fill("Password", engine.admin.password)
    dialog = pilot.front()
    assert isinstance(dialog, PasswordDialog)
    dialog.yes.click()
    dialog.no.click()  # before the server has answered
    pilot.wait("the code", lambda: pilot.can_press("Copy address and code"))


def test_without_the_password_the_rules_stay_as_they_are(
    later: tuple[Opened, RunningEngine], somebody_else: Server
) -> None:
    opened, _ = later
    pilot, before = opened.pilot, somebody_else.rules.keeping()
    opened.press("Change what the server keeps")
    pilot.wait("the dialog", lambda: isinstance(pilot.front(), RetentionDialog))
    dialog = pilot.front()
    assert isinstance(dialog, RetentionDialog)
    dialog.manual.click()
    pilot.click("Save on the server")
    pilot.wait("the question", lambda: pilot.reads("Your password once more"))
    pilot.click("Cancel")
    pilot.wait("the words", lambda: pilot.reads("wants your password once more"))
    assert pilot.can_press("Save on the server")
    assert somebody_else.rules.keeping() == before


def test_this_computer_is_told_from_the_other_devices(
    opened: Opened, somebody_else: Server
) -> None:
    somebody_else.devices.make("NAS", Right, password="anna's password")
    opened.turn("offered")
    pilot = opened.pilot
    pilot.wait("the devices", lambda: pilot.can_press("Revoke NAS"))
    told = [text for text in pilot.texts() if "of anna" in text]
    assert sum("this computer" in text for text in told) == 1
    assert len(told) == 2
    own = opened.sections.offered.offered
    assert own is not None
    mine = next(one for one in own.devices or () if one.id == own.own_device)
    opened.press(f"Revoke {mine.name}")
    pilot.wait("the question", lambda: pilot.reads("It is this computer's own"))
    pilot.click("Cancel")


def test_an_invitation_is_withdrawn(opened: Opened, somebody_else: Server) -> None:
    somebody_else.devices.invite()
    opened.turn("offered")
    opened.press("Withdraw the invitation")
    opened.pilot.wait("the words", lambda: opened.pilot.reads("code is no longer accepted"))
    assert somebody_else.devices.all()[1] == ()


def test_manga_without_entries_is_looked_for_and_tried_out(opened: Opened) -> None:
    pilot = opened.pilot
    pilot.wait("the number", lambda: pilot.reads("3 folders are in the library but not"))
    opened.press("Look through the library")
    pilot.wait("the report", lambda: pilot.reads("Found: 3 · to be entered: 3"))
    opened.press("Try it out")
    pilot.wait("the report", lambda: pilot.reads("Would be entered for anna: manga: 3"))


def test_who_is_no_administrator_reads_calm_sentences(
    qapp: QApplication, home: Home, somebody_else: Server
) -> None:
    theme.start(qapp, ThemeChoice.LIGHT)
    code = somebody_else.devices.invite().code
    with settings_page(home) as opened:
        opened.desk.keeping.for_session()
        opened.desk.join(opened.desk.probe(somebody_else.address), code or "")
        opened.turn("offered")
        pilot = opened.pilot
        pilot.wait("why", lambda: pilot.reads("but only administrators see and change"))
        for name in ("Save on the server", "Change what the server keeps", "Invite a friend…"):
            assert not pilot.can_press(name)


def test_a_plain_kuroibara_offers_nothing_of_it_and_says_why(
    qapp: QApplication, home: Home, plain_kuroibara: PlainKuroibara
) -> None:
    theme.start(qapp, ThemeChoice.LIGHT)
    with settings_page(home) as opened:
        opened.desk.keeping.for_session()
        found = opened.desk.probe(plain_kuroibara.url)
        opened.desk.sign_in(found, "anna", "anna-password", None)
        opened.turn("offered")
        opened.pilot.wait("why", lambda: opened.pilot.reads("runs Kuroibara alone"))
        assert not opened.pilot.can_press("Save on the server")


def test_being_signed_out_is_said_and_can_be_asked_again(opened: Opened) -> None:
    opened.desk.sign_out()
    opened.turn("offered")
    opened.pilot.wait("the words", lambda: opened.pilot.reads("Sign in again"))
    assert opened.pilot.can_press("Try again")


def test_a_proxy_is_kept_and_tried_and_taken_back(opened: Opened, engine: RunningEngine) -> None:
    pilot, host = opened.pilot, engine.url.removeprefix("http://")
    opened.turn("servers")
    opened.press(f"Connection: {host}")
    pilot.fill("Proxy", "not a proxy")
    pilot.click("Keep and try it")
    pilot.wait("the refusal", lambda: pilot.reads("This is not the address of a proxy."))
    pilot.fill("Proxy", f"http://127.0.0.1:{free_port()}")
    pilot.click("Keep and try it")
    pilot.wait("the words", lambda: pilot.reads("does not answer this way"))
    opened.settle()
    opened.press(f"Connection: {host}")
    pilot.fill("Proxy", "")
    pilot.key(Qt.Key.Key_Delete)
    pilot.click("Keep and try it")
    pilot.wait("the words", lambda: pilot.reads("The server answers this way."))
    assert servers_work.way_to(opened.desk, engine.url) == Way()
