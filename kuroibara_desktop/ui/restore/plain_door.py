"""A backup sent to a Kuroibara without the engine, after an explicit yes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop.ui.restore.doing import SEND, Doing
from kuroibara_desktop.ui.saying import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.transfers.plain_restoring import PlainOutcome
    from kuroibara_desktop.ui.restore.bench import Checked, RestoreBench
    from kuroibara_desktop.ui.restore.page import RestorePage


class PlainDoor(QObject):
    """`ended` comes once the server was looked at; what became of the backup nobody can tell."""

    ended = Signal()

    def __init__(self, page: RestorePage, bench: RestoreBench, doing: Doing) -> None:
        super().__init__(page)
        self._page, self._bench, self._doing = page, bench, doing

    def send(
        self,
        checked: Checked,
        *,
        failed: Callable[[BackupError], None],
        stopped: Callable[[], None],
    ) -> None:
        page = self._page
        title = self.tr("Sending {name}").format(name=checked.source.name)
        page.work.begin(title, step=SEND, at_the_server=False, can_stop=True)
        page.work.safe.say(
            self.tr("Do not close the window before it is sent: Kuroibara wants it in one piece."),
            "warn",
        )
        page.turn_to(page.work)
        self._doing.start(
            partial(self._bench.sent_to_plain, checked),
            succeeded=self._tell,
            failed=failed,
            cancelled=stopped,
        )

    def _tell(self, outcome: PlainOutcome) -> None:
        tone = "warn" if outcome.answers else "bad"
        title = self.tr("Kuroibara has the backup")
        self._page.outcome.say(title, said(outcome.sentence), tone=tone)
        self._page.turn_to(self._page.outcome)
        self.ended.emit()
