"""The first copy after the first run: the database within seconds, then everything."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kuroibara_desktop.core.backups import RemoteStatus, Where
from kuroibara_desktop.ui.works import Lane, Work

if TYPE_CHECKING:
    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.listing import Look
    from kuroibara_desktop.ui.transfers.running import Running
    from kuroibara_desktop.ui.works import Works


class FirstCopy(QObject):
    """Goes on from look to look until both kinds are here, or wanted; each is made at most once.

    What the server has already is copied as it is. What this account may not make is left out.
    """

    def __init__(self, desk: Desk, works: Works, running: Running, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._works, self._running = desk, works, running
        self._left: list[bool] = []  # whether it includes the files, the next one first
        self._making: Work | None = None
        works.failed.connect(lambda work, _error: self._stop(work))
        works.cancelled.connect(self._stop)

    def begin(self) -> None:
        self._left = [False, True]

    def follow(self, look: Look, *, invited: bool) -> None:
        """Do what can be done now; who was invited copies what there is, and has nothing made."""
        if not self._left or look.server_error is not None or not look.has_server:
            return
        while self._left:
            full = self._left[0]
            row = _newest(look.backups, full=full)
            if row is not None:
                if row.where is not Where.BOTH:
                    self._running.want((row,))
            elif self._making is None and not invited and self._may_make(look):
                self._make(full)
                return
            elif self._making is not None:
                return
            self._left.pop(0)
            self._making = None

    def _may_make(self, look: Look) -> bool:
        return not look.abilities.engine or look.abilities.administrator

    def _make(self, full: bool) -> None:
        words = (
            self.tr("Making the first full backup")
            if full
            else self.tr("Making the first backup of the database")
        )
        self._making = Work(
            title=words,
            lane=Lane.SERVER,
            icon="server",
            steps=partial(self._desk.create, None, full),
        )
        self._works.add(self._making)  # the window looks again once it is made

    def _stop(self, work: Work) -> None:
        """Its failure was told; nothing is made again and again."""
        if work is self._making:
            self._left.clear()
            self._making = None


def _newest(rows: tuple[Backup, ...], *, full: bool) -> Backup | None:
    """The newest good one on the server with the files, or without them."""
    found = [
        row
        for row in rows
        if row.remote is not None
        and row.remote.status is RemoteStatus.FINISHED
        and not row.suspect
        and row.created_at is not None
        and (row.includes_storage is False) is not full
    ]
    return max(
        found, key=lambda row: row.created_at.timestamp() if row.created_at else 0.0, default=None
    )
