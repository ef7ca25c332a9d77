"""How is a backup made?"""

from __future__ import annotations

import logging
import os
import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any
from uuid import uuid4, uuid5

from kuroibara_backup.archive import (
    FileSource,
    Level,
    open_archive,
    plan,
    spool_dump,
    verify,
    write,
)
from kuroibara_backup.archive.entries import carried_out
from kuroibara_backup.database.dump import dump
from kuroibara_backup.database.tools import installed
from kuroibara_backup.errors import (
    BackupError,
    Damaged,
    NoConnection,
    NotEnoughSpace,
    NotFound,
    Refused,
)
from kuroibara_backup.jobs.model import Outcome
from kuroibara_backup.places.files import storing
from kuroibara_backup.places.names import SUFFIX
from kuroibara_backup.retention import Counts
from kuroibara_backup.service.catalogue import row_of
from kuroibara_backup.service.missing import HeldPaths, Missing, NamedPaths
from kuroibara_backup.storage.scan import Library
from kuroibara_backup.version import tool_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from kuroibara_backup.archive import Entry, Plan, SpooledDump, Written
    from kuroibara_backup.database.dump import DatabaseFacts
    from kuroibara_backup.jobs.runner import Control
    from kuroibara_backup.places.local import LocalPlace, Stored
    from kuroibara_backup.retention import Kind
    from kuroibara_backup.service.catalogue import Catalogue
    from kuroibara_backup.service.keeping import Keeping
    from kuroibara_backup.settings import Settings

log = logging.getLogger("backup")
_LOCKED_TRIES = 4
_LOCKED_PAUSE = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBackup:
    """What was asked for; one backup can be two kinds, such as weekly and monthly."""

    name: str
    kinds: tuple[Kind, ...]
    include_storage: bool


class Creation:
    """Makes one backup: dump, scan, plan, write, read back, publish, catalogue.

    It gets its final name only once every byte was read back and matched, so a file with that
    name can be trusted; when anything fails or is cancelled before, nothing is left.
    """

    def __init__(
        self,
        *,
        settings: Settings,
        place: LocalPlace,
        catalogue: Catalogue,
        keeping: Keeping,
        asked: NewBackup,
        control: Control,
        now: Callable[[], datetime],
    ) -> None:
        self._settings = settings
        self._place = place
        self._catalogue = catalogue
        self._keeping = keeping
        self._now = now
        self._asked = asked
        self._control = control
        # The same again in every attempt of a job, so that what an earlier one made is known.
        job_id = control.job_id
        self._backup_id = uuid4() if job_id is None else uuid5(job_id, asked.name)
        self._suspect = False

    def run(self, *, wait: bool = True) -> Outcome:
        """Do all of it. Without `wait` it is refused while another backup is being written."""
        with self._place.writer_lock(wait=wait, check=self._control.check):
            return self.run_held()

    def run_held(self) -> Outcome:
        """The same, for who holds the writer lock."""
        with storing(self._place.ours):
            self._place.sweep()
            if self._control.attempt > 1 and (made := self._made_before()) is not None:
                return made
            with ExitStack() as kept:
                spooled, facts, named = self._dump(kept)
                planned, metadata = self._plan(kept, spooled, facts, named)
                self._must_fit(planned)
                with self._place.spool() as spool:
                    written = self._write(planned, metadata, spool)
                    self._read_back(spool, written)
                    self._control.report("publish")
                    self._control.check()
                    outcome = self._publish(spool, written)
                self._prune()
                return outcome

    def _made_before(self) -> Outcome | None:
        """The backup of an earlier attempt that was cut off when it had its name already."""
        try:
            stored = self._place.find(self._asked.name + SUFFIX)
        except NotFound:
            return None
        with FileSource(stored.path) as source:
            metadata = open_archive(source).metadata.raw
        sha256 = self._place.claimed_sha256(stored)
        if sha256 is None or metadata.get("backup_id") != str(self._backup_id):
            return None
        return self._entered(stored, metadata, sha256)

    def _dump(self, kept: ExitStack) -> tuple[SpooledDump, DatabaseFacts, NamedPaths | None]:
        """Dump the database; who wants to change a table goes first, then it begins anew."""
        for _ in range(_LOCKED_TRIES - 1):
            try:
                return self._dump_once(kept)
            except Refused as exc:
                if exc.code != "database_locked":
                    raise
            until = time.monotonic() + _LOCKED_PAUSE
            while time.monotonic() < until:
                self._control.check()
                time.sleep(0.05)
        return self._dump_once(kept)

    def _dump_once(self, kept: ExitStack) -> tuple[SpooledDump, DatabaseFacts, NamedPaths | None]:
        control, folder = self._control, self._place.ours
        control.report("dump")
        with dump(self._settings.kuroibara_url, installed(), check=control.check) as running:
            spooled = kept.enter_context(
                spool_dump(self._counted(running.chunks()), folder, check=control.check)
            )
            named = None
            if self._asked.include_storage:
                roots = [self._settings.storage_path]
                named = kept.enter_context(NamedPaths(running.named_paths(), roots, folder))
            control.warn(*running.warnings)
        if not spooled.facts.complete:
            raise Refused(
                f"The backup was not made: the dump of the database is not whole."
                f" {spooled.facts.problem}",
                remedy="Read PostgreSQL's log, then try again.",
                code="dump_incomplete",
            )
        return spooled, running.facts, named

    def _counted(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        done = 0
        for chunk in chunks:
            done += len(chunk)
            self._control.report("dump", done)
            yield chunk

    def _plan(
        self,
        kept: ExitStack,
        spooled: SpooledDump,
        facts: DatabaseFacts,
        named: NamedPaths | None,
    ) -> tuple[Plan, dict[str, Any]]:
        control, folder = self._control, self._place.ours
        if named is None:
            control.report("plan")
            planned = kept.enter_context(plan(spooled, None, None, folder, check=control.check))
            self._judge(planned, facts, None)
            return planned, self._metadata(facts, None, incomplete=False)
        control.report("scan")
        library = kept.enter_context(
            Library(
                self._settings.storage_path,
                follow_links=self._settings.backup_follow_links,
                apart_from=[self._place.root],
                check=control.check,
            )
        )
        held = HeldPaths()
        planned = kept.enter_context(
            plan(
                spooled,
                self._scanned(held.passing(library.entries())),
                library.open_file,
                folder,
                check=control.check,
            )
        )
        control.warn(*library.warnings)
        control.report("plan")
        missing = named.missing(held, control.check)
        self._judge(planned, facts, missing)
        return planned, self._metadata(facts, missing, incomplete=library.incomplete)

    def _scanned(self, entries: Iterator[Entry]) -> Iterator[Entry]:
        """Say how much of the library was looked at; what is deflated on the way takes its time."""
        done = 0
        for entry in entries:
            self._control.report("scan", done)
            yield entry
            done += entry.size

    def _judge(self, planned: Plan, facts: DatabaseFacts, missing: Missing | None) -> None:
        full = missing is not None
        new = Counts(
            files=planned.files if full else None,
            bytes=planned.bytes if full else None,
            rows=facts.rows,
            missing=missing.count if missing is not None else 0,
        )
        suspicions = self._keeping.suspicions(new, full=full, at=self._now())
        self._suspect = bool(suspicions)
        if suspicions:
            self._control.warn(" ".join(suspicions))
        elif missing is not None and missing.count:
            self._control.warn(
                f"{missing.count:,} of the {missing.named:,} files that the database names are"
                " not in the library folder."
            )

    def _metadata(
        self, facts: DatabaseFacts, missing: Missing | None, *, incomplete: bool
    ) -> dict[str, Any]:
        now = self._now().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        found: dict[str, Any] = {
            "backup_name": self._asked.name,
            "created_at": now,
            "kuroibara_version": self._settings.kuroibara_version or "unknown",
            "backup_id": str(self._backup_id),
            "kinds": [kind.value for kind in self._asked.kinds],
            "tool_version": tool_version(),
            "postgresql_version": facts.server_version,
            "pg_dump_version": facts.pg_dump_version,
            "schema": {"alembic_version": facts.alembic_version, "tables": facts.tables},
            "rows": facts.rows,
            "suspect": self._suspect,
            "incomplete": incomplete,
        }
        if missing is not None:
            found["storage_path"] = str(self._settings.storage_path)
            found["missing_files"] = {"count": missing.count, "first": list(missing.first)}
        found["warnings"] = list(self._control.warnings)
        return found

    def _must_fit(self, planned: Plan) -> None:
        free, reserve = self._place.free(), self._settings.backup_reserve_bytes
        needed = planned.size_at_most + reserve
        if needed > free and not self._suspect:
            gone = self._keeping.make_room(
                name=self._asked.name,
                kinds=self._asked.kinds,
                full=self._asked.include_storage,
                lacking=needed - free,
            )
            free = self._place.free()
            if gone.filenames:
                self._control.warn(
                    f"To make room, backups that are no longer kept went first:"
                    f" {', '.join(gone.filenames)}."
                )
        if needed > free:
            raise NotEnoughSpace(
                f"The backup was not made: it may need {planned.size_at_most:,} bytes and"
                f" {reserve:,} must stay free, but only {free:,} bytes are free.",
                needed=needed,
                free=free,
                remedy="Free some space on the server's backup disk, or make a database-only"
                " backup.",
            )

    def _write(self, planned: Plan, metadata: Mapping[str, Any], spool: Path) -> Written:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with open(os.open(spool, flags, 0o600), "wb", buffering=0) as out:
            written = carried_out(
                write(planned, metadata, out, check=self._control.check), self._control.report
            )
            os.fsync(out.fileno())
        self._control.warn(*written.warnings)
        return written

    def _read_back(self, spool: Path, written: Written) -> None:
        with FileSource(spool) as source:
            report = carried_out(
                verify(source, Level.FULL, sha256=written.sha256, check=self._control.check),
                self._control.report,
            )
        if not report.ok:
            raise Damaged(
                "The backup was not kept: what was read back is not what was written."
                f" {report.damages[0].sentence if report.damages else ''}".rstrip(),
                remedy="Test the server's memory and its backup disk, then try again.",
                code="damaged_while_writing",
            )

    def _publish(self, spool: Path, written: Written) -> Outcome:
        stored = self._place.publish(spool, self._asked.name + SUFFIX, written.sha256)
        return self._entered(stored, written.metadata, written.sha256)

    def _entered(self, stored: Stored, metadata: Mapping[str, Any], sha256: str) -> Outcome:
        """Catalogue a backup that was read back before it got its name."""
        row = row_of(stored, metadata, sha256=sha256, verified_at=self._now())
        try:
            self._catalogue.remember(row)
        except NoConnection:
            # The backup is whole and stays; it is catalogued again when its file is next seen.
            self._control.warn("The backup was made, but could not be entered in the catalogue.")
        return Outcome(
            filename=stored.filename,
            size=stored.identity.size,
            sha256=sha256,
            backup_id=self._backup_id,
            verified=True,
        )

    def _prune(self) -> None:
        """Let retention act on the new backup; whatever happens, that one is made and stays."""
        if self._suspect:
            return
        try:
            gone = self._keeping.prune_held()
        except BackupError as exc:
            self._control.warn(f"Older backups were not looked through: {exc.sentence}")
            return
        if gone.filenames:
            log.info("%s older backups were removed", len(gone.filenames))
