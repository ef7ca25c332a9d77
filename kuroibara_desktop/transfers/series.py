"""Which series a full backup holds files of: their folders, with the titles of the database."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kuroibara_backup.archive import FileSource, dump_text, open_archive
from kuroibara_backup.archive.dump import DumpReader
from kuroibara_backup.archive.dumped import copied_columns
from kuroibara_backup.archive.entries import EntryKind
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.core.restoring import Series
from kuroibara_desktop.core.words import one_line

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from kuroibara_desktop.transfers.pace import Check

_TABLE = "public.manga"
_FOLDER = re.compile(rb"manga/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")
_LONGEST_ROW = 1 << 20
_MOST = 10_000  # the server takes no more at once
_EVERY = 5_000  # entries between two looks whether it is still wanted


def held_series(path: Path, *, check: Check) -> Generator[Progress, None, tuple[Series, ...]]:
    """Read off the index and the dump, sorted by title; a folder without a row keeps its id."""
    yield Progress(stage=Stage.SCANNING)
    counts: dict[str, tuple[int, int]] = {}
    with FileSource(path) as source:
        for number, entry in enumerate(open_archive(source).entries()):
            if number % _EVERY == 0:
                check()
            found = _FOLDER.match(entry.path)
            if found is None or entry.kind is EntryKind.FOLDER:
                continue
            name = found[1].decode("ascii")
            files, size = counts.get(name, (0, 0))
            counts[name] = files + 1, size + entry.size
        titles = _Titles(frozenset(counts))
        reader = DumpReader(titles)
        for chunk in dump_text(source, check=check):
            reader.feed(chunk)
            yield Progress(stage=Stage.SCANNING)
    series = (
        Series(id=name, title=titles.found.get(name, name), files=files, bytes=size)
        for name, (files, size) in counts.items()
    )
    return tuple(sorted(series, key=lambda one: (one.title.casefold(), one.id))[:_MOST])


class _Titles:
    """Takes the titles of the wanted series out of a dump as it passes."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self.found: dict[str, str] = {}
        self._wanted = wanted
        self._columns: tuple[str, ...] | None = None
        self._row = b""

    def statement(self, text: bytes, *, whole: bool) -> None:
        pass

    def meta_command(self, line: bytes, *, inside_statement: bool) -> None:
        pass

    def copy_begins(self, table: str, statement: bytes) -> None:
        self._columns = copied_columns(statement) if table == _TABLE else None
        self._row = b""

    def copy_data(self, data: bytes) -> None:
        if self._columns is None:
            return
        *rows, self._row = (self._row + data).split(b"\n")
        for row in rows:
            values = row.decode("utf-8", "replace").split("\t")
            told = dict(zip(self._columns, values, strict=False))
            if told.get("id") in self._wanted and told.get("title"):
                self.found[told["id"]] = one_line(told["title"].replace("\\t", " "))
        if len(self._row) > _LONGEST_ROW:  # no title is that long
            self._columns = None

    def copy_ends(self) -> None:
        self._columns = None
