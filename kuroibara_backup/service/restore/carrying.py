"""A restore from its confirmation to the day on which what it replaced is dropped.

Every phase can be entered anew by another process after the one that was in it died.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from kuroibara_backup.archive.entries import carried_out, never_stop
from kuroibara_backup.database.connection import database_name
from kuroibara_backup.database.kuroibara.live import is_usable
from kuroibara_backup.database.state.restores import Phase
from kuroibara_backup.errors import BackupError, Cancelled, Damaged, Refused
from kuroibara_backup.jobs.control import Why
from kuroibara_backup.service.restore.building import Building
from kuroibara_backup.service.restore.halves import (
    DatabaseHalf,
    Half,
    Side,
    StorageHalf,
    bring_all,
    patiently,
)
from kuroibara_backup.service.restore.model import Scope
from kuroibara_backup.storage.checking import difference
from kuroibara_backup.storage.marker import check_storage, marked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kuroibara_backup.database.state.restores import RestoreRow
    from kuroibara_backup.jobs.runner import Control
    from kuroibara_backup.service.restore.building import Workshop

log = logging.getLogger("restore")

_ENDS: Final[Mapping[Phase, Phase]] = {
    Phase.SWAPPING: Phase.RESTORED,
    Phase.UNDOING: Phase.UNCHANGED,
    Phase.RETURNING: Phase.ROLLED_BACK,
    Phase.REPEATING: Phase.RESTORED,
}
_INSTEAD: Final[Mapping[Phase, Phase]] = {
    Phase.SWAPPING: Phase.UNDOING,
    Phase.RETURNING: Phase.REPEATING,
    Phase.REPEATING: Phase.RETURNING,
}


class Carrying:
    """Carries one restore on. Hold the writer lock."""

    def __init__(self, shop: Workshop, row: RestoreRow) -> None:
        self._shop = shop
        self._row = row
        self._scope = Scope(row.plan["wanted"]["scope"])

    @property
    def row(self) -> RestoreRow:
        return self._row

    def restore(self, control: Control) -> RestoreRow:
        """Do the whole of it, or change nothing; goes on where an earlier attempt was cut off."""
        if self._row.phase is Phase.WAITING:
            self._move(Phase.PREPARING)
        if self._row.phase is Phase.PREPARING:
            try:
                self._know_storage()
                Building(self._shop, self._row, control).run()
                control.check()
            except BaseException as exc:
                if not goes_on_elsewhere(control):
                    self._give_up(exc)
                raise
            control.report("swap")
            patiently(lambda: self._move(Phase.SWAPPING))
        if self._row.phase.half_way:
            self.end()
        self._raise_if_unchanged()
        return self._row

    def turn(self, control: Control) -> RestoreRow:
        """Roll back what was restored, or restore again what was rolled back."""
        control.report("swap")
        if self._row.phase is Phase.RESTORED:
            self._move(Phase.RETURNING)
        elif self._row.phase is Phase.ROLLED_BACK:
            self._move(Phase.REPEATING)
        if self._row.phase.half_way:
            self.end()
        return self._row

    def end(self) -> RestoreRow:
        """From a phase between the sides, bring all to one: the one that was aimed at, if it can
        be, else the other. Raises what went wrong on the way when it is the other one."""
        failure: BaseException | None = None
        if self._row.phase in _INSTEAD:
            patiently(self._open)
            try:
                self._reach()
            except BaseException as exc:  # whatever it is, one side must be whole
                log.warning("The restore %s goes back: %s", self._row.id, exc)
                failure = exc
                told = _told(exc)
                patiently(lambda: self._move(_INSTEAD[self._row.phase], error=told))
        if failure is not None or self._row.phase is Phase.UNDOING:
            patiently(self._return)
        patiently(self._settle)
        if failure is not None:
            raise failure
        return self._row

    def abandon(self, why: BackupError) -> None:
        """End a restore whose process died before it had changed anything."""
        self._give_up(why)

    def expire(self) -> None:
        """Drop the side that is not live."""
        for half in self._halves():
            half.drop()
        self._move(Phase.OVER)

    def _know_storage(self) -> None:
        """Never take a folder in which nothing is mounted for the library of this restore."""
        if not self._scope.of_storage:
            return
        root, known = self._shop.settings.storage_path, self._row.facts.get("storage_id")
        if known is None:
            self._shop.journal.note(self._row.id, "library known", storage_id=str(marked(root)))
        else:
            check_storage(root, UUID(known))

    def _open(self) -> None:
        """End what a dead process or a lost connection left running."""
        self._know_storage()
        for half in self._halves():
            half.settle()

    def _return(self) -> None:
        if not self._row.facts.get("undone"):
            self._open()
            self._reach()

    def _reach(self) -> None:
        """Bring all halves to the side that the phase aims at, and see that it can be used."""
        new = self._row.phase.aims_at_new
        bring_all(self._halves(), Side.NEW if new else Side.OLD)
        if new and self._scope.of_database:
            is_usable(self._shop.settings.kuroibara_url)
        if self._row.phase is Phase.SWAPPING and self._scope.of_storage:
            self._check_storage()

    def _check_storage(self) -> None:
        found = carried_out(
            difference(self._shop.settings.storage_path, self._row.id, check=never_stop),
            lambda _stage, _done, _total: None,
        )
        if found.missing:
            raise Damaged(
                f"The restore was undone: {found.missing:,} files were not in the library after"
                f" the swap ({', '.join(found.examples[:3])}).",
                remedy="Look at the library's drive, then try again.",
                code="restored_wrong",
            )

    def _settle(self) -> None:
        """Write down that one side is whole; what was never used is dropped before."""
        if self._row.phase is Phase.UNDOING:
            self._shop.journal.note(self._row.id, "undone", undone=True)
            self._shop.on_step("undone")
            self._drop()
        self._move(_ENDS[self._row.phase], settled_at=self._shop.now())

    def _give_up(self, why: BaseException) -> None:
        """Leave nothing behind. If that fails too, whoever looks next does it."""
        try:
            patiently(self._drop, patience=20)
            self._move(Phase.UNCHANGED, error=_told(why))
        except (BackupError, OSError) as exc:
            log.warning("The restore %s left something behind: %s", self._row.id, exc)

    def _drop(self) -> None:
        for half in self._halves():
            half.drop()

    def _raise_if_unchanged(self) -> None:
        if self._row.phase is not Phase.UNCHANGED:
            return
        error = self._row.error or {}
        raise Refused(
            str(error.get("detail") or "The restore was not carried out. Nothing was changed."),
            remedy=str(error.get("remedy") or "Make a new plan."),
            code=str(error.get("code") or "restore_unchanged"),
        )

    def _halves(self) -> tuple[Half, ...]:
        halves: list[Half] = []
        settings = self._shop.settings
        if self._scope.of_database:
            halves.append(
                DatabaseHalf(
                    admin_url=settings.admin_url,
                    live=database_name(settings.kuroibara_url),
                    restore_id=self._row.id,
                    on_step=self._shop.on_step,
                )
            )
        if self._scope.of_storage:
            halves.append(
                StorageHalf(
                    root=settings.storage_path,
                    restore_id=self._row.id,
                    on_step=self._shop.on_step,
                )
            )
        return tuple(halves)

    def _move(self, to: Phase, **changes: Any) -> None:
        self._row = self._shop.journal.move(
            self._row.id, self._row.phase, to=to, again=True, **changes
        )
        self._shop.on_step(to.value)


def goes_on_elsewhere(control: Control) -> bool:
    """Whether another attempt of the job takes up what this one leaves."""
    return control.why in (Why.SHUTDOWN, Why.LOST)


def _told(error: BaseException) -> dict[str, Any]:
    if isinstance(error, BackupError):
        return {
            "code": error.code,
            "title": error.title,
            "detail": error.sentence,
            "remedy": error.remedy,
        }
    if isinstance(error, Cancelled):
        return {
            "code": "cancelled",
            "title": "The restore was cancelled",
            "detail": "The restore was stopped on request. Nothing was changed.",
            "remedy": "",
        }
    return {
        "code": "unexpected",
        "title": BackupError.title,
        "detail": "The restore was not carried out: something unexpected went wrong.",
        "remedy": "Look at the engine's log, then try again.",
    }
