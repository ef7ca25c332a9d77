"""Room for all that is wanted, before the first byte of it comes."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from kuroibara_backup.errors import NoConnection, NotAllowed
from kuroibara_desktop.core.queue import ACTIVE, room_needed
from kuroibara_desktop.vault.disk import RESERVE
from kuroibara_desktop.vault.room import make_room

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kuroibara_desktop.core.queue import Wanted
    from kuroibara_desktop.transfers.pace import Check
    from kuroibara_desktop.transfers.working import OpenServer
    from kuroibara_desktop.vault import Vault


def room_for_all(
    rows: list[Wanted],
    received: Mapping[str, int],
    *,
    vault: Vault,
    servers: OpenServer,
    replace: bool,
    check: Check,
) -> None:
    """Let older copies go, as the archive's rules allow, until all that is wanted fits.

    The largest one decides what may go for it; with `replace` a person gave its old copy up.
    Raises `NoRoomBeside` before anything is removed. Without its server nothing is: nobody knows
    what that still holds.
    """
    needed = room_needed(rows, received)
    if needed == 0 or needed + RESERVE <= vault.free_bytes():
        return

    def left(row: Wanted) -> int:
        return row.size - received.get(row.filename, 0)

    largest = max((row for row in rows if row.state in ACTIVE), key=left)
    with suppress(NoConnection, NotAllowed), servers(largest.server) as (kept, server):
        backup = next((b for b in server.backups() if b.filename == largest.filename), None)
        if backup is None:
            return
        engine = server.capabilities(signed=False) if server.engine else None
        make_room(
            vault,
            backup,
            largest.folder,
            instance=engine.instance_id if engine else None,
            address=kept.address,
            here=backup.size - needed,  # room for all of them, not for this one alone
            replace=replace,
            check=check,
        )
