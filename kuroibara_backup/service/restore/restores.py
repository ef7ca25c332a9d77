"""The use cases: plan, confirm, carry out, watch, cancel."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid4

from kuroibara_backup.archive.entries import never_stop
from kuroibara_backup.database.state.administrators import granted
from kuroibara_backup.database.state.restores import Phase, RestoreJournal, RestoreRow
from kuroibara_backup.errors import (
    BackupError,
    InvalidRequest,
    NotAllowed,
    NotFound,
    Refused,
)
from kuroibara_backup.jobs.model import JobKind, Report
from kuroibara_backup.jobs.runner import Request
from kuroibara_backup.service.audit import ENGINE, Act
from kuroibara_backup.service.confirm import Action
from kuroibara_backup.service.recovery import count_orphans
from kuroibara_backup.service.restore import ticket as tickets
from kuroibara_backup.service.restore.building import Workshop
from kuroibara_backup.service.restore.carrying import Carrying, goes_on_elsewhere
from kuroibara_backup.service.restore.desk import Desk
from kuroibara_backup.service.restore.model import Scope, Target, Wanted, why_void
from kuroibara_backup.service.restore.planning import Planning, current_target
from kuroibara_backup.service.restore.rollbacks import Rollbacks
from kuroibara_backup.service.restore.tending import Tending

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from kuroibara_backup.database.state.store import State
    from kuroibara_backup.jobs.model import Job
    from kuroibara_backup.jobs.runner import Control, Jobs
    from kuroibara_backup.places.local import LocalPlace, Stored
    from kuroibara_backup.service.audit import Actor
    from kuroibara_backup.service.catalogue import Catalogue
    from kuroibara_backup.service.keeping import Keeping
    from kuroibara_backup.service.restore.model import Plan
    from kuroibara_backup.service.rights import Rights
    from kuroibara_backup.service.signin import Caller
    from kuroibara_backup.settings import Settings

log = logging.getLogger("restore")
PLAN_HOLDS: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """A restore that is queued; `ticket` is told this once."""

    restore_id: UUID
    ticket: str
    job: Job


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A restore as it stands. `job` is the last that worked on it, None from the command line."""

    row: RestoreRow
    job: Job | None
    rollback_until: datetime | None


class Restores:
    """All about restores; holds no state of its own, so any process may carry any restore on."""

    def __init__(self, desk: Desk, rights: Rights) -> None:
        self.rollbacks = Rollbacks(desk, rights)
        self.tending = Tending(desk)
        self._desk = desk
        self._rights = rights
        self._settings = desk.settings
        self._journal = desk.journal
        self._jobs = desk.jobs
        self._place = desk.shop.place
        self._keeping = desk.shop.keeping
        self._now = desk.shop.now

    # Planning

    def submit_plan(self, stored: Stored, wanted: Wanted, requested_by: UUID | None) -> Job:
        """Queue a plan for restoring this backup; the job's report is the plan."""
        if stored.being_written:
            raise Refused(
                "The restore was not planned: the backup is still being written.",
                remedy="Try again in a minute.",
                code="being_written",
            )
        self._keeping.used(stored)
        plan_id = uuid4()
        return self._jobs.submit(
            Request(
                kind=JobKind.RESTORE_PLAN,
                backup_name=stored.filename,
                queueing_lock=f"restore_plan:{plan_id}",
                arguments={
                    "plan_id": str(plan_id),
                    "filename": stored.filename,
                    "scope": wanted.scope.value,
                    "manga": [str(one) for one in wanted.manga],
                    "safety_copy": wanted.safety_copy,
                    "requested_by": None if requested_by is None else str(requested_by),
                },
                requested_by=requested_by,
            )
        )

    def work_plan(self, arguments: Mapping[str, Any], control: Control) -> Report:
        wanted = Wanted(
            scope=Scope(arguments["scope"]),
            manga=tuple(UUID(one) for one in arguments["manga"]),
            safety_copy=arguments["safety_copy"],
        )
        asker = arguments["requested_by"]
        self._plan(
            UUID(arguments["plan_id"]),
            self._place.find(arguments["filename"]).path,
            wanted,
            control,
            None if asker is None else UUID(asker),
        )
        row = self._desk.row(UUID(arguments["plan_id"]))
        return Report(document=row.plan["shown"])

    def plan_now(self, path: Path, wanted: Wanted, control: Control) -> Plan:
        """Plan in this very thread, for a file wherever it lies; it is read there."""
        return self._plan(uuid4(), path, wanted, control, None)

    def _plan(
        self,
        plan_id: UUID,
        path: Path,
        wanted: Wanted,
        control: Control,
        requested_by: UUID | None,
    ) -> Plan:
        if (wanted.scope is Scope.MANGA) is not bool(wanted.manga):
            raise InvalidRequest(
                "The restore was not planned: it was not said which manga.",
                remedy="Name the ids of one or more manga, and nothing else.",
            )
        self._keep_from_going(path)
        may = [one.user_id for one in granted(self._journal.url)]
        planned = Planning(self._settings, self._journal, may, control).make(plan_id, path, wanted)
        self._journal.forget_plans(self._now() - PLAN_HOLDS)
        self._journal.add(
            RestoreRow(
                id=plan_id,
                phase=Phase.PLANNED,
                plan=planned.stored,
                planned_at=self._now(),
                requested_by=requested_by,
            )
        )
        return planned.plan

    def _keep_from_going(self, path: Path) -> None:
        """A backup of this server stays while it is about to be restored."""
        with suppress(NotFound):
            stored = self._place.find(path.name)
            if stored.path.resolve() == path.resolve():
                self._keeping.used(stored)

    # Carrying out

    def confirm(self, plan_id: UUID, server_name: str, caller: Caller) -> Confirmed:
        """Queue the restore for who has proved the password just now."""
        filename = str(self._desk.row(plan_id).plan["shown"]["backup"]["filename"])
        with self._rights.audit.recording(
            Act.RESTORE, by=caller.actor, subject=filename, details={"queued": True}
        ):
            self._rights.confirm.must_be_proved(caller, Action.RESTORE)
            return self.submit(plan_id, server_name, caller.account.id)

    def submit(
        self,
        plan_id: UUID,
        server_name: str,
        requested_by: UUID | None,
        *,
        ticket: tickets.Ticket | None = None,
    ) -> Confirmed:
        """Queue the restore that was planned, if the plan still holds and the server is named.

        A ticket that was told already counts; its text need not be known here.
        """
        row = self._agreed(plan_id, server_name)
        ticket = ticket or tickets.new_ticket()
        self._confirm(row, requested_by, ticket)
        try:
            job = self._jobs.submit(
                Request(
                    kind=JobKind.RESTORE,
                    backup_name=str(row.plan["shown"]["backup"]["filename"]),
                    queueing_lock="restore",
                    arguments={"restore_id": str(row.id)},
                    requested_by=requested_by,
                )
            )
        except BackupError:
            self._journal.move(row.id, Phase.WAITING, to=Phase.PLANNED)
            raise
        self._journal.note(row.id, "queued", job_id=str(job.id))
        return Confirmed(restore_id=row.id, ticket=ticket.text, job=job)

    def work_restore(self, arguments: Mapping[str, Any], control: Control) -> Report:
        row = self._desk.row(UUID(arguments["restore_id"]))
        return Report(document=self._restore(row, control, ENGINE, wait=True))

    def restore_now(self, plan: Plan, control: Control, *, by: Actor) -> Mapping[str, Any]:
        """Carry out a plan in this very thread; refused while a backup or restore is under way."""
        row = self._agreed(plan.id, plan.server_name)
        self._confirm(row, None, tickets.new_ticket())
        return self._restore(self._desk.row(row.id), control, by, wait=False)

    def _agreed(self, plan_id: UUID, server_name: str) -> RestoreRow:
        row = self._desk.row(plan_id)
        if row.phase is not Phase.PLANNED:
            raise _void("it was used already")
        if self._now() - row.planned_at > PLAN_HOLDS:
            raise _void("it is more than a day old")
        shown = row.plan["shown"]
        if server_name != shown["server_name"]:
            raise InvalidRequest(
                "The restore was not begun: the name given is not the name of this server.",
                remedy=f"The plan is for {shown['server_name']}: repeat exactly that name.",
                code="wrong_server_name",
            )
        for one in shown["refusals"]:
            raise Refused(one["detail"], remedy=one["remedy"], code=one["code"])
        self._must_still_hold(row)
        return row

    def _must_still_hold(self, row: RestoreRow) -> None:
        scope = Scope(row.plan["wanted"]["scope"])
        now = current_target(self._settings, self._journal, of_database=scope.of_database)
        why = why_void(Target(**row.plan["target"]), now)
        if why is not None:
            raise _void(why)

    def _confirm(self, row: RestoreRow, requested_by: UUID | None, ticket: tickets.Ticket) -> None:
        self._journal.move(
            row.id,
            Phase.PLANNED,
            to=Phase.WAITING,
            ticket_sha256=ticket.sha256,
            confirmed_at=self._now(),
            requested_by=requested_by,
        )

    def _restore(
        self, row: RestoreRow, control: Control, by: Actor, *, wait: bool
    ) -> Mapping[str, Any]:
        filename = str(row.plan["shown"]["backup"]["filename"])
        try:
            with (
                self._rights.audit.recording(Act.RESTORE, by=by, subject=filename),
                self._desk.alone(control, wait=wait),
            ):
                self.tending.end_held(but=row.id)
                row = self._desk.row(row.id)
                if row.phase is Phase.WAITING:
                    self._must_still_hold(row)
                row = Carrying(self._desk.shop, row).restore(control)
        except BaseException:
            if not goes_on_elsewhere(control) and self._desk.row(row.id).phase is Phase.WAITING:
                self._journal.move(row.id, Phase.WAITING, to=Phase.UNCHANGED)
            raise
        document = self._outcome(row)
        self._journal.note(row.id, "told", outcome=document)
        return document

    def _outcome(self, row: RestoreRow) -> dict[str, Any]:
        facts = row.facts
        told: dict[str, Any] = {
            "restore_id": str(row.id),
            "phase": row.phase.value,
            "safety_copy": facts.get("safety_copy"),
            "rollback_until": self._desk.window_ends(row).isoformat(),
            "rows": facts.get("loaded_rows"),
            "skipped": facts.get("skipped", []),
            "rewritten_paths": facts.get("rewritten", 0),
            "added_columns": facts.get("added_columns", []),
            "missing_tables": facts.get("missing_tables", []),
            "people": facts.get("people", []),
            "people_count": facts.get("people_count"),
            "storage": facts.get("storage"),
            "orphans": None,
        }
        if Scope(row.plan["wanted"]["scope"]) is Scope.DATABASE:
            try:
                told["orphans"] = count_orphans(self._settings, never_stop)
            except (BackupError, OSError) as exc:
                log.warning("Orphans were not counted after the restore: %s", exc)
        return told

    # Watching and undoing

    def knows(self, restore_id: UUID) -> bool:
        return self._journal.get(restore_id) is not None

    def seen(self, restore_id: UUID) -> Seen:
        return self._seen(self._desk.row(restore_id))

    def _seen(self, row: RestoreRow) -> Seen:
        return Seen(row=row, job=self._desk.job(row), rollback_until=self._desk.rollback_until(row))

    def all(self) -> tuple[Seen, ...]:
        """Every restore that was confirmed, the newest first."""
        rows = self._journal.in_phases(*(phase for phase in Phase if phase is not Phase.PLANNED))
        return tuple(self._seen(row) for row in rows)

    def half_way(self) -> bool:
        """Whether database and library may be of two sides just now; for health."""
        return bool(self.tending.half_way())

    def must_hold(self, restore_id: UUID, ticket: str) -> None:
        """Raise unless this is the ticket of this restore."""
        row = self._journal.get(restore_id)
        if row is None or not tickets.fits(ticket, row.ticket_sha256):
            raise NotAllowed(
                "This ticket is not one of this restore.",
                remedy="Use the ticket that the restore's confirmation answered with, or sign in"
                " as an administrator.",
                code="wrong_ticket",
            )

    def cancel(self, restore_id: UUID) -> Job:
        """Ask a restore to stop: before the swap it changes nothing, after it, it is too late."""
        row = self._desk.row(restore_id)
        job = self._desk.job(row)
        if job is None or row.phase not in (Phase.WAITING, Phase.PREPARING):
            raise Refused(
                "The restore was not cancelled: it is past the point where it could be.",
                remedy="Roll it back instead.",
                code="too_late",
            )
        job = self._jobs.cancel(job.id)
        if job.state.finished and self._desk.row(row.id).phase is Phase.WAITING:
            self._journal.move(row.id, Phase.WAITING, to=Phase.UNCHANGED)
        return job


def _void(why: str) -> Refused:
    return Refused(
        f"The restore was not begun: its plan no longer holds, for {why}.",
        remedy="Make a new plan, and look at it again.",
        code="plan_void",
    )


def restores_of(
    settings: Settings,
    state: State,
    place: LocalPlace,
    catalogue: Catalogue,
    keeping: Keeping,
    jobs: Jobs,
    rights: Rights,
    now: Callable[[], datetime],
    *,
    on_step: Callable[[str], None] = lambda _step: None,
) -> Restores:
    """Put the parts together; `on_step` hears of each step of a restore when it is durable."""
    shop = Workshop(
        settings=settings,
        place=place,
        catalogue=catalogue,
        keeping=keeping,
        journal=RestoreJournal(url=state.url),
        now=now,
        on_step=on_step,
    )
    return Restores(Desk(shop=shop, jobs=jobs), rights)
