"""When does an uploaded file become a backup: once every byte of it was read and is right."""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive import FileSource, Level, open_archive, verify
from kuroibara_backup.archive.entries import carried_out
from kuroibara_backup.database.state.uploads import change_upload, forget_upload, upload_of
from kuroibara_backup.errors import BackupError, Damaged, NotABackup, NotFound, Refused
from kuroibara_backup.jobs.model import Outcome
from kuroibara_backup.places.incoming import Incoming, open_incoming
from kuroibara_backup.places.origin import Origin
from kuroibara_backup.service.catalogue import row_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from kuroibara_backup.archive import Report
    from kuroibara_backup.database.state.store import ArchiveRow
    from kuroibara_backup.database.state.uploads import Upload
    from kuroibara_backup.jobs.runner import Control
    from kuroibara_backup.places.local import LocalPlace, Stored
    from kuroibara_backup.service.catalogue import Catalogue

_GLANCE: Final = 0.05
_READ: Final = 1 << 20


def complete_upload(
    url: str,
    place: LocalPlace,
    catalogue: Catalogue,
    upload_id: UUID,
    control: Control,
    *,
    now: Callable[[], datetime],
) -> Outcome:
    """Read the whole file, publish it as an uploaded backup, and enter it in the catalogue.

    May be repeated after a crash at any moment. A file that is not what was announced has to be
    sent again; one that is, but is no whole backup, is dropped. Neither is ever published.
    """
    incoming = _held(place, upload_id, control)
    try:
        upload = upload_of(url, upload_id)
        if upload is None:
            incoming.remove()
            raise NotFound(
                "The upload was not completed: it was removed.",
                remedy="Begin it again.",
                code="no_such_upload",
            )
        stored = _published(place, upload)
        if stored is None:
            _check(url, incoming, upload, control)
            control.report("publish")
            control.check()
            stored = place.publish(incoming.path, upload.filename, upload.sha256, uploaded=True)
        incoming.remove()
    finally:
        incoming.close()
    row = _catalogued(catalogue, stored, upload, now)
    change_upload(url, upload.id, published=stored.filename, used_at=now())
    if row.backup_id is None:  # only found files have none
        raise NotABackup(f"{stored.filename} has no id.")
    return Outcome(
        filename=stored.filename,
        size=upload.size,
        sha256=upload.sha256,
        backup_id=row.backup_id,
        verified=True,
    )


def _held(place: LocalPlace, upload_id: UUID, control: Control) -> Incoming:
    """The file for us alone; a piece that still comes in is waited for, and then noticed."""
    while True:
        incoming = open_incoming(place.uploaded, upload_id)
        if incoming is not None:
            return incoming
        control.check()
        time.sleep(_GLANCE)


def _published(place: LocalPlace, upload: Upload) -> Stored | None:
    """What an earlier attempt published, or whoever sent the same file before."""
    try:
        stored = place.find(upload.published or upload.filename)
    except NotFound:
        return None
    if upload.published is not None:
        return stored
    ours = stored.origin is Origin.UPLOADED and stored.identity.size == upload.size
    return stored if ours and place.claimed_sha256(stored) == upload.sha256 else None


def _check(url: str, incoming: Incoming, upload: Upload, control: Control) -> None:
    there = incoming.keep(upload.size)
    if there < upload.size:
        change_upload(url, upload.id, received=min(there, upload.received), published=None)
        raise Refused(
            "The upload was not completed: not all of it is here.",
            remedy=f"Go on at byte {there:,}.",
            code="upload_incomplete",
        )
    try:
        with FileSource(incoming.path) as source:
            source.name = upload.filename
            report = carried_out(
                verify(source, Level.FULL, sha256=upload.sha256, check=control.check),
                control.report,
            )
    except (NotABackup, Refused, Damaged):
        # What is no backup was perhaps one before it came here.
        if _sha256(incoming, control) != upload.sha256:
            raise _begin_again(url, incoming, upload) from None
        _drop(url, incoming, upload)
        raise
    if report.sha256 != upload.sha256:
        raise _begin_again(url, incoming, upload)
    if not report.ok:
        control.warn(*(damage.sentence for damage in report.damages[:20]))
        _drop(url, incoming, upload)
        raise Damaged(
            f"The upload was not kept: {upload.filename} came as it was sent, but the backup"
            f" itself is damaged. {_first(report)}".rstrip()
        )


def _sha256(incoming: Incoming, control: Control) -> str:
    digest = hashlib.sha256()
    with open(incoming.path, "rb") as file:
        while data := file.read(_READ):
            control.check()
            digest.update(data)
    return digest.hexdigest()


def _begin_again(url: str, incoming: Incoming, upload: Upload) -> BackupError:
    change_upload(url, upload.id, received=0)
    incoming.keep(0)
    return Damaged(
        "The upload was not kept: the whole file does not have the SHA-256 that was announced.",
        remedy="Send it again from its first byte. If that happens again, the file was changed"
        " since its SHA-256 was taken, or one of the two computers has bad memory.",
        code="digest_mismatch",
    )


def _drop(url: str, incoming: Incoming, upload: Upload) -> None:
    forget_upload(url, upload.id)
    incoming.remove()


def _first(report: Report) -> str:
    return report.damages[0].sentence if report.damages else ""


def _catalogued(
    catalogue: Catalogue, stored: Stored, upload: Upload, now: Callable[[], datetime]
) -> ArchiveRow:
    known = catalogue.fresh(stored)
    if known is not None and known.verified_at is not None:
        return known
    with FileSource(stored.path) as source:
        metadata = open_archive(source).metadata.raw
    row = row_of(stored, metadata, sha256=upload.sha256, verified_at=now())
    catalogue.remember(row)
    return row
