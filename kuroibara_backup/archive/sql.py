"""The SQL of a backup of either format, streamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive import format1
from kuroibara_backup.archive.content import sql_content
from kuroibara_backup.archive.entries import Check, never_stop
from kuroibara_backup.archive.index import BadLine
from kuroibara_backup.archive.layout import DATABASE, BadLayout, SqlRange, layout
from kuroibara_backup.archive.reading import open_archive
from kuroibara_backup.archive.stream import DirectStream
from kuroibara_backup.archive.tail import Index, index_damaged
from kuroibara_backup.errors import ArchiveCorrupt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.archive.footer import Span
    from kuroibara_backup.archive.source import Source

_PIECE: Final = 1 << 20


def dump_text(source: Source, *, check: Check = never_stop) -> Iterator[bytes]:
    """Yield `database.sql` in pieces.

    What format 2 yields was compared with its digests, and all of it came when the iteration ends;
    format 1 has none, so there only what is no gzip, or ends too soon, is noticed.
    """
    archive = open_archive(source)
    if archive.footer is None:
        yield from _of_format1(source, check)
        return
    span = archive.footer.index
    try:
        yield from _of_format2(source, span, check)
    except (BadLine, BadLayout) as exc:
        raise index_damaged(span.offset) from exc


def _of_format2(source: Source, span: Span, check: Check) -> Iterator[bytes]:
    index = Index(source, span)
    left = index.header().database
    for part in layout(index):
        if not left:
            return
        if not isinstance(part, SqlRange):
            continue
        check()
        content = sql_content(source, part, 0)
        if content is None or len(content) != part.line.size:
            raise ArchiveCorrupt(
                f"The SQL of the backup is damaged at byte {part.offset:,}.",
                member=DATABASE.decode(),
                offset=part.offset,
            )
        left -= len(content)
        yield content


def _of_format1(source: Source, check: Check) -> Iterator[bytes]:
    for item in format1.walk(DirectStream(source, 0)):
        if item.entry.name != DATABASE:
            continue
        while data := item.read(_PIECE):
            check()
            yield data
        return
