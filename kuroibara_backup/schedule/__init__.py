"""When a backup is due, as pure decisions: no clock, no database, nothing that waits.

A *plan* says how often: cron text in a time zone. A *slot* is one moment that the cron names; it is
carried out when it is *due*, which for a monthly backup may be when a weekly one is made anyway.
Reading clocks, remembering slots and making backups is the caller's.
"""

from kuroibara_backup.schedule.cron import (
    at_daily,
    at_monthly,
    at_weekly,
    checked_cron,
    checked_zone,
    next_slot,
    slot_before,
)
from kuroibara_backup.schedule.deciding import (
    LATE,
    RETRIES,
    Beside,
    Plan,
    Step,
    after_failure,
    due_of,
    overdue,
    retry_now,
    step,
)

__all__ = [
    "LATE",
    "RETRIES",
    "Beside",
    "Plan",
    "Step",
    "after_failure",
    "at_daily",
    "at_monthly",
    "at_weekly",
    "checked_cron",
    "checked_zone",
    "due_of",
    "next_slot",
    "overdue",
    "retry_now",
    "slot_before",
    "step",
]
