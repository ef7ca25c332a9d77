from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kuroibara_backup.errors import Refused
from kuroibara_desktop.core.rules import DiskFigures, Schedule
from kuroibara_desktop.ui.backups.create import (
    CreateDialog,
    Objection,
    last_size,
    objection,
    prospects,
)
from tests.unit.ui.samples import on_server

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.theme import Appearance


@pytest.mark.parametrize("name", ["", "before import", "weekly_2026.11", "Ärger", "備份", "a-b"])
def test_a_usual_name_is_left_to_the_server(name: str) -> None:
    assert objection(name, ()) is None


@pytest.mark.parametrize("name", ["../x", "a/b", ".hidden", "-x", "a..b", "a\nb", "a<b", "_x"])
def test_a_name_that_could_lead_astray_is_not_even_sent(name: str) -> None:
    assert objection(name, ()) is Objection.LETTERS


def test_a_name_that_is_taken_is_said_before_the_server_is_asked() -> None:
    assert objection("old", ["old"]) is Objection.TAKEN


def test_the_estimate_is_the_newest_of_the_same_kind() -> None:
    backups = [
        on_server("a", size=10, day=1),
        on_server("b", size=20, day=2),
        on_server("c", size=3, day=3, includes_storage=False),
    ]
    assert last_size(backups, full=True) == 20
    assert last_size(backups, full=False) == 3
    assert last_size([], full=True) is None


def test_the_dialog_says_name_and_contents(qtbot: QtBot, look: Appearance) -> None:
    dialog = CreateDialog((on_server("old", size=2**30),))
    qtbot.addWidget(dialog)
    dialog.open()
    assert "1.00 GiB" in dialog.estimate.text()
    qtbot.keyClicks(dialog.name, "new one")
    qtbot.mouseClick(dialog.include, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.create_asked) as asked:
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert asked.args == ["new one", False]
    assert dialog.isVisible(), "it waits for the server's answer"


def test_a_refusal_is_shown_where_the_words_can_be_changed(qtbot: QtBot, look: Appearance) -> None:
    dialog = CreateDialog(())
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.keyClicks(dialog.name, "x")
    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    assert not dialog.create_button.isEnabled()
    dialog.show_error(Refused("The name is taken.", remedy="Choose another."))
    assert dialog.notice.text() == "The name is taken. Choose another."
    assert dialog.create_button.isEnabled()


def test_what_comes_late_takes_back_no_refusal_and_lets_nobody_ask_twice(
    qtbot: QtBot, look: Appearance
) -> None:
    dialog = CreateDialog(())
    qtbot.addWidget(dialog)
    dialog.open()
    late = prospects(2**30, None, None)
    qtbot.keyClicks(dialog.name, "CON")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    dialog.show_prospects(late)
    assert not dialog.create_button.isEnabled()
    dialog.show_error(Refused("That is no name.", remedy="Choose another."))
    dialog.show_prospects(late)
    assert dialog.notice.isVisible()
    assert "1.00 GiB" in dialog.room.text()
    qtbot.keyClicks(dialog.name, "x")
    assert not dialog.notice.isVisible()


def test_a_bad_name_cannot_be_sent(qtbot: QtBot, look: Appearance) -> None:
    dialog = CreateDialog(())
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.keyClicks(dialog.name, "../etc")
    assert not dialog.create_button.isEnabled()
    assert "letter or digit" in dialog.notice.text()


def schedule(kind: str, hour: int, *, enabled: bool = True) -> Schedule:
    return Schedule(
        kind=kind,
        cron="0 3 * * *",
        timezone="UTC",
        enabled=enabled,
        include_storage=kind != "daily",
        next_due=datetime(2026, 11, 24, hour, tzinfo=UTC),
    )


def disk(free: int) -> DiskFigures:
    return DiskFigures(
        free=free,
        total=10 * free,
        needed_in_a_year=None,
        fits=None,
        growth_per_day=None,
        full_on=None,
    )


def test_the_soonest_schedule_that_is_on_counts() -> None:
    found = prospects(5, disk(7), [schedule("weekly", 4), schedule("daily", 2)])
    assert (found.free_here, found.free_there, found.next_is_full) == (5, 7, False)
    assert found.next_due == datetime(2026, 11, 24, 2, tzinfo=UTC)
    off = prospects(5, None, [schedule("daily", 2, enabled=False)])
    assert (off.scheduled, off.next_due, off.free_there) == (False, None, None)
    assert prospects(5, None, None).scheduled is None


def test_room_is_told_calmly_where_there_is_and_as_a_warning_where_not(
    qtbot: QtBot, look: Appearance
) -> None:
    dialog = CreateDialog(
        (on_server("full", size=2**30), on_server("db", size=2**20, includes_storage=False))
    )
    qtbot.addWidget(dialog)
    dialog.open()
    assert not dialog.room.isVisible()
    dialog.show_prospects(prospects(2**40, disk(2**29), [schedule("weekly", 4)]))
    assert dialog.room.text() == (
        "On the server only 512 MiB are free: it may not fit there. "
        "Here 1.00 TiB are free for the copy."
    )
    assert dialog.room.property("kind") == "warn"
    assert dialog.hint.text().startswith("The next full one comes by itself: 2026-11-24")
    assert dialog.create_button.isEnabled(), "the server has the last word"
    qtbot.mouseClick(dialog.include, Qt.MouseButton.LeftButton)
    assert dialog.room.property("kind") == "muted"
    dialog.show_prospects(prospects(None, None, [schedule("daily", 2, enabled=False)]))
    assert not dialog.room.isVisible()
    assert dialog.hint.text() == "No schedule is on: the server makes none by itself."
