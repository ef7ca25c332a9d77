"""How much room does a restore of the storage need, one way or the other?"""

from __future__ import annotations

import shutil
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive import EntryKind, Limits, open_archive
from kuroibara_backup.archive.entries import Check, never_stop
from kuroibara_backup.archive.report import shown
from kuroibara_backup.archive.safety import check_name
from kuroibara_backup.errors import ArchiveUnsafe, NotFound, Refused
from kuroibara_backup.storage.choice import Choice
from kuroibara_backup.storage.ownership import NOTHING_CHANGED
from kuroibara_backup.storage.sharing import can_share
from kuroibara_backup.storage.tree import Tree, in_library

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from kuroibara_backup.archive import IndexEntry, Source

DAMAGED: Final = b".damaged"
_BLOCK: Final = 4096
_NOTED: Final = 300
"""What one entry takes in the list, and its name in a folder."""
_INODE: Final = 512
_LONGEST_NAME: Final = 255
_SAID_EVERY: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceNeeds:
    """Peak bytes of each way on the drive of the library, beyond what is on it now.

    `copied`: the whole new tree beside the old one. `shared`: the same, with equal files shared;
    None where this drive cannot share. `in_place`: only what differs. Equal is judged by size and
    time here; staging compares contents. `free` is what this process may fill.
    """

    files: int
    bytes: int
    equal_files: int
    equal_bytes: int
    copied: int
    shared: int | None
    in_place: int
    free: int

    @property
    def staged(self) -> int:
        """What `Way.STAGED` needs here."""
        return self.copied if self.shared is None else self.shared


@dataclass(slots=True)
class Tally:
    """Adds up entries; pure. `lands_first`: the format tells only afterwards what is equal."""

    lands_first: bool
    files: int = 0
    bytes: int = 0
    equal_files: int = 0
    equal_bytes: int = 0
    largest_equal: int = 0
    _all: int = 0
    _differing: int = 0
    _noted: int = 0

    def add(self, entry: IndexEntry, *, equal: bool) -> None:
        cost = _INODE + -(-entry.size // _BLOCK) * _BLOCK
        if entry.kind is EntryKind.FOLDER:
            cost += _BLOCK
        else:
            self.files += 1
            self.bytes += entry.size
        self._noted += _NOTED + len(entry.path)
        self._all += cost
        if equal:
            self.equal_files += 1
            self.equal_bytes += entry.size
            self.largest_equal = max(self.largest_equal, cost)
        else:
            self._differing += cost

    def needs(self, *, free: int, sharing: bool) -> SpaceNeeds:
        first = self.largest_equal if self.lands_first else 0
        least = self._differing + self._noted + first
        return SpaceNeeds(
            files=self.files,
            bytes=self.bytes,
            equal_files=self.equal_files,
            equal_bytes=self.equal_bytes,
            copied=self._all + self._noted,
            shared=least if sharing else None,
            in_place=least,
            free=free,
        )


@dataclass(slots=True)
class Survey:
    """What a first pass over a backup found; `damaged` are names in use that end in `.damaged`."""

    tally: Tally
    damaged: set[bytes] = field(default_factory=set)


def survey(
    source: Source, live: Tree, choice: Choice, limits: Limits, check: Check
) -> Iterator[Survey]:
    """Judge every name and size before anything is written; yields now and then, and at the end.

    Raises `Damaged`, `ArchiveTooLarge`, `NotFound` (`manga_not_in_backup`), `Refused`.
    """
    archive = open_archive(source)
    if not archive.metadata.includes_storage:
        raise Refused(
            f"{NOTHING_CHANGED}: the backup holds the database only, and no files.",
            remedy="Restore the database only, or choose a full backup.",
            code="no_storage",
        )
    found = Survey(Tally(lands_first=archive.footer is None))
    missing = set(choice.manga or ())
    total = 0
    for number, entry in enumerate(archive.entries(), 1):
        check()
        check_name(entry.path)
        limits.check_entry(entry.path, entry.size)
        total += entry.size
        limits.check_sum(entries=number, total=total, archive=source.size)
        if any(len(name) > _LONGEST_NAME for name in entry.path.split(b"/")):
            raise ArchiveUnsafe(shown(entry.path[:200]), "has a name longer than file systems hold")
        if not choice.takes(entry.path):
            continue
        if missing:
            missing -= {choice.of(entry.path.split(b"/")[1])}
        if entry.path.endswith(DAMAGED):
            found.damaged.add(entry.path)
        found.tally.add(entry, equal=looks_equal(entry, live.look(entry.path)))
        if not number % _SAID_EVERY:
            yield found
    if missing:
        raise NotFound(
            f"{NOTHING_CHANGED}: the backup holds no files of {len(missing):,} chosen manga.",
            remedy="Choose others, or another backup.",
            code="manga_not_in_backup",
        )
    yield found


def looks_equal(entry: IndexEntry, about: os.stat_result | None) -> bool:
    """Is it a file of that size, time and mode? For a zero-filled one the answer is no."""
    return (
        about is not None
        and entry.kind is EntryKind.FILE
        and not entry.bad
        and stat.S_ISREG(about.st_mode)
        and about.st_size == entry.size
        and about.st_mtime_ns // 1_000_000_000 == entry.mtime
        and bool(about.st_mode & stat.S_IXUSR) == entry.executable
    )


def space_needed(
    source: Source, root: Path, *, manga: frozenset[UUID] | None = None, check: Check = never_stop
) -> SpaceNeeds:
    """Compare the index of a backup with the live library (format 1: the file is read once)."""
    with in_library(NOTHING_CHANGED), Tree.at(root) as live:
        *_, found = survey(Watched(source, check), live, Choice(manga), Limits(), check)
        sharing = can_share(live, check)
        return found.tally.needs(free=shutil.disk_usage(root).free, sharing=sharing)


class Watched:
    """A source whose reader can be stopped at any read; `done` counts the bytes read."""

    def __init__(self, source: Source, check: Check) -> None:
        self.name = source.name
        self.size = source.size
        self.done = 0
        self._source = source
        self._check = check

    def read_at(self, offset: int, length: int) -> bytes:
        self._check()
        self.done += length
        return self._source.read_at(offset, length)
