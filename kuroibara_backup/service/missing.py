"""Which files does the database name that a backup does not hold?"""

from __future__ import annotations

import hashlib
import tempfile
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kuroibara_backup.archive import Check, Entry

FIRST = 100
# Kuroibara notes such an address when a cover is set by hand, but stores no file.
_MADE_UP = "/covers/"
_IN_CONTAINER = "/app/storage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """`named` paths lie in the library by the database's word; `count` of them are not there."""

    named: int
    count: int
    first: tuple[str, ...]


class NamedPaths:
    """Paths that the database names, kept on disk: a million of them cost no memory."""

    def __init__(self, paths: Iterable[str], roots: Iterable[Path], folder: Path) -> None:
        prefixes = tuple({f"{str(root).rstrip('/')}/" for root in roots} | {f"{_IN_CONTAINER}/"})
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  # closed by the context
        self.count = 0
        try:
            for path in paths:
                if path.startswith(_MADE_UP):
                    continue
                inside = next((path[len(p) :] for p in prefixes if path.startswith(p)), path)
                data = inside.rstrip("/").encode("utf-8", "surrogateescape")
                self._file.write(len(data).to_bytes(4, "little") + data)
                self.count += 1
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def missing(self, held: HeldPaths, check: Check) -> Missing:
        """Compare with what a backup holds."""
        count = 0
        first: list[str] = []
        for number, path in enumerate(self._all()):
            if number % 1000 == 0:
                check()
            if path not in held:
                count += 1
                if len(first) < FIRST:
                    first.append(path.decode("utf-8", "backslashreplace"))
        return Missing(named=self.count, count=count, first=tuple(first))

    def _all(self) -> Iterator[bytes]:
        self._file.seek(0)
        while head := self._file.read(4):
            yield self._file.read(int.from_bytes(head, "little"))


class HeldPaths:
    """Which paths a backup holds, in eight bytes each; a false yes is one in 10^12."""

    def __init__(self) -> None:
        self._marks = array("Q")
        self._sorted = True

    def passing(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Note each entry on its way."""
        for entry in entries:
            self._marks.append(_mark(entry.path))
            self._sorted = False
            yield entry

    def __contains__(self, path: bytes) -> bool:
        if not self._sorted:
            self._marks = array("Q", sorted(self._marks))
            self._sorted = True
        mark = _mark(path)
        at = bisect_left(self._marks, mark)
        return at < len(self._marks) and self._marks[at] == mark


def _mark(path: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(path, digest_size=8).digest(), "little")
