"""How does a staged tree take the place of the live one, and how does the old one come back?

Entries are renamed inside the library's folder, never the folder itself: it may be a mount point,
and what is mounted from it elsewhere (a container's volume, a share) would go on showing the old
tree. What is to be moved is on the drive before the first move, and how far it came can be seen
from what lies where: after a SIGKILL at any point the same call goes on.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.entries import EntryKind
from kuroibara_backup.errors import BackupError, Refused
from kuroibara_backup.storage import moves
from kuroibara_backup.storage.listing import read_list
from kuroibara_backup.storage.moves import Move, Seen, Unit
from kuroibara_backup.storage.standing import (
    ASTRAY,
    LIST,
    NEW,
    OLD,
    Aside,
    Standing,
    Way,
    aside,
    restore_named,
)
from kuroibara_backup.storage.tree import Tree, in_library
from kuroibara_backup.storage.units import first_units, further_units

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

__all__ = ["Standing", "discard", "restores_in", "standing", "swap_back", "swap_in"]

OnStep = Callable[[str], None]
MOVED: Final = "storage entry moved"
_TRIES: Final = 100
_MEANWHILE: Final = (
    errno.ENOENT,
    errno.EEXIST,
    errno.ENOTEMPTY,
    errno.EISDIR,
    errno.ENOTDIR,
)
NOT_SWAPPED: Final = "The library was not changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Direction:
    """One of the two swaps: what comes in, what goes aside, and what that is called."""

    incoming: bytes
    aside: bytes
    half_way: Standing
    done: Standing
    begun: str
    ended: str


_IN: Final = _Direction(
    incoming=NEW,
    aside=OLD,
    half_way=Standing.SWAPPING_IN,
    done=Standing.SWAPPED,
    begun="storage swap begun",
    ended="storage renamed",
)
_BACK: Final = _Direction(
    incoming=OLD,
    aside=NEW,
    half_way=Standing.SWAPPING_BACK,
    done=Standing.RETURNED,
    begun="storage return begun",
    ended="storage returned",
)


def swap_in(root: Path, restore_id: UUID, *, on_step: OnStep = lambda _step: None) -> None:
    """Make the staged tree the live one. Does nothing when it is; goes on where it was killed.

    `on_step` hears "storage swap begun", "storage entry moved" (for each) and "storage renamed".
    When an entry cannot be moved, what was moved goes back and the error says nothing changed.
    Raises `Refused` (`not_staged`) where there is no whole tree to swap in.
    """
    with in_library(NOT_SWAPPED):
        place = aside(root, restore_id)
        if place is None:
            raise _not_staged()
        with place:
            match place.state.standing:
                case Standing.SWAPPED:
                    return
                case Standing.STAGED | Standing.RETURNED:
                    _begin(place, _IN, on_step)
                    _carry_on(place, _IN, on_step)
                case Standing.SWAPPING_IN:
                    _carry_on(place, _IN, on_step)
                case Standing.SWAPPING_BACK:
                    _take_back(place, _BACK, _IN, on_step)
                case _:
                    raise _not_staged()


def swap_back(root: Path, restore_id: UUID, *, on_step: OnStep = lambda _step: None) -> None:
    """Make the old tree the live one again, from any standing but DISCARDING; else nothing to do.

    What people added since the swap stays with the new tree beside it. `on_step` hears "storage
    return begun", "storage entry moved" and "storage returned".
    """
    with in_library("The library was not brought back"):
        place = aside(root, restore_id)
        if place is None:
            return
        with place:
            match place.state.standing:
                case Standing.SWAPPED:
                    _begin(place, _BACK, on_step)
                    _carry_on(place, _BACK, on_step)
                case Standing.SWAPPING_BACK:
                    _carry_on(place, _BACK, on_step)
                case Standing.SWAPPING_IN:
                    _take_back(place, _IN, _BACK, on_step)
                case Standing.DISCARDING:
                    raise Refused(
                        "The library was not brought back: the old files were removed.",
                        remedy="Restore a backup.",
                        code="already_discarded",
                    )


def standing(root: Path, restore_id: UUID) -> Standing:
    """Where it stands, from what is on the drive; changes nothing."""
    with in_library("The restore was not looked at"):
        place = aside(root, restore_id, lock=False)
        if place is None:
            return Standing.NONE
        with place:
            return place.state.standing


def discard(root: Path, restore_id: UUID, *, on_step: OnStep = lambda _step: None) -> None:
    """Remove what lies beside the live tree, whichever of the two it is; idempotent.

    Refused (`half_way`) while a swap is half-way. `on_step` hears "storage discarded".
    """
    with in_library("What lies beside the library was not removed"):
        place = aside(root, restore_id)
        if place is None:
            return
        with place:
            if place.state.standing in (Standing.SWAPPING_IN, Standing.SWAPPING_BACK):
                raise Refused(
                    "What lies beside the library was not removed: a swap is half-way.",
                    remedy="Run `kuroibara-backup rollback --resume` first.",
                    code="half_way",
                )
            place.note(Standing.DISCARDING)
            place.remove()
            on_step("storage discarded")


def restores_in(root: Path) -> tuple[UUID, ...]:
    """The restores of which something lies in this library."""
    with in_library("The library was not looked at"), Tree.at(root) as tree:
        named = [restore_named(name) for name in tree.names()]
        return tuple(one for one in named if one is not None)


def _begin(place: Aside, way: _Direction, on_step: OnStep) -> None:
    """Write down what is to be moved, before anything is."""
    number = place.state.moves + 1
    with place.tree(way.incoming) as incoming, place.tree(way.aside):
        units = first_units if number == 1 else further_units
        with place.writing(place.moves(number)) as file:
            file.writelines(moves.written(unit) for unit in units(place, incoming))
    place.note(way.half_way, moves=number)
    on_step(way.begun)


def _carry_on(place: Aside, way: _Direction, on_step: OnStep) -> None:
    try:
        _run(place, way, moves.forward, on_step)
    except (OSError, BackupError):
        # Whatever stands in the way: the state before is whole and was reached by fewer moves.
        _run(place, way, moves.backward, on_step)
        place.note(_before(place, way))
        raise
    _date_folders(place, way)
    place.note(way.done)
    on_step(way.ended)


def _take_back(place: Aside, begun: _Direction, wanted: _Direction, on_step: OnStep) -> None:
    _run(place, begun, moves.backward, on_step)
    place.note(wanted.done)
    on_step(wanted.ended)


def _run(
    place: Aside,
    way: _Direction,
    decide: Callable[[Unit, Seen], Move | None],
    on_step: OnStep,
) -> None:
    with ExitStack() as opened:
        trees = {
            "live": place.root,
            "aside": opened.enter_context(place.tree(way.aside)),
            "incoming": opened.enter_context(place.tree(way.incoming)),
        }
        for unit in place.units():
            tries = _TRIES
            while (move := decide(unit, _seen(unit.path, trees))) is not None:
                try:
                    _move(place, move, unit.path, trees)
                except OSError as exc:
                    # Somebody was quicker and made or removed the very entry: look again.
                    tries -= 1
                    if exc.errno not in _MEANWHILE or not tries:
                        raise
                else:
                    on_step(MOVED)
        _settle(place, trees)


def _seen(path: bytes, trees: dict[str, Tree]) -> Seen:
    return Seen(**{name: tree.look(path) is not None for name, tree in trees.items()})


def _move(place: Aside, move: Move, path: bytes, trees: dict[str, Tree]) -> None:
    source, target = move.value
    if move is not Move.ASTRAY:
        trees[source].move(path, trees[target])
        return
    for number in count(1):
        with place.tree(ASTRAY % number) as astray:
            if astray.look(path) is None:
                trees[source].move(path, astray)
                return


def _settle(place: Aside, trees: dict[str, Tree]) -> None:
    """Have the renames on the drive before the journal says they are done."""
    last: bytes | None = None
    for unit in place.units():
        folder = unit.path.rpartition(b"/")[0]
        if folder == last:
            continue
        last = folder
        for tree in trees.values():
            # Where nothing of it ever lay in a tree, there is no such folder.
            with suppress(FileNotFoundError, NotADirectoryError):
                os.fsync(tree.folder_of(unit.path))
    for tree in trees.values():
        os.fsync(tree.handle)


def _date_folders(place: Aside, way: _Direction) -> None:
    """In place, moving files has changed the times of folders that stayed."""
    if place.state.way is not Way.IN_PLACE or way is not _IN:
        return
    with place.reading(LIST) as file:
        for line in read_list(file):
            if line.kind is EntryKind.FOLDER and place.root.look(line.path) is not None:
                with suppress(PermissionError):  # a folder of somebody else's
                    place.root.date(line.path, line.mtime)


def _before(place: Aside, way: _Direction) -> Standing:
    if way is _BACK:
        return Standing.SWAPPED
    return Standing.STAGED if place.state.moves == 1 else Standing.RETURNED


def _not_staged() -> Refused:
    return Refused(
        f"{NOT_SWAPPED}: the files of the backup do not lie beside it as a whole.",
        remedy="Begin the restore anew.",
        code="not_staged",
    )
