"""Can this backup really be restored? Done in full, into places that are thrown away afterwards.

The same code reads, loads, checks and stages as in a restore. Of what is live, the schema is read
and nothing else.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from kuroibara_backup.archive import FileSource, Level, dump_text, open_archive
from kuroibara_backup.archive.entries import EntryKind, carried_out
from kuroibara_backup.archive.library import LinkOrDevice, held
from kuroibara_backup.database.connection import beside, database_name
from kuroibara_backup.database.load import (
    extensions_named,
    load,
    prepare_extensions,
    refuse_foreign_objects,
)
from kuroibara_backup.database.replace import staging
from kuroibara_backup.database.replace.adapt import adapt
from kuroibara_backup.database.replace.checks import check_restored
from kuroibara_backup.database.replace.rights import require_rights
from kuroibara_backup.errors import ArchiveCorrupt, Damaged, NotEnoughSpace
from kuroibara_backup.places.files import free_bytes
from kuroibara_backup.service import files
from kuroibara_backup.storage.listing import read_list
from kuroibara_backup.storage.staging import stage
from kuroibara_backup.storage.standing import LIST, NEW, aside

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from kuroibara_backup.archive import Archive, Report
    from kuroibara_backup.jobs.runner import Control
    from kuroibara_backup.settings import Settings

NO_DIGESTS: Final = (
    "That each file is what it was: Kuroibara's own format holds no digests. All of them were read"
    " to their end."
)
NO_COUNTS: Final = (
    "That no row is missing: the backup does not say how many rows each table must have."
)
NO_FILES: Final = "The library: the backup holds no files of it."
_READ: Final = 1 << 20


@dataclass(slots=True)
class Found:
    """What a drill has found so far; what it covered and what not, in sentences."""

    report: Report | None = None
    database: dict[str, Any] = field(default_factory=dict)
    storage: dict[str, Any] | None = None
    covered: list[str] = field(default_factory=list)
    not_proved: list[str] = field(default_factory=list)


class Drilling:
    """One drill; `folder` is its own and empty, `drill_id` names its database."""

    def __init__(
        self, settings: Settings, drill_id: UUID, folder: Path, control: Control, *, land: bool
    ) -> None:
        self._settings = settings
        self._id = drill_id
        self._folder = folder
        self._control = control
        self._land = land
        self._live = database_name(settings.kuroibara_url)

    def run(self, path: Path, found: Found) -> None:
        """Do all of it, noting in `found`. Raises what a restore would be refused or fail for.

        The caller removes the database and the folder, whatever happened.
        """
        require_rights(self._settings.admin_url, self._live)
        found.report = report = self._verified(path, found)
        with FileSource(path) as source:
            archive = open_archive(source)
            if self._land and archive.metadata.includes_storage:
                self._must_fit(report)
            self._load(archive, found)
            if archive.metadata.includes_storage:
                self._read_library(archive, report, found)
                if self._land:
                    self._land_library(archive, found)
            else:
                found.not_proved.append(NO_FILES)

    def _verified(self, path: Path, found: Found) -> Report:
        control = self._control
        report = carried_out(files.verify(path, Level.FULL, check=control.check), control.report)
        if not report.ok:
            control.warn(*(damage.sentence for damage in report.damages[:20]))
            found.report = report
            first = report.damages[0].sentence if report.damages else ""
            raise Damaged(f"The backup is damaged. {first}".rstrip())
        found.covered.append("Every byte of the file was read.")
        found.not_proved += report.not_proved
        return report

    def _load(self, archive: Archive, found: Found) -> None:
        control, rows = self._control, archive.metadata.rows
        control.report("load")
        staged = staging.create_staging(self._settings.admin_url, self._live, self._id)
        wanted = extensions_named(dump_text(archive.source, check=control.check))
        if wanted:
            prepare_extensions(beside(self._settings.admin_url, staged.database), wanted)
        size = archive.metadata.database_size
        loaded = load(
            dump_text(archive.source, check=control.check),
            staged.url,
            check=control.check,
            progress=lambda done: control.report("load", done, size),
            rows=rows,
        )
        control.report("probe")
        fitted = adapt(self._settings.kuroibara_url, staged.url)
        refuse_foreign_objects(staged.url)
        checked = check_restored(staged.url, rows, check=control.check)
        found.database = {
            "tables": checked.tables,
            "rows": checked.rows,
            "foreign_keys": checked.foreign_keys,
            "active_users": checked.active_users,
            "schema": fitted.fit.value,
            "skipped": list(loaded.skipped),
        }
        found.covered.append(
            f"The database was loaded: {checked.tables:,} tables with {checked.rows:,} rows, all"
            f" {checked.foreign_keys:,} foreign keys hold, {checked.active_users:,} users can"
            " sign in."
        )
        if rows is None:
            found.not_proved.append(NO_COUNTS)
        else:
            found.covered.append("Each table has as many rows as when the backup was made.")

    def _read_library(self, archive: Archive, report: Report, found: Found) -> None:
        """Read each file as a restore would, and compare it with what the index says of it."""
        count = size = compared = left_out = 0
        for one in held(archive.source):
            if isinstance(one, LinkOrDevice):
                left_out += 1
                continue
            if one.entry.kind is not EntryKind.FILE:
                continue
            digest = hashlib.sha256()
            for data in one.read():
                self._control.check()
                digest.update(data)
                size += len(data)
                self._control.report("hash", size, report.bytes)
            count += 1
            compared += bool(one.entry.sha256)
            if one.entry.sha256 and digest.hexdigest() != one.entry.sha256:
                raise _wrong(one.entry.path, "what was read is not what the index says")
        found.storage = {"files": count, "bytes": size, "landed": False}
        if archive.footer is not None:
            found.covered.append(
                f"All {count:,} files of the library were read, and the SHA-256 of each compared"
                f" ({size:,} bytes)."
            )
        else:
            found.covered.append(f"All {count:,} files were read ({size:,} bytes).")
            found.not_proved.append(NO_DIGESTS)
        if left_out:
            found.not_proved.append(
                f"{left_out:,} links and the like in the backup, which no restore puts back."
            )

    def _must_fit(self, report: Report) -> None:
        free = free_bytes(self._folder) - self._settings.backup_reserve_bytes
        if report.bytes > free:
            raise NotEnoughSpace(
                f"The drill was not made: the library takes {report.bytes:,} bytes on disk, but"
                f" only {max(0, free):,} are free where backups are kept.",
                needed=report.bytes,
                free=max(0, free),
                remedy="Leave the landing out, or free some space.",
            )

    def _land_library(self, archive: Archive, found: Found) -> None:
        """Put it on the disk as a restore would, and read back what is there."""
        control, root = self._control, self._folder / "library"
        root.mkdir(mode=0o700, exist_ok=True)
        staged = carried_out(
            stage(archive.source, root, self._id, check=control.check), control.report
        )
        read = self._read_back(root, staged.bytes)
        if found.storage is not None:
            found.storage["landed"] = True
        found.covered.append(
            f"The library was put on the disk and read back, each file compared ({read:,} bytes)."
        )

    def _read_back(self, root: Path, total: int) -> int:
        place = aside(root, self._id, lock=False)
        if place is None:
            raise _wrong(b"", "it is gone from the disk")
        read = 0
        with place, place.tree(NEW) as new, place.reading(LIST) as lines:
            for line in read_list(lines):
                if line.kind is not EntryKind.FILE:
                    continue
                digest, size = hashlib.sha256(), 0
                try:
                    with open(new.open_file(line.path), "rb", buffering=0) as file:
                        while data := file.read(_READ):
                            self._control.check()
                            digest.update(data)
                            size += len(data)
                except OSError as exc:
                    raise _wrong(line.path, f"it cannot be read back: {exc.strerror}") from exc
                read += size
                self._control.report("land", read, total)
                if size != line.size or (line.digest and digest.digest() != line.digest):
                    raise _wrong(line.path, "what was read back from the disk is something else")
        return read


def _wrong(path: bytes, why: str) -> ArchiveCorrupt:
    name = path.decode("utf-8", "backslashreplace")
    return ArchiveCorrupt(f"storage/{name} is not right: {why}.", member=name, offset=0)
