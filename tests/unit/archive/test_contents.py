from __future__ import annotations

import hashlib
import random
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from kuroibara_backup.archive.contents import Contents
from kuroibara_backup.archive.framing import CUT_PIECE
from kuroibara_backup.archive.index import File, Folder, encode

if TYPE_CHECKING:
    from pathlib import Path

CHANCE = random.Random(7)
TITLES = [
    "Frieren - Beyond Journey's End",
    "Yotsuba&!",
    "\u3088\u3064\u3070\u3068",
    "The Apothecary Diaries",
    "Delicious in Dungeon",
]


def chapters(count: int) -> list[File]:
    """Files named, sized and dated as libraries have them."""
    return [
        File(
            path=f"{TITLES[n * 5 // count]}/Chapter {n // 20:03}/page_{n % 20:03}.jpg".encode(),
            size=CHANCE.randrange(200_000, 900_000),
            mtime=1_700_000_000 + n // 20 * 86_400 + CHANCE.randrange(3_600),
        )
        for n in range(count)
    ]


def test_lines_get_the_digests_of_what_passed(tmp_path: Path) -> None:
    contents = Contents(tmp_path)
    one, many = File(path=b"one", size=5, mtime=0), File(path=b"many", size=2 * CUT_PIECE, mtime=0)
    contents.line(Folder(b"folder", 1))
    contents.only_piece([memoryview(b"he"), memoryview(b"llo")])
    contents.file_ends(one, bad=False, cut=True)
    contents.one_piece_of_many([memoryview(b"first")])
    contents.piece_ends()
    contents.one_piece_of_many([memoryview(b"second")])
    contents.piece_ends()
    contents.file_ends(many, bad=True, cut=False)
    size, length, digest = contents.finish()
    contents.index.seek(0)
    member = contents.index.read()
    contents.close()

    def sha256(data: bytes) -> bytes:
        return hashlib.sha256(data).digest()

    pieces = (sha256(b"first"), sha256(b"second"))
    index = b"".join(
        [
            encode(Folder(b"folder", 1)),
            encode(replace(one, digest=sha256(b"hello"), cut=True)),
            encode(replace(many, digest=sha256(b"firstsecond"), pieces=pieces, bad=True)),
        ]
    )
    assert zlib.decompress(member, 31) == index
    assert (size, length, digest) == (len(index), len(member), sha256(member))


def index_length(files: list[File], folder: Path) -> int:
    contents = Contents(folder)
    for file in files:
        contents.line(file)
    _, length, _ = contents.finish()
    contents.close()
    return length


def test_index_takes_64_bytes_a_file_at_most(tmp_path: Path) -> None:
    files = [replace(file, digest=CHANCE.randbytes(32)) for file in chapters(20_000)]
    assert index_length(files, tmp_path) <= 64 * len(files)


def test_index_takes_45_bytes_a_further_piece_at_most(tmp_path: Path) -> None:
    files = [replace(file, digest=CHANCE.randbytes(32)) for file in chapters(2_000)]
    pieces = tuple(CHANCE.randbytes(32) for _ in range(10))
    cut = [replace(file, pieces=pieces) for file in files]
    further = index_length(cut, tmp_path) - index_length(files, tmp_path)
    assert further <= 45 * 9 * len(files)
