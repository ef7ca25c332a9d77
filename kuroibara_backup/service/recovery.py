"""What lies in the library that the database does not know, and how does it get back?"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kuroibara_backup.database.kuroibara.accounts import account_by_login
from kuroibara_backup.database.kuroibara.named import known_ids, named_files
from kuroibara_backup.database.kuroibara.recovery import recovering
from kuroibara_backup.errors import NotFound
from kuroibara_backup.storage.comics import is_picture
from kuroibara_backup.storage.known import MANGA, Known, inner, known
from kuroibara_backup.storage.orphans import CHAPTERS, ORGANIZED, Surveyor
from kuroibara_backup.storage.scan import Library

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from kuroibara_backup.archive import Check
    from kuroibara_backup.database.kuroibara.accounts import Account
    from kuroibara_backup.jobs.runner import Control
    from kuroibara_backup.settings import Settings
    from kuroibara_backup.storage.orphans import OrphanManga

FIRST: Final = 500
"""How many manga, rows and, ten times that, chapters are listed where lists are bounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundChapter:
    number: str
    volume: str | None
    title: str | None
    pages: int
    path: str
    number_guessed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundManga:
    """One folder. `recovered` counts the chapters put back; None when nothing was to be."""

    folder: str
    id: UUID | None
    title: str
    known: bool
    cover: str | None
    chapters: tuple[FoundChapter, ...]
    problems: tuple[str, ...]
    recovered: int | None = None

    @property
    def recoverable(self) -> bool:
        return bool(self.chapters) or (self.cover is not None and not self.known)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneFile:
    """A row whose file is not there."""

    table: str
    id: UUID
    path: str
    manga: str | None
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What is in the library only, and what is in the database only."""

    manga: tuple[FoundManga, ...]
    gone: tuple[GoneFile, ...]
    gone_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What was put back for a user; with `dry_run`, what would be."""

    user: str
    dry_run: bool
    manga: tuple[FoundManga, ...]

    @property
    def done(self) -> tuple[FoundManga, ...]:
        return tuple(one for one in self.manga if one.recovered is not None)

    @property
    def chapters(self) -> int:
        return sum(one.recovered or 0 for one in self.manga)


def survey(settings: Settings, control: Control, now: datetime) -> Survey:
    """Look both ways; changes nothing."""
    control.report("scan")
    with _library(settings, control.check) as library:
        surveyor = _surveyor(library, _known(settings), now, control.check)
        found = []
        for number, orphan in enumerate(surveyor.orphans(), start=1):
            control.report("scan", number)
            found.append(_found(orphan))
        control.warn(*library.warnings)
    control.report("compare")
    gone, count = _gone(settings, control.check)
    return Survey(manga=tuple(found), gone=gone, gone_count=count)


def recover(
    settings: Settings, user: Account, control: Control, now: datetime, *, dry_run: bool
) -> Recovered:
    """Put every orphan back for `user`, each manga wholly or not at all; no file is touched.

    What fails is told and stays an orphan; the others are put back all the same.
    """
    control.report("scan")
    done = []
    with (
        _library(settings, control.check) as library,
        recovering(settings.kuroibara_url, user.id, lambda: _known(settings), dry_run=dry_run) as (
            recovery,
            what_is_known,
        ),
    ):
        surveyor = _surveyor(library, what_is_known, now, control.check)
        for number, orphan in enumerate(surveyor.orphans(), start=1):
            control.check()
            control.report("recover", number)
            found = _found(orphan)
            if orphan.recoverable:
                written = recovery.put_back(orphan, now)
                problems = (*found.problems, *written.why)
                found = replace(found, problems=problems)
                if written.id is not None:
                    found = replace(found, id=written.id, recovered=written.chapters)
            done.append(found)
        control.warn(*library.warnings)
    return Recovered(user=user.username, dry_run=dry_run, manga=tuple(done))


def chosen_user(settings: Settings, name: str) -> Account:
    """Whose library the manga are put in."""
    account = account_by_login(settings.kuroibara_url, name)
    if account is None:
        raise NotFound(
            f"Nothing was recovered: Kuroibara has no user {name!r}.",
            remedy="Check the name, capitals included; an e-mail address will do, too.",
            code="no_such_user",
        )
    return account


def count_orphans(settings: Settings, check: Check) -> int:
    """How many folders below `manga/` hold chapters or covers that no row knows; opens no file."""
    what_is_known = _known(settings)
    with _library(settings, check):
        pass  # refused when there is no library: an absent drive is not an empty one
    count = 0
    with suppress(FileNotFoundError), os.scandir(settings.storage_path / MANGA) as folders:
        for folder in folders:
            check()
            real = folder.is_dir(follow_symlinks=settings.backup_follow_links)
            if real and not what_is_known.knows_folder(folder.name):
                count += _holds_something(folder.path)
    return count


def survey_document(found: Survey, first: int | None = None) -> Mapping[str, object]:
    """As JSON shows it; `first` bounds the lists, never the numbers."""
    return {
        "manga": _manga_documents(found.manga, first),
        "manga_count": len(found.manga),
        "recoverable_count": sum(one.recoverable for one in found.manga),
        "chapters_count": sum(len(one.chapters) for one in found.manga),
        "gone": [
            {
                "table": one.table,
                "id": str(one.id),
                "path": one.path,
                "manga": one.manga,
                "label": one.label,
            }
            for one in found.gone[:first]
        ],
        "gone_count": found.gone_count,
    }


def recovered_document(done: Recovered, first: int | None = None) -> Mapping[str, object]:
    """As JSON shows it; `first` bounds the list, never the numbers."""
    return {
        "user": done.user,
        "dry_run": done.dry_run,
        "manga": _manga_documents(done.manga, first),
        "manga_count": len(done.manga),
        "recovered_count": len(done.done),
        "recovered_chapters": done.chapters,
    }


def _manga_documents(manga: tuple[FoundManga, ...], first: int | None) -> list[dict[str, object]]:
    documents = []
    room = None if first is None else first * 10
    for one in manga[:first]:
        documents.append(_manga_document(one, one.chapters[:room]))
        if room is not None:
            room = max(0, room - len(one.chapters))
    return documents


def _manga_document(one: FoundManga, chapters: tuple[FoundChapter, ...]) -> dict[str, object]:
    return {
        "folder": one.folder,
        "id": None if one.id is None else str(one.id),
        "title": one.title,
        "known": one.known,
        "cover": one.cover,
        "recoverable": one.recoverable,
        "recovered_chapters": one.recovered,
        "chapters_count": len(one.chapters),
        "chapters": [
            {
                "number": chapter.number,
                "number_guessed": chapter.number_guessed,
                "volume": chapter.volume,
                "title": chapter.title,
                "pages": chapter.pages,
                "path": chapter.path,
            }
            for chapter in chapters
        ],
        "problems": list(one.problems),
    }


def _found(orphan: OrphanManga) -> FoundManga:
    return FoundManga(
        folder=orphan.folder,
        id=orphan.id,
        title=orphan.title,
        known=orphan.known,
        cover=orphan.cover,
        chapters=tuple(
            FoundChapter(
                number=one.number,
                volume=one.volume,
                title=one.name,
                pages=one.pages_count,
                path=one.path,
                number_guessed=one.guessed,
            )
            for one in orphan.chapters
        ),
        problems=orphan.problems,
    )


def _known(settings: Settings) -> Known:
    manga, chapters, paths = known_ids(settings.kuroibara_url)
    return known(manga, chapters, paths, storage=settings.storage_path.absolute())


def _library(settings: Settings, check: Check) -> Library:
    return Library(
        settings.storage_path,
        follow_links=settings.backup_follow_links,
        apart_from=[settings.backup_path],
        check=check,
    )


def _surveyor(library: Library, what: Known, now: datetime, check: Check) -> Surveyor:
    return Surveyor(library, what, now=now.timestamp(), check=check)


def _gone(settings: Settings, check: Check) -> tuple[tuple[GoneFile, ...], int]:
    """The first rows whose files are gone, and how many there are."""
    own = str(settings.storage_path.absolute()).rstrip("/")
    first: list[GoneFile] = []
    count = 0
    for one in named_files(settings.kuroibara_url):
        check()
        _root, inside = inner(one.path, own)
        if not _there(settings.storage_path, inside if inside is not None else one.path):
            count += 1
            if len(first) < FIRST:
                path = inside if inside is not None else one.path
                first.append(
                    GoneFile(
                        table=one.table, id=one.id, path=path, manga=one.manga, label=one.label
                    )
                )
    return tuple(first), count


def _there(storage: Path, path: str) -> bool:
    try:
        return os.path.exists(os.path.join(storage, path))
    except ValueError:
        return False


def _holds_something(folder: str) -> bool:
    """The first CBZ, page or cover will do."""
    for below, _folders, names in _walked(folder):
        for name in names:
            if below == folder:
                if name.lower().startswith("cover.") and is_picture(name):
                    return True
            elif name.lower().endswith(".cbz") or is_picture(name):
                return True
    return False


def _walked(folder: str) -> Iterable[tuple[str, list[str], list[str]]]:
    for below, folders, names in os.walk(folder):
        if below == folder:
            folders[:] = [name for name in folders if name in (ORGANIZED, CHAPTERS)]
        yield below, folders, names
