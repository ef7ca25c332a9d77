"""Numbers and times as a person reads them."""

from __future__ import annotations

from datetime import datetime, timedelta

_UNITS = ("bytes", "KiB", "MiB", "GiB", "TiB")


def size(count: int) -> str:
    """Three significant figures: `512 bytes`, `1.50 GiB`."""
    if count == 1:
        return "1 byte"
    value, unit = float(count), 0
    while value >= 999.5 and unit < len(_UNITS) - 1:
        value, unit = value / 1024, unit + 1
    if unit == 0:
        return f"{count} bytes"
    decimals = 2 if value < 9.995 else 1 if value < 99.95 else 0
    return f"{value:.{decimals}f} {_UNITS[unit]}"


def rate(bytes_per_second: float | None) -> str:
    """`87.5 MiB/s`, or nothing while it is unknown."""
    return "" if bytes_per_second is None else f"{size(round(bytes_per_second))}/s"


def duration(seconds: float | None) -> str:
    """`3 min 20 s`: two units at most, rounded up to a second; nothing while it is unknown."""
    if seconds is None:
        return ""
    total = max(0, round(seconds))
    days, rest = divmod(total, 86_400)
    hours, rest = divmod(rest, 3600)
    minutes, secs = divmod(rest, 60)
    parts = [(days, "d"), (hours, "h"), (minutes, "min"), (secs, "s")]
    first = next((i for i, (value, _) in enumerate(parts) if value), len(parts) - 1)
    shown = [f"{v} {u}" for i, (v, u) in enumerate(parts[first : first + 2]) if v or i == 0]
    return " ".join(shown)


def time_left(seconds: float | None) -> str:
    return "" if seconds is None else f"{duration(seconds)} left"


def age(then: datetime, now: datetime) -> str:
    """`just now`, `5 minutes ago`, `3 days ago`; a time to come is `in the future`."""
    passed = now - then
    if passed < timedelta(minutes=-5):
        return "in the future"
    if passed < timedelta(minutes=1):
        return "just now"
    for unit, length in (
        ("year", timedelta(days=365)),
        ("month", timedelta(days=30)),
        ("day", timedelta(days=1)),
        ("hour", timedelta(hours=1)),
        ("minute", timedelta(minutes=1)),
    ):
        count = passed // length
        if count:
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "just now"


def moment(when: datetime, *, guessed: bool = False) -> str:
    """Date and time to the minute in the zone of `when`; `guessed` marks a time without a zone."""
    return f"{when:%Y-%m-%d %H:%M}{' (server time)' if guessed else ''}"


def contents(includes_storage: bool | None) -> str:
    """What is in a backup, in one word or two."""
    if includes_storage is None:
        return "Unknown"
    return "Full" if includes_storage else "Database only"


def skew_sentence(skew: timedelta) -> str:
    """What to tell when the two clocks disagree; nothing up to five minutes."""
    if abs(skew) <= timedelta(minutes=5):
        return ""
    # A server tells whole seconds, and its answer was on the way: an hour is no 59 min 59 s.
    by = duration(round(abs(skew).total_seconds() / 60) * 60)
    if skew > timedelta():
        told = f"The server's clock is {by} ahead of this computer's."
    else:
        told = f"The server's clock is {by} behind this computer's."
    return f"{told} Ages are shown by the server's clock."
