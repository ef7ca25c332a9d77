"""Libraries on disk to be backed up, and backups taken apart by what the format says of them."""

from __future__ import annotations

import gzip
import io
import os
import stat
from typing import IO, TYPE_CHECKING, Any

from kuroibara_backup.archive.entries import Check, Entry, EntryKind, never_stop, order
from kuroibara_backup.archive.footer import FOOTER_LENGTH, Span, decode_footer
from kuroibara_backup.archive.index import Line, decode
from kuroibara_backup.archive.layout import GroupRange, PieceRange, Range, layout
from kuroibara_backup.archive.planning import LEAST_SPOOL, plan
from kuroibara_backup.archive.spool import spool_dump
from kuroibara_backup.archive.writing import Written, write
from tests.support.finished import finished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

METADATA = {"backup_name": "test", "created_at": "2026-11-23T01:02:03.456Z"}
SQL = b"SELECT 1;\n"


class Library:
    """A folder that is scanned once and read later, as the engine does it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.entries = sorted(_scanned(os.fsencode(root)), key=lambda entry: order(entry.path))

    def open_file(self, path: bytes) -> int:
        return os.open(os.fsencode(self.root) + b"/" + path, os.O_RDONLY | os.O_NOFOLLOW)


def _scanned(root: bytes, below: bytes = b"") -> Iterator[Entry]:
    for found in os.scandir(root + b"/" + below):
        path = below + found.name
        facts = found.stat(follow_symlinks=False)
        kind = EntryKind.FOLDER if found.is_dir(follow_symlinks=False) else EntryKind.FILE
        size = 0 if kind is EntryKind.FOLDER else facts.st_size
        yield Entry(path, kind, size, int(facts.st_mtime), bool(facts.st_mode & stat.S_IXUSR))
        if kind is EntryKind.FOLDER:
            yield from _scanned(root, path + b"/")


def backed_up(
    library: Library | None,
    scratch: Path,
    out: IO[bytes],
    *,
    sql: bytes = SQL,
    check: Check = never_stop,
    least_spool: int = LEAST_SPOOL,
) -> Written:
    """Write a backup of `library`, or a database-only one, to `out`."""
    entries = iter(library.entries) if library else None
    opener = library.open_file if library else None
    with (
        spool_dump([sql], scratch, check=check) as dump,
        plan(dump, entries, opener, scratch, check=check, least_spool=least_spool) as planned,
    ):
        written = finished(write(planned, METADATA, out, check=check))
    assert written.size <= planned.size_at_most
    return written


def backup_of(library: Library, scratch: Path, **options: Any) -> bytes:
    out = io.BytesIO()
    backed_up(library, scratch, out, **options)
    return out.getvalue()


def member(data: bytes, span: Span) -> bytes:
    return gzip.decompress(data[span.offset : span.offset + span.length])


def lines_of(data: bytes) -> list[Line]:
    index = member(data, decode_footer(data[-FOOTER_LENGTH:]).index)
    return [decode(line) for line in index.splitlines()]


def ranges_of(data: bytes) -> list[Range]:
    return list(layout(lines_of(data)))


def chunks_of(data: bytes) -> dict[bytes, list[bytes]]:
    """The chunks of each file's own, by path; those of groups by the path of their first entry."""
    chunks: dict[bytes, list[bytes]] = {}
    for laid in ranges_of(data):
        if isinstance(laid, PieceRange | GroupRange):
            path = laid.file.path if isinstance(laid, PieceRange) else laid.entries[0].path
            chunks.setdefault(path, []).append(data[laid.offset : laid.offset + laid.length])
    return chunks
