"""What may go before the next backup, so that it fits?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.retention.judging import judge
from kuroibara_backup.retention.model import Standing

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from kuroibara_backup.retention.model import Candidate, Policy


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
