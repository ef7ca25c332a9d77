"""Which copies stay here and which may go, and why.

The rules are the engine's own (`retention.judge`), with this computer's numbers. A copy counts by
the day it was made on, whatever the server made it for; full and database-only ones are judged
apart. The newest good copy of each library and contents always stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kuroibara_backup.retention import Candidate, Kind, Policy, Standing, Why, judge, room_for
from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.backups import CopyState, LocalCopy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from kuroibara_backup.retention import Verdict
    from kuroibara_desktop.core.backups import RemoteBackup
    from kuroibara_desktop.core.libraries import Library

AS_MANY_AS_FIT = None  # instead of a policy: nothing goes before its room is needed

_EVERY = frozenset({Kind.DAILY, Kind.WEEKLY, Kind.MONTHLY})
_ONE = Policy(daily=1, weekly=1, monthly=1, yearly=1, most=1, manual_too=True)
_SAID = {
    Why.DAMAGED: "it is damaged and counts for nothing: look at it",
    Why.SUSPECT: "it is suspect, and does not count: look at it",
    Why.UNVERIFIED: "it is not verified yet, and does not count",
    Why.NEWEST_OF_KIND: "the newest verified one",
    Why.NEWEST_FULL: "the newest verified full one",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyVerdict:
    """What becomes of one copy; `reasons` complete "It stays: …" or "It goes: …"."""

    copy: LocalCopy
    kept: bool
    reasons: tuple[str, ...]
    frozen: bool = False  # it stays only until a question is answered


def judge_copies(
    libraries: Iterable[Library], policy: Policy | None, now: datetime
) -> list[CopyVerdict]:
    """One verdict for each copy, the newest first; without a policy all of them stay."""
    found: list[CopyVerdict] = []
    for library in libraries:
        judged = _judged(library.copies, policy, now)
        found += [_frozen(one) for one in judged] if library.doubts else judged
    return sorted(found, key=_newest_first, reverse=True)


def _judged(copies: Sequence[LocalCopy], policy: Policy | None, now: datetime) -> list[CopyVerdict]:
    if policy is AS_MANY_AS_FIT:
        return [CopyVerdict(copy=c, kept=True, reasons=("there is room for it",)) for c in copies]
    found = []
    for contents in (True, False, None):
        group = {_name(c): c for c in copies if c.includes_storage is contents}
        dated = {name: c for name, c in group.items() if _dated(c)}
        verdicts = judge([candidate(c) for c in dated.values()], policy, now)
        found += [_told(verdict, dated[verdict.candidate.name]) for verdict in verdicts]
        found += [
            CopyVerdict(copy=c, kept=True, reasons=("nobody knows when it was made",))
            for c in group.values()
            if not _dated(c)
        ]
    return found


def _told(verdict: Verdict, copy: LocalCopy) -> CopyVerdict:
    said = [_SAID.get(reason.why, reason.text) for reason in verdict.reasons]
    return CopyVerdict(copy=copy, kept=verdict.kept, reasons=tuple(dict.fromkeys(said)))


def _frozen(verdict: CopyVerdict) -> CopyVerdict:
    why = "nothing is removed before you say whether the server still holds the same library"
    return CopyVerdict(copy=verdict.copy, kept=True, reasons=(why,), frozen=True)


def candidate(copy: LocalCopy) -> Candidate:
    """`copy`, which has a time, as the rules see it."""
    if copy.created_at is None:
        raise ValueError("a copy without a time cannot be judged")
    return Candidate(
        name=_name(copy),
        created_at=copy.created_at,
        kinds=_EVERY,
        full=copy.includes_storage is True,
        size=copy.size,
        standing=_standing(copy),
        pinned=copy.pinned,
    )


def _dated(copy: LocalCopy) -> bool:
    """Whether it says when it was made, and that can be true: no year that time zones fall off."""
    return copy.created_at is not None and 1970 < copy.created_at.year < 9999


def _standing(copy: LocalCopy) -> Standing:
    if copy.state is CopyState.DAMAGED:
        return Standing.DAMAGED
    if copy.suspect:
        return Standing.SUSPECT
    return Standing.GOOD if copy.state is CopyState.VERIFIED else Standing.UNVERIFIED


def _name(copy: LocalCopy) -> str:
    return f"{copy.server}/{copy.path.name}"


def _newest_first(verdict: CopyVerdict) -> tuple[float, str]:
    made = verdict.copy.created_at
    return (made.timestamp() if made else 0.0, verdict.copy.path.name)


# Room for the next copy


class WayOut(Enum):
    """What can be done when a copy does not fit beside the ones that must stay."""

    ANOTHER_DRIVE = "another_drive"
    DATABASE_ONLY = "database_only"
    REPLACE = "replace"


OFFERS = {
    WayOut.ANOTHER_DRIVE: "Choose another drive: nothing is given up.",
    WayOut.DATABASE_ONLY: "Copy database-only backups until there is room: the library's files "
    "here stay as old as the last full copy.",
    WayOut.REPLACE: "Replace the old copy: until the new one is here, the server holds the only "
    "backup.",
}


def ways_out(backup: RemoteBackup, replaceable: Sequence[LocalCopy]) -> tuple[WayOut, ...]:
    """Which of them are offered: only what the server holds verified may be given up for here."""
    found = [WayOut.ANOTHER_DRIVE]
    if backup.includes_storage is not False:
        found.append(WayOut.DATABASE_ONLY)
    if replaceable:
        found.append(WayOut.REPLACE)
    return tuple(found)


def room_by_rules(
    backup: RemoteBackup,
    library: Library,
    policy: Policy | None,
    now: datetime,
    *,
    lacking: int,
) -> tuple[LocalCopy, ...]:
    """What may go before `backup` comes so that `lacking` more bytes are free, the oldest first.

    As many as fit: all but one that holds as much. With rules: what they would remove anyway.
    Empty when that is not enough, or somebody has to answer a question first.
    """
    if library.doubts or lacking <= 0:
        return ()
    coming = Candidate(
        name="",
        created_at=backup.created_at,
        kinds=_EVERY,
        full=backup.includes_storage is True,
        size=backup.size,
    )
    by_name = {_name(c): c for c in library.copies if _dated(c)}
    there = [candidate(c) for c in by_name.values()]
    rules = _ONE if policy is AS_MANY_AS_FIT else policy
    chosen = room_for(coming, there, rules, now, lacking=lacking)
    if any(one.created_at >= coming.created_at for one in chosen):
        return ()  # nothing newer goes for the sake of something older
    return tuple(by_name[one.name] for one in chosen)


def room_by_replacing(
    backup: RemoteBackup, library: Library, *, lacking: int
) -> tuple[LocalCopy, ...]:
    """What must be given up for `backup`, which the server verified; empty when nothing may.

    Only asked for by a person: for a while, only the server holds a backup of the library.
    """
    if library.doubts or backup.verified_at is None or backup.suspect:
        return ()
    older = [
        copy
        for copy in library.copies
        if copy.created_at is not None
        and copy.created_at < backup.created_at
        and not copy.pinned
        and (copy.includes_storage is not True or backup.includes_storage is True)
    ]
    chosen: list[LocalCopy] = []
    for copy in older:
        if lacking <= 0:
            break
        chosen.append(copy)
        lacking -= copy.size
    return tuple(chosen) if lacking <= 0 else ()


def summary(verdicts: Sequence[CopyVerdict]) -> str:
    """In one sentence how many would go and what that frees."""
    going = [v.copy for v in verdicts if not v.kept]
    if not going:
        return "Nothing goes."
    size = formatting.size(sum(copy.size for copy in going))
    return f"{len(going)} {'copy goes' if len(going) == 1 else 'copies go'}, which frees {size}."
