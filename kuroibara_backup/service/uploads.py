"""How does a backup come back to the server, in pieces and over however many connections?"""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid4

from kuroibara_backup.database.state.uploads import (
    Upload,
    all_uploads,
    begin_upload,
    change_upload,
    forget_upload,
    upload_of,
)
from kuroibara_backup.errors import InvalidRequest, NotFound, Refused
from kuroibara_backup.jobs.model import JobKind, JobState
from kuroibara_backup.jobs.runner import Request
from kuroibara_backup.places.incoming import Incoming, open_incoming
from kuroibara_backup.places.names import SUFFIX, checked_name, folded
from kuroibara_backup.service.audit import ENGINE, Act, Ending
from kuroibara_backup.service.completing import complete_upload
from kuroibara_backup.service.pieces import CHUNK_MAX, Piece, WholeFile, busy, sha256_of, too_large
from kuroibara_backup.service.room import Room
from kuroibara_backup.service.stale import KEPT_FOR, sweep_uploads

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from kuroibara_backup.database.state.store import State
    from kuroibara_backup.jobs.model import Job, Outcome
    from kuroibara_backup.jobs.runner import Control, Jobs
    from kuroibara_backup.places.local import LocalPlace, Stored
    from kuroibara_backup.service.audit import Actor, Audit
    from kuroibara_backup.service.catalogue import Catalogue
    from kuroibara_backup.settings import Settings

log = logging.getLogger("backup")
CHUNK_ADVICE: Final = 8 << 20
"""Small enough for most proxies, large enough that waiting for answers costs little."""
_PATIENCE: Final = 2.0
_REMOVE_PATIENCE: Final = 5.0


class UploadState(Enum):
    """The values travel over HTTP: never rename one."""

    RECEIVING = "receiving"
    RECEIVED = "received"
    COMPLETING = "completing"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an upload stands: `offset` is the first byte that is still to be sent."""

    upload: Upload
    state: UploadState
    offset: int
    expires_at: datetime
    job: Job | None


class Uploads:
    """Files on their way here, each in a spool of its own beside the finished uploads.

    What was acknowledged is on the disk and written down, in that order; what lies in a spool
    behind it counts for nothing. Only a whole, verified backup is published.
    """

    def __init__(
        self,
        settings: Settings,
        state: State,
        place: LocalPlace,
        catalogue: Catalogue,
        jobs: Jobs,
        audit: Audit,
        now: Callable[[], datetime],
    ) -> None:
        self._most = settings.backup_upload_max_bytes
        self._reserve = settings.backup_reserve_bytes
        self._url = state.url
        self._place = place
        self._catalogue = catalogue
        self._jobs = jobs
        self._audit = audit
        self._now = now

    def names(self) -> set[str]:
        """The folded names, without ending, that backups will have once their uploads are done."""
        return {_folded(one) for one in all_uploads(self._url) if one.published is None}

    def begin(self, *, filename: str, size: int, sha256: str, by: Actor) -> Standing:
        """Enter an upload, or find the one of the very same file again; refused when it cannot fit.

        A file that is here already, verified, needs no upload: the standing says so at once.
        """
        sha256 = sha256.lower()
        wanted = self._new(filename, size, sha256, by)
        here = self._already_here(size, sha256)

        def judge(others: Sequence[Upload]) -> Upload | None:
            for one in others:
                same = (one.filename, one.size, one.sha256) == (filename, size, sha256)
                if same and one.published is None and here is None:
                    return one
            if here is None:
                self._must_be_free(filename, others)
                self._room().must_hold(size, others)
            return None

        if here is not None:
            wanted = self._new(filename, size, sha256, by, published=here.filename)
        begun = begin_upload(self._url, wanted, judge)
        if begun is wanted:
            self._audit.record(Act.UPLOAD, by=by, subject=filename, ending=Ending.ASKED)
        return self._standing(begun)

    def get(self, upload_id: UUID) -> Standing:
        return self._standing(self._must_exist(upload_id))

    def piece(
        self, upload_id: UUID, offset: int, *, content_digest: str | None, length: int | None
    ) -> Piece:
        """Open an upload for the bytes from `offset` on; it is nobody else's until closed."""
        digest = sha256_of(content_digest)
        if length is not None and length > CHUNK_MAX:
            raise too_large()
        upload = self._must_exist(upload_id)
        incoming = self._held(upload)
        try:
            upload = self._settled(incoming, upload)
            if upload.published is not None or offset != upload.received:
                raise Refused(
                    "Nothing was taken in: the upload goes on at another byte.",
                    remedy=f"Go on at byte {upload.received:,}.",
                    code="offset_conflict",
                    facts={"offset": upload.received},
                )
        except BaseException:
            incoming.close()
            raise
        return Piece(incoming, upload, digest, acknowledge=self._acknowledge)

    def whole_file(self, filename: str, *, expected: int | None) -> WholeFile:
        """Take in a file in one go, of which neither size nor digest is known beforehand."""
        self._new(filename, 1, "", ENGINE)
        others = all_uploads(self._url)
        self._room().must_hold(expected or 0, others)
        upload_id = uuid4()
        incoming = open_incoming(self._place.uploaded, upload_id)
        if incoming is None:
            raise busy(0)
        return WholeFile(
            incoming,
            upload_id,
            fits=lambda more, here: self._room().must_hold(more, others, here=here),
        )

    def enter(self, whole: WholeFile, filename: str, by: Actor) -> Standing:
        """Make an upload of a file that is all here; where it was here before, that one counts."""
        size, sha256 = whole.finish()
        here = self._already_here(size, sha256)
        upload = self._new(
            filename,
            size,
            sha256,
            by,
            upload_id=whole.id,
            received=size,
            published=here.filename if here is not None else None,
        )

        def judge(others: Sequence[Upload]) -> None:
            if here is None:
                self._must_be_free(filename, others)

        begin_upload(self._url, upload, judge)
        if here is None:
            whole.keep()
        self._audit.record(Act.UPLOAD, by=by, subject=filename, ending=Ending.ASKED)
        return self._standing(upload)

    def complete(self, upload_id: UUID, by: Actor, *, then: Mapping[str, Any] | None = None) -> Job:
        """Queue the check of an upload that is all here; the one under way will do.

        `then` is for whoever goes on with the backup that it becomes.
        """
        upload = self._must_exist(upload_id)
        if upload.received < upload.size:
            raise Refused(
                "The upload was not completed: not all of it is here.",
                remedy=f"Go on at byte {upload.received:,}.",
                code="upload_incomplete",
                facts={"offset": upload.received},
            )
        job = self._job(upload)
        if job is not None and job.state not in {JobState.FAILED, JobState.CANCELLED}:
            return job
        job = self._jobs.submit(
            Request(
                kind=JobKind.UPLOAD,
                backup_name=upload.filename.removesuffix(SUFFIX),
                queueing_lock=f"upload:{upload.id}",
                arguments={"upload": str(upload.id), "then": then},
                requested_by=by.user_id,
            )
        )
        change_upload(self._url, upload.id, job_id=job.id, used_at=self._now())
        return job

    def work_complete(self, arguments: Mapping[str, Any], control: Control) -> Outcome:
        """Read the file and make a backup of it, whatever became of earlier attempts."""
        upload = self._must_exist(UUID(arguments["upload"]))
        with self._audit.recording(Act.UPLOAD, by=ENGINE, subject=upload.filename):
            return complete_upload(
                self._url, self._place, self._catalogue, upload.id, control, now=self._now
            )

    def remove(self, upload_id: UUID) -> None:
        """Forget an upload and what came of it; a backup that it has become stays."""
        upload = self._must_exist(upload_id)
        job = self._job(upload)
        if upload.published is None:
            if job is not None and not job.state.finished:
                with suppress(Refused):  # it ended at this moment
                    self._jobs.cancel(job.id)
            incoming = self._held(upload, patience=_REMOVE_PATIENCE)
            try:
                forget_upload(self._url, upload.id)
                incoming.remove()
            finally:
                incoming.close()
        else:
            forget_upload(self._url, upload.id)

    def sweep(self) -> int:
        """Remove what was not gone on with for a week, and what belongs to no upload."""
        return sweep_uploads(self._url, self._place, self._now())

    def _held(self, upload: Upload, *, patience: float = _PATIENCE) -> Incoming:
        """The spool for us alone. A connection that broke lets go of it within moments."""
        until = time.monotonic() + patience
        while True:
            incoming = open_incoming(self._place.uploaded, upload.id)
            if incoming is not None:
                return incoming
            if time.monotonic() > until:
                raise busy(upload.received)
            time.sleep(0.05)

    def _settled(self, incoming: Incoming, upload: Upload) -> Upload:
        """The upload as it stands now that nobody else changes it, the file made to agree."""
        found = upload_of(self._url, upload.id)
        if found is None:
            incoming.remove()
            raise _no_such_upload()
        if found.published is not None:
            incoming.remove()  # nothing more is to come
            return found
        there = incoming.keep(found.received)
        if there < found.received:
            log.warning("Upload %s lost bytes that were on the disk: it goes back", upload.id)
            found = change_upload(self._url, upload.id, received=there) or found
        return found

    def _acknowledge(self, upload: Upload, received: int) -> Upload:
        changed = change_upload(self._url, upload.id, received=received, used_at=self._now())
        if changed is None:
            raise _no_such_upload()
        return changed

    def _must_exist(self, upload_id: UUID) -> Upload:
        upload = upload_of(self._url, upload_id)
        if upload is None:
            raise _no_such_upload()
        return upload

    def _new(
        self,
        filename: str,
        size: int,
        sha256: str,
        by: Actor,
        *,
        upload_id: UUID | None = None,
        received: int = 0,
        published: str | None = None,
    ) -> Upload:
        if not filename.endswith(SUFFIX):
            raise InvalidRequest(
                "The upload was not begun: a backup's name ends in .tar.gz.",
                remedy="Choose a .tar.gz file that a Kuroibara server made.",
                code="invalid_name",
            )
        checked_name(filename.removesuffix(SUFFIX), refused="The upload was not begun")
        now = self._now()
        return Upload(
            id=upload_id or uuid4(),
            filename=filename,
            size=size,
            sha256=sha256,
            created_at=now,
            used_at=now,
            received=received if published is None else size,
            published=published,
            created_by=by.user_id,
        )

    def _already_here(self, size: int, sha256: str) -> Stored | None:
        """A whole and verified backup of just these bytes."""
        for stored, row in self._catalogue.all():
            known = row is not None and row.sha256 == sha256 and stored.identity.size == size
            if known and row is not None and row.verified_at is not None and not row.damaged:
                return stored
        return None

    def _must_be_free(self, filename: str, others: Sequence[Upload]) -> None:
        taken = self._place.names() | {_folded(one) for one in others if one.published is None}
        taken |= {folded(job.backup_name) for job in self._jobs.unfinished()}
        if folded(filename.removesuffix(SUFFIX)) in taken:
            raise Refused(
                "The upload was not begun: there is already another backup of this name.",
                remedy="Choose another name.",
                code="name_taken",
            )

    def _room(self) -> Room:
        return Room(most=self._most, free=self._place.free() - self._reserve)

    def _job(self, upload: Upload) -> Job | None:
        if upload.job_id is None:
            return None
        try:
            return self._jobs.get(upload.job_id)
        except NotFound:
            return None

    def _standing(self, upload: Upload) -> Standing:
        job = self._job(upload)
        if upload.published is not None:
            state = UploadState.PUBLISHED
        elif upload.received < upload.size:
            state = UploadState.RECEIVING
        elif job is not None and not job.state.finished:
            state = UploadState.COMPLETING
        else:
            state = UploadState.RECEIVED
        return Standing(
            upload=upload,
            state=state,
            offset=upload.received,
            expires_at=upload.used_at + KEPT_FOR,
            job=job,
        )


def _folded(upload: Upload) -> str:
    return folded(upload.filename.removesuffix(SUFFIX))


def _no_such_upload() -> NotFound:
    return NotFound(
        "There is no upload with this id.",
        remedy="Begin it again; an upload is kept for 7 days after its last piece.",
        code="no_such_upload",
    )
