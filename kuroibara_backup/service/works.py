"""Which use case does a job of each kind carry out?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.jobs.model import JobKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kuroibara_backup.jobs.runner import Work
    from kuroibara_backup.service.engine import Service


def works(service: Service) -> Mapping[JobKind, Work]:
    """Return the work of every kind; looked up when a job runs, so the order of making is free."""
    return {
        JobKind.ADOPT: lambda given, control: service.adoption.work(given, control),
        JobKind.CREATE: lambda given, control: service.creations.work(given, control),
        JobKind.ORPHANS: lambda given, control: service.orphans.work_survey(given, control),
        JobKind.RECOVER: lambda given, control: service.orphans.work_recovery(given, control),
        JobKind.RESTORE_PLAN: lambda given, control: service.restores.work_plan(given, control),
        JobKind.RESTORE: lambda given, control: service.restores.work_restore(given, control),
        JobKind.ROLLBACK: lambda given, control: service.restores.rollbacks.work(given, control),
        JobKind.UPLOAD: lambda given, control: service.arrivals.work(given, control),
        JobKind.DRILL: lambda given, control: service.drills.work(given, control),
        JobKind.VERIFY: lambda given, control: service.verification.work(given, control),
    }
