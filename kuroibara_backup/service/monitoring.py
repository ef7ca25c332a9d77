"""What do those who watch the engine get to know?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.places.files import total_bytes
from kuroibara_backup.service.health import unready
from kuroibara_backup.service.statistics import statistics

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kuroibara_backup.jobs.runner import Jobs
    from kuroibara_backup.places.local import LocalPlace
    from kuroibara_backup.service.health import Unready
    from kuroibara_backup.service.keeping import Keeping
    from kuroibara_backup.service.model import Backup
    from kuroibara_backup.service.schedules import Scheduled, Schedules
    from kuroibara_backup.service.statistics import Statistics
    from kuroibara_backup.settings import Settings


class Monitoring:
    """Reads only; every figure is of the moment of the call."""

    def __init__(
        self,
        settings: Settings,
        state_url: str,
        place: LocalPlace,
        *,
        backups: Callable[[], list[Backup]],
        jobs: Jobs,
        keeping: Keeping,
        schedules: Schedules,
        half_way: Callable[[], bool],
        now: Callable[[], datetime],
    ) -> None:
        self._settings = settings
        self._state_url = state_url
        self._place = place
        self._backups = backups
        self._jobs = jobs
        self._keeping = keeping
        self._schedules = schedules
        self._half_way = half_way
        self._now = now

    def unready(self) -> tuple[Unready, ...]:
        """Everything that stands in the way of backups and restores; empty when nothing does."""
        return tuple(unready(self._settings, self._state_url, self._place, self._half_way))

    def statistics(self) -> Statistics:
        """The figures for charts and alarms."""
        return statistics(
            self._backups(),
            self._jobs.list(),
            self._keeping.policy,
            free=self._place.free(),
            total=total_bytes(self._place.root),
            reserve=self._settings.backup_reserve_bytes,
            now=self._now(),
            zone=self._settings.timezone,
        )

    def schedules(self) -> tuple[Scheduled, ...]:
        """When each schedule is due, and how its last run went."""
        return self._schedules.told()
