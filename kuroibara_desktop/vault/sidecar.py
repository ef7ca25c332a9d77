"""What lies beside a copy: its checksum for `sha256sum -c`, and what we know about it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kuroibara_backup.archive.letters import with_whole_letters
from kuroibara_backup.archive.moments import moment
from kuroibara_backup.archive.sidecar import sidecar_line
from kuroibara_backup.retention import Counts
from kuroibara_desktop.core.backups import CopyState, LocalCopy
from kuroibara_desktop.durable import sync_folder, write_durably

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def checksum_file(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}.sha256")


def facts_file(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}.json")


def write_sidecars(copy: LocalCopy) -> None:
    """Write both files for `copy`, which need not be at its path yet."""
    if copy.sha256 is not None:
        line = sidecar_line(copy.sha256, copy.path.name)
        write_durably(checksum_file(copy.path), line.encode())
    write_durably(facts_file(copy.path), written(copy).encode() + b"\n")


def unlink_with_sidecars(copy: Path) -> None:
    """Remove a copy, the file first: a kill in between leaves no copy without its facts."""
    copy.unlink(missing_ok=True)
    sync_folder(copy.parent)
    for beside in (checksum_file(copy), facts_file(copy)):
        beside.unlink(missing_ok=True)


def written(copy: LocalCopy) -> str:
    """`copy` as JSON, without its place: the drive may be mounted elsewhere tomorrow."""
    return json.dumps(
        {
            "version": 1,
            "remote_name": copy.remote_name,
            "size": copy.size,
            "sha256": copy.sha256,
            "created_at": _text(copy.created_at),
            "time_is_guessed": copy.time_is_guessed,
            "copied_at": _text(copy.copied_at),
            "verified_at": _text(copy.verified_at),
            "state": copy.state.value,
            "damages": copy.damages,
            "not_proved": copy.not_proved,
            "backup_id": copy.backup_id,
            "includes_storage": copy.includes_storage,
            "kind": copy.kind,
            "suspect": copy.suspect,
            "encrypted": copy.encrypted,
            "pinned": copy.pinned,
            "instance_id": copy.instance_id,
            "counts": _numbers(copy.counts),
            "metadata": dict(copy.metadata),
        },
        indent=2,
        ensure_ascii=False,
    )


def read_back(text: str, path: Path, server: str) -> LocalCopy | None:
    """The copy at `path` by what `written` left, or None when that cannot be read.

    The drive may come from anywhere: what is not as `written` leaves it counts for nothing at all,
    and keeps no other copy from being read.
    """
    try:
        found = json.loads(text)
        if with_whole_letters(found, text) != found:
            return None
        return LocalCopy(
            path=path,
            server=server,
            remote_name=str(found["remote_name"]),
            size=_size(found["size"]),
            sha256=_word(found["sha256"]),
            created_at=_moment(found["created_at"]),
            time_is_guessed=bool(found["time_is_guessed"]),
            copied_at=_moment(found["copied_at"]),
            verified_at=_moment(found["verified_at"]),
            state=CopyState(found["state"]),
            damages=_sentences(found["damages"]),
            not_proved=_sentences(found["not_proved"]),
            backup_id=_word(found["backup_id"]),
            includes_storage=_known(found["includes_storage"]),
            kind=_word(found["kind"]),
            suspect=bool(found["suspect"]),
            encrypted=bool(found["encrypted"]),
            pinned=found.get("pinned") is True,
            instance_id=_identity(found.get("instance_id")),
            counts=_counts(found.get("counts")),
            metadata=dict(found["metadata"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _size(value: object) -> int:
    if type(value) is not int or not 0 <= value < 1 << 63:
        raise ValueError(value)
    return value


def _word(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(value)
    return value


def _known(value: object) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise TypeError(value)
    return value


def _sentences(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise TypeError(value)
    return tuple(value)


def _identity(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _numbers(counts: Counts | None) -> dict[str, object] | None:
    if counts is None:
        return None
    return {"files": counts.files, "bytes": counts.bytes, "rows": dict(counts.rows)}


def _counts(value: object) -> Counts | None:
    """The counts, or None where they are no numbers: they are counted again at the next look."""
    if not isinstance(value, dict) or not isinstance(value.get("rows"), dict):
        return None
    files, size, rows = value.get("files"), value.get("bytes"), value["rows"]
    if any(n is not None and type(n) is not int for n in (files, size, *rows.values())):
        return None
    return Counts(files=files, bytes=size, rows=rows)


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(text: str | None) -> datetime | None:
    told = moment(text) if text else None
    if told is not None and told.tzinfo is None:
        raise ValueError(text)  # it cannot be compared with the others
    return told
