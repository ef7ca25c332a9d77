"""With several servers, Home speaks of the one in use, and tells when another has nothing fresh."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_desktop.core.errors import VaultMissing
from kuroibara_desktop.core.libraries import Doubt
from kuroibara_desktop.core.reminders import Condition, Rules, Snooze
from kuroibara_desktop.core.safety import Level
from kuroibara_desktop.core.servers import OtherServer
from kuroibara_desktop.core.watch import Watch
from kuroibara_desktop.ui.home import memory
from kuroibara_desktop.ui.home.lines import Act, NoticeWording
from kuroibara_desktop.ui.home.view import viewed
from kuroibara_desktop.ui.listing import Look
from tests.unit.ui.samples import NOW, here, local

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.home.lines import Line
    from kuroibara_desktop.ui.home.view import HomeView

RULES = Rules()


def view_of(**look: Any) -> HomeView:
    given = {"backups": (), "place": "Elements", "free": 2**40, **look}
    return viewed(Look(**given), Watch(began=NOW), RULES, now=NOW)[0]


def lines(view: HomeView) -> list[Line]:
    return NoticeWording().lines(view)


def test_a_copy_of_another_server_protects_nothing(qtbot: QtBot) -> None:
    copy = here("weekly", day=21)
    folder = local("weekly").server
    assert view_of(backups=(copy,), folder=folder).safety.level is Level.PROTECTED
    assert view_of(backups=(copy,), folder="another").safety.level is Level.WAITING
    assert view_of(backups=(copy,), folder="").safety.level is Level.PROTECTED


def test_another_server_without_a_fresh_copy_is_told(qtbot: QtBot) -> None:
    old = OtherServer(name="friend", newest=NOW - timedelta(days=12))
    fresh = OtherServer(name="fresh", newest=NOW - timedelta(days=2))
    never = OtherServer(name="never", newest=None)
    view = view_of(elsewhere=(old, fresh, never))
    told = [line for line in lines(view) if line.act is Act.SERVERS]
    assert [line.text for line in told] == [
        "The newest full copy of “friend” here was made 12 days ago.",
        "No full copy of “never” is here that could be relied upon.",
    ]


def test_nothing_is_claimed_of_another_server_while_the_drive_is_away(qtbot: QtBot) -> None:
    never = OtherServer(name="never", newest=None)
    assert view_of(elsewhere=(never,), vault_error=VaultMissing("away")).stale_elsewhere == ()


def test_an_open_question_is_a_line_that_leads_to_its_answer(qtbot: QtBot) -> None:
    doubt = Doubt(key="B", address="https://home", sentence="The server was installed anew.")
    [line] = [one for one in lines(view_of(doubts=(doubt,))) if one.act is Act.ANSWER]
    assert line.text == "The server was installed anew."
    assert "nothing is removed" in line.detail


@pytest.fixture
def watch() -> Watch:
    """What was seen of one server."""
    return Watch(
        began=NOW - timedelta(days=90),
        server="home-a",
        server_seen=NOW,
        signed_out_since=NOW - timedelta(days=1),
        drive_missing_since=NOW - timedelta(days=3),
        told=frozenset({Condition.SIGNED_OUT, Condition.DRIVE_MISSING}),
        snoozes={
            Condition.HERE_STALE: Snooze(until=NOW),
            Condition.DRIVE_MISSING: Snooze(until_drive=True),
        },
    )


def test_what_was_seen_of_one_server_is_not_told_of_another(watch: Watch) -> None:
    other = watch.of("attic-b", NOW)
    assert (other.server, other.began) == ("attic-b", NOW)
    assert (other.server_seen, other.signed_out_since) == (None, None)
    assert other.told == {Condition.DRIVE_MISSING}
    assert list(other.snoozes) == [Condition.DRIVE_MISSING]
    assert other.drive_missing_since == watch.drive_missing_since


def test_the_same_server_and_none_keep_what_was_seen(watch: Watch, tmp_path: Path) -> None:
    assert watch.of("home-a", NOW) == watch
    assert watch.of("", NOW) == watch
    memory.save(tmp_path / "watch.json", watch)
    assert memory.load(tmp_path / "watch.json", NOW).server == "home-a"
