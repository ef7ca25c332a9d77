"""The values whose bytes the golden files hold."""

from __future__ import annotations

from hashlib import sha256

from kuroibara_backup.archive.footer import Footer, Span
from kuroibara_backup.archive.framing import CUT_PIECE
from kuroibara_backup.archive.index import File, Folder, Group, Header, Line, Sql
from kuroibara_backup.archive.layout import Exact, InnerLayout


def digest(text: str) -> bytes:
    return sha256(text.encode()).digest()


FOOTER = Footer(
    2,
    Span(1_073_800_000, 733, digest("metadata")),
    Span(1_073_801_245, 48_211, digest("index")),
)

LINES: list[Line] = [
    Header(time=1_795_395_723, database=60, storage=9_000, files=7, folders=1, bytes=9, groups=1),
    Sql(60, 70, digest("sql")),
    Folder(b"Yotsuba&!", 1_700_000_000),
    File(path=b"Yotsuba&!/1.cbz", size=9, mtime=1_700_000_001, digest=digest("1")),
    File(path=b"empty", size=0, mtime=-1, executable=True),
    Group(2, 3072, 300, digest("group")),
    File(path="よつばと.json".encode(), size=700, mtime=0, digest=digest("2"), cut=True),
    File(path=b'quote"\n\x7f\\', size=1, mtime=0, digest=digest("3")),
    File(
        path=b"\xff\xfe.txt",
        size=3_000_000,
        mtime=8_589_934_592,
        digest=digest("4"),
        lengths=(4_000,),
        member_digests=(digest("4z"),),
    ),
    File(
        path=b"volume.cbz",
        size=2 * CUT_PIECE,
        mtime=1,
        digest=digest("5"),
        pieces=(digest("5a"), digest("5b")),
        bad=True,
    ),
]

GLUED: list[File | Folder] = [
    Folder(b"One", 1_700_000_000),
    File(path=b"One/plain", size=0, mtime=1_700_000_001),
    File(path=b"One/run.sh", size=0, mtime=-5, executable=True),
    File(path="One/e\u0301 \u732b".encode(), size=0, mtime=9_999_999_999),
    File(path=b"One/\xff\xfe", size=0, mtime=0),
    File(path=b"s" * 100 + b"/" + b"t" * 90, size=0, mtime=0),
    File(path=b"u" * 255, size=0, mtime=0),
    Folder(b"v" * 91, 0),
    Folder(b"w" * 92, 0),
]


def glue() -> bytes:
    """The only chunk of a library that holds nothing but folders and empty files."""
    inner = InnerLayout(0)
    ranges = [laid for line in GLUED for laid in inner.feed(line)]
    ranges += inner.finish()
    (only,) = ranges
    assert isinstance(only, Exact)
    return only.data
