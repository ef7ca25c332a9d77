"""Which backups are removed, when, and who may keep one from it?"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, InvalidRequest, NotFound, Refused
from kuroibara_backup.places.origin import Origin
from kuroibara_backup.retention import (
    Candidate,
    Counts,
    Kind,
    Standing,
    judge,
    judge_suspect,
    room_for,
)
from kuroibara_backup.service.audit import ENGINE, Act
from kuroibara_backup.service.catalogue import modified_at
from kuroibara_backup.service.notes import write_note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from kuroibara_backup.database.state.store import ArchiveRow
    from kuroibara_backup.places.local import LocalPlace, Stored
    from kuroibara_backup.retention import Policy, Verdict
    from kuroibara_backup.service.audit import Actor, Audit
    from kuroibara_backup.service.catalogue import Catalogue
    from kuroibara_backup.service.rules import Rules

log = logging.getLogger("backup")
LEASE = timedelta(days=14)
USE = timedelta(days=1)
LONGEST_NOTE = 2000
_KINDS = {kind.value: kind for kind in Kind}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruned:
    """What went, the oldest first, and how many bytes that freed."""

    filenames: tuple[str, ...]
    freed: int


class Keeping:
    """Carries out the retention rules; what it would remove and what it removes is one list."""

    def __init__(
        self,
        rules: Rules,
        place: LocalPlace,
        catalogue: Catalogue,
        audit: Audit,
        now: Callable[[], datetime],
    ) -> None:
        self._rules = rules
        self._place = place
        self._catalogue = catalogue
        self._audit = audit
        self._now = now
        self._deciding = threading.Lock()

    @property
    def policy(self) -> Policy:
        """The rules as they are in force at this moment."""
        return self._rules.policy()

    def verdicts(self, policy: Policy | None = None) -> list[Verdict]:
        """Judge every backup as of now, newest first: by the rules in force, or by others."""
        return self._judged(self._known(), policy)

    def prune(self, by: Actor = ENGINE) -> Pruned:
        """Remove what the rules do not keep; refused while a backup is being written."""
        with self._place.writer_lock(wait=False):
            return self.prune_held(by)

    def prune_held(self, by: Actor = ENGINE) -> Pruned:
        """The same, for who holds the writer lock."""
        known = self._known()
        gone = [one.candidate for one in reversed(self._judged(known)) if not one.kept]
        return self._remove(gone, known, by)

    def make_room(self, *, name: str, kinds: Iterable[Kind], full: bool, lacking: int) -> Pruned:
        """Remove before a backup what the rules would remove after it, if that makes it fit.

        Hold the writer lock. Nothing is removed when it would not be enough.
        """
        now = self._now()
        coming = Candidate(name=name, created_at=now, kinds=frozenset(kinds), full=full)
        known = self._known()
        there = [one.candidate for one in known]
        chosen = room_for(coming, there, self.policy, now, lacking=lacking)
        return self._remove(chosen, known, ENGINE)

    def suspicions(self, new: Counts, *, full: bool, at: datetime) -> tuple[str, ...]:
        """Say what makes a backup of then suspect, by the newest verified one before it."""
        good = [
            one
            for one in self._known()
            if one.candidate.standing is Standing.GOOD
            and one.candidate.full is full
            and not one.candidate.found
            and one.candidate.created_at < at
        ]
        newest = max(good, key=lambda one: one.candidate.created_at, default=None)
        return judge_suspect(new, counts_of(newest.row) if newest is not None else None)

    def decide(
        self,
        stored: Stored,
        *,
        pinned: bool | None = None,
        note: str | None = None,
        accept: bool = False,
        by: Actor = ENGINE,
    ) -> ArchiveRow:
        """Pin or unpin a backup, note something about it, or accept a suspect one."""
        if stored.origin is Origin.FOUND:
            raise Refused(
                "Nothing was changed: this backup is Kuroibara's own and is never removed.",
                remedy=f"Take it over first: `kuroibara-backup adopt {stored.filename}`.",
                code="not_adopted",
            )
        if note is not None and len(note) > LONGEST_NOTE:
            raise InvalidRequest(
                f"The note was not stored: it is longer than {LONGEST_NOTE:,} characters.",
                remedy="Write less.",
                code="note_too_long",
            )
        with self._deciding:
            row = self._catalogue.fresh(stored) or self._catalogue.describe(stored)
            wanted = replace(
                row,
                pinned=row.pinned if pinned is None else pinned,
                note=row.note if note is None else note.replace("\0", ""),
                suspect=row.suspect and not accept,
            )
            self._place.write_note(stored.filename, write_note(wanted))
            changed = self._catalogue.amend(
                row, pinned=wanted.pinned, note=wanted.note, suspect=wanted.suspect
            )
        if changed is None:
            raise NotFound("Backup file not found", remedy="Reload the list of backups.")
        decided = {"pinned": pinned, "noted": note is not None or None, "accepted": accept or None}
        self._audit.record(
            Act.DECIDE,
            by=by,
            subject=stored.filename,
            details={what: said for what, said in decided.items() if said is not None},
        )
        return changed

    def lease(self, stored: Stored) -> datetime:
        """Keep the backup from being removed for two weeks, for somebody who fetches it."""
        until = self._now() + LEASE
        row = self._catalogue.fresh(stored) or self._catalogue.describe(stored)
        if self._catalogue.amend(row, leased_until=until) is None:
            raise NotFound("Backup file not found", remedy="Reload the list of backups.")
        return until

    def used(self, stored: Stored) -> None:
        """Note that the backup is being fetched: for a day it stays, and a lease begins anew."""
        row = self._catalogue.row(stored)
        now = self._now()
        if row is None or _renewed(row, now) is None:
            return
        try:
            row = self._catalogue.fresh(stored)  # another process may have given a longer one
            until = _renewed(row, now) if row is not None else None
            if row is not None and until is not None:
                self._catalogue.amend(row, leased_until=until)
        except BackupError as exc:
            log.warning("The lease of %s was not renewed: %s", stored.filename, exc)

    def _judged(self, known: list[_Known], policy: Policy | None = None) -> list[Verdict]:
        return judge([one.candidate for one in known], policy or self.policy, self._now())

    def _known(self) -> list[_Known]:
        self._catalogue.reload()
        self._catalogue.describe_ours()
        return [
            _Known(stored=stored, row=row, candidate=_candidate(stored, row))
            for stored, row in self._catalogue.all()
        ]

    def _remove(self, chosen: Iterable[Candidate], known: list[_Known], by: Actor) -> Pruned:
        by_name = {one.candidate.name: one for one in known}
        removed: list[Candidate] = []
        for candidate in chosen:
            one = by_name[candidate.name]
            with self._deciding:
                # Somebody may have pinned or leased it since it was judged.
                if self._catalogue.fresh(one.stored) != one.row:
                    continue
                self._place.remove(one.stored)
                self._catalogue.forget(one.stored)
            log.info("Retention removed %s", candidate.name)
            self._audit.record(Act.PRUNE, by=by, subject=candidate.name)
            removed.append(candidate)
        return Pruned(
            filenames=tuple(one.name for one in removed), freed=sum(one.size for one in removed)
        )


def _renewed(row: ArchiveRow, now: datetime) -> datetime | None:
    """Until when a backup stays that is used now; None where it is as good as that already."""
    left = row.leased_until - now if row.leased_until is not None else timedelta(0)
    span = LEASE if left > USE else USE
    # An hour's difference is not worth a transaction for every range.
    return now + span if span - left >= timedelta(hours=1) else None


def counts_of(row: ArchiveRow | None) -> Counts:
    """Read from the catalogue how much a backup holds."""
    said = (row.metadata if row is not None else None) or {}
    rows = said.get("rows")
    return Counts(
        files=_count(said.get("storage_files")),
        bytes=_count(said.get("storage_bytes")),
        rows={table: count for table, count in rows.items() if type(count) is int}
        if isinstance(rows, dict)
        else {},
    )


def _count(value: object) -> int | None:
    return value if type(value) is int else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    stored: Stored
    row: ArchiveRow | None
    candidate: Candidate


def _candidate(stored: Stored, row: ArchiveRow | None) -> Candidate:
    metadata = (row.metadata if row is not None else None) or {}
    return Candidate(
        name=stored.filename,
        created_at=row.created_at if row is not None else modified_at(stored),
        kinds=frozenset(_KINDS[kind] for kind in row.kinds if kind in _KINDS)
        if row is not None
        else frozenset(),
        full=metadata.get("includes_storage") is True,
        size=stored.identity.size,
        standing=_standing(row),
        found=stored.origin is not Origin.ENGINE,
        pinned=row is not None and row.pinned,
        leased_until=row.leased_until if row is not None else None,
    )


def _standing(row: ArchiveRow | None) -> Standing:
    if row is None:
        return Standing.UNVERIFIED
    if row.damaged:
        return Standing.DAMAGED
    if row.suspect:
        return Standing.SUSPECT
    return Standing.GOOD if row.verified_at is not None else Standing.UNVERIFIED
