"""When was it, by a time that somebody wrote down?"""

from __future__ import annotations

from datetime import UTC, datetime

# A zone is less than a day off, so no way from one into another leads off the calendar.
_FIRST, _LAST = datetime(1, 1, 4, tzinfo=UTC), datetime(9999, 12, 28, tzinfo=UTC)


def moment(text: str) -> datetime:
    """The time that `text` tells in ISO 8601; ValueError where it tells none.

    It has a date in every time zone: the first and last days of the calendar, which only a
    stranger would write, are moved in by up to three.
    """
    told = datetime.fromisoformat(text)
    wall = told.replace(tzinfo=UTC)
    if _FIRST <= wall <= _LAST:
        return told
    return max(_FIRST, min(wall, _LAST)).replace(tzinfo=told.tzinfo)
