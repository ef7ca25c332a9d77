"""The figures as Prometheus reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from prometheus_client import CollectorRegistry, Gauge, Info, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from kuroibara_backup.version import tool_version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuroibara_backup.service.schedules import Scheduled
    from kuroibara_backup.service.statistics import Statistics

MEDIA_TYPE: Final = CONTENT_TYPE_LATEST
_PREFIX: Final = "kuroibara_backup"


def exposition(found: Statistics, schedules: Sequence[Scheduled]) -> bytes:
    """Write all figures of this moment; nothing is remembered from one time to the next."""
    registry = CollectorRegistry()
    Info(_PREFIX, "The engine", registry=registry).info({"version": tool_version()})

    def gauge(name: str, text: str, value: float) -> None:
        Gauge(f"{_PREFIX}_{name}", text, registry=registry).set(value)

    def of_kinds(name: str, text: str) -> Gauge:
        return Gauge(f"{_PREFIX}_{name}", text, ["kind"], registry=registry)

    gauge("disk_free_bytes", "Free where backups are kept", found.free)
    gauge("disk_total_bytes", "Size of the disk where backups are kept", found.total)
    gauge("disk_needed_bytes", "What the rules keep within a year", found.need.needed)
    gauge("damaged", "Backups that are damaged", found.damaged)
    gauge("suspect", "Backups that wait for a decision", found.suspect)
    gauge("failures_30d", "Backups that failed within 30 days", found.failed)
    gauge("successes_30d", "Backups that succeeded within 30 days", found.succeeded)
    count = of_kinds("backups", "Backups there are")
    size = of_kinds("bytes", "What they hold")
    newest = of_kinds("last_success_timestamp_seconds", "When the newest was made")
    age = of_kinds("last_success_age_seconds", "How old the newest is")
    newest_size = of_kinds("last_size_bytes", "Size of the newest")
    duration = of_kinds("last_duration_seconds", "How long the newest took")
    for one in found.kinds:
        count.labels(one.kind).set(one.count)
        size.labels(one.kind).set(one.bytes)
        newest.labels(one.kind).set(one.newest_at.timestamp())
        age.labels(one.kind).set((found.at - one.newest_at).total_seconds())
        newest_size.labels(one.kind).set(one.newest_size)
        if one.last_duration is not None:
            duration.labels(one.kind).set(one.last_duration)
    due = Gauge(
        f"{_PREFIX}_next_due_timestamp_seconds",
        "When a schedule is due next",
        ["schedule"],
        registry=registry,
    )
    overdue = Gauge(
        f"{_PREFIX}_overdue", "1 while a schedule is overdue", ["schedule"], registry=registry
    )
    for schedule in schedules:
        overdue.labels(schedule.kind.value).set(schedule.overdue)
        if schedule.next_due is not None:
            due.labels(schedule.kind.value).set(schedule.next_due.timestamp())
    return bytes(generate_latest(registry))
