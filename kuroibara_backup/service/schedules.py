"""Which backups are made by themselves, and what became of the last ones?"""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from kuroibara_backup.database.state import schedules as rows
from kuroibara_backup.database.state.schedules import RunState, Settled
from kuroibara_backup.errors import NotFound, Refused
from kuroibara_backup.jobs.model import Failure, JobKind, JobState
from kuroibara_backup.jobs.runner import Request
from kuroibara_backup.retention import Kind
from kuroibara_backup.schedule import (
    Beside,
    Plan,
    after_failure,
    at_daily,
    at_monthly,
    at_weekly,
    checked_zone,
    overdue,
    retry_now,
    step,
)
from kuroibara_backup.service.audit import Act

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from kuroibara_backup.database.state.schedules import Held, RunRow, ScheduleRow
    from kuroibara_backup.jobs.runner import Jobs
    from kuroibara_backup.schedule import Step
    from kuroibara_backup.service.audit import Actor, Audit
    from kuroibara_backup.settings import Settings

log = logging.getLogger("scheduler")
SCHEDULED: Final = (Kind.DAILY, Kind.WEEKLY, Kind.MONTHLY)
# A monthly backup that is due near a weekly one is that one.
_BESIDE: Final = {Kind.MONTHLY.value: Kind.WEEKLY.value}
_READ: Final = {"daily": at_daily, "weekly": at_weekly, "monthly": at_monthly}
_LOST: Final = Failure(
    code="job_lost",
    title="Something went wrong",
    detail="The backup was not made: its job is not known any more.",
    remedy="Look at the server's log.",
)
_CANCELLED: Final = Failure(
    code="cancelled",
    title="The backup was cancelled",
    detail="The backup was not made: somebody cancelled it.",
    remedy="Make one by hand, or wait for the next.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """One schedule as it is in force; `edited` names what is not as the environment says."""

    kind: Kind
    plan: Plan
    edited: tuple[str, ...]
    next_due: datetime | None
    last_attempt: datetime | None
    last_success: datetime | None
    last_error: Mapping[str, str] | None
    failures: int
    overdue: bool


class Schedules:
    """Makes backups when they are due; every due time has one run, whoever looks."""

    def __init__(
        self,
        settings: Settings,
        url: str,
        *,
        jobs: Jobs,
        name_for: Callable[[Kind], str],
        audit: Audit,
        now: Callable[[], datetime],
    ) -> None:
        self._settings = settings
        self._url = url
        self._jobs = jobs
        self._name_for = name_for
        self._audit = audit
        self._now = now

    def start(self) -> None:
        """Let what this process's environment says count from now on, except for what was edited.

        A command that only looks does not call this: it may have another environment.
        """
        self._note_defaults(replace=True)

    def tick(self, now: datetime) -> None:
        """Look what ended, what is due and what is to be tried again, and have it made.

        Any number of processes may do so at once, and any of them be killed at any point.
        """
        self._settle(now)
        self._take(now)
        self._submit(now)

    def begins(self, arguments: Mapping[str, Any], job_id: UUID | None) -> bool:
        """Tell whether this job is to make its backup: not if another one of its run does."""
        if "run" not in arguments or job_id is None:
            return True
        return rows.begins(self._url, UUID(arguments["run"]), arguments["attempt"], job_id)

    def told(self) -> tuple[Scheduled, ...]:
        """Every schedule: daily, weekly, monthly."""
        found = {row.name: row for row in rows.schedules(self._url)}
        if len(found) < len(SCHEDULED):
            self._note_defaults(replace=False)
            found = {row.name: row for row in rows.schedules(self._url)}
        going = rows.unfinished(self._url)
        return tuple(self._told(kind, found[kind.value], going) for kind in SCHEDULED)

    def change(
        self, changes: Mapping[Kind, Mapping[str, object]], *, by: Actor
    ) -> tuple[Scheduled, ...]:
        """Edit schedules: `cron` (or a time such as `Sun 03:00`), `timezone`, `enabled`,
        `include_storage`. None resets to what the environment says. All of it, or nothing.
        """
        checked = {
            kind.value: {name: _checked(kind, name, value) for name, value in change.items()}
            for kind, change in changes.items()
        }
        self._note_defaults(replace=False)
        with rows.editing(self._url) as held:
            before = held.schedules()
            for row in before:
                edits = {**row.edits, **checked.get(row.name, {})}
                kept = {name: value for name, value in edits.items() if value is not None}
                held.set_edits(row.name, kept)
            self._wait_anew(held, before)
        for name, change in checked.items():
            self._audit.record(Act.SCHEDULE, by=by, subject=name, details=change)
        return self.told()

    def ticked_at(self) -> datetime | None:
        """Return when any process last looked what is due."""
        return rows.ticked_at(self._url)

    def _told(self, kind: Kind, row: ScheduleRow, going: Iterable[RunRow]) -> Scheduled:
        plan = _plan(row)
        began = [run.taken_at for run in going if row.name in run.schedules]
        return Scheduled(
            kind=kind,
            plan=plan,
            edited=tuple(sorted(row.edits)),
            next_due=row.next_due if plan.enabled else None,
            last_attempt=row.last_attempt,
            last_success=row.last_success,
            last_error=row.last_error,
            failures=row.failures,
            overdue=plan.enabled
            and overdue(
                self._now(),
                due=row.next_due,
                failures=row.failures,
                running_since=min(began, default=None),
            ),
        )

    def _note_defaults(self, *, replace: bool) -> None:
        with rows.editing(self._url) as held:
            before = held.schedules()
            for name, plan in defaults(self._settings).items():
                held.set_defaults(
                    name,
                    replace=replace,
                    cron=plan.cron,
                    zone=plan.zone,
                    enabled=plan.enabled,
                    include_storage=plan.include_storage,
                )
            self._wait_anew(held, before)

    def _wait_anew(self, held: Held, before: Iterable[ScheduleRow]) -> None:
        """Let schedules whose times have changed wait for their next one, from now on."""
        plans = {row.name: _plan(row) for row in before}
        now = self._now()
        for row in held.schedules():
            plan, old = _plan(row), plans.get(row.name)
            same = old is not None and (old.cron, old.zone, old.enabled) == (
                plan.cron,
                plan.zone,
                plan.enabled,
            )
            if not same:
                held.waits_for(row.name, None, None)
        for row, decided in _steps(held, now):
            if decided is not None and decided.taken is None:
                held.waits_for(row.name, *decided.waits_for)

    def _take(self, now: datetime) -> None:
        due: dict[bool, dict[str, datetime]] = {}
        with rows.ticking(self._url, now) as held:
            if held is None:
                return
            for row, decided in _steps(held, now):
                after = (None, None) if decided is None else decided.waits_for
                if after != (row.slot, row.next_due):
                    held.waits_for(row.name, *after)
                if decided is not None and decided.taken is not None:
                    full = _plan(row).include_storage
                    due.setdefault(full, {})[row.name] = decided.taken
            for full, slots in due.items():
                kinds = [kind.value for kind in SCHEDULED if kind.value in slots]
                held.take(slots, kinds=kinds, include_storage=full, now=now)
                log.info("The scheduler says that a backup is due: %s", ", ".join(kinds))
            if due:
                held.forget_old(now)

    def _submit(self, now: datetime) -> None:
        for run in rows.unfinished(self._url):
            if run.state is not RunState.WAITING or not retry_now(run.submit_after, now):
                continue
            with rows.waiting(self._url, run.id) as held:
                if held is None or held.run.attempt != run.attempt:
                    continue
                name = self._name_for(Kind(run.kinds[0]))
                request = Request(
                    kind=JobKind.CREATE,
                    backup_name=name,
                    queueing_lock=f"create:schedule-{run.kinds[0]}",
                    arguments={
                        "name": name,
                        "kinds": list(run.kinds),
                        "include_storage": run.include_storage,
                        "run": str(run.id),
                        "attempt": run.attempt,
                    },
                )
                try:
                    job = self._jobs.submit(request)
                except Refused as exc:
                    # Its job may have been left by a process that ended right here.
                    log.info("The scheduler waits with the %s backup: %s", run.kinds[0], exc)
                    continue
                held.submitted(job.id, now)

    def _settle(self, now: datetime) -> None:
        for run in rows.unfinished(self._url):
            if run.state is not RunState.SUBMITTED or run.job_id is None:
                continue
            how = self._ending(run, run.job_id, now)
            if how is not None and rows.settle(self._url, run, how):
                _tell(run, how)

    def _ending(self, run: RunRow, job_id: UUID, now: datetime) -> Settled | None:
        """Tell how the attempt ended; None while its job has not."""
        try:
            job = self._jobs.get(job_id)
        except NotFound:
            return _failed(run, _LOST, now)
        at = job.finished_at or now
        if job.state is JobState.SUCCEEDED:
            filename = job.result.filename if job.result is not None else None
            return Settled(state=RunState.SUCCEEDED, at=at, filename=filename)
        if job.state is JobState.CANCELLED:
            return Settled(state=RunState.CANCELLED, at=at, error=asdict(_CANCELLED))
        if job.state is JobState.FAILED:
            return _failed(run, job.error or _LOST, now)
        return None


def defaults(settings: Settings) -> dict[str, Plan]:
    """Return the schedules that the environment asks for."""

    def plan(name: str, *, full: bool) -> Plan:
        wins = getattr(settings, f"kuroibara_backup_{name}_enabled")
        common = getattr(settings, f"backup_{name}_enabled")
        return Plan(
            cron=_READ[name](getattr(settings, f"backup_{name}_at")),
            zone=settings.timezone.key,
            enabled=common if wins is None else wins,
            include_storage=full,
        )

    return {
        "daily": plan("daily", full=False),
        "weekly": plan("weekly", full=True),
        "monthly": plan("monthly", full=True),
    }


def _plan(row: ScheduleRow) -> Plan:
    edits = row.edits
    return Plan(
        cron=edits.get("cron", row.cron),
        zone=edits.get("timezone", row.zone),
        enabled=edits.get("enabled", row.enabled),
        include_storage=edits.get("include_storage", row.include_storage),
    )


def _steps(held: Held, now: datetime) -> list[tuple[ScheduleRow, Step | None]]:
    """Decide for each schedule what it does now; None for one that is switched off."""
    found = {row.name: row for row in held.schedules()}
    steps: list[tuple[ScheduleRow, Step | None]] = []
    for name, row in found.items():
        plan = _plan(row)
        if not plan.enabled:
            steps.append((row, None))
            continue
        other = found.get(_BESIDE.get(name, ""))
        beside = None if other is None else Beside(plan=_plan(other), slot=other.slot)
        served = partial(held.served, name)
        steps.append((row, step(plan, row.slot, now, beside=beside, served=served)))
    return steps


def _checked(kind: Kind, name: str, value: object) -> str | bool | None:
    """Return what is kept of an edit, if it can be used."""
    if value is None or isinstance(value, bool):
        return value
    return checked_zone(str(value)) if name == "timezone" else _READ[kind.value](str(value))


def _failed(run: RunRow, error: Failure, now: datetime) -> Settled:
    pause = after_failure(run.attempt)
    again = None if pause is None else now + pause
    state = RunState.FAILED if again is None else RunState.WAITING
    return Settled(state=state, at=now, again_at=again, error=asdict(error))


def _tell(run: RunRow, how: Settled) -> None:
    what = " and ".join(run.kinds)
    why = (how.error or {}).get("detail", "")
    if how.state is RunState.SUCCEEDED:
        log.info("The %s backup that the scheduler asked for is made: %s", what, how.filename)
    elif how.again_at is not None:
        log.warning(
            "The %s backup that the scheduler asked for failed, it tries again at %s: %s",
            what,
            how.again_at,
            why,
        )
    else:
        log.error("The %s backup that the scheduler asked for is not made: %s", what, why)
