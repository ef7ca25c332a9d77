"""What is told about a backup?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from kuroibara_backup.places.names import kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from kuroibara_backup.database.state.store import ArchiveRow
    from kuroibara_backup.places.local import Stored
    from kuroibara_backup.places.origin import Origin

_LEFT_OUT = {"schema", "storage_path"}
_WARNINGS = 10


class Status(Enum):
    """Whether a backup can be used."""

    FINISHED = "finished"
    BEING_WRITTEN = "being_written"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup as a list shows it. `sha256` is of the whole file, None until it is known."""

    filename: str
    size: int
    created_at: datetime
    origin: Origin
    status: Status
    metadata: Mapping[str, Any] | None
    backup_id: UUID | None
    includes_storage: bool | None
    kind: str | None
    sha256: str | None
    verified_at: datetime | None
    proved_at: datetime | None
    pinned: bool
    note: str
    suspect: bool


def described(stored: Stored, row: ArchiveRow | None, modified: datetime) -> Backup:
    """Put together what lies in the place and what the catalogue knows of it."""
    metadata = row.metadata if row is not None else None
    includes = metadata.get("includes_storage") if metadata is not None else None
    kinds = row.kinds if row is not None else ()
    by_name = kind_of(stored.filename)
    status = Status.FINISHED
    if row is not None and row.damaged:
        status = Status.DAMAGED
    if stored.being_written:
        status = Status.BEING_WRITTEN
    return Backup(
        filename=stored.filename,
        size=stored.identity.size,
        created_at=row.created_at if row is not None else modified,
        origin=stored.origin,
        status=status,
        metadata=None if metadata is None else short(metadata),
        backup_id=row.backup_id if row is not None else None,
        includes_storage=includes if isinstance(includes, bool) else None,
        kind=kinds[0] if kinds else (by_name.value if by_name is not None else None),
        sha256=row.sha256 if row is not None else None,
        verified_at=row.verified_at if row is not None else None,
        proved_at=row.proved_at if row is not None else None,
        pinned=row is not None and row.pinned,
        note=row.note if row is not None else "",
        suspect=row is not None and row.suspect,
    )


def short(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Cut down what is long, and leave out the server's paths; the whole is asked for by the id."""
    told = {key: value for key, value in metadata.items() if key not in _LEFT_OUT}
    missing, warnings = told.get("missing_files"), told.get("warnings")
    if isinstance(missing, dict):
        told["missing_files"] = {"count": missing.get("count")}
    if isinstance(warnings, list):
        told["warnings"] = warnings[:_WARNINGS]
    return told
