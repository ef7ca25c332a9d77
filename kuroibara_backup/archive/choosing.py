"""Which entries of a backup does the user mean? Patterns like the shell's, on archive paths."""

from __future__ import annotations

import re
from fnmatch import translate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

EVERYTHING = ("*",)


class Choice:
    """Judges paths such as `database.sql` or `storage/manga/X/1.cbz`.

    `*` and `?` stand for any characters, `/` included. `[` stands for itself: it is common in names
    of manga. What names a folder takes all that is in it. No pattern at all means everything.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        wanted = [pattern.rstrip("/") or pattern for pattern in patterns or EVERYTHING]
        self._literal = frozenset(_bytes(pattern) for pattern in wanted)
        self._all = "*" in wanted
        plain = [pattern.replace("[", "[[]") for pattern in wanted]
        self._patterns = re.compile("|".join(f"(?:{translate(pattern)})" for pattern in plain))

    def takes(self, path: bytes) -> bool:
        if self._all or path in self._literal:
            return True
        at = path.find(b"/")
        while at >= 0:
            if path[:at] in self._literal:
                return True
            at = path.find(b"/", at + 1)
        return self._patterns.match(path.decode("utf-8", "surrogateescape")) is not None


def _bytes(pattern: str) -> bytes:
    return pattern.encode("utf-8", "surrogateescape")
