"""Which files of the library does the database know?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from kuroibara_backup.storage.naming import uuid_named

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

IN_CONTAINER: Final = "/app/storage"
MANGA: Final = "manga"
_BELOW: Final = re.compile(
    r"^(?P<root>.*?)/(?P<inside>manga/[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-.*)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the database names. Paths are relative to the library and composed (NFC).

    `root` is where the library lies in the paths that the database writes: in a container it is
    often another folder than the one seen from here.
    """

    manga: frozenset[UUID]
    chapters: frozenset[UUID]
    paths: frozenset[str]
    root: str
    folders: frozenset[str] = field(default=frozenset())

    def knows_folder(self, name: str) -> bool:
        """Whether `manga/NAME` is a manga's, by its id or because something in it is named."""
        found = uuid_named(name)
        if found is not None and found in self.manga:
            return True
        return unicodedata.normalize("NFC", name) in self.folders

    def knows_path(self, path: str) -> bool:
        return unicodedata.normalize("NFC", path) in self.paths

    def named_in_database(self, path: str) -> str:
        """How the database has to name this file of the library."""
        return f"{self.root}/{path}"


def known(
    manga: Iterable[UUID], chapters: Iterable[UUID], paths: Iterable[str], *, storage: Path
) -> Known:
    """Put together what the database says; `paths` as they stand there, absolute."""
    own = str(storage).rstrip("/")
    roots: Counter[str] = Counter()
    inside = set()
    for path in paths:
        root, relative = inner(path, own)
        if relative is not None:
            inside.add(unicodedata.normalize("NFC", relative))
            roots[root] += 1
    # A database that came from elsewhere may name another root; where ours is used, it is right.
    root = own if own in roots or not roots else roots.most_common(1)[0][0]
    parts = (PurePosixPath(path).parts for path in inside)
    return Known(
        manga=frozenset(manga),
        chapters=frozenset(chapters),
        paths=frozenset(inside),
        root=root,
        folders=frozenset(two[1] for two in parts if len(two) > 1 and two[0] == MANGA),
    )


def inner(path: str, own: str) -> tuple[str, str | None]:
    """A path of the database as its root and what lies below; None when it lies in no library."""
    for root in (own, IN_CONTAINER):
        if path.startswith(f"{root}/"):
            return root, path[len(root) + 1 :].rstrip("/")
    match = _BELOW.match(path)
    if match is not None:
        return match["root"], match["inside"].rstrip("/")
    return "", None
