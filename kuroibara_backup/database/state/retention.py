"""Which retention rules were changed by hand?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.kept import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Edits = dict[str, int | bool | None]


def edits(url: str) -> Edits:
    """What was changed; None is for ever."""
    with kept(url, doing="the retention rules were looked up") as connection:
        row = connection.execute("SELECT edits FROM retention_edits").fetchone()
    return dict(row[0]) if row is not None else {}


def change_edits(url: str, change: Callable[[Edits], Mapping[str, int | bool | None]]) -> Edits:
    """Let `change` make new edits out of the old ones; whoever else does so waits."""
    with connected(url, doing="the retention rules were changed") as connection:
        row = connection.execute("SELECT edits FROM retention_edits FOR UPDATE").fetchone()
        changed = dict(change(dict(row[0]) if row is not None else {}))
        connection.execute("UPDATE retention_edits SET edits = %s", (json.dumps(changed),))
    return changed
