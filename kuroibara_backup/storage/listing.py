"""The list of what a restore puts into the library: on disk, sorted, a million files long."""

from __future__ import annotations

import heapq
import json
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Final

from kuroibara_backup.archive.entries import EntryKind, order
from kuroibara_backup.archive.report import shown
from kuroibara_backup.errors import ArchiveUnsafe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kuroibara_backup.storage.walking import Found, Walk

AT_ONCE: Final = 20_000


@dataclass(frozen=True, slots=True)
class Listed:
    """A file, or a folder (`size` None). `digest` is empty for empty files and folders."""

    path: bytes
    mtime: int
    size: int | None = None
    executable: bool = False
    digest: bytes = b""

    @property
    def kind(self) -> EntryKind:
        return EntryKind.FOLDER if self.size is None else EntryKind.FILE


def encode(line: Listed) -> bytes:
    path = line.path.decode("utf-8", "surrogateescape")
    fields: list[object] = [path, line.mtime]
    if line.size is not None:
        fields += [line.size, int(line.executable), line.digest.hex()]
    return json.dumps(fields).encode() + b"\n"


def decode(text: bytes) -> Listed:
    path, mtime, *more = json.loads(text)
    name = path.encode("utf-8", "surrogateescape")
    if not more:
        return Listed(name, mtime)
    size, executable, digest = more
    return Listed(name, mtime, size, bool(executable), bytes.fromhex(digest))


def read_list(file: IO[bytes]) -> Iterator[Listed]:
    return map(decode, file)


def sorted_list(lines: Iterable[Listed], scratch: str) -> Iterator[Listed]:
    """Bring it into the order of the format, by way of files in `scratch` where it is long.

    Refuses a path that comes twice.
    """
    runs: list[IO[bytes]] = []
    try:
        waiting: list[Listed] = []
        for line in lines:
            waiting.append(line)
            if len(waiting) == AT_ONCE:
                runs.append(_run(waiting, scratch))
                waiting = []
        waiting.sort(key=_key)
        before = None
        for line in heapq.merge(waiting, *map(read_list, runs), key=_key):
            if line.path == before:
                raise ArchiveUnsafe(shown(line.path), "is there twice")
            before = line.path
            yield line
    finally:
        for run in runs:
            run.close()


class ListWriter:
    """Takes lines in whatever order they come and notes whether that is the right one."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._last: tuple[bytes, ...] = ()
        self.in_order = True

    def add(self, line: Listed) -> None:
        key = _key(line)
        self.in_order = self.in_order and key > self._last
        self._last = key
        self._file.write(encode(line))


def matched(listed: Iterable[Listed], walk: Walk) -> Iterator[tuple[Listed | None, Found | None]]:
    """Go through list and library together; what only one of them has comes with None."""
    lines = iter(listed)
    line, found = next(lines, None), next(walk, None)
    while line is not None or found is not None:
        one = _key(line) if line is not None else None
        other = order(found.path) if found is not None else None
        from_list = one is not None and (other is None or one <= other)
        from_walk = other is not None and (one is None or other <= one)
        yield (line if from_list else None), (found if from_walk else None)
        if from_list:
            line = next(lines, None)
        if from_walk:
            found = next(walk, None)


def _run(lines: list[Listed], scratch: str) -> IO[bytes]:
    file = TemporaryFile(dir=scratch)  # noqa: SIM115  # closed when all are merged
    file.writelines(encode(line) for line in sorted(lines, key=_key))
    file.seek(0)
    return file


def _key(line: Listed) -> tuple[bytes, ...]:
    return order(line.path)
