"""Who forgets, once an hour, what has run out?"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Final

from kuroibara_backup.errors import BackupError

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger("backup")
EVERY: Final = 3600.0


class Sweeping:
    """Calls each sweep at once and then every hour, on a thread of its own, until it is closed."""

    def __init__(self, *sweeps: Callable[[], object], every: float = EVERY) -> None:
        self._sweeps = sweeps
        self._every = every
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sweeping", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """End; what runs may finish."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join(15)

    def _run(self) -> None:
        while not self._closing.is_set():
            for sweep in self._sweeps:
                try:
                    sweep()
                except BackupError as exc:
                    log.warning("What has run out was not forgotten: %s", exc)
                except Exception:  # nothing above this frame would ever see it
                    log.exception("Forgetting what has run out broke")
            self._closing.wait(self._every)
