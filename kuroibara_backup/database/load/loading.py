"""How does a dump get into a new database: all of it, or nothing?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroibara_backup.archive.entries import never_stop

if TYPE_CHECKING:
    from kuroibara_backup.archive.entries import Check


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What the server took in. `rows` counts by "schema.table", tables without rows included.

    `skipped` says in sentences, each with its number, what of the dump was not run.
    """

    rows: Mapping[str, int]
    skipped: tuple[str, ...]


def load(
    chunks: Iterable[bytes],
    url: str,
    *,
    check: Check = never_stop,
    progress: Callable[[int], None] | None = None,
    rows: Mapping[str, int] | None = None,
) -> Loaded:
    """Load a dump, cut anywhere, into the new empty database at `url`, in one transaction.

    `url` is of the role that will own everything: the weaker the better, but a superuser is safe
    too. `rows` are the counts that the backup recorded; `progress` hears the bytes read so far;
    `check` is called at most 0.1 s apart, also while the server builds an index. Whatever is raised
    (`Refused`, `Damaged`, `NoConnection`, what `check` or `chunks` raise): nothing was loaded.
    """
    raise NotImplementedError
