"""Is the library what a restore meant it to be, and what came to it since?"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Final

from kuroibara_backup.archive.entries import Check, EntryKind, Progress, Stage, never_stop
from kuroibara_backup.archive.report import shown
from kuroibara_backup.errors import Refused
from kuroibara_backup.storage.choice import FOLDER, Choice
from kuroibara_backup.storage.listing import matched, read_list
from kuroibara_backup.storage.standing import LIST, NEW, Aside, Standing, Way, aside
from kuroibara_backup.storage.tree import Tree, in_library
from kuroibara_backup.storage.units import still_fits
from kuroibara_backup.storage.walking import Walk

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path
    from uuid import UUID

    from kuroibara_backup.storage.listing import Listed
    from kuroibara_backup.storage.walking import Found

_EXAMPLES: Final = 20
_SAID_EVERY: Final = 500
_PIECE: Final = 1 << 20
_NOT_COMPARED: Final = "The library was not compared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Files of the library against the list of what was restored; folders only where they lack.

    `made` are in the library only, `bytes` is how much `made` and `changed` hold. The first twenty
    of all three are in `examples`, as paths in the library.
    """

    missing: int
    changed: int
    made: int
    bytes: int
    examples: tuple[str, ...]

    @property
    def none(self) -> bool:
        return not (self.missing or self.changed or self.made)


def check_staged(
    root: Path, restore_id: UUID, *, check: Check = never_stop
) -> Generator[Progress, None, Difference]:
    """Before the swap: does what is staged (and, in place, what stays) still fit the list?

    Sizes and times, no contents: those were compared while staging.
    """
    with in_library(_NOT_COMPARED), _opened(root, restore_id, Standing.STAGED) as place:
        with place.tree(NEW) as new, place.reading(LIST) as file:
            counts = _Counts()
            for number, line in enumerate(read_list(file)):
                check()
                about = new.look(line.path)
                if about is None and place.state.way is Way.IN_PLACE:
                    about = place.root.look(line.path)
                if about is None:
                    counts.missing += 1
                    counts.example(line.path)
                elif not still_fits(line, about):
                    counts.differs(line.path, about)
                if not number % _SAID_EVERY:
                    yield Progress(stage=Stage.COMPARE, done=file.tell(), total=_length(file))
            return counts.result()


def difference(
    root: Path, restore_id: UUID, *, hashed: bool = False, check: Check = never_stop
) -> Generator[Progress, None, Difference]:
    """After the swap: the live library against the list of what was restored.

    Right after it there is none; later it is what a rollback would take away (`made`, `changed`).
    By size and time; with `hashed` contents too.
    """
    with in_library(_NOT_COMPARED), _opened(root, restore_id, Standing.SWAPPED) as place:
        counts, live = _Counts(), place.root
        buffer = memoryview(bytearray(_PIECE))
        walk = _Within(live, place.choice, check)
        try:
            with place.reading(LIST) as file:
                for number, (line, found) in enumerate(matched(read_list(file), walk)):
                    check()
                    fitting = _compare(counts, line, found)
                    if hashed and fitting is not None and fitting[0].digest:
                        listed, about = fitting
                        if not _holds(live, listed, buffer, check):
                            counts.differs(listed.path, about)
                    if not number % _SAID_EVERY:
                        yield Progress(stage=Stage.COMPARE, done=file.tell(), total=_length(file))
        finally:
            walk.close()
        return counts.result()


@dataclass(slots=True)
class _Counts:
    missing: int = 0
    changed: int = 0
    made: int = 0
    held: int = 0
    examples: list[str] = field(default_factory=list)

    def example(self, path: bytes) -> None:
        if len(self.examples) < _EXAMPLES and shown(path) not in self.examples:
            self.examples.append(shown(path))

    def differs(self, path: bytes, about: os.stat_result) -> None:
        self.changed += 1
        self.held += about.st_size
        self.example(path)

    def result(self) -> Difference:
        return Difference(
            missing=self.missing,
            changed=self.changed,
            made=self.made,
            bytes=self.held,
            examples=tuple(self.examples),
        )


class _Within(Walk):
    """A walk through the part of the library that a restore took."""

    def __init__(self, tree: Tree, choice: Choice, check: Check) -> None:
        super().__init__(tree, check=check)
        self._choice = choice

    def __next__(self) -> Found:
        while True:
            found = super().__next__()
            if self._choice.takes(found.path):
                return found
            if found.path != FOLDER:
                self.skip()


def _compare(
    counts: _Counts, line: Listed | None, found: Found | None
) -> tuple[Listed, os.stat_result] | None:
    """Count what differs from outside; return what does not."""
    if line is None:
        assert found is not None, "one of them there is"  # noqa: S101  for the type checker
        if found.kind is not EntryKind.FOLDER:
            counts.made += 1
            counts.held += found.about.st_size
            counts.example(found.path)
    elif found is None:
        counts.missing += 1
        counts.example(line.path)
    elif not still_fits(line, found.about):
        counts.differs(line.path, found.about)
    else:
        return line, found.about
    return None


def _holds(tree: Tree, line: Listed, buffer: memoryview, check: Check) -> bool:
    try:
        handle = tree.open_file(line.path)
    except FileNotFoundError:
        return False
    try:
        seen = hashlib.sha256()
        while size := os.readv(handle, [buffer]):
            check()
            seen.update(buffer[:size])
        return seen.digest() == line.digest
    finally:
        os.close(handle)


def _length(file: IO[bytes]) -> int:
    return os.fstat(file.fileno()).st_size


def _opened(root: Path, restore_id: UUID, wanted: Standing) -> Aside:
    place = aside(root, restore_id, lock=False)
    if place is not None and place.state.standing is wanted:
        return place
    if place is not None:
        place.__exit__()
    raise Refused(
        f"{_NOT_COMPARED}: its files are not {wanted.value}.",
        remedy="Look at the restore's state first.",
        code="not_comparable",
    )
