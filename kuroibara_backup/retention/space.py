"""Does what is kept fit the disk, and what may go before the next backup so that it fits?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kuroibara_backup.retention.judging import judge
from kuroibara_backup.retention.model import Standing

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from kuroibara_backup.retention.model import Candidate, Policy


def full_ones_in_a_year(policy: Policy) -> int:
    """Return how many full backups lie there after a year of schedules.

    The next one needs no more room than that: what it replaces may go first.
    """
    kept = min(policy.weekly or 53, 53) + min(policy.monthly or 12, 12)
    return min(kept, policy.most or kept)


def fitting(policy: Policy, most_full: int) -> Policy | None:
    """Lower weeks and months until no more than `most_full` full backups lie there.

    None when even one of each is too many. Months go first: each holds as much as a week does.
    """
    for weekly in range(min(policy.weekly or 53, 53), 0, -1):
        for monthly in range(min(policy.monthly or 12, 12), 0, -1):
            lower = replace(policy, weekly=weekly, monthly=monthly, yearly=1)
            if full_ones_in_a_year(lower) <= most_full:
                return lower
    return None


def room_for(
    coming: Candidate,
    backups: Collection[Candidate],
    policy: Policy,
    now: datetime,
    *,
    lacking: int,
) -> tuple[Candidate, ...]:
    """Choose what to remove so that `lacking` bytes more are free, the oldest first.

    Only what `judge` would remove once `coming` is there may go, and only if that is enough and
    an older good backup stays that holds as much as the coming one. Empty when it cannot be done.
    """
    after = judge([*backups, coming], policy, now)
    chosen: list[Candidate] = []
    for verdict in reversed(after):
        if lacking <= 0:
            break
        if not verdict.kept and verdict.candidate != coming:
            chosen.append(verdict.candidate)
            lacking -= verdict.candidate.size
    if lacking > 0:
        return ()
    gone = {one.name for one in chosen}
    stays = [
        one
        for one in backups
        if one.name not in gone
        and one.standing is Standing.GOOD
        and not one.found
        and one.created_at <= now
    ]
    # Should the coming one fail, there must be one to restore from.
    if not any(one.full or not coming.full for one in stays):
        return ()
    if any(one.full for one in chosen) and not any(one.full for one in stays):
        return ()
    return tuple(chosen)
