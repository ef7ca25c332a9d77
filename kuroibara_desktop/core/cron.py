"""A schedule's cron text as a person says it, where it is as simple as that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

_NAMES = {"sun": 7, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6}
_WRITTEN = {number: name for name, number in _NAMES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Every day at a time; with `weekday` (1 is Monday) every week, with `day` every month."""

    at: time
    weekday: int | None = None
    day: int | None = None


def read(cron: str) -> Slot | None:
    """The text as a slot; None for one that says more than a slot can."""
    fields = cron.split()
    if len(fields) != 5:
        return None
    minute, hour, day, month, weekday = fields
    if month != "*" or not (minute.isascii() and minute.isdigit() and hour.isdigit()):
        return None
    try:
        at = time(int(hour), int(minute))
    except ValueError:
        return None
    if day == "*" and weekday == "*":
        return Slot(at=at)
    if day == "*" and (number := _weekday(weekday)) is not None:
        return Slot(at=at, weekday=number)
    if weekday == "*" and re.fullmatch(r"[0-9]{1,2}", day) and 1 <= int(day) <= 31:
        return Slot(at=at, day=int(day))
    return None


def written(slot: Slot) -> str:
    """The slot as cron text, which `read` reads back."""
    day = "*" if slot.day is None else str(slot.day)
    weekday = "*" if slot.weekday is None else _WRITTEN[slot.weekday]
    return f"{slot.at.minute} {slot.at.hour} {day} * {weekday}"


def _weekday(text: str) -> int | None:
    if re.fullmatch(r"[0-7]", text):
        return int(text) or 7
    return _NAMES.get(text.lower()[:3]) if text.isalpha() else None
