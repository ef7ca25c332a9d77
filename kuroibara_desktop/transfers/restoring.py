"""A backup brought back to a server: sent if it is not there, planned, confirmed, watched, undone.

Each step writes its row before it asks and after it is answered, so that any process can go on
where another one stopped. From the confirmation on the server works by itself: to stop watching
stops nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, InvalidRequest, NoConnection, NotFound
from kuroibara_desktop.core.errors import ServerRefused
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.core.restores import Lost, Phase, Restore, Scope
from kuroibara_desktop.core.restoring import JourneyState, names_match, told_by
from kuroibara_desktop.core.stored import StoredBackup
from kuroibara_desktop.transfers.following import job_failed
from kuroibara_desktop.transfers.journeys import (
    forget_old,
    journeys,
    keep,
    new_journey,
    to_go_on_with,
)
from kuroibara_desktop.transfers.pace import PASSING, Check, Pace, lost, persistent, wait_of
from kuroibara_desktop.transfers.planning import planned_for, stage_of_restore
from kuroibara_desktop.transfers.uploading import PieceSizes, uploaded

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from kuroibara_desktop.core.restores import Proof, RestorePlan
    from kuroibara_desktop.core.restoring import Journey, RestoreFile, TicketBox
    from kuroibara_desktop.core.uploads import Upload
    from kuroibara_desktop.server import Server
    from kuroibara_desktop.transfers.journal import Journal

_S = JourneyState
_NOT_PLANNED_YET = (_S.CHOSEN, _S.UPLOADING, _S.FAILED, _S.PLANNED)
_BY_PHASE = {
    Phase.WAITING: Stage.QUEUED,
    Phase.SWAPPING: Stage.SWAPPING,
    Phase.REPEATING: Stage.SWAPPING,
    Phase.UNDOING: Stage.ROLLING_BACK,
    Phase.RETURNING: Stage.ROLLING_BACK,
}


class Restoring:
    """Restores at one server, by whoever is signed in there or holds their tickets."""

    def __init__(
        self,
        server: Server,
        *,
        journal: Journal,
        tickets: TicketBox,
        pace: Pace | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._server = server
        self._now = now
        self._journal = journal
        self._tickets = tickets
        self._pace = pace or Pace()

    def choose(
        self,
        source: RestoreFile | StoredBackup,
        *,
        scope: Scope = Scope.EVERYTHING,
        manga: tuple[str, ...] = (),
        safety_copy: bool = True,
    ) -> Journey:
        """The restore of `source`: the one that was begun and not ended, or a new one.

        Those of earlier that nobody went on with leave the journal.
        """
        forget_old(self._journal, self._now())
        wanted = new_journey(
            self._server.address, source, scope=scope, manga=manga, safety_copy=safety_copy
        )
        begun = to_go_on_with(self._journal, wanted)
        if begun is None:
            return self._keep(wanted)
        return self._keep(replace(begun, source=source))  # it may lie elsewhere now

    def prepare(
        self, journey: Journey, *, check: Check
    ) -> Generator[Progress, None, tuple[Journey, RestorePlan]]:
        """Have the server say what would change, once it has the backup. Nothing changes yet."""
        try:
            if journey.state is _S.PLANNED:
                again = yield from self._plan_again(journey, check)
                if again is not None:
                    return journey, again
            if journey.state in _NOT_PLANNED_YET:
                if isinstance(journey.source, StoredBackup):
                    journey = self._found_there(journey, journey.source)
                else:
                    journey = yield from self._sent(journey, journey.source, check)
            return (yield from self._planned(journey, check))
        except BackupError as error:
            self._failed(journey.id, error)
            raise

    def confirm(
        self, journey: Journey, plan: RestorePlan, *, typed: str, proof: Proof | None = None
    ) -> Journey:
        """Begin what was planned, once the server's name was typed.

        `PasswordRequired` asks for a proof; then call it again with one. When the answer is lost,
        the journey says *beginning*, and `follow` finds out what became of it.
        """
        if not names_match(typed, plan.server_name):
            raise InvalidRequest(
                "Nothing was begun: what was typed is not the server's name.",
                remedy=f"Type {plan.server_name} exactly.",
            )
        for one in plan.objections:
            raise ServerRefused(one.sentence, status=409, remedy=one.remedy, code=one.code)
        journey = self._keep(journey.moved_to(_S.BEGINNING, restore_id=plan.id, problem=""))
        try:
            begun = self._server.restores.confirm(plan.id, plan.server_name, proof)
        except NoConnection:
            return journey  # it may have been heard all the same
        except BackupError as error:
            void = error.sentence if isinstance(error, ServerRefused) else ""
            self._keep(journey.moved_to(_S.PLANNED, problem=void))
            raise
        problem = ""
        try:
            self._tickets.keep(begun.restore_id, begun.ticket)  # first: it is told this once
        except BackupError as error:  # the restore goes on all the same
            problem = f"Its ticket could not be kept: {error.sentence}"
        return self._keep(
            journey.moved_to(_S.RUNNING, restore_id=begun.restore_id, problem=problem)
        )

    def follow(
        self, journey: Journey, *, check: Check
    ) -> Generator[Progress, None, tuple[Journey, Restore]]:
        """Watch until nothing goes on by itself any more, through whatever restarts there are.

        A `Cancelled` of `check` only ends the watching. What went wrong is in `Restore.problem`.
        """
        shown = Progress(stage=Stage.RESTORING)
        while True:
            restore = yield from self._seen(journey, check, shown)
            job = restore.job
            if restore.phase.settled and (job is None or job.state.over):
                journey = self._keep(_settled(journey, restore))
                if journey.state is _S.UNCHANGED and journey.restore_id is not None:
                    self._tickets.forget(journey.restore_id)
                return journey, restore
            journey = self._keep_if_new(journey, told_by(journey, _under_way(restore)))
            shown = _shown(restore)
            yield from self._pace.pause(self._pace.poll, check, shown)

    def seen(self, journey: Journey) -> Restore:
        """One look, with the ticket when there is one: the account may be gone by now."""
        if journey.restore_id is None:
            raise NotFound("This restore was not begun.", remedy="Begin it again.")
        ticket = self._tickets.ticket(journey.restore_id)
        return self._server.restores.seen(journey.restore_id, ticket=ticket)

    def cancel(self, journey: Journey) -> None:
        """Ask the server to stop it; refused once the swap has begun."""
        if journey.restore_id is not None:
            ticket = self._tickets.ticket(journey.restore_id)
            self._server.restores.cancel(journey.restore_id, ticket=ticket)

    def abandon(self, journey: Journey) -> Journey:
        """Give up a restore that was not confirmed; what was sent stays on the server."""
        return self._keep(journey.moved_to(_S.ABANDONED))

    def what_would_go(self, journey: Journey, *, check: Check) -> Generator[Progress, None, Lost]:
        """What a rollback would put aside of what was made since the restore."""
        yield from self._turn(journey, check, proof=None, look_only=True)
        shown = Progress(stage=Stage.COMPARING)
        while True:
            restore = yield from self._seen(journey, check, shown)
            if restore.lost is not None:
                return restore.lost
            if restore.job is not None and restore.job.state.over:
                raise job_failed(restore.job)
            yield from self._pace.pause(self._pace.poll, check, shown)

    def roll_back(
        self, journey: Journey, *, check: Check, proof: Proof | None = None
    ) -> Generator[Progress, None, tuple[Journey, Restore]]:
        """Return to what was there before, and watch it.

        The ticket is enough; without it an administrator has to prove the password.
        """
        journey = self._keep(journey.moved_to(_S.RETURNING))
        try:
            yield from self._turn(journey, check, proof=proof, look_only=False)
        except BackupError as error:
            self._keep(journey.moved_to(_S.RESTORED, problem=error.sentence))
            raise
        return (yield from self.follow(journey, check=check))

    # How

    def _found_there(self, journey: Journey, stored: StoredBackup) -> Journey:
        """Nothing is to be sent: the server reads its own file when it plans."""
        return self._keep(
            journey.moved_to(
                _S.PLANNING,
                backup_id=stored.backup_id,
                filename=stored.filename,
                plan_job_id=None,
                problem="",
            )
        )

    def _sent(
        self, journey: Journey, file: RestoreFile, check: Check
    ) -> Generator[Progress, None, Journey]:
        if journey.state is not _S.UPLOADING:  # else another process was at it
            journey = self._keep(journey.moved_to(_S.UPLOADING, problem=""))

        def begun(upload: Upload) -> None:
            self._keep(replace(journey, upload_id=upload.id))

        sizes = PieceSizes(load=self._journal.piece, save=self._journal.keep_piece)
        sent = yield from uploaded(
            self._server, file, sizes=sizes, check=check, begun=begun, pace=self._pace
        )
        return self._keep(
            journey.moved_to(
                _S.PLANNING, backup_id=sent.backup_id, filename=sent.filename, plan_job_id=None
            )
        )

    def _planned(
        self, journey: Journey, check: Check
    ) -> Generator[Progress, None, tuple[Journey, RestorePlan]]:
        job_id, plan = yield from planned_for(
            self._server,
            journey,
            safety_copy=journey.safety_copy,
            check=check,
            pace=self._pace,
        )
        return self._keep(journey.moved_to(_S.PLANNED, plan_job_id=job_id)), plan

    def _plan_again(
        self, journey: Journey, check: Check
    ) -> Generator[Progress, None, RestorePlan | None]:
        """The plan that was made before, if the server remembers it and did not refuse it."""
        job_id = journey.plan_job_id
        if job_id is None or journey.problem:
            return None
        try:
            _job, plan = yield from persistent(
                lambda: self._server.restores.planned(job_id),
                check,
                self._pace,
                Progress(stage=Stage.ASKING),
            )
        except NotFound:
            return None
        return plan

    def _seen(
        self, journey: Journey, check: Check, shown: Progress
    ) -> Generator[Progress, None, Restore]:
        while True:  # a server that is long away has not failed: it may be loading a database
            try:
                return (yield from persistent(lambda: self.seen(journey), check, self._pace, shown))
            except PASSING as error:
                yield from self._pause(error, check, shown)

    def _turn(
        self, journey: Journey, check: Check, *, proof: Proof | None, look_only: bool
    ) -> Generator[Progress, None, None]:
        restore_id = journey.restore_id
        if restore_id is None:
            raise NotFound("There is nothing to roll back.", remedy="")
        ticket = self._tickets.ticket(restore_id)
        yield from persistent(
            lambda: self._server.restores.roll_back(
                restore_id, look_only=look_only, ticket=ticket, proof=proof
            ),
            check,
            self._pace,
            Progress(stage=Stage.ASKING),
        )

    def _pause(
        self, error: BackupError, check: Check, shown: Progress
    ) -> Generator[Progress, None, None]:
        delay = wait_of(error, self._pace.delays[-1])
        yield from self._pace.pause(delay, check, lost(error, shown))

    def _failed(self, journey_id: str, error: BackupError) -> None:
        for journey in journeys(self._journal, self._server.address):
            if journey.id == journey_id and journey.state in (_S.UPLOADING, _S.PLANNING):
                self._keep(journey.moved_to(_S.FAILED, problem=error.sentence))

    def _keep(self, journey: Journey) -> Journey:
        return keep(self._journal, journey)

    def _keep_if_new(self, before: Journey, journey: Journey) -> Journey:
        return journey if journey == before else self._keep(journey)


def _under_way(restore: Restore) -> Phase:
    """The phase for a journey whose job still runs: a rollback that waits looks *restored*."""
    return Phase.PREPARING if restore.phase.settled else restore.phase


def _settled(journey: Journey, restore: Restore) -> Journey:
    journey = told_by(journey, restore.phase)
    job = restore.job
    problem = restore.problem or (job.problem if job is not None else None)
    return replace(journey, problem=problem.detail if problem is not None else "")


def _shown(restore: Restore) -> Progress:
    job = restore.job
    stage = _BY_PHASE.get(restore.phase) or (stage_of_restore(job) if job else Stage.RESTORING)
    if job is None:
        return Progress(stage=stage)
    return Progress(stage=stage, done=job.done, total=job.total)
