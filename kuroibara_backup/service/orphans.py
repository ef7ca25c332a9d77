"""The use cases about orphans: count them, look for them, put them back; as a job or at once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from kuroibara_backup.archive.entries import never_stop
from kuroibara_backup.jobs.model import JobKind, Report
from kuroibara_backup.jobs.runner import Request
from kuroibara_backup.service.audit import ENGINE, Act, Ending
from kuroibara_backup.service.recovery import (
    FIRST,
    chosen_user,
    count_orphans,
    recover,
    recovered_document,
    survey,
    survey_document,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from kuroibara_backup.jobs.model import Job
    from kuroibara_backup.jobs.runner import Control, Jobs
    from kuroibara_backup.service.audit import Actor, Audit
    from kuroibara_backup.service.recovery import Recovered, Survey
    from kuroibara_backup.service.signin import Caller
    from kuroibara_backup.settings import Settings


class Orphans:
    """An *orphan* is a manga or a chapter that lies in the library and in no row."""

    def __init__(self, settings: Settings, jobs: Jobs, audit: Audit) -> None:
        self._settings = settings
        self._audit = audit
        self._jobs = jobs

    def count(self) -> int:
        """How many manga folders the whole database, not one user's library, does not know."""
        return count_orphans(self._settings, never_stop)

    def submit_survey(self, requested_by: UUID) -> Job:
        """Queue a look for orphans and for rows without files; one that is under way will do."""
        under_way = self._jobs.under_way(JobKind.ORPHANS)
        return under_way or self._submit(JobKind.ORPHANS, "orphans", {}, requested_by)

    def submit_recovery(self, *, user: str | None, dry_run: bool, caller: Caller) -> Job:
        """Queue the recovery of all orphans for a user, by default for who asks."""
        whose = caller.account if user is None else chosen_user(self._settings, user)
        lock = f"recover:{whose.id}:{dry_run}"
        arguments = {"user": whose.username, "dry_run": dry_run}
        job = self._submit(JobKind.RECOVER, lock, arguments, caller.account.id)
        if not dry_run:
            self._audit.record(
                Act.RECOVER, by=caller.actor, subject=whose.username, ending=Ending.ASKED
            )
        return job

    def work_survey(self, _: Mapping[str, Any], control: Control) -> Report:
        return Report(document=survey_document(self.survey_now(control), FIRST))

    def work_recovery(self, arguments: Mapping[str, Any], control: Control) -> Report:
        done = self.recover_now(control, arguments["user"], dry_run=arguments["dry_run"])
        return Report(document=recovered_document(done, FIRST))

    def survey_now(self, control: Control) -> Survey:
        """Look in this very thread."""
        return survey(self._settings, control, datetime.now(UTC))

    def recover_now(
        self, control: Control, user: str, *, dry_run: bool, by: Actor = ENGINE
    ) -> Recovered:
        """Put all orphans back in this very thread."""
        whose = chosen_user(self._settings, user)
        now = datetime.now(UTC)
        if dry_run:
            return recover(self._settings, whose, control, now, dry_run=True)
        with self._audit.recording(Act.RECOVER, by=by, subject=whose.username):
            return recover(self._settings, whose, control, now, dry_run=False)

    def _submit(
        self, kind: JobKind, lock: str, arguments: Mapping[str, Any], requested_by: UUID
    ) -> Job:
        return self._jobs.submit(
            Request(
                kind=kind,
                backup_name="",
                queueing_lock=lock,
                arguments=arguments,
                requested_by=requested_by,
            )
        )
