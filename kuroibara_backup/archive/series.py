"""Which series does a backup hold files of? Their folders, with the titles of its database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.copied import NULL, CopiedRows, plain
from kuroibara_backup.archive.dump import DumpReader
from kuroibara_backup.archive.entries import Check, EntryKind, never_stop
from kuroibara_backup.archive.reading import open_archive
from kuroibara_backup.archive.sql import dump_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kuroibara_backup.archive.source import Source

_TABLE: Final = "public.manga"
_FOLDER: Final = re.compile(rb"manga/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")
_EVERY: Final = 5_000  # entries between two looks whether it is still wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """`id` is the name of its folder, which is also that of its row; `title` is its id without one.

    The title is as the dump has it: whoever shows it sees to what cannot be seen.
    """

    id: str
    title: str
    files: int
    bytes: int


def held_series(source: Source, *, check: Check = never_stop) -> tuple[Series, ...]:
    """Read them off the index and the dump, sorted by title; `check` raises to stop it.

    Of format 1, which has no index, the whole file is unpacked. Raises `ArchiveCorrupt`.
    """
    counts: dict[str, tuple[int, int]] = {}
    for number, entry in enumerate(open_archive(source).entries()):
        if number % _EVERY == 0:
            check()
        found = _FOLDER.match(entry.path)
        if found is None or entry.kind is EntryKind.FOLDER:
            continue
        name = found[1].decode("ascii")
        files, size = counts.get(name, (0, 0))
        counts[name] = files + 1, size + entry.size
    titles: dict[str, str] = {}

    def take(row: Mapping[str, str]) -> None:
        if row.get("id") in counts and row.get("title", NULL) not in {"", NULL}:
            titles[row["id"]] = plain(row["title"])

    if counts:
        reader = DumpReader(CopiedRows(_TABLE, take))
        for chunk in dump_text(source, check=check):
            reader.feed(chunk)
    series = (
        Series(id=name, title=titles.get(name, name), files=files, bytes=size)
        for name, (files, size) in counts.items()
    )
    return tuple(sorted(series, key=lambda one: (one.title.casefold(), one.id)))
