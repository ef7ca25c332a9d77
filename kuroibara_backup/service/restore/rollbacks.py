"""The use cases of going back: what it would put aside, and doing it; and forth again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kuroibara_backup.archive.entries import carried_out
from kuroibara_backup.database.kuroibara.live import row_counts
from kuroibara_backup.database.state.restores import Phase
from kuroibara_backup.errors import Refused
from kuroibara_backup.jobs.model import JobKind, Report
from kuroibara_backup.jobs.runner import Request
from kuroibara_backup.service.audit import ENGINE, Act
from kuroibara_backup.service.confirm import Action
from kuroibara_backup.service.restore.carrying import Carrying
from kuroibara_backup.service.restore.desk import STANDING
from kuroibara_backup.service.restore.model import Scope
from kuroibara_backup.storage.checking import difference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kuroibara_backup.database.state.restores import RestoreRow
    from kuroibara_backup.jobs.control import Control
    from kuroibara_backup.jobs.model import Job
    from kuroibara_backup.service.audit import Actor
    from kuroibara_backup.service.restore.desk import Desk
    from kuroibara_backup.service.rights import Rights
    from kuroibara_backup.service.signin import Caller


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


class Rollbacks:
    """Returns to what was live before a restore; nothing is lost by it while both are kept."""

    def __init__(self, desk: Desk, rights: Rights) -> None:
        self._desk = desk
        self._rights = rights

    def lost(self, restore_id: UUID | None, control: Control) -> tuple[UUID, Lost]:
        """What a rollback of this restore, by default the last one, would put aside."""
        row = self._to_turn(restore_id)
        scope = Scope(row.plan["wanted"]["scope"])
        rows: dict[str, int] = {}
        if scope.of_database:
            then = row.facts.get("rows_then") or row.facts.get("loaded_rows") or {}
            now = row_counts(self._desk.settings.kuroibara_url, check=control.check)
            rows = {
                table: now.get(table, 0) - then.get(table, 0)
                for table in sorted(now.keys() | then.keys())
                if now.get(table, 0) != then.get(table, 0)
            }
        made = changed = gone = size = 0
        if scope.of_storage and row.phase is Phase.RESTORED:
            found = carried_out(
                difference(self._desk.settings.storage_path, row.id, check=control.check),
                control.report,
            )
            made, changed, gone, size = found.made, found.changed, found.missing, found.bytes
        to = Phase.ROLLED_BACK if row.phase is Phase.RESTORED else Phase.RESTORED
        return row.id, Lost(
            rows=rows, files_made=made, files_changed=changed, files_gone=gone, bytes=size, to=to
        )

    def submit(self, restore_id: UUID, caller: Caller | None, *, dry_run: bool) -> Job:
        """Queue the return to what was there before; of one rolled back, the restore again.

        Without a caller it is the holder of the ticket; any other has to prove the password. With
        `dry_run` the job only says what would be put aside.
        """
        if caller is not None and not dry_run:
            self._rights.confirm.must_be_proved(caller, Action.ROLLBACK)
        row = self._to_turn(restore_id)
        job = self._desk.jobs.submit(
            Request(
                kind=JobKind.ROLLBACK,
                backup_name=str(row.plan["shown"]["backup"]["filename"]),
                queueing_lock=f"rollback:{dry_run}",
                arguments={
                    "restore_id": str(row.id),
                    "from": row.phase.value,
                    "dry_run": dry_run,
                },
                requested_by=None if caller is None else caller.account.id,
            )
        )
        self._desk.journal.note(row.id, "rollback queued", job_id=str(job.id))
        return job

    def work(self, arguments: Mapping[str, Any], control: Control) -> Report:
        if arguments["dry_run"]:
            restore_id = UUID(arguments["restore_id"])
            return Report(document=lost_document(*self.lost(restore_id, control)))
        # The phase it is to leave makes a second attempt do nothing that the first one did.
        return Report(
            document=self._turn(
                UUID(arguments["restore_id"]),
                Phase(arguments["from"]),
                control,
                ENGINE,
                wait=True,
            )
        )

    def now(self, restore_id: UUID, control: Control, *, by: Actor) -> Mapping[str, Any]:
        row = self._to_turn(restore_id)
        return self._turn(row.id, row.phase, control, by, wait=False)

    def _turn(
        self, restore_id: UUID, leaving: Phase, control: Control, by: Actor, *, wait: bool
    ) -> Mapping[str, Any]:
        filename = str(self._desk.row(restore_id).plan["shown"]["backup"]["filename"])
        with (
            self._rights.audit.recording(Act.ROLLBACK, by=by, subject=filename),
            self._desk.alone(control, wait=wait),
        ):
            row = self._desk.row(restore_id)
            if row.phase is leaving:
                self._to_turn(restore_id)
            if row.phase is leaving or row.phase.half_way:
                scope = Scope(row.plan["wanted"]["scope"])
                row = Carrying(self._desk.shop, row).turn(control)
                if scope.of_database:
                    then = row_counts(self._desk.settings.kuroibara_url)
                    self._desk.journal.note(row.id, "counted", rows_then=then)
        return {
            "restore_id": str(row.id),
            "phase": row.phase.value,
            "rollback_until": (
                (row.settled_at or self._desk.shop.now()) + self._desk.window
            ).isoformat(),
        }

    def _to_turn(self, restore_id: UUID | None) -> RestoreRow:
        newest = self._desk.journal.newest_that_ran()
        row = newest if restore_id is None else self._desk.row(restore_id)
        if row is None or row.phase not in STANDING:
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


def lost_document(restore_id: UUID, lost: Lost) -> dict[str, Any]:
    """As JSON shows it."""
    return {
        "restore_id": str(restore_id),
        "to": lost.to.value,
        "rows": dict(lost.rows),
        "rows_made": lost.rows_made,
        "files_made": lost.files_made,
        "files_changed": lost.files_changed,
        "files_gone": lost.files_gone,
        "bytes": lost.bytes,
    }
