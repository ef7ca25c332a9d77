"""What a server holds after a restore, beside what the backup held: for the checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.errors import NotAllowed, NotFound
from kuroibara_desktop.core.errors import ServerRefused, SignInRequired
from kuroibara_desktop.core.migration import Arrival
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.transfers.pace import Check, Pace, persistent
from kuroibara_desktop.transfers.planning import planned_for

if TYPE_CHECKING:
    from collections.abc import Generator

    from kuroibara_desktop.core.restores import Restore
    from kuroibara_desktop.core.restoring import Journey
    from kuroibara_desktop.server import Server


def arrived(
    server: Server, journey: Journey, seen: Restore, *, check: Check, pace: Pace | None = None
) -> Generator[Progress, None, Arrival]:
    """Have the server count again what the backup held; wants an administrator of today."""
    pace = pace or Pace()
    _, plan = yield from planned_for(server, journey, safety_copy=False, check=check, pace=pace)
    try:
        schedules = yield from persistent(
            server.rules.schedules, check, pace, Progress(stage=Stage.ASKING)
        )
    except SignInRequired:
        raise
    except (NotAllowed, NotFound, ServerRefused):  # then that line of the list stays open
        schedules = None
    outcome = seen.outcome
    return Arrival(
        counts=plan.counts,
        tables_missing=outcome is not None and bool(outcome.missing_tables),
        schedules=schedules,
    )
