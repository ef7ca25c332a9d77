"""How do a backup, its database and the room it needs look in a plan? Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kuroibara_backup.errors import NotEnoughSpace
from kuroibara_backup.places.local import Identity
from kuroibara_backup.service.restore.model import Target, Way, plan_document
from kuroibara_backup.storage.standing import Way as StorageWay

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping
    from pathlib import Path

    from kuroibara_backup.archive import Archive, Report
    from kuroibara_backup.archive.dumped import Dumped
    from kuroibara_backup.database.replace import schema
    from kuroibara_backup.service.restore.model import Plan
    from kuroibara_backup.storage.space import SpaceNeeds

FIRST_PEOPLE: Final = 50


def shape(
    live: Mapping[str, Mapping[str, schema.Column]], dumped: Dumped, said: object
) -> schema.Shape:
    """The columns that the dump really fills, with the types that the metadata tell.

    Format 1 tells none: there a column counts as of the type that it has here, and the load shows
    whether that is so.
    """

    def kind(table: str, column: str) -> str:
        told = said.get(table) if isinstance(said, dict) else None
        if isinstance(told, dict) and isinstance(told.get(column), str):
            return str(told[column])
        here = live.get(table, {}).get(column)
        return here.type if here is not None else "unknown"

    return {
        table: {column: kind(table, column) for column in columns}
        for table, columns in dumped.tables.items()
    }


def signing_in(dumped: Dumped | None) -> tuple[str, ...]:
    people = dumped.people if dumped is not None else ()
    return tuple(one.username for one in people if one.can_sign_in)[:FIRST_PEOPLE]


def ways(needs: SpaceNeeds) -> tuple[Way, ...]:
    return (
        Way(name=StorageWay.STAGED.value, needed=needs.staged, free=needs.free),
        Way(name=StorageWay.IN_PLACE.value, needed=needs.in_place, free=needs.free),
    )


def no_room(ways: tuple[Way, ...]) -> NotEnoughSpace:
    least = min(ways, key=lambda one: one.needed)
    return NotEnoughSpace(
        f"The backup was not restored: even in place it needs {least.needed:,} bytes on the"
        f" library's drive, but only {least.free:,} are free.",
        needed=least.needed,
        free=least.free,
        remedy="Free some space there, or restore chosen manga only.",
    )


def about(path: Path, archive: Archive, report: Report) -> dict[str, Any]:
    told = archive.metadata
    said = told.raw
    return {
        "filename": path.name,
        "size": archive.source.size,
        "sha256": report.sha256,
        "format": archive.format,
        "backup_id": told.backup_id,
        "backup_name": told.backup_name,
        "created_at": said.get("created_at"),
        "includes_storage": told.includes_storage,
        "kuroibara_version": told.kuroibara_version,
        "postgresql_version": said.get("postgresql_version"),
        "tool_version": said.get("tool_version"),
    }


def stored(
    plan: Plan,
    path: Path,
    about: os.stat_result,
    archive: Archive,
    report: Report,
    target: Target,
    dumped: Dumped | None,
) -> dict[str, Any]:
    identity = Identity.of(about)
    root = archive.metadata.raw.get("storage_path")
    return {
        "shown": plan_document(plan),
        "wanted": {
            "scope": plan.wanted.scope.value,
            "manga": [str(one) for one in plan.wanted.manga],
            "safety_copy": plan.wanted.safety_copy,
        },
        "source": {
            "path": str(path.resolve()),
            "sha256": report.sha256,
            "size": identity.size,
            "mtime_ns": identity.mtime_ns,
            "inode": identity.inode,
        },
        "target": {name: getattr(target, name) for name in Target.__slots__},
        "rows": archive.metadata.rows if dumped is not None else None,
        "storage_path": root if isinstance(root, str) else None,
        "way": plan.way,
    }
