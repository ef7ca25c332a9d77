"""Backups in memory and on disk for tests: made by the real writer from a tree given as a dict."""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from kuroibara_backup.archive import (
    Entry,
    EntryKind,
    Extracted,
    Level,
    Report,
    extract,
    order,
    plan,
    spool_dump,
    verify,
    write,
)
from kuroibara_backup.archive.footer import Footer, Span, encode_footer
from kuroibara_backup.archive.framing import WHOLE_PIECE, deflated, piece_lengths, stored_chunk
from kuroibara_backup.archive.index import File, Folder, Header, Sql, encode
from kuroibara_backup.archive.layout import Exact, InnerLayout, SqlRange, closing, layout
from kuroibara_backup.archive.source import cut_short
from kuroibara_backup.archive.tail import Index, read_footer, read_metadata
from tests.support.finished import finished

if TYPE_CHECKING:
    from collections.abc import Callable

DUMP = b"""--
-- PostgreSQL database dump
--

\\restrict Zq1

SET standard_conforming_strings = on;
CREATE TABLE public.manga (id integer, title text);

COPY public.manga (id, title) FROM stdin;
1\tOne
2\tTwo
\\.


--
-- PostgreSQL database dump complete
--

\\unrestrict Zq1

"""
METADATA = {
    "backup_name": "kuroibara_backup_20261123_010203",
    "backup_id": "7f1f5b3e-1111-4222-8333-444455556666",
    "created_at": "2026-11-23T01:02:03.456Z",
    "kuroibara_version": "0.7.0",
    "kinds": ["manual"],
    "rows": {"public.manga": 2},
}
Tree = dict[bytes, bytes | None]
"""Contents by path; None is a folder. Folders above a path come by themselves."""


def noise(size: int, seed: int = 0) -> bytes:
    """Bytes that do not compress, the same ones every time."""
    return random.Random(seed).randbytes(size)


def with_folders(tree: Tree) -> Tree:
    whole: Tree = {}
    for path, content in tree.items():
        for at, byte in enumerate(path):
            if byte == ord("/"):
                whole.setdefault(path[:at], None)
        whole[path] = content
    return whole


def entries(tree: Tree) -> list[Entry]:
    whole = with_folders(tree)
    return [
        Entry(path, EntryKind.FOLDER, 0, 1_700_000_000, True)
        if (content := whole[path]) is None
        else Entry(path, EntryKind.FILE, len(content), 1_700_000_001, path.endswith(b".sh"))
        for path in sorted(whole, key=order)
    ]


def opened(tree: Tree) -> Callable[[bytes], int]:
    """Return the `open_file` of a tree: each content as a nameless file."""

    def open_file(path: bytes) -> int:
        content = tree.get(path)
        if content is None:
            raise FileNotFoundError(2, "No such file or directory")
        handle = os.memfd_create("content")
        os.write(handle, content)
        os.lseek(handle, 0, os.SEEK_SET)
        return handle

    return open_file


def make_archive(
    tree: Tree | None,
    dump: bytes = DUMP,
    *,
    listed: list[Entry] | None = None,
    **metadata: object,
) -> bytes:
    """Return a whole format 2 backup; database-only without a tree.

    `listed` replaces the entries of the tree with any others, also such as no scan gives.
    """
    out = io.BytesIO()
    if tree is not None and listed is None:
        listed = entries(tree)
    with TemporaryDirectory() as folder, spool_dump([dump], Path(folder)) as spooled:
        open_file = None if tree is None else opened(tree)
        with plan(
            spooled, None if listed is None else iter(listed), open_file, Path(folder)
        ) as planned:
            steps = write(planned, METADATA | metadata, out)
            for _ in steps:
                pass
    return out.getvalue()


class Bytes:
    """A source in memory."""

    def __init__(self, data: bytes | bytearray, name: str = "test.tar.gz") -> None:
        self.data = data
        self.size = len(data)
        self.name = name
        self.read = 0

    def read_at(self, offset: int, length: int) -> bytes:
        if offset + length > self.size:
            raise cut_short(self.name, self.size, offset + length)
        self.read += length
        return bytes(self.data[offset : offset + length])


def verified(
    data: bytes | bytearray, level: Level = Level.FULL, sha256: str | None = None
) -> Report:
    return finished(verify(Bytes(data), level, sha256=sha256))


def extracted(
    data: bytes | bytearray,
    target: Path,
    patterns: tuple[str, ...] = (),
    **options: Any,
) -> tuple[Extracted, Tree]:
    """Extract and return the result and what now lies in `target`: None for a folder."""
    return finished(extract(Bytes(data), patterns, target, **options)), tree_at(target)


def tree_at(folder: Path) -> Tree:
    root = os.fsencode(folder)
    found: Tree = {}
    for at, folders, files in os.walk(root):
        for name in folders:
            found[os.path.relpath(os.path.join(at, name), root)] = None
        for name in files:
            path = os.path.join(at, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, root)] = file.read()
    return found


def under_storage(tree: Tree) -> Tree:
    """A tree as it lies in a backup."""
    return {b"storage": None} | {
        b"storage/" + path: held for path, held in with_folders(tree).items()
    }


SAMPLE: Tree = {
    b"manga/A/cover.jpg": noise(3_000, 1),
    b"manga/A/chapter 1.cbz": noise(70_000, 2),
    b"manga/A/notes.txt": b"hello\n" * 50,
    b"manga/A/readme.md": b"# title\n" * 10,
    b"manga/empty": b"",
    b"manga/folder": None,
    b"manga/large.json": b'{"a":1}' * 38_000,
    b"run.sh": b"#!/bin/sh\n",
    b"\xff\xfe odd\nname.jpg": noise(700, 3),
    "manga/é \u65e5\u672c.cbz".encode(): noise(512, 4),
}
"""One of each kind of chunk: stored and deflated content, a group, glue."""


def make_claim(entry: Entry) -> bytes:
    """A backup whose index, footer and all, tells of a stored file that is not in it."""
    data = make_archive({b"small.cbz": noise(10)})
    source = Bytes(data)
    footer = read_footer(source)
    index = Index(source, footer.index)
    lines = list(index)
    header = lines[0]
    assert isinstance(header, Header)
    pieces = tuple(bytes(32) for _ in piece_lengths(entry.size)) if entry.size > WHOLE_PIECE else ()
    claimed = File(
        path=entry.path, size=entry.size, mtime=entry.mtime, digest=bytes(32), pieces=pieces
    )
    changed = [replace(header, files=2, bytes=10 + entry.size), *lines[1:-1], claimed, lines[-1]]
    return with_index(data, b"".join(map(encode, changed)))


def with_index(data: bytes, text: bytes) -> bytes:
    """The same backup with another index, its digest in the footer included."""
    source = Bytes(data)
    footer = read_footer(source)
    member = deflated(text)
    header = Index(source, footer.index).header()
    last = closing(header, read_metadata(source, footer.metadata), len(text))
    body = data[: footer.metadata.offset + footer.metadata.length] + last.index_heading
    span = Span(len(body), len(member), digest_of(member))
    return body + member + last.end + encode_footer(Footer(2, footer.metadata, span))


def forge(listed: list[tuple[bytes, bytes | None]], dump: bytes = DUMP, **changed: object) -> bytes:
    """A backup with right digests around whatever is listed, which the writer would refuse."""
    lines = [
        Folder(path, 1)
        if held is None
        else File(path=path, size=len(held), mtime=1, digest=digest_of(held) if held else b"")
        for path, held in listed
    ]
    contents = iter([held for _, held in listed if held])
    inner = InnerLayout(0)
    for line in lines:
        for _ in inner.feed(line):
            pass
    for _ in inner.finish():
        pass
    sql = deflated(dump)
    header = Header(
        time=1,
        database=len(dump),
        storage=inner.length,
        files=sum(isinstance(line, File) for line in lines),
        folders=sum(isinstance(line, Folder) for line in lines),
        bytes=sum(len(held) for _, held in listed if held),
        groups=0,
    )
    whole = [header, Sql(len(dump), len(sql), digest_of(sql)), *lines]
    body = b"".join(
        part.data
        if isinstance(part, Exact)
        else sql
        if isinstance(part, SqlRange)
        else stored_chunk(next(contents))
        for part in layout(whole)
    )
    metadata: dict[str, object] = METADATA | {
        "includes_storage": True,
        "database_size": len(dump),
        "storage_size": inner.length,
    }
    document = json.dumps(metadata | changed).encode()
    text = b"".join(map(encode, whole))
    member = deflated(text)
    last = closing(header, document, len(text))
    described = Span(
        len(body) + len(last.metadata_heading), len(last.metadata), digest_of(last.metadata)
    )
    body += last.metadata_heading + last.metadata + last.index_heading
    span = Span(len(body), len(member), digest_of(member))
    return body + member + last.end + encode_footer(Footer(2, described, span))


def digest_of(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
