"""What would the server's retention rules do if they were others? Judged here, by its own code.

The server has the last word: it also knows what somebody is copying at this moment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kuroibara_backup.retention import Candidate, Kind, Policy, Standing, judge
from kuroibara_desktop.core.backups import RemoteStatus
from kuroibara_desktop.core.rules import Preview, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, tzinfo

    from kuroibara_desktop.core.backups import RemoteBackup
    from kuroibara_desktop.core.rules import KeepRules

_KINDS = {kind.value: kind for kind in Kind}


def foreseen(
    backups: Iterable[RemoteBackup], rules: KeepRules, *, now: datetime, zone: str | None
) -> Preview:
    """What `rules` would do with `backups`; days begin as in the server's `zone`."""
    policy = Policy(
        daily=rules.daily,
        weekly=rules.weekly,
        monthly=rules.monthly,
        yearly=rules.yearly,
        most=rules.at_most,
        manual_too=rules.manual,
        enabled=rules.enabled,
        zone=_zone(zone, now),
    )
    by_name = {backup.filename: backup for backup in backups}
    found = judge([_candidate(one) for one in by_name.values()], policy, now)
    verdicts = tuple(
        Verdict(
            filename=one.candidate.name,
            size=one.candidate.size,
            created_at=by_name[one.candidate.name].created_at,
            kept=one.kept,
            reasons=tuple(reason.text for reason in one.reasons),
        )
        for one in found
    )
    free = sum(one.size for one in verdicts if not one.kept)
    return Preview(enabled=rules.enabled, verdicts=verdicts, would_free=free)


def _candidate(backup: RemoteBackup) -> Candidate:
    told = backup.metadata.get("kinds")
    named = [backup.kind, *(told if isinstance(told, list) else [])]
    return Candidate(
        name=backup.filename,
        created_at=backup.created_at,
        kinds=frozenset(_KINDS[kind] for kind in named if kind in _KINDS),
        full=backup.includes_storage is True,
        size=backup.size,
        standing=_standing(backup),
        found=backup.origin != "engine",
        pinned=backup.pinned,
    )


def _standing(backup: RemoteBackup) -> Standing:
    if backup.status is RemoteStatus.DAMAGED:
        return Standing.DAMAGED
    if backup.suspect:
        return Standing.SUSPECT
    return Standing.GOOD if backup.verified_at is not None else Standing.UNVERIFIED


def _zone(name: str | None, now: datetime) -> tzinfo:
    """The zone of that name, else the one `now` is told in."""
    try:
        return ZoneInfo(name or "")
    except (ValueError, KeyError, OSError):
        return now.tzinfo or ZoneInfo("UTC")
