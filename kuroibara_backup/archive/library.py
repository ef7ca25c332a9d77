"""The files of a backup's library, one after the other, each with a way to read what it holds.

For those who want all of an undamaged backup in one pass: contents are not compared with their
digests here, and whatever is damaged ends it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive import format1
from kuroibara_backup.archive.compare import grouped_contents
from kuroibara_backup.archive.content import group_content, piece_content
from kuroibara_backup.archive.entries import EntryKind
from kuroibara_backup.archive.index import BadLine, File, Folder
from kuroibara_backup.archive.layout import BadLayout, GroupRange, PieceRange, layout
from kuroibara_backup.archive.reading import IndexEntry, index_entry, open_archive
from kuroibara_backup.archive.report import shown
from kuroibara_backup.archive.stream import DirectStream
from kuroibara_backup.archive.tail import Index, index_damaged
from kuroibara_backup.archive.untar import Kind
from kuroibara_backup.errors import ArchiveCorrupt

if TYPE_CHECKING:
    from kuroibara_backup.archive.footer import Footer
    from kuroibara_backup.archive.index import Line
    from kuroibara_backup.archive.source import Source

_PIECE: Final = 1 << 20

Read = Callable[[], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Held:
    """A file or folder; `read` gives its content, and only until the next one is asked for."""

    entry: IndexEntry
    read: Read


@dataclass(frozen=True, slots=True)
class LinkOrDevice:
    """What format 1 may hold besides, and nobody takes out."""

    path: bytes


def held(source: Source) -> Iterator[Held | LinkOrDevice]:
    """Everything in the library; format 2 in the order of the format, a folder before its files.

    Raises `Damaged` where the backup cannot be read to its end.
    """
    archive = open_archive(source)
    if archive.footer is None:
        yield from _format1(source)
    else:
        yield from _format2(source, archive.footer)


def _format1(source: Source) -> Iterator[Held | LinkOrDevice]:
    for item in format1.walk(DirectStream(source, 0)):
        _storage, slash, path = item.entry.name.partition(b"/")
        if not item.inner or not slash:
            continue
        if item.entry.kind not in (Kind.FILE, Kind.FOLDER):
            yield LinkOrDevice(path)
            continue
        entry = IndexEntry(
            path=path,
            kind=EntryKind.FOLDER if item.entry.kind is Kind.FOLDER else EntryKind.FILE,
            size=item.entry.size,
            mtime=item.entry.mtime,
            executable=item.entry.executable,
        )
        yield Held(entry, partial(_read_whole, item.read))


def _read_whole(read: Callable[[int], bytes]) -> Iterator[bytes]:
    return iter(partial(read, _PIECE), b"")


def _format2(source: Source, footer: Footer) -> Iterator[Held]:
    index = Index(source, footer.index)
    waiting: deque[File | Folder] = deque()

    def noted() -> Iterator[Line]:
        for line in index:
            if isinstance(line, File | Folder):
                waiting.append(line)
            yield line

    try:
        for part in layout(noted()):
            yield from _without_content(waiting)
            match part:
                case PieceRange() if not part.number:
                    pieces = [part]
                case PieceRange():
                    pieces.append(part)
                case GroupRange():
                    yield from _grouped(source, part, waiting)
                    continue
                case _:
                    continue
            if part.start + part.size == part.file.size:
                waiting.popleft()
                yield Held(index_entry(part.file), _pieces(source, pieces))
        yield from _without_content(waiting)
    except (BadLine, BadLayout) as exc:
        raise index_damaged(footer.index.offset) from exc


def _without_content(waiting: deque[File | Folder]) -> Iterator[Held]:
    while waiting and not (isinstance(waiting[0], File) and waiting[0].size):
        yield Held(index_entry(waiting.popleft()), lambda: iter(()))


def _pieces(source: Source, pieces: list[PieceRange]) -> Read:
    return lambda: (data for part in pieces for data in piece_content(source, part, 0))


def _grouped(source: Source, part: GroupRange, waiting: deque[File | Folder]) -> Iterator[Held]:
    contents: dict[bytes, bytes] = {}

    def content(path: bytes) -> Iterator[bytes]:
        if not contents:
            found = grouped_contents(part, group_content(source, part, 0))
            contents.update((path, whole) for path, whole in found if whole is not None)
        if path not in contents:
            where = f"storage/{shown(path)}"
            raise ArchiveCorrupt(f"{where} is damaged.", member=where, offset=part.offset)
        yield contents[path]

    for entry in part.entries:
        if isinstance(entry, File) and entry.size:
            yield from _without_content(waiting)
            waiting.popleft()
            yield Held(index_entry(entry), partial(content, entry.path))
