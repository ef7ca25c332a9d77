"""Writes the files of the made-up library where and as Kuroibara keeps them."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable, Sequence
from random import Random
from typing import TYPE_CHECKING, Final

from kuroibara_backup.demo.model import Chapter, Manga, Shape
from kuroibara_backup.demo.pictures import HEIGHT, WIDTH, Artist, colours

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path, PurePosixPath

Check = Callable[[], None]

_ARTISTS: Final = 8


def write_files(
    library: Sequence[Manga], storage: Path, *, seed: int = 1, check: Check = lambda: None
) -> None:
    """Write every cover, CBZ, page and original below `storage`, each with its own time."""
    artists: dict[int, Artist] = {}
    for number, manga in enumerate(library):
        who = number % _ARTISTS
        if who not in artists:
            artists[who] = Artist(Random(f"artist {seed} {who}"))  # noqa: S311  # the same for the same seed
        rng = Random(f"manga {seed} {manga.id}")  # noqa: S311  # likewise
        palette = colours(rng)
        cover = artists[who].cover(rng, palette, manga.readable, manga.author)
        # Kuroibara calls a cover cover.jpg, whatever it is.
        _put(storage / manga.folder / "cover.jpg", cover, manga.added)
        for chapter in manga.chapters:
            check()
            caption = f"{manga.readable} ch. {chapter.number}"
            pages = [
                artists[who].page(rng, palette, caption, page + 1) for page in range(chapter.pages)
            ]
            _write_chapter(storage, manga, chapter, pages)


def _write_chapter(storage: Path, manga: Manga, chapter: Chapter, pages: Sequence[bytes]) -> None:
    def put(path: PurePosixPath, content: bytes) -> None:
        _put(storage / path, content, chapter.added)

    names = [f"{number:04}.png" for number in range(1, len(pages) + 1)]
    if chapter.shape is Shape.ORGANIZED:
        put(manga.cbz(chapter), _converted(manga, chapter, names, pages))
    else:
        folder = manga.page_folder(chapter)
        for name, page in zip(names, pages, strict=True):
            put(folder / name, page)
        if chapter.shape is Shape.BESIDE:
            put(folder.with_name(f"{folder.name}.cbz"), _zipped(names, pages, zipfile.ZIP_STORED))
    if chapter.keeps_original:
        put(manga.original(chapter), _zipped(names, pages, zipfile.ZIP_STORED))


def _converted(
    manga: Manga, chapter: Chapter, names: Sequence[str], pages: Sequence[bytes]
) -> bytes:
    """A CBZ as Kuroibara's converter makes it: deflated, and its metadata last."""
    about = {
        "manga": {
            "title": manga.title,
            "id": str(manga.id),
            "year": manga.year,
            "status": manga.status.lower(),
            "type": manga.kind.lower(),
            "provider": None,
            "external_id": None,
        },
        "chapter": {
            "title": chapter.name,
            "number": chapter.number,
            "volume": chapter.volume,
            "language": "en",
            "id": str(chapter.id),
            "pages_count": len(pages),
            "source": "import",
        },
        "pages": [
            {"number": number, "filename": name, "width": WIDTH, "height": HEIGHT}
            for number, name in enumerate(names, start=1)
        ],
        "created_by": "Kuroibara CBZ Converter",
        "created_at": None,
    }
    written = json.dumps(about, indent=2, ensure_ascii=False).encode()
    return _zipped([*names, "metadata.json"], [*pages, written], zipfile.ZIP_DEFLATED)


def _zipped(names: Sequence[str], contents: Sequence[bytes], method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=1) as archive:
        for name, content in zip(names, contents, strict=True):
            # A time of its own, for the same library to give the same bytes.
            about = zipfile.ZipInfo(name, (2026, 1, 5, 18, 30, 0))
            about.compress_type = method
            about.external_attr = 0o644 << 16
            archive.writestr(about, content)
    return out.getvalue()


def _put(path: Path, content: bytes, time: datetime) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    stamp = int(time.timestamp())
    os.utime(path, (stamp, stamp))
