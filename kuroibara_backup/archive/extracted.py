"""The act of taking out: what is wanted, whether it may be, what was written and what was not."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroibara_backup.archive.report import shown
from kuroibara_backup.archive.safety import Limits, NameKeeper, check_name
from kuroibara_backup.errors import NotEnoughSpace, NotFound, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.archive.choosing import Choice
    from kuroibara_backup.archive.landing import Landing


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """`written` and `damaged` are paths in the archive, of files.

    `renamed` are pairs of a path in the archive and the one it got, because the target cannot hold
    the first. `left_out` are links and the like, which are never taken out. `not_proved` says what
    could not be checked about what was written.
    """

    written: tuple[str, ...]
    damaged: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]
    not_proved: tuple[str, ...]
    bytes: int


class _Refuted(Exception):
    """The content is not the one that was promised."""


class Taking:
    """Announce everything, `judge`, then hand over folders and files."""

    def __init__(self, landing: Landing, choice: Choice, limits: Limits, archive_size: int) -> None:
        self._landing = landing
        self._choice = choice
        self._limits = limits
        self._archive_size = archive_size
        self._names = NameKeeper(landing.rules())
        self._renamed: dict[bytes, bytes] = {}
        self._folders: list[tuple[bytes, int]] = []
        self._written: list[str] = []
        self._damaged: dict[str, None] = {}
        self._left_out: list[str] = []
        self._not_proved: list[str] = []
        self._entries = self._claimed = 0
        self.announced = 0
        self.bytes = 0

    def wants(self, path: bytes) -> bool:
        return self._choice.takes(path)

    def announce(self, path: bytes, size: int, *, folder: bool = False) -> None:
        """Judge one entry; everything in the archive is, wanted or not."""
        check_name(path)
        self._limits.check_entry(path, size)
        self._entries += 1
        self._claimed += size
        self._limits.check_sum(
            entries=self._entries, total=self._claimed, archive=self._archive_size
        )
        if self.wants(path):
            written = self._names.admit(path)
            if written != path:
                self._renamed[path] = written
            self.announced += size
            if not folder and self._landing.holds(written):
                raise Refused(
                    f"{shown(path)} was not taken out: the folder holds something of that name.",
                    remedy="Choose an empty folder: what is there is never overwritten.",
                    code="file_exists",
                )

    def judge(self) -> None:
        """After the last announcement: is there something to do, and room for it?"""
        free = self._landing.free
        if self.announced > free:
            raise NotEnoughSpace(
                f"Nothing was taken out: that needs {self.announced:,} bytes, but only {free:,}"
                " are free.",
                needed=self.announced,
                free=free,
            )

    def folder(self, path: bytes, mtime: int) -> None:
        if self.wants(path):
            path = self._renamed.get(path, path)
            self._landing.folder(path)
            self._folders.append((path, mtime))

    def file(
        self,
        path: bytes,
        content: Iterator[bytes] | Iterator[bytes | None],
        *,
        mtime: int | None = None,
        executable: bool = False,
        digest: bytes | None = None,
    ) -> bool:
        """Write a file if it is wanted; False, with nothing written, when the content is wrong.

        A None among the content, or another SHA-256 than `digest`, makes it wrong.
        """
        if not self.wants(path):
            return True
        seen, size = hashlib.sha256(), 0
        target = self._renamed.get(path, path)
        try:
            with self._landing.file(target, mtime=mtime, executable=executable) as file:
                for data in content:
                    if data is None:
                        raise _Refuted
                    seen.update(data)
                    size += len(data)
                    file.write(data)
                if digest is not None and seen.digest() != digest:
                    raise _Refuted
        except _Refuted:
            return False
        self.bytes += size
        self._written.append(shown(path))
        return True

    def damaged(self, path: bytes) -> None:
        if self.wants(path):
            self._damaged[shown(path)] = None

    def leave_out(self, path: bytes) -> None:
        if self.wants(path):
            self._left_out.append(shown(path))

    def doubt(self, sentence: str) -> None:
        if sentence not in self._not_proved:
            self._not_proved.append(sentence)

    def finish(self) -> None:
        for path, mtime in reversed(self._folders):
            self._landing.date_folder(path, mtime)

    def result(self) -> Extracted:
        if not (self._written or self._damaged or self._folders or self._left_out):
            raise NotFound(
                "Nothing was taken out: no entry of the backup has such a name.",
                remedy="Names look like database.sql or storage/manga/*; give none to get all.",
            )
        return Extracted(
            written=tuple(self._written),
            damaged=tuple(self._damaged),
            renamed=tuple((shown(old), shown(new)) for old, new in self._renamed.items()),
            left_out=tuple(self._left_out),
            not_proved=tuple(self._not_proved),
            bytes=self.bytes,
        )
