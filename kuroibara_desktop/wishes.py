"""What the user wants of the app on this computer: what comes by itself, when it may, what rings.

No secret and nothing that another computer shares. A file that cannot be read costs only the
choices in it: each one that makes no sense is its default again.
"""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import time, timedelta
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from kuroibara_desktop.core.automatic import CopyRules
from kuroibara_desktop.core.errors import FolderUnsuitable
from kuroibara_desktop.core.reminders import Condition, Rules
from kuroibara_desktop.durable import write_durably

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.profile import Home

log = logging.getLogger(__name__)
E = TypeVar("E", bound=Enum)
_MOST_DAYS = 3650
_LENGTHS = ("there", "here", "signed_out", "drive_missing", "server_unseen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """`metered` and `on_battery` allow copies by themselves there; `paused` allows none anywhere.

    `reminders` carries no snoozes. Copies are read again every so many days, 0 is never; an empty
    `language` follows the system.
    """

    copies: CopyRules = field(default_factory=CopyRules)
    reminders: Rules = field(default_factory=Rules)
    notifications: bool = True
    metered: bool = False
    on_battery: bool = False
    paused: bool = False
    verify_every_days: int = 30
    language: str = ""


def file_of(home: Home) -> Path:
    return home.config / "wishes.json"


def load(home: Home) -> Wishes:
    """The wishes; the defaults where nothing, or nothing that makes sense, was written."""
    try:
        found = json.loads(file_of(home).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Wishes()
    except (OSError, ValueError, RecursionError):
        log.warning("The choices for this computer cannot be read; the defaults are used")
        return Wishes()
    return _read(found) if isinstance(found, dict) else Wishes()


def save(home: Home, wishes: Wishes) -> None:
    """Write them so that a crash leaves the old or the new ones."""
    text = json.dumps(_document(wishes), indent=2, ensure_ascii=False)
    try:
        home.config.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_durably(file_of(home), text.encode() + b"\n")
    except OSError as exc:
        raise FolderUnsuitable(
            f"Your choice was not kept: {file_of(home)} cannot be written ({exc.strerror or exc}).",
            remedy="Check the drive and the rights of that folder, then choose again.",
        ) from exc


def _document(wishes: Wishes) -> dict[str, object]:
    rules = wishes.reminders
    return {
        "version": 1,
        "copies": {
            "databases": wishes.copies.databases.value,
            "fulls": wishes.copies.fulls.value,
        },
        "reminders": {
            "seconds": {name: getattr(rules, name).total_seconds() for name in _LENGTHS},
            "quiet": [at.isoformat() for at in rules.quiet] if rules.quiet else None,
            "off": sorted(condition.name for condition in rules.off),
        },
        "notifications": wishes.notifications,
        "metered": wishes.metered,
        "on_battery": wishes.on_battery,
        "paused": wishes.paused,
        "verify_every_days": wishes.verify_every_days,
        "language": wishes.language,
    }


def _read(found: dict[str, object]) -> Wishes:
    usual = Wishes()
    copies = _part(found, "copies")
    language = found.get("language")
    return Wishes(
        copies=CopyRules(
            databases=_member(copies.get("databases"), usual.copies.databases),
            fulls=_member(copies.get("fulls"), usual.copies.fulls),
        ),
        reminders=_reminders(_part(found, "reminders")),
        notifications=_flag(found, "notifications", usual.notifications),
        metered=_flag(found, "metered", usual.metered),
        on_battery=_flag(found, "on_battery", usual.on_battery),
        paused=_flag(found, "paused", usual.paused),
        verify_every_days=_days(found.get("verify_every_days"), usual.verify_every_days),
        language=language if isinstance(language, str) else usual.language,
    )


def _reminders(found: dict[str, object]) -> Rules:
    usual = Rules()
    seconds = _part(found, "seconds")
    return Rules(
        there=_length(seconds.get("there"), usual.there),
        here=_length(seconds.get("here"), usual.here),
        signed_out=_length(seconds.get("signed_out"), usual.signed_out),
        drive_missing=_length(seconds.get("drive_missing"), usual.drive_missing),
        server_unseen=_length(seconds.get("server_unseen"), usual.server_unseen),
        quiet=_quiet(found.get("quiet")),
        off=_off(found.get("off")),
    )


def _part(found: dict[str, object], name: str) -> dict[str, object]:
    part = found.get(name)
    return part if isinstance(part, dict) else {}


def _flag(found: dict[str, object], name: str, usual: bool) -> bool:
    told = found.get(name)
    return told if isinstance(told, bool) else usual


def _member(told: object, usual: E) -> E:
    with suppress(ValueError):
        return type(usual)(told)
    return usual


def _length(told: object, usual: timedelta) -> timedelta:
    if isinstance(told, int | float) and not isinstance(told, bool):
        with suppress(ValueError, OverflowError):
            length = timedelta(seconds=told)
            if timedelta() < length <= timedelta(days=_MOST_DAYS):
                return length
    return usual


def _days(told: object, usual: int) -> int:
    if isinstance(told, int) and not isinstance(told, bool) and 0 <= told <= _MOST_DAYS:
        return told
    return usual


def _quiet(told: object) -> tuple[time, time] | None:
    if isinstance(told, list) and len(told) == 2:
        with suppress(ValueError, TypeError):
            start, end = (time.fromisoformat(at).replace(tzinfo=None) for at in told)
            return (start, end)
    return None


def _off(told: object) -> frozenset[Condition]:
    names = told if isinstance(told, list) else []
    return frozenset(condition for condition in Condition if condition.name in names)
