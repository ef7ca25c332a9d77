"""Which copies hold the same library, and where that must be asked.

An engine's identity tells libraries apart: a server that was installed anew at the same address has
another one. A plain Kuroibara has none; there, a library that suddenly holds much less may be
another one. Until somebody says which it is, nothing of either is removed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kuroibara_backup.retention import judge_suspect
from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.backups import CopyState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kuroibara_desktop.core.backups import LocalCopy
    from kuroibara_desktop.core.servers import KeptServer


class Answer(Enum):
    """What somebody said about a library that seems to be another one."""

    SAME = "same"  # the same library, moved or made smaller
    OTHER = "other"  # another one: both are kept for themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A question that only a person can answer. `key` is what the answer is kept under."""

    key: str
    address: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Copies of one library, the oldest first; none of them is removed while there is a doubt."""

    copies: tuple[LocalCopy, ...]
    doubts: tuple[Doubt, ...] = ()


@dataclass(slots=True)
class _Group:
    """Copies that are surely of one library; `key` names its identity."""

    key: str
    address: str
    copies: list[LocalCopy]
    engine: bool
    why: str = ""


def libraries(
    copies: Iterable[LocalCopy],
    servers: Mapping[str, KeptServer],
    answers: Mapping[str, Answer],
    *,
    present: Mapping[str, str] | None = None,
) -> list[Library]:
    """Sort `copies` by the library they hold.

    `servers` are the vault's folders; `present` is the identity that an engine at an address says
    it has now, even if nothing of it was copied yet.
    """
    by_address: dict[str, list[_Group]] = {}
    for group in _groups(copies, servers, present or {}):
        by_address.setdefault(group.address, []).append(group)
    found = []
    for groups in by_address.values():
        found += _at_one_address(groups, answers)
    return found


def _at_one_address(groups: Sequence[_Group], answers: Mapping[str, Answer]) -> list[Library]:
    joined: list[list[_Group]] = []
    doubts: list[Doubt] = []
    for group in groups:
        before = next(
            (g for g in reversed(groups[: groups.index(group)]) if _alike(g, group)), None
        )
        if before is None:
            joined.append([group])
            continue
        answer = answers.get(group.key)
        if answer is Answer.SAME:
            next(family for family in joined if before in family).append(group)
            continue
        joined.append([group])
        if answer is None:
            doubts.append(
                Doubt(key=group.key, address=group.address, sentence=_sentence(group, before))
            )
    return [
        Library(
            copies=tuple(sorted((c for g in family for c in g.copies), key=_age)),
            doubts=tuple(doubts),
        )
        for family in joined
        if any(g.copies for g in family)
    ]


def _alike(before: _Group, group: _Group) -> bool:
    """Whether the two could be taken for each other: both told by identity, or both by counts."""
    return before.engine == group.engine


def _sentence(group: _Group, before: _Group) -> str:
    if group.engine:
        return (
            f"The server at {group.address} is no longer the one that {_number(before.copies)} "
            "came from: it was installed anew, or another one is there now."
        )
    return f"The library at {group.address} suddenly holds much less. {group.why}".strip()


def _number(copies: Sequence[LocalCopy]) -> str:
    return "one copy here" if len(copies) == 1 else f"{len(copies)} copies here"


def _groups(
    copies: Iterable[LocalCopy], servers: Mapping[str, KeptServer], present: Mapping[str, str]
) -> list[_Group]:
    """Each identity with its copies, in the order in which they were first seen."""
    engines: dict[str, _Group] = {}
    plain: dict[str, list[_Group]] = {}
    for copy in sorted(copies, key=_age):
        kept = servers.get(copy.server)
        address = (kept.address if kept else "") or copy.server
        identity = copy.instance_id or (kept.instance_id if kept else None)
        if identity is None:
            series = kept is None or bool(kept.address)  # of files from anywhere there is none
            _into_counted(plain.setdefault(address, []), copy, address, series=series)
        elif identity in engines:
            engines[identity].copies.append(copy)
            engines[identity].address = address  # where it was last
        else:
            engines[identity] = _Group(identity, address, [copy], engine=True)
    for address, identity in present.items():
        if identity in engines:
            engines[identity].address = address
        else:
            engines[identity] = _Group(identity, address, [], engine=True)
    return [*engines.values(), *(group for groups in plain.values() for group in groups)]


def _into_counted(groups: list[_Group], copy: LocalCopy, address: str, *, series: bool) -> None:
    """Put `copy` where it belongs by what it holds; one that holds much less begins anew."""
    if not groups:
        groups.append(_Group(f"plain {address}", address, [copy], engine=False))
        return
    fallen = _fallen(copy, groups[-1].copies) if series else ""
    if not fallen:
        groups[-1].copies.append(copy)
        return
    key = copy.sha256 or f"{copy.server}/{copy.remote_name}/{copy.size}"
    groups.append(_Group(key, address, [copy], engine=False, why=fallen))


def _fallen(copy: LocalCopy, before: Sequence[LocalCopy]) -> str:
    """How `copy` holds less than the last one of the same contents; nothing when it does not."""
    if copy.state is not CopyState.VERIFIED:
        return ""
    for old in reversed(before):
        if old.includes_storage != copy.includes_storage or old.state is not CopyState.VERIFIED:
            continue
        if copy.counts is not None and old.counts is not None:
            return " ".join(judge_suspect(copy.counts, old.counts)[:2])
        if copy.size * 5 < old.size * 4:
            return (
                f"{copy.name} has {formatting.size(copy.size)}, "
                f"{old.name} before it {formatting.size(old.size)}."
            )
        return ""
    return ""


def _age(copy: LocalCopy) -> tuple[float, str]:
    """By when it was made; copies that do not say so were there before all others."""
    return (copy.created_at.timestamp() if copy.created_at else 0.0, copy.path.name)
