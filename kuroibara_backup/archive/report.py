"""What a verification found, in words that a person reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_DAMAGES: Final = 1000
"""A file that was overwritten could fill the memory with sentences; counting stops there."""


class Level(Enum):
    """QUICK looks at the ends of the file, FULL at every byte."""

    QUICK = "quick"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Damage:
    """`where` names what is hit: a path of the archive or a part of the file.

    `offset` is in the archive file, near the place where the damage was seen.
    """

    where: str
    offset: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`ok` means: nothing that this level looks at is damaged.

    `not_proved` says what even an `ok` leaves open, one sentence each. `files` and `bytes` are of
    the library. `sha256` is that of the whole file and empty at the quick level, as are `rows`, the
    rows of each table that the database was seen to hold.
    """

    ok: bool
    format: int
    level: Level
    damages: tuple[Damage, ...]
    not_proved: tuple[str, ...]
    files: int
    bytes: int
    sha256: str
    rows: Mapping[str, int] = field(default_factory=dict)


def shown(path: bytes) -> str:
    """A path as it may be shown and put into JSON: bytes that are not UTF-8 as `\\xNN`."""
    return path.decode("utf-8", "backslashreplace")


class Findings:
    """Collects damages in the order they are met, none twice, at most `MOST_DAMAGES`."""

    def __init__(self) -> None:
        self._damages: dict[Damage, None] = {}
        self._left_out = 0

    def __bool__(self) -> bool:
        return bool(self._damages)

    def add(self, where: str, offset: int, sentence: str) -> None:
        if len(self._damages) < MOST_DAMAGES:
            self._damages[Damage(where, offset, sentence)] = None
        else:
            self._left_out += 1

    def all(self) -> tuple[Damage, ...]:
        damages = tuple(self._damages)
        if self._left_out:
            sentence = f"{self._left_out:,} more places are damaged."
            damages += (Damage("the rest of the file", damages[-1].offset, sentence),)
        return damages
