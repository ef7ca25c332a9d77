"""The server is gone: which backup brings the library back, why, and what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from kuroibara_desktop.core.backups import CopyState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from kuroibara_desktop.core.backups import LocalCopy

UNSEEN = timedelta(hours=24)
_LOADED_TIMES = 3  # a database with its indexes, compared with its text
_UNPACKED_TIMES = 2  # a library whose size nobody wrote down, compared with its backup


class Why(Enum):
    """What speaks against a copy, the lightest first."""

    NOT_VERIFIED = "it was not read back since it came here"
    SUSPECT = "it held much less than the one before it"
    NO_FILES = "it holds the database only"
    DAMAGED = "its bytes are not right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A newer copy that was not chosen."""

    copy: LocalCopy
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """`copy` comes back first, then the younger database over it. `against` holds for `copy`."""

    copy: LocalCopy
    against: tuple[Why, ...] = ()
    then: LocalCopy | None = None
    passed: tuple[Passed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a new server has to have; None where the backup does not say."""

    kuroibara: str | None
    postgresql: int | None  # the major version
    space: int


def may_be_gone(now: datetime, seen: datetime | None, *, answers: bool) -> bool:
    """Whether to offer the way back; `seen` is None for a server that was never seen from here."""
    return not answers and seen is not None and now - seen >= UNSEEN


def choose(copies: Iterable[LocalCopy]) -> Rescue | None:
    """The newest of those that least speaks against; None without any that could be restored."""
    dated = sorted(copies, key=_made, reverse=True)
    usable = [copy for copy in dated if Why.DAMAGED not in _against(copy)]
    if not usable:
        return None
    best = min(usable, key=_weight)  # of equals the newest: `min` takes the first
    then = None
    if best.includes_storage:
        then = next((c for c in usable if _made(c) > _made(best) and _may_follow(c)), None)
    newer = [copy for copy in dated if _made(copy) > _made(best)]
    if then is not None:  # what the databases hold comes back with the newest of them
        newer = [copy for copy in newer if copy.includes_storage]
    return Rescue(
        copy=best,
        against=_against(best),
        then=then,
        passed=tuple(Passed(copy=c, why=_against(c)[-1]) for c in newer if _against(c)),
    )


def needs(rescue: Rescue) -> Needs:
    """Read off what the backups say of themselves."""
    copy = rescue.copy
    said = copy.metadata
    storage, database = said.get("storage_size"), said.get("database_size")
    if type(storage) is int and type(database) is int and storage + database > 0:
        space = copy.size + storage + _LOADED_TIMES * database
    else:
        space = copy.size * (1 + _UNPACKED_TIMES)
    if rescue.then is not None:
        space += rescue.then.size
    version = said.get("kuroibara_version")
    known = isinstance(version, str) and version not in ("", "unknown")
    return Needs(
        kuroibara=str(version) if known else None,
        postgresql=_major(said.get("postgresql_version")),
        space=space,
    )


def _against(copy: LocalCopy) -> tuple[Why, ...]:
    found = []
    if copy.state is CopyState.UNVERIFIED:
        found.append(Why.NOT_VERIFIED)
    if copy.suspect:
        found.append(Why.SUSPECT)
    if not copy.includes_storage:
        found.append(Why.NO_FILES)
    if copy.state is CopyState.DAMAGED:
        found.append(Why.DAMAGED)
    return tuple(found)


def _weight(copy: LocalCopy) -> int:
    """Files weigh most: without them the library is a list of names."""
    weights = {Why.NOT_VERIFIED: 1, Why.SUSPECT: 2, Why.NO_FILES: 4}
    return sum(weights[one] for one in _against(copy))


def _may_follow(copy: LocalCopy) -> bool:
    return copy.state is CopyState.VERIFIED and not copy.suspect


def _made(copy: LocalCopy) -> float:
    return copy.created_at.timestamp() if copy.created_at else 0.0


def _major(said: object) -> int | None:
    digits = str(said).split(".")[0].strip() if isinstance(said, str | int) else ""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 4 else None
