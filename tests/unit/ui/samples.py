"""Backups to show: on the server, here, both, damaged."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kuroibara_desktop.core.backups import Backup, CopyState, LocalCopy, RemoteBackup, Where

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def remote(name: str, *, size: int = 1000, day: int = 20, **more: Any) -> RemoteBackup:
    given: dict[str, Any] = {
        "filename": f"{name}.tar.gz",
        "size": size,
        "created_at": datetime(2026, 11, day, 12, 0, tzinfo=UTC),
        "includes_storage": True,
        "backup_id": name,
        "sha256": "0" * 64,
    }
    return RemoteBackup(**(given | more))


def local(name: str, *, size: int = 1000, day: int = 20, **more: Any) -> LocalCopy:
    given: dict[str, Any] = {
        "path": Path("/archive/server") / f"{name}.tar.gz",
        "remote_name": f"{name}.tar.gz",
        "server": "server",
        "size": size,
        "sha256": "0" * 64,
        "created_at": datetime(2026, 11, day, 12, 0, tzinfo=UTC),
        "includes_storage": True,
        "backup_id": name,
        "state": CopyState.VERIFIED,
        "verified_at": NOW,
    }
    return LocalCopy(**(given | more))


def on_server(name: str, **more: Any) -> Backup:
    return Backup(where=Where.SERVER, remote=remote(name, **more))


def here(name: str, **more: Any) -> Backup:
    return Backup(where=Where.HERE, local=local(name, **more))


def both(name: str, **more: Any) -> Backup:
    return Backup(where=Where.BOTH, remote=remote(name, **more), local=local(name, **more))


def damaged_here(name: str, *, on_the_server: bool = True) -> Backup:
    broken = local(name, state=CopyState.DAMAGED, damages=("One chapter is damaged.",))
    there = remote(name) if on_the_server else None
    return Backup(where=Where.DAMAGED, remote=there, local=broken)
