"""How late a 10 ms timer of Qt fires. As a program: the idle control beside the window."""

from __future__ import annotations

import math
import sys
import time

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt, QTimer

EVERY = 0.010  # seconds


class Ticking(QObject):
    """Notes, tick by tick, by how much a timer on the GUI thread was late, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(EVERY * 1000))
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, now - self._last - EVERY))
        self._last = now

    def worst(self, share: float = 0.999) -> float:
        """The lateness that all but 1 - `share` of the ticks kept to."""
        ordered = sorted(self.late)
        return ordered[math.ceil(share * len(ordered)) - 1]  # the nearest rank


def main() -> None:
    """Tick until whoever started us closes our input, then print the worst and the count."""
    app = QCoreApplication([])
    ticking = Ticking()
    ticking.start()
    heard = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    heard.activated.connect(app.quit)
    app.exec()
    print(ticking.worst(), len(ticking.late))


if __name__ == "__main__":
    main()
