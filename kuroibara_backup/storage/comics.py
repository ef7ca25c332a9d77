"""What does a CBZ say of itself? It may come from anywhere, so nothing in it is trusted.

Only its directory and two small descriptions are read, each within limits; nothing is unpacked,
and no XML that declares anything is read.
"""

from __future__ import annotations

import json
import os
import re
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from io import BufferedIOBase
from typing import IO, TYPE_CHECKING, Final, cast
from xml.parsers import expat

from kuroibara_backup.storage.naming import plain_number, uuid_named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

PICTURES: Final = frozenset((".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".bmp"))
METADATA: Final = "metadata.json"
COMIC_INFO: Final = "ComicInfo.xml"
MOST_TEXT: Final = 1 << 20
_MOST_READ: Final = 4 << 20  # of one CBZ: some 40,000 entries
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others expand without bounds
_ENCRYPTED: Final = 1
_NUMBER: Final = re.compile(r"\d{1,6}(?:\.\d{1,4})?", re.ASCII)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")
_COMIC_FIELDS: Final = frozenset(("Title", "Series", "Number", "Volume", "Year", "LanguageISO"))


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a description says of a chapter and of the manga it belongs to.

    `complete` ones were written by Kuroibara itself: where they are silent, there is nothing.
    """

    complete: bool = False
    manga_title: str | None = None
    manga_id: UUID | None = None
    year: int | None = None
    status: str | None = None
    kind: str | None = None
    provider: str | None = None
    external_id: str | None = None
    chapter_id: UUID | None = None
    number: str | None = None
    volume: str | None = None
    name: str | None = None
    language: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comic:
    """One CBZ: how many pictures, and its description where it has one that can be read."""

    pages: int
    about: About | None
    problem: str | None = None


class Unreadable(Exception):
    """Completes "… was not recovered: "."""


def read_comic(handle: int) -> Comic:
    """Look into an open CBZ; `Unreadable` says why that cannot be done. Closes `handle`."""
    with os.fdopen(handle, "rb") as file:
        bounded = cast("IO[bytes]", _Bounded(file, _MOST_READ))
        try:
            with zipfile.ZipFile(bounded) as archive:
                return _read(archive)
        except _TooMuch:
            raise Unreadable("its directory is larger than any chapter's") from None
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, struct.error) as exc:
            raise Unreadable("it is no ZIP file that can be read") from exc
        except (NotImplementedError, RuntimeError, OverflowError) as exc:
            raise Unreadable("it uses something that no chapter needs") from exc


def read_metadata(data: bytes) -> About | None:
    """What Kuroibara's converter writes; None when it is nothing of that kind."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    manga, chapter = _mapping(found.get("manga")), _mapping(found.get("chapter"))
    return About(
        complete=True,
        manga_title=clean(manga.get("title")),
        manga_id=_uuid(manga.get("id")),
        year=_year(manga.get("year")),
        status=clean(manga.get("status")),
        kind=clean(manga.get("type")),
        provider=clean(manga.get("provider")),
        external_id=clean(manga.get("external_id")),
        chapter_id=_uuid(chapter.get("id")),
        number=clean(chapter.get("number")),
        volume=clean(chapter.get("volume")),
        name=clean(chapter.get("title")),
        language=_language(chapter.get("language")),
        source=clean(chapter.get("source")),
    )


def read_comic_info(data: bytes) -> About | None:
    """What comic managers write; None when it is not that, or declares entities or a type."""
    try:
        found = _ComicInfo().read(data)
    except (expat.ExpatError, _Declares, ValueError, LookupError):
        return None
    if found is None:
        return None
    number, volume = found.get("Number"), found.get("Volume")
    return About(
        manga_title=clean(found.get("Series")),
        year=_year(found.get("Year")),
        number=plain_number(number) if number and _NUMBER.fullmatch(number) else clean(number),
        volume=clean(volume) if volume != "-1" else None,
        name=clean(found.get("Title")),
        language=_language(found.get("LanguageISO")),
    )


def is_picture(name: str) -> bool:
    """Whether this is a page; what macOS leaves beside pages is none."""
    base = name.rpartition("/")[2]
    ends = os.path.splitext(base)[1].lower()
    return ends in PICTURES and not base.startswith(".") and "__MACOSX/" not in name


def clean(value: object) -> str | None:
    """Text as a database can hold it: one line, composed, not empty; numbers count as text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).encode("utf-8", "replace").decode()
    text = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", text))
    return " ".join(text.split()) or None


def _read(archive: zipfile.ZipFile) -> Comic:
    entries = archive.infolist()
    pages = sum(is_picture(one.filename) for one in entries)  # folders end in a slash
    problem = None
    for name, read in ((METADATA, read_metadata), (COMIC_INFO, read_comic_info)):
        # The last of two of one name counts, as for anybody who unpacks.
        entry = next((one for one in reversed(entries) if one.filename == name), None)
        if entry is None:
            continue
        data = _text(archive, entry)
        about = read(data) if data is not None else None
        if about is not None:
            return Comic(pages=pages, about=about)
        problem = f"its {name} could not be used"
    return Comic(pages=pages, about=None, problem=problem)


def _text(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    if entry.compress_type not in _METHODS or entry.flag_bits & _ENCRYPTED:
        return None
    try:
        with archive.open(entry) as file:
            data = file.read(MOST_TEXT + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return None
    return data if len(data) <= MOST_TEXT else None


class _TooMuch(Exception):
    pass


class _Bounded(BufferedIOBase):
    """A file of which only so much is read, whatever it says about its own sizes."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self._file = file
        self._left = most

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def read(self, size: int | None = -1) -> bytes:
        asked = self._left + 1 if size is None or size < 0 else size
        if asked > self._left:
            # Asking for more than there is costs nothing: the end of a file is searched that way.
            here = self._file.tell()
            asked = self._file.seek(0, os.SEEK_END) - here
            self._file.seek(here)
            if asked > self._left:
                raise _TooMuch
        data = self._file.read(asked)
        self._left -= len(data)
        return data


class _Declares(Exception):
    pass


class _ComicInfo:
    """The direct children of a `ComicInfo` element, as text."""

    def __init__(self) -> None:
        self._depth = 0
        self._field: str | None = None
        self._found: dict[str, str] = {}
        self._root: str | None = None

    def read(self, data: bytes) -> Mapping[str, str] | None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._declared
        parser.EntityDeclHandler = self._declared
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(data, True)  # expat takes it by place only
        return self._found if self._root == "ComicInfo" else None

    def _declared(self, *_: object) -> None:
        raise _Declares

    def _start(self, name: str, _attributes: object) -> None:
        self._depth += 1
        if self._depth == 1:
            self._root = name
        self._field = name if self._depth == 2 and name in _COMIC_FIELDS else None

    def _end(self, _name: str) -> None:
        self._depth -= 1
        self._field = None

    def _text(self, text: str) -> None:
        if self._field is not None:
            self._found[self._field] = (self._found.get(self._field, "") + text).strip()


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _uuid(value: object) -> UUID | None:
    return uuid_named(value) if isinstance(value, str) else None


def _year(value: object) -> int | None:
    text = clean(value)
    return int(text) if text is not None and re.fullmatch(r"[12]\d{3}", text, re.ASCII) else None


def _language(value: object) -> str | None:
    text = clean(value)
    return text if text is not None and _LANGUAGE.fullmatch(text) else None
