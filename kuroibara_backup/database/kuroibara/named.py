"""What does the database know of the library's files?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from psycopg import sql

from kuroibara_backup.database.connection import connected

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from psycopg import Connection
    from psycopg.rows import TupleRow

_READING: Final = "the library was compared with the database"

_PATHS: Final = (
    ("chapter", "file_path"),
    ("manga", "cover_image"),
    ("manga_user_library", "download_path"),
    ("chapter_metadata", "organized_path"),
    ("chapter_metadata", "cbz_path"),
)
"""Where the paths stand that make a file a known one; a page is known by its chapter's folder."""

_GONE: Final = (
    ("manga", "cover_image", "title"),
    ("chapter", "file_path", "number"),
    ("page", "file_path", "number"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    required: bool
    longest: int | None
    labels: tuple[str, ...]
    largest: int | None


Columns = dict[str, dict[str, Column]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedFile:
    """A row that names a file."""

    table: str
    id: UUID
    path: str
    manga: str | None
    label: str


def known_ids(url: str) -> tuple[set[UUID], set[UUID], list[str]]:
    """Every manga, every chapter, and every path that makes a file a known one."""
    with connected(url, doing=_READING) as connection:
        columns = columns_of(connection)
        manga = {row[0] for row in connection.execute("SELECT id FROM public.manga")}
        chapters = {row[0] for row in connection.execute("SELECT id FROM public.chapter")}
        paths = [
            str(row[0])
            for table, column in _PATHS
            if column in columns.get(table, {})
            for row in connection.execute(
                sql.SQL(
                    "SELECT {column} FROM public.{table} WHERE {column} <> ''"
                    " AND {column} !~* '^https?://'"
                ).format(column=sql.Identifier(column), table=sql.Identifier(table))
            )
        ]
    return manga, chapters, paths


def named_files(url: str) -> Iterator[NamedFile]:
    """Every row that names a file of the library, streamed."""
    with connected(url, doing=_READING) as connection:
        columns = columns_of(connection)
        for table, column, label in _GONE:
            if column not in columns.get(table, {}):
                continue
            query = sql.SQL(
                "SELECT t.id, t.{column}, {manga}, t.{label}::text FROM public.{table} t {join}"
                " WHERE t.{column} <> '' AND t.{column} !~* '^https?://'"
                " AND t.{column} NOT LIKE '/covers/%' ORDER BY 3, 4, 2"
            ).format(
                column=sql.Identifier(column),
                table=sql.Identifier(table),
                label=sql.Identifier(label),
                manga=sql.SQL("NULL" if table == "manga" else "m.title"),
                join=sql.SQL(_JOINS[table]),
            )
            with connection.cursor(name=f"named_{table}") as cursor:
                cursor.itersize = 5000
                for row in cursor.execute(query):
                    yield NamedFile(table=table, id=row[0], path=row[1], manga=row[2], label=row[3])


_JOINS: Final = {
    "manga": "",
    "chapter": "LEFT JOIN public.manga m ON m.id = t.manga_id",
    "page": "LEFT JOIN public.chapter c ON c.id = t.chapter_id"
    " LEFT JOIN public.manga m ON m.id = c.manga_id",
}


def columns_of(connection: Connection[TupleRow]) -> Columns:
    """What the tables look like that recovery reads or writes."""
    found = connection.execute(
        "SELECT c.relname, a.attname, a.attnotnull AND NOT a.atthasdef AND a.attidentity = '',"
        " CASE WHEN t.typname = 'varchar' AND a.atttypmod > 4 THEN a.atttypmod - 4 END, t.typname,"
        " ARRAY(SELECT enumlabel::text FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid)"
        " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid"
        " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
        " JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
        " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attnum > 0"
        " AND NOT a.attisdropped"
    )
    tables: Columns = {}
    for table, name, required, longest, kind, labels in found:
        tables.setdefault(table, {})[name] = Column(
            required=required,
            longest=longest,
            labels=tuple(labels),
            largest=2**31 - 1 if kind == "int4" else None,
        )
    return tables
