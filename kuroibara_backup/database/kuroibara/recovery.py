"""How do recovered manga get into Kuroibara's database?

Kuroibara has two schemas, and upgraded ones in between, so the columns are read from the catalogue.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid4

import psycopg
from psycopg import sql

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.kuroibara.named import Column, columns_of
from kuroibara_backup.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from psycopg import Connection
    from psycopg.rows import TupleRow

    from kuroibara_backup.storage.known import Known
    from kuroibara_backup.storage.orphans import OrphanChapter, OrphanManga

_WRITING: Final = "manga were put back into the database"
_LOCK: Final = 0x6B75726F_6F727068  # ours alone: two recoveries at once would see the same orphans
_NEEDED: Final = ("manga", "chapter", "manga_user_library")
_UNKNOWN: Final = "UNKNOWN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What came of one manga. `why` says what was not put back; all of it when `id` is None."""

    id: UUID | None
    chapters: int
    why: tuple[str, ...] = ()


class Recovery:
    """Puts manga back for one user, each in a transaction of its own. Get one from `recovering`."""

    def __init__(
        self, connection: Connection[TupleRow], user: UUID, known: Known, *, dry_run: bool
    ) -> None:
        self._connection = connection
        self._user = user
        self._known = known
        self._dry_run = dry_run
        self._columns = columns_of(connection)
        self._check_schema()

    def put_back(self, orphan: OrphanManga, at: datetime) -> Written:
        """All of it that the database can hold, or, when anything fails, nothing of this manga."""
        try:
            with self._connection.transaction(force_rollback=self._dry_run):
                return self._write(orphan, at)
        except psycopg.Error as exc:
            if self._connection.broken or self._connection.closed:
                raise
            said = exc.diag.message_primary or type(exc).__name__
            why = f"manga/{orphan.folder} was not recovered: PostgreSQL refused it ({said})."
            return Written(id=None, chapters=0, why=(why,))

    def _write(self, orphan: OrphanManga, at: datetime) -> Written:
        why: list[str] = []
        manga_id = self._manga_id(orphan)
        chapters = [
            chapter for chapter in self._not_there_yet(orphan.chapters) if self._fits(chapter, why)
        ]
        if manga_id is None or (orphan.chapters and not chapters):
            if not why:
                why.append(f"manga/{orphan.folder} was not recovered: its rows came just now.")
            return Written(id=None, chapters=0, why=tuple(why))
        stamp: dict[str, object] = {"created_at": at, "updated_at": at}
        if not orphan.known:
            self._insert("manga", self._manga(orphan, why) | {"id": manga_id} | stamp)
        taken = self._taken("chapter", [one.id for one in chapters if one.id is not None])
        held: list[dict[str, object]] = []
        pages: list[dict[str, object]] = []
        for chapter in chapters:
            free = chapter.id if chapter.id is not None and chapter.id not in taken else None
            chapter_id = free or uuid4()
            row = self._chapter(chapter) | {"manga_id": manga_id, "id": chapter_id}
            held.append(row | stamp)
            for number, path in enumerate(chapter.pages, start=1):
                page = {
                    "chapter_id": chapter_id,
                    "number": number,
                    "file_path": self._known.named_in_database(path),
                    "id": uuid4(),
                }
                pages.append(page | stamp)
        self._insert("chapter", *held)
        if "page" in self._columns:
            self._insert("page", *pages)
        self._shelve(orphan, manga_id, stamp)
        return Written(id=manga_id, chapters=len(chapters), why=tuple(why))

    def _manga_id(self, orphan: OrphanManga) -> UUID | None:
        """The id to write under; None when a new manga's own is taken by now."""
        if orphan.known:
            if orphan.id is not None and self._taken("manga", [orphan.id]):
                return orphan.id
            folder = f"%/manga/{_escaped(orphan.folder)}"
            row = self._connection.execute(
                "SELECT manga_id FROM public.manga_user_library WHERE download_path LIKE %(f)s"
                " UNION SELECT manga_id FROM public.chapter WHERE file_path LIKE %(b)s LIMIT 1",
                {"f": folder, "b": f"{folder}/%"},
            ).fetchone()
            return None if row is None else row[0]
        if orphan.id is None:
            return uuid4()
        if not self._taken("manga", [orphan.id]):
            return orphan.id
        # A folder that bears the id is that manga's; a description in it may be a copy.
        return None if str(orphan.id) == orphan.folder.lower() else uuid4()

    def _manga(self, orphan: OrphanManga, why: list[str]) -> dict[str, object]:
        about = orphan.about
        cover = self._known.named_in_database(orphan.cover) if orphan.cover else None
        if cover is not None and self._too_long("manga", "cover_image", cover):
            why.append(f"The cover of manga/{orphan.folder} was left out: its path is too long.")
            cover = None
        return {
            "title": orphan.title,
            "cover_image": cover,
            "type": self._label("type", about.kind),
            "status": self._label("status", about.status),
            "year": about.year,
            "is_nsfw": False,
            "provider": about.provider,
            "external_id": about.external_id,
        }

    def _chapter(self, chapter: OrphanChapter) -> dict[str, object]:
        return {
            "title": chapter.name,
            "number": chapter.number,
            "volume": chapter.volume,
            "language": chapter.language,
            "pages_count": chapter.pages_count,
            "file_path": self._known.named_in_database(chapter.path),
            "file_size": chapter.size,
            "source": chapter.source or "recovery",
            "download_status": "downloaded",
        }

    def _shelve(self, orphan: OrphanManga, manga_id: UUID, stamp: dict[str, object]) -> None:
        there = self._connection.execute(
            "SELECT 1 FROM public.manga_user_library WHERE user_id = %s AND manga_id = %s",
            (self._user, manga_id),
        ).fetchone()
        if there is not None:
            return
        path: str | None = self._known.named_in_database(f"manga/{orphan.folder}")
        if path is not None and self._too_long("manga_user_library", "download_path", path):
            path = None
        row = {
            "user_id": self._user,
            "manga_id": manga_id,
            "is_favorite": False,
            "is_downloaded": True,
            "download_path": path,
            "id": uuid4(),
        }
        self._insert("manga_user_library", row | stamp)

    def _fits(self, chapter: OrphanChapter, why: list[str]) -> bool:
        paths = [("chapter", chapter.path), *(("page", page) for page in chapter.pages)]
        for table, path in paths:
            if self._too_long(table, "file_path", self._known.named_in_database(path)):
                why.append(
                    f"{chapter.path} was not recovered: its path is longer than the database holds."
                )
                return False
        return True

    def _not_there_yet(self, chapters: Sequence[OrphanChapter]) -> list[OrphanChapter]:
        """Kuroibara may have entered some since the library was looked through."""
        paths = {self._known.named_in_database(one.path): one for one in chapters}
        found = self._connection.execute(
            "SELECT file_path FROM public.chapter WHERE file_path = ANY(%s)", (list(paths),)
        )
        for (path,) in found:
            paths.pop(path, None)
        return list(paths.values())

    def _taken(self, table: str, ids: Collection[UUID]) -> set[UUID]:
        query = sql.SQL("SELECT id FROM public.{} WHERE id = ANY(%s)").format(sql.Identifier(table))
        return {row[0] for row in self._connection.execute(query, (list(ids),))}

    def _insert(self, table: str, *rows: Mapping[str, object]) -> None:
        columns = self._columns[table]
        held = [
            {name: _cut(value, columns[name]) for name, value in row.items() if name in columns}
            for row in rows
        ]
        if held:
            statement = sql.SQL("INSERT INTO public.{} ({}) VALUES ({})").format(
                sql.Identifier(table),
                sql.SQL(", ").join(map(sql.Identifier, held[0])),
                sql.SQL(", ").join(map(sql.Placeholder, held[0])),
            )
            self._connection.cursor().executemany(statement, held)

    def _label(self, column: str, told: str | None) -> str:
        """Descriptions carry the value (`ongoing`), the database the name (`ONGOING`)."""
        labels = self._columns["manga"][column].labels
        return told.upper() if told is not None and told.upper() in labels else _UNKNOWN

    def _too_long(self, table: str, column: str, text: str) -> bool:
        about = self._columns.get(table, {}).get(column)
        return about is not None and about.longest is not None and len(text) > about.longest

    def _check_schema(self) -> None:
        """Refuse a database that wants more than is known; nothing is ever guessed into it."""
        missing = [table for table in _NEEDED if table not in self._columns]
        if missing:
            raise Refused(
                "Nothing was recovered: the database does not look like Kuroibara's.",
                remedy="Check that DB_DATABASE or DATABASE_URL names Kuroibara's own database.",
                code="not_kuroibara",
            )
        unknown = [
            f"{table}.{name}"
            for table, given in _GIVEN.items()
            for name, column in self._columns.get(table, {}).items()
            if column.required and name not in given
        ]
        if unknown:
            raise Refused(
                f"Nothing was recovered: this Kuroibara wants {', '.join(unknown)}, which this"
                " version of the engine does not know.",
                remedy="Use a newer version of the engine.",
                code="unknown_schema",
            )


_STAMP: Final = frozenset(("id", "created_at", "updated_at"))
_GIVEN: Final[Mapping[str, frozenset[str]]] = {
    "manga": _STAMP
    | {"title", "cover_image", "type", "status", "year", "is_nsfw", "provider", "external_id"},
    "chapter": _STAMP
    | {"manga_id", "title", "number", "volume", "language", "pages_count", "file_path"}
    | {"file_size", "source", "download_status"},
    "page": _STAMP | {"chapter_id", "number", "file_path"},
    "manga_user_library": _STAMP
    | {"user_id", "manga_id", "is_favorite", "is_downloaded", "download_path"},
}
"""What each row is given; a column that must be set and is not among these is unknown."""


@contextmanager
def recovering(
    url: str, user: UUID, read_known: Callable[[], Known], *, dry_run: bool
) -> Iterator[tuple[Recovery, Known]]:
    """The one recovery that may run at a time; `read_known` is called once no other can write.

    With `dry_run` each manga is written and taken back, so that what is told is what would be.
    """
    with connected(url, doing=_WRITING, autocommit=True) as connection:
        row = connection.execute("SELECT pg_try_advisory_lock(%s)", (_LOCK,)).fetchone()
        if row is None or not row[0]:
            raise Refused(
                "Nothing was recovered: another recovery is running.",
                remedy="Wait until it is done, and look again.",
                code="already_running",
            )
        known = read_known()
        yield Recovery(connection, user, known, dry_run=dry_run), known


def _cut(value: object, column: Column) -> object:
    """Text as long as the column holds; a size it cannot hold is left open."""
    if isinstance(value, str) and column.longest is not None:
        return value[: column.longest]
    if isinstance(value, int) and column.largest is not None and value > column.largest:
        return None
    return value


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
