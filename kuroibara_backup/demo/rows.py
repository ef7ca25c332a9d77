"""What Kuroibara's database says of the made-up library: rows for all of its tables.

Nearly every default is in Kuroibara's program, so each row names every column that must be set.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Final

import bcrypt

from kuroibara_backup.demo import words
from kuroibara_backup.demo.model import FIRST_DAY, Chapter, Manga, Person, Shape, new_id
from kuroibara_backup.demo.pictures import HEIGHT, WIDTH
from kuroibara_backup.demo.row import Row, Tables, stamped
from kuroibara_backup.demo.service_rows import service_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from uuid import UUID


_MANGA_FORMAT: Final = "{Manga Title}/Volume {Volume}/{Chapter Number} - {Chapter Name}"
_CHAPTER_FORMAT: Final = "{Chapter Number} - {Chapter Name}"


def tables(
    people: Sequence[Person],
    library: Sequence[Manga],
    storage: Path,
    sizes: Mapping[UUID, int],
    *,
    seed: int = 1,
    bcrypt_rounds: int = 10,
) -> Tables:
    """Rows by table, in an order in which every key that is named is there already.

    `sizes` are the bytes of each chapter on disk.
    """
    rng = Random(f"rows {seed}")  # noqa: S311  # the same for the same seed
    yield "users", [_user(rng, person, bcrypt_rounds) for person in people]
    yield "manga", [_manga(manga, storage) for manga in library]
    chapters = [(manga, chapter) for manga in library for chapter in manga.chapters]
    yield "chapter", [_chapter(m, c, storage, sizes[c.id]) for m, c in chapters]
    yield "page", [page for m, c in chapters for page in _pages(rng, m, c, storage)]
    yield from _names(rng, library)
    yield from _shelves(rng, people, library, storage)
    yield from _reading(rng, people, library)
    yield "manga_metadata", [_manga_metadata(rng, people[0], manga) for manga in library]
    yield (
        "chapter_metadata",
        [_chapter_metadata(rng, people[0], m, c, storage) for m, c in chapters],
    )
    yield from service_tables(rng, people, library, storage)


def _user(rng: Random, person: Person, rounds: int) -> Row:
    letters = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    salt = f"$2b${rounds:02}$" + "".join(rng.choices(letters, k=21)) + "."
    return {
        "username": person.username,
        "email": person.email,
        "hashed_password": bcrypt.hashpw(person.password.encode(), salt.encode()).decode(),
        "full_name": person.full_name,
        "is_active": True,
        "is_superuser": person.is_superuser,
        "two_fa_secret": person.totp_secret,
        "two_fa_enabled": person.totp_secret is not None,
        "avatar": None,
        "bio": "Reads on the train.",
        "anilist_username": None,
        "myanimelist_username": None,
        "provider_check_interval": 60,
        "theme": "dark",
        "nsfw_blur": True,
        "download_quality": "high",
        "download_path": "/app/storage",
        "naming_format_manga": _MANGA_FORMAT,
        "naming_format_chapter": _CHAPTER_FORMAT,
        "preferred_structure_pattern": "volume",
        "auto_organize_imports": True,
        "create_cbz_files": True,
        "preserve_original_files": False,
        "chapter_auto_refresh_interval": 300,
        "chapter_check_on_tab_focus": True,
        "chapter_show_update_notifications": True,
        "chapter_enable_manual_refresh": True,
        "storage_type": "local",
        "max_upload_size": "100MB",
        "id": person.id,
        "created_at": FIRST_DAY,
        "updated_at": FIRST_DAY + timedelta(days=30, microseconds=123456),
    }


def _manga(manga: Manga, storage: Path) -> Row:
    return {
        "title": manga.title,
        "alternative_titles": {"en": [manga.readable]},
        "description": f"{manga.readable}: a made-up story\nwith \\ and \t in its description.",
        "cover_image": str(storage / manga.folder / "cover.jpg"),
        "type": manga.kind,
        "status": manga.status,
        "year": manga.year,
        "is_nsfw": False,
        "provider": None,
        "external_id": None,
        "external_url": None,
        "external_ids": None,
        "id": manga.id,
        "created_at": manga.added,
        "updated_at": manga.added,
    }


def _chapter(manga: Manga, chapter: Chapter, storage: Path, size: int) -> Row:
    return {
        "manga_id": manga.id,
        "title": chapter.name,
        "number": chapter.number,
        "volume": chapter.volume,
        "language": "en",
        "pages_count": chapter.pages,
        "file_path": str(storage / manga.path(chapter)),
        "file_size": size,
        "source": "import" if chapter.shape is Shape.ORGANIZED else "download",
        "publish_at": chapter.added.replace(tzinfo=None),
        "readable_at": None,
        "download_status": "downloaded",
        "download_error": None,
        "external_id": None,
        "provider_external_ids": {"paper-index": chapter.number},
        "fallback_providers": None,
        "id": chapter.id,
        "created_at": chapter.added,
        "updated_at": chapter.added,
    }


def _pages(rng: Random, manga: Manga, chapter: Chapter, storage: Path) -> Iterator[Row]:
    if chapter.shape is Shape.ORGANIZED:
        return
    for number in range(1, chapter.pages + 1):
        yield {
            "chapter_id": chapter.id,
            "number": number,
            "file_path": str(storage / manga.page_folder(chapter) / f"{number:04}.png"),
            "width": WIDTH,
            "height": HEIGHT,
            **stamped(rng, chapter.added),
        }


def _names(rng: Random, library: Sequence[Manga]) -> Tables:
    genres = {name: new_id(rng) for name in words.GENRES}
    authors = {name: new_id(rng) for name in words.AUTHORS}
    times: Row = {"created_at": FIRST_DAY, "updated_at": FIRST_DAY}
    yield (
        "genre",
        [{"name": name, "description": None, **times, "id": key} for name, key in genres.items()],
    )
    yield (
        "author",
        [
            {
                "name": name,
                "alternative_names": [name.upper()],
                "biography": None,
                **times,
                "id": key,
            }
            for name, key in authors.items()
        ],
    )
    yield (
        "manga_genre",
        [
            {"manga_id": manga.id, "genre_id": genres[name]}
            for manga in library
            for name in manga.genres
        ],
    )
    yield (
        "manga_author",
        [{"manga_id": manga.id, "author_id": authors[manga.author]} for manga in library],
    )


def _shelves(
    rng: Random, people: Sequence[Person], library: Sequence[Manga], storage: Path
) -> Tables:
    categories: list[Row] = [
        {
            "name": name,
            "description": None,
            "color": color,
            "icon": None,
            "is_default": owner is None,
            "user_id": owner,
            **stamped(rng),
        }
        for owner, named in (
            (None, words.CATEGORIES),
            (people[0].id, (("For the train", "#607d8b"),)),
        )
        for name, color in named
    ]
    yield "category", categories
    shelves: list[Row] = [
        {
            "user_id": person.id,
            "manga_id": manga.id,
            "custom_title": None,
            "custom_cover": None,
            "notes": "Lent by a friend.\nGive it back!" if rng.random() < 0.1 else None,
            "is_favorite": rng.random() < 0.2,
            "rating": round(rng.uniform(5, 10), 1),
            "is_downloaded": True,
            "download_path": str(storage / manga.folder),
            **stamped(rng, manga.added),
        }
        for number, person in enumerate(people)
        for manga in library[:: number + 1]
    ]
    yield "manga_user_library", shelves
    yield (
        "manga_user_library_category",
        [
            {"manga_user_library_id": shelf["id"], "category_id": rng.choice(categories)["id"]}
            for shelf in shelves
        ],
    )
    lists: list[Row] = [
        {
            "name": f"{person.full_name}'s weekend",
            "description": None,
            "is_public": person.is_superuser,
            "user_id": person.id,
            **stamped(rng),
        }
        for person in people
    ]
    yield "reading_list", lists
    yield (
        "reading_list_manga",
        [
            {"reading_list_id": one["id"], "manga_id": manga.id}
            for one in lists
            for manga in rng.sample(list(library), min(5, len(library)))
        ],
    )


def _reading(rng: Random, people: Sequence[Person], library: Sequence[Manga]) -> Tables:
    progress: list[Row] = []
    bookmarks: list[Row] = []
    for person in people:
        for manga in library:
            for chapter in manga.chapters[: rng.randrange(len(manga.chapters) + 1)]:
                page = rng.randrange(1, chapter.pages + 1)
                read = chapter.added + timedelta(days=rng.randrange(1, 60))
                where: Row = {
                    "user_id": person.id, "manga_id": manga.id, "chapter_id": chapter.id,
                    "page": page,
                }  # fmt: skip
                done: Row = {"is_completed": page == chapter.pages}
                progress.append({**where, **done, **stamped(rng, read)})
                if rng.random() < 0.05:
                    named: Row = {"name": "Look again", "notes": "The third panel"}
                    bookmarks.append({**where, **named, **stamped(rng, read)})
    yield "reading_progress", progress
    yield "bookmark", bookmarks


def _manga_metadata(rng: Random, person: Person, manga: Manga) -> Row:
    return {
        "manga_id": manga.id,
        "user_id": person.id,
        "display_name": manga.readable,
        "custom_cover_url": None,
        "custom_description": None,
        "is_organized": True,
        "organization_format": _MANGA_FORMAT,
        "last_organized_at": manga.added.replace(tzinfo=None),
        "last_read_at": None,
        "reading_status": "reading",
        "custom_metadata": {"shelf": "left", "half-read": True, "marks": [1, 2.5, None]},
        **stamped(rng, manga.added),
    }


def _chapter_metadata(
    rng: Random, person: Person, manga: Manga, chapter: Chapter, storage: Path
) -> Row:
    organized = chapter.shape is Shape.ORGANIZED
    folder = manga.page_folder(chapter)
    beside = folder.with_name(f"{folder.name}.cbz") if chapter.shape is Shape.BESIDE else None
    cbz = manga.cbz(chapter) if organized else beside
    original = manga.original(chapter) if chapter.keeps_original else None
    page = rng.randrange(chapter.pages + 1)
    return {
        "chapter_id": chapter.id,
        "user_id": person.id,
        "display_name": chapter.name,
        "custom_cover_url": None,
        "is_organized": organized,
        "organized_path": str(storage / manga.cbz(chapter)) if organized else None,
        "original_path": None if original is None else str(storage / original),
        "cbz_path": None if cbz is None else str(storage / cbz),
        "current_page": page,
        "total_pages": chapter.pages,
        "reading_progress": 100 * page // chapter.pages,
        "last_read_at": None,
        "is_completed": page == chapter.pages,
        "custom_metadata": None,
        **stamped(rng, chapter.added),
    }
