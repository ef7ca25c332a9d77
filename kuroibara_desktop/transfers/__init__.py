"""Long work between a server and the vault: generators that yield `Progress`.

They know `server/` and `vault/`, not Qt. `check` raises `Cancelled` when the user asked to stop; it
is called at least every tenth of a second. Whatever ends the work, no half-written file is left
under a final name, and what was copied so far is kept and gone on from.
"""

from kuroibara_desktop.transfers.copying import copy_offsite
from kuroibara_desktop.transfers.creating import create_backup
from kuroibara_desktop.transfers.importing import copy_elsewhere, import_file
from kuroibara_desktop.transfers.moving import drop_left_behind, left_behind, move_archive
from kuroibara_desktop.transfers.pace import Pace
from kuroibara_desktop.transfers.rolling import repair, verify_due
from kuroibara_desktop.transfers.verifying import verify_copy

__all__ = [
    "Pace",
    "copy_elsewhere",
    "copy_offsite",
    "create_backup",
    "drop_left_behind",
    "import_file",
    "left_behind",
    "move_archive",
    "repair",
    "verify_copy",
    "verify_due",
]
