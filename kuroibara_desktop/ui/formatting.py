"""Numbers and times as a person reads them, in the language of the window."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from kuroibara_desktop.core import formatting

if TYPE_CHECKING:
    from datetime import date, datetime

translate = QCoreApplication.translate

_SIZE = re.compile(r"(\d+)(?:\.(\d+))? (bytes?|[KMGT]iB)(/s)?")
_DURATION = re.compile(r"(\d+) (d|h|min|s)(?: (\d+) (h|min|s))?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_AGE = re.compile(r"(\d+) (year|month|day|hour|minute)s? ago")


def size(count: int) -> str:
    """Three significant figures: `512 bytes`, `1.50 GiB`."""
    return _in_language(formatting.size(count))


def number(count: int) -> str:
    """`12,345` or `12.345`: grouped as the place does."""
    return QLocale().toString(count)


def rate(bytes_per_second: float | None) -> str:
    """`87.5 MiB/s`, or nothing while it is unknown."""
    return _in_language(formatting.rate(bytes_per_second))


def duration(seconds: float | None) -> str:
    """`3 min 20 s`; nothing while it is unknown."""
    return _in_language(formatting.duration(seconds))


def time_left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    return translate("formatting", "{duration} left").format(duration=duration(seconds))


def age(then: datetime, now: datetime) -> str:
    """`just now`, `5 minutes ago`, `3 days ago`; a time to come is `in the future`."""
    return _in_language(formatting.age(then, now))


def moment(when: datetime) -> str:
    """Date and time to the minute in the zone of `when`."""
    shown = QDateTime(when.year, when.month, when.day, when.hour, when.minute, when.second)
    return QLocale().toString(shown, translate("formatting", "yyyy-MM-dd HH:mm"))


def day(when: date, *, weekday: bool = False, year: bool = False) -> str:
    """`15 Nov`, `Sun 15 Nov`, `15 Nov 2025`."""
    if weekday:
        return _dated(when, translate("formatting", "ddd d MMM"))
    if year:
        return _dated(when, translate("formatting", "d MMM yyyy"))
    return _dated(when, translate("formatting", "d MMM"))


def month(when: date, *, year: bool = False) -> str:
    """`Nov`, `Nov 2025`."""
    if year:
        return _dated(when, translate("formatting", "MMM yyyy"))
    return _dated(when, translate("formatting", "MMM"))


def long_day(when: date) -> str:
    """The whole date in words, as the language writes it."""
    return QLocale().toString(QDate(when.year, when.month, when.day), QLocale.FormatType.LongFormat)


def place(folder: Path) -> str:
    """Where a folder is, from the user's own one on: `~/Backups`."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):  # elsewhere, or nobody's
        return str(folder)


def in_language(text: str) -> str | None:
    """A number, size, rate, duration or age formatted in English; None where it is none."""
    if found := _SIZE.fullmatch(text):
        whole, fraction, unit, per_second = found.groups()
        amount = QLocale().toString(float(f"{whole}.{fraction or 0}"), "f", len(fraction or ""))
        return f"{amount} {_unit(unit)}{per_second or ''}"
    if found := _DURATION.fullmatch(text):
        first, unit, second, smaller = found.groups()
        told = _lasting(int(first), unit)
        return f"{told} {_lasting(int(second), smaller)}" if second else told
    if found := _AGE.fullmatch(text):
        return _past(int(found[1]), found[2])
    if _GROUPED.fullmatch(text):
        return number(int(text.replace(",", "")))
    return {
        "just now": translate("formatting", "just now"),
        "in the future": translate("formatting", "in the future"),
    }.get(text)


def _in_language(text: str) -> str:
    told = in_language(text)
    return text if told is None else told


def _dated(when: date, form: str) -> str:
    return QLocale().toString(QDate(when.year, when.month, when.day), form)


def _unit(unit: str) -> str:
    return {
        "byte": translate("formatting", "byte"),
        "bytes": translate("formatting", "bytes"),
    }.get(unit, unit)


def _lasting(count: int, unit: str) -> str:
    return {
        "d": translate("formatting", "{n} d"),
        "h": translate("formatting", "{n} h"),
        "min": translate("formatting", "{n} min"),
        "s": translate("formatting", "{n} s"),
    }[unit].format(n=count)


def _past(count: int, unit: str) -> str:
    one = {
        "year": translate("formatting", "1 year ago"),
        "month": translate("formatting", "1 month ago"),
        "day": translate("formatting", "1 day ago"),
        "hour": translate("formatting", "1 hour ago"),
        "minute": translate("formatting", "1 minute ago"),
    }
    many = {
        "year": translate("formatting", "{n} years ago"),
        "month": translate("formatting", "{n} months ago"),
        "day": translate("formatting", "{n} days ago"),
        "hour": translate("formatting", "{n} hours ago"),
        "minute": translate("formatting", "{n} minutes ago"),
    }
    return one[unit] if count == 1 else many[unit].format(n=count)
