"""How does a backup that nobody has verified come under the engine's care?"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kuroibara_backup.archive import Level
from kuroibara_backup.archive.entries import carried_out
from kuroibara_backup.errors import Damaged, Refused
from kuroibara_backup.jobs.model import JobKind
from kuroibara_backup.jobs.model import Report as JobReport
from kuroibara_backup.places.files import storing
from kuroibara_backup.places.local import Identity
from kuroibara_backup.places.origin import Origin
from kuroibara_backup.retention import Counts
from kuroibara_backup.service import files
from kuroibara_backup.service.asked import ask_once
from kuroibara_backup.service.audit import ENGINE, Act
from kuroibara_backup.service.catalogue import row_of
from kuroibara_backup.service.keeping import counts_of
from kuroibara_backup.service.notes import read_note

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping
    from datetime import datetime

    from kuroibara_backup.archive import Check, Progress, Report
    from kuroibara_backup.database.state.store import ArchiveRow
    from kuroibara_backup.jobs.model import Job
    from kuroibara_backup.jobs.runner import Control, Jobs
    from kuroibara_backup.places.local import LocalPlace, Stored
    from kuroibara_backup.service.audit import Actor, Audit
    from kuroibara_backup.service.catalogue import Catalogue
    from kuroibara_backup.service.keeping import Keeping


class Adoption:
    """Verifies what nobody has verified, and looks after it from then on: at once, or as a job."""

    def __init__(
        self,
        place: LocalPlace,
        catalogue: Catalogue,
        keeping: Keeping,
        *,
        jobs: Jobs,
        audit: Audit,
        now: Callable[[], datetime],
    ) -> None:
        self._place = place
        self._catalogue = catalogue
        self._keeping = keeping
        self._jobs = jobs
        self._audit = audit
        self._now = now

    def submit(self, stored: Stored, by: Actor) -> Job:
        """Queue it; a job for the same backup that waits or runs will do."""
        _must_be_settled(stored)
        return ask_once(self._jobs, self._audit, JobKind.ADOPT, Act.ADOPT, stored, by)

    def work(self, arguments: Mapping[str, Any], control: Control) -> JobReport:
        """Do it in a job; begun anew after its process died, it finds what is ours already."""
        stored = self._place.find(arguments["filename"])
        report = carried_out(self.adopt(stored, control.check), control.report)
        ours = self._place.find(stored.filename)
        row = self._catalogue.fresh(ours)
        return JobReport(
            document={
                "filename": ours.filename,
                "backup_id": str(row.backup_id) if row is not None else None,
                "sha256": report.sha256,
                "size": ours.identity.size,
            }
        )

    def adopt(
        self, stored: Stored, check: Check, by: Actor = ENGINE
    ) -> Generator[Progress, None, Report]:
        """Verify every byte; a good backup of Kuroibara's own moves over to ours.

        A damaged one is marked so, stays where it is, and raises. Retention judges what was adopted
        by the kind in its name (`daily_…`, `weekly_…`, `monthly_…`); any other counts as made by
        hand.
        """
        with self._audit.recording(Act.ADOPT, by=by, subject=stored.filename):
            return (yield from self._adopt(stored, check))

    def _adopt(self, stored: Stored, check: Check) -> Generator[Progress, None, Report]:
        _must_be_settled(stored)
        place, catalogue = self._place, self._catalogue
        row = catalogue.fresh(stored) or catalogue.describe(stored)
        report = yield from files.verify(stored.path, Level.FULL, check=check)
        if not report.ok:
            catalogue.amend(row, damaged=True, verified_at=None)
            found = report.damages[0].sentence if report.damages else ""
            raise Damaged(f"{stored.filename} was not taken over: it is damaged. {found}".rstrip())
        with place.writer_lock(wait=False), storing(place.root):
            if Identity.of(os.stat(stored.path)) != stored.identity:
                raise _changed()
            if stored.origin is Origin.ENGINE:
                catalogue.amend(row, damaged=False, verified_at=self._now(), sha256=report.sha256)
                return report
            noted = place.note(stored.filename)
            ours = place.publish(stored.path, stored.filename, report.sha256)
            with suppress(PermissionError):  # it may belong to Kuroibara's user
                ours.path.chmod(0o600)
            if noted is not None:  # an upload may have a note already
                place.write_note(stored.filename, noted)
            ours = place.find(stored.filename)
            catalogue.forget(stored)
            new = row_of(ours, row.metadata, sha256=report.sha256, verified_at=self._now())
            new = replace(new, suspect=new.suspect or _suspect(self._keeping, new, report))
            catalogue.remember(read_note(place.note(ours.filename), new))
        return report


def _must_be_settled(stored: Stored) -> None:
    if stored.being_written:
        raise _changed()
    if stored.path.is_symlink():
        raise Refused(
            f"{stored.filename} was not taken over: it is a link to a file elsewhere.",
            remedy="Put the file itself into the folder.",
            code="is_a_link",
        )


def _changed() -> Refused:
    return Refused(
        "The backup was not taken over: it is still being written.",
        remedy="Try again in a minute.",
        code="being_written",
    )


def _suspect(keeping: Keeping, row: ArchiveRow, report: Report) -> bool:
    full = (row.metadata or {}).get("includes_storage") is True
    counts = Counts(
        files=report.files if full else None,
        bytes=report.bytes if full else None,
        rows=counts_of(row).rows,
    )
    return bool(keeping.suspicions(counts, full=full, at=row.created_at))
