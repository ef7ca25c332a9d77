"""Which manga and chapters lie in the library without the database knowing them?"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.entries import Check, Entry, EntryKind, never_stop
from kuroibara_backup.storage.comics import (
    COMIC_INFO,
    METADATA,
    MOST_TEXT,
    About,
    Unreadable,
    is_picture,
    read_comic,
    read_comic_info,
    read_metadata,
)
from kuroibara_backup.storage.known import MANGA, Known
from kuroibara_backup.storage.naming import Named, natural, read_names, uuid_named
from kuroibara_backup.storage.scan import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from kuroibara_backup.storage.scan import Library

ORGANIZED: Final = "organized"
CHAPTERS: Final = "chapters"
SETTLING: Final = 60.0
"""Seconds for which a changed file is left alone: Kuroibara may be writing it."""

_CBZ: Final = ".cbz"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrphanChapter:
    """A chapter on disk. `path` is a CBZ, or the folder of its `pages`.

    `guessed` says that nothing tells its number: then it stands for the order of arrival.
    """

    path: str
    number: str
    volume: str | None
    name: str | None
    pages_count: int
    size: int
    pages: tuple[str, ...] = ()
    id: UUID | None = None
    language: str = "en"
    source: str | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrphanManga:
    """A folder below `manga/` with what of it the database does not know.

    `known` says that the manga itself is in the database, and only chapters are not.
    """

    folder: str
    id: UUID | None
    known: bool
    title: str
    cover: str | None
    chapters: tuple[OrphanChapter, ...]
    about: About = field(default_factory=About)
    problems: tuple[str, ...] = ()

    @property
    def recoverable(self) -> bool:
        return bool(self.chapters) or (self.cover is not None and not self.known)


@dataclass(slots=True)
class _Found:
    """One chapter before it has a number."""

    path: str
    age: int
    size: int
    pages: list[str]
    pages_count: int = 0
    about: About | None = None
    named: Named = field(default_factory=Named)
    own_id: UUID | None = None


class Surveyor:
    """Looks through one open library; changes nothing, follows what the library follows.

    What changed around `now` (seconds since 1970) is left for the next time.
    """

    def __init__(
        self, library: Library, known: Known, *, now: float, check: Check = never_stop
    ) -> None:
        self._library = library
        self._known = known
        self._now = now
        self._check = check
        self._problems: list[str] = []

    def orphans(self) -> Iterator[OrphanManga]:
        """Every folder with something unknown, also those from which nothing can be recovered."""
        prefix = MANGA.encode() + b"/"
        inside = (one for one in self._library.entries() if one.path.startswith(prefix))
        for folder, entries in groupby(inside, key=lambda one: one.path.split(b"/")[1]):
            found = self._look(folder, entries)
            if found is not None:
                yield found

    def _look(self, folder: bytes, entries: Iterable[Entry]) -> OrphanManga | None:
        self._problems = []
        try:
            name = folder.decode()
        except UnicodeDecodeError:
            for _entry in entries:
                self._check()
            text = shown(folder)
            problem = f"{MANGA}/{text} was not recovered: its name is not UTF-8."
            return OrphanManga(
                folder=text, id=None, known=False, title=text, cover=None, chapters=(),
                problems=(problem,),
            )  # fmt: skip
        known = self._known.knows_folder(name)
        cover, found, any_file = self._chapters(name, entries)
        chapters = _once([one for one in found if self._examined(one)])
        about = _agreed(chapters)
        if known and not chapters and not self._problems:
            return None
        if not (known or chapters or cover or self._problems):
            if not any_file:
                return None  # nobody misses an empty folder
            self._problems.append(
                f"{MANGA}/{name} was not recovered: there is no chapter and no cover in it."
            )
        return OrphanManga(
            folder=name,
            id=uuid_named(name) or (None if known else about.manga_id),
            known=known,
            title=about.manga_title or _title(chapters) or f"Recovered manga {name[:8]}",
            cover=cover,
            chapters=tuple(_numbered(chapters, self._known.chapters)),
            about=about,
            problems=tuple(self._problems),
        )

    def _chapters(
        self, folder: str, entries: Iterable[Entry]
    ) -> tuple[str | None, list[_Found], bool]:
        """The cover, what may be chapters (CBZ files, folders of pictures), any file at all."""
        top = f"{MANGA}/{folder}"
        any_file = False
        cover = None
        files: dict[str, Entry] = {}
        folders: dict[str, list[tuple[str, Entry]]] = {}
        for entry in entries:
            self._check()
            if entry.kind is not EntryKind.FILE:
                continue
            any_file = True
            try:
                path = entry.path.decode()
            except UnicodeDecodeError:
                self._skip(entry.path, "its name is not UTF-8")
                continue
            parent, _slash, base = path.rpartition("/")
            below = parent[len(top) + 1 :].split("/")
            if parent == top and base.lower().startswith("cover.") and is_picture(base):
                cover = cover or path
            elif below[0] not in (ORGANIZED, CHAPTERS):
                continue  # originals that Kuroibara put aside, and what is not its own
            elif base.lower().endswith(_CBZ) and not base.startswith("."):
                files[path] = entry
            elif len(below) > 1 and (is_picture(base) or base in (METADATA, COMIC_INFO)):
                folders.setdefault(parent, []).append((base, entry))
        loose = [
            self._loose(path, inside)
            for path, inside in folders.items()
            if any(is_picture(name) for name, _ in inside)
        ]
        beside = {f"{one.path}{_CBZ}" for one in loose}  # made of the folder of that name
        comics = [
            _Found(path=path, age=entry.mtime, size=entry.size, pages=[])
            for path, entry in files.items()
            if path not in beside
        ]
        found = [one for one in (*comics, *loose) if not self._is_known(top, one)]
        for one in found:
            _read_path(one, top)
        return cover, found, any_file

    def _loose(self, path: str, inside: list[tuple[str, Entry]]) -> _Found:
        pages = [(name, entry) for name, entry in inside if is_picture(name)]
        pages.sort(key=lambda one: natural(one[0]))
        return _Found(
            path=path,
            age=max(entry.mtime for _, entry in inside),
            size=sum(entry.size for _, entry in pages),
            pages=[f"{path}/{name}" for name, _ in pages],
            pages_count=len(pages),
            about=self._described([entry.path for name, entry in inside if not is_picture(name)]),
        )

    def _is_known(self, top: str, one: _Found) -> bool:
        if self._known.knows_path(one.path):
            return True
        stem = one.path.removeprefix(f"{top}/{CHAPTERS}/")
        found = uuid_named(stem.removesuffix(_CBZ))
        return found is not None and found in self._known.chapters

    def _examined(self, one: _Found) -> bool:
        """Complete what is known of it; False, with the reason noted, where it cannot be used."""
        if abs(self._now - one.age) < SETTLING:
            return self._skip(one.path.encode(), "it changed just now, and may be being written")
        if one.pages:
            return True
        self._check()
        try:
            comic = read_comic(self._library.open_file(one.path.encode()))
        except OSError:
            return self._skip(one.path.encode(), "it cannot be opened")
        except Unreadable as exc:
            return self._skip(one.path.encode(), str(exc))
        if not comic.pages:
            return self._skip(one.path.encode(), "there is no page in it")
        if comic.problem is not None:
            self._problems.append(f"{shown(one.path.encode())}: {comic.problem}.")
        one.about, one.pages_count = comic.about, comic.pages
        return True

    def _described(self, paths: list[bytes]) -> About | None:
        """The description that lies among loose pages; Kuroibara's own comes first."""
        for path in sorted(paths, key=lambda one: not one.endswith(METADATA.encode())):
            try:
                with open(self._library.open_file(path), "rb") as file:
                    data = file.read(MOST_TEXT + 1)
            except OSError:
                continue
            if len(data) > MOST_TEXT:
                continue
            read = read_metadata if path.endswith(METADATA.encode()) else read_comic_info
            if (about := read(data)) is not None:
                return about
        return None

    def _skip(self, path: bytes, why: str) -> bool:
        self._problems.append(f"{shown(path)} was not recovered: {why}.")
        return False


def _read_path(one: _Found, top: str) -> None:
    parts = one.path[len(top) + 1 :].split("/")
    if not one.pages:
        parts[-1] = parts[-1][: -len(_CBZ)]
    if parts[0] == ORGANIZED:
        one.named = read_names(parts[1:])
    else:
        one.own_id = uuid_named(parts[-1])
        if one.own_id is None:
            one.named = read_names(parts[1:])


def _agreed(chapters: list[_Found]) -> About:
    """What most descriptions say of the manga; of two that are as frequent, the first one."""
    told = [one.about for one in chapters if one.about is not None and one.about.manga_title]
    titles = [about.manga_title for about in told]
    return max(told, key=lambda about: titles.count(about.manga_title), default=About())


def _title(chapters: list[_Found]) -> str | None:
    titles = [one.named.title for one in chapters if one.named.title]
    return max(titles, key=titles.count, default=None)


def _once(chapters: list[_Found]) -> list[_Found]:
    """Without the pages of which the organized CBZ was made, which bears their id."""
    organized = {one.about.chapter_id for one in chapters if one.about and not one.own_id}
    return [one for one in chapters if one.own_id is None or one.own_id not in organized]


def _numbered(chapters: list[_Found], known: frozenset[UUID]) -> Iterator[OrphanChapter]:
    """By description first, by name second; what has neither comes in the order of its age."""
    taken = {number for one in chapters if (number := _number(one)) is not None}
    ids = set(known)
    following = 0
    for one in sorted(chapters, key=lambda one: (one.age, natural(one.path))):
        about = one.about or About()
        number = _number(one)
        guessed = number is None and one.named.name is None
        if number is None and guessed:
            following += 1
            while str(following) in taken:
                following += 1
            number = str(following)
        # The folder that bears the id comes before a file that only claims it.
        chapter_id = one.own_id or about.chapter_id
        if chapter_id in ids:
            chapter_id = None
        elif chapter_id is not None:
            ids.add(chapter_id)
        yield OrphanChapter(
            path=one.path,
            number=number or "0",  # as Kuroibara has it for what is named but not numbered
            volume=about.volume or (None if about.complete else one.named.volume),
            name=about.name or (None if about.complete else one.named.name),
            pages_count=one.pages_count,
            size=one.size,
            pages=tuple(one.pages),
            id=chapter_id,
            language=about.language or "en",
            source=about.source,
            guessed=guessed,
        )


def _number(one: _Found) -> str | None:
    return (one.about.number if one.about is not None else None) or one.named.number
