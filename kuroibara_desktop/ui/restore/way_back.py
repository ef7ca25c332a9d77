"""The way back from a restore: what it would put aside, a confirmation, and the return."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop.ui.restore.doing import COMPARE, PLACE, Doing

if TYPE_CHECKING:
    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.restores import Lost, Restore
    from kuroibara_desktop.core.restoring import Journey
    from kuroibara_desktop.ui.restore.bench import RestoreBench
    from kuroibara_desktop.ui.restore.page import RestorePage
    from kuroibara_desktop.ui.restore.questions import Questions
    from kuroibara_desktop.ui.restore.secret import Secret


class WayBack(QObject):
    """One return at a time; the ticket is enough, else the password is asked for."""

    ended = Signal(object)  # tuple of Journey and Restore
    failed = Signal(object)  # BackupError

    def __init__(
        self, page: RestorePage, bench: RestoreBench, doing: Doing, questions: Questions
    ) -> None:
        super().__init__(page)
        self._page, self._bench = page, bench
        self._doing, self._questions = doing, questions
        questions.declined.connect(self._declined)

    def look(self, journey: Journey) -> None:
        """Find out what was made since, and ask."""
        self._show_work(journey, self.tr("Looking what was made since the restore"), COMPARE)
        self._doing.start(
            partial(self._bench.what_would_go, journey),
            succeeded=partial(self._ask, journey),
            failed=self.failed.emit,
            cancelled=self._back_to_outcome,
        )

    def _ask(self, journey: Journey, lost: Lost) -> None:
        self._back_to_outcome()
        words = self._page.wording.lost(lost)
        self._questions.ask_way_back(words, lambda: self._return(journey, None))

    def _return(self, journey: Journey, secret: Secret | None) -> None:
        self._show_work(journey, self.tr("Returning to what was there before"), PLACE)
        self._doing.start(
            partial(self._bench.rolled_back, journey, secret),
            succeeded=self._returned,
            failed=partial(self._not_returned, journey),
            cancelled=self._back_to_outcome,
        )

    def _returned(self, result: tuple[Journey, Restore]) -> None:
        self._questions.close()
        self.ended.emit(result)

    def _not_returned(self, journey: Journey, error: BackupError) -> None:
        if not self._questions.takes(error, partial(self._return, journey)):
            self._questions.close()
            self.failed.emit(error)

    def _declined(self) -> None:
        """The password was not given: nothing was done."""
        if not self._doing.busy and self._page.face is self._page.work:
            self._back_to_outcome()

    def _back_to_outcome(self) -> None:
        self._page.turn_to(self._page.outcome)

    def _show_work(self, journey: Journey, title: str, step: int) -> None:
        self._page.work.begin(
            title,
            step=step,
            at_the_server=step == PLACE,
            can_stop=False,
            sent=not journey.lies_there,
        )
        self._page.turn_to(self._page.work)
