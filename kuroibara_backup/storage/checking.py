"""Is the library what a restore meant it to be, and what came to it since?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroibara_backup.archive.entries import Check, Progress, never_stop

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path
    from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Files (not folders) of the library against the list of what was restored.

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
    raise NotImplementedError
    yield


def difference(
    root: Path, restore_id: UUID, *, hashed: bool = False, check: Check = never_stop
) -> Generator[Progress, None, Difference]:
    """After the swap: the live library against the list of what was restored.

    Right after it there is none; later it is what a rollback would take away (`made`, `changed`).
    By size and time; with `hashed` contents too.
    """
    raise NotImplementedError
    yield
