"""Take out what can be had from a format 2 backup that has lost its index.

The members are walked from the front; tar headers say what the contents behind them are. Each
member's own CRC-32 is all that proves a content here, and files may be missing unnoticed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.dump import DumpReader
from kuroibara_backup.archive.entries import Progress, Stage
from kuroibara_backup.archive.framing import MEMBER_HEADER, piece_lengths
from kuroibara_backup.archive.layout import DATABASE, INDEX, METADATA, STORAGE
from kuroibara_backup.archive.members import Member, members, unwrap
from kuroibara_backup.archive.tarheader import BLOCK
from kuroibara_backup.archive.untar import Kind, TarEntry, Untar
from kuroibara_backup.errors import ArchiveCorrupt, ArchiveTruncated

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from kuroibara_backup.archive.entries import Check
    from kuroibara_backup.archive.extracted import Taking
    from kuroibara_backup.archive.source import Source

_LIBRARY: Final = b"storage/"
DOUBTFUL: Final = (
    "The backup has lost its index: what was taken out is proved by CRC-32 sums only, and files"
    " that are missing altogether cannot be named."
)


def salvage(source: Source, taking: Taking, check: Check) -> Generator[Progress, None, None]:
    """Hand to `taking` everything that can still be read."""
    taking.doubt(DOUBTFUL)
    walk = _Walk(members(source, check))
    while (member := walk.next()) is not None:
        yield Progress(stage=Stage.EXTRACT, done=member.offset, total=source.size)
        if member.data is None:
            continue
        name = _heading(member)
        if name == DATABASE:
            _sql(walk, taking)
        elif name == METADATA:
            _metadata(walk, taking)
        elif name is None:
            _entries(walk, _inner(member.data), taking)
    taking.finish()


class _Walk:
    """The members, with one step back."""

    def __init__(self, source: Iterator[Member]) -> None:
        self._source = source
        self._back: Member | None = None

    def next(self) -> Member | None:
        member, self._back = self._back, None
        return member or next(self._source, None)

    def put_back(self, member: Member | None) -> None:
        self._back = member


def _heading(member: Member) -> bytes | None:
    """The name in a member that introduces an entry of the outer tar."""
    data = member.data or b""
    name = data[-BLOCK:].split(b"\0", 1)[0]
    known = member.stored and len(data) < 8 * BLOCK and name in (DATABASE, STORAGE, METADATA, INDEX)
    return name if known else None


def _inner(data: bytes) -> bytes:
    """What a chunk holds. A search behind a damage may come upon the inner member itself."""
    if not data.startswith(MEMBER_HEADER):
        return data
    inner = unwrap(data)
    return data if inner is None else inner


def _sql(walk: _Walk, taking: Taking) -> None:
    reader = DumpReader()

    def sql() -> Iterator[bytes | None]:
        while (member := walk.next()) is not None:
            if member.stored:
                walk.put_back(member)
                break
            if member.data is not None:
                reader.feed(member.data)
            yield member.data
            if member.data is None:
                return
        if not reader.finish().complete:
            yield None

    if taking.wants(DATABASE):
        taking.announce(DATABASE, 0)
        if not taking.file(DATABASE, sql()):
            taking.damaged(DATABASE)


def _metadata(walk: _Walk, taking: Taking) -> None:
    member = walk.next()
    if member is None or member.data is None or not taking.wants(METADATA):
        return
    try:
        json.loads(member.data)
    except (ValueError, RecursionError):
        walk.put_back(member)
        taking.damaged(METADATA)
    else:
        taking.announce(METADATA, len(member.data))
        taking.file(METADATA, iter((member.data,)))


def _entries(walk: _Walk, tar: bytes, taking: Taking) -> None:
    """Go through the tar bytes of a glue or group chunk, and the contents that follow it."""
    tar = tar[len(tar) % BLOCK :]  # glue begins with the padding of the content before it
    at = 0

    def read(size: int) -> bytes:
        nonlocal at
        data = tar[at : at + size]
        at += len(data)
        return data

    untar = Untar(read, "")
    try:
        for entry in untar:
            if not entry.name.startswith(_LIBRARY):
                continue
            if entry.kind is Kind.FOLDER:
                taking.announce(entry.name, 0, folder=True)
                taking.folder(entry.name, entry.mtime)
            elif entry.kind is Kind.FILE:
                inline = untar.offset + entry.size <= len(tar)
                content = _held(untar) if inline else _pieces(walk, entry)
                _file(entry, content, taking)
                if not inline:
                    return
    except (ArchiveCorrupt, ArchiveTruncated):
        return  # the chunk ends here, or it was content whose header is lost


def _file(entry: TarEntry, content: Iterator[bytes | None], taking: Taking) -> None:
    taking.announce(entry.name, entry.size)
    if not taking.wants(entry.name):
        for _ in content:  # the walk has to get past it all the same
            pass
    elif not taking.file(entry.name, content, mtime=entry.mtime, executable=entry.executable):
        taking.damaged(entry.name)


def _held(untar: Untar) -> Iterator[bytes]:
    while data := untar.read(1 << 20):
        yield data


def _pieces(walk: _Walk, entry: TarEntry) -> Iterator[bytes | None]:
    """Yield the content of a file from the chunks that follow; None when one is not there."""
    for size in piece_lengths(entry.size):
        member = walk.next()
        data = None if member is None or member.data is None else _inner(member.data)
        if data is None or len(data) != size:
            if data is not None:
                walk.put_back(member)
            yield None
            return
        yield data
