"""Which moments does a cron text name, in a time zone whose clocks change twice a year?"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cronsim import CronSim, CronSimError

from kuroibara_backup.errors import InvalidRequest

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_APART: Final = timedelta(hours=1)
_LONGEST: Final = 100
_PROBED: Final = timedelta(days=400)
_PROBED_FROM: Final = datetime(2026, 1, 1, tzinfo=UTC)
_DAYS: Final = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
_TIME: Final = r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)"
_REMEDY: Final = "Write five fields such as `0 3 * * sun`: minute, hour, day, month, day of week."


def next_slot(cron: str, zone: str, after: datetime) -> datetime:
    """Return the first slot later than `after`, in UTC.

    A time that a clock skips in spring is had when the clock goes on, one that it shows twice in
    autumn the first time; either once.
    """
    if after.tzinfo is None:
        raise ValueError("a moment without a time zone is no moment")
    for slot in _slots(cron, zone, after):
        # Asked within the hour that is repeated, the library answers with its first pass.
        if slot > after:
            return slot
    raise _never()


def slot_before(cron: str, zone: str, until: datetime) -> datetime | None:
    """Return the last slot that is not later than `until`; None when there was none for long."""
    for days in (2, 8, 32, 367, 4 * 367 * 2 + 1):
        last = None
        for slot in _slots(cron, zone, until - timedelta(days=days)):
            if slot > until:
                break
            last = slot
        if last is not None:
            return last
    return None


def checked_cron(cron: str) -> str:
    """Return the text, tidied, if it is a cron of five fields that is ever due, hourly at most."""
    tidy = " ".join(cron.split())
    if len(tidy) > _LONGEST or len(tidy.split()) != 5:
        raise _refused("it does not have five fields", _REMEDY)
    last: datetime | None = None
    for slot in _slots(tidy, "UTC", _PROBED_FROM):
        if last is not None and slot - last < LEAST_APART:
            raise _refused(
                "it would be due more than once an hour",
                "Give one minute and one hour, such as `0 3 * * *`.",
            )
        last = slot
        if slot > _PROBED_FROM + _PROBED:
            break
    if last is None:
        raise _never()
    return tidy


def checked_zone(name: str) -> str:
    """Return the name if it is a time zone's."""
    _zone(name)
    return name


def at_daily(text: str) -> str:
    """Read `02:00`, or cron text, as cron text."""
    found = re.fullmatch(_TIME, text.strip())
    if found is None:
        return _cron(text, "a time such as 02:00")
    return f"{int(found['minute'])} {int(found['hour'])} * * *"


def at_weekly(text: str) -> str:
    """Read `Sun 03:00`, or cron text, as cron text."""
    found = re.fullmatch(rf"(?P<day>[a-z]{{3,9}})\s+{_TIME}", text.strip().lower())
    if found is None:
        return _cron(text, "a day and a time such as Sun 03:00")
    days = [number for number, day in enumerate(_DAYS) if found["day"] in (day, day[:3])]
    if not days:
        raise _refused("there is no such day of the week", "Write it like Sun 03:00.")
    return f"{int(found['minute'])} {int(found['hour'])} * * {days[0]}"


def at_monthly(text: str) -> str:
    """Read `1st 04:00`, or cron text, as cron text."""
    found = re.fullmatch(rf"(?P<day>\d{{1,2}})(st|nd|rd|th|\.)?\s+{_TIME}", text.strip().lower())
    if found is None:
        return _cron(text, "a day and a time such as 1st 04:00")
    if not 1 <= int(found["day"]) <= 28:
        raise _refused("not every month has that day", "Choose a day from 1 to 28.")
    return f"{int(found['minute'])} {int(found['hour'])} {int(found['day'])} * *"


def _cron(text: str, usual: str) -> str:
    if len(text.split()) != 5:
        raise _refused(f"it is not {usual}, nor cron text", _REMEDY)
    return checked_cron(text)


def _slots(cron: str, zone: str, after: datetime) -> Iterator[datetime]:
    try:
        found = CronSim(cron, after.astimezone(_zone(zone)))
    except (CronSimError, ValueError) as exc:
        raise _refused("it is not cron text", _REMEDY) from exc
    for slot in found:
        yield slot.astimezone(UTC)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as exc:
        raise InvalidRequest(
            "The schedule was not accepted: there is no such time zone.",
            remedy="Write it like Europe/Berlin.",
            code="invalid_timezone",
        ) from exc


def _refused(why: str, remedy: str) -> InvalidRequest:
    return InvalidRequest(
        f"The schedule was not accepted: {why}.", remedy=remedy, code="invalid_schedule"
    )


def _never() -> InvalidRequest:
    return _refused("it would never be due", "Name a day that exists.")
