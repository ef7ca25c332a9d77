"""How is a backup handed out, such that its bytes can be told from any others?"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroibara_backup.errors import Refused

if TYPE_CHECKING:
    from kuroibara_backup.places.local import Identity, LocalPlace, Stored
    from kuroibara_backup.service.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """An open backup. `tags` are entity tags of exactly its bytes, the best first."""

    filename: str
    handle: int
    size: int
    mtime: float
    sha256: str | None
    tags: tuple[str, ...]

    def close(self) -> None:
        os.close(self.handle)


def open_download(place: LocalPlace, catalogue: Catalogue, stored: Stored) -> Download:
    """Open a backup for sending; what is sent is the opened file, even if its name moves on."""
    if stored.being_written:
        raise Refused(
            "The backup was not sent: it is still being written.",
            remedy="Try again in a minute.",
            code="being_written",
        )
    row = catalogue.row(stored)
    handle, identity = place.open(stored)
    sha256 = row.sha256 if row is not None and identity == stored.identity else None
    if sha256 is None:
        catalogue.want_sha256(stored)
    own = (f'"sha256-{sha256}"',) if sha256 is not None else ()
    return Download(
        filename=stored.filename,
        handle=handle,
        size=identity.size,
        mtime=identity.mtime_ns / 1e9,
        sha256=sha256,
        # The second stays valid for who began before the checksum was known.
        tags=(*own, _stat_tag(identity)),
    )


def _stat_tag(identity: Identity) -> str:
    marks = (identity.size, identity.mtime_ns, identity.inode, identity.changed_ns)
    return f'"stat-{"-".join(f"{mark:x}" for mark in marks)}"'
