"""What does a backup say about itself? Words of the file: others prove them or not."""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from kuroibara_backup.archive.letters import with_whole_letters
from kuroibara_backup.archive.moments import moment
from kuroibara_backup.errors import ArchiveCorrupt

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

MOST_METADATA: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """`raw` is the whole JSON object; the other fields are it, where they have the right type.

    `created_at` of Kuroibara's own backups has no time zone: it is the server's local time.
    """

    backup_id: str | None
    backup_name: str
    created_at: datetime | None
    kuroibara_version: str
    includes_storage: bool
    database_size: int
    storage_size: int
    kinds: tuple[str, ...]
    raw: Mapping[str, object]

    @property
    def database_sha256(self) -> str | None:
        """Hex SHA-256 of database.sql, where the backup records it."""
        return _str(self.raw, "database_sha256") or None

    @property
    def rows(self) -> dict[str, int] | None:
        """Rows by "schema.table" as counted in the database, where the backup records them."""
        rows = self.raw.get("rows")
        if not isinstance(rows, dict):
            return None
        return {str(table): count for table, count in rows.items() if type(count) is int}


def parse_metadata(data: bytes, *, offset: int) -> Metadata:
    """Read `backup_metadata.json`; `offset` is where it lies, for the error."""
    try:
        if len(data) > MOST_METADATA:
            raise ValueError("too long")
        raw = _loaded(data.decode())
    except (ValueError, RecursionError) as exc:
        raise _damaged(offset) from exc
    if not isinstance(raw, dict):
        raise _damaged(offset)
    kinds = raw.get("kinds")
    return Metadata(
        backup_id=_str(raw, "backup_id") or None,
        backup_name=_str(raw, "backup_name"),
        created_at=_time(_str(raw, "created_at")),
        kuroibara_version=_str(raw, "kuroibara_version") or "unknown",
        includes_storage=raw.get("includes_storage") is True,
        database_size=_size(raw, "database_size"),
        storage_size=_size(raw, "storage_size"),
        kinds=tuple(str(kind) for kind in kinds) if isinstance(kinds, list) else (),
        raw=raw,
    )


def _loaded(text: str) -> Any:
    """The JSON as it can be stored and sent on: without what is no number, or half a character."""
    raw = json.loads(text, parse_float=_finite, parse_constant=_finite)
    return with_whole_letters(raw, text)


def _finite(text: str) -> float | None:
    number = float(text)
    return number if isfinite(number) else None


def _damaged(offset: int) -> ArchiveCorrupt:
    return ArchiveCorrupt(
        f"The backup's description of itself (backup_metadata.json, at byte {offset:,})"
        " cannot be read.",
        member="backup_metadata.json",
        offset=offset,
    )


def _str(raw: Mapping[str, object], key: str) -> str:
    value = raw.get(key)
    return value if isinstance(value, str) else ""


def _size(raw: Mapping[str, object], key: str) -> int:
    value = raw.get(key)
    return value if type(value) is int and value >= 0 else 0


def _time(text: str) -> datetime | None:
    try:
        return moment(text)
    except ValueError:
        return None
