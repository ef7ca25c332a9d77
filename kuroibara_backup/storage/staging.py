"""How do the files of a backup come to lie beside the live library, whole and checked?"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive import EntryKind, Limits
from kuroibara_backup.archive.entries import Check, Progress, Stage, never_stop
from kuroibara_backup.archive.landing import Landing
from kuroibara_backup.archive.library import Held, held
from kuroibara_backup.archive.report import shown
from kuroibara_backup.archive.safety import NameKeeper
from kuroibara_backup.errors import ArchiveCorrupt, NotEnoughSpace, Refused
from kuroibara_backup.storage.choice import Choice
from kuroibara_backup.storage.listing import Listed, ListWriter, encode, read_list, sorted_list
from kuroibara_backup.storage.ownership import NOTHING_CHANGED, check_may_restore, dress_of
from kuroibara_backup.storage.sharing import Sharing
from kuroibara_backup.storage.space import DAMAGED, Watched, looks_equal, survey
from kuroibara_backup.storage.standing import LIST, NEW, Aside, Standing, Way, aside, folder_name
from kuroibara_backup.storage.tree import Tree, in_library

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path
    from uuid import UUID

    from kuroibara_backup.archive import IndexEntry, Source
    from kuroibara_backup.archive.landing import Dress
    from kuroibara_backup.storage.ownership import Owner
    from kuroibara_backup.storage.space import Survey

__all__ = ["Staged", "Way", "stage"]

_DEFAULT: Final = Limits()
_LONGEST_NAME: Final = 255
_MOST_NAMED: Final = 100
_UNSORTED: Final = b"list-unsorted"
_PROBE: Final = b"probe"
NO_DIGESTS: Final = (
    "Kuroibara's own format holds no digests: of the files only their sizes and one CRC-32 over"
    " all of them were compared."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """What was staged. Lists hold the first hundred; the counts are of all.

    `shared` files are equal to live ones and were not copied. `damaged` are files of the library
    that vanished while the backup was made: zeros, now called NAME.damaged. `renamed` are pairs of
    a path in the backup and the one it got, because the drive cannot hold the first. `left_out`
    are links and the like. `not_proved` are sentences.
    """

    files: int
    folders: int
    bytes: int
    written: int
    shared: int
    damaged: tuple[str, ...]
    damaged_count: int
    renamed: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]
    not_proved: tuple[str, ...]


def stage(
    source: Source,
    root: Path,
    restore_id: UUID,
    *,
    way: Way = Way.STAGED,
    manga: frozenset[UUID] | None = None,
    owner: Owner | None = None,
    limits: Limits = _DEFAULT,
    check: Check = never_stop,
) -> Generator[Progress, None, Staged]:
    """Put the library of a backup into `root`/.restore-ID/new; the live tree is only read.

    With `manga` only the folders of these. Every file's SHA-256 is compared with the index (format
    1: CRC-32 of the whole file). An older attempt of this id that was not swapped in is replaced.
    After an error or `Cancelled` nothing of it is left. Raises `NotEnoughSpace`, `Damaged`,
    `NotAllowed`, `NotFound` (`manga_not_in_backup`) and `Refused`.
    """
    check_may_restore(root, owner)
    with in_library(NOTHING_CHANGED):
        place = aside(root, restore_id, make=True)
        assert place is not None, "it was to be made"  # noqa: S101  for the type checker
        with place:
            if place.state.standing not in (Standing.STAGING, Standing.STAGED):
                raise Refused(
                    f"{NOTHING_CHANGED}: the files of this restore were swapped in before.",
                    remedy="Begin a new restore.",
                    code="already_swapped",
                )
            try:
                staging = _Staging(Watched(source, check), root, place, Choice(manga), check)
                return (yield from staging.run(way, owner, limits))
            except NotEnoughSpace as exc:
                raise NotEnoughSpace(
                    f"{NOTHING_CHANGED}: the drive of the library has not enough room.",
                    needed=exc.needed,
                    free=exc.free,
                ) from exc
            finally:
                if place.state.standing is not Standing.STAGED:
                    with suppress(OSError):
                        place.remove()


@dataclass(slots=True)
class _Counts:
    files: int = 0
    folders: int = 0
    bytes: int = 0
    written: int = 0
    shared: int = 0
    damaged: list[str] = field(default_factory=list)
    damaged_count: int = 0
    renamed: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


class _Staging:
    def __init__(
        self, source: Watched, root: Path, place: Aside, choice: Choice, check: Check
    ) -> None:
        self._source = source
        self._root = root
        self._place = place
        self._live = place.root
        self._choice = choice
        self._check = check
        self._counts = _Counts()
        self._sharing: Sharing
        self._new: Tree
        self._in_place = False
        self._landing: Landing
        self._list: ListWriter
        self._names: NameKeeper | None
        self._taken: set[bytes]

    def run(
        self, way: Way, owner: Owner | None, limits: Limits
    ) -> Generator[Progress, None, Staged]:
        place, counts = self._place, self._counts
        place.begin(way, self._choice.manga)
        place.empty()
        found = yield from self._survey(limits)
        self._refuse_too_large(found, way)
        self._taken = found.damaged
        self._in_place = way is Way.IN_PLACE
        dress = self._dress(owner)
        target = self._root / os.fsdecode(folder_name(place.restore_id)) / NEW.decode()
        # Every entry was seen once by now, in format 1 at the price of reading all of it.
        before, total = self._source.done, found.tally.bytes
        one_stream = found.tally.lands_first
        with Landing(target, dress=dress) as self._landing, place.tree(NEW) as self._new:
            self._sharing = Sharing(self._live, self._new, self._landing, self._check)
            rules = self._landing.rules()
            odd = rules.folds or rules.reserved or rules.utf8
            self._names = NameKeeper(rules) if odd else None
            with place.writing(_UNSORTED) as file:
                self._list = ListWriter(file)
                for one in held(self._source):
                    self._check()
                    if not isinstance(one, Held):
                        self._leave_out(one.path)
                    elif not self._choice.takes(one.entry.path):
                        if self._choice.manga is None:
                            self._leave_out(one.entry.path)
                    else:
                        self._take(one)
                    if one_stream:
                        done, whole = self._source.done, before + self._source.size
                    else:
                        done, whole = counts.bytes, total
                    yield Progress(stage=Stage.STAGE, done=min(done, whole), total=whole)
            self._sort(in_order=self._list.in_order)
            self._date_folders()
            self._landing.settle()
        place.note(Standing.STAGED)
        return Staged(
            files=counts.files,
            folders=counts.folders,
            bytes=counts.bytes,
            written=counts.written,
            shared=counts.shared,
            damaged=tuple(counts.damaged),
            damaged_count=counts.damaged_count,
            renamed=tuple(counts.renamed),
            left_out=tuple(counts.left_out),
            not_proved=(NO_DIGESTS,) if one_stream else (),
        )

    def _dress(self, owner: Owner | None) -> Dress | None:
        """None where the drive knows no owners and modes, and gives all files the same ones."""
        dress = dress_of(os.fstat(self._live.handle), owner)
        with self._place.writing(_PROBE) as file:
            try:
                dress.put_on(file.fileno(), mode=dress.file)
            except PermissionError:
                about = os.fstat(file.fileno())
                if (about.st_uid, about.st_gid) != (dress.uid, dress.gid):
                    raise
                return None
            finally:
                os.unlink(_PROBE, dir_fd=self._place.folder.handle)
        return dress

    def _survey(self, limits: Limits) -> Generator[Progress, None, Survey]:
        steps = survey(self._source, self._live, self._choice, limits, self._check)
        for found in steps:  # noqa: B007  # the last one is what counts
            yield Progress(stage=Stage.SCAN, done=self._source.done, total=None)
        return found

    def _refuse_too_large(self, found: Survey, way: Way) -> None:
        free = shutil.disk_usage(self._root).free
        needs = found.tally.needs(free=free, sharing=True)
        needed = needs.in_place if way is Way.IN_PLACE else needs.staged
        if needed > free:
            raise NotEnoughSpace(
                f"{NOTHING_CHANGED}: that needs {needed:,} bytes on the drive of the library, but"
                f" only {free:,} are free.",
                needed=needed,
                free=free,
            )

    def _take(self, one: Held) -> None:
        entry = one.entry
        path = self._name(entry)
        if entry.kind is EntryKind.FOLDER:
            self._folder(path, entry)
            return
        self._counts.files += 1
        self._counts.bytes += entry.size
        # A name that this drive cannot hold is not there either: nothing to compare with.
        like = path == entry.path and looks_equal(entry, self._live.look(path))
        digest = bytes.fromhex(entry.sha256)
        known = bool(digest) or not entry.size
        if like and known and self._sharing.equal(path, digest) and self._share(path, entry):
            self._counts.shared += 1
            self._note(path, entry, digest)
            return
        written = self._land(path, entry, one.read())
        if like and not digest and self._sharing.equal(path, written):
            self._landing.remove(path)
            if self._share(path, entry):
                self._counts.shared += 1
            else:
                self._land(path, entry, self._sharing.content(path))
        self._note(path, entry, written)

    def _name(self, entry: IndexEntry) -> bytes:
        path = entry.path
        if entry.bad:
            path = self._damaged(path)
        if self._names is None:
            return path
        written = self._names.admit(path)
        if written != path and len(self._counts.renamed) < _MOST_NAMED:
            self._counts.renamed.append((shown(path), shown(written)))
        return written

    def _damaged(self, path: bytes) -> bytes:
        folder, slash, name = path.rpartition(b"/")
        number, suffix = 1, DAMAGED
        # Cut where a name would be longer than file systems hold; inside a character it may be.
        found = folder + slash + name[: _LONGEST_NAME - len(suffix)] + suffix
        while found in self._taken:
            number += 1
            suffix = b"%s-%d" % (DAMAGED, number)
            found = folder + slash + name[: _LONGEST_NAME - len(suffix)] + suffix
        # Only such a name may be another file's, too; a million others need not be remembered.
        if number > 1 or len(name) + len(suffix) > _LONGEST_NAME:
            self._taken.add(found)
        self._counts.damaged_count += 1
        if len(self._counts.damaged) < _MOST_NAMED:
            self._counts.damaged.append(shown(found))
        return found

    def _folder(self, path: bytes, entry: IndexEntry) -> None:
        self._counts.folders += 1
        if not (self._in_place and self._has_folder(path)):
            self._landing.folder(path)
        self._list.add(Listed(path, entry.mtime))

    def _has_folder(self, path: bytes) -> bool:
        about = self._live.look(path)
        return about is not None and stat.S_ISDIR(about.st_mode)

    def _land(self, path: bytes, entry: IndexEntry, content: Iterator[bytes]) -> bytes:
        """Write a file; return its digest. It gets its name only when it is the right one."""
        seen, size = hashlib.sha256(), 0
        if self._landing.holds(path):
            raise ArchiveCorrupt(
                f"storage/{shown(path)} is there twice, or differs in case or accents only.",
                member=f"storage/{shown(path)}",
                offset=0,
            )
        with self._landing.file(path, mtime=entry.mtime, executable=entry.executable) as file:
            for data in content:
                self._check()
                seen.update(data)
                size += len(data)
                file.write(data)
            if size != entry.size or (entry.sha256 and seen.hexdigest() != entry.sha256):
                where = f"storage/{shown(entry.path)}"
                raise ArchiveCorrupt(
                    f"{where} does not have the digest it must have.", member=where, offset=0
                )
        self._counts.written += size
        return seen.digest() if size else b""

    def _share(self, path: bytes, entry: IndexEntry) -> bool:
        """Have the new tree hold the live file without a copy; in place it just stays."""
        return self._in_place or self._sharing.share(path, entry)

    def _note(self, path: bytes, entry: IndexEntry, digest: bytes) -> None:
        self._list.add(Listed(path, entry.mtime, entry.size, entry.executable, digest))

    def _leave_out(self, path: bytes) -> None:
        if len(self._counts.left_out) < _MOST_NAMED:
            self._counts.left_out.append(shown(path))

    def _sort(self, *, in_order: bool) -> None:
        folder = self._place.folder.handle
        if in_order:
            os.rename(_UNSORTED, LIST, src_dir_fd=folder, dst_dir_fd=folder)
            return
        scratch = f"{self._root}/{os.fsdecode(folder_name(self._place.restore_id))}"
        with self._place.reading(_UNSORTED) as unsorted, self._place.writing(LIST) as file:
            for line in sorted_list(read_list(unsorted), scratch):
                self._check()
                file.write(encode(line))
        os.unlink(_UNSORTED, dir_fd=folder)

    def _date_folders(self) -> None:
        """Once nothing more is written into them."""
        with self._place.reading(LIST) as file:
            for line in read_list(file):
                self._check()
                if line.kind is EntryKind.FOLDER and self._new.look(line.path) is not None:
                    self._landing.date_folder(line.path, line.mtime)
