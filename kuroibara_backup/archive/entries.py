"""What goes into a backup, and how long work tells where it stands.

An entry is a file or folder of the library as the scan saw it. Paths are bytes because file systems
hand out bytes; they are relative to the library's root, separated by `/`, without `storage/`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

T = TypeVar("T")

Check = Callable[[], None]
"""Called between steps of long work; raises `errors.Cancelled` when the work must stop."""


def never_stop() -> None:
    """The check of work that nobody can cancel."""


class EntryKind(Enum):
    FILE = "file"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Entry:
    """`mtime` is in whole seconds; `executable` is the owner's bit, meaningless for folders."""

    path: bytes
    kind: EntryKind
    size: int
    mtime: int
    executable: bool


class Stage(Enum):
    """The values travel over HTTP and into logs: never rename one."""

    SCAN = "scan"
    WRITE = "write"
    VERIFY = "verify"
    EXTRACT = "extract"
    STAGE = "stage"
    COMPARE = "compare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """`done` of `total` bytes; `total` is None while it is unknown."""

    stage: Stage
    done: int
    total: int | None


def carried_out(
    steps: Generator[Progress, None, T], tell: Callable[[str, int, int | None], None]
) -> T:
    """Run long work to its end, telling stage, done and total at each step; return its result."""
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
        tell(step.stage.value, step.done, step.total)


def order(path: bytes) -> tuple[bytes, ...]:
    """Sort key of the format: components compared as bytes, a folder before what is in it."""
    return tuple(path.split(b"/"))
