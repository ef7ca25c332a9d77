"""Taking a tar apart: what the real tools write is read, what does not fit is refused."""

from __future__ import annotations

import io
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.archive.tarheader import END_OF_TAR, file_header, folder_header, padding
from kuroibara_backup.archive.untar import Kind, Untar
from kuroibara_backup.errors import ArchiveCorrupt, ArchiveTruncated

LONG = "folder/" * 30 + "ü" * 120 + ".cbz"


def read(data: bytes, piece: int = 1 << 18) -> list[tuple[bytes, Kind, bytes]]:
    stream = io.BytesIO(data)
    untar = Untar(lambda size: stream.read(min(size, piece)), "the tar")
    found = []
    for entry in untar:
        content = b""
        while more := untar.read(1000):
            content += more
        found.append((entry.name, entry.kind, content))
    return found


def made(format_: int) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=format_) as tar:
        for name, content in (("a.txt", b"a" * 700), (LONG, b"b"), ("empty", b"")):
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(content), 7
            tar.addfile(info, io.BytesIO(content))
        folder = tarfile.TarInfo("folder")
        folder.type = tarfile.DIRTYPE
        tar.addfile(folder)
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "x" * 300
        tar.addfile(link)
    return out.getvalue()


EXPECTED = [
    (b"a.txt", Kind.FILE, b"a" * 700),
    (LONG.encode(), Kind.FILE, b"b"),
    (b"empty", Kind.FILE, b""),
    (b"folder", Kind.FOLDER, b""),
    (b"link", Kind.LINK, b""),
]


@pytest.mark.parametrize("format_", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
@pytest.mark.parametrize("piece", [1, 13, 512, 1 << 18])
def test_tars_of_others_are_read_however_they_stream(format_: int, piece: int) -> None:
    assert read(made(format_), piece) == EXPECTED


def test_our_own_headers_are_read() -> None:
    name = b"\xff" * 200 + b"/" + b"n" * 150
    data = folder_header(b"storage", 3) + file_header(name, 5, 9) + b"12345"
    data += bytes(padding(5)) + END_OF_TAR
    assert read(data) == [(b"storage", Kind.FOLDER, b""), (name, Kind.FILE, b"12345")]


def test_a_size_of_many_gigabytes_is_read() -> None:
    data = file_header(b"huge", 10 << 30, 0)
    stream = io.BytesIO(data)
    assert next(iter(Untar(stream.read, ""))).size == 10 << 30


@pytest.mark.parametrize("format_", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_a_cut_tar_is_truncated(format_: int) -> None:
    whole = made(format_).rstrip(b"\0")
    for end in range(0, len(whole), 97):
        with pytest.raises(ArchiveTruncated):
            read(whole[:end])


def test_bytes_behind_the_end_are_damage() -> None:
    with pytest.raises(ArchiveCorrupt):
        read(made(tarfile.PAX_FORMAT) + b"x")


def test_one_zero_block_is_damage() -> None:
    data = file_header(b"a", 0, 0)
    with pytest.raises(ArchiveCorrupt):
        read(data + bytes(512) + data + END_OF_TAR)


def test_a_sparse_file_is_nothing_we_take_for_a_file() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        info = tarfile.TarInfo("sparse")
        info.pax_headers = {"GNU.sparse.major": "1"}
        tar.addfile(info)
    assert read(out.getvalue()) == [(b"sparse", Kind.OTHER, b"")]


@pytest.mark.parametrize("record", [b"7 size=", b"11 size=-1\n", b"9999 path=x\n", b"x path=1\n"])
def test_senseless_extension_headers_are_damage(record: bytes) -> None:
    out = io.BytesIO()
    info = tarfile.TarInfo("PaxHeader")
    info.type, info.size = tarfile.XHDTYPE, len(record)
    out.write(info.tobuf(tarfile.USTAR_FORMAT) + record + bytes(padding(len(record))))
    out.write(file_header(b"a", 0, 0) + END_OF_TAR)
    with pytest.raises(ArchiveCorrupt):
        read(out.getvalue())


@given(st.binary(max_size=1600), st.integers(0, 1599), st.integers(0, 255))
def test_no_bytes_do_more_than_raise(noise: bytes, at: int, byte: int) -> None:
    changed = bytearray(made(tarfile.PAX_FORMAT))
    changed[at] = byte
    for data in (noise, bytes(changed)):
        try:
            read(data)
        except (ArchiveCorrupt, ArchiveTruncated):
            continue
