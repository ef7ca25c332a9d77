"""Makes the sample library: its files in a folder, its rows in a database."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from kuroibara_backup.database.fill import fill
from kuroibara_backup.demo.files import write_files
from kuroibara_backup.demo.model import Manga, Person, library, people
from kuroibara_backup.demo.rows import tables

if TYPE_CHECKING:
    from uuid import UUID

Check = Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What was made. `rows` counts by table; `people` know their passwords."""

    storage: Path
    people: tuple[Person, ...]
    manga: tuple[Manga, ...]
    files: int
    bytes: int
    rows: Mapping[str, int]

    @property
    def administrator(self) -> Person:
        """The one who may make backups."""
        return next(person for person in self.people if person.is_superuser)


def make_sample(
    url: str,
    storage: Path,
    *,
    manga: int = 40,
    chapters: int = 600,
    seed: int = 1,
    bcrypt_rounds: int = 10,
    check: Check = lambda: None,
) -> Sample:
    """Fill the database at `url`, which must exist and be empty, and the folder `storage`.

    The same numbers and seed give the same files and rows, except for the paths in them.
    """
    shelf = library(manga=manga, chapters=chapters, seed=seed)
    users = people(seed)
    storage.mkdir(parents=True, exist_ok=True)
    write_files(shelf, storage, seed=seed, check=check)
    found = tables(
        users, shelf, storage, _sizes(shelf, storage), seed=seed, bcrypt_rounds=bcrypt_rounds
    )
    rows = fill(url, schema(), found)
    files, total = _measured(storage)
    return Sample(storage=storage, people=users, manga=shelf, files=files, bytes=total, rows=rows)


def schema() -> str:
    """Kuroibara's tables, empty, as SQL."""
    return (resources.files("kuroibara_backup.demo") / "schema.sql").read_text(encoding="utf-8")


def _sizes(shelf: Sequence[Manga], storage: Path) -> dict[UUID, int]:
    return {
        chapter.id: _measured(storage / manga.path(chapter))[1]
        for manga in shelf
        for chapter in manga.chapters
    }


def _measured(path: Path) -> tuple[int, int]:
    """Number and bytes of the files at or below `path`."""
    if path.is_file():
        return 1, path.stat().st_size
    found = [Path(parent, name) for parent, _folders, names in os.walk(path) for name in names]
    return len(found), sum(file.stat().st_size for file in found)
