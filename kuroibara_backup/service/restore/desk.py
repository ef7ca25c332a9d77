"""What all use cases of restores need: the journal, the jobs, and to be alone at work."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from kuroibara_backup.archive.entries import never_stop
from kuroibara_backup.database.state.restores import Phase
from kuroibara_backup.errors import NotFound, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from kuroibara_backup.database.state.restores import RestoreJournal, RestoreRow
    from kuroibara_backup.jobs.control import Control
    from kuroibara_backup.jobs.model import Job
    from kuroibara_backup.jobs.runner import Jobs
    from kuroibara_backup.service.restore.building import Workshop
    from kuroibara_backup.settings import Settings

STANDING: Final = (Phase.RESTORED, Phase.ROLLED_BACK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    shop: Workshop
    jobs: Jobs

    @property
    def journal(self) -> RestoreJournal:
        return self.shop.journal

    @property
    def settings(self) -> Settings:
        return self.shop.settings

    @property
    def window(self) -> timedelta:
        """How long the side that is not live is kept."""
        return timedelta(hours=self.settings.backup_rollback_hours)

    def job(self, row: RestoreRow) -> Job | None:
        job_id = row.facts.get("job_id")
        if job_id is None:
            return None
        try:
            return self.jobs.get(UUID(job_id))
        except NotFound:
            return None

    def row(self, restore_id: UUID) -> RestoreRow:
        row = self.journal.get(restore_id)
        if row is None:
            raise NotFound(
                "There is no restore and no plan with this id.",
                remedy="Look at the list of restores. A plan that nobody confirms is forgotten"
                " after a day: make a new one then.",
                code="no_such_restore",
            )
        return row

    @contextmanager
    def alone(self, control: Control | None, *, wait: bool) -> Iterator[None]:
        """Hold what keeps backups and other restores away."""
        with ExitStack() as held:
            check = control.check if control is not None else never_stop
            try:
                held.enter_context(self.shop.place.writer_lock(wait=wait, check=check))
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

    def rollback_until(self, row: RestoreRow) -> datetime | None:
        """Until when this restore can be rolled back, or repeated; None when it cannot."""
        if row.phase not in STANDING or row.settled_at is None:
            return None
        newest = self.journal.newest_that_ran()
        if newest is None or newest.id != row.id:
            return None
        return self.window_ends(row)

    def window_ends(self, row: RestoreRow) -> datetime:
        return (row.settled_at or self.shop.now()) + self.window
