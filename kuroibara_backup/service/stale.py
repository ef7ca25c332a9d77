"""Which uploads has everybody given up, and what of them is still here?"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from kuroibara_backup.database.state.uploads import all_uploads, forget_upload, upload_of
from kuroibara_backup.places.incoming import incoming_ids, open_incoming

if TYPE_CHECKING:
    from datetime import datetime

    from kuroibara_backup.places.local import LocalPlace

KEPT_FOR: Final = timedelta(days=7)


def sweep_uploads(url: str, place: LocalPlace, now: datetime) -> int:
    """Remove what was not gone on with for a week, and files that belong to no upload.

    What somebody writes at this moment stays. Returns how many went.
    """
    there = set(incoming_ids(place.uploaded))
    known = {one.id: one for one in all_uploads(url)}
    old = {one.id for one in known.values() if now - one.used_at > KEPT_FOR}
    gone = 0
    for upload_id in old | (there - known.keys()):
        incoming = open_incoming(place.uploaded, upload_id, create=False)
        if incoming is None and upload_id in there:
            continue
        try:
            if upload_id in old:
                forget_upload(url, upload_id)
            elif upload_of(url, upload_id) is not None:
                continue
            if incoming is not None:
                incoming.remove()
            gone += 1
        finally:
            if incoming is not None:
                incoming.close()
    place.sweep_uploaded()
    return gone
