"""Everything in the library as it lies there, links and all, in the order of the backup format."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.entries import Check, EntryKind, never_stop
from kuroibara_backup.storage.folder import HandleFolder
from kuroibara_backup.storage.scan import is_ours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.storage.tree import Tree

_DEEPEST: Final = 250  # each level holds a file handle open


@dataclass(frozen=True, slots=True)
class Found:
    """`kind` is None for links, pipes and the like."""

    path: bytes
    kind: EntryKind | None
    about: os.stat_result


class Walk:
    """An iterator; no link is followed, and memory is bounded by the largest folder.

    What vanishes meanwhile is passed over. What the engine keeps in the root is no part of it.
    Raises `OSError` for what may not be read.
    """

    def __init__(self, tree: Tree, *, check: Check = never_stop) -> None:
        self._check = check
        root = HandleFolder(os.dup(tree.handle))
        names = [name for name in root.names() if not is_ours(name)]
        self._stack: list[tuple[HandleFolder, bytes, Iterator[bytes]]] = [(root, b"", iter(names))]
        self._into: bytes | None = None

    def skip(self) -> None:
        """Do not go into the folder that was just given out."""
        self._into = None

    def close(self) -> None:
        while self._stack:
            self._stack.pop()[0].close()

    def __iter__(self) -> Iterator[Found]:
        return self

    def __next__(self) -> Found:
        self._enter()
        while self._stack:
            folder, path, names = self._stack[-1]
            name = next(names, None)
            if name is None:
                self._stack.pop()[0].close()
                continue
            self._check()
            try:
                about = folder.look(name, follow=False)
            except FileNotFoundError:
                continue
            kind = _kind(about)
            if kind is EntryKind.FOLDER:
                self._into = name
            return Found(path + name, kind, about)
        raise StopIteration

    def _enter(self) -> None:
        name, self._into = self._into, None
        if name is None or len(self._stack) > _DEEPEST:
            return
        folder, path, _names = self._stack[-1]
        try:
            below = folder.enter(name, follow=False)
        except (FileNotFoundError, NotADirectoryError):
            return
        try:
            self._stack.append((below, path + name + b"/", iter(below.names())))
        except BaseException:
            below.close()
            raise


def _kind(about: os.stat_result) -> EntryKind | None:
    if stat.S_ISDIR(about.st_mode):
        return EntryKind.FOLDER
    return EntryKind.FILE if stat.S_ISREG(about.st_mode) else None
