"""Genuine copies in an archive folder, without a server that they came from."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kuroibara_desktop.core.backups import CopyState, LocalCopy
from kuroibara_desktop.core.servers import KeptServer
from kuroibara_desktop.vault import Vault
from tests.support.archives import Tree, make_archive

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

FOLDER = "home-aaaaaaaa"
KEPT = KeptServer(name="home", address="https://home.example", instance_id="A")


def vault_at(folder: Path, home: Path, now: Callable[[], datetime] | None = None) -> Vault:
    """The archive at `folder`, made when it is not there; `home` holds catalogue and locks."""
    options = {"now": now} if now else {}
    return Vault.create(folder, catalog=home / "catalog.sqlite3", locks=home / "locks", **options)


def put_copy(
    vault: Vault,
    name: str,
    made: datetime,
    *,
    folder: str = FOLDER,
    kept: KeptServer = KEPT,
    full: bool = True,
    data: bytes | None = None,
    **more: Any,
) -> LocalCopy:
    """Publish a verified copy called `name`, made at `made`, holding a small library of its own."""
    if data is None:
        tree: Tree | None = {b"manga/%s.cbz" % name.encode(): name.encode() * 500} if full else None
        data = make_archive(tree, backup_name=name)
    place = vault.server_folder(folder, kept)
    part = place / f"{name}.tar.gz.part"
    part.write_bytes(data)
    copy = LocalCopy(
        path=place / f"{name}.tar.gz",
        remote_name=f"{name}.tar.gz",
        server=folder,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        created_at=made,
        copied_at=made,
        verified_at=made,
        state=CopyState.VERIFIED,
        includes_storage=full,
        instance_id=kept.instance_id,
    )
    return vault.publish(part, replace(copy, **more))
