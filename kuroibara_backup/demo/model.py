"""The made-up library before anything of it is written: people, manga, chapters."""

from __future__ import annotations

import base64
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import PurePosixPath
from random import Random
from typing import Final
from uuid import UUID

from kuroibara_backup.demo import words

MANGA: Final = 40
CHAPTERS: Final = 600
FIRST_DAY: Final = datetime(2026, 1, 5, 18, 30, tzinfo=UTC)
_FORBIDDEN: Final = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_"))


class Shape(Enum):
    """The ways in which Kuroibara keeps a chapter."""

    ORGANIZED = "a CBZ made by its converter, below organized/"
    LOOSE = "pages in a folder below chapters/"
    BESIDE = "pages in a folder, and a CBZ made of them beside it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who can sign in at the demo server."""

    id: UUID
    username: str
    email: str
    full_name: str
    password: str
    is_superuser: bool = False
    totp_secret: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    id: UUID
    number: str
    volume: str
    name: str | None
    pages: int
    shape: Shape
    keeps_original: bool
    added: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Manga:
    id: UUID
    title: str
    readable: str
    author: str
    genres: tuple[str, ...]
    status: str
    kind: str
    year: int
    chapters: tuple[Chapter, ...]
    added: datetime

    @property
    def folder(self) -> PurePosixPath:
        """Relative to the library's root."""
        return PurePosixPath("manga", str(self.id))

    def cbz(self, chapter: Chapter) -> PurePosixPath:
        name = f"{chapter.number} - {file_name(chapter.name or 'Untitled')}"
        volume = f"Volume {chapter.volume}"
        return self.folder / "organized" / file_name(self.title) / volume / name / f"{name}.cbz"

    def page_folder(self, chapter: Chapter) -> PurePosixPath:
        return self.folder / "chapters" / str(chapter.id)

    def path(self, chapter: Chapter) -> PurePosixPath:
        """Where Kuroibara's database says the chapter is: a file or a folder."""
        organized = chapter.shape is Shape.ORGANIZED
        return self.cbz(chapter) if organized else self.page_folder(chapter)

    def original(self, chapter: Chapter) -> PurePosixPath:
        return self.folder / "raw" / f"{file_name(self.readable)} c{chapter.number}.zip"


def people(seed: int = 1) -> tuple[Person, ...]:
    """Three accounts: mika may back up, anna has a second factor, ren is an ordinary reader."""
    rng = Random(f"people {seed}")  # noqa: S311  # the same for the same seed
    secret = base64.b32encode(rng.randbytes(20)).decode()
    return (
        _person(rng, "mika", "Mika Sato", is_superuser=True),
        _person(rng, "anna", "Anna Lindqvist", totp_secret=secret),
        _person(rng, "ren", "Ren Okafor"),
    )


def library(*, manga: int, chapters: int, seed: int = 1) -> tuple[Manga, ...]:
    """The manga with their chapters; every manga has at least one."""
    rng = Random(f"library {seed}")  # noqa: S311  # likewise
    titles = list(words.TITLES[:manga])
    while len(titles) < manga:
        number = len(titles)
        title = f"{rng.choice(words.FIRST)} {rng.choice(words.SECOND)}"
        titles.append(f"{title} {number}" if title in titles else title)
    counts = [1] * manga
    for _chapter in range(chapters - manga):
        counts[min(int(rng.random() ** 1.5 * manga), manga - 1)] += 1
    return tuple(_manga(rng, title, count) for title, count in zip(titles, counts, strict=True))


def file_name(text: str) -> str:
    """A name as Kuroibara makes it of a title: decomposed, without what systems forbid."""
    name = unicodedata.normalize("NFKD", text).translate(_FORBIDDEN).strip(" .")
    while "__" in name:
        name = name.replace("__", "_")
    return name[:200] or "Unknown"


def new_id(rng: Random) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)


def _person(
    rng: Random,
    name: str,
    full_name: str,
    *,
    is_superuser: bool = False,
    totp_secret: str | None = None,
) -> Person:
    return Person(
        id=new_id(rng),
        username=name,
        email=f"{name}@example.org",
        full_name=full_name,
        password=f"{name}-demo-password",
        is_superuser=is_superuser,
        totp_secret=totp_secret,
    )


def _manga(rng: Random, title: str, count: int) -> Manga:
    added = FIRST_DAY + timedelta(minutes=rng.randrange(300_000))
    chapters = []
    for index in range(count):
        number = str(index + 1) if index % 11 != 10 else f"{index}.5"
        chapters.append(
            Chapter(
                id=new_id(rng),
                number=number,
                volume=str(index // 8 + 1),
                name=rng.choice(words.CHAPTERS) if rng.random() < 0.85 else None,
                pages=rng.randrange(3, 8),
                shape=rng.choices(tuple(Shape), (7, 2, 1))[0],
                keeps_original=rng.random() < 0.05,
                added=added + timedelta(days=index, minutes=rng.randrange(600)),
            )
        )
    return Manga(
        id=new_id(rng),
        title=title,
        readable=words.READABLE.get(title, title),
        author=rng.choice(words.AUTHORS),
        genres=tuple(rng.sample(words.GENRES, 3)),
        status=rng.choice(("ONGOING", "COMPLETED", "HIATUS")),
        kind=rng.choices(("MANGA", "MANHWA", "COMIC"), (8, 1, 1))[0],
        year=rng.randrange(2009, 2027),
        chapters=tuple(chapters),
        added=added,
    )
