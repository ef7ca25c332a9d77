"""What the page shows for a look, and what its words say."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_desktop.core.backups import CopyState
from kuroibara_desktop.core.errors import ServerUnreachable, SignInRequired, VaultMissing
from kuroibara_desktop.core.reminders import Condition, Rules, Snooze
from kuroibara_desktop.core.safety import Level, Obstacle
from kuroibara_desktop.core.watch import Watch
from kuroibara_desktop.ui.home.lines import Act
from kuroibara_desktop.ui.home.view import HomeView, viewed
from kuroibara_desktop.ui.home.wording import HomeWording
from kuroibara_desktop.ui.listing import Look
from tests.unit.ui.samples import NOW, both, damaged_here, here, local, on_server

if TYPE_CHECKING:
    from kuroibara_backup.errors import BackupError

NEW = Watch(began=NOW - timedelta(days=40))
GIB = 2**30


def shown(watch: Watch = NEW, rules: Rules | None = None, **look: Any) -> HomeView:
    given: dict[str, Any] = {"place": "Elements", "free": 100 * GIB} | look
    return viewed(Look(**given), watch, rules or Rules(), now=NOW)[0]


@pytest.fixture
def words() -> HomeWording:
    return HomeWording()


def test_a_fresh_verified_copy_protects_and_says_where_it_is(words: HomeWording) -> None:
    view = shown(backups=(both("weekly", day=21),))
    assert words.title(view) == "Your library is protected"
    assert words.reason(view) == "A verified copy of yesterday's full backup is on “Elements”."
    assert words.notices.lines(view) == []
    assert words.there(view).pill == "On time"
    assert words.here(view).figure == "1 day ago"


def test_a_drive_in_the_drawer_still_protects(words: HomeWording) -> None:
    look = Look(backups=(both("weekly", day=21),), place="Elements", free=GIB)
    _, watch = viewed(look, NEW, Rules(), now=NOW)
    away = Look(
        backups=(on_server("weekly", day=21),), vault_error=VaultMissing("x"), place="Elements"
    )
    view, _ = viewed(away, watch, Rules(), now=NOW + timedelta(hours=2))
    assert view.safety.level is Level.PROTECTED
    assert "The drive was here 2 hours ago." in words.reason(view)
    assert words.here(view).pill == "Drive away"
    assert [line.text for line in words.notices.lines(view)] == [
        "The drive “Elements” is not connected."
    ]
    assert view.next == (), "what is on the drive in the drawer need not be fetched again"


def test_the_one_button_is_what_helps_most(words: HomeWording) -> None:
    def act(**look: Any) -> Act:
        return words.action(shown(**look))[0]

    assert act(backups=()) is Act.CREATE
    assert act(backups=(on_server("a"),)) is Act.COPY
    assert act(backups=(both("a"),)) is Act.CREATE
    assert act(backups=(), server_error=SignInRequired("x")) is Act.SIGN_IN
    assert act(backups=(), server_error=ServerUnreachable("x")) is Act.LOOK
    assert act(backups=(on_server("a"),), vault_error=VaultMissing("x")) is Act.LOOK
    assert act(backups=(both("a"),), same_machine=True) is Act.FOLDER


def test_while_the_server_is_asked_nothing_is_claimed_about_it(words: HomeWording) -> None:
    view = shown(backups=(here("a"),), server_asked=False)
    assert view.safety.level is Level.PROTECTED
    assert words.there(view).figure == "Asking…"
    assert words.notices.lines(replace(view, reminders=())) == []


@pytest.mark.parametrize(
    ("error", "pill"),
    [(SignInRequired("x"), "Signed out"), (ServerUnreachable("x"), "Not reachable")],
)
def test_a_server_that_told_nothing_is_not_said_to_have_no_backup(
    words: HomeWording, error: BackupError, pill: str
) -> None:
    face = words.there(shown(backups=(), server_error=error))
    assert (face.figure, face.pill) == ("Unknown", pill)


def test_each_thing_is_said_once(words: HomeWording) -> None:
    watch = replace(NEW, signed_out_since=NOW - timedelta(days=2), server_seen=NOW)
    view = shown(watch, backups=(here("a"),), server_error=SignInRequired("x"))
    assert [r.condition for r in view.reminders] == [Condition.SIGNED_OUT]
    [line] = words.notices.lines(view)
    assert line.text == "You are signed out, so nothing can be copied."
    assert line.reminder is not None, "and it can be put off"


def test_a_damaged_copy_leads_the_list(words: HomeWording) -> None:
    watch = replace(NEW, server_seen=NOW)
    view = shown(watch, backups=(damaged_here("weekly"), both("good", day=19)), free=1)
    lines = words.notices.lines(view)
    assert lines[0].text == "A copy here is damaged: weekly."
    assert lines[0].tone == "bad"
    assert view.safety.level is Level.PROTECTED


def test_a_copy_that_does_not_fit_is_in_the_way(words: HomeWording) -> None:
    view = shown(backups=(on_server("a", size=5 * GIB),), free=GIB)
    assert view.obstacles == (Obstacle.NO_SPACE,)
    assert "5.00 GiB" in words.notices.lines(view)[0].text


def test_a_snoozed_reminder_stays_in_the_list_and_says_until_when(words: HomeWording) -> None:
    until = NOW + timedelta(hours=1)
    rules = Rules(snoozes={Condition.COPY_DAMAGED: Snooze(until=until)})
    view = shown(rules=rules, backups=(damaged_here("weekly"), both("good", day=19)))
    [line] = [one for one in words.notices.lines(view) if one.reminder is not None]
    assert line.reminder is not None
    assert words.notices.silence(line.reminder, view) == "Later: at 13:00"


def test_an_old_doubt_is_no_news() -> None:
    rows = (both("new", day=21), both("odd", day=12, suspect=True))
    assert shown(backups=rows).reminders == ()
    rows = (both("odd", day=21, suspect=True), both("good", day=15))
    assert [r.condition for r in shown(backups=rows).reminders] == [Condition.SUSPECT]


def test_the_age_is_by_the_servers_clock(words: HomeWording) -> None:
    view = shown(backups=(both("a", day=21),), skew=timedelta(days=2))
    assert words.there(view).figure == "3 days ago"


def test_an_unverified_copy_is_not_on_the_clock(words: HomeWording) -> None:
    copy = here("a")
    unverified = replace(copy, local=local("a", state=CopyState.UNVERIFIED))
    assert words.here(shown(backups=(unverified,))).figure == "No good copy"


def test_a_clock_that_was_set_back_does_not_make_copies_vanish(words: HomeWording) -> None:
    found = shown(backups=(both("a", created_at=NOW + timedelta(days=40)),))
    assert words.here(found).figure == "No good copy"
    assert "dated in the future" in words.here(found).detail
    assert words.there(found).figure == "No good backup"
    assert words.here(shown(backups=())).figure == "No copy"
