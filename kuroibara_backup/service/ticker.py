"""Who looks once a minute?"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Final, Protocol

from kuroibara_backup.errors import BackupError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

log = logging.getLogger("scheduler")
EVERY: Final = 60.0


class Ticking(Protocol):
    """What is looked after."""

    def start(self) -> None: ...

    def tick(self, now: datetime) -> None: ...


class Ticker:
    """Starts it, and calls `tick` at once and at the beginning of every minute until it is closed.

    What goes wrong in one call is logged, once until it goes well again, and the next one comes.
    """

    def __init__(self, ticking: Ticking, now: Callable[[], datetime], every: float = EVERY) -> None:
        self._ticking = ticking
        self._now = now
        self._every = every
        self._closing = threading.Event()
        self._complained = False
        self._thread = threading.Thread(target=self._run, name="scheduler", daemon=True)

    def start(self) -> None:
        """Begin; doing so twice is doing it once."""
        if self._thread.ident is None:
            self._ticking.start()
            self._thread.start()

    def close(self) -> None:
        """End; what runs may finish its look."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join(15)

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                self._ticking.tick(self._now())
            except BackupError as exc:
                if not self._complained:
                    log.warning("The scheduler could not look what is due: %s", exc)
                self._complained = True
            except Exception:  # nothing above this frame would ever see it
                log.exception("The scheduler broke while it looked what is due")
            else:
                if self._complained:
                    log.info("The scheduler looks again what is due")
                self._complained = False
            self._closing.wait(self._every - self._now().timestamp() % self._every)
