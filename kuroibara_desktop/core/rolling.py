"""Which copies are read again next, so that all of them are within a while."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from kuroibara_desktop.core.backups import CopyState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kuroibara_desktop.core.backups import LocalCopy

EVERY = timedelta(days=30)
_NEVER = datetime.min.replace(tzinfo=UTC)


def next_to_verify(
    copies: Iterable[LocalCopy], now: datetime, *, every: timedelta = EVERY, at_most: int
) -> list[LocalCopy]:
    """Those not read for `every`, the longest ago first, of `at_most` bytes but at least one.

    Damaged ones are known to be so and are left out. A look that lies in the future, by a clock
    that was wrong, counts for nothing.
    """
    due = [
        copy
        for copy in copies
        if copy.state is not CopyState.DAMAGED and not now - every < _seen(copy, now) <= now
    ]
    chosen: list[LocalCopy] = []
    for copy in sorted(due, key=lambda one: (_seen(one, now), one.path.name)):
        if chosen and copy.size > at_most:
            break
        chosen.append(copy)
        at_most -= copy.size
    return chosen


def _seen(copy: LocalCopy, now: datetime) -> datetime:
    seen = copy.verified_at
    return _NEVER if seen is None or seen > now else seen
