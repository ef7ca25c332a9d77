"""Is this the folder that our backups lie in, or only where its drive should be mounted?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from kuroibara_backup.database.state.place import place_id, set_place_id
from kuroibara_backup.errors import Refused
from kuroibara_backup.places.origin import Origin

if TYPE_CHECKING:
    from kuroibara_backup.database.state.store import State
    from kuroibara_backup.places.local import LocalPlace

ACCEPT = "kuroibara-backup doctor --accept-folder"


def recognise(place: LocalPlace, state: State) -> None:
    """Return when this is the folder used before, or none was; it is marked where it is not yet.

    A folder without its mark is known by any backup that lies in it. Otherwise `Refused`, and
    nothing is made in it: a backup written where a drive should be mounted fills the wrong disk
    and is not found again.
    """
    marked, known = place.mark(), place_id(state.url)
    if known is not None and marked == known:
        return
    names = {row.filename for row in state.archives() if row.origin is Origin.ENGINE}
    if known is None or not names or names & {one.filename for one in place.listing()}:
        _accept(place, state, marked)
        return
    raise Refused(
        f"The backup folder is not the one used before: none of the {len(names):,} known backups"
        " is in it.",
        remedy="Mount its drive, or check BACKUP_PATH. If the backups are gone for good, or this"
        f" is to be the folder from now on, run `{ACCEPT}`.",
        code="backup_folder_changed",
    )


def accept(place: LocalPlace, state: State) -> None:
    """Take this folder for the one of our backups from now on."""
    _accept(place, state, place.mark())


def _accept(place: LocalPlace, state: State, marked: UUID | None) -> None:
    place.prepare()
    if marked is None:
        marked = uuid4()
        place.write_mark(marked)
    set_place_id(state.url, marked)
