"""When was it last proved that a backup can be restored? Drills as jobs, at once, or when due."""

from __future__ import annotations

import logging
import os
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid4

from kuroibara_backup.database.replace import staging
from kuroibara_backup.database.state.drills import DrillRow, last_drill, note_drill, take_slot
from kuroibara_backup.errors import (
    BackupError,
    Damaged,
    NoConnection,
    NotAllowed,
    NotEnoughSpace,
    NotFound,
    Refused,
)
from kuroibara_backup.jobs.model import JobKind, Report
from kuroibara_backup.places.files import storing, try_lock
from kuroibara_backup.places.origin import Origin
from kuroibara_backup.schedule import at_monthly, slot_before
from kuroibara_backup.service.asked import ask
from kuroibara_backup.service.audit import ENGINE, Act, Actor
from kuroibara_backup.service.drilling import Drilling, Found
from kuroibara_backup.service.ticker import Ticker
from kuroibara_backup.service.verification import must_be_settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from kuroibara_backup.database.state.store import State
    from kuroibara_backup.jobs.model import Job
    from kuroibara_backup.jobs.runner import Control, Jobs
    from kuroibara_backup.places.local import LocalPlace, Stored
    from kuroibara_backup.service.audit import Audit
    from kuroibara_backup.service.catalogue import Catalogue
    from kuroibara_backup.settings import Settings

log = logging.getLogger("restore")
_FOLDER: Final = ".drill-"
_LOCK: Final = "lock"
_NOT_THE_BACKUPS_FAULT: Final = frozenset(
    {"restore_rights", "restore_sign_in", "database_rights", "database_locked", "drill_running"}
)


class NotProved(Damaged):
    """A drill came to the result that this backup cannot be restored here."""

    title = "The drill failed"
    remedy = "Do not count on this backup: make a new one, and try that."


@dataclass(frozen=True, slots=True, kw_only=True)
class Drilled:
    """What a drill found. `problem` is None where the backup was proved."""

    row: DrillRow
    problem: BackupError | None


class Drills:
    """Restores backups into places that are thrown away, and remembers what came of it.

    A drill has a locked folder of its own as long as it runs; by that its left-overs are known
    from what a living one uses, also the database, which carries the drill's id.
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
        self._settings = settings
        self._url = state.url
        self._place = place
        self._catalogue = catalogue
        self._jobs = jobs
        self._audit = audit
        self._now = now
        self._ticker = Ticker(self, now)

    def submit(self, stored: Stored, by: Actor, *, land: bool = False) -> Job:
        """Queue a drill of this backup."""
        must_be_settled(stored)
        return ask(self._jobs, self._audit, JobKind.DRILL, Act.DRILL, stored, by, land=land)

    def work(self, arguments: Mapping[str, Any], control: Control) -> Report:
        """Make the drill that was queued; one that did not prove the backup fails the job."""
        stored = self._place.find(arguments["filename"])
        done = self.drill_now(stored.path, control, land=arguments["land"], by=ENGINE)
        if done.problem is not None:
            raise done.problem
        return Report(document=done.row.report)

    def drill_now(self, path: Path, control: Control, *, land: bool, by: Actor) -> Drilled:
        """Make a drill in this very thread, of a file wherever it lies; it is only read.

        Raises only what kept the drill from being made; that the backup is no good is its result.
        """
        self.sweep()
        drill_id = control.job_id or uuid4()
        started, found = self._now(), Found()
        problem: BackupError | None = None
        with self._audit.recording(Act.DRILL, by=by, subject=path.name):
            with self._own_folder(drill_id) as folder:
                try:
                    Drilling(self._settings, drill_id, folder, control, land=land).run(path, found)
                except BackupError as error:
                    if not _is_the_backups_fault(error):
                        raise
                    problem = error
            row = self._result(drill_id, path, started, found, problem)
            self._remember(path, row, damaged=found.report is not None and not found.report.ok)
        failed = None
        if problem is not None:
            failed = NotProved(
                f"{path.name} did not stand the drill. {problem.sentence}", code=problem.code
            )
        return Drilled(row=row, problem=failed)

    def last(self, stored: Stored) -> DrillRow:
        """The last drill of this very content."""
        row = self._catalogue.row(stored)
        found = last_drill(self._url, row.sha256) if row is not None and row.sha256 else None
        if found is None:
            raise NotFound(
                "There was no drill of this backup yet.",
                remedy="Start one.",
                code="no_drill",
            )
        return found

    def sweep(self) -> None:
        """Remove what drills left whose processes died; what a living one uses stays."""
        for entry in os.listdir(self._place.ours):
            if not entry.startswith(_FOLDER):
                continue
            try:
                drill_id = UUID(entry.removeprefix(_FOLDER))
                with self._own_folder(drill_id):
                    pass
            except ValueError:
                continue
            except BackupError as exc:
                if exc.code != "drill_running":
                    log.warning("What a drill left was not removed: %s", exc)

    # When it is due

    def watch(self) -> None:
        """Remove left-overs, and from now on make drills when they are due, if they ever are."""
        self.sweep()
        if self._settings.backup_drill_at is not None:
            self._ticker.start()

    def close(self) -> None:
        self._ticker.close()

    def start(self) -> None:
        """What was due before anybody wanted drills counts for nothing."""
        self._take(self._now(), first=True)

    def tick(self, now: datetime) -> None:
        """Queue a drill of the newest verified backup if one is due; once, whoever looks."""
        if not self._take(now, first=False):
            return
        stored = self._newest()
        if stored is None:
            log.warning("A drill was due, but there is no verified backup")
            return
        log.info("A drill of %s is due", stored.filename)
        with suppress(Refused):  # the same one waits already
            self.submit(stored, ENGINE)

    def _take(self, now: datetime, *, first: bool) -> bool:
        wanted = self._settings.backup_drill_at
        if wanted is None:
            return False
        due = slot_before(at_monthly(wanted), str(self._settings.timezone), now)
        return due is not None and take_slot(self._url, due, first=first)

    def _newest(self) -> Stored | None:
        good = [
            (row.created_at, stored.filename, stored)
            for stored, row in self._catalogue.all()
            if stored.origin is Origin.ENGINE
            and row is not None
            and row.verified_at is not None
            and not row.damaged
        ]
        return max(good)[2] if good else None

    @contextmanager
    def _own_folder(self, drill_id: UUID) -> Iterator[Path]:
        """A folder for this drill alone; it and the drill's database are gone afterwards."""
        path = self._place.ours / f"{_FOLDER}{drill_id}"
        with storing(self._place.ours):
            path.mkdir(mode=0o700, exist_ok=True)
            handle = os.open(path / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if not (try_lock(handle) and _is_still(path / _LOCK, handle)):
                raise Refused(
                    "The drill was not made: it is being made already.",
                    remedy="Wait until it has ended.",
                    code="drill_running",
                )
            _empty(path)
            try:
                yield path
            finally:
                # The folder goes last: as long as it is there, somebody knows of the database.
                staging.drop_staging(self._settings.admin_url, drill_id)
                shutil.rmtree(path, ignore_errors=True)
        finally:
            os.close(handle)

    def _result(
        self,
        drill_id: UUID,
        path: Path,
        started: datetime,
        found: Found,
        problem: BackupError | None,
    ) -> DrillRow:
        finished, report = self._now(), found.report
        return DrillRow(
            id=drill_id,
            filename=path.name,
            sha256=report.sha256 if report is not None else "",
            started_at=started,
            finished_at=finished,
            proved=problem is None,
            report={
                "drill_id": str(drill_id),
                "filename": path.name,
                "sha256": report.sha256 if report is not None else None,
                "format": report.format if report is not None else None,
                "started_at": started.isoformat(),
                "finished_at": finished.isoformat(),
                "proved": problem is None,
                "database": found.database or None,
                "storage": found.storage,
                "covered": found.covered,
                "not_proved": found.not_proved,
                "reason": None
                if problem is None
                else {
                    "code": problem.code,
                    "detail": problem.sentence,
                    "remedy": problem.remedy,
                },
            },
        )

    def _remember(self, path: Path, row: DrillRow, *, damaged: bool) -> None:
        note_drill(self._url, row)
        for stored in self._place.listing():
            with suppress(OSError):
                if not path.samefile(stored.path):
                    continue
                known = self._catalogue.fresh(stored) or self._catalogue.describe(stored)
                changes: dict[str, object] = {"proved_at": row.finished_at if row.proved else None}
                if damaged:
                    changes |= {"damaged": True, "verified_at": None}
                elif row.proved:
                    changes |= {"sha256": row.sha256, "verified_at": row.finished_at}
                self._catalogue.amend(known, **changes)


def _is_the_backups_fault(error: BackupError) -> bool:
    outside = isinstance(error, NoConnection | NotEnoughSpace | NotAllowed | NotFound)
    return not outside and error.code not in _NOT_THE_BACKUPS_FAULT and error.http_status != 500


def _is_still(path: Path, handle: int) -> bool:
    """Whether this is the file of that name, or one that its owner removed meanwhile."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(handle))
    except FileNotFoundError:
        return False


def _empty(folder: Path) -> None:
    for entry in os.scandir(folder):
        if entry.name == _LOCK:
            continue
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            os.unlink(entry.path)
