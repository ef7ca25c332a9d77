"""What do the names of folders and files below `organized/` say of a chapter?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER: Final = r"\d{1,6}(?:\.\d{1,4})?"
_VOLUME: Final = re.compile(
    rf"(?:volume|vol\.?|v)\s*(?P<volume>{_NUMBER})", re.IGNORECASE | re.ASCII
)
_CHAPTER: Final = re.compile(
    rf"(?:(?:chapter|chap\.?|ch\.?|c)\s*)?(?P<number>{_NUMBER})(?:\s*[-:](?:\s+(?P<name>.+))?)?",
    re.IGNORECASE | re.ASCII,
)
# As scanlators name files: "Title c012 (v02)", "Title v02 ch. 12".
_WITHIN: Final = re.compile(
    rf"(?:^|[\s(\[_-])(?:chapter|chap\.?|ch\.?|c)\s*(?P<number>{_NUMBER})(?=$|[\s)\]_-])",
    re.IGNORECASE | re.ASCII,
)
_VOLUME_WITHIN: Final = re.compile(
    rf"(?:^|[\s(\[_-])(?:volume|vol\.?|v)\s*(?P<volume>{_NUMBER})(?=$|[\s)\]_-])",
    re.IGNORECASE | re.ASCII,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d|Unknown", re.ASCII)
_UNNAMED: Final = "untitled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What names alone tell; None where they are silent."""

    title: str | None = None
    volume: str | None = None
    number: str | None = None
    name: str | None = None


def read_names(parts: Sequence[str]) -> Named:
    """Read a chapter's place below `organized/`: its folders, then its own name without `.cbz`.

    The first folder is the manga's title, at whatever depth the chapter lies. The innermost part
    that names a volume, number or name wins.
    """
    composed = [unicodedata.normalize("NFC", part).strip() for part in parts]
    title, rest = _title(composed)
    volume = number = name = None
    for part in rest:
        if (match := _VOLUME.fullmatch(part)) is not None:
            volume = plain_number(match["volume"])
        elif (match := _CHAPTER.fullmatch(part)) is not None:
            number, name = plain_number(match["number"]), match["name"]
        else:
            if (match := _WITHIN.search(part)) is not None:
                number = plain_number(match["number"])
            else:
                name = part
            if (match := _VOLUME_WITHIN.search(part)) is not None:
                volume = plain_number(match["volume"])
    if name is not None and name.casefold() == _UNNAMED:
        name = None
    return Named(title=title, volume=volume, number=number, name=name)


def plain_number(text: str) -> str:
    """`007` as `7` and `3.50` as `3.5`: Kuroibara compares numbers as text."""
    whole, dot, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    return (whole.lstrip("0") or "0") + (dot + fraction if fraction else "")


def natural(name: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts page 2 before page 10."""
    runs = re.findall(r"(\d+)|(\D+)", name)
    return tuple((int(digits[:18]), digits) if digits else (-1, other) for digits, other in runs)


def uuid_named(text: str) -> UUID | None:
    """The UUID that this is, written as Kuroibara writes them; None for anything else."""
    try:
        found = UUID(text)
    except ValueError:
        return None
    return found if str(found) == text.lower() else None


def _title(parts: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """One naming preset puts the year above the title."""
    if len(parts) < 2:
        return None, parts
    if len(parts) > 2 and _YEAR.fullmatch(parts[0]) and not _tells_chapter(parts[1]):
        return parts[1], parts[2:]
    return parts[0], parts[1:]


def _tells_chapter(part: str) -> bool:
    return _VOLUME.fullmatch(part) is not None or _CHAPTER.fullmatch(part) is not None
