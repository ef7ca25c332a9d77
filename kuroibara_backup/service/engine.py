"""The engine as one object: every door calls it, and it puts the parts together."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from kuroibara_backup.database.kept import close_kept
from kuroibara_backup.database.state.store import open_state
from kuroibara_backup.errors import NotSignedIn, Refused
from kuroibara_backup.jobs.runner import Control, Jobs
from kuroibara_backup.places.local import LocalPlace
from kuroibara_backup.service import doctor
from kuroibara_backup.service.adopt import Adoption
from kuroibara_backup.service.arrivals import Arrivals
from kuroibara_backup.service.backup_folder import recognise
from kuroibara_backup.service.backups import Backups
from kuroibara_backup.service.catalogue import Catalogue
from kuroibara_backup.service.check import LibraryCheck, check_library
from kuroibara_backup.service.creations import Creations
from kuroibara_backup.service.drill import Drills
from kuroibara_backup.service.keeping import Keeping
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
    from collections.abc import Callable, Iterator

    from kuroibara_backup.database.state.store import State
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
    "series",
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
    "adopt",
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
        self.backups = Backups(
            self.place,
            self.catalogue,
            self.keeping,
            confirm=self.confirm,
            audit=self.audit,
        )
        self.adoption = Adoption(
            self.place, self.catalogue, self.keeping, jobs=self.jobs, audit=self.audit, now=now
        )
        self.creations = Creations(
            settings,
            self.place,
            self.catalogue,
            self.keeping,
            self.jobs,
            audit=self.audit,
            reserved=lambda: self.uploads.names(),
            begins=lambda arguments, job_id: self.schedules.begins(arguments, job_id),
            now=now,
        )
        self.schedules = Schedules(
            settings,
            state.url,
            jobs=self.jobs,
            name_for=lambda kind: self.creations.made_name(kind),
            audit=self.audit,
            now=now,
        )
        self._ticker = Ticker(self.schedules, now)
        self.uploads = Uploads(
            settings, state, self.place, self.catalogue, self.jobs, self.audit, now
        )
        self._sweeping = Sweeping(self.rights.sweep, self.uploads.sweep)
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
            backups=self.backups.all,
            jobs=self.jobs,
            keeping=self.keeping,
            schedules=self.schedules,
            half_way=lambda: bool(self.restores.half_way()),
            now=now,
        )
        self._state = state
        self._now = now

    def start(self, *, worker: bool = True) -> None:
        """Begin the background work: files are described, and all that `start_worker` does.

        Without `worker` jobs wait for another process that is one.
        """
        self.catalogue.start()
        self._look_after()
        if worker:
            self.jobs.start()

    def start_worker(self) -> None:
        """Carry out jobs in this process, and look what is due, until it is closed."""
        self._look_after()
        self.jobs.start()

    def _look_after(self) -> None:
        """Left-overs go, what is due is made, what was cut off is ended; any process may do it."""
        self.permission.grant_configured(self.settings.backup_admins, datetime.now(UTC))
        try:
            with self.place.writer_lock(wait=False):
                self.place.sweep()
        except Refused:
            pass  # another process is writing right now; what lies there is not left over
        self._sweeping.start()
        self.drills.watch()
        self.restores.tending.start()
        self._ticker.start()

    def close(self) -> None:
        """Stop what runs and wait until it has cleaned up; another worker begins it anew."""
        self._ticker.close()
        self._sweeping.close()
        self.jobs.close()
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

    def check_library(self, control: Control, *, pages: bool) -> LibraryCheck:
        """Look whether the library itself is well."""
        return check_library(self.settings, control, self._now(), pages=pages)


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
