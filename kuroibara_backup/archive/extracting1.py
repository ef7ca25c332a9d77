"""Take files out of a format 1 backup, which has no digests: everything before the first damage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive import format1
from kuroibara_backup.archive.entries import Progress, Stage
from kuroibara_backup.archive.stream import DirectStream
from kuroibara_backup.archive.untar import Kind
from kuroibara_backup.errors import ArchiveUnsafe, Damaged

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from kuroibara_backup.archive.entries import Check
    from kuroibara_backup.archive.extracted import Taking
    from kuroibara_backup.archive.format1 import Item
    from kuroibara_backup.archive.source import Source

_PIECE: Final = 1 << 20
DOUBTFUL: Final = (
    "The backup is damaged, and Kuroibara's own format holds no digests: whether the files before"
    " the damage are right is not proved, and those behind it are missing."
)


def take(source: Source, taking: Taking, check: Check) -> Generator[Progress, None, None]:
    """Go through the file twice: first only to judge its names and sizes, then to write."""
    total = 2 * source.size
    stream = DirectStream(source, 0)
    try:
        for item in format1.walk(stream):
            check()
            if item.entry.name != format1.STORAGE.encode():
                folder = item.entry.kind is Kind.FOLDER
                taking.announce(item.entry.name, item.entry.size, folder=folder)
            while item.inner and item.read(_PIECE):
                check()
            yield Progress(stage=Stage.EXTRACT, done=stream.offset, total=total)
    except ArchiveUnsafe:
        raise
    except Damaged:
        taking.doubt(DOUBTFUL)
    taking.judge()
    stream = DirectStream(source, 0)
    current = b""
    try:
        for item in format1.walk(stream):
            current = item.entry.name
            _take_one(item, taking, check)
            yield Progress(stage=Stage.EXTRACT, done=source.size + stream.offset, total=total)
    except Damaged:
        taking.damaged(current)
    taking.finish()


def _take_one(item: Item, taking: Taking, check: Check) -> None:
    entry = item.entry
    if entry.name == format1.STORAGE.encode():
        return  # its contents come next
    if entry.kind is Kind.FOLDER:
        taking.folder(entry.name, entry.mtime)
    elif entry.kind is Kind.FILE:
        taking.file(
            entry.name, _content(item, check), mtime=entry.mtime, executable=entry.executable
        )
    else:
        taking.leave_out(entry.name)


def _content(item: Item, check: Check) -> Iterator[bytes]:
    while data := item.read(_PIECE):
        check()
        yield data
