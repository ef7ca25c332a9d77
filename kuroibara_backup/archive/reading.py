"""Open a backup of either format and look at what it says, without reading its contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive import format1
from kuroibara_backup.archive.entries import EntryKind
from kuroibara_backup.archive.footer import FORMAT, NoFooter
from kuroibara_backup.archive.framing import MEMBER_HEADER
from kuroibara_backup.archive.index import BadLine, File, Folder
from kuroibara_backup.archive.layout import DATABASE
from kuroibara_backup.archive.metadata import Metadata, parse_metadata
from kuroibara_backup.archive.tail import Index, index_damaged, read_footer, read_metadata
from kuroibara_backup.archive.untar import Kind
from kuroibara_backup.errors import ArchiveTruncated, NotABackup, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.archive.footer import Footer
    from kuroibara_backup.archive.source import Source

_AGE: Final = (b"age-encryption.org/v1", b"-----BEGIN AGE ENCRYPTED FILE-----")
_BLOCK_HEADER: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """One file or folder of the library; `path` as in `Entry`.

    `sha256` is hex, empty for folders, empty files and where the format does not know it. `bad`:
    filled with zeros because the original shrank or vanished. `cut`: the original was growing.
    """

    path: bytes
    kind: EntryKind
    size: int
    mtime: int
    executable: bool
    sha256: str = ""
    bad: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A backup as it describes itself; nothing of its contents has been checked."""

    source: Source
    format: int
    metadata: Metadata
    footer: Footer | None = None

    def entries(self) -> Iterator[IndexEntry]:
        """List the library; format 1 has no index, so there the whole file is decompressed."""
        if self.footer is None:
            for path, member in format1.library(self.source):
                kind = EntryKind.FOLDER if member.kind is Kind.FOLDER else EntryKind.FILE
                yield IndexEntry(
                    path=path,
                    kind=kind,
                    size=member.size,
                    mtime=member.mtime,
                    executable=member.executable,
                )
            return
        try:
            for line in Index(self.source, self.footer.index):
                if isinstance(line, File | Folder):
                    yield index_entry(line)
        except BadLine as exc:
            raise index_damaged(self.footer.index.offset) from exc

    def index_lines(self) -> Iterator[bytes]:
        """The index as it stands in the backup, a line with its newline at a time."""
        if self.footer is not None:
            for text in Index(self.source, self.footer.index).texts():
                yield text + b"\n"


def index_entry(line: File | Folder) -> IndexEntry:
    if isinstance(line, Folder):
        return IndexEntry(
            path=line.path, kind=EntryKind.FOLDER, size=0, mtime=line.mtime, executable=True
        )
    return IndexEntry(
        path=line.path,
        kind=EntryKind.FILE,
        size=line.size,
        mtime=line.mtime,
        executable=line.executable,
        sha256=line.digest.hex(),
        bad=line.bad,
        cut=line.cut,
    )


@dataclass(frozen=True, slots=True)
class Recognised:
    """What kind of file this is; `footer` is None in format 1 and where it is damaged."""

    format: int
    footer: Footer | None = None


def is_encrypted(source: Source) -> bool:
    """Whether its own bytes say that somebody sealed it with age."""
    return source.read_at(0, min(source.size, 64)).startswith(_AGE)


def recognise(source: Source) -> Recognised:
    """Tell the formats apart; raise `NotABackup`, or `Refused` for what only others can read."""
    if not source.size:
        raise NotABackup(f"{source.name} is empty.")
    try:
        footer = read_footer(source)
    except NoFooter:
        pass
    else:
        if footer.format != FORMAT:
            raise Refused(
                f"{source.name} was not opened: it is of format {footer.format}, which is newer"
                " than this program.",
                remedy="Update this program.",
                code="newer_format",
            )
        return Recognised(FORMAT, footer)
    if is_encrypted(source):
        raise Refused(
            f"{source.name} was not opened: it is encrypted, which this program cannot read.",
            remedy="Decrypt it with age first.",
            code="encrypted",
        )
    head = source.read_at(0, min(source.size, 64))
    if head.startswith(MEMBER_HEADER) and head[len(MEMBER_HEADER) + _BLOCK_HEADER :].startswith(
        DATABASE + b"\0"
    ):
        return Recognised(FORMAT)
    if head.startswith(b"\x1f\x8b"):
        return Recognised(format1.FORMAT)
    raise NotABackup(f"{source.name} is not a backup: it is no gzip file.")


def open_archive(source: Source) -> Archive:
    """Read the description of a backup.

    Raises `NotABackup`, `ArchiveTruncated` or `ArchiveCorrupt`; a damaged backup that does not open
    here can still be verified and taken apart.
    """
    seen = recognise(source)
    if seen.format == format1.FORMAT:
        return Archive(source=source, format=seen.format, metadata=format1.metadata(source))
    if seen.footer is None:
        raise ArchiveTruncated(
            f"{source.name} was not opened: its last 128 bytes, which say where everything is,"
            " are missing or damaged."
        )
    span = seen.footer.metadata
    metadata = parse_metadata(read_metadata(source, span), offset=span.offset)
    return Archive(source=source, format=FORMAT, metadata=metadata, footer=seen.footer)
