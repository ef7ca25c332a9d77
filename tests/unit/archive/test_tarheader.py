from __future__ import annotations

import io
import os
import subprocess
import tarfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.archive.tarheader import (
    BLOCK,
    END_OF_TAR,
    LATEST_TIME,
    file_header,
    folder_header,
    padding,
)

if TYPE_CHECKING:
    from pathlib import Path

PARTS = st.binary(min_size=1, max_size=120).filter(lambda part: not {0, 47} & set(part))
NAMES = st.lists(PARTS, min_size=1, max_size=4).map(b"/".join)


def read_back(header: bytes) -> tarfile.TarInfo:
    with tarfile.open(fileobj=io.BytesIO(header + END_OF_TAR), mode="r:") as tar:
        member = tar.next()
    assert member is not None
    assert member.offset_data == len(header)
    return member


@given(NAMES, st.integers(0, 1 << 40), st.integers(-10, 1 << 40), st.booleans())
def test_python_reads_every_header_as_it_was_meant(
    name: bytes, size: int, mtime: int, executable: bool
) -> None:
    header = file_header(name, size, mtime, executable=executable)
    member = read_back(header)
    assert len(header) % BLOCK == 0
    assert member.name.encode("utf-8", "surrogateescape") == name
    assert member.size == size
    assert member.mtime == min(max(mtime, 0), LATEST_TIME)
    assert member.mode == (0o755 if executable else 0o644)
    assert member.isreg()


@given(NAMES)
def test_python_reads_every_folder(name: bytes) -> None:
    member = read_back(folder_header(name, 7))
    assert member.name.encode("utf-8", "surrogateescape") == name
    assert (member.isdir(), member.mode, member.uid, member.uname) == (True, 0o755, 0, "")


@pytest.mark.parametrize(
    ("name", "blocks"),
    [
        (b"n" * 100, 1),
        (b"n" * 101, 3),
        (b"p" * 155 + b"/" + b"n" * 100, 1),
        (b"p" * 156 + b"/" + b"n" * 100, 3),
        (b"p" * 155 + b"/" + b"n" * 101, 3),
        (b"p/" * 78 + b"n" * 99, 1),
        (b"n" * 511, 3),
        (b"n" * 512, 4),
    ],
)
def test_only_names_that_fit_no_header_need_more(name: bytes, blocks: int) -> None:
    assert len(file_header(name, 0, 0)) == blocks * BLOCK


@pytest.mark.parametrize(("size", "blocks"), [((8 << 30) - 1, 1), (8 << 30, 3)])
def test_only_sizes_from_8_gib_on_need_more(size: int, blocks: int) -> None:
    assert len(file_header(b"n", size, 0)) == blocks * BLOCK


@pytest.mark.parametrize(("size", "zeros"), [(0, 0), (1, 511), (511, 1), (512, 0), (513, 511)])
def test_contents_are_padded_to_whole_blocks(size: int, zeros: int) -> None:
    assert padding(size) == zeros


ODD_NAMES = [b"sp ace", b"\xff\xfe", "e\u0301".encode(), "\u00e9".encode(), b"n" * 255]
ODD_NAMES += [b"p" * 155 + b"/" + b"n" * 100, b"q" * 100 + b"/" + "\u732b".encode() * 85]


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
@pytest.mark.parametrize("tool", ["tar -xf", "bsdtar -xf", "busybox tar -xf", "7z x -y -bd"])
def test_plain_tools_give_every_name_back_byte_for_byte(
    tool: str, locale: str, tmp_path: Path
) -> None:
    tar = tmp_path / "odd.tar"
    bodies = [file_header(name, 1, 0) + b"x" + bytes(511) for name in ODD_NAMES]
    tar.write_bytes(b"".join(bodies) + END_OF_TAR)
    out = tmp_path / "out"
    out.mkdir()
    command = [*tool.split(), str(tar)]
    done = subprocess.run(
        command, cwd=out, env=os.environ | {"LC_ALL": locale}, capture_output=True, check=True
    )
    assert not done.stderr
    found = [os.fsencode(path.relative_to(out)) for path in out.rglob("*") if path.is_file()]
    assert sorted(found) == sorted(ODD_NAMES)


@pytest.mark.parametrize("tool", ["tar -tvf", "bsdtar -tvf", "busybox tar -tvf", "7z l"])
def test_plain_tools_find_their_way_past_8_gib(tool: str, tmp_path: Path) -> None:
    size = (8 << 30) + 5
    with (tmp_path / "large.tar").open("wb") as tar:
        for name in (b"short", b"l" * 200):
            tar.write(file_header(name, size, 0))
            tar.seek(size + padding(size), 1)
        tar.write(file_header(b"after", 0, 0) + END_OF_TAR)
    command = [*tool.split(), str(tmp_path / "large.tar")]
    listed = subprocess.run(command, capture_output=True, check=True).stdout
    assert listed.count(b"%d" % size) >= 2
    assert listed.index(b"short") < listed.index(b"l" * 200) < listed.index(b"after")
