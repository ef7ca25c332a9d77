"""A CBZ from anywhere is looked into without being believed, unpacked or waited for."""

from __future__ import annotations

import io
import json
import os
import struct
import tempfile
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.storage.comics import (
    About,
    Comic,
    Unreadable,
    clean,
    is_picture,
    read_comic,
    read_comic_info,
    read_metadata,
)
from tests.support.comics import cbz, comic_info

if TYPE_CHECKING:
    from pathlib import Path

LAUGHS = b"""<?xml version="1.0"?>
<!DOCTYPE ComicInfo [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<ComicInfo><Series>&b;</Series></ComicInfo>"""
OUTSIDE = b"""<!DOCTYPE ComicInfo [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<ComicInfo><Series>&a;</Series></ComicInfo>"""


def look(data: bytes, folder: Path) -> Comic:
    path = folder / "x.cbz"
    path.write_bytes(data)
    return read_comic(os.open(path, os.O_RDONLY))


def test_kuroibaras_own_description_wins(tmp_path: Path) -> None:
    told = {
        "manga": {"title": "T", "id": "12345678-1234-4234-8234-123456789abc", "year": 2020,
                  "status": "ongoing", "type": "manga", "provider": None, "external_id": 17},
        "chapter": {"title": None, "number": "3.5", "volume": None, "language": "en",
                    "id": "not an id", "pages_count": 999, "source": "import"},
    }  # fmt: skip
    data = cbz(
        2,
        ("ComicInfo.xml", comic_info(Series="Other")),
        ("metadata.json", json.dumps(told).encode()),
    )
    found = look(data, tmp_path)
    assert found.pages == 2
    assert found.about == About(
        complete=True,
        manga_title="T",
        manga_id=UUID("12345678-1234-4234-8234-123456789abc"),
        year=2020,
        status="ongoing",
        kind="manga",
        external_id="17",
        number="3.5",
        language="en",
        source="import",
    )


def test_comic_info_is_read_with_its_entities() -> None:
    found = read_comic_info(comic_info(Series="A & B", Number="004", Volume="-1", Year="20x0"))
    assert found == About(manga_title="A & B", number="4")


def test_only_direct_children_count() -> None:
    text = b"<ComicInfo><Pages><Series>no</Series></Pages><Series>yes</Series></ComicInfo>"
    found = read_comic_info(text)
    assert found is not None
    assert found.manga_title == "yes"


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE, b"<ComicInfo>", b"<other/>", b"", b"\xff\xfe<"])
def test_xml_that_declares_or_is_broken_is_not_read(text: bytes) -> None:
    assert read_comic_info(text) is None


@pytest.mark.parametrize(
    "text",
    [b"[" * 100_000, b"[]", b"null", b"{", b'{"manga": ' + b"9" * 5000 + b"}", b"\xff"],
)
def test_json_that_is_something_else_is_not_read(text: bytes) -> None:
    assert read_metadata(text) is None


def test_fields_of_the_wrong_kind_count_as_silent() -> None:
    found = read_metadata(b'{"manga": [], "chapter": {"number": {}, "title": true, "volume": 2}}')
    assert found == About(complete=True, volume="2")


def test_text_is_made_fit_for_a_database() -> None:
    assert clean("a\0b\n c\ud800") == "a b c?"
    assert clean("  ") is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x05\x06" + bytes(18),
        b"no zip at all" * 100,
        cbz(3)[:-10],
        cbz(3)[:40],
    ],
)
def test_what_is_no_chapter_is_refused_or_empty(data: bytes, tmp_path: Path) -> None:
    with suppress(Unreadable):
        assert look(data, tmp_path).pages == 0


def test_a_directory_without_end_is_refused_before_it_fills_memory(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(100_000):
            archive.writestr(zipfile.ZipInfo(f"{number}.jpg"), b"")
    with pytest.raises(Unreadable, match="larger than any chapter"):
        look(out.getvalue(), tmp_path)


def test_a_directory_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    data = bytearray(cbz(3))
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<I", 0xFFFFFFF0)
    with pytest.raises(Unreadable):
        look(bytes(data), tmp_path)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_description_that_expands_is_left_unread(method: int, tmp_path: Path) -> None:
    found = look(cbz(2, ("metadata.json", b" " * (3 << 20)), method=method), tmp_path)
    assert found == Comic(pages=2, about=None, problem="its metadata.json could not be used")


def test_a_damaged_description_leaves_the_pages(tmp_path: Path) -> None:
    data = bytearray(cbz(2, ("metadata.json", b'{"manga": {"title": "T"}}')))
    data[data.index(b'{"manga"')] ^= 1
    found = look(bytes(data), tmp_path)
    assert (found.pages, found.about) == (2, None)


def test_an_unusable_description_gives_way_to_the_other(tmp_path: Path) -> None:
    data = cbz(1, ("metadata.json", b"{"), ("ComicInfo.xml", comic_info(Series="S")))
    assert look(data, tmp_path) == Comic(pages=1, about=About(manga_title="S"))


def test_names_that_climb_out_are_only_ever_names(tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*"))
    look(cbz(1, ("../../climbed.jpg", b"x"), ("/abs.jpg", b"x")), tmp_path)
    assert set(tmp_path.rglob("*")) - before == {tmp_path / "x.cbz"}


def test_what_macos_leaves_is_no_page() -> None:
    names = ["a/1.JPG", "__MACOSX/1.jpg", "a/._1.jpg", "1.txt", "1.webp"]
    assert [is_picture(one) for one in names] == [True, False, False, False, True]


@given(st.binary(max_size=400), st.integers(min_value=0))
def test_whatever_bytes_come_end_in_an_answer(noise: bytes, where: int) -> None:
    data = bytearray(cbz(2, ("metadata.json", b"{}"), method=zipfile.ZIP_DEFLATED))
    at = where % len(data)
    data[at : at + len(noise)] = noise
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.flush()
        handle = os.dup(file.fileno())
    with suppress(Unreadable):
        assert read_comic(handle).pages <= 3


@given(st.binary(max_size=300))
def test_whatever_description_comes_ends_in_an_answer(noise: bytes) -> None:
    for read in (read_metadata, read_comic_info):
        for text in (noise, b"<ComicInfo><Title>" + noise + b"</Title></ComicInfo>"):
            found = read(text)
            assert found is None or isinstance(found, About)
