"""What there is to choose from when a library moves: backups here, and servers. No Qt; blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.core import rescue
from kuroibara_desktop.core.backups import CopyState

if TYPE_CHECKING:
    from kuroibara_desktop.core.backups import LocalCopy
    from kuroibara_desktop.core.rescue import Needs, Rescue
    from kuroibara_desktop.profile import KnownServer
    from kuroibara_desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`rescue` is what brings back the library of `gone`, the server in use; None without any.

    `copies` can be restored, the newest first. `trouble` says why there may be more of them.
    """

    gone: str
    rescue: Rescue | None
    needs: Needs | None
    copies: tuple[LocalCopy, ...]
    servers: tuple[KnownServer, ...]
    trouble: BackupError | None = None


def options(desk: Desk) -> Options:
    """Look at the archive and at the servers that are set up."""
    profile = desk.profile()
    known = profile.server
    copies: list[LocalCopy] = []
    trouble = None
    try:
        copies = desk.vault().copies()
    except BackupError as error:
        trouble = error
    mine = [copy for copy in copies if known is not None and copy.server == known.folder]
    best = rescue.choose(mine or copies)
    usable = [copy for copy in copies if copy.state is not CopyState.DAMAGED]
    usable.sort(key=lambda c: c.created_at.timestamp() if c.created_at else 0.0, reverse=True)
    return Options(
        gone=known.name if known is not None else "",
        rescue=best,
        needs=rescue.needs(best) if best is not None else None,
        copies=tuple(usable),
        servers=profile.servers,
        trouble=trouble,
    )
