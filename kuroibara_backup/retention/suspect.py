"""Does a new backup hold much less than it should?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROWS = {
    "public.users": "users",
    "public.manga": "manga",
    "public.chapter": "chapters",
    "public.reading_progress": "reading progress entries",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a backup holds. None: it does not say, or holds no library.

    `missing` counts the files of the library that its database names and it lacks.
    """

    files: int | None = None
    bytes: int | None = None
    rows: Mapping[str, int] = field(default_factory=dict)
    missing: int = 0


def judge_suspect(new: Counts, newest_verified: Counts | None) -> tuple[str, ...]:
    """Say, in sentences, what makes the backup suspect; nothing when it is not.

    That is an empty library whose database names files, or under 80 % of the files, bytes, users,
    manga, chapters or reading progress of the newest verified backup of the same contents.
    """
    return (*_unmounted(new), *(_shrunk(new, newest_verified) if newest_verified else ()))


def _unmounted(new: Counts) -> Iterator[str]:
    if new.files == 0 and new.missing:
        yield (
            "The library folder is empty, but the database names"
            f" {new.missing:,} files in it. Is its drive mounted?"
        )


def _shrunk(new: Counts, before: Counts) -> Iterator[str]:
    pairs = [
        ("files in the library", new.files, before.files),
        ("bytes in the library", new.bytes, before.bytes),
        *((word, new.rows.get(table), before.rows.get(table)) for table, word in ROWS.items()),
    ]
    for word, now, then in pairs:
        if now is not None and then is not None and now * 5 < then * 4:
            yield (
                f"There are {now:,} {word}; the newest verified backup has {then:,}."
                " Has something been lost?"
            )
