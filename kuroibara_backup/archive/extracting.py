"""Take files out of a backup: all of it or what is asked for, and from a damaged one what is whole.

Nothing is written before every name has been judged. A file is written under a temporary name and
gets its own only when its digest is right.
"""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive import extracting1, format1
from kuroibara_backup.archive.choosing import Choice
from kuroibara_backup.archive.compare import grouped_contents
from kuroibara_backup.archive.content import group_content, piece_content, sql_content
from kuroibara_backup.archive.entries import Check, Progress, Stage, never_stop
from kuroibara_backup.archive.extracted import Extracted, Taking
from kuroibara_backup.archive.index import BadLine, File, Folder, Header, encode
from kuroibara_backup.archive.landing import Landing
from kuroibara_backup.archive.layout import (
    DATABASE,
    INDEX,
    METADATA,
    BadLayout,
    GroupRange,
    PieceRange,
    SqlRange,
    layout,
)
from kuroibara_backup.archive.reading import recognise
from kuroibara_backup.archive.safety import Limits
from kuroibara_backup.archive.salvage import salvage
from kuroibara_backup.archive.tail import index_damaged, read_metadata, usable_index
from kuroibara_backup.errors import ArchiveCorrupt

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from pathlib import Path

    from kuroibara_backup.archive.index import Line
    from kuroibara_backup.archive.source import Source
    from kuroibara_backup.archive.tail import UsableIndex

STORAGE_PREFIX: Final = b"storage/"
UNPROVED_INDEX: Final = (
    "The backup has lost its footer: that its list of files is right is proved by a CRC-32 only."
)
_DEFAULT: Final = Limits()


def extract(
    source: Source,
    patterns: Sequence[str],
    target: Path,
    *,
    limits: Limits = _DEFAULT,
    check: Check = never_stop,
) -> Generator[Progress, None, Extracted]:
    """Take what matches `patterns` (all without any) out to `target`, made where it is missing.

    Patterns are for `database.sql`, `backup_metadata.json`, `backup_index.jsonl` and `storage/…`.
    Damaged files are named in the result and not written; all others are. What the target holds is
    never overwritten. Raises `Refused`, `ArchiveUnsafe`, `ArchiveTooLarge` or `NotEnoughSpace`,
    where the index can tell before anything is written, and `NotFound` when nothing matches.
    """
    choice = Choice(patterns)
    seen = recognise(source)
    with Landing(target) as landing:
        taking = Taking(landing, choice, limits, source.size)
        if seen.format == format1.FORMAT:
            yield from extracting1.take(source, taking, check)
        elif (usable := usable_index(source)) is not None:
            yield from _Extraction(source, usable, taking, check).run()
        else:
            yield from salvage(source, taking, check)
        landing.settle()
        return taking.result()


class _Extraction:
    def __init__(self, source: Source, usable: UsableIndex, taking: Taking, check: Check) -> None:
        self._source = source
        self._usable = usable
        self._taking = taking
        self._check = check
        self._pieces: list[PieceRange] = []
        self._sql: list[SqlRange] = []

    def run(self) -> Generator[Progress, None, None]:
        index, taking = self._usable.index, self._taking
        if not self._usable.proved:
            taking.doubt(UNPROVED_INDEX)
        try:
            for line in index:
                self._check()
                self._announce(line)
            for name in (METADATA, INDEX):
                taking.announce(name, 0)
            taking.judge()
            for part in layout(self._entered(index)):
                self._check()
                self._range(part)
                yield Progress(stage=Stage.EXTRACT, done=taking.bytes, total=taking.announced)
            self._take_sql()
        except (BadLine, BadLayout) as exc:
            raise index_damaged(index.span.offset) from exc
        self._take_rest()
        taking.finish()

    def _announce(self, line: Line) -> None:
        match line:
            case Header():
                self._taking.announce(DATABASE, line.database)
            case File():
                self._taking.announce(STORAGE_PREFIX + line.path, line.size)
            case Folder():
                self._taking.announce(STORAGE_PREFIX + line.path, 0, folder=True)

    def _entered(self, index: Iterable[Line]) -> Iterator[Line]:
        """Pass the lines on to the layout; what has no content is done here."""
        for line in index:
            if isinstance(line, Folder):
                self._taking.folder(STORAGE_PREFIX + line.path, line.mtime)
            elif isinstance(line, File) and not line.size:
                self._file(line, lambda _shift: iter(()))
            elif isinstance(line, Header) and not line.database:
                self._taking.file(DATABASE, iter(()))
            yield line

    def _range(self, part: object) -> None:
        match part:
            case SqlRange():
                self._sql.append(part)
                return
            case PieceRange():
                self._pieces.append(part)
                if part.start + part.size == part.file.size:
                    pieces, self._pieces = self._pieces, []
                    self._file(part.file, lambda shift: self._content(pieces, shift))
            case GroupRange():
                self._group(part)
        self._take_sql()

    def _content(self, pieces: list[PieceRange], shift: int) -> Iterator[bytes]:
        for part in pieces:
            for data in piece_content(self._source, part, shift):
                self._check()
                yield data

    def _file(self, file: File, content: Callable[[int], Iterator[bytes]]) -> None:
        path = STORAGE_PREFIX + file.path
        if not self._taking.wants(path):
            return
        digest = file.digest or hashlib.sha256(b"").digest()
        for shift in self._usable.shifts:
            if self._taking.file(
                path,
                content(shift),
                mtime=file.mtime,
                executable=file.executable,
                digest=digest,
            ):
                return
        self._taking.damaged(path)

    def _group(self, part: GroupRange) -> None:
        files = [entry for entry in part.entries if isinstance(entry, File) and entry.size]
        if not any(self._taking.wants(STORAGE_PREFIX + file.path) for file in files):
            return
        found: dict[bytes, bytes] = {}
        for shift in self._usable.shifts:
            data = group_content(self._source, part, shift)
            for path, content in grouped_contents(part, data):
                if content is not None:
                    found.setdefault(path, content)
        for file in files:
            content = found.get(file.path, b"")
            self._file(file, partial(_at_once, content))

    def _take_sql(self) -> None:
        if not self._sql:
            return
        parts, self._sql = self._sql, []
        if not self._taking.wants(DATABASE):
            return
        for shift in self._usable.shifts:
            if self._taking.file(DATABASE, self._sql_members(parts, shift)):
                return
        self._taking.damaged(DATABASE)

    def _sql_members(self, parts: list[SqlRange], shift: int) -> Iterator[bytes | None]:
        """Yield the SQL; None when a member is not what the index says."""
        for part in parts:
            self._check()
            content = sql_content(self._source, part, shift)
            yield content
            if content is None:
                return

    def _take_rest(self) -> None:
        if self._taking.wants(METADATA):
            try:
                document = read_metadata(self._source, self._usable.footer.metadata)
            except ArchiveCorrupt:
                self._taking.damaged(METADATA)
            else:
                self._taking.file(METADATA, iter((document,)))
        if self._taking.wants(INDEX):
            self._taking.file(INDEX, (encode(line) for line in self._usable.index))


def _at_once(content: bytes, _shift: int) -> Iterator[bytes]:
    return iter((content,))
