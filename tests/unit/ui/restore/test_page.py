"""Every face of the page can be used by keys and by ear, and says what is so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableWidget

from kuroibara_desktop.core.backups import CopyState, LocalCopy
from kuroibara_desktop.core.migration import Arrival, checklist
from kuroibara_desktop.core.rescue import choose, needs
from kuroibara_desktop.core.restores import (
    NowAndAfter,
    Objection,
    Phase,
    PlannedBackup,
    Restore,
    RestorePlan,
    Scope,
)
from kuroibara_desktop.core.restoring import Journey, JourneyId, JourneyState, RestoreFile
from kuroibara_desktop.core.stored import StoredBackup
from kuroibara_desktop.demo.pilot import rest
from kuroibara_desktop.profile import KnownServer
from kuroibara_desktop.transfers.journeys import Told
from kuroibara_desktop.ui.restore.options import Options
from kuroibara_desktop.ui.restore.page import RestorePage
from kuroibara_desktop.ui.restore.sheet import RescueWording, save_sheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.restore.face import Face
    from kuroibara_desktop.ui.theme import Appearance

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FILE = RestoreFile(
    path=Path("/drive/weekly.tar.gz"),
    size=1 << 30,
    mtime_ns=0,
    sha256="a" * 64,
    format=2,
    includes_storage=True,
    created_at="2026-11-22T03:00:00+00:00",
)
STORED = StoredBackup(
    backup_id="id",
    filename="weekly.tar.gz",
    size=1 << 30,
    sha256="a" * 64,
    format=2,
    includes_storage=True,
    created_at="2026-11-22T03:00:00+00:00",
)
JOURNEY = Journey(id=JourneyId("1"), server="https://home.example.net", source=FILE)
PLAN = RestorePlan(
    id="plan",
    server_name="library@db",
    scope="everything",
    safety_copy=True,
    backup=PlannedBackup(
        filename="weekly.tar.gz",
        size=1,
        format=2,
        created_at=None,
        includes_storage=True,
        kuroibara_version=None,
        postgresql_version=None,
    ),
    counts=(
        NowAndAfter(what="users", now=3, after=1),
        NowAndAfter(what="progress", now=None, after=7),
        NowAndAfter(what="bytes", now=1024, after=1024),
    ),
    people=("anna",),
    people_count=1,
    administrators=(),
    warnings=(),
    objections=(),
)
SEEN = Restore(id="r", phase=Phase.RESTORED, plan=PLAN, rollback_until=NOW)


def copy(name: str, *, full: bool = True) -> LocalCopy:
    return LocalCopy(
        path=Path(f"/archive/home/{name}.tar.gz"),
        remote_name=name,
        server="home",
        size=1000,
        sha256="b" * 64,
        created_at=NOW,
        state=CopyState.VERIFIED,
        includes_storage=full,
    )


def options(*copies: LocalCopy, servers: tuple[str, ...] = ()) -> Options:
    best = choose(copies)
    return Options(
        gone="home",
        rescue=best,
        needs=needs(best) if best else None,
        copies=copies,
        servers=tuple(KnownServer.at(a, engine=True, instance_id=None) for a in servers),
    )


@pytest.fixture
def page(look: Appearance, qtbot: QtBot) -> RestorePage:
    made = RestorePage()
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    return made


def every_face(page: RestorePage) -> list[Face]:
    """All of them, filled with something."""
    page.start.show_earlier(
        [
            Told(journey=replace(JOURNEY, state=state), changed_at=NOW)
            for state in (JourneyState.RESTORED, JourneyState.FAILED, JourneyState.UNCHANGED)
        ]
    )
    page.start.gone.show()
    page.file.show_backup(FILE, "home")
    page.plain.show_file(replace(FILE, format=1), "home", None)
    page.plan.show_plan(JOURNEY, PLAN)
    page.outcome.show_outcome(replace(JOURNEY, state=JourneyState.RESTORED), SEEN, way_back=True)
    page.outcome.checklist.show_findings(checklist(Arrival()))
    page.trouble.show_trouble("Away", "It is away.", "Wait.", again="Again", back="Back")
    found = options(copy("weekly"), servers=("https://home.net", "https://new.net"))
    page.move_face.show_options(found)
    page.gone.show_options(found)
    page.work.begin("Sending", step=1, at_the_server=False, can_stop=True)
    return [
        *(page.start, page.work, page.file, page.plain, page.plan),
        *(page.outcome, page.trouble, page.move_face, page.gone),
    ]


def test_every_control_of_every_face_has_a_name_and_can_be_reached_by_keys(
    page: RestorePage, qtbot: QtBot
) -> None:
    for face in every_face(page):
        page.turn_to(face)
        assert page.focusWidget() is face.start
        for kind in (QAbstractButton, QLineEdit, QTableWidget):
            for control in face.findChildren(kind):
                if not control.isVisible():
                    continue
                read = QAccessible.queryAccessibleInterface(control)
                assert read.text(QAccessible.Text.Name).strip(), control
                if not isinstance(control.parent(), QTableWidget):
                    assert control.focusPolicy().value & 1, control  # by Tab


def test_only_one_face_shows_at_a_time(page: RestorePage) -> None:
    faces = every_face(page)
    for face in faces:
        page.turn_to(face)
        assert [one for one in faces if one.isVisible()] == [face]


def test_a_plan_reads_as_now_and_after_with_what_is_unknown_said(page: RestorePage) -> None:
    page.plan.show_plan(JOURNEY, PLAN)
    table = page.plan.table
    rows = [
        [item.text() for column in range(4) if (item := table.item(row, column)) is not None]
        for row in range(table.rowCount())
    ]
    assert rows == [
        ["Users", "3", "1", "\N{MINUS SIGN}2"],
        ["Reading progress", "unknown", "7", ""],
        ["Size of the files", "1.00 KiB", "1.00 KiB", "the same"],
    ]


def test_what_speaks_against_a_restore_takes_its_button_away(page: RestorePage) -> None:
    against = Objection(code="no_room", sentence="There is no room.", remedy="Make some.")
    page.plan.show_plan(JOURNEY, replace(PLAN, objections=(against,)))
    page.turn_to(page.plan)
    assert not page.plan.confirm.isVisible()
    assert page.plan.again.isVisible()


def texts(face: Face) -> str:
    return "\n".join(one.text() for one in face.findChildren(QLabel) if one.isVisible())


def test_of_what_lies_on_the_server_the_page_says_where_it_is_and_who_read_it(
    page: RestorePage,
) -> None:
    page.file.show_backup(STORED, "home")
    page.turn_to(page.file)
    assert "On home: it is restored where it lies, and nothing is sent" in texts(page.file)
    assert "Not by the server until now" in texts(page.file)
    assert page.file.choices[Scope.MANGA].isVisible()
    read = replace(STORED, verified_at=NOW.isoformat(), proved_at=NOW.isoformat(), here_too=True)
    page.file.show_backup(read, "home")
    rest(20)  # until the new lines are laid out
    assert "On home, and the same bytes here: nothing is sent" in texts(page.file)
    assert "By the server, to the last byte" in texts(page.file)
    assert "The server rehearsed a restore of it" in texts(page.file)
    assert page.file.choices[Scope.MANGA].isVisible()


def test_a_plan_says_where_the_bytes_come_from(page: RestorePage) -> None:
    page.turn_to(page.plan)
    page.plan.show_plan(replace(JOURNEY, source=STORED), PLAN)
    assert "It lies on home.example.net: nothing was sent" in texts(page.plan)
    page.plan.show_plan(JOURNEY, PLAN)
    assert "It comes from this computer" in texts(page.plan)


def test_what_is_not_sent_shows_no_steps_of_sending(page: RestorePage) -> None:
    page.turn_to(page.work)
    page.work.begin("Comparing", step=2, at_the_server=False, can_stop=True, sent=False)
    assert "Send it to the server" not in texts(page.work)
    page.work.begin("Sending", step=1, at_the_server=False, can_stop=True)
    assert "Send it to the server" in texts(page.work)


@pytest.mark.parametrize(
    ("file", "offered"),
    [
        (FILE, set(Scope)),
        (replace(FILE, format=1), {Scope.EVERYTHING, Scope.DATABASE, Scope.STORAGE}),
        (replace(FILE, includes_storage=False), {Scope.DATABASE}),
    ],
)
def test_only_what_the_file_holds_can_come_back(
    page: RestorePage, file: RestoreFile, offered: set[Scope]
) -> None:
    page.file.show_backup(file, "home")
    page.turn_to(page.file)
    shown = {scope for scope, choice in page.file.choices.items() if choice.isVisible()}
    assert shown == offered
    asked: list[tuple[object, bool]] = []
    page.file.go_asked.connect(lambda *wish: asked.append(wish))
    page.file.go.click()
    usual = Scope.EVERYTHING if file.includes_storage else Scope.DATABASE
    assert asked == [(usual, True)]


def test_a_safety_copy_is_spoken_of_only_where_one_is_made(page: RestorePage) -> None:
    page.file.show_backup(FILE, "home")
    page.turn_to(page.file)
    for scope, choice in page.file.choices.items():
        choice.click()
        assert page.file.safety.isVisible() is scope.of_database
    page.file.choices[Scope.DATABASE].click()
    page.file.safety.click()
    assert page.file.risk.isVisible()
    page.file.choices[Scope.STORAGE].click()
    assert not page.file.risk.isVisible()
    page.turn_to(page.plan)
    for scope in Scope:
        page.plan.show_plan(replace(JOURNEY, scope=scope), PLAN)
        assert ("with a safety copy first" in texts(page.plan)) is scope.of_database
    page.plan.show_plan(JOURNEY, replace(PLAN, safety_copy=False))
    assert "without a safety copy" in texts(page.plan)


def test_a_move_begins_with_the_best_backup_and_another_server(page: RestorePage) -> None:
    asked: list[tuple[object, str]] = []
    page.move_face.go_asked.connect(lambda *wish: asked.append(wish))
    best = copy("weekly")
    page.move_face.show_options(options(best, servers=("https://old.net",)))
    assert not page.move_face.go.isEnabled()  # not back to where it came from, unless asked
    page.move_face.show_options(options(best, servers=("https://old.net", "https://new.net")))
    page.move_face.go.click()
    assert asked == [(best.path, "https://new.net")]
    page.move_face.choose_file(Path("/elsewhere/other.tar.gz"))
    page.move_face.go.click()
    assert asked[-1] == (Path("/elsewhere/other.tar.gz"), "https://new.net")


def test_without_any_backup_nothing_is_promised(page: RestorePage) -> None:
    page.gone.show_options(options())
    page.move_face.show_options(options(servers=("https://a.net", "https://b.net")))
    page.turn_to(page.gone)
    assert not page.gone.needs.isVisible()
    assert not page.gone.page.isVisible()
    assert not page.move_face.go.isEnabled()


def test_the_page_to_hand_on_holds_no_markup_of_a_name(
    look: Appearance, qtbot: QtBot, tmp_path: Path
) -> None:
    rescue = choose([copy("<img src=x>'; rm -rf ~; echo '")])
    assert rescue is not None
    html = RescueWording().html(rescue, needs(rescue), "<script>", NOW)
    assert "<img" not in html
    assert "<script>" not in html
    assert "'; rm" not in html
    save_sheet(html, tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")
