"""What the user wishes for decides what the next view says, without another look."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

from kuroibara_desktop.core.automatic import Hold
from kuroibara_desktop.core.reminders import Condition, Rules
from kuroibara_desktop.core.safety import Obstacle
from kuroibara_desktop.core.watch import Watch
from kuroibara_desktop.ui.home import memory
from kuroibara_desktop.ui.home.watching import Watching
from kuroibara_desktop.ui.listing import Look
from kuroibara_desktop.wishes import Wishes
from tests.unit.ui.samples import NOW, both, on_server

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.ui.home.view import HomeView

LOOK = Look(backups=(both("weekly", day=15),), place="Elements", free=2**40)


def conditions(view: HomeView | None) -> list[Condition]:
    return [] if view is None else [one.condition for one in view.reminders]


def watching(tmp_path: Path, wishes: list[Wishes]) -> Watching:
    file = tmp_path / "watch.json"
    memory.save(file, Watch(began=NOW - timedelta(days=30)))
    return Watching(file, wishes=lambda: wishes[-1], now=lambda: NOW)


def test_a_reminder_that_was_switched_off_is_gone_at_once(tmp_path: Path) -> None:
    wishes = [Wishes()]
    made = watching(tmp_path, wishes)
    assert conditions(made.take(LOOK)) == [Condition.SERVER_STALE]
    wishes.append(Wishes(reminders=Rules(off=frozenset({Condition.SERVER_STALE}))))
    assert conditions(made.again()) == []
    wishes.append(Wishes(reminders=replace(Rules(), here=timedelta(days=3))))
    assert Condition.HERE_STALE in conditions(made.again())


def test_before_the_first_look_there_is_nothing_to_show_again(tmp_path: Path) -> None:
    assert watching(tmp_path, [Wishes()]).again() is None


def test_it_tells_whether_notifications_are_wanted(tmp_path: Path) -> None:
    made = watching(tmp_path, [Wishes(notifications=False)])
    made.take(LOOK)
    assert not made.loud


def test_a_failure_does_not_knock_in_quiet_hours(tmp_path: Path) -> None:
    """It is noon."""
    night, noon = (time(22), time(7)), (time(11), time(13))
    wishes = [Wishes(reminders=Rules(quiet=night))]
    made = watching(tmp_path, wishes)
    made.take(LOOK)
    assert made.may_knock()
    wishes.append(Wishes(reminders=Rules(quiet=noon)))
    made.again()
    assert not made.may_knock()


def test_what_holds_copies_back_is_said_and_taken_back(tmp_path: Path) -> None:
    made = watching(tmp_path, [Wishes()])
    made.held = (Hold.PAUSED, Hold.BATTERY)
    look = Look(backups=(on_server("weekly", day=15),), place="Elements", free=2**40)
    assert set(made.take(look).obstacles) == {Obstacle.PAUSED, Obstacle.BATTERY}
    made.held = ()
    view = made.again()
    assert view is not None
    assert view.obstacles == ()
