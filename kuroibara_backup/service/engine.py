"""The engine as one object: every door calls it, and it puts the parts together."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from kuroibara_backup.archive import FileSource, open_archive
from kuroibara_backup.database.kept import close_kept
from kuroibara_backup.database.state import open_state
from kuroibara_backup.errors import BackupError, InvalidRequest, NotFound, NotSignedIn, Refused
from kuroibara_backup.jobs.model import JobKind, Report
from kuroibara_backup.jobs.runner import Control, Jobs, Request
from kuroibara_backup.places.local import LocalPlace
from kuroibara_backup.places.names import SUFFIX, checked_name, folded, made_name
from kuroibara_backup.retention import Kind
from kuroibara_backup.service import doctor
from kuroibara_backup.service.adopt import adopt
from kuroibara_backup.service.arrivals import Arrivals
from kuroibara_backup.service.audit import ENGINE, Act, Actor, Ending
from kuroibara_backup.service.backup_folder import recognise
from kuroibara_backup.service.catalogue import Catalogue, modified_at
from kuroibara_backup.service.check import LibraryCheck, check_library
from kuroibara_backup.service.confirm import Action
from kuroibara_backup.service.create import Creation, NewBackup
from kuroibara_backup.service.downloads import Download, open_download
from kuroibara_backup.service.drill import Drills
from kuroibara_backup.service.keeping import Keeping
from kuroibara_backup.service.model import Backup, described
from kuroibara_backup.service.monitoring import Monitoring
from kuroibara_backup.service.orphans import Orphans
from kuroibara_backup.service.restore.restores import restores_of
from kuroibara_backup.service.rights import rights_of
from kuroibara_backup.service.rules import Rules
from kuroibara_backup.service.schedules import Schedules
from kuroibara_backup.service.sweeping import Sweeping
from kuroibara_backup.service.ticker import Ticker
from kuroibara_backup.service.uploads import Uploads
from kuroibara_backup.service.verification import Verification
from kuroibara_backup.service.works import works
from kuroibara_backup.version import tool_version

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping
    from uuid import UUID

    from kuroibara_backup.archive import Check, Progress
    from kuroibara_backup.archive import Report as Verified
    from kuroibara_backup.database.state import ArchiveRow, State
    from kuroibara_backup.jobs.model import Job, Outcome
    from kuroibara_backup.places.local import Stored
    from kuroibara_backup.service.signin import Caller
    from kuroibara_backup.settings import Settings

API_VERSION = 1
FORMATS = (1, 2)
FEATURES = (
    "jobs",
    "cancel",
    "checksums",
    "ranges",
    "metadata",
    "index",
    "pins",
    "leases",
    "retention",
    "schedule",
    "orphans",
    "confirm",
    "devices",
    "audit",
    "uploads",
    "upload-restore",
    "verify",
    "drill",
    "restore",
    "statistics",
)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Service:
    """All use cases. Calls may come from any thread; close it to stop what runs."""

    def __init__(
        self, settings: Settings, state: State, *, now: Callable[[], datetime] = _utc_now
    ) -> None:
        self.settings = settings
        self.place = LocalPlace(settings.backup_path)
        self.jobs = Jobs(state.url, works(self))
        self.catalogue = Catalogue(self.place, state)
        self.rights = rights_of(settings, state, now)
        self.audit = self.rights.audit
        self.permission = self.rights.permission
        self.sign_in = self.rights.sign_in
        self.confirm = self.rights.confirm
        self.devices = self.rights.devices
        self.orphans = Orphans(settings, self.jobs, self.audit)
        self.rules = Rules(settings, state.url, self.audit, self.confirm)
        self.keeping = Keeping(self.rules, self.place, self.catalogue, self.audit, now)
        self.schedules = Schedules(
            settings,
            state.url,
            jobs=self.jobs,
            name_for=lambda kind: self._named(None, True, kind).name,
            audit=self.audit,
            now=now,
        )
        self._ticker = Ticker(self.schedules, now)
        self._sweeping = Sweeping(self.rights.sweep)
        self.uploads = Uploads(
            settings, state, self.place, self.catalogue, self.jobs, self.audit, now
        )
        self.verification = Verification(self.place, self.catalogue, self.jobs, self.audit, now)
        self.restores = restores_of(
            settings,
            state,
            self.place,
            self.catalogue,
            self.keeping,
            self.jobs,
            self.rights,
            now,
        )
        self.drills = Drills(
            settings, state, self.place, self.catalogue, self.jobs, self.audit, now
        )
        self.arrivals = Arrivals(self.uploads, self.restores, self.rights)
        self.monitoring = Monitoring(
            settings,
            state.url,
            self.place,
            backups=self.list,
            jobs=self.jobs,
            keeping=self.keeping,
            schedules=self.schedules,
            half_way=lambda: bool(self.restores.half_way()),
            now=now,
        )
        self._state = state
        self._now = now
        self._naming = threading.Lock()
        self._told: dict[str, tuple[Stored, ArchiveRow | None, Backup]] = {}

    def start(self, *, worker: bool = True) -> None:
        """Begin the background work: left-overs go, files are described, jobs are carried out.

        Without `worker` jobs wait for another process that is one.
        """
        self.permission.grant_configured(self.settings.backup_admins, datetime.now(UTC))
        self._sweeping.start()
        try:
            with self.place.writer_lock(wait=False):
                self.place.sweep()
        except Refused:
            pass  # another process is writing right now; what lies there is not left over
        self.catalogue.start()
        self.uploads.start()
        self.drills.watch()
        self._ticker.start()
        self.restores.tending.start()
        if worker:
            self.start_worker()

    def start_worker(self) -> None:
        """Carry out jobs in this process, and look what is due, until it is closed."""
        self._ticker.start()
        self.jobs.start()

    def close(self) -> None:
        """Stop what runs and wait until it has cleaned up; another worker begins it anew."""
        self._ticker.close()
        self._sweeping.close()
        self.jobs.close()
        self.uploads.close()
        self.drills.close()
        self.catalogue.close()
        self.restores.tending.close()
        for url in (self.settings.kuroibara_url, self._state.url):
            close_kept(url)

    def capabilities(self, access_token: str | None) -> dict[str, Any]:
        """Tell what this engine can do, and whether the caller may have it done."""
        may: bool | None = None
        scopes: tuple[str, ...] | None = None
        if access_token is not None:
            try:
                caller = self.rights.who(access_token)
                allowed = self.permission.may_back_up(caller.account)
                may = allowed and caller.device is None
                scopes = caller.device.scopes if allowed and caller.device is not None else None
            except NotSignedIn:
                may = None
        return {
            "product": "kuroibara-backup",
            "version": tool_version(),
            "api": API_VERSION,
            "formats": list(FORMATS),
            "instance_id": str(self._state.instance_id),
            "features": list(FEATURES),
            "kuroibara_version": self.settings.kuroibara_version,
            "timezone": str(self.settings.timezone),
            "time": datetime.now(UTC),
            "administrator": may,
            "scopes": scopes,
        }

    def list(self) -> list[Backup]:
        """Every backup, newest first; opens none. What has not changed is the same object again."""
        told, last = {}, self._told
        for stored, row in self.catalogue.all():
            known = last.get(stored.filename)
            if known is None or known[0] is not stored or known[1] is not row:
                known = (stored, row, described(stored, row, modified_at(stored)))
            told[stored.filename] = known
        self._told = told
        backups = [known[2] for known in told.values()]
        return sorted(backups, key=lambda one: (one.created_at, one.filename), reverse=True)

    def submit_create(
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
            job = self.jobs.submit(
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
        self.audit.record(Act.CREATE, by=by, subject=asked.name, ending=Ending.ASKED)
        return job

    def work_create(self, arguments: Mapping[str, Any], control: Control) -> Outcome | Report:
        """Make the backup that was queued; one that is due is left to the job that began it."""
        if not self.schedules.begins(arguments, control.job_id):
            return Report(document={"made": False, "why": "another job makes this backup"})
        asked = NewBackup(
            name=arguments["name"],
            kinds=tuple(map(Kind, arguments["kinds"])),
            include_storage=arguments["include_storage"],
        )
        return self._create(asked, control, wait=True, by=ENGINE)

    def create_now(
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

    def check_library(self, control: Control, *, pages: bool) -> LibraryCheck:
        """Look whether the library itself is well."""
        return check_library(self.settings, control, self._now(), pages=pages)

    def open_download(self, filename: str, by: Actor | None = None) -> Download:
        """Open it for sending; what `by` fetches in pieces is written down once an hour."""
        stored = self._find(filename)
        download = open_download(self.place, self.catalogue, stored)
        self.keeping.used(stored)
        if by is not None:
            self.audit.record_seldom(Act.DOWNLOAD, by=by, subject=stored.filename)
        return download

    def delete(self, filename: str, caller: Caller) -> None:
        """Remove a backup for good; wants the password to have been given just now."""
        with self.audit.recording(Act.DELETE, by=caller.actor, subject=filename):
            stored = self._find(filename)
            self.confirm.must_be_proved(caller, Action.DELETE)
            if stored.being_written:
                raise Refused(
                    "The backup was not deleted: it is still being written.",
                    remedy="Try again in a minute.",
                    code="being_written",
                )
            self.place.remove(stored)
            self.catalogue.forget(stored)

    def metadata(self, backup_id: UUID) -> Mapping[str, Any]:
        """Everything the backup says about itself."""
        with FileSource(self._by_id(backup_id).path) as source:
            return open_archive(source).metadata.raw

    def index(self, backup_id: UUID) -> Iterator[bytes]:
        """The index, streamed; errors of opening come before the first line."""
        source = FileSource(self._by_id(backup_id).path)
        try:
            lines = open_archive(source).index_lines()
        except BaseException:
            source.close()
            raise

        def closing() -> Iterator[bytes]:
            with source:
                yield from lines

        return closing()

    def stored(self, backup_id: UUID) -> Stored:
        """Find a backup by its id; one of ours before a found copy of it."""
        return self._by_id(backup_id)

    def adopt(
        self, stored: Stored, check: Check, by: Actor = ENGINE
    ) -> Generator[Progress, None, Verified]:
        """Verify a backup that is not verified, and look after it from then on."""
        with self.audit.recording(Act.ADOPT, by=by, subject=stored.filename):
            return (
                yield from adopt(
                    self.place, self.catalogue, self.keeping, stored, now=self._now, check=check
                )
            )

    def path_of(self, name: str) -> Stored:
        """Find a backup by its name, with or without the ending."""
        filename = name if name.endswith(SUFFIX) else name + SUFFIX
        return self.place.find(filename)

    def _create(self, asked: NewBackup, control: Control, *, wait: bool, by: Actor) -> Outcome:
        creation = Creation(
            settings=self.settings,
            place=self.place,
            catalogue=self.catalogue,
            keeping=self.keeping,
            asked=asked,
            control=control,
            now=self._now,
        )
        with self.audit.recording(Act.CREATE, by=by, subject=asked.name):
            return creation.run(wait=wait)

    def _named(self, name: str | None, include_storage: bool, kind: Kind) -> NewBackup:
        taken = self.place.names() | self.uploads.names()
        taken |= {folded(job.backup_name) for job in self.jobs.unfinished()}
        if name is None:
            name = made_name(kind, self._now(), self.settings.timezone, taken)
        elif folded(checked_name(name)) in taken:
            raise Refused(
                "The backup was not started: there is already one of this name.",
                remedy="Choose another name.",
                code="name_taken",
            )
        return NewBackup(name=name, kinds=(kind,), include_storage=include_storage)

    def _find(self, filename: str) -> Stored:
        if not filename.endswith(SUFFIX) or ".." in filename:
            raise InvalidFilename("Invalid filename")
        return self.place.find(filename)

    def _by_id(self, backup_id: UUID) -> Stored:
        found = [
            stored
            for stored, row in self.catalogue.all()
            if row is not None and row.backup_id == backup_id
        ]
        if not found:
            raise NotFound(
                "There is no backup with this id.",
                remedy="Reload the list of backups.",
                code="no_such_backup",
            )
        return min(found, key=lambda stored: stored.origin.value)


class InvalidFilename(BackupError):
    """Kuroibara answers such names with 400, not 422."""

    code = "invalid_filename"
    title = "The request cannot be carried out"
    http_status = 400
    remedy = "Use a filename from the list of backups."


@contextmanager
def opened(
    settings: Settings,
    *,
    now: Callable[[], datetime] = _utc_now,
    end_half_way: bool = True,
) -> Iterator[Service]:
    """Give a working engine for these settings; refuses what could never go well.

    A restore that a dead process left half-way is ended first, unless the caller does that itself.
    Nothing runs in the background yet: call `start` for that.
    """
    doctor.refuse_hopeless(settings)
    state = open_state(settings.kuroibara_url, _state_url(settings))
    service = Service(settings, state, now=now)
    try:
        recognise(service.place, state)
        service.place.prepare()
        if end_half_way:
            service.restores.tending.end_half_way_if_free()
        yield service
    finally:
        service.close()


def _state_url(settings: Settings) -> str | None:
    url = settings.backup_state_url
    return url.get_secret_value() if url is not None else None
