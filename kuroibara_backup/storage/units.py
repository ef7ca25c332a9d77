"""Which entries does a swap move?

A whole tree is swapped by what lies in its root, chosen manga by their folders. In place, an entry
is the highest path that differs: a file, or a folder that only one of the trees has.
"""

from __future__ import annotations

import heapq
import stat
from itertools import groupby
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.entries import EntryKind, order
from kuroibara_backup.errors import Refused
from kuroibara_backup.storage.choice import FOLDER
from kuroibara_backup.storage.listing import matched, read_list
from kuroibara_backup.storage.moves import Unit
from kuroibara_backup.storage.scan import is_ours
from kuroibara_backup.storage.standing import LIST, Aside, Way
from kuroibara_backup.storage.walking import Walk

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from kuroibara_backup.storage.listing import Listed
    from kuroibara_backup.storage.tree import Tree
    from kuroibara_backup.storage.walking import Found

_COARSE: Final = 2
CHANGED: Final = (
    "The library was not changed: somebody changed files that were to stay, after they had been"
    " compared with the backup."
)


def first_units(place: Aside, incoming: Tree) -> Iterator[Unit]:
    """Of the swap that follows the staging. Raises `Refused` (`library_changed`)."""
    _check_folder(place)
    if place.state.way is Way.IN_PLACE:
        return _differing(place, incoming)
    return _fresh(place, _entries(place, incoming), incoming)


def further_units(place: Aside, incoming: Tree) -> Iterator[Unit]:
    """Of a swap the other way: what the one before moved, and what people have made since."""
    in_place = place.state.way is Way.IN_PLACE
    made = _made(place) if in_place else _entries(place, incoming)
    before = (unit.path for unit in place.units())
    paths = (path for path, _ in groupby(heapq.merge(before, made, key=order)))
    return _fresh(place, _without_nested(paths), incoming)


def _entries(place: Aside, incoming: Tree) -> Iterator[bytes]:
    """Of the root, or of the folder of all manga."""
    live = place.root
    if place.state.manga is None:
        names = {name for name in live.names() if not is_ours(name)} | set(incoming.names())
        yield from sorted(names)
        return
    if live.look(FOLDER) is None:
        yield FOLDER
        return
    names = set(live.names(FOLDER)) | set(incoming.names(FOLDER))
    for name in sorted(names):
        if place.choice.of(name) is not None:
            yield FOLDER + b"/" + name


def _check_folder(place: Aside) -> None:
    above = place.root.look(FOLDER)
    if place.state.manga is not None and above is not None and not stat.S_ISDIR(above.st_mode):
        raise Refused(
            "The library was not changed: its folder of manga is a link or a file.",
            remedy="Put a folder in its place, or restore the whole library.",
            code="no_folder",
        )


def _fresh(place: Aside, paths: Iterator[bytes], incoming: Tree) -> Iterator[Unit]:
    for path in paths:
        unit = Unit(path, place.root.look(path) is not None, incoming.look(path) is not None)
        if unit.live or unit.incoming:
            yield unit


def _without_nested(paths: Iterator[bytes]) -> Iterator[bytes]:
    above = b""
    for path in paths:
        if not above or not path.startswith(above):
            yield path
            above = path + b"/"


def _differing(place: Aside, incoming: Tree) -> Iterator[Unit]:
    if place.state.manga is not None and place.root.look(FOLDER) is None:
        yield Unit(FOLDER, live=False, incoming=True)
        return
    above: bytes | None = None
    with place.reading(LIST) as file:
        walk = Walk(place.root)
        try:
            for line, found in matched(read_list(file), walk):
                if line is not None and above is not None and line.path.startswith(above):
                    continue  # comes with its folder
                unit = _compared(place, incoming, line, found)
                if found is not None and unit is not None:
                    walk.skip()
                if unit is not None and (unit.live or unit.incoming):
                    yield unit
                    above = unit.path + b"/"
        finally:
            walk.close()


def _compared(
    place: Aside, incoming: Tree, line: Listed | None, found: Found | None
) -> Unit | None:
    """None where both have a folder; a unit that moves nothing where nothing is to be moved."""
    if line is None:
        assert found is not None, "one of them there is"  # noqa: S101  for the type checker
        if place.state.manga is not None and found.path == FOLDER:
            return None
        return Unit(found.path, place.choice.takes(found.path), incoming=False)
    if line.kind is EntryKind.FOLDER and found is not None and found.kind is EntryKind.FOLDER:
        return None
    if incoming.look(line.path) is not None:
        return Unit(line.path, found is not None, incoming=True)
    if found is None or not still_fits(line, found.about):
        raise Refused(CHANGED, remedy="Begin the restore anew.", code="library_changed")
    return Unit(line.path, live=False, incoming=False)


def still_fits(line: Listed, about: os.stat_result) -> bool:
    """By kind, size and time, as exactly as any file system keeps it (FAT: two seconds)."""
    if line.kind is EntryKind.FOLDER:
        return stat.S_ISDIR(about.st_mode)
    return (
        stat.S_ISREG(about.st_mode)
        and about.st_size == line.size
        and abs(about.st_mtime_ns // 1_000_000_000 - line.mtime) <= _COARSE
    )


def _made(place: Aside) -> Iterator[bytes]:
    """What lies in the library and is not in the list."""
    with place.reading(LIST) as file:
        walk = Walk(place.root)
        try:
            for line, found in matched(read_list(file), walk):
                if line is None and found is not None:
                    if place.state.manga is not None and found.path == FOLDER:
                        continue
                    walk.skip()
                    if place.choice.takes(found.path):
                        yield found.path
        finally:
            walk.close()
