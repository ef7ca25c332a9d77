"""Is this backup, byte for byte, what it says it is? And if not: which parts of it are hit?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive import format1
from kuroibara_backup.archive.compare import Comparison
from kuroibara_backup.archive.dumpcheck import DumpCheck
from kuroibara_backup.archive.entries import Progress, Stage, never_stop, order
from kuroibara_backup.archive.footer import (
    FOOTER_LENGTH,
    FORMAT,
    Footer,
    NoFooter,
    Span,
    encode_footer,
)
from kuroibara_backup.archive.framing import plain_length
from kuroibara_backup.archive.index import BadLine, File, Folder, Header
from kuroibara_backup.archive.layout import BadLayout, closing, layout
from kuroibara_backup.archive.metadata import parse_metadata
from kuroibara_backup.archive.reading import recognise
from kuroibara_backup.archive.report import Findings, Level, Report, shown
from kuroibara_backup.archive.safety import check_name
from kuroibara_backup.archive.stream import DirectStream, HashedStream
from kuroibara_backup.archive.tail import (
    INDEX_NAME,
    Index,
    read_footer,
    read_metadata,
    search_tail,
    usable_index,
)
from kuroibara_backup.errors import ArchiveCorrupt, ArchiveUnsafe

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from kuroibara_backup.archive.entries import Check
    from kuroibara_backup.archive.index import Line
    from kuroibara_backup.archive.metadata import Metadata
    from kuroibara_backup.archive.source import Source
    from kuroibara_backup.archive.stream import Stream

NO_CHECKSUM: Final = (
    "That this is the very file the server made: no checksum from elsewhere was given."
)
"""What no file can prove about itself."""

ONLY_ENDS: Final = "What lies between the two ends: a quick look does not read it."


def verify(
    source: Source, level: Level, *, sha256: str | None = None, check: Check = never_stop
) -> Generator[Progress, None, Report]:
    """Check a backup and return what was found; damage is in the report, never raised.

    With `sha256` (hex, from the sidecar or the server) the file as a whole is compared too, at the
    full level. Raises `NotABackup` and `Refused` for what is no backup of ours.
    """
    seen = recognise(source)
    if seen.format == format1.FORMAT:
        report = yield from format1.verify(source, level, sha256=sha256, check=check)
        return report
    report = yield from _Verification(source, level, sha256, check).run()
    return report


class _Verification:
    def __init__(self, source: Source, level: Level, sha256: str | None, check: Check) -> None:
        self._source = source
        self._level = level
        self._expected = sha256.lower() if sha256 else None
        self._check = check
        self._findings = Findings()
        self._not_proved: list[str] = []
        self._header: Header | None = None
        self._footer_lost = False
        self._zero_filled: list[bytes] = []
        self._rows: dict[str, int] = {}

    def run(self) -> Generator[Progress, None, Report]:
        footer = self._footer()
        metadata = index = None
        document = b""
        if footer is not None:
            try:
                document = read_metadata(self._source, footer.metadata)
                metadata = parse_metadata(document, offset=footer.metadata.offset)
            except ArchiveCorrupt as exc:
                self._findings.add(exc.member, exc.offset, exc.sentence)
            index = self._index(footer)
        sha256 = ""
        if self._level is Level.FULL:
            sha256 = yield from self._full(footer, index, metadata, document)
        elif footer is not None and index is not None and self._header is not None:
            self._ends(footer, self._header, index, document)
            self._compare_words(self._header, metadata, footer.metadata.offset)
        return self._report(sha256)

    def _footer(self) -> Footer | None:
        """Find the footer, or at least what it would say; `end` is where the file should end."""
        source = self._source
        try:
            return read_footer(source)
        except NoFooter:
            self._footer_lost = True
            at = max(0, source.size - FOOTER_LENGTH)
        found = search_tail(source)
        if found is None:
            self._findings.add(
                "the end of the file",
                at,
                "The end of the file, which lists what is in the backup, is missing or damaged.",
            )
        elif found.end == source.size:
            self._findings.add("the footer", at, "The last 128 bytes of the file are damaged.")
        elif found.end < source.size:
            extra = source.size - found.end
            self._findings.add(
                "the end of the file", found.end, f"{extra:,} bytes follow the end of the backup."
            )
        else:
            self._findings.add("the end of the file", at, "The end of the file is missing.")
        return found.footer if found else None

    def _index(self, footer: Footer) -> Index | None:
        try:
            usable = usable_index(self._source)
            index = usable.index if usable else Index(self._source, footer.index)
            self._header = index.header()
            if usable and any(usable.shifts):
                self._displaced(usable.shifts[-1])
        except ArchiveCorrupt as exc:
            self._findings.add(exc.member, exc.offset, exc.sentence)
        except BadLine as exc:
            self._contradiction(footer, exc)
        else:
            return index
        self._not_proved.append(
            "Which files are hit: without a readable index they cannot be told apart."
        )
        return None

    def _displaced(self, shift: int) -> None:
        what = "are missing from" if shift < 0 else "were put into"
        self._findings.add(
            "the file as a whole",
            0,
            f"{abs(shift):,} bytes {what} the middle of the file; everything behind that place is"
            " reported as damaged, but can still be taken out.",
        )

    def _contradiction(self, footer: Footer, exc: Exception) -> None:
        self._findings.add(INDEX_NAME, footer.index.offset, f"The index is no good: {exc}.")

    def _full(
        self, footer: Footer | None, index: Index | None, metadata: Metadata | None, document: bytes
    ) -> Generator[Progress, None, str]:
        source = self._source
        with HashedStream(source) as stream:
            if footer is not None and index is not None and self._header is not None:
                sql = DumpCheck()
                looking = Comparison(stream, self._findings, sql=sql.feed, check=self._check)
                end = 0
                try:
                    for part in layout(self._noticed(index)):
                        self._check()
                        looking.look(part)
                        end = part.offset + part.length
                        yield Progress(stage=Stage.VERIFY, done=stream.offset, total=source.size)
                except (BadLine, BadLayout) as exc:
                    self._contradiction(footer, exc)
                else:
                    stream.skip_to(end)
                    self._closing(looking, stream, footer, index, document, end)
                if looking.sql_intact:
                    sql.judge(self._findings, metadata, offset=0, not_proved=self._not_proved)
                    self._rows = sql.rows
                    self._compare_words(self._header, metadata, footer.metadata.offset)
            while stream.offset < source.size:
                self._check()
                stream.skip_to(min(stream.offset + (32 << 20), source.size))
                yield Progress(stage=Stage.VERIFY, done=stream.offset, total=source.size)
            yield Progress(stage=Stage.VERIFY, done=source.size, total=source.size)
            for unread in stream.unreadable:
                self._findings.add("the drive", unread.offset, unread.sentence)
            return stream.sha256()

    def _noticed(self, index: Iterable[Line]) -> Iterator[Line]:
        last: tuple[bytes, ...] = ()
        for line in index:
            if isinstance(line, File) and line.bad:
                self._zero_filled.append(line.path)
            if isinstance(line, File | Folder):
                last, before = order(line.path), last
                if last <= before:
                    raise BadLine("its entries are not in order, or one is there twice")
                try:
                    check_name(line.path)
                except ArchiveUnsafe as exc:
                    self._findings.add(exc.entry, 0, exc.sentence)
            yield line

    def _closing(
        self,
        looking: Comparison,
        stream: Stream,
        footer: Footer,
        index: Index,
        document: bytes,
        end: int,
    ) -> None:
        """Compare everything behind the last chunk, which lies at `end`."""
        assert self._header is not None  # noqa: S101 - for the type checker: the index gave it
        size = len(document) or _plain_size(footer.metadata.length)
        known = closing(self._header, document or bytes(size), index.size)
        looking.known("the tar header of backup_metadata.json", known.metadata_heading)
        at = end + len(known.metadata_heading)
        if document:
            looking.known("backup_metadata.json", known.metadata)
        metadata = Span(at, len(known.metadata), footer.metadata.digest)
        at += len(known.metadata)
        stream.skip_to(at)
        looking.known("the tar header of the index", known.index_heading)
        at += len(known.index_heading)
        stream.skip_to(at + footer.index.length)
        looking.known("the end of the tar", known.end)
        span = Span(at, footer.index.length, footer.index.digest)
        if self._footer_lost:  # and said so
            stream.skip_to(stream.offset + FOOTER_LENGTH)
        else:
            looking.known("the footer", encode_footer(Footer(FORMAT, metadata, span)))
        if stream.offset < self._source.size and not self._footer_lost:
            extra = self._source.size - stream.offset
            self._findings.add(
                "the end of the file", stream.offset, f"{extra:,} bytes follow the footer."
            )

    def _ends(self, footer: Footer, header: Header, index: Index, document: bytes) -> None:
        """The quick level: the first member, and all that lies behind the last chunk."""
        start = DirectStream(self._source, 0)
        opening = next(layout([header]))
        Comparison(start, self._findings, sql=bytes, check=self._check).look(opening)
        try:
            for _ in index.texts():  # only counts
                self._check()
        except (BadLine, ArchiveCorrupt) as exc:
            self._contradiction(footer, exc)
            return
        size = len(document) or _plain_size(footer.metadata.length)
        heading = closing(header, bytes(size), index.size).metadata_heading
        end = footer.metadata.offset - len(heading)
        behind = DirectStream(self._source, end)
        looking = Comparison(behind, self._findings, sql=bytes, check=self._check)
        self._closing(looking, behind, footer, index, document, end)

    def _compare_words(self, header: Header, metadata: Metadata | None, offset: int) -> None:
        """What the metadata say about the contents must be what the index lists."""
        if metadata is None:
            return
        promised = (metadata.database_size, metadata.storage_size, metadata.includes_storage)
        if promised != (header.database, header.storage or 0, header.storage is not None):
            self._findings.add(
                "backup_metadata.json",
                offset,
                "The metadata tell of other contents than the index.",
            )

    def _report(self, sha256: str) -> Report:
        expected = self._expected
        if sha256 and expected and sha256 != expected:
            self._findings.add(
                "the file as a whole", 0, f"The file's SHA-256 is {sha256}, not {expected}."
            )
        if self._level is Level.QUICK:
            self._not_proved.append(ONLY_ENDS)
        elif not expected:
            self._not_proved.append(NO_CHECKSUM)
        if self._zero_filled:
            names = ", ".join("storage/" + shown(path) for path in self._zero_filled[:3])
            self._not_proved.append(
                f"{len(self._zero_filled):,} files that vanished or shrank while the backup was"
                f" made; zeros stand in their place: {names}."
            )
        header = self._header
        return Report(
            ok=not self._findings,
            format=FORMAT,
            level=self._level,
            damages=self._findings.all(),
            not_proved=tuple(self._not_proved),
            files=header.files if header else 0,
            bytes=header.bytes if header else 0,
            sha256=sha256,
            rows=self._rows,
        )


def _plain_size(length: int) -> int:
    """How many bytes lie in a plain member of that length."""
    size = max(0, length - 18 - 5)
    while size and plain_length(size) > length:
        size -= 5
    return size
