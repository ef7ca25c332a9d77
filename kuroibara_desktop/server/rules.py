"""The engine's calls about its schedule, its retention and its figures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kuroibara_desktop.core.rules import (
    DayFigures,
    DiskFigures,
    KeepRules,
    KindFigures,
    Preview,
    Schedule,
    ScheduleChange,
    SizePoint,
    Statistics,
    Verdict,
)
from kuroibara_desktop.server import fields

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from kuroibara_desktop.core.restores import Proof
    from kuroibara_desktop.server.calling import Calls


class RuleCalls:
    """What the server does by itself."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def schedules(self) -> tuple[Schedule, ...]:
        return self._calls.get("/backup/schedule", _schedules, "the schedule")

    def reschedule(self, changes: Mapping[str, ScheduleChange | None]) -> tuple[Schedule, ...]:
        """Change schedules by kind; None puts a whole one back to the server's own settings."""
        question: dict[str, object] = {
            kind: None
            if change is None
            else {
                name: value
                for name in ("cron", "timezone", "enabled", "include_storage")
                if (value := getattr(change, name)) is not None
            }
            for kind, change in changes.items()
        }
        return self._calls.tell(
            "PUT", "/backup/schedule", question, _schedules, doing="changing the schedule"
        )

    def keeping(self) -> KeepRules:
        return self._calls.get("/backup/retention-settings", _keeping, "the retention rules")

    def keep(self, rules: KeepRules, *, proof: Proof | None = None) -> KeepRules:
        """Have these rules obeyed; wants a proof, since they are what makes backups go."""
        return self._calls.tell(
            "PUT",
            "/backup/retention-settings",
            _told(rules),
            _keeping,
            doing="changing the retention rules",
            headers={} if proof is None else {"X-Confirm": proof.token},
        )

    def preview(self) -> Preview:
        """What the rules in force would do now."""
        return self._calls.get("/backup/retention/preview", _preview, "the preview")

    def foresee(self, rules: KeepRules) -> Preview:
        """What these rules would do now; nothing is changed by asking."""
        return self._calls.tell(
            "POST",
            "/backup/retention/preview",
            _told(rules),
            _preview,
            doing="asking what the rules would do",
        )

    def apply(self) -> int:
        """Remove what the rules do not keep; returns how many backups that were."""
        return self._calls.tell(
            "POST", "/backup/apply-retention", None, _removed, doing="applying the rules"
        )

    def statistics(self) -> Statistics:
        return self._calls.get("/backup/statistics", _statistics, "the figures")


_NAMES = {
    "retention_enabled": "enabled",
    "retention_daily": "daily",
    "retention_weekly": "weekly",
    "retention_monthly": "monthly",
    "retention_yearly": "yearly",
    "retention_max_total": "at_most",
    "retention_manual": "manual",
}


def _told(rules: KeepRules) -> dict[str, object]:
    return {theirs: getattr(rules, ours) for theirs, ours in _NAMES.items()}


def _schedules(value: object) -> tuple[Schedule, ...]:
    found = fields.inside(fields.an_object(value), "schedules")
    return tuple(_schedule(kind, fields.an_object(one)) for kind, one in found.items())


def _schedule(kind: str, answer: Mapping[str, object]) -> Schedule:
    return Schedule(
        kind=kind,
        cron=fields.shown(answer, "cron"),
        timezone=fields.shown(answer, "timezone"),
        enabled=fields.flag(answer, "enabled"),
        include_storage=fields.flag(answer, "include_storage"),
        edited=fields.shown_all(answer, "edited"),
        next_due=fields.moment_or_none(answer.get("next_due")),
        last_attempt=fields.moment_or_none(answer.get("last_attempt")),
        last_success=fields.moment_or_none(answer.get("last_success")),
        last_error=fields.shown(answer, "last_error") or None,
        failures=fields.count_or_none(answer, "failures") or 0,
        overdue=fields.flag(answer, "overdue"),
    )


def _keeping(value: object) -> KeepRules:
    answer = fields.an_object(value)
    ours = dict(_NAMES)
    return KeepRules(
        enabled=fields.flag(answer, "retention_enabled"),
        daily=fields.count_or_none(answer, "retention_daily"),
        weekly=fields.count_or_none(answer, "retention_weekly"),
        monthly=fields.count_or_none(answer, "retention_monthly"),
        yearly=fields.count_or_none(answer, "retention_yearly"),
        at_most=fields.count_or_none(answer, "retention_max_total"),
        manual=fields.flag(answer, "retention_manual"),
        edited=tuple(ours[name] for name in fields.shown_all(answer, "edited") if name in ours),
    )


def _preview(value: object) -> Preview:
    answer = fields.an_object(value)
    return Preview(
        enabled=fields.flag(answer, "retention_enabled"),
        verdicts=tuple(_verdict(one) for one in fields.objects(answer, "verdicts")),
        would_free=fields.count(answer, "would_free"),
    )


def _verdict(answer: Mapping[str, object]) -> Verdict:
    return Verdict(
        filename=fields.text(answer, "filename"),
        size=fields.count(answer, "size"),
        created_at=fields.moment_or_none(answer.get("created_at")),
        kept=fields.flag(answer, "kept"),
        reasons=tuple(fields.shown(why, "text") for why in fields.objects(answer, "reasons")),
    )


def _removed(value: object) -> int:
    return fields.count(fields.an_object(value), "deleted_count")


def _statistics(value: object) -> Statistics:
    answer = fields.an_object(value)
    recent, disk = fields.inside(answer, "last_30_days"), fields.inside(answer, "disk")
    return Statistics(
        at=_must(answer, "time"),
        count=fields.count(answer, "total_count"),
        size=fields.count(answer, "total_size"),
        damaged=fields.count(answer, "damaged"),
        suspect=fields.count(answer, "suspect"),
        kinds=tuple(
            KindFigures(
                kind=fields.shown(one, "kind"),
                count=fields.count(one, "count"),
                size=fields.count(one, "size"),
                newest_at=fields.moment_or_none(one.get("newest_at")),
                newest_size=fields.count_or_none(one, "newest_size"),
                newest_verified_at=fields.moment_or_none(one.get("newest_verified_at")),
            )
            for one in fields.objects(answer, "kinds")
        ),
        days=tuple(
            DayFigures(
                date=_day(fields.text(one, "date")),
                kinds=fields.shown_all(one, "kinds"),
                failed=fields.count(one, "failed"),
            )
            for one in fields.objects(answer, "days")
        ),
        sizes=tuple(
            SizePoint(
                at=_must(one, "at"),
                size=fields.count(one, "size"),
                includes_storage=fields.flag(one, "includes_storage"),
            )
            for one in fields.objects(answer, "sizes")
        ),
        succeeded=fields.count(recent, "succeeded"),
        failed=fields.count(recent, "failed"),
        disk=DiskFigures(
            free=fields.count(disk, "free"),
            total=fields.count(disk, "total"),
            needed_in_a_year=fields.count_or_none(disk, "needed_in_a_year"),
            fits=fields.flag_or_none(disk, "fits"),
            growth_per_day=fields.decimal_or_none(disk, "growth_per_day"),
            full_on=fields.moment_or_none(disk.get("full_on")),
        ),
    )


def _must(answer: Mapping[str, object], key: str) -> datetime:
    found = fields.moment_or_none(answer.get(key))
    if found is None:
        raise fields.Misread(key)
    return found


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise fields.Misread("date") from None
