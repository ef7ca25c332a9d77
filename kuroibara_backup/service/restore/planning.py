"""What would this backup change here, and what stands in its way? Looks only, changes nothing."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kuroibara_backup.archive import FileSource, Level, dump_text, open_archive
from kuroibara_backup.archive.dumped import USERS, look_through
from kuroibara_backup.archive.entries import EntryKind, carried_out
from kuroibara_backup.database.connection import database_name
from kuroibara_backup.database.kuroibara.live import live_database, row_counts
from kuroibara_backup.database.replace import schema
from kuroibara_backup.database.replace.rights import require_rights
from kuroibara_backup.database.replace.sessions import obstacles
from kuroibara_backup.errors import BackupError, Damaged, InvalidRequest, NotAllowed, Refused
from kuroibara_backup.service import files
from kuroibara_backup.service.restore import describing
from kuroibara_backup.service.restore.model import (
    Count,
    Plan,
    Refusal,
    Scope,
    Target,
    Wanted,
)
from kuroibara_backup.storage import space
from kuroibara_backup.storage.choice import Choice
from kuroibara_backup.storage.marker import storage_id
from kuroibara_backup.storage.ownership import check_may_restore, named_owner
from kuroibara_backup.storage.scan import Library
from kuroibara_backup.version import tool_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from uuid import UUID

    from kuroibara_backup.archive import Archive, Report
    from kuroibara_backup.archive.dumped import Dumped
    from kuroibara_backup.database.kuroibara.live import LiveDatabase
    from kuroibara_backup.database.state.restores import RestoreJournal
    from kuroibara_backup.jobs.runner import Control
    from kuroibara_backup.settings import Settings
    from kuroibara_backup.storage.ownership import Owner

_TOLD: Final = (
    ("users", "public.users"),
    ("manga", "public.manga"),
    ("chapters", "public.chapter"),
    ("progress", "public.reading_progress"),
)
_LOADED_TIMES: Final = 3
"""A database with its indexes is about so many times the text that it is loaded from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan with what only the restore itself needs to know."""

    plan: Plan
    stored: Mapping[str, Any]


def current_target(settings: Settings, journal: RestoreJournal, *, of_database: bool) -> Target:
    """What a restore would be made into at this moment."""
    live = live_database(settings.kuroibara_url)
    last = journal.newest_that_ran()
    return Target(
        server=f"{live.host}:{live.port}",
        database=live.name,
        database_oid=live.oid,
        schema=_fingerprint(settings) if of_database else "",
        storage=_storage_identity(settings.storage_path),
        engine=tool_version(),
        last_restore=None if last is None else f"{last.id}:{last.settled_at}",
    )


class Planning:
    """Makes one plan. The backup is read where it is, twice at most."""

    def __init__(
        self,
        settings: Settings,
        journal: RestoreJournal,
        granted: Iterable[UUID],
        control: Control,
    ) -> None:
        self._settings = settings
        self._journal = journal
        self._granted = {str(one) for one in granted}
        self._control = control
        self._warnings: list[str] = []
        self._refusals: list[Refusal] = []

    def make(self, plan_id: UUID, path: Path, wanted: Wanted) -> Planned:
        """Verify the backup and compare it with what is live.

        What no confirmation could change (a damaged file, something that is no backup) is raised;
        what an operator can do something about is among the plan's refusals.
        """
        report = self._verified(path)
        with FileSource(path) as source:
            archive = open_archive(source)
            wanted = self._within(wanted, archive)
            live = live_database(self._settings.kuroibara_url)
            dumped = self._dumped(archive) if wanted.scope.of_database else None
            fit = self._fit(archive, dumped) if dumped is not None else {}
            needs = self._needs(archive, wanted) if wanted.scope.of_storage else None
            counts = self._counts(dumped, needs, _chosen(wanted))
            target = current_target(
                self._settings, self._journal, of_database=wanted.scope.of_database
            )
            if wanted.scope.of_database:
                self._look_at_server(live)
            self._say_what_is_odd(archive, report, wanted, dumped)
        ways = describing.ways(needs) if needs is not None else ()
        way = next((one.name for one in ways if one.fits), None)
        if ways and way is None:
            self._refuse(describing.no_room(ways))
        plan = Plan(
            id=plan_id,
            server_name=f"{live.name}@{live.host}",
            wanted=wanted,
            backup=describing.about(path, archive, report),
            counts=counts,
            schema=fit,
            ways=ways,
            way=way,
            database_bytes=0
            if dumped is None
            else max(live.size, archive.metadata.database_size * _LOADED_TIMES),
            people=describing.signing_in(dumped),
            people_count=0 if dumped is None else sum(one.can_sign_in for one in dumped.people),
            administrators=self._administrators(dumped),
            sessions=tuple(str(one) for one in obstacles(self._settings.admin_url, live.name))
            if wanted.scope.of_database
            else (),
            warnings=tuple(dict.fromkeys(self._warnings)),
            refusals=tuple(self._refusals),
        )
        return Planned(
            plan=plan,
            stored=describing.stored(plan, path, path.stat(), archive, report, target, dumped),
        )

    def _verified(self, path: Path) -> Report:
        report = carried_out(
            files.verify(path, Level.FULL, check=self._control.check), self._control.report
        )
        if not report.ok:
            first = report.damages[0].sentence if report.damages else ""
            raise Damaged(f"The restore was not planned: the backup is damaged. {first}".rstrip())
        return report

    def _within(self, wanted: Wanted, archive: Archive) -> Wanted:
        has_files = archive.metadata.includes_storage
        if has_files or wanted.scope is Scope.DATABASE:
            return wanted
        if wanted.scope is Scope.EVERYTHING:
            self._warnings.append(
                "The backup holds no files: the library's files stay as they are. Manga that only"
                " the library has can be recovered afterwards."
            )
            return Wanted(scope=Scope.DATABASE, safety_copy=wanted.safety_copy)
        raise InvalidRequest(
            "The restore was not planned: the backup holds no files of the library.",
            remedy="Choose a full backup.",
            code="no_files_in_backup",
        )

    def _dumped(self, archive: Archive) -> Dumped:
        self._control.report("look")
        dumped = look_through(
            dump_text(archive.source, check=self._control.check), check=self._control.check
        )
        if USERS not in dumped.tables:
            self._refusals.append(
                Refusal(
                    code="other_product",
                    sentence="The backup was not restored: the database in it is not Kuroibara's,"
                    " for it has no table of users.",
                    remedy="Choose a backup that a Kuroibara server made.",
                )
            )
        elif not any(one.can_sign_in for one in dumped.people):
            self._refusals.append(
                Refusal(
                    code="nobody_could_sign_in",
                    sentence="The backup was not restored: nobody in it is active and has a"
                    " password, so that nobody could sign in afterwards.",
                    remedy="Choose another backup.",
                )
            )
        return dumped

    def _fit(self, archive: Archive, dumped: Dumped) -> dict[str, Any]:
        live = schema.described(self._settings.kuroibara_url)
        said = archive.metadata.raw.get("schema")
        tables = said.get("tables") if isinstance(said, dict) else None
        found = schema.compare(live, describing.shape(live, dumped, tables))
        try:
            schema.require_fit(found)
        except Refused as exc:
            self._refuse(exc)
        if found.missing_tables:
            self._warnings.append(
                f"The backup is of an older Kuroibara: {len(found.missing_tables)} tables are not"
                " in it, which Kuroibara makes when it is started again. Restart it afterwards."
            )
        return {
            "fit": found.fit.value,
            "missing_tables": list(found.missing_tables),
            "added_columns": list(found.added_columns),
            "widened_columns": list(found.widened_columns),
            "surplus": list(found.surplus),
            "unfillable": list(found.unfillable),
            "different": list(found.different),
        }

    def _needs(self, archive: Archive, wanted: Wanted) -> space.SpaceNeeds | None:
        self._control.report("compare")
        root = self._settings.storage_path
        try:
            check_may_restore(root, owner_of(self._settings))
            return space.space_needed(
                archive.source,
                root,
                manga=_chosen(wanted).manga,
                check=self._control.check,
            )
        except (Refused, NotAllowed) as exc:
            self._refuse(exc)
            return None

    def _counts(
        self, dumped: Dumped | None, needs: space.SpaceNeeds | None, choice: Choice
    ) -> tuple[Count, ...]:
        counts = []
        if dumped is not None:
            now = row_counts(self._settings.kuroibara_url, check=self._control.check)
            counts += [
                Count(what=what, now=now.get(table, 0), backup=dumped.rows.get(table, 0))
                for what, table in _TOLD
            ]
        if needs is not None:
            found, size = self._live_files(choice)
            counts += [
                Count(what="files", now=found, backup=needs.files),
                Count(what="bytes", now=size, backup=needs.bytes),
            ]
        return tuple(counts)

    def _live_files(self, choice: Choice) -> tuple[int, int]:
        """How many the restore is about, and their bytes: what was not chosen stays as it is."""
        found = size = 0
        with Library(
            self._settings.storage_path,
            apart_from=[self._settings.backup_path],
            check=self._control.check,
        ) as library:
            for entry in library.entries():
                if entry.kind is EntryKind.FILE and choice.takes(entry.path):
                    found += 1
                    size += entry.size
        return found, size

    def _look_at_server(self, live: LiveDatabase) -> None:
        try:
            require_rights(self._settings.admin_url, live.name)
        except Refused as exc:
            self._refuse(exc)
        if database_name(self._journal.url) == live.name:
            self._refusals.append(
                Refusal(
                    code="state_in_live_database",
                    sentence="The backup was not restored: the engine's own tables lie in the"
                    " database that it would replace.",
                    remedy="Set BACKUP_STATE_URL to a database of its own, or leave it out.",
                )
            )

    def _say_what_is_odd(
        self, archive: Archive, report: Report, wanted: Wanted, dumped: Dumped | None
    ) -> None:
        said = archive.metadata.raw
        self._warnings += [f"Not proved: {sentence}" for sentence in report.not_proved]
        if said.get("suspect") is True:
            self._warnings.append(
                "The backup is suspect: it held much less than the one before it."
            )
        if said.get("incomplete") is True and wanted.scope.of_storage:
            self._warnings.append("Something of the library was left out when it was backed up.")
        if dumped is not None and not wanted.safety_copy:
            self._warnings.append(
                "No safety copy is made: what is in the database now is gone for good when the"
                f" {self._settings.backup_rollback_hours} hours for a rollback are over."
            )
        if dumped is not None and not self._administrators(dumped):
            self._warnings.append(
                "Nobody in the backup is an administrator: run `kuroibara-backup admin grant USER`"
                " afterwards."
            )

    def _administrators(self, dumped: Dumped | None) -> tuple[str, ...]:
        people = dumped.people if dumped is not None else ()
        return tuple(
            one.username
            for one in people
            if one.can_sign_in and (one.superuser or one.id in self._granted)
        )[: describing.FIRST_PEOPLE]

    def _refuse(self, error: BackupError) -> None:
        self._refusals.append(
            Refusal(code=error.code, sentence=error.sentence, remedy=error.remedy)
        )


def owner_of(settings: Settings) -> Owner | None:
    text = settings.backup_file_owner
    return None if text is None else named_owner(text)


def _fingerprint(settings: Settings) -> str:
    tables = schema.described(settings.kuroibara_url)
    lines = sorted(
        f"{table}.{column}:{about.type}:{about.nullable}"
        for table, columns in tables.items()
        for column, about in columns.items()
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _chosen(wanted: Wanted) -> Choice:
    return Choice(frozenset(wanted.manga) if wanted.scope is Scope.MANGA else None)


def _storage_identity(root: Path) -> str:
    if not os.path.isdir(root):  # not is_dir(): a folder above may be closed to us
        return ""
    about, known = root.stat(), storage_id(root)
    return str(known) if known is not None else f"{about.st_dev}:{about.st_ino}"
