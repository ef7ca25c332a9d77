"""To whom do restored files belong, and who may read them?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    uid: int
    gid: int


def named_owner(text: str) -> Owner:
    """BACKUP_FILE_OWNER, `USER:GROUP` or `UID:GID`; raises `InvalidRequest` for unknown names."""
    raise NotImplementedError


def check_may_restore(root: Path, owner: Owner | None) -> None:
    """Refuse beforehand what would fail later: a library that this process may not change, files
    it could not give to the owner of the library, another drive mounted inside it."""
    raise NotImplementedError
