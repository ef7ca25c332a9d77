"""A planned backup written in one pass, from its first byte to its last.

Nothing is ever sought back to, so the output may be a file, a socket or an upload in parts. Files
are read once; their digests, the index and the digest of the whole come into being on the way.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing as closed
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain
from typing import Any, TypeAlias

from kuroibara_backup.archive.contents import Contents
from kuroibara_backup.archive.entries import Check, Progress, Stage, never_stop
from kuroibara_backup.archive.filler import Filler, Spooled
from kuroibara_backup.archive.footer import FORMAT, Footer, Span, encode_footer
from kuroibara_backup.archive.framing import piece_count
from kuroibara_backup.archive.index import File, Group, Header, Line
from kuroibara_backup.archive.layout import (
    Exact,
    GroupRange,
    PieceRange,
    Range,
    SqlRange,
    closing,
    layout,
)
from kuroibara_backup.archive.pipeline import Output, Pipeline
from kuroibara_backup.archive.planning import MOST_METADATA, Plan
from kuroibara_backup.archive.sourcefile import SourceFile
from kuroibara_backup.errors import InvalidRequest

_ROOM_FOR_WARNINGS = 256 << 10
_TICK = 0.05
Clock: TypeAlias = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """`size` and `sha256` (hex) are of the whole file; `metadata` is the document in it."""

    size: int
    sha256: str
    metadata: Mapping[str, Any]
    warnings: tuple[str, ...]
    database_only: bool


def write(
    plan: Plan,
    metadata: Mapping[str, object],
    out: Output,
    *,
    check: Check = never_stop,
    clock: Clock = time.monotonic,
) -> Generator[Progress, None, Written]:
    """Write the backup that `plan` describes to `out`.

    `metadata` holds what the caller knows, at least `created_at`; format, sizes, counts and
    warnings are added. Files that vanished, shrank or grew since the scan do not stop the work:
    they are flagged in the index and named in the warnings. When this ends early, whatever the
    reason, `out` holds a beginning that is no backup, and nothing else is left behind.
    """
    if len(_document(metadata)) > MOST_METADATA - _ROOM_FOR_WARNINGS:
        raise InvalidRequest(
            "The backup was not made: what describes it is too long.",
            remedy="Shorten its name or its notes.",
        )
    moment = datetime.fromisoformat(str(metadata["created_at"]))
    with closed(Contents(plan.folder)) as contents, Pipeline(out) as pipeline:
        writing = _Writing(plan, contents, Filler(pipeline))
        due = clock()
        for _ in writing.steps(plan.header(max(0, int(moment.timestamp()))), metadata):
            if clock() >= due:
                check()
                yield Progress(stage=Stage.WRITE, done=writing.done, total=plan.size_at_most)
                due = clock() + _TICK
        check()
        yield Progress(stage=Stage.WRITE, done=writing.done, total=writing.done)
        return Written(
            size=writing.done,
            sha256=pipeline.sha256,
            metadata=writing.metadata,
            warnings=writing.warnings,
            database_only=plan.database_only,
        )


class _Writing:
    def __init__(self, plan: Plan, contents: Contents, filler: Filler) -> None:
        self._plan = plan
        self._contents = contents
        self._filler = filler
        self._sql = Spooled(plan.dump.file)
        self._spool = Spooled(plan.spool)
        self._source: SourceFile | None = None
        self.metadata: dict[str, object] = {}
        self.warnings: tuple[str, ...] = ()

    @property
    def done(self) -> int:
        return self._filler.done

    def steps(self, header: Header, metadata: Mapping[str, object]) -> Iterator[None]:
        """Write everything, yielding between steps of a few megabytes at most."""
        lines: Iterable[Line] = chain([header], self._plan.dump.lines, self._plan.lines())
        try:
            for laid in layout(self._noted(lines)):
                yield from self._range(laid)
                yield from self._filler.relieve()
                yield
        finally:
            self._leave_source()
        yield from self._filler.drain()
        yield from self._close(header, metadata)
        yield from self._filler.drain()

    def _noted(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Pass lines on, and into the index those that are complete without a look at contents."""
        grouped = 0
        for line in lines:
            if grouped or not _is_stored(line):
                self._filler.task(partial(self._contents.line, line))
            grouped = line.count if isinstance(line, Group) else max(0, grouped - 1)
            yield line

    def _range(self, laid: Range) -> Iterator[None]:
        match laid:
            case Exact():
                return self._filler.put(laid.data)
            case SqlRange():
                return self._filler.bare(laid.length, self._sql)
            case GroupRange():
                return self._filler.plain(laid.line.length, self._spool)
            case PieceRange(packed=int(packed)):
                return self._filler.plain(packed, self._spool)
            case PieceRange():
                return self._stored(laid)

    def _stored(self, piece: PieceRange) -> Iterator[None]:
        file, contents, count = piece.file, self._contents, piece_count(piece.file.size)
        if self._source is None:
            self._source = SourceFile(file.path, file.size, self._open_file)
        source = self._source
        taken = contents.only_piece if count == 1 else contents.one_piece_of_many
        yield from self._filler.stored(piece.size, source, taken)
        if count > 1:
            self._filler.task(contents.piece_ends)
        if piece.number == count - 1:
            source.finish()
            self._plan.mishaps.note(source.warned)
            ends = partial(contents.file_ends, file, bad=source.lost, cut=source.cut)
            self._filler.task(ends)
            self._leave_source()

    def _leave_source(self) -> None:
        if self._source is not None:
            self._source.close()
            self._source = None

    def _open_file(self, path: bytes) -> int:
        if self._plan.open_file is None:
            raise FileNotFoundError(path)
        return self._plan.open_file(path)

    def _close(self, header: Header, metadata: Mapping[str, object]) -> Iterator[None]:
        """Write what follows the library: metadata, index, footer."""
        filler = self._filler
        self.warnings = self._plan.mishaps.sentences()
        self.metadata = _completed(metadata, self._plan, self.warnings)
        size, length, digest = self._contents.finish()
        last = closing(header, _document(self.metadata), size)
        yield from filler.put(last.metadata_heading)
        described = Span(filler.done, len(last.metadata), hashlib.sha256(last.metadata).digest())
        yield from filler.put(last.metadata + last.index_heading)
        indexed = Span(filler.done, length, digest)
        yield from filler.bare(length, Spooled(self._contents.index))
        yield from filler.put(last.end + encode_footer(Footer(FORMAT, described, indexed)))


def _is_stored(line: Line) -> bool:
    return isinstance(line, File) and line.size > 0 and not line.lengths


def _completed(
    metadata: Mapping[str, object], plan: Plan, warnings: tuple[str, ...]
) -> dict[str, object]:
    known = metadata.get("warnings", ())
    before = list(known) if isinstance(known, list | tuple) else []
    return {
        "format": FORMAT,
        **metadata,
        "includes_storage": not plan.database_only,
        "database_size": plan.dump.size,
        "database_sha256": plan.dump.sha256,
        "storage_size": plan.storage_size,
        "storage_files": plan.files,
        "storage_folders": plan.folders,
        "storage_bytes": plan.bytes,
        "warnings": before + list(warnings),
    }


def _document(metadata: Mapping[str, object]) -> bytes:
    return json.dumps(metadata, indent=2, ensure_ascii=False).encode() + b"\n"
