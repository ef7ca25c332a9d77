"""What a backup will hold and how long it will be, before its first byte is written.

Small compressible files are gathered into groups and larger ones deflated, both into a spool; all
others are stored, so their place follows from their size. Memory holds one group at most: lines and
deflated members go through temporary files without names, gone when the plan is closed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import IO, TYPE_CHECKING, Self, cast

from kuroibara_backup.archive.compressible import SAMPLE, packed_by_name, worth_deflating
from kuroibara_backup.archive.deflating import DeflatedMember
from kuroibara_backup.archive.entries import Check, Entry, EntryKind, never_stop, order
from kuroibara_backup.archive.footer import FOOTER_LENGTH
from kuroibara_backup.archive.framing import (
    ALIGNMENT,
    deflated,
    piece_count,
    piece_lengths,
    plain_length,
)
from kuroibara_backup.archive.index import File, Folder, Group, Header, encode, parse
from kuroibara_backup.archive.layout import DATABASE, STORAGE, InnerLayout, header_of
from kuroibara_backup.archive.scratch import scratch_file
from kuroibara_backup.archive.sourcefile import Mishaps, OpenFile, SourceFile
from kuroibara_backup.archive.tarheader import BLOCK, file_header, padding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.archive.spool import SpooledDump

SMALL_FILE = 256 << 10
MOST_GROUP = 1 << 20
MOST_METADATA = 1 << 20
LEAST_SPOOL = 2 << 30
_SPOOL_SHARE = 20  # the spool may hold a twentieth of the library where that is more
_READ = 1 << 20
_UNKNOWN = bytes(32)
_FLAG = len(b',"bad":1')


@dataclass(slots=True, kw_only=True)
class Plan:
    """A backup that can be written once. Use it as a context manager; it owns temporary files.

    `storage_size` is the length of `storage.tar.gz`, 0 in a database-only backup. `bytes` counts
    the contents of the library.
    """

    dump: SpooledDump
    open_file: OpenFile | None
    folder: Path
    database_only: bool
    spool: IO[bytes]
    _lines: IO[bytes]
    mishaps: Mishaps = field(default_factory=Mishaps)
    files: int = 0
    folders: int = 0
    bytes: int = 0
    groups: int = 0
    storage_size: int = 0
    size_at_most: int = 0

    @property
    def database_size(self) -> int:
        return self.dump.size

    def header(self, time: int) -> Header:
        """The first line of the index."""
        return Header(
            time=time,
            database=self.dump.size,
            storage=None if self.database_only else self.storage_size,
            files=self.files,
            folders=self.folders,
            bytes=self.bytes,
            groups=self.groups,
        )

    def lines(self) -> Iterator[Group | File | Folder]:
        """Yield the lines of the library; digests of files not read yet are zeros."""
        self._lines.seek(0)
        for line in self._lines:
            yield cast("Group | File | Folder", parse(line))

    def close(self) -> None:
        self._lines.close()
        self.spool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def plan(
    dump: SpooledDump,
    entries: Iterator[Entry] | None,
    open_file: OpenFile | None,
    folder: Path,
    *,
    check: Check = never_stop,
    least_spool: int = LEAST_SPOOL,
) -> Plan:
    """Decide how each entry goes into a backup; `entries` is None for a database-only one.

    Entries come in the order of the format (`entries.order`). Compressible files are read and
    deflated into `folder` here, up to `least_spool` bytes or a twentieth of the library; all others
    are only looked at. The dump stays the caller's to close.
    """
    spool = scratch_file(folder)
    lines = scratch_file(folder)
    made = Plan(
        dump=dump,
        open_file=open_file,
        folder=folder,
        database_only=entries is None,
        spool=spool,
        _lines=lines,
    )
    try:
        planner = _Planner(made, lines, check, least_spool)
        if entries is not None:
            if open_file is None:
                raise ValueError("a library cannot be planned without a way to open its files")
            planner.take_all(entries, open_file)
        planner.finish()
    except BaseException:
        made.close()
        raise
    return made


class _Planner:
    def __init__(self, made: Plan, lines: IO[bytes], check: Check, least_spool: int) -> None:
        self._plan = made
        self._lines = lines
        self._check = check
        self._least_spool = least_spool
        self._spooled = 0
        self._index_size = 0
        self._group: list[File | Folder] = []
        self._group_data = bytearray()
        opening = plain_length(len(file_header(DATABASE, made.dump.size, 0)))
        heading = plain_length(padding(made.dump.size) + len(file_header(STORAGE, 0, 0)))
        self._offset = opening + sum(line.length for line in made.dump.lines)
        self._inner = InnerLayout(self._offset + heading)

    def take_all(self, entries: Iterator[Entry], open_file: OpenFile) -> None:
        last: tuple[bytes, ...] = ()
        for entry in entries:
            self._check()
            key = order(entry.path)
            if key <= last:
                raise ValueError(f"{entry.path!r} comes out of order")
            last = key
            self._take(entry, open_file)
        self._close_group()

    def finish(self) -> None:
        made = self._plan
        if not made.database_only:
            for _ in self._inner.finish():
                pass
            # The heading grows with the inner file's length, and the first gap with the heading.
            self._offset = self._inner.offset + ALIGNMENT + 2 * BLOCK
            made.storage_size = self._inner.length
        self._index_size += len(encode(made.header(1 << 40)))
        self._index_size += sum(len(encode(line)) for line in made.dump.lines)
        most_deflated = self._index_size + self._index_size // 1000 + 1024
        most_heading = plain_length(8 * BLOCK)
        made.size_at_most = (
            self._offset
            + 3 * most_heading
            + plain_length(MOST_METADATA)
            + most_deflated
            + FOOTER_LENGTH
        )
        made.spool.flush()
        self._lines.flush()

    def _take(self, entry: Entry, open_file: OpenFile) -> None:
        if entry.kind is EntryKind.FOLDER:
            self._add_light(Folder(entry.path, entry.mtime))
            return
        file = File(
            path=entry.path, size=entry.size, mtime=entry.mtime, executable=entry.executable
        )
        if not file.size:
            self._add_light(file)
        elif packed_by_name(file.path) or not self._add_packed(file, open_file):
            self._close_group()
            count = piece_count(file.size)
            unknown = (_UNKNOWN,) * count if count > 1 else ()
            self._emit(replace(file, digest=_UNKNOWN, pieces=unknown))

    def _add_light(self, line: File | Folder) -> None:
        """Add an entry without content: to the group when one is open."""
        if self._group and self._fits(header_of(line)):
            self._add_to_group(line, header_of(line))
        else:
            self._close_group()
            self._emit(line)

    def _add_packed(self, file: File, open_file: OpenFile) -> bool:
        """Deflate a file, alone or in a group; say False where it must be stored instead."""
        with SourceFile(file.path, file.size, open_file) as source:
            sample = source.read(min(file.size, SAMPLE))
            if source.lost or not worth_deflating(sample):
                return False
            add = self._add_small if file.size < SMALL_FILE else self._add_large
            added = add(file, sample, source)
            if added:
                self._plan.mishaps.note(source.warned)
            return added

    def _add_small(self, file: File, sample: bytes, source: SourceFile) -> bool:
        if self._room() < 2 * MOST_GROUP:  # the group that is open, and the one after it
            return False
        content = sample + source.read(file.size - len(sample))
        source.finish()
        data = header_of(file) + content + bytes(padding(file.size))
        if not self._fits(data):
            self._close_group()
        digest = hashlib.sha256(content).digest()
        self._add_to_group(replace(file, digest=digest, bad=source.lost, cut=source.cut), data)
        return True

    def _add_large(self, file: File, sample: bytes, source: SourceFile) -> bool:
        self._close_group()
        line = self._deflated(file, sample, source)
        if line is None:
            return False
        source.finish()
        self._emit(replace(line, bad=source.lost, cut=source.cut))
        return True

    def _room(self) -> int:
        return max(self._least_spool, self._plan.bytes // _SPOOL_SHARE) - self._spooled

    def _fits(self, data: bytes) -> bool:
        return len(self._group_data) + len(data) <= MOST_GROUP

    def _add_to_group(self, line: File | Folder, data: bytes) -> None:
        self._group.append(line)
        self._group_data += data

    def _close_group(self) -> None:
        if not self._group:
            return
        data, lines = bytes(self._group_data), self._group
        self._group_data.clear()
        self._group = []
        member = deflated(data)
        self._spool(member)
        digest = hashlib.sha256(member).digest()
        self._emit(Group(len(lines), len(data), len(member), digest))
        for line in lines:
            self._emit(line)

    def _deflated(self, file: File, sample: bytes, source: SourceFile) -> File | None:
        """Deflate a file into the spool; None, and nothing spooled, where that is no gain."""
        start, room = self._spooled, self._room()
        whole, lengths, digests, pieces = hashlib.sha256(), [], [], []
        for size in piece_lengths(file.size):
            piece = hashlib.sha256()
            member = DeflatedMember(self._spool)
            left, waiting = size, sample
            while left:
                self._check()
                data = waiting + source.read(min(left, _READ) - len(waiting))
                waiting = b""
                left -= len(data)
                whole.update(data)
                piece.update(data)
                member.add(data)
                if self._spooled - start > room:
                    self._forget(start)
                    return None
            sample = b""
            length, digest = member.finish()
            lengths.append(length)
            digests.append(digest)
            pieces.append(piece.digest())
        if sum(lengths) >= file.size:
            self._forget(start)
            return None
        return replace(
            file,
            digest=whole.digest(),
            pieces=tuple(pieces) if len(pieces) > 1 else (),
            lengths=tuple(lengths),
            member_digests=tuple(digests),
        )

    def _spool(self, data: bytes) -> None:
        self._plan.spool.write(data)
        self._spooled += len(data)

    def _forget(self, start: int) -> None:
        self._plan.spool.seek(start)
        self._plan.spool.truncate()
        self._spooled = start

    def _emit(self, line: Group | File | Folder) -> None:
        written = encode(line)
        self._lines.write(written)
        self._index_size += len(written) + _FLAG
        match line:
            case File():
                self._plan.files += 1
                self._plan.bytes += line.size
            case Folder():
                self._plan.folders += 1
            case Group():
                self._plan.groups += 1
        for _ in self._inner.feed(line):
            pass  # only the lengths matter here
