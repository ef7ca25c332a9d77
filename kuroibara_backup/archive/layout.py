"""Which byte of a backup lies where: the index lines turned into the ranges of the outer file.

This is the one place that knows the order of things. The writer fills the ranges with contents, the
verifier compares a file with them, and whoever wants one file out of a backup learns its offset
here. It streams: memory holds one glue chunk or one group at most.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from kuroibara_backup.archive.framing import (
    gap,
    gap_length,
    piece_lengths,
    plain,
    plain_length,
    stored_chunk,
    stored_chunk_length,
    stored_inner_length,
)
from kuroibara_backup.archive.index import File, Folder, Group, Header, Line, Sql
from kuroibara_backup.archive.tarheader import END_OF_TAR, file_header, folder_header, padding

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

DATABASE = b"database.sql"
STORAGE = b"storage.tar.gz"
METADATA = b"backup_metadata.json"
INDEX = b"backup_index.jsonl"
ROOT = b"storage"
MOST_GLUE = 1 << 20


class BadLayout(ValueError):
    """The lines of an index contradict each other."""


class Part(Enum):
    """What a range with known bytes is."""

    TAR = "a header of the outer tar"
    GAP = "a gap"
    GLUE = "tar headers of the library"


@dataclass(frozen=True, slots=True)
class Exact:
    """A range whose every byte follows from the index.

    `marks` are, for glue, the places in its tar bytes (before framing) where the header of each
    path begins.
    """

    offset: int
    data: bytes
    part: Part
    marks: tuple[tuple[int, bytes], ...] = ()

    @property
    def length(self) -> int:
        return len(self.data)


@dataclass(frozen=True, slots=True)
class SqlRange:
    """A deflated member of SQL, as `line` describes it; `start` is its place in the SQL."""

    offset: int
    length: int
    line: Sql
    start: int


@dataclass(frozen=True, slots=True)
class PieceRange:
    """The chunk of one piece of a file: `size` bytes of its content from `start` on.

    `packed` is the length of the inner member where the file is deflated: the chunk is then
    `plain(member)`. It is None for a stored file, whose chunk is `stored_chunk(piece)`.
    """

    offset: int
    length: int
    file: File
    number: int
    start: int
    size: int
    packed: int | None

    @property
    def digest(self) -> bytes:
        """SHA-256 of the piece, empty where a plan does not know it yet."""
        return self.file.pieces[self.number] if self.file.pieces else self.file.digest


@dataclass(frozen=True, slots=True)
class GroupRange:
    """The chunk of a group, `plain(member)`; `group_parts(entries)` tells what the member holds."""

    offset: int
    length: int
    line: Group
    entries: tuple[File | Folder, ...]


Range: TypeAlias = Exact | SqlRange | PieceRange | GroupRange


def header_of(entry: File | Folder) -> bytes:
    """The tar header of an entry of the library."""
    name = ROOT + b"/" + entry.path
    if isinstance(entry, Folder):
        return folder_header(name, entry.mtime)
    return file_header(name, entry.size, entry.mtime, executable=entry.executable)


def group_parts(entries: Iterable[File | Folder]) -> Iterator[tuple[File | Folder, bytes, int]]:
    """Yield entry, header, and padding after the content, for each entry of a group in order."""
    for entry in entries:
        yield entry, header_of(entry), 0 if isinstance(entry, Folder) else padding(entry.size)


class InnerLayout:
    """Lays out the chunks of the inner file, line by line.

    `offset` is where the next range begins in the outer file, `length` how much of the inner file
    has been laid out. Feed the lines after the SQL ones, then `finish`.
    """

    def __init__(self, offset: int) -> None:
        self.offset = offset
        self.length = 0
        self._glue: list[bytes] = []
        self._glue_length = 0
        self._marks: list[tuple[int, bytes]] = []
        self._group: tuple[Group, list[File | Folder]] | None = None
        self._started = False

    def feed(self, line: Group | File | Folder) -> Iterator[Range]:
        if not self._started:
            self._started = True
            yield from self._add(folder_header(ROOT, 0))
        if self._group is not None:
            yield from self._grouped(*self._group, line)
        elif isinstance(line, Group):
            yield from self._flush()
            self._group = (line, [])
        else:
            yield from self._add(header_of(line), line.path)
            if isinstance(line, File) and line.size:
                yield from self._content(line)

    def finish(self) -> Iterator[Range]:
        if self._group is not None:
            raise BadLayout("the index ends inside a group")
        if not self._started:
            self._started = True
            yield from self._add(folder_header(ROOT, 0))
        yield from self._add(END_OF_TAR)
        yield from self._flush()

    def _grouped(
        self, line: Group, entries: list[File | Folder], entry: Group | File | Folder
    ) -> Iterator[Range]:
        if isinstance(entry, Group) or (isinstance(entry, File) and entry.lengths):
            raise BadLayout("a group holds what cannot be in a group")
        entries.append(entry)
        if len(entries) == line.count:
            self._group = None
            yield from self._align()
            length = plain_length(line.length)
            yield GroupRange(self._advance(length, line.length), length, line, tuple(entries))

    def _content(self, file: File) -> Iterator[Range]:
        yield from self._flush()
        start = 0
        for number, size in enumerate(piece_lengths(file.size)):
            yield from self._align()
            packed = file.lengths[number] if file.lengths else None
            if packed is None:
                length, inner = stored_chunk_length(size), stored_inner_length(size)
            else:
                length, inner = plain_length(packed), packed
            offset = self._advance(length, inner)
            yield PieceRange(offset, length, file, number, start, size, packed)
            start += size
        if rest := padding(file.size):
            yield from self._add(bytes(rest))

    def _add(self, data: bytes, path: bytes | None = None) -> Iterator[Range]:
        if self._glue_length + len(data) > MOST_GLUE:
            yield from self._flush()
        if path is not None:
            self._marks.append((self._glue_length, path))
        self._glue.append(data)
        self._glue_length += len(data)

    def _flush(self) -> Iterator[Range]:
        if self._glue_length:
            data, marks = b"".join(self._glue), tuple(self._marks)
            self._glue.clear()
            self._marks.clear()
            self._glue_length = 0
            chunk = stored_chunk(data)
            offset = self._advance(len(chunk), stored_inner_length(len(data)))
            yield Exact(offset, chunk, Part.GLUE, marks)

    def _align(self) -> Iterator[Range]:
        if room := gap_length(self.offset):
            yield Exact(self._advance(room, 0), gap(room), Part.GAP)

    def _advance(self, outer: int, inner: int) -> int:
        at = self.offset
        self.offset += outer
        self.length += inner
        return at


def layout(lines: Iterable[Line]) -> Iterator[Range]:
    """Turn the lines of an index into the ranges of the file, from its start to the last chunk.

    The ranges are contiguous. `closing` says what comes after them. Raises `BadLayout` when the
    lines cannot belong to one backup; ranges yielded before that are right as far as they go.
    """
    source = iter(lines)
    header = next(source, None)
    if not isinstance(header, Header):
        raise BadLayout("the index does not begin with its header")
    opening = Exact(0, plain(file_header(DATABASE, header.database, header.time)), Part.TAR)
    yield opening
    offset, done = opening.length, 0
    inner: InnerLayout | None = None
    seen = _Counts()
    for line in source:
        match line:
            case Sql() if inner is None:
                yield SqlRange(offset, line.length, line, done)
                offset += line.length
                done += line.size
            case Group() | File() | Folder() if header.storage is not None:
                if inner is None:
                    inner = yield from _begin_storage(offset, header)
                seen.count(line)
                yield from inner.feed(line)
            case _:
                raise BadLayout("a line of the index is out of place")
    if done != header.database:
        raise BadLayout("the members of SQL do not add up")
    if header.storage is not None:
        if inner is None:
            inner = yield from _begin_storage(offset, header)
        yield from inner.finish()
        if inner.length != header.storage:
            raise BadLayout("the chunks of the library do not add up")
    seen.compare(header)


def _begin_storage(offset: int, header: Header) -> Generator[Range, None, InnerLayout]:
    heading = bytes(padding(header.database))
    heading += file_header(STORAGE, header.storage or 0, header.time)
    exact = Exact(offset, plain(heading), Part.TAR)
    yield exact
    return InnerLayout(offset + exact.length)


@dataclass(slots=True)
class _Counts:
    """What was seen, to be compared with what the header promised."""

    files: int = 0
    folders: int = 0
    bytes: int = 0
    groups: int = 0

    def count(self, line: Group | File | Folder) -> None:
        match line:
            case File():
                self.files += 1
                self.bytes += line.size
            case Folder():
                self.folders += 1
            case Group():
                self.groups += 1

    def compare(self, header: Header) -> None:
        promised = (header.files, header.folders, header.bytes, header.groups)
        if (self.files, self.folders, self.bytes, self.groups) != promised:
            raise BadLayout("the counts in the header of the index are not those of its lines")


@dataclass(frozen=True, slots=True)
class Closing:
    """The members after the last chunk, in order; the index member stands between the last two."""

    metadata_heading: bytes
    metadata: bytes
    index_heading: bytes
    end: bytes


def closing(header: Header, metadata: bytes, index_size: int) -> Closing:
    """Build what follows the last range of `layout`, but for the index member and the footer.

    `metadata` is the JSON document; `index_size` is that of the index before deflate.
    """
    before = header.database if header.storage is None else header.storage
    return Closing(
        plain(bytes(padding(before)) + file_header(METADATA, len(metadata), header.time)),
        plain(metadata),
        plain(bytes(padding(len(metadata))) + file_header(INDEX, index_size, header.time)),
        plain(bytes(padding(index_size)) + END_OF_TAR),
    )
