"""The use cases: plan, confirm, carry out, watch, cancel, roll back, and end what was cut off."""

from __future__ import annotations

import logging
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid4

from kuroibara_backup.archive.entries import carried_out, never_stop
from kuroibara_backup.database.live import row_counts
from kuroibara_backup.database.restores import Phase, RestoreJournal, RestoreRow
from kuroibara_backup.errors import (
    BackupError,
    InvalidRequest,
    NotAllowed,
    NotFound,
    Refused,
)
from kuroibara_backup.jobs.model import JobKind, Report
from kuroibara_backup.jobs.runner import Request
from kuroibara_backup.service.recovery import count_orphans
from kuroibara_backup.service.restore import ticket as tickets
from kuroibara_backup.service.restore.building import Workshop
from kuroibara_backup.service.restore.carrying import Carrying, goes_on_elsewhere
from kuroibara_backup.service.restore.model import Scope, Target, Wanted, why_void
from kuroibara_backup.service.restore.planning import Planning, current_target
from kuroibara_backup.storage.checking import difference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from kuroibara_backup.database.state import State
    from kuroibara_backup.jobs.model import Job
    from kuroibara_backup.jobs.runner import Control, Jobs
    from kuroibara_backup.places.local import LocalPlace, Stored
    from kuroibara_backup.service.catalogue import Catalogue
    from kuroibara_backup.service.keeping import Keeping
    from kuroibara_backup.service.restore.model import Plan
    from kuroibara_backup.settings import Settings

log = logging.getLogger("restore")
PLAN_HOLDS: Final = timedelta(hours=24)
_HALF_WAY: Final = (Phase.SWAPPING, Phase.UNDOING, Phase.RETURNING, Phase.REPEATING)
_BUSY: Final = ("locked", "restore_running")
_STANDING: Final = (Phase.RESTORED, Phase.ROLLED_BACK)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """What a rollback would put aside of what was made since; `rows` is by table.

    Rows that were only changed are not among them. Nothing of it is gone before `until`: the
    restore can be repeated.
    """

    rows: Mapping[str, int]
    files_made: int
    files_changed: int
    files_gone: int
    bytes: int
    to: Phase

    @property
    def rows_made(self) -> int:
        return sum(count for count in self.rows.values() if count > 0)


class Restores:
    """All about restores; holds no state of its own, so any process may carry any restore on."""

    def __init__(
        self,
        settings: Settings,
        state: State,
        place: LocalPlace,
        catalogue: Catalogue,
        keeping: Keeping,
        jobs: Jobs,
        now: Callable[[], datetime],
        *,
        on_step: Callable[[str], None] = lambda _step: None,
    ) -> None:
        self.journal = RestoreJournal(url=state.url)
        self._settings = settings
        self._state = state
        self._jobs = jobs
        self._place = place
        self._catalogue = catalogue
        self._keeping = keeping
        self._now = now
        self._shop = Workshop(
            settings=settings,
            place=place,
            catalogue=catalogue,
            keeping=keeping,
            journal=self.journal,
            now=now,
            on_step=on_step,
        )

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
        row = self._row(UUID(arguments["plan_id"]))
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
        granted = [one.user_id for one in self._state.administrators()]
        planned = Planning(self._settings, self.journal, granted, control).make(
            plan_id, path, wanted
        )
        self.journal.forget_plans(self._now() - PLAN_HOLDS)
        self.journal.add(
            RestoreRow(
                id=plan_id,
                phase=Phase.PLANNED,
                plan=planned.stored,
                planned_at=self._now(),
                requested_by=requested_by,
            )
        )
        return planned.plan

    # Carrying out

    def submit(self, plan_id: UUID, server_name: str, requested_by: UUID | None) -> Confirmed:
        """Queue the restore that was planned, if the plan still holds and the server is named."""
        row = self._agreed(plan_id, server_name)
        ticket = self._confirm(row, requested_by)
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
            self.journal.move(row.id, Phase.WAITING, to=Phase.PLANNED)
            raise
        self.journal.note(row.id, "queued", job_id=str(job.id))
        return Confirmed(restore_id=row.id, ticket=ticket, job=job)

    def work_restore(self, arguments: Mapping[str, Any], control: Control) -> Report:
        row = self._row(UUID(arguments["restore_id"]))
        return Report(document=self._restore(row, control, wait=True))

    def restore_now(self, plan: Plan, control: Control) -> Mapping[str, Any]:
        """Carry out a plan in this very thread; refused while a backup or restore is under way."""
        row = self._agreed(plan.id, plan.server_name)
        self._confirm(row, None)
        return self._restore(self._row(row.id), control, wait=False)

    def _agreed(self, plan_id: UUID, server_name: str) -> RestoreRow:
        row = self._row(plan_id)
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
        now = current_target(self._settings, self.journal, of_database=scope.of_database)
        why = why_void(Target(**row.plan["target"]), now)
        if why is not None:
            raise _void(why)

    def _confirm(self, row: RestoreRow, requested_by: UUID | None) -> str:
        ticket = tickets.new_ticket()
        self.journal.move(
            row.id,
            Phase.PLANNED,
            to=Phase.WAITING,
            ticket_sha256=ticket.sha256,
            confirmed_at=self._now(),
            requested_by=requested_by,
        )
        return ticket.text

    def _restore(self, row: RestoreRow, control: Control, *, wait: bool) -> Mapping[str, Any]:
        try:
            with self._alone(control, wait=wait):
                row = self._row(row.id)
                if row.phase is Phase.WAITING:
                    self._must_still_hold(row)
                row = Carrying(self._shop, row).restore(control)
        except BaseException:
            if not goes_on_elsewhere(control) and self._row(row.id).phase is Phase.WAITING:
                self.journal.move(row.id, Phase.WAITING, to=Phase.UNCHANGED)
            raise
        document = self._outcome(row)
        self.journal.note(row.id, "told", outcome=document)
        return document

    def _outcome(self, row: RestoreRow) -> dict[str, Any]:
        facts = row.facts
        told: dict[str, Any] = {
            "restore_id": str(row.id),
            "phase": row.phase.value,
            "safety_copy": facts.get("safety_copy"),
            "rollback_until": ((row.settled_at or self._now()) + self._window).isoformat(),
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

    def seen(self, restore_id: UUID) -> Seen:
        row = self._row(restore_id)
        return Seen(row=row, job=self._job(row), rollback_until=self._rollback_until(row))

    def all(self) -> tuple[RestoreRow, ...]:
        """Every restore that was confirmed, the newest first."""
        return self.journal.in_phases(*(phase for phase in Phase if phase is not Phase.PLANNED))

    def must_hold(self, restore_id: UUID, ticket: str) -> None:
        """Raise unless this is the ticket of this restore."""
        row = self.journal.get(restore_id)
        if row is None or not tickets.fits(ticket, row.ticket_sha256):
            raise NotAllowed(
                "This ticket is not one of this restore.",
                remedy="Use the ticket that the restore's confirmation answered with, or sign in"
                " as an administrator.",
                code="wrong_ticket",
            )

    def cancel(self, restore_id: UUID) -> Job:
        """Ask a restore to stop: before the swap it changes nothing, after it, it is too late."""
        row = self._row(restore_id)
        job = self._job(row)
        if job is None or row.phase not in (Phase.WAITING, Phase.PREPARING):
            raise Refused(
                "The restore was not cancelled: it is past the point where it could be.",
                remedy="Roll it back instead.",
                code="too_late",
            )
        job = self._jobs.cancel(job.id)
        if job.state.finished and self._row(row.id).phase is Phase.WAITING:
            self.journal.move(row.id, Phase.WAITING, to=Phase.UNCHANGED)
        return job

    def lost_by_rollback(self, restore_id: UUID | None, control: Control) -> tuple[UUID, Lost]:
        """What a rollback of this restore, by default the last one, would put aside."""
        row = self._to_turn(restore_id)
        scope = Scope(row.plan["wanted"]["scope"])
        rows: dict[str, int] = {}
        if scope.of_database:
            then = row.facts.get("rows_then") or row.facts.get("loaded_rows") or {}
            now = row_counts(self._settings.kuroibara_url, check=control.check)
            rows = {
                table: now.get(table, 0) - then.get(table, 0)
                for table in sorted(now.keys() | then.keys())
                if now.get(table, 0) != then.get(table, 0)
            }
        made = changed = gone = size = 0
        if scope.of_storage and row.phase is Phase.RESTORED:
            found = carried_out(
                difference(self._settings.storage_path, row.id, check=control.check),
                control.report,
            )
            made, changed, gone, size = found.made, found.changed, found.missing, found.bytes
        to = Phase.ROLLED_BACK if row.phase is Phase.RESTORED else Phase.RESTORED
        return row.id, Lost(
            rows=rows, files_made=made, files_changed=changed, files_gone=gone, bytes=size, to=to
        )

    def submit_rollback(self, restore_id: UUID, requested_by: UUID | None) -> Job:
        """Queue the return to what was there before; of one rolled back, the restore again."""
        row = self._to_turn(restore_id)
        job = self._jobs.submit(
            Request(
                kind=JobKind.ROLLBACK,
                backup_name=str(row.plan["shown"]["backup"]["filename"]),
                queueing_lock="rollback",
                arguments={"restore_id": str(row.id), "from": row.phase.value},
                requested_by=requested_by,
            )
        )
        self.journal.note(row.id, "rollback queued", job_id=str(job.id))
        return job

    def work_rollback(self, arguments: Mapping[str, Any], control: Control) -> Report:
        # The phase it is to leave makes a second attempt do nothing that the first one did.
        return Report(
            document=self._turn(
                UUID(arguments["restore_id"]), Phase(arguments["from"]), control, wait=True
            )
        )

    def rollback_now(self, restore_id: UUID, control: Control) -> Mapping[str, Any]:
        row = self._to_turn(restore_id)
        return self._turn(row.id, row.phase, control, wait=False)

    def _turn(
        self, restore_id: UUID, leaving: Phase, control: Control, *, wait: bool
    ) -> Mapping[str, Any]:
        with self._alone(control, wait=wait):
            row = self._row(restore_id)
            if row.phase is leaving:
                self._to_turn(restore_id)
            if row.phase is leaving or row.phase.half_way:
                scope = Scope(row.plan["wanted"]["scope"])
                row = Carrying(self._shop, row).turn(control)
                if scope.of_database:
                    then = row_counts(self._settings.kuroibara_url)
                    self.journal.note(row.id, "counted", rows_then=then)
        return {
            "restore_id": str(row.id),
            "phase": row.phase.value,
            "rollback_until": ((row.settled_at or self._now()) + self._window).isoformat(),
        }

    def _to_turn(self, restore_id: UUID | None) -> RestoreRow:
        newest = self.journal.newest_that_ran()
        row = newest if restore_id is None else self._row(restore_id)
        if row is None or row.phase not in _STANDING:
            raise Refused(
                "Nothing was rolled back: there is no restore to return from."
                if row is None
                else "Nothing was rolled back: that restore changed nothing, or what was there"
                " before it is no longer kept.",
                remedy="Restore a backup instead; safety copies are among them.",
                code="nothing_to_roll_back",
            )
        if newest is None or newest.id != row.id:
            raise Refused(
                "Nothing was rolled back: another restore ran after that one.",
                remedy="Only the last restore can be rolled back.",
                code="not_the_last_restore",
            )
        return row

    def _rollback_until(self, row: RestoreRow) -> datetime | None:
        if row.phase not in _STANDING or row.settled_at is None:
            return None
        newest = self.journal.newest_that_ran()
        if newest is None or newest.id != row.id:
            return None
        return row.settled_at + self._window

    # Tending

    def half_way(self) -> tuple[UUID, ...]:
        """The restores that have database and library of two sides, or nobody knows; for health."""
        return tuple(row.id for row in self.journal.in_phases(*_HALF_WAY))

    def end_half_way(self, *, unused_too: bool = False) -> tuple[RestoreRow, ...]:
        """End every restore whose process died between the sides, wholly the old or the new one.

        With `unused_too`, drop what others had built that never came to it, though a job might go
        on with it. Nothing happens while a process is at work on them.
        """
        ended: list[RestoreRow] = []
        phases = (*_HALF_WAY, Phase.PREPARING) if unused_too else _HALF_WAY
        if not self.journal.in_phases(*phases):
            return ()
        self._place.prepare()
        with self._alone(None, wait=False):
            for row in self.journal.in_phases(*phases):
                carrying = Carrying(self._shop, row)
                if row.phase is Phase.PREPARING:
                    carrying.abandon(_cut_off())
                else:
                    self._end(carrying)
                ended.append(carrying.row)
        return tuple(ended)

    def end_half_way_if_free(self) -> None:
        """The same at a process's start, where another process may be at work on them.

        What cannot be ended keeps nobody from starting: `half_way` goes on to tell of it.
        """
        try:
            self.end_half_way()
        except (BackupError, OSError) as exc:
            log.warning("A restore that is half-way was not ended: %s", exc)

    def tend(self) -> None:
        """What is due from time to time: end what was cut off, drop what is kept no longer."""
        for row in self.journal.in_phases(Phase.WAITING):
            job = self._job(row)
            if (job is None or job.state.finished) and self._is_old(row):
                self.journal.move(row.id, Phase.WAITING, to=Phase.UNCHANGED)
        left = [
            row
            for row in self.journal.in_phases(Phase.PREPARING)
            if (job := self._job(row)) is None or job.state.finished
        ]
        try:
            self.end_half_way()
            if left or self._expired():
                with self._alone(None, wait=False):
                    for row in left:
                        if self._row(row.id).phase is Phase.PREPARING:
                            Carrying(self._shop, row).abandon(_cut_off())
                    for row in self._expired():
                        Carrying(self._shop, row).expire()
        except Refused as exc:
            if exc.code not in _BUSY:
                raise

    def _end(self, carrying: Carrying) -> None:
        try:
            carrying.end()
        except (BackupError, OSError) as exc:
            if carrying.row.phase.half_way:
                raise
            log.warning("The restore %s ended on its other side: %s", carrying.row.id, exc)

    def _expired(self) -> list[RestoreRow]:
        return [
            row
            for row in self.journal.in_phases(*_STANDING)
            if row.settled_at is not None and self._now() > row.settled_at + self._window
        ]

    def _is_old(self, row: RestoreRow) -> bool:
        return self._now() - (row.confirmed_at or row.planned_at) > timedelta(minutes=1)

    @property
    def _window(self) -> timedelta:
        return timedelta(hours=self._settings.backup_rollback_hours)

    def _job(self, row: RestoreRow) -> Job | None:
        job_id = row.facts.get("job_id")
        if job_id is None:
            return None
        try:
            return self._jobs.get(UUID(job_id))
        except NotFound:
            return None

    def _row(self, restore_id: UUID) -> RestoreRow:
        row = self.journal.get(restore_id)
        if row is None:
            raise NotFound(
                "There is no restore and no plan with this id.",
                remedy="Make a new plan: those that nobody confirms are forgotten after a day.",
                code="no_such_restore",
            )
        return row

    @contextmanager
    def _alone(self, control: Control | None, *, wait: bool) -> Iterator[None]:
        """Hold what keeps backups and other restores away."""
        with ExitStack() as held:
            check = control.check if control is not None else never_stop
            try:
                held.enter_context(self._place.writer_lock(wait=wait, check=check))
            except Refused as exc:
                if exc.code != "locked":
                    raise
                raise Refused(
                    "This was not begun: a backup is being made, or a restore is under way.",
                    remedy="Wait until that has ended, then try again.",
                    code="locked",
                ) from exc
            held.enter_context(self.journal.at_work(wait=wait, check=check))
            yield


def _void(why: str) -> Refused:
    return Refused(
        f"The restore was not begun: its plan no longer holds, for {why}.",
        remedy="Make a new plan, and look at it again.",
        code="plan_void",
    )


def _cut_off() -> Refused:
    return Refused(
        "The restore was cut off before it had changed anything. Nothing was changed.",
        remedy="Make a new plan.",
        code="cut_off",
    )
