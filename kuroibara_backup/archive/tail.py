"""Find and read what lies behind the chunks of a format 2 file: metadata, index, footer.

With an undamaged footer this takes two reads. Without one (cut, hit, or with something appended)
the members are looked for from the end, so that a backup whose files are all there can be used.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.footer import (
    FOOTER_LENGTH,
    FORMAT,
    Footer,
    NoFooter,
    Span,
    decode_footer,
)
from kuroibara_backup.archive.framing import MEMBER_HEADER, plain, plain_length
from kuroibara_backup.archive.gunzip import Gunzip
from kuroibara_backup.archive.index import BadLine, File, Group, Header, Line, Sql, decode
from kuroibara_backup.archive.metadata import MOST_METADATA
from kuroibara_backup.archive.tarheader import BLOCK, END_OF_TAR, padding
from kuroibara_backup.errors import ArchiveCorrupt, ArchiveTruncated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.archive.source import Source

_PIECE: Final = 1 << 20
_KEEP: Final = 16 << 20
_LONGEST_LINE: Final = 16 << 20
_MOST_PACKED: Final = 1 << 20
_MOST_GROUPED: Final = _MOST_PACKED // BLOCK
_INDEX_START: Final = b'{"format":2,'
_SEARCHED: Final = 64 << 20
INDEX_NAME: Final = "the index"


def read_footer(source: Source) -> Footer:
    """Read the footer at the very end; raise `NoFooter` when it is not there or damaged."""
    if source.size < FOOTER_LENGTH:
        raise NoFooter("the file is shorter than a footer")
    footer = decode_footer(source.read_at(source.size - FOOTER_LENGTH, FOOTER_LENGTH))
    for span in (footer.metadata, footer.index):
        if span.length > source.size:
            raise NoFooter("the footer tells of members longer than the file")
    return footer


def read_metadata(source: Source, span: Span) -> bytes:
    """Return the JSON document, its digest compared."""
    corrupt = ArchiveCorrupt(
        f"The backup's description of itself (backup_metadata.json) is damaged at byte"
        f" {span.offset:,}.",
        member="backup_metadata.json",
        offset=span.offset,
    )
    if span.length > plain_length(MOST_METADATA):
        raise corrupt
    try:
        member = source.read_at(span.offset, span.length)
    except ArchiveTruncated as exc:
        raise corrupt from exc
    if hashlib.sha256(member).digest() != span.digest:
        raise corrupt
    data = Gunzip(_Once(member), "backup_metadata.json").read(MOST_METADATA + 1)
    if plain(data) != member:
        raise corrupt
    return data


class _Once:
    def __init__(self, data: bytes) -> None:
        self._data = data

    def __call__(self, _size: int) -> bytes:
        data, self._data = self._data, b""
        return data


class Index:
    """The index of one archive; iterating it anew reads it anew, in bounded memory.

    Made only where the member's digest is right; its lines may still contradict each other, which
    `BadLine` (here) and `BadLayout` (in the layout) tell. `size` is known after one iteration.
    """

    def __init__(self, source: Source, span: Span) -> None:
        self._source = source
        self.span = span
        self._kept: bytes | None = None
        self.size = 0
        digest = hashlib.sha256()
        kept = []
        for data in self._pieces():
            digest.update(data)
            if span.length <= _KEEP:
                kept.append(data)
        if digest.digest() != span.digest:
            raise index_damaged(span.offset)
        if span.length <= _KEEP:
            self._kept = b"".join(kept)

    def _pieces(self) -> Iterator[bytes]:
        if self._kept is not None:
            yield self._kept
            return
        for at in range(0, self.span.length, _PIECE):
            size = min(_PIECE, self.span.length - at)
            try:
                yield self._source.read_at(self.span.offset + at, size)
            except ArchiveTruncated as exc:
                raise index_damaged(self.span.offset) from exc

    def __iter__(self) -> Iterator[Line]:
        for number, text in enumerate(self.texts()):
            line = decode(text)
            self._judge(line)
            if isinstance(line, Header) is not (number == 0):
                raise BadLine("the header of the index is not its first line, or not its only one")
            yield line

    def _judge(self, line: Line) -> None:
        """Refuse what no writer makes, before anyone asks for memory on its account."""
        lengths: tuple[int, ...] = ()
        match line:
            case Sql() | Group():
                lengths = (line.length,)
                entries = line.count if isinstance(line, Group) else 0
                if line.size > _MOST_PACKED or entries > _MOST_GROUPED:
                    raise BadLine("a member of the index holds more than the format allows")
            case File():
                lengths = line.lengths
        if any(length > self._source.size for length in lengths):
            raise BadLine("a member of the index is longer than the file")

    def header(self) -> Header:
        for line in self:
            if isinstance(line, Header):
                return line
        raise BadLine("the index is empty")

    def texts(self) -> Iterator[bytes]:
        """The lines as they are written, without the newlines."""
        pieces = self._pieces()
        stream = Gunzip(lambda _size: next(pieces, b""), INDEX_NAME)
        size, rest = 0, b""
        while data := stream.read(_PIECE):
            size += len(data)
            lines = (rest + data).split(b"\n")
            rest = lines.pop()
            if len(rest) > _LONGEST_LINE:
                raise BadLine("a line of the index is too long")
            yield from lines
        self.size = size
        if rest or stream.members != 1:
            raise BadLine("the index does not end with a line's end")


def index_damaged(offset: int) -> ArchiveCorrupt:
    return ArchiveCorrupt(
        f"The index, which lists the files of the backup, is damaged at byte {offset:,}.",
        member=INDEX_NAME,
        offset=offset,
    )


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the footer as it must be, and where the file's good part ends."""

    footer: Footer
    end: int


def search_tail(source: Source) -> Found | None:
    """Look for index and metadata from the end of a file without a usable footer.

    Offsets are those in this file; digests are those of the bytes found, so they prove nothing:
    whoever uses this says so.
    """
    start = max(0, source.size - _SEARCHED)
    data = source.read_at(start, source.size - start)
    at = len(data)
    while (at := data.rfind(MEMBER_HEADER, 0, at)) >= 0:
        index = _index_member(data, at)
        if index is None:
            continue
        length, size = index
        metadata = _metadata_before(data, at)
        if metadata is None:
            return None
        end = plain_length(padding(size) + len(END_OF_TAR))
        index_span = Span(start + at, length, _digest(data[at : at + length]))
        metadata = replace(metadata, offset=start + metadata.offset)
        footer = Footer(FORMAT, metadata, index_span)
        return Found(footer, start + at + length + end + FOOTER_LENGTH)
    return None


@dataclass(frozen=True, slots=True)
class UsableIndex:
    """An index that can be trusted as far as it goes.

    `shifts` are the displacements to try for each range: where bytes are missing in the middle of
    the file, what follows lies that much nearer to its start. `proved`: the footer vouches for it.
    """

    index: Index
    footer: Footer
    shifts: tuple[int, ...] = (0,)
    proved: bool = True


def usable_index(source: Source) -> UsableIndex | None:
    """Find the index of a backup that may be damaged."""
    try:
        footer = read_footer(source)
    except NoFooter:
        found = search_tail(source)
        if found is None:
            return None
        return UsableIndex(Index(source, found.footer.index), found.footer, proved=False)
    try:
        return UsableIndex(Index(source, footer.index), footer)
    except ArchiveCorrupt:
        found = search_tail(source)
        if found is None or found.footer.index.digest != footer.index.digest:
            return None
    shift = found.footer.index.offset - footer.index.offset
    return UsableIndex(Index(source, found.footer.index), found.footer, (0, shift))


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _index_member(data: bytes, at: int) -> tuple[int, int] | None:
    """Return length and inflated size of the index that begins at `at`, if one does."""
    whole = memoryview(data)
    position = at

    def read(size: int) -> bytes:
        nonlocal position
        piece = bytes(whole[position : position + size])
        position += len(piece)
        return piece

    stream = Gunzip(read, INDEX_NAME, single=True)
    size, first = 0, True
    try:
        while text := stream.read(_PIECE):
            if first and not text.startswith(_INDEX_START):
                return None
            first = False
            size += len(text)
    except (ArchiveCorrupt, ArchiveTruncated):
        return None
    return None if first else (stream.offset, size)


def _metadata_before(data: bytes, index_at: int) -> Span | None:
    """Find the metadata member: the second one before the index."""
    heading = data.rfind(MEMBER_HEADER, 0, index_at)
    at = data.rfind(MEMBER_HEADER, 0, heading) if heading >= BLOCK else -1
    if at < 0 or heading - at > plain_length(MOST_METADATA):
        return None
    return Span(at, heading - at, _digest(data[at:heading]))
