"""The backups that there are: told, opened, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kuroibara_backup.archive import FileSource, held_series, open_archive
from kuroibara_backup.errors import BackupError, NotFound, Refused
from kuroibara_backup.places.names import SUFFIX
from kuroibara_backup.service.audit import Act, Actor
from kuroibara_backup.service.catalogue import modified_at
from kuroibara_backup.service.confirm import Action
from kuroibara_backup.service.downloads import Download, open_download
from kuroibara_backup.service.model import Backup, described

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from kuroibara_backup.archive import Series
    from kuroibara_backup.database.state.store import ArchiveRow
    from kuroibara_backup.places.local import LocalPlace, Stored
    from kuroibara_backup.service.audit import Audit
    from kuroibara_backup.service.catalogue import Catalogue
    from kuroibara_backup.service.confirm import Confirm
    from kuroibara_backup.service.keeping import Keeping
    from kuroibara_backup.service.signin import Caller


class Backups:
    """Finds backups by name or id, and says and does what concerns one of them."""

    def __init__(
        self,
        place: LocalPlace,
        catalogue: Catalogue,
        keeping: Keeping,
        *,
        confirm: Confirm,
        audit: Audit,
    ) -> None:
        self._place = place
        self._catalogue = catalogue
        self._keeping = keeping
        self._confirm = confirm
        self._audit = audit
        self._told: dict[str, tuple[Stored, ArchiveRow | None, Backup]] = {}

    def all(self) -> list[Backup]:
        """Every backup, newest first; opens none. What has not changed is the same object again."""
        told, last = {}, self._told
        for stored, row in self._catalogue.all():
            known = last.get(stored.filename)
            if known is None or known[0] is not stored or known[1] is not row:
                known = (stored, row, described(stored, row, modified_at(stored)))
            told[stored.filename] = known
        self._told = told
        backups = [known[2] for known in told.values()]
        return sorted(backups, key=lambda one: (one.created_at, one.filename), reverse=True)

    def listed(self) -> list[Backup]:
        """The same; but a folder that is not there is no folder without backups, and refused."""
        self._place.must_be_there()
        return self.all()

    def named(self, name: str) -> Stored:
        """Find a backup by its name, with or without the ending."""
        filename = name if name.endswith(SUFFIX) else name + SUFFIX
        return self._place.find(filename)

    def identified(self, backup_id: UUID) -> Stored:
        """Find a backup by its id; one of ours before a found copy of it."""
        found = [
            stored
            for stored, row in self._catalogue.all()
            if row is not None and row.backup_id == backup_id
        ]
        if not found:
            raise NotFound(
                "There is no backup with this id.",
                remedy="Reload the list of backups.",
                code="no_such_backup",
            )
        return min(found, key=lambda stored: stored.origin.value)

    def metadata(self, backup_id: UUID) -> Mapping[str, Any]:
        """Everything the backup says about itself."""
        with FileSource(self.identified(backup_id).path) as source:
            return open_archive(source).metadata.raw

    def index(self, backup_id: UUID) -> Iterator[bytes]:
        """The index, streamed; errors of opening come before the first line."""
        source = FileSource(self.identified(backup_id).path)
        try:
            lines = open_archive(source).index_lines()
        except BaseException:
            source.close()
            raise

        def closing() -> Iterator[bytes]:
            with source:
                yield from lines

        return closing()

    def series(self, backup_id: UUID) -> tuple[Series, ...]:
        """The manga it holds files of, by title: the index and the dump are read through."""
        with FileSource(self.identified(backup_id).path) as source:
            return held_series(source)

    def open_download(self, filename: str, by: Actor | None = None) -> Download:
        """Open it for sending; what `by` fetches in pieces is written down once an hour."""
        stored = self._find(filename)
        download = open_download(self._place, self._catalogue, stored)
        self._keeping.used(stored)
        if by is not None:
            self._audit.record_seldom(Act.DOWNLOAD, by=by, subject=stored.filename)
        return download

    def delete(self, filename: str, caller: Caller) -> None:
        """Remove a backup for good; wants the password to have been given just now."""
        with self._audit.recording(Act.DELETE, by=caller.actor, subject=filename):
            stored = self._find(filename)
            self._confirm.must_be_proved(caller, Action.DELETE)
            if stored.being_written:
                raise Refused(
                    "The backup was not deleted: it is still being written.",
                    remedy="Try again in a minute.",
                    code="being_written",
                )
            self._place.remove(stored)
            self._catalogue.forget(stored)

    def _find(self, filename: str) -> Stored:
        if not filename.endswith(SUFFIX) or ".." in filename:
            raise InvalidFilename("Invalid filename")
        return self._place.find(filename)


class InvalidFilename(BackupError):
    """Kuroibara answers such names with 400, not 422."""

    code = "invalid_filename"
    title = "The request cannot be carried out"
    http_status = 400
    remedy = "Use a filename from the list of backups."
