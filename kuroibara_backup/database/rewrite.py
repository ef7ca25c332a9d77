"""Makes the paths in a restored database those of this server's library folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """Rows changed, by "table.column"."""

    rows: Mapping[str, int]

    @property
    def count(self) -> int:
        return sum(self.rows.values())


def rewrite_paths(url: str, old_root: str, new_root: str) -> Rewritten:
    """Replace the folder `old_root` by `new_root` at the beginning of every path of the library.

    Whole names only: /app/storage2 is not below /app/storage. All of it in one transaction; called
    again for the same database and folders it changes nothing and gives the same answer, so the new
    folder may lie below the old one. Raises `Refused` (`paths_too_long`) when a path would no
    longer fit its column.
    """
    raise NotImplementedError
