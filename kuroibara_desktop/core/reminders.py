"""Of what should the user be reminded now, and of what not, or not aloud?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_DAY_BEFORE = timedelta(days=1)


class Condition(Enum):
    """What there is one reminder of each, the worst first."""

    COPY_DAMAGED = "copy damaged"
    HERE_STALE = "this computer has no fresh copy"
    SERVER_STALE = "the server has no fresh backup"
    SUSPECT = "backup suspect"
    SIGNED_OUT = "signed out"
    SIGN_IN_ENDS = "the sign-in ends within a day"
    DRIVE_MISSING = "drive missing"
    SERVER_UNSEEN = "server not seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """How things are; None is never, or not the case. `began` is when the app was set up."""

    began: datetime
    newest_there: datetime | None = None
    newest_here: datetime | None = None
    signed_out_since: datetime | None = None
    drive_missing_since: datetime | None = None
    server_seen: datetime | None = None
    sign_in_ends: datetime | None = None  # unless the server is reached before
    damaged: tuple[str, ...] = ()  # names of copies
    suspect: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze:
    """Silence for one reminder: until a moment, or until the drive is in."""

    until: datetime | None = None
    until_drive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What is too old or too long, and when nothing may ring. Quiet hours may pass midnight."""

    there: timedelta = timedelta(days=2)
    here: timedelta = timedelta(days=8)
    signed_out: timedelta = timedelta(hours=1)
    drive_missing: timedelta = timedelta(days=7)
    server_unseen: timedelta = timedelta(days=3)
    quiet: tuple[time, time] | None = None
    snoozes: Mapping[Condition, Snooze] = field(default_factory=dict)
    off: frozenset[Condition] = frozenset()


class Silence(Enum):
    """Why a reminder is only listed."""

    SNOOZED = "snoozed"
    QUIET_HOURS = "quiet hours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One thing to see to. `since` is when it began; `names` are the backups it is about."""

    condition: Condition
    since: datetime | None
    names: tuple[str, ...] = ()
    silence: Silence | None = None
    snooze: Snooze | None = None

    @property
    def aloud(self) -> bool:
        """Whether a notification may be raised for it now."""
        return self.silence is None


def due(now: datetime, facts: Facts, rules: Rules) -> tuple[Reminder, ...]:
    """One reminder for each condition that holds, the worst first; none for what is solved.

    `now` is local time with its zone: quiet hours are read off it. A snoozed reminder stays in the
    list, silent: the list is the truth, a notification only a knock at the door.
    """
    found = []
    for condition, since, names in _holding(now, facts, rules):
        if condition in rules.off:
            continue
        snooze = _in_force(rules.snoozes.get(condition), now, facts)
        silence = None
        if snooze is not None:
            silence = Silence.SNOOZED
        elif in_quiet_hours(now, rules.quiet):
            silence = Silence.QUIET_HOURS
        found.append(
            Reminder(condition=condition, since=since, names=names, silence=silence, snooze=snooze)
        )
    order = list(Condition)
    return tuple(sorted(found, key=lambda one: order.index(one.condition)))


def in_quiet_hours(now: datetime, quiet: tuple[time, time] | None) -> bool:
    """Whether `now` lies in the hours from the first to the second time; equal times are none."""
    if quiet is None:
        return False
    start, end = quiet
    moment = now.time()
    if start <= end:
        return start <= moment < end
    return moment >= start or moment < end


def still_in_force(
    snoozes: Mapping[Condition, Snooze], now: datetime, facts: Facts, reminders: Iterable[Reminder]
) -> dict[Condition, Snooze]:
    """The snoozes worth keeping: what is solved, over or in place is woken for the next time."""
    listed = {one.condition for one in reminders}
    return {
        condition: snooze
        for condition, snooze in snoozes.items()
        if condition in listed and _in_force(snooze, now, facts) is not None
    }


def _holding(
    now: datetime, facts: Facts, rules: Rules
) -> list[tuple[Condition, datetime | None, tuple[str, ...]]]:
    found: list[tuple[Condition, datetime | None, tuple[str, ...]]] = []
    if facts.damaged:
        found.append((Condition.COPY_DAMAGED, None, facts.damaged))
    if facts.suspect:
        found.append((Condition.SUSPECT, None, facts.suspect))
    for condition, since, patience in (
        (Condition.SERVER_STALE, facts.newest_there or facts.began, rules.there),
        (Condition.HERE_STALE, facts.newest_here or facts.began, rules.here),
        (Condition.SERVER_UNSEEN, facts.server_seen or facts.began, rules.server_unseen),
        (Condition.SIGNED_OUT, facts.signed_out_since, rules.signed_out),
        (Condition.DRIVE_MISSING, facts.drive_missing_since, rules.drive_missing),
    ):
        if since is not None and now - since > patience:
            found.append((condition, since, ()))
    ends = facts.sign_in_ends
    if ends is not None and facts.signed_out_since is None and ends - now <= _DAY_BEFORE:
        found.append((Condition.SIGN_IN_ENDS, None, ()))
    conditions = {condition for condition, _, _ in found}
    if Condition.SERVER_UNSEEN in conditions or facts.signed_out_since is not None:
        # Who cannot see the server does not know how old its newest backup is.
        found = [one for one in found if one[0] is not Condition.SERVER_STALE]
    if facts.signed_out_since is not None:
        # It answers, and says who is asked for: one reminder tells that, not two.
        found = [one for one in found if one[0] is not Condition.SERVER_UNSEEN]
    return found


def _in_force(snooze: Snooze | None, now: datetime, facts: Facts) -> Snooze | None:
    if snooze is None:
        return None
    if snooze.until_drive:
        return snooze if facts.drive_missing_since is not None else None
    return snooze if snooze.until is not None and now < snooze.until else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Knocks:
    """Which notifications to raise, and which to take back."""

    raised: tuple[Reminder, ...] = ()
    withdrawn: tuple[Condition, ...] = ()


def knocks(reminders: Iterable[Reminder], told: Iterable[Condition]) -> Knocks:
    """What to do after `told` were raised before: each once, until it is solved or slept off."""
    listed = {one.condition: one for one in reminders}
    before = set(told)
    return Knocks(
        raised=tuple(r for r in listed.values() if r.aloud and r.condition not in before),
        withdrawn=tuple(
            condition for condition in Condition if condition in before and condition not in listed
        ),
    )


def told_after(reminders: Iterable[Reminder], told: Iterable[Condition]) -> frozenset[Condition]:
    """What counts as told from now on; a snoozed reminder knocks again when it wakes."""
    before = set(told)
    return frozenset(
        one.condition
        for one in reminders
        if one.aloud or (one.condition in before and one.silence is not Silence.SNOOZED)
    )
