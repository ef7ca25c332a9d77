"""Where what is remembered between two looks lies on the disk. Losing it loses no backup."""

from __future__ import annotations

import json
import logging
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kuroibara_desktop.core.growth import Sample
from kuroibara_desktop.core.reminders import Condition, Snooze
from kuroibara_desktop.core.watch import Watch
from kuroibara_desktop.durable import write_durably
from kuroibara_desktop.vault.sidecar import read_back, written

if TYPE_CHECKING:
    from kuroibara_desktop.core.backups import LocalCopy

log = logging.getLogger(__name__)


def load(file: Path, now: datetime) -> Watch:
    """What was remembered; begun anew at `now` when nothing, or nothing readable, is there."""
    try:
        return _read(json.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Watch(began=now)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        log.warning("What was remembered of earlier looks cannot be read; it is begun anew")
        return Watch(began=now)


def save(file: Path, watch: Watch) -> None:
    """Remember; a full disk only costs the memory."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_durably(file, json.dumps(_document(watch), ensure_ascii=False).encode())
    except OSError:
        log.warning("What was seen could not be remembered", exc_info=True)


def _document(watch: Watch) -> dict[str, object]:
    return {
        "version": 1,
        "began": watch.began.isoformat(),
        "server": watch.server,
        "server_seen": _text(watch.server_seen),
        "signed_out_since": _text(watch.signed_out_since),
        "drive_seen": _text(watch.drive_seen),
        "drive_missing_since": _text(watch.drive_missing_since),
        "copies": [
            {"path": str(copy.path), "server": copy.server, "facts": written(copy)}
            for copy in watch.copies
        ],
        "samples": [[sample.day.isoformat(), sample.size] for sample in watch.samples],
        "snoozes": {
            condition.name: {"until": _text(snooze.until), "until_drive": snooze.until_drive}
            for condition, snooze in watch.snoozes.items()
        },
        "told": sorted(condition.name for condition in watch.told),
    }


def _read(found: dict[str, Any]) -> Watch:
    lists = {name: found[name] for name in ("copies", "samples", "told")}
    if not all(isinstance(value, list) for value in lists.values()):
        raise TypeError("lists")
    snoozes = found["snoozes"]
    if not isinstance(snoozes, dict):
        raise TypeError("snoozes")
    began = _moment(found["began"])
    if began is None:
        raise ValueError("began")
    copies = [_copy(item) for item in _items(lists["copies"])]
    return Watch(
        began=began,
        server_seen=_moment(found["server_seen"]),
        signed_out_since=_moment(found["signed_out_since"]),
        drive_seen=_moment(found["drive_seen"]),
        drive_missing_since=_moment(found["drive_missing_since"]),
        copies=tuple(copy for copy in copies if copy is not None),
        samples=tuple(
            Sample(day=date.fromisoformat(day), size=int(size))
            for day, size in _items(lists["samples"])
        ),
        snoozes={
            Condition[name]: Snooze(
                until=_moment(one["until"]), until_drive=one["until_drive"] is True
            )
            for name, one in snoozes.items()
        },
        told=frozenset(Condition[name] for name in _items(lists["told"])),
        server=str(found.get("server", "")),
    )


def _items(value: Any) -> list[Any]:  # what is in them is tried, not trusted
    return list(value)


def _copy(item: object) -> LocalCopy | None:
    if not isinstance(item, dict):
        raise TypeError("copy")
    return read_back(str(item["facts"]), Path(item["path"]), str(item["server"]))


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(value: object) -> datetime | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError("time")
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
