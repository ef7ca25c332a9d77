"""New backups: asked for, named, queued and made."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from kuroibara_backup.errors import InvalidRequest, Refused
from kuroibara_backup.jobs.model import JobKind, Report
from kuroibara_backup.jobs.runner import Request
from kuroibara_backup.places.names import checked_name, folded, made_name
from kuroibara_backup.retention import Kind
from kuroibara_backup.service.audit import ENGINE, Act, Actor, Ending
from kuroibara_backup.service.create import Creation, NewBackup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from uuid import UUID

    from kuroibara_backup.jobs.model import Job, Outcome
    from kuroibara_backup.jobs.runner import Control, Jobs
    from kuroibara_backup.places.local import LocalPlace
    from kuroibara_backup.service.audit import Audit
    from kuroibara_backup.service.catalogue import Catalogue
    from kuroibara_backup.service.keeping import Keeping
    from kuroibara_backup.settings import Settings


class Creations:
    """Makes backups, as jobs or at once. `reserved` gives the folded names that others hold;
    `begins` tells whether a job that is due is the one to make its backup."""

    def __init__(
        self,
        settings: Settings,
        place: LocalPlace,
        catalogue: Catalogue,
        keeping: Keeping,
        jobs: Jobs,
        *,
        audit: Audit,
        reserved: Callable[[], set[str]],
        begins: Callable[[Mapping[str, Any], UUID | None], bool],
        now: Callable[[], datetime],
    ) -> None:
        self._settings = settings
        self._place = place
        self._catalogue = catalogue
        self._keeping = keeping
        self._jobs = jobs
        self._audit = audit
        self._reserved = reserved
        self._begins = begins
        self._now = now
        self._naming = threading.Lock()

    def submit(
        self,
        *,
        name: str | None,
        include_storage: bool,
        encrypted: bool,
        requested_by: UUID | None,
        by: Actor = ENGINE,
    ) -> Job:
        """Queue a backup; its name is fixed here, and its own from here on."""
        if encrypted:
            raise InvalidRequest(
                "The backup was not started: this server cannot encrypt backups yet.",
                remedy="Ask for one that is not encrypted, or encrypt your copy of it.",
                code="encryption_unavailable",
            )
        with self._naming:
            asked = self._named(name, include_storage, Kind.MANUAL)
            job = self._jobs.submit(
                Request(
                    kind=JobKind.CREATE,
                    backup_name=asked.name,
                    queueing_lock=f"create:{requested_by}",
                    arguments={
                        "name": asked.name,
                        "kinds": [kind.value for kind in asked.kinds],
                        "include_storage": asked.include_storage,
                    },
                    requested_by=requested_by,
                )
            )
        self._audit.record(Act.CREATE, by=by, subject=asked.name, ending=Ending.ASKED)
        return job

    def work(self, arguments: Mapping[str, Any], control: Control) -> Outcome | Report:
        """Make the backup that was queued; one that is due is left to the job that began it."""
        if not self._begins(arguments, control.job_id):
            return Report(document={"made": False, "why": "another job makes this backup"})
        asked = NewBackup(
            name=arguments["name"],
            kinds=tuple(map(Kind, arguments["kinds"])),
            include_storage=arguments["include_storage"],
        )
        return self._create(asked, control, wait=True, by=ENGINE)

    def make_now(
        self,
        control: Control,
        *,
        name: str | None,
        include_storage: bool,
        kind: Kind = Kind.MANUAL,
        by: Actor = ENGINE,
    ) -> Outcome:
        """Make a backup in this very thread; refused while another is being written."""
        with self._naming:
            asked = self._named(name, include_storage, kind)
        return self._create(asked, control, wait=False, by=by)

    def made_name(self, kind: Kind) -> str:
        """Return the name that a backup of this kind would get now."""
        return self._named(None, True, kind).name

    def _create(self, asked: NewBackup, control: Control, *, wait: bool, by: Actor) -> Outcome:
        creation = Creation(
            settings=self._settings,
            place=self._place,
            catalogue=self._catalogue,
            keeping=self._keeping,
            asked=asked,
            control=control,
            now=self._now,
        )
        with self._audit.recording(Act.CREATE, by=by, subject=asked.name):
            return creation.run(wait=wait)

    def _named(self, name: str | None, include_storage: bool, kind: Kind) -> NewBackup:
        taken = self._place.names() | self._reserved()
        taken |= {folded(job.backup_name) for job in self._jobs.unfinished()}
        if name is None:
            name = made_name(kind, self._now(), self._settings.timezone, taken)
        elif folded(checked_name(name)) in taken:
            raise Refused(
                "The backup was not started: there is already one of this name.",
                remedy="Choose another name.",
                code="name_taken",
            )
        return NewBackup(name=name, kinds=(kind,), include_storage=include_storage)
