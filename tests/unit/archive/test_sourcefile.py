from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.archive.sourcefile import Mishap, Mishaps, OpenFile, SourceFile, Warned

if TYPE_CHECKING:
    from pathlib import Path


def opener(tmp_path: Path) -> OpenFile:
    return lambda path: os.open(os.fsencode(tmp_path) + b"/" + path, os.O_RDONLY)


def slots(*sizes: int) -> list[memoryview]:
    return [memoryview(bytearray(b"?" * size)) for size in sizes]


def test_bytes_land_in_the_slots_in_order(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(bytes(range(250)))
    places = slots(1, 9, 200, 40)
    with SourceFile(b"f", 250, opener(tmp_path)) as source:
        source.fill(places[:2])
        source.fill(places[2:])
        source.finish()
    assert b"".join(places) == bytes(range(250))
    assert source.warned is None


def test_more_slots_than_one_call_takes(tmp_path: Path) -> None:
    data = os.urandom(5000)
    (tmp_path / "f").write_bytes(data)
    places = slots(*[2] * 2500)
    with SourceFile(b"f", 5000, opener(tmp_path)) as source:
        source.fill(places)
    assert b"".join(places) == data


def test_a_read_that_gives_less_is_gone_on_with() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"abc")
    places = slots(2, 5, 1)

    def feed(_: bytes) -> int:
        return reading

    with SourceFile(b"f", 8, feed) as source:
        os.write(writing, b"de")
        os.close(writing)
        source.fill(places)
    assert b"".join(places) == b"abcde\0\0\0"
    assert source.lost


def test_what_a_shorter_file_lacks_is_zeros(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"abcde")
    places = slots(3, 4, 2)
    with SourceFile(b"f", 9, opener(tmp_path)) as source:
        source.fill(places)
        source.finish()
    assert b"".join(places) == b"abcde\0\0\0\0"
    assert source.lost
    assert source.warned == Warned(b"f", Mishap.SHRANK)


def test_a_vanished_file_is_zeros(tmp_path: Path) -> None:
    with SourceFile(b"f", 9, opener(tmp_path)) as source:
        assert source.read(9) == bytes(9)
        source.finish()
    assert source.lost
    assert source.warned
    assert source.warned.sentence == (
        "'f' could not be read (No such file or directory); its place is filled with zeros."
    )


def test_a_folder_in_the_place_of_a_file_is_zeros(tmp_path: Path) -> None:
    (tmp_path / "f").mkdir()
    with SourceFile(b"f", 3, opener(tmp_path)) as source:
        assert source.read(3) == bytes(3)
    assert source.lost


def test_a_longer_file_is_cut(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"abcde")
    with SourceFile(b"f", 3, opener(tmp_path)) as source:
        assert source.read(3) == b"abc"
        source.finish()
    assert (source.lost, source.cut) == (False, True)


def test_descriptor_is_closed(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"abcde")
    opened = []

    def noted(path: bytes) -> int:
        opened.append(os.open(os.fsencode(tmp_path) + b"/" + path, os.O_RDONLY))
        return opened[0]

    with SourceFile(b"f", 5, noted):
        pass
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(opened[0])


def test_only_the_first_hundred_mishaps_are_named() -> None:
    mishaps = Mishaps()
    mishaps.note(None)
    for number in range(1_250):
        mishaps.note(Warned(b"%d" % number, Mishap.GREW))
    sentences = mishaps.sentences()
    assert len(sentences) == 101
    assert sentences[-1] == "1,150 more files changed or could not be read."


def test_names_are_shown_as_far_as_they_can_be() -> None:
    warned = Warned("猫\n".encode() + b"\xff", Mishap.GREW)
    assert warned.sentence.startswith("'猫\\n\\\\xff' grew")
