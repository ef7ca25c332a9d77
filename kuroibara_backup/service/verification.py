"""Is a backup on this server still what it was? As a job that reads all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kuroibara_backup.archive import Level
from kuroibara_backup.archive.entries import carried_out
from kuroibara_backup.errors import Damaged, Refused
from kuroibara_backup.jobs.model import JobKind, Report
from kuroibara_backup.service import files
from kuroibara_backup.service.asked import ask_once
from kuroibara_backup.service.audit import ENGINE, Act

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from kuroibara_backup.jobs.model import Job
    from kuroibara_backup.jobs.runner import Control, Jobs
    from kuroibara_backup.places.local import LocalPlace, Stored
    from kuroibara_backup.service.audit import Actor, Audit
    from kuroibara_backup.service.catalogue import Catalogue

TOLD: Final = 20


class Verification:
    """Reads stored backups again, and keeps in the catalogue what it finds."""

    def __init__(
        self,
        place: LocalPlace,
        catalogue: Catalogue,
        jobs: Jobs,
        audit: Audit,
        now: Callable[[], datetime],
    ) -> None:
        self._place = place
        self._catalogue = catalogue
        self._jobs = jobs
        self._audit = audit
        self._now = now

    def submit(self, stored: Stored, by: Actor) -> Job:
        """Queue a full verification; one of the same backup that waits or runs will do."""
        must_be_settled(stored)
        return ask_once(self._jobs, self._audit, JobKind.VERIFY, Act.VERIFY, stored, by)

    def work(self, arguments: Mapping[str, Any], control: Control) -> Report:
        """Read every byte. A damaged backup is marked so, and the job fails with what is hit."""
        with self._audit.recording(Act.VERIFY, by=ENGINE, subject=arguments["filename"]):
            return self._verify(arguments["filename"], control)

    def _verify(self, filename: str, control: Control) -> Report:
        stored = self._place.find(filename)
        must_be_settled(stored)
        row = self._catalogue.fresh(stored) or self._catalogue.describe(stored)
        report = carried_out(
            files.verify(stored.path, Level.FULL, check=control.check), control.report
        )
        if self._place.find(stored.filename).identity != stored.identity:
            raise Refused(
                f"{stored.filename} was not verified: it was replaced meanwhile.",
                remedy="Verify it again.",
                code="being_written",
            )
        if not report.ok:
            self._catalogue.amend(row, damaged=True, verified_at=None)
            control.warn(*(damage.sentence for damage in report.damages[:TOLD]))
            first = report.damages[0].sentence if report.damages else ""
            raise Damaged(f"{stored.filename} is damaged. {first}".rstrip())
        at = self._now()
        self._catalogue.amend(row, damaged=False, verified_at=at, sha256=report.sha256)
        return Report(
            document={
                "filename": stored.filename,
                "verified_at": at.isoformat(),
                "format": report.format,
                "sha256": report.sha256,
                "size": stored.identity.size,
                "files": report.files,
                "bytes": report.bytes,
                "not_proved": list(report.not_proved),
            }
        )


def must_be_settled(stored: Stored) -> None:
    if stored.being_written:
        raise Refused(
            f"{stored.filename} was not read: it is still being written.",
            remedy="Try again in a minute.",
            code="being_written",
        )
