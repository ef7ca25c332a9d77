"""Compare the ranges of a format 2 file, as its index lays them out, with the bytes that are there.

Every byte of a range is looked at: known bytes one to one, contents and members through their
digest, frames rebuilt around them. A difference is written down and the comparison goes on.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from isal import isal_zlib

from kuroibara_backup.archive.framing import (
    BLOCK_HEADER_LENGTH,
    BLOCK_PERIOD,
    INNER_BLOCK,
    LEAD,
    LEAD_LENGTH,
    MEMBER_HEADER,
    PLAIN_BLOCK,
    TAIL_LENGTH,
    block_header,
    member_trailer,
    stored_block_header,
    stored_tail,
)
from kuroibara_backup.archive.gunzip import Gunzip
from kuroibara_backup.archive.index import File
from kuroibara_backup.archive.layout import (
    Exact,
    GroupRange,
    Part,
    PieceRange,
    SqlRange,
    group_parts,
)
from kuroibara_backup.archive.report import shown
from kuroibara_backup.archive.tarheader import BLOCK
from kuroibara_backup.errors import ArchiveCorrupt, ArchiveTruncated

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_backup.archive.entries import Check
    from kuroibara_backup.archive.layout import Range
    from kuroibara_backup.archive.report import Findings
    from kuroibara_backup.archive.stream import Stream

    Sink = Callable[[bytes | memoryview], object]

_STEP: Final = 1 << 20
_CHECK_EVERY: Final = 64
_OUTER_HEADER: Final = 5
_FULL_BLOCK: Final = stored_block_header(INNER_BLOCK, last=False)
_FULL_PLAIN_BLOCK: Final = block_header(PLAIN_BLOCK, last=False)


class _Plain:
    """Reads the data of a plain member of known length; notes the first wrong byte of its frame."""

    def __init__(self, stream: Stream, size: int) -> None:
        self._stream = stream
        self._size = self._left = size
        self._crc = 0
        self._hash = hashlib.sha256()
        self.wrong_at: int | None = None
        self._expect(MEMBER_HEADER)

    def read(self, _size: int) -> bytes:
        if not self._left:
            return b""
        size = min(self._left, PLAIN_BLOCK)
        self._left -= size
        full = size == PLAIN_BLOCK and self._left
        self._expect(_FULL_PLAIN_BLOCK if full else block_header(size, last=not self._left))
        data = bytes(self._stream.take(size))
        self._crc = isal_zlib.crc32(data, self._crc)
        self._hash.update(data)
        return data

    def digest(self) -> bytes:
        """Read what is left and the frame's end, and return the digest of the data."""
        while self.read(PLAIN_BLOCK):
            pass
        self._expect(member_trailer(self._crc, self._size))
        return self._hash.digest()

    def _expect(self, known: bytes) -> None:
        at = self._stream.offset
        if self._stream.take(len(known)) != known and self.wrong_at is None:
            self.wrong_at = at


class Comparison:
    """Looks at one range after another. What is wrong goes to `findings`, SQL goes to `sql`."""

    def __init__(self, stream: Stream, findings: Findings, *, sql: Sink, check: Check) -> None:
        self._stream = stream
        self._findings = findings
        self._sql = sql
        self._check = check
        self._content = hashlib.sha256()
        self._suspects: list[tuple[PieceRange, int]] = []
        self.sql_intact = True

    def look(self, part: Range) -> None:
        self._stream.skip_to(part.offset)
        match part:
            case Exact():
                self._exact(part)
            case SqlRange():
                self._sql_member(part)
            case GroupRange():
                self._group(part)
            case PieceRange() if part.packed is None:
                self._stored_piece(part)
            case PieceRange():
                self._packed_piece(part, part.packed)

    def known(self, where: str, data: bytes) -> None:
        """Compare the next bytes with `data`, a part of the file called `where`."""
        at = self._stream.offset
        if (difference := _difference(bytes(self._stream.take(len(data))), data)) is not None:
            self._findings.add(where, at + difference, _hit(where, at + difference))

    def _exact(self, part: Exact) -> None:
        seen = bytes(self._stream.take(len(part.data)))
        if seen == part.data:
            return
        if part.part is not Part.GLUE:
            at = part.offset + (_difference(seen, part.data) or 0)
            self._findings.add(part.part.value, at, _hit(part.part.value, at))
            return
        for start in range(0, len(part.data), BLOCK):
            here = seen[start : start + BLOCK]
            difference = _difference(here, part.data[start : start + BLOCK])
            if difference is not None:
                at = start + difference
                where = _marked(part, at)
                self._findings.add(
                    where, part.offset + at, f"The tar header of {where} is damaged."
                )

    def _sql_member(self, part: SqlRange) -> None:
        digest = hashlib.sha256()
        left = part.length

        def read(_size: int) -> bytes:
            nonlocal left
            data = bytes(self._stream.take_some(min(left, _STEP)))
            left -= len(data)
            digest.update(data)
            return data

        failed = self._inflate(read, part.line.size, self._sql)
        while read(_STEP):
            pass
        if failed or digest.digest() != part.line.digest:
            self.sql_intact = False
            end = part.start + part.line.size
            self._findings.add(
                "database.sql",
                part.offset,
                f"database.sql is damaged between its bytes {part.start:,} and {end:,}.",
            )

    def _inflate(self, read: Callable[[int], bytes], size: int, sink: Sink) -> bool:
        """Decompress one member of `size` bytes into `sink`; return whether that failed."""
        stream = Gunzip(read, "", single=True)
        try:
            while data := stream.read(min(_STEP, size + 1)):
                self._check()
                size -= len(data)
                if size < 0:
                    return True
                sink(data)
        except (ArchiveCorrupt, ArchiveTruncated):
            return True
        return size != 0

    def _packed_piece(self, part: PieceRange, packed: int) -> None:
        self._begin(part)
        member = _Plain(self._stream, packed)
        failed = self._inflate(member.read, part.size, self._content.update)
        intact = member.digest() == part.file.member_digests[part.number] and not failed
        self._end(part, member.wrong_at if intact else part.offset)

    def _stored_piece(self, part: PieceRange) -> None:
        self._begin(part)
        stream, crc32, update = self._stream, isal_zlib.crc32, self._content.update
        wrong_at = None if stream.take(LEAD_LENGTH) == LEAD else part.offset
        crc, outer_crc, left, blocks = 0, crc32(MEMBER_HEADER), part.size, 0
        while left:
            at = stream.offset
            if left > INNER_BLOCK:
                left -= INNER_BLOCK
                known = _FULL_BLOCK
                block = stream.take(BLOCK_PERIOD)
            else:
                known = stored_block_header(left, last=True)
                block = stream.take(BLOCK_HEADER_LENGTH + left)
                left = 0
            if block[:BLOCK_HEADER_LENGTH] != known and wrong_at is None:
                wrong_at = at
            data = block[BLOCK_HEADER_LENGTH:]
            crc = crc32(data, crc)
            outer_crc = crc32(block[_OUTER_HEADER:], outer_crc)
            update(data)
            blocks += 1
            if not blocks % _CHECK_EVERY:
                self._check()
        outer_crc = crc32(member_trailer(crc, part.size), outer_crc)
        at = stream.offset
        known = stored_tail(crc=crc, size=part.size, outer_crc=outer_crc)
        if stream.take(TAIL_LENGTH) != known and wrong_at is None:
            wrong_at = at
        self._end(part, wrong_at)

    def _begin(self, part: PieceRange) -> None:
        if not part.number:
            self._content = hashlib.sha256()
            self._suspects.clear()

    def _end(self, part: PieceRange, wrong_at: int | None) -> None:
        """Judge a file when its last piece was read.

        Its digest says whether the content is right; if not, the pieces whose frames or CRCs do not
        fit are the damaged ones. Digests of pieces are not compared: that would hash everything a
        third time, and find nothing more.
        """
        if wrong_at is not None:
            self._suspects.append((part, wrong_at))
        if part.start + part.size < part.file.size:
            return
        if self._content.digest() == part.file.digest:
            for suspect, at in self._suspects:
                self._frame_damaged(suspect, at)
        elif self._suspects:
            for suspect, at in self._suspects:
                self._content_damaged(suspect, at)
        else:
            where = _named(part.file.path)
            self._findings.add(
                where, part.offset, f"{where} does not have the digest it must have."
            )

    def _content_damaged(self, part: PieceRange, at: int) -> None:
        where = _named(part.file.path)
        between = f"its bytes {part.start:,} and {part.start + part.size:,}"
        self._findings.add(where, at, f"{where} is damaged between {between}.")

    def _frame_damaged(self, part: PieceRange, at: int) -> None:
        where = _named(part.file.path)
        self._findings.add(
            where, at, f"The frame around {where} is damaged; its content is not, and can be saved."
        )

    def _group(self, part: GroupRange) -> None:
        member = _Plain(self._stream, part.line.length)
        held = bytearray()
        failed = self._inflate(member.read, part.line.size, held.extend)
        wrong = member.digest() != part.line.digest or failed
        at = part.offset if member.wrong_at is None else member.wrong_at
        hit = [path for path, whole in grouped_contents(part, bytes(held)) if whole is None]
        for path in hit:
            where = _named(path)
            self._findings.add(where, at, f"{where} is damaged.")
        if not hit and (wrong or member.wrong_at is not None):
            first, last = (_named(part.entries[number].path) for number in (0, -1))
            where = f"the frame around the files from {first} to {last}"
            self._findings.add(where, at, _hit(where, at))


def grouped_contents(part: GroupRange, data: bytes) -> list[tuple[bytes, bytes | None]]:
    """Return path and content of each entry of an inflated group; None where it is damaged."""
    contents: list[tuple[bytes, bytes | None]] = []
    at = 0
    for entry, header, zeros in group_parts(part.entries):
        size = entry.size if isinstance(entry, File) else 0
        start = at + len(header)
        content: bytes | None = data[start : start + size]
        whole = data[at:start] == header and data[start + size : start + size + zeros] == bytes(
            zeros
        )
        if isinstance(entry, File) and size:
            whole = whole and hashlib.sha256(content or b"").digest() == entry.digest
        contents.append((entry.path, content if whole else None))
        at = start + size + zeros
    return contents


def _named(path: bytes) -> str:
    return "storage/" + shown(path)


def _hit(where: str, at: int) -> str:
    return f"{where[0].upper()}{where[1:]} is damaged at byte {at:,} of the file."


def _difference(seen: bytes, known: bytes) -> int | None:
    if seen == known:
        return None
    both = min(len(seen), len(known))
    return next((at for at in range(both) if seen[at] != known[at]), both)


def _marked(part: Exact, at: int) -> str:
    """Whose header a byte of a framed glue chunk belongs to."""
    block, rest = divmod(max(0, at - LEAD_LENGTH), BLOCK_PERIOD)
    place = block * INNER_BLOCK + max(0, rest - BLOCK_HEADER_LENGTH)
    before = [path for start, path in part.marks if start <= place]
    if before:
        return _named(before[-1])
    return _named(part.marks[0][1]) if part.marks else "the end of the library's tar"
