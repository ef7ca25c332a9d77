"""What happens to a backup that was sent to be restored, once all of it is here?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from kuroibara_backup.database.state.restores import Phase
from kuroibara_backup.jobs.model import Report
from kuroibara_backup.service.audit import Act, Ending
from kuroibara_backup.service.confirm import Action
from kuroibara_backup.service.restore.model import Scope
from kuroibara_backup.service.restore.ticket import Ticket, new_ticket

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kuroibara_backup.jobs.model import Job, Outcome
    from kuroibara_backup.jobs.runner import Control
    from kuroibara_backup.service.pieces import WholeFile
    from kuroibara_backup.service.restore.restores import Restores
    from kuroibara_backup.service.rights import Rights
    from kuroibara_backup.service.signin import Caller
    from kuroibara_backup.service.uploads import Uploads


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A file that is here and now looked at by `job`; its plan and its restore have one id.

    `ticket` is told this once, and only where the restore goes on without being asked again.
    """

    filename: str
    job: Job
    restore_id: UUID
    ticket: str | None = field(repr=False)


class Arrivals:
    """Kuroibara's way: one call sends a backup and has it restored.

    It goes on by itself only for who proved the password when the call began; for anybody else the
    backup is kept, verified and planned, and waits for the confirmation.
    """

    def __init__(self, uploads: Uploads, restores: Restores, rights: Rights) -> None:
        self._uploads = uploads
        self._restores = restores
        self._confirm = rights.confirm
        self._audit = rights.audit

    def may_go_on(self, caller: Caller) -> bool:
        return self._confirm.is_proved(caller, Action.RESTORE)

    def take(self, whole: WholeFile, filename: str, caller: Caller, *, go_on: bool) -> Arrival:
        """Queue what is to be done with the file."""
        standing = self._uploads.enter(whole, filename, caller.actor)
        if go_on:
            self._audit.record(Act.RESTORE, by=caller.actor, subject=filename, ending=Ending.ASKED)
        restore_id, ticket = uuid4(), new_ticket() if go_on else None
        job = self._uploads.complete(
            standing.upload.id,
            caller.actor,
            then={
                "restore_id": str(restore_id),
                "ticket_sha256": None if ticket is None else ticket.sha256.hex(),
                "requested_by": str(caller.account.id),
            },
        )
        return Arrival(
            filename=filename,
            job=job,
            restore_id=restore_id,
            ticket=None if ticket is None else ticket.text,
        )

    def work(self, arguments: Mapping[str, Any], control: Control) -> Outcome | Report:
        """Complete an upload; one that was sent to be restored is planned and, agreed, queued."""
        outcome = self._uploads.work_complete(arguments, control)
        then = arguments.get("then")
        if then is None:
            return outcome
        restore_id, asker = UUID(then["restore_id"]), then["requested_by"]
        if not self._restores.knows(restore_id):
            self._restores.work_plan(
                {
                    "plan_id": str(restore_id),
                    "filename": outcome.filename,
                    "scope": Scope.EVERYTHING.value,
                    "manga": [],
                    "safety_copy": True,
                    "requested_by": asker,
                },
                control,
            )
        row = self._restores.seen(restore_id).row
        plan = row.plan["shown"]
        confirmed = None
        if then["ticket_sha256"] is not None and row.phase is Phase.PLANNED:
            told = Ticket(text="", sha256=bytes.fromhex(then["ticket_sha256"]))
            confirmed = self._restores.submit(
                restore_id, plan["server_name"], UUID(asker), ticket=told
            )
        return Report(
            document={
                "filename": outcome.filename,
                "size": outcome.size,
                "sha256": outcome.sha256,
                "backup_id": str(outcome.backup_id),
                "verified": outcome.verified,
                "restore_id": str(restore_id),
                "restore_job_id": None if confirmed is None else str(confirmed.job.id),
                "plan": plan,
            }
        )
