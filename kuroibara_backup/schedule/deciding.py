"""When is a schedule carried out, which slot does a run stand for, and when is it tried again?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from kuroibara_backup.schedule.cron import next_slot, slot_before

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

TOGETHER: Final = timedelta(hours=24)
LATE: Final = timedelta(minutes=10)
LONGEST_RUN: Final = timedelta(hours=24)
RETRIES: Final = (timedelta(minutes=5), timedelta(minutes=15), timedelta(minutes=60))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How often something is done, and whether the library's files are in it."""

    cron: str
    zone: str
    enabled: bool = True
    include_storage: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A schedule whose backup another one's can be, as a weekly one is a monthly, too.

    `slot` is the one that it waits for; None while it waits for nothing yet.
    """

    plan: Plan
    slot: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a schedule does at a moment: the slot that is carried out now, and what comes next."""

    taken: datetime | None
    slot: datetime
    due: datetime

    @property
    def waits_for(self) -> tuple[datetime, datetime]:
        """The slot that comes next, and when it is carried out."""
        return self.slot, self.due


def step(
    plan: Plan,
    slot: datetime | None,
    now: datetime,
    *,
    beside: Beside | None = None,
    served: Callable[[datetime], bool],
) -> Step:
    """Decide what an enabled schedule does now, `slot` being the one that it waits for.

    None is for a schedule that waits for nothing yet. However many slots have passed, the newest
    alone is carried out. `served` tells whether a slot has had its run: a clock that was set back
    has nothing done twice, and one that was far ahead for a while loses no more than that while.
    """
    soonest = next_slot(plan.cron, plan.zone, now)
    if slot is None or (slot > soonest and not served(soonest)):
        return Step(taken=None, slot=soonest, due=due_of(plan, soonest, beside, now))
    due = due_of(plan, slot, beside, now)
    if due > now:
        return Step(taken=None, slot=slot, due=due)
    taken = max(slot, slot_before(plan.cron, plan.zone, now) or slot)
    following = next_slot(plan.cron, plan.zone, max(taken, now))
    return Step(
        taken=None if served(taken) else taken,
        slot=following,
        due=due_of(plan, following, beside, now),
    )


def due_of(plan: Plan, slot: datetime, beside: Beside | None, now: datetime) -> datetime:
    """Return when a slot is carried out: with the full backup beside it, if one is near.

    That one must hold the files, be due less than a day away and still to come, and on a day of
    the same month: else the month that wants a backup would get none.
    """
    if beside is None or not plan.include_storage:
        return slot
    if not (beside.plan.enabled and beside.plan.include_storage):
        return slot
    to_come = now if beside.slot is None else beside.slot - timedelta(seconds=1)
    at = max(slot - TOGETHER, to_come)
    near: list[datetime] = []
    while (at := next_slot(beside.plan.cron, beside.plan.zone, at)) < slot + TOGETHER:
        if _month(at, plan.zone) == _month(slot, plan.zone):
            near.append(at)
    return min(near, key=lambda one: abs(one - slot), default=slot)


def after_failure(attempt: int) -> timedelta | None:
    """Return how long to wait after the failed attempt, counted from 1; None to give up."""
    return RETRIES[attempt - 1] if attempt <= len(RETRIES) else None


def retry_now(at: datetime, now: datetime) -> bool:
    """Tell whether to try again; a clock that was set back since does not put it off for long."""
    return now >= at or at - now > RETRIES[-1]


def overdue(
    now: datetime, *, due: datetime | None, failures: int, running_since: datetime | None
) -> bool:
    """Tell whether an enabled schedule owes a backup: not begun, failed for good, or stuck."""
    not_begun = due is not None and now > due + LATE
    stuck = running_since is not None and now > running_since + LONGEST_RUN
    return not_begun or failures > 0 or stuck


def _month(at: datetime, zone: str) -> tuple[int, int]:
    local = at.astimezone(ZoneInfo(zone))
    return local.year, local.month
