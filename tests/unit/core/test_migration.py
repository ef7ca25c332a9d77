"""The checklist after a migration: what is there, what is missing, what nobody could see."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kuroibara_desktop.core.migration import Arrival, Item, Mark, checklist
from kuroibara_desktop.core.restores import NowAndAfter
from kuroibara_desktop.core.rules import Schedule

DUE = datetime(2026, 11, 24, 3, tzinfo=UTC)
DAILY = Schedule(
    kind="daily",
    cron="0 3 * * *",
    timezone="UTC",
    enabled=True,
    include_storage=False,
    next_due=DUE,
)


def counts(**now: int | None) -> tuple[NowAndAfter, ...]:
    """What is there now of a backup that held ten of everything."""
    names = ("users", "manga", "chapters", "progress", "files", "bytes")
    return tuple(NowAndAfter(what=name, now=now.get(name, 10), after=10) for name in names)


WHOLE = Arrival(counts=counts(), schedules=(DAILY,))


def marks(arrival: Arrival) -> dict[Item, Mark]:
    return {finding.item: finding.mark for finding in checklist(arrival)}


def test_a_library_that_arrived_whole_has_every_line_ticked_in_the_order_of_the_list() -> None:
    assert list(marks(WHOLE)) == list(Item)
    assert set(marks(WHOLE).values()) == {Mark.RIGHT}
    assert checklist(WHOLE)[0].found == checklist(WHOLE)[0].expected == 10
    assert checklist(WHOLE)[-1].next_due == DUE


@pytest.mark.parametrize(
    ("short", "item"),
    [
        ("manga", Item.MANGA),
        ("chapters", Item.MANGA),
        ("progress", Item.PROGRESS),
        ("users", Item.SETTINGS),
        ("files", Item.FILES),
        ("bytes", Item.FILES),
    ],
)
def test_what_fell_short_is_wrong_and_nothing_else_is(short: str, item: Item) -> None:
    found = marks(replace(WHOLE, counts=counts(**{short: 9})))
    assert found.pop(item) is Mark.WRONG
    assert set(found.values()) == {Mark.RIGHT}


def test_people_who_read_on_make_nothing_wrong() -> None:
    assert marks(replace(WHOLE, counts=counts(progress=11)))[Item.PROGRESS] is Mark.RIGHT


def test_what_nobody_could_see_stays_open() -> None:
    assert set(marks(Arrival()).values()) == {Mark.OPEN}
    assert marks(replace(WHOLE, counts=counts(files=None)))[Item.FILES] is Mark.OPEN
    assert marks(replace(WHOLE, tables_missing=True))[Item.SETTINGS] is Mark.OPEN


def test_a_schedule_that_is_switched_off_is_no_schedule() -> None:
    off = replace(DAILY, enabled=False)
    assert marks(replace(WHOLE, schedules=(off,)))[Item.SCHEDULES] is Mark.WRONG
    assert marks(replace(WHOLE, schedules=()))[Item.SCHEDULES] is Mark.WRONG
