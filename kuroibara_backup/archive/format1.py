"""Read what Kuroibara itself writes: one gzip stream, no index, no digests.

    NAME.tar.gz: database.sql, backup_metadata.json, storage.tar.gz (itself gzip around a tar)

Everything has to be decompressed in order, and behind the first damage nothing can be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.dumpcheck import NAME as DATABASE
from kuroibara_backup.archive.dumpcheck import DumpCheck
from kuroibara_backup.archive.entries import Progress, Stage, never_stop
from kuroibara_backup.archive.gunzip import Gunzip
from kuroibara_backup.archive.metadata import MOST_METADATA, Metadata, parse_metadata
from kuroibara_backup.archive.report import Findings, Level, Report, shown
from kuroibara_backup.archive.safety import check_name
from kuroibara_backup.archive.stream import DirectStream, HashedStream
from kuroibara_backup.archive.untar import Kind, TarEntry, Untar
from kuroibara_backup.errors import (
    ArchiveCorrupt,
    ArchiveTruncated,
    ArchiveUnsafe,
    Damaged,
    NotABackup,
)

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from kuroibara_backup.archive.entries import Check
    from kuroibara_backup.archive.gunzip import Read
    from kuroibara_backup.archive.source import Source
    from kuroibara_backup.archive.stream import Stream

FORMAT: Final = 1
METADATA: Final = "backup_metadata.json"
STORAGE: Final = "storage.tar.gz"
_KNOWN: Final = (DATABASE.encode(), METADATA.encode(), STORAGE.encode())
_PIECE: Final = 1 << 20

WEAK: Final = (
    "That no byte was changed on purpose: Kuroibara's own format holds CRC-32 sums, but no digests."
)
UNCOVERED: Final = (
    "The name and time in the gzip header and the unused bits behind the data: nothing in the file"
    " tells whether they are right."
)
COMPLETE: Final = "That every file of the library is there: the format has no list of its files."
ONLY_SEEN: Final = "Everything behind the metadata: a quick look does not read it."


@dataclass(frozen=True, slots=True)
class Item:
    """One entry on its way past; `read` gives its data until the next one is asked for.

    `inner` is true for what lies in storage.tar.gz, whose own entry comes before them.
    """

    entry: TarEntry
    read: Read
    inner: bool


def walk(stream: Stream) -> Iterator[Item]:
    """Yield all entries of both tars in order.

    Raises `NotABackup` when the first entry is none of ours, `Damaged` at the first damage, which
    includes links and devices in the outer tar and entries outside `storage/` in the inner one.
    """
    gunzip = Gunzip(_reader(stream), "the file")
    outer = Untar(gunzip.read, "the file")
    seen: set[bytes] = set()
    try:
        for entry in outer:
            if entry.name not in _KNOWN and not seen:
                raise _not_ours(entry.name)
            if entry.name not in _KNOWN or entry.name in seen or entry.kind is not Kind.FILE:
                raise ArchiveUnsafe(shown(entry.name), "does not belong there")
            seen.add(entry.name)
            yield Item(entry, outer.read, inner=False)
            if entry.name == _KNOWN[2]:
                yield from _inner(outer.read)
    except ArchiveCorrupt as exc:
        if not outer.offset or (not seen and exc.member == "the file" and outer.offset <= 512):
            raise _not_ours(b"") from exc
        raise
    except ArchiveTruncated as exc:
        if gunzip.members and not seen:  # a whole gzip file of something short
            raise _not_ours(b"") from exc
        raise
    for name in _KNOWN[:2]:
        if name not in seen:
            raise ArchiveTruncated(f"The backup holds no {name.decode()}.")


def _inner(read: Read) -> Iterator[Item]:
    inner = Untar(Gunzip(read, STORAGE).read, STORAGE)
    for entry in inner:
        if entry.name != b"storage" and not entry.name.startswith(b"storage/"):
            raise ArchiveUnsafe(shown(entry.name), "lies outside of storage/")
        yield Item(entry, inner.read, inner=True)


def _not_ours(name: bytes) -> NotABackup:
    return NotABackup(
        "The file is not a backup of Kuroibara: "
        + (f"its first entry is {shown(name[:100])!r}." if name else "it is no tar.")
    )


def _reader(stream: Stream) -> Read:
    return lambda size: bytes(stream.take_some(size))


def metadata(source: Source) -> Metadata:
    """Return the metadata; the dump before them has to be decompressed on the way."""
    for item in walk(DirectStream(source, 0)):
        if item.entry.name == _KNOWN[1]:
            return parse_metadata(_document(item), offset=0)
    raise ArchiveTruncated(f"The backup holds no {METADATA}.")


def _document(item: Item) -> bytes:
    data = b""
    while len(data) <= MOST_METADATA and (more := item.read(_PIECE)):
        data += more
    return data


def library(source: Source) -> Iterator[tuple[bytes, TarEntry]]:
    """Yield path (relative to the library) and entry of all its files and folders."""
    for item in walk(DirectStream(source, 0)):
        if item.inner and item.entry.kind in (Kind.FILE, Kind.FOLDER) and b"/" in item.entry.name:
            yield item.entry.name.split(b"/", 1)[1], item.entry


def verify(
    source: Source, level: Level, *, sha256: str | None = None, check: Check = never_stop
) -> Generator[Progress, None, Report]:
    """Read everything and compare every checksum there is; say what that does not prove."""
    findings = Findings()
    look = _Look(findings)
    not_proved: list[str] = []
    digest = ""
    if level is Level.QUICK:
        try:
            look.metadata = metadata(source)
        except Damaged as exc:
            findings.add(_where(exc), getattr(exc, "offset", 0), exc.sentence)
        not_proved.append(ONLY_SEEN)
    else:
        with HashedStream(source) as stream:
            seen = 0
            try:
                for _ in look.at(stream):
                    check()
                    if stream.offset - seen >= _PIECE:
                        seen = stream.offset
                        yield Progress(stage=Stage.VERIFY, done=seen, total=source.size)
            except Damaged as exc:
                findings.add(_where(exc), stream.offset, exc.sentence)
                not_proved.append(f"Everything behind byte {stream.offset:,}: it cannot be read.")
            else:
                look.judge(not_proved)
            for unread in stream.unreadable:
                findings.add("the drive", unread.offset, unread.sentence)
            digest = stream.sha256()
    if sha256 and digest and sha256.lower() != digest:
        findings.add("the file as a whole", 0, f"The file's SHA-256 is {digest}, not {sha256}.")
    if not (sha256 and digest):
        not_proved += [WEAK, UNCOVERED]
    not_proved.append(COMPLETE)
    return Report(
        ok=not findings,
        format=FORMAT,
        level=level,
        damages=findings.all(),
        not_proved=tuple(not_proved),
        files=look.files,
        bytes=look.bytes,
        sha256=digest,
        rows=look.rows,
    )


def _where(exc: Damaged) -> str:
    if isinstance(exc, ArchiveCorrupt):
        return exc.member
    return exc.entry if isinstance(exc, ArchiveUnsafe) else "the end of the file"


class _Look:
    """Goes through a file once and remembers what has to fit together."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._dump = DumpCheck()
        self._storage_size: int | None = None
        self._links = 0
        self.metadata: Metadata | None = None
        self.files = 0
        self.bytes = 0

    def at(self, stream: Stream) -> Iterator[None]:
        for item in walk(stream):
            entry = item.entry
            yield
            if item.inner:
                self._count(entry)
            elif entry.name == _KNOWN[0]:
                while data := item.read(_PIECE):
                    self._dump.feed(data)
                    yield
            elif entry.name == _KNOWN[1]:
                self.metadata = parse_metadata(_document(item), offset=stream.offset)
            else:
                self._storage_size = entry.size
            while item.inner and item.read(_PIECE):
                yield

    def _count(self, entry: TarEntry) -> None:
        try:
            check_name(entry.name)
        except ArchiveUnsafe as exc:
            self._findings.add(exc.entry, 0, exc.sentence)
        if entry.kind is Kind.FILE:
            self.files += 1
            self.bytes += entry.size
        elif entry.kind is Kind.LINK:
            self._links += 1
        elif entry.kind is Kind.OTHER:
            name = shown(entry.name)
            self._findings.add(name, 0, f"{name} is a device or pipe, which no backup holds.")

    @property
    def rows(self) -> dict[str, int]:
        return self._dump.rows

    def judge(self, not_proved: list[str]) -> None:
        told = self.metadata
        self._dump.judge(self._findings, told, offset=0, not_proved=not_proved)
        if told is not None and (told.storage_size, told.includes_storage) != (
            self._storage_size or 0,
            self._storage_size is not None,
        ):
            self._findings.add(
                METADATA,
                0,
                f"{STORAGE} is not what the metadata say: its size differs, or it lacks.",
            )
        if self._links:
            not_proved.append(
                f"What {self._links:,} links point to: links are kept out of what is taken out."
            )
