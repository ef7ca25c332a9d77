"""What did a person decide about a backup, kept beside it so that it outlives the database?"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuroibara_backup.database.state.store import ArchiveRow


def write_note(row: ArchiveRow) -> str | None:
    """Return the text to lie beside the backup; None when nothing was decided."""
    accepted = not row.suspect and (row.metadata or {}).get("suspect") is True
    if not (row.pinned or row.note or accepted):
        return None
    said = {"pinned": row.pinned, "note": row.note, "accepted": accepted, "sha256": row.sha256}
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _kept(text: str) -> str:
    """As the database can hold it, whatever was written there by hand."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def read_note(text: str | None, row: ArchiveRow) -> ArchiveRow:
    """Apply what lies beside the backup. A note that cannot be read keeps it, to be safe."""
    if text is None:
        return row
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        return replace(row, pinned=True, note="The note beside this backup could not be read.")
    # What was accepted is these very bytes and no others of the same name.
    accepted = said.get("accepted") is True and said.get("sha256") == row.sha256
    note = said.get("note")
    return replace(
        row,
        pinned=said.get("pinned") is True,
        note=_kept(note) if isinstance(note, str) else "",
        suspect=row.suspect and not accepted,
    )
